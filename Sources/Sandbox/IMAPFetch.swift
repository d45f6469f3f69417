import Foundation
import Mail

/// What a FETCH asks for (RFC 3501 §6.4.5).
enum FetchItem: Hashable {
    case flags
    case uid
    case internalDate
    case size
    case envelope
    case structure(isExtended: Bool)
    case section(FetchSection)

    /// Whether a FETCH of it sets `\Seen`.
    var sets: Bool {
        if case .section(let section) = self { section.setsSeen } else { false }
    }
}

/// A part of the text of a message, and the name under which it is answered.
struct FetchSection: Hashable {
    enum What: Hashable {
        case whole
        case header
        case fields([String], areLeftOut: Bool)
        case text
        case mime
    }

    var numbers: [Int] = []
    var what = What.whole
    var first: Int?
    var count: Int?
    var setsSeen = true
    /// As in `BODY[1.MIME]`.
    var name: String
}

extension IMAPSyntax {
    mutating func fetchItems() throws(Malformed) -> [FetchItem] {
        if current == UInt8(ascii: "(") {
            let items = try list { syntax throws(Malformed) in try syntax.fetchItem() }
            guard !items.isEmpty else { throw Malformed("an item to fetch expected") }
            return items
        }
        if skip(word: "ALL") { return [.flags, .internalDate, .size, .envelope] }
        if skip(word: "FULL") {
            return [.flags, .internalDate, .size, .envelope, .structure(isExtended: false)]
        }
        if skip(word: "FAST") { return [.flags, .internalDate, .size] }
        return [try fetchItem()]
    }

    private mutating func fetchItem() throws(Malformed) -> FetchItem {
        let name = try itemName()
        switch name {
        case "FLAGS": return .flags
        case "UID": return .uid
        case "INTERNALDATE": return .internalDate
        case "RFC822.SIZE": return .size
        case "ENVELOPE": return .envelope
        case "BODYSTRUCTURE": return .structure(isExtended: true)
        case "RFC822": return .section(FetchSection(name: name))
        case "RFC822.HEADER":
            return .section(FetchSection(what: .header, setsSeen: false, name: name))
        case "RFC822.TEXT": return .section(FetchSection(what: .text, name: name))
        case "BODY" where current != UInt8(ascii: "["): return .structure(isExtended: false)
        case "BODY", "BODY.PEEK": return .section(try section(setsSeen: name == "BODY"))
        default: throw Malformed("unknown item to fetch: \(name.prefix(40))")
        }
    }

    private mutating func section(setsSeen: Bool) throws(Malformed) -> FetchSection {
        var section = FetchSection(setsSeen: setsSeen, name: "")
        try expect("[")
        var inside = ""
        if current != UInt8(ascii: "]") { inside = try sectionText(&section) }
        try expect("]")
        section.name = "BODY[\(inside)]"
        if skip("<") {
            section.first = Int(try number())
            try expect(".")
            section.count = Int(try number())
            guard section.count != 0 else { throw Malformed("a partial fetch of no octets") }
            try expect(">")
            section.name += "<\(section.first ?? 0)>"
        }
        return section
    }

    /// - Returns: as it is repeated in the answer.
    private mutating func sectionText(_ section: inout FetchSection) throws(Malformed) -> String {
        let word = try sectionWord()
        var rest = word.split(separator: ".", omittingEmptySubsequences: false)[...]
        while let number = rest.first.flatMap({ UInt16($0) }), number > 0 {
            section.numbers.append(Int(number))
            rest = rest.dropFirst()
        }
        switch rest.joined(separator: ".") {
        case "": break
        case "HEADER": section.what = .header
        case "TEXT": section.what = .text
        case "MIME" where !section.numbers.isEmpty: section.what = .mime
        case "HEADER.FIELDS": return try word + fieldNames(&section, areLeftOut: false)
        case "HEADER.FIELDS.NOT": return try word + fieldNames(&section, areLeftOut: true)
        default: throw Malformed("unknown section: \(word.prefix(40))")
        }
        guard !word.hasSuffix(".") else { throw Malformed("unknown section: \(word.prefix(40))") }
        return word
    }

