/// What a rule looks for, as its author wrote it.
indirect enum Pattern: Equatable, Sendable {
    /// One word; a word with an apostrophe or a hyphen is a phrase.
    case word(Word)
    /// These very words.
    case phrase([Word])
    case set(name: String, at: Location)
    case any([Pattern])
    /// One after the other.
    case sequence([Element])
    /// In any order; `within` counts the words between, `nil` is the whole sentence.
    case together([Pattern], within: [Int?])

    struct Word: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// With all its forms.
            case inflected
            /// This form only.
            case exact
            case prefix
            /// With all its forms; written in two or three capitals, it may be an abbreviation.
            case capitals
            /// Met in capitals only: an abbreviation of up to three letters.
            case acronym
            /// From a quotation: exact, but it does not keep unaccented words from other rules.
            case quoted
        }

        var kind: Kind
        /// Lower case, with accents.
        var text: String
    }

    struct Element: Equatable, Sendable {
        var pattern: Pattern
        /// Words that may stand before it; zero means that it is adjacent.
        var gap = 0
        var isOptional = false
    }
}

/// A character of a rule file; both count from 1.
struct Location: Equatable, Sendable {
    var file: Int
    var line: Int
    var column: Int
}

/// Which sentences of a writing a rule looks at, and on which condition.
struct Scope: Equatable, Sendable {
    var places: Set<Place> = [.subject, .body]
    /// Only the first or the last words of the body; both at once means either.
    var atStart = false
    var atEnd = false
    /// `refus:`, `passé:`, `question:`.
    var refused = false
    var past = false
    var question = false
}
