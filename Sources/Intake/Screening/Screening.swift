import Mail

/// What may be done about a message, and why.
package enum Screening: Hashable, Sendable {
    case answer
    case fileOnly(Reason)
    case setAside(Reason)

    /// The one test that decided.
    package struct Reason: Hashable, Sendable {
        /// The row of the table, as in `auto-submitted`: stable, for the journal.
        package var code: String
        /// What sort of machine wrote; `nil` for an outcome that is no automatic mail (own loop).
        package var automatic: AutomaticClass?
        /// The header or wording that says so, for staff, in French.
        package var evidence: String

        package init(code: String, automatic: AutomaticClass?, evidence: String) {
            self.code = code
            self.automatic = automatic
            self.evidence = Self.printable(evidence)
        }

        /// What a stranger wrote into a header cannot move the reader's cursor, turn the line
        /// around or fill the screen: controls and formats become spaces, the rest is cut.
        private static func printable(_ text: String) -> String {
            let scalars = text.unicodeScalars.prefix(longestEvidence)
            var line = String.UnicodeScalarView()
            for scalar in scalars {
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
                    .unassigned, .privateUse:
                    line.append(" ")
                default: line.append(scalar)
                }
            }
            if text.unicodeScalars.dropFirst(longestEvidence).first != nil { line.append("…") }
            return String(line)
        }

        /// In scalars.
        private static let longestEvidence = 300
    }

    /// The sorts of automatic mail (CONTRACT: `automatic.class`).
    package enum AutomaticClass: String, Hashable, Sendable {
        case autoReply = "auto-reply"
        case bounce, list, receipt, calendar, notification
    }

    /// Whether it is a list's or a notification's mail, which a rule may have answered all the same.
    var isBulk: Bool {
        guard case .fileOnly(let reason) = self else { return false }
        return reason.automatic == .list || reason.automatic == .notification
    }

    /// The one test that decided; `nil` for `.answer`.
    package var reason: Reason? {
        switch self {
        case .answer: nil
        case .fileOnly(let reason), .setAside(let reason): reason
        }
    }
}

/// Decides whether a message may be answered.
///
/// Automatic messages are filed but never answered, so that two robots cannot start a loop
/// (RFC 3834 §2). The tests are the rows of one table; the first that holds is the one staff read.
package struct Screener: Sendable {
    /// Where we are written to and write from.
    package let ownAddresses: [Address]
    let trustedAuthenticationServers: Set<String>
    let allowedSenders: Set<String>

    /// - Parameters:
    ///   - ownAddresses: where we are written to and write from; compared without +detail.
    ///   - trustedAuthenticationServers: authserv-ids whose Authentication-Results count
    ///     (RFC 8601 §2.5); none: DMARC is not looked at.
    ///   - allowedSenders: addresses or domains answered though their mail looks like a list's or a
    ///     notification; never against bounces, receipts, calendars, automatic answers or loops.
    package init(
        ownAddresses: [Address],
        trustedAuthenticationServers: [String] = [],
        allowedSenders: [String] = []
    ) {
        self.ownAddresses = ownAddresses
        self.trustedAuthenticationServers = Set(
            trustedAuthenticationServers.map { $0.lowercased() }
        )
        self.allowedSenders = Set(allowedSenders.map { $0.lowercased() })
    }

    /// What may be done about a message.
    ///
    /// - Parameter allowsBulk: whether a rule says that such mail is answered all the same, as
    ///   `allowedSenders` says of its sender.
    package func screening(of message: Message, reading: Reading, allowsBulk: Bool = false)
        -> Screening
    {
        screening(of: message, reading: reading, allowsBulk: allowsBulk, by: Self.table)
    }

    /// Which machine wrote, whatever may be done about it: own loops and spam are no machines.
    package func automaticReason(of message: Message, reading: Reading) -> Screening.Reason? {
        let signs = Signs(message, reading, self)
        for test in Self.table where test.automatic != nil || test.isPersons {
            guard let evidence = test.evidence(signs) else { continue }
            return test.automatic.map {
                Screening.Reason(code: test.code, automatic: $0, evidence: evidence)
            }
        }
        return nil
    }

    /// Whether the message shows that a person wrote it: it asks something, talks about the matter,
    /// comes from a mail program, or hands another mail on.
    static func showsPerson(_ message: Message, _ reading: Reading) -> Bool {
        let signs = Signs(message, reading, Screener(ownAddresses: []))
        return signs.asksSomething || signs.isFromTelephone || signs.hasMailProgram
            || signs.talksOfMatter || !reading.forwards.isEmpty
    }

    /// The same by another table: a test takes a row away to see that it is needed.
    func screening(
        of message: Message,
        reading: Reading,
        allowsBulk: Bool = false,
        by table: [ScreeningTest]
    ) -> Screening {
        let signs = Signs(message, reading, self)
        let isAllowed = allowsBulk || signs.isAllowedSender
        for test in table where !(test.isAllowable && isAllowed) {
            guard let evidence = test.evidence(signs) else { continue }
            let reason = Screening.Reason(
                code: test.code,
                automatic: test.automatic,
                evidence: evidence
            )
            switch test.outcome {
            case .fileOnly: return .fileOnly(reason)
            case .setAside: return .setAside(reason)
            }
        }
        return .answer
    }
}

/// One row of the table.
struct ScreeningTest: Sendable {
    enum Outcome: Sendable { case fileOnly, setAside }

    var code: String
    var outcome: Outcome
    var automatic: Screening.AutomaticClass?
    /// Whether the row says that a person wrote, whatever the address or the envelope.
    var isPersons = false
    /// Whether an allowance sets the row aside: lists and notifications only, and never where the
    /// address takes no answer.
    var isAllowable: Bool
    /// The header or wording that says so, in French; `nil` when the test does not hold.
    var evidence: @Sendable (Signs) -> String?

    init(
        _ code: String,
        _ outcome: Outcome,
        _ automatic: Screening.AutomaticClass?,
        takesAnswers: Bool = true,
        _ evidence: @escaping @Sendable (Signs) -> String?
    ) {
        self.code = code
        self.outcome = outcome
        self.automatic = automatic
        isAllowable = takesAnswers && (automatic == .list || automatic == .notification)
        self.evidence = evidence
    }

    /// A person's mail that is filed for staff and not answered.
    init(person code: String, _ evidence: @escaping @Sendable (Signs) -> String?) {
        self.init(code, .fileOnly, nil, evidence)
        isPersons = true
    }
}