    private mutating func fieldNames(
        _ section: inout FetchSection,
        areLeftOut: Bool
    ) throws(Malformed) -> String {
        try space()
        let names = try list { syntax throws(Malformed) in try syntax.text("a field name") }
        guard !names.isEmpty else { throw Malformed("a field name expected") }
        section.what = .fields(names, areLeftOut: areLeftOut)
        let written = names.map { name in
            let isAtom = name.utf8.allSatisfy {
                $0 > 32 && $0 < 127 && !"(){%*\"\\]".utf8.contains($0)
            }
            return isAtom ? name : IMAPOutput.quoted(name) ?? "\"\""
        }
        return " (\(written.joined(separator: " ")))"
    }
}

// MARK: - Answers

extension IMAPOutput {
    /// `* n FETCH (...)`.
    mutating func fetch(
        _ message: StoredMessage,
        number: Int,
        isRecent: Bool,
        items: [FetchItem]
    ) {
        let needsStructure = items.contains { item in
            switch item {
            case .flags, .uid, .internalDate, .size: false
            case .envelope, .structure, .section: true
            }
        }
        let root = needsStructure ? MIMEPart.read(message.bytes) : nil
        text("* \(number) FETCH (")
        for (index, item) in items.enumerated() {
            if index > 0 { text(" ") }
            switch item {
            case .flags: text("FLAGS \(Self.flagList(message, isRecent: isRecent))")
            case .uid: text("UID \(message.uid)")
            case .internalDate: text("INTERNALDATE \"\(IMAPDate.format(message.internalDate))\"")
            case .size: text("RFC822.SIZE \(message.bytes.count)")
            case .envelope:
                text("ENVELOPE ")
                if let root { envelope(root) }
            case .structure(let isExtended):
                text(isExtended ? "BODYSTRUCTURE " : "BODY ")
                if let root { bodyStructure(root, of: message.bytes, isExtended: isExtended) }
            case .section(let section):
                text("\(section.name) ")
                if let octets = root.flatMap({ Self.octets(section, of: message.bytes, $0) }) {
                    literal(octets)
                } else {
                    text("NIL")
                }
            }
        }
        line(")")
    }

    static func flagList(_ message: StoredMessage, isRecent: Bool) -> String {
        let flags = message.flags.sorted() + (isRecent ? ["\\Recent"] : [])
        return "(\(flags.joined(separator: " ")))"
    }

    /// `nil` where the message has no such part.
    private static func octets(
        _ section: FetchSection,
        of octets: [UInt8],
        _ root: MIMEPart
    ) -> ArraySlice<UInt8>? {
        guard let part = root.part(section.numbers[...]) else { return nil }
        let whole: ArraySlice<UInt8>
        // HEADER and TEXT after a number are those of the message inside (RFC 3501 §6.4.5).
        let message = section.numbers.isEmpty ? root : part.embedded.first
        switch section.what {
        case .whole: whole = section.numbers.isEmpty ? octets[...] : octets[part.body]
        case .mime: whole = octets[part.header]
        case .header:
            guard let message else { return nil }
            whole = octets[message.header]
        case .text:
            guard let message else { return nil }
            whole = octets[message.body]
        case .fields(let names, let areLeftOut):
            guard let message else { return nil }
            let wanted = Set(names.map { $0.lowercased() })
            whole = fields(octets, message.header) { wanted.contains($0) != areLeftOut }
        }
        guard let first = section.first else { return whole }
        return whole.dropFirst(first).prefix(section.count ?? 0)
    }

    /// The fields whose name in lower case is wanted, as they stand, and the empty line.
    private static func fields(
        _ octets: [UInt8],
        _ header: Range<Int>,
        where isWanted: (String) -> Bool
    ) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        var isTaken = false
        var position = header.lowerBound
        while position < header.upperBound {
            let line = MIMEPart.lineEnd(octets, position, header.upperBound)
            let content = octets[position..<line.content]
            if content.isEmpty { break }
            if content.first != 32, content.first != 9 {
                let name = content.prefix { $0 != UInt8(ascii: ":") }
                let text = String(decoding: name, as: UTF8.self)
                isTaken = isWanted(text.trimmingCharacters(in: [" ", "\t"]).lowercased())
            }
            if isTaken { result += content + [13, 10] }
            position = line.next
        }
        return (result + [13, 10])[...]
    }
}
