import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Intake

enum RecoverCommand: Command {
    static let syntax = CommandSyntax(
        name: "recover",
        summary: "Take back messages that were set aside: each opens a case.",
        usage: "recover [--config FILE] MESSAGE… | --list",
        options: ["config"],
        flags: ["list"],
        takesOperands: true,
        help: """
            MESSAGE is the number of a message in the last recap, or a Message-ID. The message is
            fetched from the mailbox again and filed as a person's, whatever screening found: staff
            are told, and its answer waits for `envoyer` or guichet send. Staff do the same by
            answering a recap with `récupérer 3`. A running service does it within seconds. --list
            shows what can be taken back and changes nothing: what the last recap numbers, then
            what came since, in the last 90 days.

            Exit code: 0 when every message is in a case; 65 when one is unknown or gone.

            Example: guichet recover 3 '<abc@mairie.example>'
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let isList = arguments.flags.contains("list")
        guard isList != !arguments.operands.isEmpty else {
            throw Arguments.failure("name a MESSAGE, or give --list", syntax)
        }
        let path = arguments.configurationPath
        var settings = try Loading.settings(path: path, secrets: false)
        guard FileManager.default.fileExists(atPath: settings.store.path) else {
            throw Failure(
                code: .noInput,
                message: "guichet recover: \(settings.store.path): there is no store yet; "
                    + "the service makes it at its first start: guichet run"
            )
        }
        let isRunning = try isHeld(settings.store)
        // Read while we may: the owner of the store may not read what root may.
        if !isList, !isRunning { settings = try Loading.settings(path: path) }
        try StoreOwner.become(ownerOf: settings.store)
        if isList { return try list(settings.store) }
        let answers =
            try isRunning
            ? arguments.operands.map { try ask($0, in: settings.store) }
            : takeBack(arguments.operands, settings)
        return answers.allSatisfy(\.isDone) ? .done : .badInput
    }

    private static func isHeld(_ store: URL) throws -> Bool {
        do throws(JournalError) {
            return try StoreGlance(folder: store).holder() != nil
        } catch {
            throw Failure(code: error.exitCode, message: "guichet recover: \(error)")
        }
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
            throw Failure(code: error.exitCode, message: "guichet recover: \(error)")
        }
        let recaps = register.recaps
        var shown: Set<String> = []
        if let day = recaps.lastDay {
            for number in 1...max(1, recaps.count(of: day)) {
                guard let sha256 = recaps.message(number: number, of: day),
                    let message = recaps.recoverable(sha256)
                else { continue }
                shown.insert(sha256)
                Output.write(line("\(number)", message, recaps))
            }
        }
        for message in recaps.setAside where shown.insert(message.sha256).inserted {
            Output.write(line("-", message, recaps))
        }
        if shown.isEmpty { Output.error("nothing was set aside since the recap before the last") }
        return .done
    }

    private static func line(_ number: String, _ message: SetAsideMessage, _ recaps: Recaps)
        -> String
    {
        let fate = recaps.recovery(of: message.sha256).map { "\($0.caseNumber)" } ?? "-"
        let fields = [
            number, Timestamp.seconds(message.filedAt), message.disposition.rawValue, fate,
            message.messageID.map { "<\($0)>" } ?? "-", message.from ?? "-", message.subject ?? "",
            message.reason ?? "",
        ]
        return fields.map { TextLayout.line($0) }.joined(separator: "  ") + "\n"
    }

    // MARK: Taking back

    private static func takeBack(_ names: [String], _ settings: Settings) throws
        -> [Requests.Answer]
    {
        let log = Log.silent
        let office = try Loading.office(settings, kind: .service, now: Date(), log: log)
        defer { office.close() }
        let recoverer = Recoverer(
            office: office,
            source: SetAsideArchive(settings: settings.mailbox),
            clock: SystemClock(),
            log: log
        )
        let answers = try names.map { name in
            let answer = try recoverer.takeBack(name, by: service.requester)
            Output.write(answer.sentence + "\n")
            return answer
        }
        Output.error("no service runs: mail leaves when guichet run is started")
        return answers
    }

    /// It has to fetch the message.
    private static let service = AskService(command: "recover", patience: 50)

    private static func ask(_ name: String, in folder: URL) throws -> Requests.Answer {
        let recovery = Requests.Recovery(message: name, by: service.requester)
        let answer = try service.answer(to: .recovery(recovery), about: name, in: folder)
        Output.write(answer.sentence + "\n")
        return answer
    }
}
