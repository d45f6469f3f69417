import Foundation
import French

/// A command of the program: its syntax and what it does.
protocol Command: Sendable {
    static var syntax: CommandSyntax { get }

    /// Does the work; throws a `Failure` for anything that ends it early.
    static func run(_ arguments: Arguments) throws -> ExitCode
}

@main
enum Guichet {
    static let version = "0.1.0"

    static let commands: [any Command.Type] = [
        DemoCommand.self, RunCommand.self, CheckCommand.self, StatusCommand.self, SendCommand.self,
        RecoverCommand.self, ConfigExampleCommand.self, SimulateCommand.self, LettersCommand.self,
        ExamplesCommand.self, FactsCommand.self, InspectCommand.self, ClassifyCommand.self,
        TemplateRenderCommand.self, TextStemCommand.self, ManualCommand.self,
        CompletionCommand.self,
    ]

    static func main() {
        fillStandardDescriptors()
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    /// Where the caller has closed descriptor 0, 1 or 2, the next file opened would get its number, and
    /// what is meant for people would be written into the journal.
    private static func fillStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest number that is free, which is this one.
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Finds the command that the words name and runs it.
    static func run(_ words: [String]) -> ExitCode {
        do {
            let code = try dispatch(words)
            guard Output.hasLost else { return code }
            throw Failure(
                code: .inputOutput,
                message: "guichet: standard output could not be written to the end"
            )
        } catch let failure as Failure {
            Output.error(failure.message)
            return failure.code
        } catch {
            Output.error("guichet: unexpected fault: \(error)")
            return .fault
        }
    }

    private static func dispatch(_ words: [String]) throws -> ExitCode {
        guard let first = words.first else {
            Output.error(helpText)
            return .usage
        }
        switch first {
        case "--help", "-h": return show(helpText)
        case "help":
            guard let command = command(in: words.dropFirst()) else { return show(helpText) }
            return show(command.type.syntax.helpText)
        case "--version", "version": return show("guichet \(version)\n")
        default: break
        }
        guard let (type, count) = command(in: words[...]) else {
            throw Failure(code: .usage, message: unknown(words))
        }
        let arguments = try Arguments(words.dropFirst(count), syntax: type.syntax)
        if arguments.wantsHelp { return show(type.syntax.helpText) }
        return try type.run(arguments)
    }

    /// The command whose name the words begin with, the longest first.
    private static func command(in words: ArraySlice<String>) -> (
        type: any Command.Type, count: Int
    )? {
        for count in [2, 1] where words.count >= count {
            let name = words.prefix(count).joined(separator: " ")
            if let type = commands.first(where: { $0.syntax.name == name }) { return (type, count) }
        }
        return nil
    }

    private static func unknown(_ words: [String]) -> String {
        let names = commands.map { $0.syntax.name }
        let group = names.filter { $0.hasPrefix(words[0] + " ") }
        if words.count == 1, !group.isEmpty {
            let list = group.map { "guichet \($0)" }.joined(separator: ", ")
            return "guichet: `\(words[0])` wants another word: \(list)\nTry: guichet --help"
        }
        let typed = words.prefix(2).joined(separator: " ")
        let nearest =
            EditDistance.nearest(to: words[0], among: names)
            ?? EditDistance.nearest(to: typed, among: names)
            ?? group.first
        let hint = nearest.map { "; did you mean `guichet \($0)`?" } ?? ""
        return "guichet: unknown command `\(words[0])`\(hint)\nTry: guichet --help"
    }

    private static func show(_ text: String) -> ExitCode {
        Output.write(text)
        return .done
    }

    static var helpText: String {
        let width = commands.map { $0.syntax.name.count }.max() ?? 0
        let lines = commands.map { type in
            let name = type.syntax.name
            let gap = String(repeating: " ", count: width - name.count + 2)
            return "  \(name)\(gap)\(type.syntax.summary)"
        }
        return """
            \(introduction)

            Usage: guichet COMMAND [OPTIONS]

            \(lines.joined(separator: "\n"))

            guichet COMMAND --help teaches a command; guichet --version names this version.

            \(firstSteps)

            \(exitCodes)

            """
    }

    static let introduction = """
        guichet reads a mailbox to which French local authorities write, understands what each
        mail asks for, files it, answers it, and tells the right person at the agency.
        """

    static let firstSteps = """
        First steps: guichet demo shows all of it at work on this machine, without any account.
        guichet simulate FILE.eml shows what would happen to a mail of yours. guichet config
        example > guichet.conf makes a configuration, guichet check --config guichet.conf tries
        it, guichet run --config guichet.conf starts the service.
        """

    static let exitCodes = """
        Exit codes follow sysexits: 0 done, 64 wrong usage, 65 bad input data, 66 no such input,
        69 a server is unavailable, 70 a fault of ours, 74 input/output error, 75 try again,
        77 credentials or TLS refused, 78 bad configuration, rules, templates or facts.
        `status` alone has those of a monitoring plugin, from 0 to 3.
        """
}
