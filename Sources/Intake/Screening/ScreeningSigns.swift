import Mail

/// What a message shows of the machine that may have sent it; each test gives its evidence in
/// French, or `nil`.
final class Signs {
    let message: Message
    let screener: Screener
    let subject: Wording
    /// The sender's own words, folded.
    let body: Wording
    let wordCount: Int
    let localPart: String
    private let fields: [String: [String]]
    /// The first lines of the whole text.
    private(set) lazy var opening = Self.opening(of: message.text)
    /// The whole text as it stands, what is quoted and what stands below included.
    private(set) lazy var wholeText = Wording(message.text, limit: 20_000)
    /// Signature and notices, folded: what a program says of itself stands there too.
    private(set) lazy var foot = Wording(footText, limit: 2000)
    private let footText: String
    /// Whether the writer wants something of us: then a person writes.
    private(set) lazy var asksSomething = ScreeningWords.requests.occur(in: body) || asksQuestion
    /// A question of some length, other than those by which machines offer help.
    private(set) lazy var asksQuestion = Self.questions(in: body).contains { question in
        question.wordCount >= 4 && !ScreeningWords.offeredQuestions.start(question)
    }
    private(set) lazy var isNoReply = Self.takesNoReply(localPart)

    /// Longer texts than this are no automatic answers: what stands further down is not looked at.
    private static let bodyLimit = 6000

    init(_ message: Message, _ reading: Reading, _ screener: Screener) {
        self.message = message
        self.screener = screener
        subject = Wording(message.subject ?? "", limit: 300)
        body = Wording(reading.sendersText, limit: Self.bodyLimit)
        footText = [reading.sendersSignature, reading.disclaimer].compactMap(\.self)
            .joined(separator: " ")
        wordCount = body.wordCount
        localPart = message.from.first?.localPart.lowercased() ?? ""
        var fields: [String: [String]] = [:]
        for field in message.fields {
            fields[field.fieldName.lowercased(), default: []].append(field.fieldBody)
        }
        self.fields = fields
    }

    private static func opening(of text: String) -> [BodyLine] {
        let start = text.utf8.prefix(4000)
        return BodyLine.lines(of: String(decoding: start, as: UTF8.self))
            .filter { !$0.isBlank }.prefix(12).map(\.self)
    }

