import Foundation

/// One IMAP client (RFC 3501), served by one thread from greeting to end.
final class IMAPServerSession {
    /// How a command ended, as its tagged response says.
    enum Completion {
        case ok(String)
        case no(String)
        case bad(String)

        var text: String {
            switch self {
            case .ok(let words): "OK \(words)"
            case .no(let words): "NO \(words)"
            case .bad(let words): "BAD \(words)"
            }
        }
    }

    /// The client logs out, or the server ends the session.
    struct Farewell: Error { var words: String? }

    let channel: Channel
    let store: MailStore
    let desk: FaultDesk
    let password: String
    /// Whose mailbox this is; `nil` before login.
    var account: String?
    var selected: SelectedFolder?
    var output = IMAPOutput()
    /// Whether answers are kept back to the end of the command.
    private var holdsOutput = false
    /// Whether this session's IDLE announces nothing.
    var isDeaf = false

    init(socket: Int32, store: MailStore, desk: FaultDesk, password: String) {
        channel = Channel(socket: socket)
        self.store = store
        self.desk = desk
        self.password = password
    }

    /// Returns when the connection is to be closed.
    func serve() {
        do throws(Channel.Ended) {
            _ = try suffer(desk.take([.imapConnection]), tag: nil, isLasting: true)
            guard try !suffer(desk.take([.imapGreeting]), tag: nil) else { return }
            output.line("* OK [CAPABILITY \(capabilities)] guichet's sandbox is ready")
            try flush()
            while true { try serveCommand() }
        } catch {
            // The client is gone, or has been sent away.
        }
    }

    var capabilities: String {
        let offered = [
            "SASL-IR", "LITERAL+", "IDLE", "MOVE", "UIDPLUS", "UNSELECT", "NAMESPACE", "ID",
            "ENABLE", "AUTH=PLAIN", "AUTH=LOGIN",
        ].filter(desk.offers)
        return (["IMAP4rev1"] + offered).joined(separator: " ")
    }

    // MARK: Sending

    func flush() throws(Channel.Ended) {
        let bytes = output.bytes
        output.removeAll()
        try channel.send(bytes)
    }

    /// Sends what has gathered, when it is much.
    func flushIfLarge() throws(Channel.Ended) {
        if !holdsOutput, output.bytes.count > 1 << 18 { try flush() }
    }

    func sayGoodbye(_ words: String) throws(Channel.Ended) -> Never {
        output.line("* BYE \(words)")
        try flush()
        throw Channel.Ended()
    }

    // MARK: Commands

    private func serveCommand() throws(Channel.Ended) {
        let bytes: [UInt8]
        switch try readCommand() {
        case .command(let command): bytes = command
        case .refused(let tag, let words):
            output.line("\(tag) BAD \(words)")
            return try flush()
        }
        var syntax = IMAPSyntax(bytes)
        var tag = "*"
        var name = ""
        do throws(IMAPSyntax.Malformed) {
            tag = try syntax.tag()
            try syntax.space()
            name = try syntax.keyword("a command")
            if name == "UID" {
                try syntax.space()
                name = try "UID " + syntax.keyword("a command")
            }
        } catch {
            output.line("\(tag) BAD \(error.reason)")
            return try flush()
        }
        try serve(name, syntax, tag: tag)
    }

    private func serve(_ name: String, _ syntax: IMAPSyntax, tag: String) throws(Channel.Ended) {
        guard try !suffer(desk.take([.imap(name), .imap("*")]), tag: tag) else { return }
        let afterwards = desk.take([.imapAnswer(name), .imapAnswer("*")])
        holdsOutput = !afterwards.isEmpty
        defer { holdsOutput = false }
        let completion = try completion(of: name, syntax, tag: tag)
        if afterwards.contains(where: \.decidesAnswer) { output.removeAll() }
        guard try !suffer(afterwards, tag: tag) else { return }
        output.line("\(tag) \(completion.text)")
        try flush()
        channel.setPace(connectionPace)
        if name == "LOGOUT" { throw Channel.Ended() }
    }

