import Foundation
import JSONLines
import Mail
import ServerSupport
import Transport

/// An installation of the service against the private Dovecot and Postfix: its own mailbox, its own
/// staff address, its own folder.
struct Installation {
    let servers: MailServers
    /// Local part of the service's address, and its login.
    let user: String
    let staff: String
    let folder: URL

    init(_ name: String, in folder: URL) throws {
        servers = try MailServers.shared.get()
        user = "incubateur-\(name)"
        staff = "equipe-\(name)"
        self.folder = folder
    }

    var configuration: URL { folder.appendingPathComponent("guichet.conf") }
    var store: URL { folder.appendingPathComponent("data") }

    /// Writes the configuration; `changes` replaces or adds the value of a key, as in `mailbox.url`.
    func configure(_ changes: [String: String] = [:]) throws {
        let values = [
            ("mailbox", "url", "imaps://localhost:\(servers.imapsPort)/INBOX"),
            ("mailbox", "user", user), ("mailbox", "password", MailServers.password),
            ("mailbox", "ca_file", servers.authority), ("mailbox", "start", "all"),
            ("mailbox", "poll_seconds", "1"), ("mailbox", "answer_within_days", "10"),
            ("mailbox", "mark", "keyword"),
            ("delivery", "url", "smtps://localhost:\(servers.smtpsPort)"),
            ("delivery", "user", user), ("delivery", "password", MailServers.password),
            ("delivery", "ca_file", servers.authority),
            ("delivery", "from", "Incubateur des Territoires <\(user)@anct.example>"),
            ("service", "store", store.path),
            ("service", "rules", Checkout.root.appendingPathComponent("rules").path),
            ("service", "templates", Checkout.root.appendingPathComponent("templates").path),
            ("staff", "default", "\(staff)@anct.example"),
        ]
        var text = ""
        for section in ["mailbox", "delivery", "service", "screening", "staff", "alerts"] {
            text += "[\(section)]\n"
            for (owner, key, value) in values where owner == section {
                text += "\(key) = \(changes["\(section).\(key)"] ?? value)\n"
            }
            let known = values.filter { $0.0 == section }.map { "\(section).\($0.1)" }
            for (name, value) in changes
            where name.hasPrefix("\(section).") && !known.contains(name) {
                text += "\(name.dropFirst(section.count + 1)) = \(value)\n"
            }
        }
        try Data(text.utf8).write(to: configuration)
    }

    func run(_ words: String...) throws -> Program.Result {
        try Program.run(words + ["--config", configuration.path])
    }

    func start(_ words: String...) throws -> Program.Running {
        try Program.start(words + ["--config", configuration.path])
    }

    // MARK: Mail

    /// Sends messages to the service as their writers would, with the envelope of their Return-Path.
    func deliver(_ messages: [[UInt8]]) throws {
        let endpoint = Endpoint(scheme: .smtp, host: "127.0.0.1", port: servers.smtpPort)
        var settings = ConnectionSettings(endpoint: endpoint)
        settings.caFile = servers.authority
        settings.allowsPlaintext = true
        let session = try SMTPSession(settings)
        defer { session.quit() }
        for bytes in messages {
            let message = Message(parsing: bytes)
            let reversePath =
                switch message.reversePath {
                case .null: ""
                case .address(let address): address.addrSpec
                case .unknown: message.from.first?.addrSpec ?? ""
                }
            let envelope = OutgoingEnvelope(
                reversePath: reversePath,
                forwardPaths: ["\(user)@anct.example"],
                bytes: bytes
            )
            let outcome = session.send(envelope).outcome
            guard case .accepted = outcome else {
                throw ServerFailure("\(message.messageID ?? "?"): \(outcome)")
            }
        }
    }

    func session(_ user: String) throws -> IMAPSession {
        let endpoint = Endpoint(scheme: .imaps, host: "localhost", port: servers.imapsPort)
        var settings = ConnectionSettings(endpoint: endpoint)
        settings.user = user
        settings.password = MailServers.password
        settings.caFile = servers.authority
        return try IMAPSession(settings)
    }

    /// Waits until a mailbox holds that many messages, then gives them all.
    func messages(of user: String, count: Int, seconds: Double = 60) throws -> [Message] {
        let deadline = Date().addingTimeInterval(seconds)
        let session = try session(user)
        defer { session.logout() }
        while true {
            let mailbox = try session.select("INBOX")
            if mailbox.exists >= count || Date() > deadline {
                let uids = try session.uidSearch("ALL")
                return try session.fetch(uids, maxBytes: 1 << 20).map { Message(parsing: $0.bytes) }
            }
            usleep(50_000)
        }
    }

    /// Waits until the service's own mailbox holds that many messages.
    func awaitMail(_ count: Int) throws {
        let session = try session(user)
        defer { session.logout() }
        let deadline = Date().addingTimeInterval(60)
        while try session.select("INBOX").exists < count {
            guard Date() < deadline else { throw ServerFailure("the mail never came") }
            usleep(50_000)
        }
    }

    // MARK: Journal

    /// The journal's lines, the mail apart from them cut off where a write is under way.
    func journal() -> [JSONObject] {
        let folder = store.appendingPathComponent("journal")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var lines: [JSONObject] = []
        for name in names.sorted() where name.hasSuffix(".jsonl") {
            let data = FileManager.default.contents(
                atPath: folder.appendingPathComponent(name).path
            )
            for line in (data ?? Data()).split(separator: UInt8(ascii: "\n")) {
                if let object = try? JSONReader.object(of: line) { lines.append(object) }
            }
        }
        return lines
    }

    func journal(_ type: String) -> [JSONObject] {
        journal().filter { $0.string("type") == type }
    }

    /// Octets of the journal, as a sign of life.
    var journalSize: Int {
        let folder = store.appendingPathComponent("journal")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.reduce(0) { sum, name in
            let path = folder.appendingPathComponent(name).path
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }
}

/// The sample mails and what they are.
struct Sample {
    var name: String
    var kind: String
    var bytes: [UInt8]

    static func all() throws -> [Sample] {
        let labels = try String(
            contentsOf: Checkout.samples.appendingPathComponent("labels.jsonl"),
            encoding: .utf8
        )
        return try labels.split(separator: "\n").map { line in
            let object = try JSONReader.object(of: line.utf8)
            let name = object.string("file") ?? ""
            let data = try Data(contentsOf: Checkout.samples.appendingPathComponent(name))
            return Sample(name: name, kind: object.string("kind") ?? "", bytes: Array(data))
        }
    }
}
