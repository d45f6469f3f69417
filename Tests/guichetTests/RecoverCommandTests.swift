import Foundation
import Glibc
import JSONLines
import Mail
import Sandbox
import Testing

/// What was set aside is taken back from the command line, without a service and beside one.
@Suite("guichet recover", .serialized, .timeLimit(.minutes(20))) struct RecoverCommandTests {
    private static let address = "incubateur@anct.example"

    private func configure(_ folder: URL, _ server: LoopbackServer) throws -> String {
        let text = """
            [mailbox]
            url = imap://127.0.0.1:\(server.imapPort)/INBOX
            user = \(Self.address)
            password = \(server.password)
            start = all
            poll_seconds = 1
            answer_within_days = 0
            [delivery]
            url = smtp://127.0.0.1:\(server.smtpPort)
            from = \(Self.address)
            [service]
            store = data
            rules = \(Checkout.root.appendingPathComponent("rules").path)
            templates = \(Checkout.root.appendingPathComponent("templates").path)
            [staff]
            default = equipe@anct.example
            recap_at = never
            """
        let file = folder.appendingPathComponent("guichet.conf")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func deliver(_ number: Int, to server: LoopbackServer) {
        let text = """
            From: Mairie \(number) <mairie@ville-\(number).example>
            To: \(Self.address)
            Subject: Catalogue
            Message-ID: <m\(number)@ville-\(number).example>
            List-Id: <passerelle.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Bonjour, notre mairie souhaite consulter le catalogue Territoires Store (\(number)).
            """
        server.deliver(
            Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8),
            to: Self.address,
            internalDate: Date()
        )
    }

    @Test("a message set aside is listed, taken back once, and told of by status")
    func recover() throws {
        try Checkout.withFolder { folder in
            let server = try LoopbackServer()
            defer { server.stop() }
            let file = try configure(folder, server)
            func run(_ words: String...) throws -> Program.Result {
                try Program.run(words + ["--config", file])
            }
            #expect(try run("recover", "--list").code == 66, "no store yet")
            for number in 1...3 { deliver(number, to: server) }
            #expect(try run("run", "--once").code == 0)
            let list = try run("recover", "--list")
            #expect(list.code == 0)
            #expect(list.output.split(separator: "\n").count == 3)
            #expect(list.output.contains("<m2@ville-2.example>"))
            let status = try run("status", "--json")
            let object = try JSONReader.object(of: status.output.utf8)
            #expect(object.object("set_aside")?.integer("since_recap") == 3)
            // Without a service.
            let done = try run("recover", "<m1@ville-1.example>")
            #expect(done.code == 0, "\(done.output)\(done.errors)")
            #expect(done.output.contains("taken back into case 20"))
            #expect(done.errors.contains("no service runs"))
            let again = try run("recover", "m1@ville-1.example", "m9@ville-9.example")
            #expect(again.code == 65)
            #expect(again.output.contains("took it back at"))
            #expect(again.output.contains("no message set aside"))
            // Beside one.
            let service = try Program.start(["run", "--config", file])
            let deadline = Date().addingTimeInterval(60)
            while server.messages(of: "equipe@anct.example").isEmpty, Date() < deadline {
                usleep(50_000)
            }
            let beside = try run("recover", "m2@ville-2.example")
            #expect(beside.code == 0, "\(beside.output)\(beside.errors)")
            #expect(beside.output.contains("taken back into case 20"))
            while server.messages(of: "equipe@anct.example").count < 2, Date() < deadline {
                usleep(50_000)
            }
            service.signal(SIGTERM)
            #expect(try service.finish().code == 0)
            let summaries = server.messages(of: "equipe@anct.example")
            #expect(summaries.count == 2)
            for summary in summaries {
                let text = Message(parsing: summary).text
                #expect(text.contains("RÉCUPÉRÉ  écarté le"))
                #expect(text.contains("repris par guichet recover ("))
            }
            for number in 1...2 {
                #expect(server.messages(of: "mairie@ville-\(number).example").isEmpty, "it waits")
            }
        }
    }

    @Test("wrong words are told", arguments: [[], ["--list", "3"]])
    func usage(words: [String]) throws {
        #expect(try Program.run(["recover"] + words).code == 64)
    }
}
