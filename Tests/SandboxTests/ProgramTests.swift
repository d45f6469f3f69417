import Foundation
import Mail
import Sandbox
import ServerSupport
import Testing

/// How a program ended.
struct Ending {
    var status: Int32
    /// Standard output and error.
    var output: String
}

/// Runs a program to its end.
func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ending {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    // Open and silent: at its end `script` would press a key.
    process.standardInput = Pipe()
    try withoutBlockedSignals { try process.run() }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
        status: process.terminationStatus,
        output: String(decoding: output, as: UTF8.self)
    )
}

@Suite("Other programs against the server in memory", .timeLimit(.minutes(20)))
struct ProgramTests {
    @Test("Python's imaplib and smtplib")
    func python() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.deliver(letter("déjà là"), to: ann)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/clients.py").path
        let service = "service@example.test"
        Thread.detachNewThread { Self.answerOne(to: service, server) }
        let ending = try run([
            "python3", script, server.host, "\(server.imapPort)", "\(server.smtpPort)", ann,
            server.password, service,
        ])
        #expect(ending.status == 0, "\(ending.output)")
        #expect(
            ending.output
                == "clients.py: the answer is Re: Une question\nclients.py: all is well\n"
        )
        // What was there, and the answer.
        #expect(server.messages(of: ann).count == 2)
    }

    /// Waits for a mail to that address over IDLE and answers it.
    private static func answerOne(to service: String, _ server: LoopbackServer) {
        guard let session = try? server.imapSession(service) else { return }
        if server.messages(of: service).isEmpty {
            _ = try? session.idle(until: .now + .seconds(300))
        }
        guard let question = server.messages(of: service).first else { return }
        let message = Message(parsing: question)
        let answer = """
            From: <\(service)>
            To: <\(ann)>
            Subject: Re: \(message.subject ?? "")
            In-Reply-To: <\(message.messageID ?? "")>

            Bonjour
            """
        server.deliver(Array(answer.utf8), to: ann)
    }

    private static let muttIsInstalled = ["/usr/bin/mutt", "/usr/bin/script"]
        .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(
        "mutt sends by its own SMTP, reads over IMAP, marks and deletes",
        .enabled(if: muttIsInstalled, "mutt")
    )
    func mutt() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "mutt-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let configuration = folder.appending(path: "muttrc")
        try muttConfiguration(server, folder: folder).write(
            to: configuration,
            atomically: true,
            encoding: .utf8
        )
        let environment = [
            "HOME": folder.path, "TERM": "xterm", "LC_ALL": "C.UTF-8", "COLUMNS": "80",
            "LINES": "24",
        ]
        let attached = folder.appending(path: "délibération.txt")
        try "Le conseil décide.\n".write(to: attached, atomically: true, encoding: .utf8)
        let subjects = ["Première question", "Deuxième question", "Troisième question"]
        for subject in subjects {
            let ending = try run(
                [
                    "sh", "-c", "printf 'Bonjour été\\n.\\nfin\\n' | exec timeout 300 mutt \"$@\"",
                    "mutt",
                    "-n", "-F", configuration.path, "-s", subject, "-a", attached.path, "--", ann,
                ],
                environment: environment
            )
            #expect(ending.status == 0, "\(ending.output)")
        }
        let sent = server.messages(of: ann).map { Message(parsing: $0) }
        #expect(sent.map(\.subject) == subjects)
        #expect(sent.allSatisfy { $0.attachments.map(\.filename) == ["délibération.txt"] })

        let keys =
            "<first-entry><pipe-message>cat >\(folder.path)/piped<enter>"
            + "<display-message><exit><next-entry><flag-message><last-entry><delete-message>"
            + "<limit>~b Bonjour<enter><first-entry>"
            + "<sync-mailbox><quit>"
        let command =
            "stty rows 24 cols 80; exec timeout 300 mutt -n -F '\(configuration.path)'"
            + " -e 'push \"\(keys)\"' -f 'imap://\(server.host):\(server.imapPort)/INBOX'"
        let ending = try run(
            ["script", "-qec", command, "\(folder.path)/typescript"],
            environment: environment
        )
        #expect(ending.status == 0, "\(ending.output)")
        let file = folder.appending(path: "piped")
        let piped = (try? String(contentsOf: file, encoding: .utf8)) ?? ending.output
        #expect(piped.contains("Bonjour été\n.\nfin\n"))
        #expect(piped.contains("Subject: Première question"))
        #expect(ending.output.contains("Deuxième question"), "\(ending.output)")
        let left = server.contents(of: ann)
        #expect(left.map { $0.flags.contains("\\Flagged") } == [false, true])
        #expect(left.first?.flags.contains("\\Seen") == true)
    }

    private func muttConfiguration(_ server: LoopbackServer, folder: URL) -> String {
        """
        set from = "Ann <\(ann)>"
        set smtp_url = "smtp://\(ann.replacing("@", with: "%40"))@\(server.host):\(server.smtpPort)/"
        set smtp_pass = "\(server.password)"
        set imap_user = "\(ann)"
        set imap_pass = "\(server.password)"
        set ssl_starttls = no
        set ssl_force_tls = no
        set copy = no
        set folder = "\(folder.path)"
        set charset = utf-8
        set send_charset = "us-ascii:utf-8"
        set pipe_decode = yes
        set wait_key = no
        set delete = yes
        set quit = yes
        set move = no
        set header_cache = ""
        set message_cachedir = ""
        set sort = mailbox-order

        """
    }
}
