import Foundation
import ServerSupport
import Testing

@testable import guichet

/// Manual pages and completions: complete, and taken by the programs that read them.
@Suite("Documents", .timeLimit(.minutes(20))) struct DocumentTests {
    /// What a program of the system prints, standard error included.
    private func output(of command: String, _ arguments: [String]) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["LC_ALL=C.UTF-8", command] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try withoutBlockedSignals { try process.run() }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    // MARK: Manual pages

    @Test("a manual page is sound", arguments: ["guichet", "guichet.conf"])
    func manualPage(name: String) throws {
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent(name)
            let printed = try Program.run(
                ["manual", name],
                environment: ["SOURCE_DATE_EPOCH": "1788220800"]
            )
            #expect(printed.code == 0)
            #expect(printed.output.contains("2026-09-01"))
            try printed.output.write(to: file, atomically: true, encoding: .utf8)
            let (code, findings) = try output(
                of: "mandoc",
                ["-T", "lint", "-W", "warning", file.path]
            )
            #expect(code == 0 && findings.isEmpty, "\(findings)")
        }
    }

    @Test("guichet(1) has every command with its options as they are typed")
    func programPage() throws {
        let text = try rendered(ManualPages.program(date: "2026-09-01"))
        for syntax in Guichet.commands.map({ $0.syntax }) {
            #expect(text.contains("guichet \(syntax.usage)"), "\(syntax.name)")
            for option in syntax.options + syntax.flags {
                #expect(text.contains("--\(option)"), "\(option)")
            }
        }
        #expect(text.contains("78 bad configuration"))
    }

    @Test("guichet.conf(5) has every key with its default")
    func configurationPage() throws {
        let text = try rendered(ManualPages.configuration(date: "2026-09-01"))
        for section in ConfigurationKeys.sections {
            #expect(text.contains("THE SECTION [\(section.name)]"))
        }
        for key in ConfigurationKeys.all {
            #expect(text.contains("\n \(key.name) "), "\(key.name)")
            #expect(key.defaultValue.isEmpty || text.contains("Default: \(key.defaultValue)."))
        }
    }

    /// The page as a reader sees it, without emphasis, all its gaps one space wide.
    private func rendered(_ page: String) throws -> String {
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent("page")
            try page.write(to: file, atomically: true, encoding: .utf8)
            let (code, text) = try output(
                of: "mandoc",
                ["-T", "utf8", "-O", "width=1000", file.path]
            )
            #expect(code == 0)
            let plain = text.replacing(/.\u{8}/, with: "")
            return plain.split(separator: "\n")
                .map { " " + $0.split(separator: " ").joined(separator: " ") + " " }
                .joined(separator: "\n")
        }
    }

    @Test(
        "text is never taken for a request of the formatter",
        arguments: [
            (".SH x", "\\&.SH x"), ("'tis", "\\&\\(aqtis"), ("a\\b", "a\\eb"),
            ("--config", "\\-\\-config"), ("`url`", "\\(gaurl\\(ga"),
        ]
    )
    func escaping(line: String, expected: String) {
        #expect(Roff.escaped(line) == expected)
    }

    // MARK: Completion

    @Test(
        "bash completes commands, options, files and words",
        arguments: [
            (["ch"], "check"), (["config", ""], "example"), (["run", "--o"], "--once"),
            (["check", "--conf"], "--config"), (["run", "--config", "gui"], "guichet.conf"),
            (["run", "--config", "=", "gui"], "guichet.conf"),
            (["run", "--config", "guichet.conf", "--on"], "--once"),
            (["simulate", "--rules", ""], "rules"), (["simulate", "un"], "un mail.eml"),
            (["simulate", "--text", "--st"], "--store"), (["completion", "f"], "fish"),
            (["help", "insp"], "inspect"), (["--ver"], "--version"), (["text", "stem", ""], ""),
            (["run", ""], ""), (["send", ""], ""), (["send", "--l"], "--list"),
        ]
    )
    func bash(words: [String], expected: String) throws {
        try Checkout.withFolder { folder in
            for name in ["guichet.conf", "un mail.eml"] {
                try Data().write(to: folder.appendingPathComponent(name))
            }
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("rules"),
                withIntermediateDirectories: true
            )
            let script = """
                cd "$1" && source <("$2" completion bash) && shift 2
                COMP_WORDS=(guichet "$@") COMP_CWORD=$#
                _guichet
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            let (code, found) = try output(
                of: "bash",
                ["--norc", "-c", script, "bash", folder.path, Program.executable.path] + words
            )
            #expect(code == 0)
            #expect(found == expected + "\n")
        }
    }

    @Test("a usage line says what follows an option, and which operands there are")
    func usageLine() {
        let usage = UsageLine(
            CommandSyntax(
                name: "send",
                summary: "",
                usage: "send [--config FILE] CASE… | --list [--by a|b]",
                options: ["config", "by"],
                flags: ["list"],
                help: ""
            )
        )
        #expect(usage.operands == ["CASE…"])
        #expect(usage.offer(forOption: "config") == .files)
        #expect(usage.offer(forOption: "by") == .words(["a", "b"]))
        #expect(usage.operandOffer == .nothing)
    }

    @Test("bash is offered every command")
    func bashCommands() {
        for syntax in Guichet.commands.map({ $0.syntax }) {
            #expect(BashCompletion.script.contains("\"\(syntax.name) \"*)"))
        }
    }

    @Test(
        "a script can be read by its shell, where that is installed",
        arguments: ["bash", "zsh", "fish"].filter {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
        }
    )
    func shellReads(shell: String) throws {
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent("completion")
            let script = try Program.run(["completion", shell]).output
            try script.write(to: file, atomically: true, encoding: .utf8)
            let (code, findings) = try output(of: shell, ["-n", file.path])
            #expect(code == 0 && findings.isEmpty, "\(findings)")
        }
    }

    @Test("a page or shell that is not there is a wrong use, which names those that are")
    func wrongUse() throws {
        for (arguments, names) in [
            (["manual"], "guichet or guichet.conf"), (["manual", "x"], "guichet or guichet.conf"),
            (["completion", "tcsh"], "bash, zsh or fish"),
        ] {
            let result = try Program.run(arguments)
            #expect(result.code == 64)
            #expect(result.errors.contains(names))
        }
    }
}
