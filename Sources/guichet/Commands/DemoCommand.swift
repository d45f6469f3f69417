import Foundation

enum DemoCommand: Command {
    static let syntax = CommandSyntax(
        name: "demo",
        summary: "See the whole thing work: no account, no configuration, no network.",
        usage: "demo [--folder DIR] [--listen] [--imap-port N] [--smtp-port N] [--no-color]",
        options: ["folder", "imap-port", "smtp-port"],
        flags: ["listen", "no-color"],
        help: """
            Starts a mail server in the program, on ports of 127.0.0.1 that the system chooses,
            delivers a dozen and more invented mails to it, runs the service until all are filed
            and every answer has left, and shows what happened, mail by mail. All files go to DIR
            (./demo): index.html shows each mail beside its answer, store/journal holds the
            journal, received and sent the mails. A later demonstration in DIR replaces what an
            earlier one left, and refuses a folder with other files.
            With --listen it then stays open until Ctrl-C, so that any mail program can write to
            the service and read the answer; it says how.

            Example: guichet demo --listen
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        // Before anything that may start threads.
        let signals = SignalWatch()
        let isListening = arguments.flags.contains("listen")
        let path = arguments.values["folder"] ?? "demo"
        guard !path.isEmpty else { throw Arguments.failure("--folder wants a name", syntax) }
        let imapPort = try port("imap-port", arguments)
        let smtpPort = try port("smtp-port", arguments)
        let files = try DemoFiles.folder()
        let page = DemoPage(template: try DemoFiles.pageTemplate(in: files))
        let mails = try DemoMails(folder: files, now: Date())
        // Before an earlier demonstration is replaced: its ports can be taken.
        let server = try DemoStage.server(imapPort: imapPort, smtpPort: smtpPort)
        let folder = try DemoFolder(path: path)
        let stage = try DemoStage(server: server, folder: folder)
        defer { stage.stop() }
        let news = stage.news
        signals.start(onStop: { _ in news.put(.stop) }, onReload: { news.put(.stop) })
        var style = TextStyle.of(STDOUT_FILENO, environment: ProcessInfo.processInfo.environment)
        if arguments.flags.contains("no-color") { style = .plain }
        let demonstration = Demonstration(
            stage: stage,
            folder: folder,
            text: DemoText(style: style, program: program, folder: path),
            page: page,
            pause: isatty(STDOUT_FILENO) == 1 ? 0.35 : 0
        )
        guard try demonstration.play(mails, isListening: isListening) else { return .tryAgain }
        if isListening { try demonstration.listen() }
        return .done
    }

    /// 0, for one that the system chooses, where none is named.
    private static func port(_ name: String, _ arguments: Arguments) throws -> Int {
        guard let value = arguments.values[name] else { return 0 }
        guard let port = Int(value), (0...65_535).contains(port) else {
            throw Arguments.failure("--\(name) must be a number from 0 to 65535", syntax)
        }
        return port
    }

    /// As a person would type it again: its path where that is short, else its name.
    private static var program: String {
        let typed = CommandLine.arguments.first ?? "guichet"
        let here = FileManager.default.currentDirectoryPath + "/"
        let short = typed.hasPrefix(here) ? String(typed.dropFirst(here.count)) : typed
        return short.count <= 30 ? short : "guichet"
    }
}
