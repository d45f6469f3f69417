import Foundation
import Mail

/// A search criterion (RFC 3501 §6.4.4).
indirect enum SearchKey {
    case all
    case and([SearchKey])
    case or(SearchKey, SearchKey)
    case not(SearchKey)
    case flag(String)
    case recent
    /// Of INTERNALDATE, in UTC.
    case received(Comparison, IMAPDate.Day)
    /// Of the Date field.
    case sent(Comparison, IMAPDate.Day)
    case larger(Int)
    case smaller(Int)
    case header(String, String)
    case body(String)
    case text(String)
    case numbers(SequenceSet)
    case uids(SequenceSet)

    enum Comparison { case before, on, since }
}

extension IMAPSyntax {
    /// What follows SEARCH.
    /// - Returns: `nil` in place of the key for a character set that is not known.
    mutating func searchProgram() throws(Malformed) -> SearchKey? {
        var encoding = String.Encoding.utf8
        if skip(word: "CHARSET ") {
            switch try text("a character set").uppercased() {
            case "US-ASCII", "UTF-8": break
            case "ISO-8859-1": encoding = .isoLatin1
            default: return nil
            }
            try space()
        }
        var keys = [try searchKey(encoding, depth: 0)]
        while skip(" ") { keys.append(try searchKey(encoding, depth: 0)) }
        return .and(keys)
    }

    private mutating func searchKey(_ encoding: String.Encoding, depth: Int) throws(Malformed)
        -> SearchKey
    {
        guard depth < IMAPLimits.depth else {
            throw Malformed("search keys are nested over \(IMAPLimits.depth) levels")
        }
        switch current {
        case UInt8(ascii: "("):
            let keys = try list { syntax throws(Malformed) in
                try syntax.searchKey(encoding, depth: depth + 1)
            }
            guard !keys.isEmpty else { throw Malformed("a search key expected") }
            return .and(keys)
        case .some(let byte) where byte == UInt8(ascii: "*") || (48...57).contains(byte):
            return .numbers(try sequenceSet())
        default: break
        }
        let name = try keyword("a search key")
        switch name {
        case "NOT":
            try space()
            return .not(try searchKey(encoding, depth: depth + 1))
        case "OR":
            try space()
            let first = try searchKey(encoding, depth: depth + 1)
            try space()
            return .or(first, try searchKey(encoding, depth: depth + 1))
        default:
            if let key = plainKey(name) { return key }
            return try argumentKey(name, encoding)
        }
    }

    /// Keys without an argument.
    private func plainKey(_ name: String) -> SearchKey? {
        switch name {
        case "ALL": .all
        case "ANSWERED", "DELETED", "DRAFT", "FLAGGED", "SEEN": .flag("\\\(name)")
        case "UNANSWERED", "UNDELETED", "UNDRAFT", "UNFLAGGED", "UNSEEN":
            .not(.flag("\\\(name.dropFirst(2))"))
        case "RECENT": .recent
        case "OLD": .not(.recent)
        case "NEW": .and([.recent, .not(.flag("\\Seen"))])
        default: nil
        }
    }

    private mutating func argumentKey(_ name: String, _ encoding: String.Encoding)
        throws(Malformed) -> SearchKey
    {
        let known = [
            "KEYWORD", "UNKEYWORD", "BEFORE", "ON", "SINCE", "SENTBEFORE", "SENTON", "SENTSINCE",
            "LARGER", "SMALLER", "UID", "FROM", "TO", "CC", "BCC", "SUBJECT", "BODY", "TEXT",
            "HEADER",
        ]
        guard known.contains(name) else {
            throw Malformed("unknown search key: \(name.prefix(40))")
        }
        try space()
        switch name {
        case "KEYWORD": return .flag(try atom("a keyword"))
        case "UNKEYWORD": return .not(.flag(try atom("a keyword")))
        case "BEFORE": return .received(.before, try day())
        case "ON": return .received(.on, try day())
        case "SINCE": return .received(.since, try day())
        case "SENTBEFORE": return .sent(.before, try day())
        case "SENTON": return .sent(.on, try day())
        case "SENTSINCE": return .sent(.since, try day())
        case "LARGER": return .larger(Int(try number()))
        case "SMALLER": return .smaller(Int(try number()))
        case "UID": return .uids(try sequenceSet())
        case "BODY": return .body(try words(encoding))
        case "TEXT": return .text(try words(encoding))
        case "HEADER":
            let field = try text("a field name")
            try space()
            return .header(field, try words(encoding))
        default: return .header(name, try words(encoding))
        }
    }

