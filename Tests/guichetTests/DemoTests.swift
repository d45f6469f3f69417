import Correspondence
import Foundation
import Glibc
import JSONLines
import Mail
import Sandbox
import ServerSupport
import Testing

@testable import guichet

/// One demonstration in a folder of its own, run to its end.
private struct DemoRun: Sendable {
    let output: String
    let errors: String
    let code: Int32
    let page: String
    let journal: [JSONObject]
    let names: [String: [String]]

    /// The proxies that an office may have in its environment must not matter.
    static let proxies = ["http_proxy": "http://127.0.0.1:9", "ALL_PROXY": "socks5h://127.0.0.1:9"]

    init(in folder: URL) throws {
        let result = try Program.run(["demo", "--folder", folder.path], environment: Self.proxies)
        output = result.output
        errors = result.errors
        code = result.code
        let index = folder.appendingPathComponent("index.html")
        page = (try? String(contentsOf: index, encoding: .utf8)) ?? ""
        journal = try Self.journal(in: folder)
        names = ["", "received", "sent"].reduce(into: [:]) { names, part in
            let path = folder.appendingPathComponent(part).path
            names[part] = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        }
    }

    static func journal(in folder: URL) throws -> [JSONObject] {
        let journal = folder.appendingPathComponent("store/journal")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: journal.path)) ?? []
        return try names.filter { $0.hasSuffix(".jsonl") }.sorted().flatMap { name in
            let data = try Data(contentsOf: journal.appendingPathComponent(name))
            return try data.split(separator: UInt8(ascii: "\n")).map {
                try JSONReader.object(of: $0)
            }
        }
    }

    func events(_ type: String) -> [JSONObject] { journal.filter { $0.string("type") == type } }

    /// Run once for all tests that only look.
    static let shared = Result { try Checkout.withFolder { try DemoRun(in: $0) } }
}

