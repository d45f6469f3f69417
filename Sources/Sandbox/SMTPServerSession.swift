import Foundation

/// What the SMTP server takes at most.
enum SMTPLimits {
    /// Octets in a command line (RFC 5321 §4.5.3.1.4 asks for 512, AUTH for more).
    static let commandOctets = 16_384
    /// Octets in a line of content; RFC 5321 asks for 1,000.
    static let contentLineOctets = 65_536
    /// Octets in a mail, as SIZE says.
    static let messageOctets = 64 << 20
    static let recipients = 1_000
}

/// One SMTP client (RFC 5321), served by one thread from greeting to end.
final class SMTPServerSession {
    /// A mail under way (RFC 5321 §3.3).
    struct Transaction {
        var reversePath: String
        var recipients: [String] = []
        var isInternational = false
    }

    private let channel: Channel
    private let store: MailStore
    private let desk: FaultDesk
    private let password: String
    /// What the client calls itself; `nil` before EHLO.
    private var client: String?
    private var isExtended = false
    private var user: String?
    private var transaction: Transaction?
    private var delay: Duration?
    private var pace: (bytes: Int, pause: Duration)?

    init(socket: Int32, store: MailStore, desk: FaultDesk, password: String) {
        channel = Channel(socket: socket)
        self.store = store
        self.desk = desk
        self.password = password
    }

    /// Returns when the connection is to be closed.
    func serve() {
        do throws(Channel.Ended) {
            _ = try suffer(desk.take([.smtpConnection]), isLasting: true)
            try reply(at: .greeting, "220 localhost ESMTP guichet's sandbox is ready")
            while true { try serveCommand() }
        } catch {
            // The client is gone, or has been sent away.
        }
    }

    // MARK: Replies

    private func send(_ reply: String) throws(Channel.Ended) {
        try channel.send("\(reply)\r\n")
        if reply.hasPrefix("421") { throw Channel.Ended() }
    }

    /// Replies, unless a fault at that step says otherwise; nothing is done before it.
    /// - Returns: whether the reply was given.
    @discardableResult
    private func reply(at step: Fault.Step, _ reply: String) throws(Channel.Ended) -> Bool {
        guard try isSpared([.smtp(step)]) else { return false }
        try send(reply)
        channel.setPace(pace)
        return true
    }

    private func isSpared(_ places: [Fault.Place]) throws(Channel.Ended) -> Bool {
        if let delay { try channel.sleep(delay) }
        return try !suffer(desk.take(places))
    }

    /// - Returns: whether nothing else is to be answered.
    private func suffer(_ effects: [Fault.Effect], isLasting: Bool = false) throws(Channel.Ended)
        -> Bool
    {
        for effect in effects {
            switch effect {
            case .answer(let reply):
                try send(reply)
                return true
            case .bye(let words): try send("421 4.3.2 \(words)")
            case .raw(let bytes):
                try channel.send(bytes)
                return true
            case .delay(let duration):
                if isLasting { delay = duration }
                try channel.sleep(duration)
            case .drip(let bytes, let pause):
                if isLasting { pace = (bytes, pause) }
                channel.setPace((bytes, pause))
            case .silence: try channel.staySilent()
            case .close(let count): try channel.close(afterBytes: count)
            case .deafness: break
            }
        }
        return false
    }

    // MARK: Commands

    private func serveCommand() throws(Channel.Ended) {
        guard case .line(let bytes, _) = try channel.line(limit: SMTPLimits.commandOctets) else {
            return try send("500 5.5.6 the line is over \(SMTPLimits.commandOctets) octets")
        }
        let line = String(decoding: bytes, as: UTF8.self)
        let parts = line.split(separator: " ", maxSplits: 1)
        let verb = parts.first?.uppercased() ?? ""
        let argument = parts.count > 1 ? parts[1].trimmingCharacters(in: [" "]) : ""
        switch verb {
        case "EHLO", "HELO": try hello(argument, isExtended: verb == "EHLO")
        case "AUTH": try authenticate(argument)
        case "MAIL": try beginMail(argument)
        case "RCPT": try addRecipient(argument)
        case "DATA": try takeContent(argument)
        case "RSET":
            transaction = nil
            try reply(at: .reset, "250 2.0.0 forgotten")
        case "NOOP": try send("250 2.0.0 still here")
        case "VRFY": try send("252 2.5.2 any address has a mailbox here")
        case "HELP": try send("214 2.0.0 see RFC 5321")
        case "QUIT":
            try reply(at: .quit, "221 2.0.0 until next time")
            throw Channel.Ended()
        case "EXPN", "STARTTLS", "BDAT", "ETRN", "TURN": try send("502 5.5.1 not served here")
        default: try send("500 5.5.1 unknown command")
        }
    }

