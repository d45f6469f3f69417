import Foundation
import Mail

/// What a member of staff tells the service to do about a case, in one word on the first line.
package enum Order: Hashable, Sendable {
    /// Let the held answer go.
    case send

    /// The word as people read it.
    package var word: String {
        switch self {
        case .send: "envoyer"
        }
    }

    /// Reads the first line that says more than hello; `nil` when it says anything else besides.
    ///
    /// "Oui, mais n'envoyez pas avant lundi" must order nothing.
    package init?(in text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = Self.words(of: line)
            guard !Self.hasMore(line), words.count <= 1 else { return nil }
            guard let word = words.first else { continue }
            guard Self.sendWords.contains(word) else { return nil }
            self = .send
            return
        }
        return nil
    }

    /// The folded words without those of courtesy.
    private static func words(of line: Substring) -> [String] {
        line.folding(
            options: [.caseInsensitive, .diacriticInsensitive],
            locale: Locale(identifier: "fr")
        )
        .split { !$0.isLetter }.map(String.init).filter { !courtesy.contains($0) }
    }

    /// Whether there is more than words and full stops: a question mark asks, a figure is a date or a
    /// condition.
    private static func hasMore(_ line: Substring) -> Bool {
        line.contains { $0.isNumber || $0.isMathSymbol || "?¿⁇⁈❓❌✗✘".contains($0) }
    }

    private static let sendWords: Set<String> = ["envoyer", "envoyez", "envoie", "envoi"]
    private static let courtesy: Set<String> = ["merci", "svp", "ok", "oui", "bonjour"]
}

/// Whether a message may order something in a case.
package enum OrderAuthority: Hashable, Sendable {
    case granted
    /// It answers no mail of ours to staff about that case.
    case noReference
    /// The mail it answers was sent to somebody else.
    case otherRecipient
    /// The mail it answers was sent too long ago.
    case expired
    /// The summary it answers is older than the answer that waits: its reader has not seen that one.
    case unseen

    /// How long a mail to staff gives the right to order, in seconds.
    package static let lifetime: TimeInterval = 30 * 86_400

    /// Looks for the signed name of a mail that we sent to the author, in the threading fields and in
    /// the text that an order link prefills.
    ///
    /// - Parameters:
    ///   - held: the answers that would be let go.
    ///   - standIn: who receives all mail in a trial and may therefore answer it.
    package init(
        of message: Message,
        from author: Address,
        in number: CaseNumber,
        over held: [HeldAnswer],
        standIn: Address?,
        register: Register,
        key: TokenKey,
        now: Date
    ) {
        let names = staffMailNames(in: message, key: key).filter { $0.caseNumber == number }
        let mails = names.compactMap { name in
            register.staffMail(name.mailID).map { (sequence: name.sequence, mail: $0) }
        }
        guard !mails.isEmpty else {
            self = .noReference
            return
        }
        let isStandIn = standIn.map(author.isSameAddress(as:)) ?? false
        let own = mails.filter { _, mail in
            isStandIn || mail.recipient.lowercased() == author.addrSpec.lowercased()
        }
        guard let latest = own.map(\.mail.queuedAt).max() else {
            self = .otherRecipient
            return
        }
        guard now.timeIntervalSince(latest) <= Self.lifetime else {
            self = .expired
            return
        }
        // By their numbers, not their times: a clock may go back.
        let seen = own.filter { $0.mail.showsAnswer }.map(\.sequence).max() ?? 0
        self = held.allSatisfy { $0.sequence < seen } ? .granted : .unseen
    }
}

/// The mails of ours to staff that a message answers or names in its text.
package func staffMailNames(in message: Message, key: TokenKey) -> [MailName] {
    let words = message.text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    let references = words.lazy.filter { $0.count(where: { $0 == "." }) == 2 }.map(String.init)
    return (message.inReplyTo + message.references.reversed() + references)
        .compactMap { MailName(messageID: $0, key: key) }
        .filter { $0.purpose == .staffThread }
}
