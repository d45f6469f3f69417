/// What sort of text a fact is, as its name tells.
enum FactKind: Hashable, Sendable {
    /// A number of working days, from which a letter reckons a date.
    case days
    case telephone
    /// It stands alone on a line of our letters and becomes a link there.
    case link
    /// Words as they stand in a letter.
    case words

    init(_ name: String) {
        self =
            switch name {
            case Facts.delay: .days
            case "telephone_service": .telephone
            case _ where name.hasPrefix("lien_"): .link
            default: .words
            }
    }

    /// What is wrong with a value or a fallback of that kind; `nil`: nothing, or there is none.
    func problem(in text: String) -> FactsError.Problem? {
        guard !text.isEmpty else { return nil }
        return switch self {
        case .days: Self.days(text) == nil ? .badDelay(text) : nil
        case .telephone: safePhone(text) == text ? nil : .badTelephone(text)
        case .link: Self.isLink(text) ? nil : .badLink(text)
        case .words: nil
        }
    }

    /// The longest delay that a promise may name.
    static let longestDelay = 60

    /// A whole number of days in figures; `nil` for anything else.
    static func days(_ text: String) -> Int? {
        guard text.utf8.count <= 2, text.utf8.allSatisfy({ (48...57).contains($0) }),
            let days = Int(text), (1...longestDelay).contains(days)
        else { return nil }
        return days
    }

    private static func isLink(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else {
            return false
        }
        let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        return host.contains(".") && host.first != "." && host.last != "."
            && !text.contains { $0.isWhitespace || "<>\"".contains($0) }
    }

    /// Whether a text stands in a letter as a whole sentence.
    static func isSentence(_ text: String) -> Bool {
        text.last.map { ".!?…".contains($0) } ?? false
    }
}