    /// The sentences that end with a question mark; in an address none does.
    private static func questions(in text: Wording) -> [Wording] {
        var questions: [Wording] = []
        var start = 0
        let bytes = text.bytes
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "?"):
                let next = bytes.indices.contains(index + 1) ? bytes[index + 1] : 0x20
                guard next == 0x20 || !Wording.isWord(next) else { continue }
                questions.append(
                    Wording(folded: bytes[start..<index].drop { !Wording.isWord($0) })
                )
                start = index + 1
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ":"): start = index + 1
            default: continue
            }
        }
        return questions
    }

    /// The mark of a telephone's mail program: none of them answers by itself.
    private(set) lazy var isFromTelephone: Bool =
        ["X-Mailer", "User-Agent"].contains { name in
            value(name).map { ScreeningWords.telephonePrograms.occur(in: Wording($0, limit: 80)) }
                ?? false
        } || ScreeningWords.telephoneMarks.occur(in: foot)

    /// Fields that a person's mail program writes and a mass mailer does not.
    private(set) lazy var hasPersonsProgram: Bool = {
        if present("X-MS-Has-Attach", "Thread-Index", "X-Originating-IP", "X-Gm-Message-State")
            != nil
        {
            return true
        }
        return hasMailProgram
    }()

    /// A program in which people write, by its own name.
    private(set) lazy var hasMailProgram = ["User-Agent", "X-Mailer"].contains { name in
        value(name).map { ScreeningWords.mailPrograms.occur(in: Wording($0, limit: 80)) } ?? false
    }

    var sender: Address? { message.from.first }

    /// The bodies of all fields of that name, without white space around.
    func values(_ name: String) -> [String] {
        guard let bodies = fields[name.lowercased()] else { return [] }
        return bodies.map { $0.trimmingBlankEnds() }
    }

    /// The names of all fields, in lower case.
    var fieldNames: some Collection<String> { fields.keys }

    func value(_ name: String) -> String? { values(name).first }

    /// The field as evidence, cut to a length that a person reads.
    static func quote(_ name: String, _ value: String) -> String {
        let clean = value.trimmingBlankEnds()
        let short = clean.count > 80 ? clean.prefix(80) + "…" : clean[...]
        return short.isEmpty ? "en-tête \(name)" : "en-tête \(name) : \(short)"
    }

    /// The first field of these names that is there at all.
    func present(_ names: String...) -> String? { present(names) }

    func present(_ names: [String]) -> String? {
        for name in names { if let value = value(name) { return Self.quote(name, value) } }
        return nil
    }

    /// The first field of these names that says yes: something, but not "no", "none" or "false".
    func affirmed(_ names: [String]) -> String? {
        for name in names {
            for value in values(name) where Self.isYes(value) { return Self.quote(name, value) }
        }
        return nil
    }

    private static func isYes(_ value: String) -> Bool {
        !["", "no", "none", "0", "false", "non", "n", "off"].contains(keyword(of: value))
    }

    /// The first token of a structured field, in lower case: comments and parameters do not count
    /// (RFC 5322 §3.2.2, RFC 3834 §5.2).
    static func keyword(of value: String) -> String {
        var token = ""
        var depth = 0
        var isEscaped = false
        for character in value {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case _ where depth > 0: continue
            case ";", ",": return token
            case " ", "\t": if !token.isEmpty { return token }
            default: token += character.lowercased()
            }
        }
        return token
    }

    var isAllowedSender: Bool {
        // A name without a domain, as in `From: example.org`, is no entry of the list.
        guard let sender, !sender.domain.isEmpty else { return false }
        return screener.allowedSenders.contains(sender.addrSpec.lowercased())
            || screener.allowedSenders.contains(sender.domain.lowercased())
    }

    /// Whether the subject starts as an answer's or a forward's does.
    var isReplySubject: Bool {
        ForwardWords.replyPrefixes.start(subject) || ForwardWords.forwardPrefixes.start(subject)
    }

    /// The body parts that pass a test, the attached messages' own parts left out.
    func parts(where test: (BodyPart) -> Bool) -> [BodyPart] {
        var found: [BodyPart] = []
        var pending = [message.root]
        var budget = 2000
        while let part = pending.popLast(), budget > 0 {
            budget -= 1
            if test(part) { found.append(part) }
            if part.mediaType != "message/rfc822" && part.mediaType != "message/global" {
                pending += part.children.reversed()
            }
        }
        return found
    }
}

// MARK: - Own mail

extension Signs {
    func ownSender() -> String? {
        guard let sender, screener.ownAddresses.contains(where: { Self.isSame(sender, $0) }) else {
            return nil
        }
        return "expéditeur : notre propre adresse \(sender.addrSpec)"
    }

    /// X-Loop names us: the mail has been here before.
    func ownLoop() -> String? {
        for name in ["X-Loop", "X-No-Loop"] {
            for value in values(name) where mentionsUs(value) { return Self.quote(name, value) }
        }
        return nil
    }

    func mentionsUs(_ value: String) -> Bool {
        let words = value.split { " <>,;\"()\t".contains($0) }
        return words.contains { word in
            let parts = word.split(separator: "@")
            guard parts.count == 2 else { return false }
            let address = Address(localPart: String(parts[0]), domain: String(parts[1]))
            return screener.ownAddresses.contains { Self.isSame(address, $0) }
        }
    }

    /// Both end in one mailbox, whatever stands behind the first + (RFC 5233).
    static func isSame(_ one: Address, _ other: Address) -> Bool {
        mainPart(one) == mainPart(other) && one.domain.lowercased() == other.domain.lowercased()
    }

    private static func mainPart(_ address: Address) -> Substring {
        address.localPart.lowercased().prefix { $0 != "+" }
    }
}
