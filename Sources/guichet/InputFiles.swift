import Foundation
import JSONLines

/// The messages that a command names: files, folders of .eml files, or `-` for standard input.
struct InputFiles {
    /// Bytes read from one file at most; longer ones are read up to here, as from a mailbox.
    static let byteLimit = 64 << 20

    /// As typed; a folder stands for its .eml files in the order of their names.
    var names: [String]

    init(_ operands: [String], syntax: CommandSyntax) throws {
        guard !operands.isEmpty else { throw Arguments.failure("no FILE is given", syntax) }
        names = operands.flatMap(Self.expanded)
        guard !names.isEmpty else {
            throw Failure(
                code: .noInput,
                message:
                    "guichet \(syntax.name): no .eml file in \(operands.joined(separator: ", "))"
            )
        }
    }

    private static func expanded(_ operand: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: operand, isDirectory: &isFolder),
            isFolder.boolValue
        else { return [operand] }
        let content = (try? FileManager.default.contentsOfDirectory(atPath: operand)) ?? []
        return content.filter { $0.hasSuffix(".eml") }.sorted()
            .map { operand.hasSuffix("/") ? operand + $0 : "\(operand)/\($0)" }
    }

    /// Hands each file's bytes to `body` and writes the object it gives, if any. A bad file gets an
    /// error line and the batch goes on.
    func answerEach(_ body: (_ name: String, _ bytes: [UInt8]) throws -> JSONObject?) throws
        -> ExitCode
    {
        var code = ExitCode.done
        for name in names {
            switch Self.bytes(of: name) {
            case .success(let bytes):
                if let object = try body(name, bytes) { Output.line(object) }
            case .failure(let problem):
                Output.line(["file": .string(name), "error": .string(problem.message)])
                code = names.count == 1 ? .noInput : .badInput
            }
        }
        return code
    }

    private struct Problem: Error { var message: String }

    private static func bytes(of name: String) -> Result<[UInt8], Problem> {
        do {
            let handle =
                name == "-"
                ? FileHandle.standardInput
                : try FileHandle(forReadingFrom: URL(fileURLWithPath: name))
            var data = Data()
            while data.count < byteLimit,
                let chunk = try handle.read(upToCount: min(1 << 20, byteLimit - data.count)),
                !chunk.isEmpty
            {
                data.append(chunk)
            }
            return .success(Array(data))
        } catch {
            let reason = (error as NSError).localizedDescription
            return .failure(Problem(message: "cannot be read: \(reason)"))
        }
    }
}
