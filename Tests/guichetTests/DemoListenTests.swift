import Foundation
import Glibc
import ServerSupport
import Testing

@testable import guichet

@Suite("Demonstration that stays open", .timeLimit(.minutes(20))) struct DemoListenTests {
    /// A value that the demonstration prints, as the 4143 of `IMAP      127.0.0.1, port 4143, …`.
    private func port(_ label: String, in output: String) -> String? {
        output.split(separator: "\n").last { $0.hasPrefix(label + " ") }?
            .split(separator: " ").last { $0.hasSuffix(",") && $0.first?.isNumber == true }?
            .filter(\.isNumber)
    }

    @Test("any mail program can write and read the answer; a signal ends it")
    func listen() throws {
        try Checkout.withFolder { parent in
            let folder = parent.appendingPathComponent("demo")
            let running = try Program.start(["demo", "--listen", "--folder", folder.path])
            while running.isRunning, try !running.text("output").contains("MAILINDEX=*") {
                usleep(20_000)
            }
            let output = try running.text("output")
            let imap = try #require(port("IMAP", in: output))
            let smtp = try #require(port("SMTP", in: output))
            let client = try Self.client([
                "127.0.0.1", smtp, imap, "incubateur@anct.example", "maire@ma-commune.example",
                "guichet",
            ])
            #expect(client.code == 0)
            #expect(client.output.hasPrefix("Re: Catalogue des services pour les communes [20"))
            #expect(client.output.contains("https://territoires.store/"))

            while running.isRunning, try !running.text("output").contains("Aline Prévost") {
                usleep(20_000)
            }
            let second = try Program.run(["demo", "--folder", folder.path])
            #expect(second.code == ExitCode.tryAgain.rawValue)
            #expect(second.errors.contains("another demonstration"))

            running.signal(SIGTERM)
            let result = try running.finish()
            #expect(result.code == 0)
            #expect(result.errors == "")
            let page = folder.appendingPathComponent("index.html")
            #expect(try String(contentsOf: page, encoding: .utf8).contains("Aline Prévost"))
        }
    }

    static let hasMutt = FileManager.default.isExecutableFile(atPath: "/usr/bin/mutt")

    @Test("mutt writes and reads with the configuration that is left for it", .enabled(if: hasMutt))
    func mutt() throws {
        try Checkout.withFolder { parent in
            let folder = parent.appendingPathComponent("demo")
            let running = try Program.start(["demo", "--listen", "--folder", folder.path])
            defer { running.signal(SIGKILL) }
            while running.isRunning, try !running.text("output").contains("MAILINDEX=*") {
                usleep(20_000)
            }
            let configuration = folder.appendingPathComponent("muttrc").path
            let written = try Self.shell(
                "printf 'Comment avoir le catalogue des services ?\\n' | "
                    + "timeout 300 mutt -n -F \(configuration) -s 'Le catalogue' -- "
                    + "incubateur@anct.example",
                home: parent
            )
            #expect(written.code == 0, "\(written.output)")
            while running.isRunning, try !running.text("output").contains("Aline Prévost") {
                usleep(20_000)
            }
            let read = parent.appendingPathComponent("answer").path
            let keys = "<last-entry><pipe-message>cat > \(read)<enter><quit>y"
            let ending = try Self.shell(
                "timeout 300 script -qec \"stty rows 24 cols 80; mutt -n -F \(configuration) "
                    + "-e 'set wait_key = no' -e 'push \\\"\(keys)\\\"'\" /dev/null",
                home: parent
            )
            #expect(ending.code == 0, "\(ending.output)")
            let answer = try String(contentsOfFile: read, encoding: .utf8)
            #expect(answer.contains("From: Incubateur des Territoires <incubateur@anct.example>"))
            #expect(answer.contains("Subject: Re: Le catalogue [20"))
            running.signal(SIGTERM)
            #expect(try running.finish().code == 0)
        }
    }

    @Test(
        "a signal before the end of the demonstration is heeded too",
        arguments: [SIGINT, SIGTERM]
    )
    func interrupted(signal: Int32) throws {
        try Checkout.withFolder { parent in
            let folder = parent.appendingPathComponent("demo")
            let running = try Program.start(["demo", "--folder", folder.path])
            let log = folder.appendingPathComponent("service.log").path
            while running.isRunning, !FileManager.default.fileExists(atPath: log) { usleep(1_000) }
            running.signal(signal)
            let code = try running.finish().code
            // It may have been done already.
            #expect([ExitCode.tryAgain.rawValue, 0].contains(code))
        }
    }

    private static func client(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let script = Checkout.root.appendingPathComponent(
            "Tests/guichetTests/Fixtures/write-and-read.py"
        )
        return try shell(
            (["python3", script.path] + arguments).joined(separator: " "),
            home: FileManager.default.temporaryDirectory
        )
    }

    private static func shell(_ command: String, home: URL) throws -> (code: Int32, output: String)
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command + " 2>&1"]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["HOME": home.path, "TERM": "xterm", "LC_ALL": "C.UTF-8"]
        ) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        try withoutBlockedSignals { try process.run() }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