    private func hello(_ name: String, isExtended: Bool) throws(Channel.Ended) {
        guard !name.isEmpty else { return try send("501 5.5.4 the client's name is missing") }
        transaction = nil
        var lines = ["localhost greets you"]
        if isExtended {
            lines += [
                "PIPELINING", "SIZE \(SMTPLimits.messageOctets)", "8BITMIME", "SMTPUTF8",
                "ENHANCEDSTATUSCODES", "AUTH PLAIN LOGIN",
            ].filter { desk.offers(String($0.prefix { $0 != " " })) }
        }
        let last = lines.removeLast()
        let text = lines.map { "250-\($0)\r\n" }.joined() + "250 \(last)"
        guard try reply(at: .hello, text) else { return }
        client = String(name.prefix(255).filter { $0.isASCII && !$0.isWhitespace })
        self.isExtended = isExtended
    }

    // MARK: AUTH (RFC 4954)

    private func authenticate(_ argument: String) throws(Channel.Ended) {
        guard isExtended, desk.offers("AUTH") else {
            return try send("503 5.5.1 EHLO first, and AUTH must be offered")
        }
        guard user == nil, transaction == nil else {
            return try send("503 5.5.1 once, and not within a mail")
        }
        let words = argument.split(separator: " ")
        let mechanism = words.first?.uppercased() ?? ""
        guard ["PLAIN", "LOGIN"].contains(mechanism), words.count <= 2 else {
            return try send("504 5.5.4 there are PLAIN and LOGIN")
        }
        guard try isSpared([.smtp(.authentication)]) else { return }
        let initial = words.count == 2 ? words[1] == "=" ? [] : SASL.decode(String(words[1])) : nil
        if words.count == 2, initial == nil {
            return try send("501 5.5.2 the response is not base64")
        }
        guard let login = try login(mechanism, initial) else {
            return try send("501 5.5.2 not a response of \(mechanism), or cancelled")
        }
        guard SASL.isUser(login.user) else { return try send("535 5.7.8 \(SASL.userRule)") }
        guard login.password == password else { return try send("535 5.7.8 wrong password") }
        user = login.user
        try send("235 2.7.0 logged in")
        channel.setPace(pace)
    }

    private func login(_ mechanism: String, _ initial: [UInt8]?) throws(Channel.Ended)
        -> SASL.Login?
    {
        if mechanism == "PLAIN" {
            let response = if let initial { Optional(initial) } else { try answer(to: "") }
            return response.flatMap(SASL.plain)
        }
        let user = if let initial { Optional(initial) } else { try answer(to: "Username:") }
        guard let user, let password = try answer(to: "Password:")
        else { return nil }
        return SASL.login(user: user, password: password)
    }

    private func answer(to challenge: String) throws(Channel.Ended) -> [UInt8]? {
        try channel.send("334 \(SASL.encode(challenge))\r\n")
        guard case .line(let line, _) = try channel.line(limit: SMTPLimits.commandOctets) else {
            return nil
        }
        return SASL.decode(String(decoding: line, as: UTF8.self))
    }
}

// MARK: - The transaction

extension SMTPServerSession {
    private func beginMail(_ argument: String) throws(Channel.Ended) {
        guard client != nil else { return try send("503 5.5.1 EHLO first") }
        guard transaction == nil else { return try send("503 5.5.1 a mail is under way") }
        guard let command = SMTPPathArgument(argument, after: "FROM:") else {
            return try send("501 5.5.4 MAIL FROM:<address> expected")
        }
        var mail = Transaction(reversePath: command.path)
        for parameter in command.parameters {
            if let refusal = Self.refusal(of: parameter, &mail) { return try send(refusal) }
        }
        if let refusal = Self.refusal(ofPath: command.path, mail, mayBeNull: true) {
            return try send(refusal)
        }
        if try reply(at: .mail, "250 2.1.0 from there") { transaction = mail }
    }

    private static func refusal(of parameter: String, _ mail: inout Transaction) -> String? {
        let parts = parameter.split(separator: "=", maxSplits: 1)
        let value = parts.count > 1 ? String(parts[1]) : ""
        switch parts.first?.uppercased() {
        case "SIZE":
            guard let size = Int(value), size >= 0 else { return "501 5.5.4 SIZE is a number" }
            return size <= SMTPLimits.messageOctets
                ? nil : "552 5.3.4 at most \(SMTPLimits.messageOctets) octets"
        case "BODY":
            return ["7BIT", "8BITMIME"].contains(value.uppercased())
                ? nil : "501 5.5.4 BODY is 7BIT or 8BITMIME"
        case "SMTPUTF8":
            mail.isInternational = true
            return nil
        case "AUTH": return nil
        default: return "555 5.5.4 unknown parameter"
        }
    }

    private static func refusal(ofPath path: String, _ mail: Transaction, mayBeNull: Bool)
        -> String?
    {
        if path.isEmpty { return mayBeNull ? nil : "501 5.1.3 an address is missing" }
        guard SASL.isUser(path) else { return "501 5.1.3 not an address" }
        guard mail.isInternational || path.utf8.allSatisfy({ $0 < 128 }) else {
            return "553 5.6.7 an address beyond ASCII needs SMTPUTF8"
        }
        return nil
    }

