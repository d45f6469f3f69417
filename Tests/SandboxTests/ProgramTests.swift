import Foundation
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
    process.standardInput = FileHandle.nullDevice
    try withoutBlockedSignals { try process.run() }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
        status: process.terminationStatus,
        output: String(decoding: output, as: UTF8.self)
    )
}

@Suite("Other programs against the server in memory", .timeLimit(.minutes(10)))
struct ProgramTests {
    @Test("Python's imaplib and smtplib")
    func python() throws {
        let server = try LoopbackServer()
        server.deliver(letter("déjà là"), to: ann)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/clients.py").path
        let ending = try run([
            "python3", script, server.host, "\(server.imapPort)", "\(server.smtpPort)", ann,
            server.password,
        ])
        #expect(ending.status == 0, "\(ending.output)")
        #expect(ending.output == "clients.py: all is well\n")
        #expect(server.messages(of: ann).count == 1)
    }
}