    private mutating func day() throws(Malformed) -> IMAPDate.Day {
        let text = try text("a date")
        guard let day = IMAPDate.parseDay(text) else {
            throw Malformed("not a date as in 1-Feb-1994: \(text.prefix(40))")
        }
        return day
    }

    private mutating func words(_ encoding: String.Encoding) throws(Malformed) -> String {
        let bytes = try astring()
        return String(bytes: bytes, encoding: encoding) ?? String(decoding: bytes, as: UTF8.self)
    }
}

/// One message under search; what only some keys need is read once and when needed.
struct SearchCandidate {
    let message: StoredMessage
    let number: Int
    let isRecent: Bool
    /// The largest number and UID in the folder.
    let largest: (number: UInt32, uid: UInt32)
    private lazy var parsed = Message(parsing: message.bytes)
    private lazy var raw = String(decoding: message.bytes, as: UTF8.self)
    private lazy var rawBody: String = {
        let start = MIMEPart.read(message.bytes).body
        return String(decoding: message.bytes[start], as: UTF8.self)
    }()

    init(
        message: StoredMessage,
        number: Int,
        isRecent: Bool,
        largest: (number: UInt32, uid: UInt32)
    ) {
        self.message = message
        self.number = number
        self.isRecent = isRecent
        self.largest = largest
    }

    mutating func meets(_ key: SearchKey) -> Bool {
        switch key {
        case .all: return true
        case .and(let keys):
            for key in keys where !meets(key) { return false }
            return true
        case .or(let first, let second): return meets(first) || meets(second)
        case .not(let key): return !meets(key)
        case .flag(let name): return message.has(name)
        case .recent: return isRecent
        case .received(let comparison, let day):
            return comparison.holds(IMAPDate.day(of: message.internalDate), day)
        case .sent(let comparison, let day): return wasSent(comparison, day)
        case .larger(let size): return message.bytes.count > size
        case .smaller(let size): return message.bytes.count < size
        case .numbers(let set):
            return set.ranges(largest: largest.number).contains { $0.contains(UInt32(number)) }
        case .uids(let set):
            return set.ranges(largest: largest.uid).contains { $0.contains(message.uid) }
        case .header(let field, let words): return header(field, holds: words)
        case .body(let words): return bodyHolds(words)
        case .text(let words): return textHolds(words)
        }
    }

    private mutating func wasSent(_ comparison: SearchKey.Comparison, _ day: IMAPDate.Day) -> Bool {
        guard let field = parsed.field("Date") else { return false }
        let sent = IMAPDate.day(ofField: field) ?? parsed.date.map(IMAPDate.day)
        return sent.map { comparison.holds($0, day) } ?? false
    }

    private mutating func header(_ name: String, holds words: String) -> Bool {
        let bodies = parsed.fieldBodies(name)
        guard !bodies.isEmpty, !words.isEmpty else { return !bodies.isEmpty }
        return (bodies + decoded(name)).contains { $0.holds(words) }
    }

    /// What people read in the fields that are searched most, since bodies have encoded-words.
    private mutating func decoded(_ name: String) -> [String] {
        switch name.lowercased() {
        case "subject": parsed.subject.map { [$0] } ?? []
        case "from": parsed.from.compactMap(\.displayName)
        case "to": parsed.to.compactMap(\.displayName)
        case "cc": parsed.cc.compactMap(\.displayName)
        default: []
        }
    }

    private mutating func bodyHolds(_ words: String) -> Bool {
        words.isEmpty || rawBody.holds(words) || parsed.text.holds(words)
            || parsed.html?.holds(words) == true
    }

    private mutating func textHolds(_ words: String) -> Bool {
        if words.isEmpty || raw.holds(words) || bodyHolds(words) { return true }
        for name in ["subject", "from", "to", "cc"]
        where decoded(name).contains(where: { $0.holds(words) }) { return true }
        return false
    }
}

extension SearchKey.Comparison {
    fileprivate func holds(_ value: IMAPDate.Day, _ day: IMAPDate.Day) -> Bool {
        switch self {
        case .before: value < day
        case .on: value == day
        case .since: value >= day
        }
    }
}

extension String {
    fileprivate func holds(_ words: String) -> Bool {
        range(of: words, options: .caseInsensitive) != nil
    }
}