    private func addRecipient(_ argument: String) throws(Channel.Ended) {
        guard let mail = transaction else { return try send("503 5.5.1 MAIL first") }
        guard let command = SMTPPathArgument(argument, after: "TO:") else {
            return try send("501 5.5.4 RCPT TO:<address> expected")
        }
        guard command.parameters.isEmpty else { return try send("555 5.5.4 unknown parameter") }
        if let refusal = Self.refusal(ofPath: command.path, mail, mayBeNull: false) {
            return try send(refusal)
        }
        guard mail.recipients.count < SMTPLimits.recipients else {
            return try send("452 4.5.3 at most \(SMTPLimits.recipients) recipients")
        }
        let address = command.path.lowercased()
        let places = desk.faults.faults.map(\.place).filter { place in
            guard case .smtp(.recipient(let name)) = place else { return false }
            return name == nil || name?.lowercased() == address
        }
        guard try isSpared(places) else { return }
        try send("250 2.1.5 to there")
        channel.setPace(pace)
        transaction?.recipients.append(command.path)
    }

    private func takeContent(_ argument: String) throws(Channel.Ended) {
        guard argument.isEmpty else { return try send("501 5.5.4 DATA stands alone") }
        guard let mail = transaction else { return try send("503 5.5.1 MAIL first") }
        guard !mail.recipients.isEmpty else { return try send("554 5.5.1 no recipient") }
        guard try reply(at: .data, "354 the content, and a dot alone") else { return }
        transaction = nil
        let content = try content()
        guard try isSpared([.smtp(.finalDot)]) else { return }
        switch content {
        case .refused(let reply): return try send(reply)
        case .taken(let bytes): deliver(bytes, mail)
        }
        try reply(at: .acceptance, "250 2.0.0 delivered")
    }

    private enum Content {
        case taken([UInt8])
        case refused(String)
    }

    /// Up to the line that is a dot alone, dots taken off that were stuffed (RFC 5321 §4.5.2).
    private func content() throws(Channel.Ended) -> Content {
        var bytes: [UInt8] = []
        var refusal: String?
        while true {
            switch try channel.line(limit: SMTPLimits.contentLineOctets) {
            case .tooLong:
                refusal =
                    refusal
                    ?? "554 5.6.0 a line is over \(SMTPLimits.contentLineOctets) octets"
            case .line(let line, let endsInCRLF):
                if !endsInCRLF {
                    // Not a line to SMTP; taking it for one is how mails are smuggled in.
                    refusal = refusal ?? "554 5.6.0 a line ends in LF alone"
                } else if line == [UInt8(ascii: ".")] {
                    return refusal.map(Content.refused) ?? .taken(bytes)
                }
                guard refusal == nil else { continue }
                bytes += line.first == UInt8(ascii: ".") ? line.dropFirst() : line[...]
                bytes += [13, 10]
                if bytes.count > SMTPLimits.messageOctets {
                    refusal = "552 5.3.4 at most \(SMTPLimits.messageOctets) octets"
                    bytes = []
                }
            }
        }
    }

    private func deliver(_ bytes: [UInt8], _ mail: Transaction) {
        var served: Set<String> = []
        let how = (isExtended ? "ESMTP" : "SMTP") + (user == nil ? "" : "A")
        for recipient in mail.recipients where served.insert(recipient.lowercased()).inserted {
            let trace =
                "Return-Path: <\(mail.reversePath)>\r\n"
                + "Received: from \(client ?? "unknown") ([127.0.0.1])\r\n"
                + "\tby localhost with \(how) for <\(recipient)>;\r\n"
                + "\t\(SMTPDate.format(store.now()))\r\n"
            store.deliver(Array(trace.utf8) + bytes, to: recipient)
        }
    }
}

/// The argument of MAIL or RCPT: a path and parameters (RFC 5321 §4.1.2).
struct SMTPPathArgument {
    /// Without angle brackets and source route; empty for the null reverse-path.
    var path: String
    var parameters: [String]

    init?(_ argument: String, after word: String) {
        guard argument.uppercased().hasPrefix(word) else { return nil }
        let rest = argument.dropFirst(word.count).drop { $0 == " " }
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
        let inside = rest[rest.index(after: rest.startIndex)..<end]
        // RFC 5321 appendix C: a source route is accepted and ignored.
        let route = inside.hasPrefix("@") ? inside.firstIndex(of: ":") : nil
        path = String(route.map { inside[inside.index(after: $0)...] } ?? inside)
        let after = rest[rest.index(after: end)...]
        guard after.isEmpty || after.hasPrefix(" ") else { return nil }
        parameters = after.split(separator: " ").map(String.init)
    }
}

/// date-time of RFC 5322 §3.3, in UTC.
enum SMTPDate {
    static func format(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let weekday = days[(calendar.component(.weekday, from: date) - 1) % 7]
        let text = IMAPDate.format(date)
        let words = text.split(separator: " ")
        return "\(weekday), \(words[0].replacing("-", with: " ")) \(words[1]) \(words[2])"
    }
}
