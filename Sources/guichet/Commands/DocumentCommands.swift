import Foundation

enum ManualCommand: Command {
    static let syntax = CommandSyntax(
        name: "manual",
        summary: "Print a manual page, as man reads it.",
        usage: "manual guichet|guichet.conf",
        takesOperands: true,
        help: """
            Prints guichet(1) or guichet.conf(5), made from the tables of this program. The page bears
            the day of SOURCE_DATE_EPOCH, or today.

            Example: guichet manual guichet.conf | man -l -
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let date = ManualPages.date(
            environment: ProcessInfo.processInfo.environment,
            now: Date()
        )
        switch arguments.operands {
        case ["guichet"]: Output.write(ManualPages.program(date: date))
        case ["guichet.conf"]: Output.write(ManualPages.configuration(date: date))
        default: throw Arguments.failure("name one page: guichet or guichet.conf", syntax)
        }
        return .done
    }
}

enum CompletionCommand: Command {
    static let syntax = CommandSyntax(
        name: "completion",
        summary: "Print what makes a shell complete guichet's commands and options.",
        usage: "completion bash|zsh|fish",
        takesOperands: true,
        help: """
            The package installs it for all three shells; without the package:

            Example: source <(guichet completion bash)
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        switch arguments.operands {
        case ["bash"]: Output.write(BashCompletion.script)
        case ["zsh"]: Output.write(ZshCompletion.script)
        case ["fish"]: Output.write(FishCompletion.script)
        default: throw Arguments.failure("name one shell: bash, zsh or fish", syntax)
        }
        return .done
    }
}
