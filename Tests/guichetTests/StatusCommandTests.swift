import Casework
import Desk
import Filing
import Foundation
import Glibc
import JSONLines
import Testing

@testable import guichet

/// The command on a store that was made by hand, without servers.
@Suite("guichet status") struct StatusCommandTests {
    static func configure(_ folder: URL, templates: String? = nil) throws -> URL {
        let file = folder.appendingPathComponent("guichet.conf")
        let text = """
            [mailbox]
            url = imap://127.0.0.1:1/INBOX
            user = incubateur
            password_file = /nowhere/secret
            [delivery]
            url = smtp://127.0.0.1:1
            from = incubateur@anct.example
            [service]
            store = data
            rules = \(Checkout.root.path)/rules
            templates = \(templates ?? Checkout.root.path + "/templates")
            [staff]
            default = equipe@anct.example
            """
        try Data(text.utf8).write(to: file)
        return file
    }

    private func status(_ configuration: URL, _ words: String...) throws -> Program.Result {
        try Program.run(["status", "--config", configuration.path] + words)
    }

    private func mail(_ id: String, held: Bool) -> QueuedMail {
        QueuedMail(
            id: id,
            caseNumber: nil,
            role: .reply,
            reversePath: "a@anct.example",
            forwardPaths: ["b@ville.example"],
            subject: "",
            messageID: "\(id)@anct.example",
            isHeld: held,
            bytes: []
        )
    }

