import Casework
import Desk
import Filing
import Foundation

enum SendCommand: Command {
    static let syntax = CommandSyntax(
        name: "send",
        summary: "Let the answers that wait for staff leave.",
        usage: "send [--config FILE] CASE… | --list",
        options: ["config"],
        flags: ["list"],
        takesOperands: true,
        help: """
            With answers = hold, every answer waits until staff order `envoyer`, or until this command
            names its case. A running service sends it within seconds; otherwise it leaves at the
            next start. What is not released waits for ever. --list shows what waits and changes
            nothing.

            Exit code: 0 when the answer of every case leaves, or has left; 65 when one has none.

            Example: guichet send 2026-00042 2026-00043
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let isList = arguments.flags.contains("list")
        guard isList != !arguments.operands.isEmpty else {
            throw Arguments.failure("name a CASE, or give --list", syntax)
        }
        let numbers = try arguments.operands.map { word in
            guard let number = CaseNumber(word) else {
                throw Arguments.failure("`\(word)` is no case number such as 2026-00042", syntax)
            }
            return number
        }
        let settings = try Loading.settings(path: arguments.configurationPath, secrets: false)
        guard FileManager.default.fileExists(atPath: settings.store.path) else {
            throw Failure(
                code: .noInput,
                message: "guichet send: \(settings.store.path): there is no store yet; "
                    + "the service makes it at its first start: guichet run"
            )
        }
        try StoreOwner.become(ownerOf: settings.store)
        return isList ? try list(settings.store) : try release(numbers, settings.store)
    }

    // MARK: List

    private static func list(_ folder: URL) throws -> ExitCode {
        var register = Register()
        do {
            try StoreGlance(folder: folder).checkReadable()
            try JournalReader(store: folder).replay { line in
                if let event = try Event(entry: line.body, type: line.type, case: line.caseNumber) {
                    register.apply(event, at: line.at)
                }
            }
        } catch let error as JournalError {
            throw Failure(code: error.exitCode, message: "guichet send: \(error)")
        }
        for (number, answers) in register.heldAnswers {
            for answer in answers { Output.write(line(register.cases[number], number, answer)) }
        }
        if register.heldAnswers.isEmpty { Output.error("no answer waits") }
        return .done
    }

    private static func line(_ dossier: Case?, _ number: CaseNumber, _ answer: HeldAnswer) -> String
    {
        let what = dossier.map { $0.offers.map(\.rawValue).joined(separator: "+") } ?? ""
        return [
            "\(number)", Timestamp.seconds(answer.queuedAt), answer.role.rawValue,
            what.isEmpty ? "-" : what, answer.recipients.joined(separator: ","),
            dossier?.subject ?? "",
        ]
        .joined(separator: "  ") + "\n"
    }

    // MARK: Release

    private static func release(_ numbers: [CaseNumber], _ folder: URL) throws -> ExitCode {
        let store = try openUnlessRunning(folder)
        defer { store?.close() }
        var isAllDone = true
        for number in numbers {
            let answer: Requests.Answer
            if let store {
                answer = try store.release(number, by: service.requester, at: Date()).answer(
                    about: number
                )
            } else {
                answer = try ask(number, in: folder)
            }
            Output.write(answer.sentence + "\n")
            if !answer.isDone { isAllDone = false }
        }
        if store != nil { Output.error("no service runs: mail leaves when guichet run is started") }
        return isAllDone ? .done : .badInput
    }

    /// The store, or `nil` where a service holds it.
    private static func openUnlessRunning(_ folder: URL) throws -> Store? {
        do {
            return try Store(folder: folder, kind: .service, now: Date())
        } catch let error as JournalError {
            if case .locked = error.problem { return nil }
            throw Failure(code: error.exitCode, message: "guichet send: \(error)")
        }
    }

    private static let service = AskService(command: "send", patience: 15)

    private static func ask(_ number: CaseNumber, in folder: URL) throws -> Requests.Answer {
        let release = Requests.Release(caseNumber: number, by: service.requester)
        return try service.answer(to: .release(release), about: "\(number)", in: folder)
    }
}
