import Foundation
import Mail

/// The order to take messages back that a recap lists: `récupérer 3`, `récupérer 2, 3 et 5 à 8`.
package struct RecoveryOrder: Hashable, Sendable {
    /// As named, each once.
    package var numbers: [Int]

    /// Messages that one order may name.
    package static let limit = 100

    /// The word as people read it.
    package static let word = "récupérer"

    /// Reads the first line that says more than hello; `nil` when it says anything else besides.
    package init?(in text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            guard !line.contains(where: { "?¿⁇⁈❓❌✗✘".contains($0) }) else { return nil }
            let words = Self.words(of: line)
            guard let first = words.first else { continue }
            guard Self.verbs.contains(first),
                let numbers = Self.numbers(words.dropFirst()), !numbers.isEmpty
            else { return nil }
            self.numbers = numbers
            return
        }
        return nil
    }

    /// Folded words, figures and hyphens without the words of courtesy.
    private static func words(of line: Substring) -> [String] {
        let folded = line.replacingOccurrences(of: "º", with: "°").folding(
            options: [.caseInsensitive, .diacriticInsensitive],
            locale: Locale(identifier: "fr")
        )
        var words: [String] = []
        var word = ""
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in folded {
            let isDigit = character.isASCII && character.isNumber
            if let last = word.last, last.isLetter != character.isLetter { end() }
            if character.isLetter || isDigit {
                word.append(character)
            } else {
                end()
                if "-–—".contains(character) { words.append("-") }
            }
        }
        end()
        return words.filter { !courtesy.contains($0) }
    }

    /// `nil` where anything stands among the numbers that is neither number nor link between them.
    private static func numbers(_ words: ArraySlice<String>) -> [Int]? {
        var numbers: [Int] = []
        var isRange = false
        for word in words {
            if let number = Int(word) {
                guard number > 0 else { return nil }
                if isRange, let first = numbers.last {
                    guard number > first, number - first <= limit else { return nil }
                    numbers += (first + 1)...number
                } else {
                    numbers.append(number)
                }
                isRange = false
            } else if word == "-" || word == "a" {
                guard !numbers.isEmpty, !isRange else { return nil }
                isRange = true
            } else if isRange || !linking.contains(word) {
                return nil
            }
        }
        guard !isRange else { return nil }
        var seen: Set<Int> = []
        let unique = numbers.filter { seen.insert($0).inserted }
        return unique.count <= limit ? unique : nil
    }

    private static let verbs: Set<String> = [
        "recuperer", "recuperez", "recupere", "recup", "reprendre", "reprenez",
    ]
    private static let linking: Set<String> = [
        "et", "le", "la", "les", "n", "no", "numero", "numeros", "puis",
    ]
    private static let courtesy: Set<String> = ["merci", "svp", "ok", "oui", "bonjour"]
}

/// The left part of a recap's Message-ID: `recap-20260908.1.TOKEN`.
package struct RecapName: Hashable, Sendable {
    package var day: CivilDay
    /// Counts the recipients of a day from 1.
    package var sequence: Int

    package init(day: CivilDay, sequence: Int) {
        self.day = day
        self.sequence = sequence
    }

    private static let prefix = "recap-"

    /// As the journal names the mail.
    package var mailID: String {
        "\(Self.prefix)\(day.description.replacing("-", with: "")).\(sequence)"
    }

    package func leftPart(key: TokenKey) -> String {
        "\(mailID).\(key.token(.recap, of: mailID))"
    }

    /// Reads a Message-ID of ours back; `nil` for a stranger's or a forged one.
    package init?(messageID: some StringProtocol, key: TokenKey) {
        let parts = messageID.prefix { $0 != "@" }
            .split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].hasPrefix(Self.prefix), let sequence = Int(parts[1])
        else { return nil }
        let digits = parts[0].dropFirst(Self.prefix.count)
        let (year, month) = (digits.prefix(4), digits.dropFirst(4).prefix(2))
        guard digits.utf8.count == 8, let day = CivilDay("\(year)-\(month)-\(digits.suffix(2))")
        else { return nil }
        self.init(day: day, sequence: sequence)
        guard key.verifies(parts[2], .recap, of: "\(parts[0]).\(parts[1])"),
            mailID == "\(parts[0]).\(parts[1])"
        else { return nil }
    }

    /// The recaps that a message answers or names in its text.
    package static func named(in message: Message, key: TokenKey) -> [RecapName] {
        let words = message.text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        let references = words.lazy.filter { $0.hasPrefix(prefix) }.map(String.init)
        return (message.inReplyTo + message.references.reversed() + references)
            .compactMap { RecapName(messageID: $0, key: key) }
    }
}

extension OrderAuthority {
    /// Whether a message may order something about the recap that it answers or names.
    ///
    /// - Returns: the newest recap among those sent to the author, or why none gives the right.
    package static func recap(
        in message: Message,
        from author: Address,
        standIn: Address?,
        register: Register,
        key: TokenKey,
        now: Date
    ) -> (authority: OrderAuthority, name: RecapName?) {
        let mails = RecapName.named(in: message, key: key).compactMap { name in
            register.staffMail(name.mailID).map { (name: name, mail: $0) }
        }
        guard !mails.isEmpty else { return (.noReference, nil) }
        let isStandIn = standIn.map(author.isSameAddress(as:)) ?? false
        let own = mails.filter { _, mail in
            isStandIn || mail.recipient.lowercased() == author.addrSpec.lowercased()
        }
        guard let named = own.first else { return (.otherRecipient, nil) }
        guard now.timeIntervalSince(named.mail.queuedAt) <= lifetime else { return (.expired, nil) }
        return (.granted, named.name)
    }
}