    @Test("reads the journal of a service that is not running, needs no secret, writes nothing")
    func stopped() throws {
        try Checkout.withFolder { folder in
            let configuration = try Self.configure(folder)
            let data = folder.appendingPathComponent("data")
            let store = try Store(folder: data, kind: .service, now: Date())
            try store.commit(
                [[.mailQueued(mail("a", held: false)), .mailQueued(mail("b", held: true))]],
                at: Date().addingTimeInterval(-1_200)
            )
            store.close()
            let before = try FileManager.default.subpathsOfDirectory(atPath: data.path).sorted()
            let result = try status(configuration)
            #expect(result.code == 2, "\(result.output)\(result.errors)")
            #expect(
                result.output.hasPrefix(
                    "GUICHET CRITICAL - the service is not running, 1 mail waiting for 20 min"
                )
            )
            let json = try JSONReader.object(
                of: try status(configuration, "--json").output.dropLast().utf8
            )
            #expect(json.bool("running") == false)
            #expect(json.object("outbox")?.integer("waiting") == 1)
            #expect(json.object("held")?.integer("count") == 1)
            let after = try FileManager.default.subpathsOfDirectory(atPath: data.path).sorted()
            #expect(before == after)
        }
    }

    @Test("beside a process that holds the store it believes the state file of that process alone")
    func held() throws {
        try Checkout.withFolder { folder in
            let configuration = try Self.configure(folder)
            let data = folder.appendingPathComponent("data")
            let store = try Store(folder: data, kind: .service, now: Date())
            defer { store.close() }
            try store.commit([[.mailQueued(mail("a", held: true))]], at: Date())
            var standing = ServiceStanding(pid: Int(getpid()), version: "9", startedAt: Date())
            standing.note(.scanned(isComplete: true), at: Date())
            // Other than the journal says, to tell which of them was read.
            standing.figures = store.figures
            standing.figures.held = 77
            standing.figures.upTo = nil
            let file = StateFile(store: data)
            func answer() throws -> JSONObject {
                let result = try status(configuration, "--json")
                #expect(result.code == 0, "\(result.output)\(result.errors)")
                return try JSONReader.object(of: result.output.dropLast().utf8)
            }
            file.write(standing)
            let believed = try answer()
            #expect(believed.string("version") == "9")
            #expect(believed.object("held")?.integer("count") == 77)
            standing.pid += 1
            file.write(standing)
            #expect(try answer().object("held")?.integer("count") == 1)
            for text in ["", "{}", "[1]", "{\"form\":1,\"pid\":\(getpid())}", "\u{0}\u{1}"] {
                try Data(text.utf8).write(to: data.appendingPathComponent("status.json"))
                let answer = try answer()
                #expect(answer.bool("running") == true)
                #expect(answer.integer("pid") == Int(getpid()))
                #expect(answer.object("held")?.integer("count") == 1)
            }
        }
    }

    @Test("what an ended service left is believed while the journal reaches no further")
    func cache() throws {
        try Checkout.withFolder { folder in
            let configuration = try Self.configure(folder)
            let data = folder.appendingPathComponent("data")
            let store = try Store(folder: data, kind: .service, now: Date())
            try store.commit([[.mailQueued(mail("a", held: true))]], at: Date())
            var standing = ServiceStanding(pid: 1, version: "9", startedAt: Date())
            standing.figures = store.figures
            standing.figures.held = 77
            StateFile(store: data).write(standing)
            store.close()
            #expect(try status(configuration).output.contains(" held=77;"))
            let later = try Store(folder: data, kind: .service, now: Date())
            try later.commit([[.mailQueued(mail("b", held: true))]], at: Date())
            later.close()
            #expect(try status(configuration).output.contains(" held=2;"))
        }
    }

    @Test("a store of simulate is not taken for the service's")
    func simulation() throws {
        try Checkout.withFolder { folder in
            let configuration = try Self.configure(folder)
            let data = folder.appendingPathComponent("data")
            try Store(folder: data, kind: .simulation, now: Date()).close()
            let result = try status(configuration)
            #expect(result.code == 3)
            #expect(result.output.contains("made by simulate"))
            for words in [["--list"], ["2026-00001"]] {
                let send = try Program.run(["send", "--config", configuration.path] + words)
                #expect(send.code == 78)
                #expect(send.errors.contains("made by simulate"))
            }
        }
    }

    @Test("what cannot be read is UNKNOWN, with what to do")
    func unknown() throws {
        try Checkout.withFolder { folder in
            let configuration = try Self.configure(folder)
            let missing = try status(folder.appendingPathComponent("no.conf"))
            #expect(missing.code == 3)
            #expect(missing.output.contains("GUICHET UNKNOWN - "))
            #expect(missing.output.contains("config example"))
            let never = try status(configuration)
            #expect(never.code == 3)
            #expect(never.output.contains("at its first start"))
            let data = folder.appendingPathComponent("data")
            try Store(folder: data, kind: .service, now: Date()).close()
            try Data("{\"v\":1}\n".utf8)
                .write(to: data.appendingPathComponent("journal/2026-01.jsonl"))
            let damaged = try status(configuration, "--json")
            #expect(damaged.code == 3)
            let json = try JSONReader.object(of: damaged.output.dropLast().utf8)
            #expect(json.string("status") == "unknown")
            #expect(damaged.output.contains("2026-01.jsonl:1: the line is damaged"))
        }
    }

    @Test("facts are looked at as they are written now")
    func facts() throws {
        try Checkout.withFolder { folder in
            let templates = folder.appendingPathComponent("templates")
            try FileManager.default.createDirectory(
                at: templates,
                withIntermediateDirectories: false
            )
            let configuration = try Self.configure(folder, templates: templates.path)
            let store = try Store(
                folder: folder.appendingPathComponent("data"),
                kind: .service,
                now: Date()
            )
            defer { store.close() }
            func facts(_ reviewDay: String) throws -> Program.Result {
                let text = """
                    [prix]
                    valeur = 3 euros
                    source = https://anct.example
                    responsable = Marie
                    revoir_le = \(reviewDay)
                    repli =
                    """
                try Data(text.utf8).write(to: templates.appendingPathComponent("faits.conf"))
                return try status(configuration)
            }
            #expect(try facts("2999-12-31").code == 0)
            let expired = try facts("2020-01-31")
            #expect(expired.code == 1)
            #expect(expired.output.contains("1 fact to review"))
            #expect(expired.output.contains("[prix] expired after 2020-01-31"))
            #expect(try facts("2020-01-32").output.contains("the facts cannot be read"))
        }
    }
}
