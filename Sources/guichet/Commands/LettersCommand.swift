import Foundation

enum LettersCommand: Command {
    static let syntax = CommandSyntax(
        name: "letters",
        summary: "Write the mails that messages would cause into a folder, to be read one by one.",
        usage: "letters --into DIR [--config FILE] [--rules DIR] [--templates DIR] FILE…",
        options: ["into", "config", "rules", "templates"],
        takesOperands: true,
        help: """
            Takes the messages as `simulate` does and sends nothing. DIR, which must be new or empty,
            gets index.html with a page for each message, on which the message stands beside its
            mails as a mail program shows them; received holds the messages as text, sent each mail
            as text and as HTML, and lettres.txt all of it in one text.

            Example: guichet letters --into lettres courrier/
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let path = try arguments.required("into", syntax)
        guard !path.isEmpty else { throw Arguments.failure("--into wants a name", syntax) }
        let files = try InputFiles(arguments.operands, syntax: syntax)
        let settings = try SimulatedService.settings(arguments)
        let folder = try LettersFolder(path: path)
        var letters: [MessageLetters] = []
        let code = try SimulatedService.play(settings) { simulation in
            try files.answerEach { name, bytes in
                let decision = try SimulatedService.decision(on: bytes, of: name, in: simulation)
                let number = letters.count + 1
                letters.append(MessageLetters(number, file: name, bytes: bytes, decision))
                return nil
            }
        }
        guard !letters.isEmpty else { return code }
        try folder.write(letters)
        let mailCount = letters.reduce(0) { $0 + $1.mails.count }
        Output.write(
            "\(letters.count) messages, \(mailCount) mails: \(folder.index.path)\n"
        )
        return code
    }
}