    private func completion(of name: String, _ syntax: IMAPSyntax, tag: String)
        throws(Channel.Ended) -> Completion
    {
        var syntax = syntax
        do {
            return try execute(name, &syntax)
        } catch let error as IMAPSyntax.Malformed {
            return .bad("\(name): \(error.reason)")
        } catch {
            throw Channel.Ended()
        }
    }

    // MARK: Faults

    private var connectionPace: (bytes: Int, pause: Duration)?
    private var connectionDelay: Duration?

    /// Lets faults happen.
    /// - Returns: whether nothing else is to be answered.
    private func suffer(_ effects: [Fault.Effect], tag: String?, isLasting: Bool = false)
        throws(Channel.Ended) -> Bool
    {
        if tag != nil, let connectionDelay { try channel.sleep(connectionDelay) }
        for effect in effects {
            switch effect {
            case .answer(let words):
                output.line("\(tag ?? "*") \(words)")
                try flush()
                return true
            case .bye(let words): try sayGoodbye(words)
            case .raw(let bytes):
                try channel.send(bytes)
                return true
            case .delay(let duration):
                if isLasting { connectionDelay = duration }
                try channel.sleep(duration)
            case .drip(let bytes, let pause):
                if isLasting { connectionPace = (bytes, pause) }
                channel.setPace((bytes, pause))
            case .silence: try channel.staySilent()
            case .close(let count): try channel.close(afterBytes: count)
            case .deafness: isDeaf = true
            }
        }
        return false
    }
}

// MARK: - Reading commands

extension IMAPServerSession {
    private enum Reading {
        /// The literals in place.
        case command([UInt8])
        case refused(tag: String, String)
    }

    /// Reads one command with its literals (RFC 3501 §7.5, RFC 7888).
    private func readCommand() throws(Channel.Ended) -> Reading {
        var command: [UInt8] = []
        var refusal: String?
        while true {
            let line: [UInt8]
            switch try channel.line(limit: IMAPLimits.lineOctets) {
            case .line(let content, _): line = content
            case .tooLong(let start):
                let tag = Self.tag(of: command.isEmpty ? start : command)
                return .refused(tag: tag, "the line is over \(IMAPLimits.lineOctets) octets")
            }
            if refusal == nil || command.isEmpty { command += line }
            guard let literal = Self.announcedLiteral(line) else { break }
            let problem = refusal ?? objection(to: literal, after: command.count)
            if let problem, literal.waits {
                return .refused(tag: Self.tag(of: command), problem)
            }
            if problem != nil {
                refusal = problem
                try channel.skip(literal.count)
                continue
            }
            if literal.waits { try channel.send("+ go on\r\n") }
            command += [13, 10]
            command += try channel.bytes(literal.count)
        }
        if let refusal { return .refused(tag: Self.tag(of: command), refusal) }
        return .command(command)
    }

    private func objection(to literal: (count: Int, waits: Bool), after octets: Int) -> String? {
        let limit =
            account == nil ? IMAPLimits.literalOctetsBeforeLogin : IMAPLimits.literalOctets
        if literal.count > limit { return "the literal is over \(limit) octets" }
        if literal.count + octets > IMAPLimits.commandOctets {
            return "the command is over \(IMAPLimits.commandOctets) octets"
        }
        if !literal.waits, !desk.offers("LITERAL+") {
            return "literals without waiting (LITERAL+) are not offered"
        }
        return nil
    }

    /// `{count}` or `{count+}` at the end of a line.
    private static func announcedLiteral(_ line: [UInt8]) -> (count: Int, waits: Bool)? {
        guard line.last == UInt8(ascii: "}"),
            let start = line.lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        var digits = line[(start + 1)..<(line.count - 1)]
        let waits = digits.last != UInt8(ascii: "+")
        if !waits { digits.removeLast() }
        guard !digits.isEmpty, digits.count < 16, digits.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(String(decoding: digits, as: UTF8.self)).map { ($0, waits) }
    }

    private static func tag(of command: [UInt8]) -> String {
        var syntax = IMAPSyntax(command)
        return (try? syntax.tag()) ?? "*"
    }
}