@Suite("Demonstration", .timeLimit(.minutes(20))) struct DemoTests {
    @Test("ends well, in lines of a terminal, without colours in a pipe")
    func output() throws {
        let run = try DemoRun.shared.get()
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(!run.output.contains("\u{1B}"))
        for line in run.output.split(separator: "\n") where TextLayout.width(line) > 80 {
            Issue.record("too long: \(line)")
        }
        let mails = try DemoMails(folder: try DemoFiles.folder(), now: Date()).mails
        #expect(mails.count == 14)
        let shown = TextLayout.line(run.output.replacing("\n", with: " "))
        for mail in mails {
            let message = Message(parsing: mail.bytes)
            #expect(shown.contains(TextLayout.line(message.subject ?? "?")))
            #expect(shown.contains(message.from.first?.addrSpec ?? "?"))
        }
    }

    @Test(
        "every mail is taken for what it is",
        arguments: [
            ("h.kerbrat@ville-concarneau.example", ["new-case request investigation"]),
            ("s.ruault@ville-vitre.example", ["new-case request investigation"]),
            ("t.gauvain@loire-layon-numerique.example", ["new-case request startup"]),
            ("m.antonini@mairie-olmeto.example", ["new-case request store"]),
            ("s.mauduit@agglo-laval.example", ["new-case request investigation startup store"]),
            ("mairie.ydes@orange.example", ["new-case unclear", "follow-up request startup"]),
            ("julien.bercos@citizenly.example", ["new-case other"]),
            ("micheljulliard38@orange.example", ["new-case other", "duplicate"]),
            ("p.lagardere@cc-horte-tardoire.example", ["automatic"]),
            ("president.anct@courriel-direct.example", ["spam"]),
            ("lettre@gazette-num-local.example", ["automatic"]),
            ("mairie@bar-sur-seine.example", ["new-case unclear"]),
            ("secretariat.dgs@ville-figeac.example", ["new-case request investigation"]),
        ] as [(String, [String])]
    )
    func dispositions(from: String, expected: [String]) throws {
        let run = try DemoRun.shared.get()
        let received = run.events("message.received").filter { $0.string("from") == from }
        let found = received.map { event in
            let group = event["group"]
            let change = run.journal.first {
                $0["group"] == group && ($0.string("type") ?? "").hasPrefix("case.")
            }
            let offers = change?["offers"]?.arrayValue?.compactMap(\.stringValue) ?? []
            let words = [event.string("disposition"), change?.string("kind")].compactMap(\.self)
            return (words + offers).joined(separator: " ")
        }
        #expect(found == expected)
    }

    @Test("every mail that was composed has left, and lies in the folder")
    func delivery() throws {
        let run = try DemoRun.shared.get()
        let queued = run.events("mail.queued").compactMap { $0.string("mail_id") }
        let sent = run.events("mail.sent").compactMap { $0.string("mail_id") }
        #expect(Set(queued) == Set(sent))
        #expect(queued.count == sent.count)
        #expect(run.names["sent"]?.count == queued.count)
        #expect(run.names["received"]?.count == 15)
        #expect(run.events("message.received").count == 15)
    }

    @Test("the page shows every message and case, and runs nothing that a stranger wrote")
    func page() throws {
        let run = try DemoRun.shared.get()
        let text = run.page.replacing("<mark>", with: "").replacing("</mark>", with: "")
        for event in run.events("message.received") {
            let subject = try #require(event.string("subject"))
            #expect(text.contains(">\(TextLayout.line(subject).escapedForHTML)</h3>"))
        }
        for event in run.events("case.opened") {
            #expect(text.contains(try #require(event.string("case"))))
        }
        // What the letter with the script asks for stands there as text, and only so.
        #expect(text.contains("&lt;script src=&quot;https://citizenly.example/w.js&quot;&gt;"))
        #expect(!run.page.lowercased().contains("<script"))
        for outside in ["src=\"http", "href=\"http", "url(", "@import"] {
            #expect(!run.page.contains(outside))
        }
    }

    @Test("replaces what an earlier demonstration left, and only that")
    func twice() throws {
        try Checkout.withFolder { parent in
            let folder = parent.appendingPathComponent("demo")
            #expect(try DemoRun(in: folder).code == 0)
            let second = try DemoRun(in: folder)
            #expect(second.code == 0)
            #expect(second.events("message.received").count == 15)

            for name in ["notes.txt", "sent/notes.txt", "store/notes.txt"] {
                let foreign = folder.appendingPathComponent(name)
                try Data("à moi".utf8).write(to: foreign)
                let refused = try DemoRun(in: folder)
                #expect(refused.code == ExitCode.badInput.rawValue)
                #expect(refused.errors.contains(name))
                #expect(refused.errors.contains("--folder"))
                #expect(refused.events("message.received").count == 15)
                #expect(FileManager.default.contents(atPath: foreign.path) == Data("à moi".utf8))
                try FileManager.default.removeItem(at: foreign)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["demo"])
        }
    }

    @Test("where a port is taken, what an earlier demonstration left stays")
    func takenPort() throws {
        try Checkout.withFolder { folder in
            #expect(try DemoRun(in: folder).code == 0)
            let server = try LoopbackServer()
            defer { server.stop() }
            let refused = try Program.run([
                "demo", "--folder", folder.path, "--imap-port", "\(server.imapPort)",
            ])
            #expect(refused.code == ExitCode.unavailable.rawValue)
            #expect(refused.errors.contains("--imap-port"))
            #expect(try DemoRun.journal(in: folder).count > 15)
        }
    }

    @Test("a folder of somebody else is left alone")
    func foreignFolder() throws {
        try Checkout.withFolder { folder in
            try Data("à moi".utf8).write(to: folder.appendingPathComponent("index.html"))
            let refused = try DemoRun(in: folder)
            #expect(refused.code == ExitCode.badInput.rawValue)
            #expect(refused.names[""] == ["index.html"])
            #expect(refused.page == "à moi")
        }
    }

    @Test("with standard output closed, no file or connection gets its number")
    func closedOutput() throws {
        try Checkout.withFolder { parent in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "exec \"$0\" demo --listen >&-", Program.executable.path]
            process.currentDirectoryURL = parent
            try withoutBlockedSignals { try process.run() }
            let last = parent.appendingPathComponent("demo/muttrc").path
            while process.isRunning, !FileManager.default.fileExists(atPath: last) {
                usleep(20_000)
            }
            let output = try FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/\(process.processIdentifier)/fd/1"
            )
            #expect(output == "/dev/null")
            process.terminate()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    @Test("a wish to stop passes what waits to be shown")
    func stopFirst() {
        let queue = DemoNewsQueue()
        for _ in 1...3 { queue.put(.ended(nil)) }
        queue.put(.stop)
        guard case .stop = queue.next(within: 0) else {
            Issue.record("something else came first")
            return
        }
    }

    @Test("killed at any time, it leaves nothing outside its folder, and the next one works")
    func killed() throws {
        try Checkout.withFolder { parent in
            let folder = parent.appendingPathComponent("demo")
            for path in ["", "store/journal", "sent/01-1-reply.eml"] {
                let running = try Program.start(["demo", "--folder", folder.path])
                let awaited = folder.appendingPathComponent(path).path
                while running.isRunning, !FileManager.default.fileExists(atPath: awaited) {
                    usleep(1_000)
                }
                running.signal(SIGKILL)
                _ = try running.finish()
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["demo"]
                )
            }
            #expect(try DemoRun(in: folder).code == 0)
        }
    }

    @Test(
        "an option that makes no sense is refused",
        arguments: ["--imap-port=x", "--smtp-port=-1", "--folder="]
    )
    func options(option: String) throws {
        let result = try Program.run(["demo", option])
        #expect(result.code == ExitCode.usage.rawValue)
        #expect(result.output == "")
    }
}
