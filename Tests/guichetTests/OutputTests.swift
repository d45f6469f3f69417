import Foundation
import Testing

/// What the program says when its input or its output is of no use.
@Suite("Output of the program") struct OutputTests {
    @Test("a full disk under standard output ends in 74")
    func fullDisk() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" config example 2>&1 >/dev/full", Program.executable.path]
        let pipe = Pipe()
        shell.standardOutput = pipe
        try shell.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 74)
        #expect(String(decoding: said, as: UTF8.self).contains("standard output"))
    }

    @Test("the first word of a command of two names those there are")
    func halfACommand() throws {
        let result = try Program.run(["config"])
        #expect(result.code == 64)
        #expect(result.errors.contains("wants another word: guichet config example"))
    }

    @Test("data that is no JSON is named with the place of the fault")
    func badData() throws {
        try Checkout.withFolder { folder in
            let template = folder.appendingPathComponent("a.mustache")
            let data = folder.appendingPathComponent("d.json")
            try Data("{{a}}".utf8).write(to: template)
            try Data(#"{"a":01}"#.utf8).write(to: data)
            let result = try Program.run([
                "template", "render", "--template", template.path, "--data", data.path,
            ])
            #expect(result.code == 65)
            #expect(result.errors.hasPrefix("\(data.path): no valid JSON: "))
            #expect(!result.errors.contains("DecodingError"))
        }
    }
}
