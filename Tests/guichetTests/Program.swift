import Foundation
import Glibc
import ServerSupport

/// The built program, run as a process of its own.
struct Program {
    struct Result {
        var code: Int32
        var output: String
        var errors: String
    }

    static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("guichet")

    /// Runs to the end.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String? = nil
    ) throws -> Result {
        let running = try start(arguments, environment: environment, input: input)
        return try running.finish()
    }

    static func start(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String? = nil
    ) throws -> Running {
        try Running(arguments, environment: environment, input: input)
    }

    /// A process under way; what it prints goes to files, so that no pipe can fill up.
    final class Running {
        private let process = Process()
        private let folder: URL

        init(_ arguments: [String], environment: [String: String], input: String?) throws {
            folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("guichet-run-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            process.executableURL = Program.executable
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment
                .merging(environment) { _, new in new }
            process.standardOutput = try handle("output")
            process.standardError = try handle("errors")
            let inputFile = folder.appendingPathComponent("input")
            try Data((input ?? "").utf8).write(to: inputFile)
            process.standardInput = try FileHandle(forReadingFrom: inputFile)
            try withoutBlockedSignals { try process.run() }
        }

        private func handle(_ name: String) throws -> FileHandle {
            let file = folder.appendingPathComponent(name)
            try Data().write(to: file)
            return try FileHandle(forWritingTo: file)
        }

        var isRunning: Bool { process.isRunning }

        func signal(_ number: Int32) { kill(process.processIdentifier, number) }

        func text(_ name: String) throws -> String {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            return String(decoding: data, as: UTF8.self)
        }

        func finish() throws -> Result {
            process.waitUntilExit()
            defer { try? FileManager.default.removeItem(at: folder) }
            return Result(
                code: process.terminationStatus,
                output: try text("output"),
                errors: try text("errors")
            )
        }
    }
}

/// Folders of the checkout that tests read.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let samples = root.appendingPathComponent("Tests/guichetTests/Fixtures/courrier")

    /// A new folder that the body may fill; removed afterwards.
    static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("guichet-test-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
