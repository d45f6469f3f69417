/// The fields of a delivery status, put together by recipient (RFC 3464 §2.1).
struct DeliveryFields {
    private(set) var recipients: [DeliveryReport.Recipient] = []
    private var group: [Field] = []
    /// Whether an empty line stood before the field that is read.
    private var isAfterBreak = false
    private let limit: Int
    /// Far more than say anything of one recipient.
    private static let maximumFields = 200
    private(set) var isCut = false

    init(limit: Int) { self.limit = limit }

    /// Takes the fields of one stretch between empty lines.
    mutating func add(_ fields: [Field]) {
        isAfterBreak = true
        let namesRecipient = fields.contains(where: Self.isRecipient)
        for (index, field) in fields.enumerated() {
            let next = index + 1 < fields.count ? fields[index + 1] : nil
            if startsGroup(field, next: next, namesRecipient: namesRecipient) { finish() }
            if group.count < Self.maximumFields { group.append(field) }
            isAfterBreak = false
        }
    }

    mutating func finish() {
        defer { group.removeAll(keepingCapacity: true) }
        guard let recipient = Self.recipient(group) else { return }
        if recipients.count < limit { recipients.append(recipient) } else { isCut = true }
    }

    /// Tolerated: no empty line between two recipients, and empty lines among the fields of one.
    private func startsGroup(_ field: Field, next: Field?, namesRecipient: Bool) -> Bool {
        guard !group.isEmpty else { return false }
        let hasRecipient = group.contains(where: Self.isRecipient)
        if isAfterBreak, namesRecipient || !hasRecipient {
            // Empty lines among the fields: the other address of the same recipient.
            guard hasRecipient, !has("action"), !has("status"), Self.isRecipient(field) else {
                return true
            }
            return has(field.fieldName)
        }
        guard Self.isRecipient(field), hasRecipient else { return false }
        if has(field.fieldName) { return true }
        return has("action") && field.isNamed("original-recipient")
            && next?.isNamed("final-recipient") ?? false
    }

    private func has(_ name: String) -> Bool { group.contains { $0.isNamed(name) } }

    private static func isRecipient(_ field: Field) -> Bool {
        field.isNamed("final-recipient") || field.isNamed("original-recipient")
    }

    private static func recipient(_ group: [Field]) -> DeliveryReport.Recipient? {
        func first(_ name: String) -> String? { group.first { $0.isNamed(name) }?.fieldBody }
        guard let address = address(first("final-recipient"), first("original-recipient")) else {
            return nil
        }
        var unnoted = DefectLog()
        let diagnostic = first("diagnostic-code").map {
            singleSpaced(EncodedWord.decode(TypedValue($0).value, &unnoted))
        }
        let status =
            first("status").flatMap { EnhancedStatus.first(in: $0) }
            ?? diagnostic.flatMap { EnhancedStatus.first(in: $0) }
        return DeliveryReport.Recipient(
            address: address,
            action: action(first("action"), status: status),
            status: status,
            diagnostic: diagnostic.flatMap { $0.isEmpty ? nil : $0 }
        )
    }

    /// Final-Recipient; the other where that is no mail address, as in `local; jean`, or names a
    /// channel inside the reporting system, as in `jean@ims-ms-daemon`.
    private static func address(_ final: String?, _ original: String?) -> String? {
        let original = original.map(withoutXtext)
        let found = [final, original].compactMap { $0.flatMap { TypedValue($0).address } }
        return found.first { address in
            address.utf8.lastIndex(of: UInt8(ascii: "@")).map {
                address[$0...].contains(".") || address[$0...].contains("[")
            } ?? false
        } ?? found.first { $0.contains("@") } ?? found.first
    }

    /// Tolerated: `jean+2Bmairie@example.org`, as ORCPT has it (RFC 3461 §4). A letter or digit needs
    /// no such form, so that `jean+42@example.org` stays.
    private static func withoutXtext(_ fieldBody: String) -> String {
        guard fieldBody.utf8.contains(UInt8(ascii: "+")) else { return fieldBody }
        let octets = Octets(fieldBody.utf8)
        var result: [UInt8] = []
        var index = octets.startIndex
        while index < octets.endIndex {
            if octets[index] == UInt8(ascii: "+"), index + 2 < octets.endIndex,
                let high = octets[index + 1].hexadecimalValue,
                let low = octets[index + 2].hexadecimalValue
            {
                let octet = high << 4 | low
                if octet.isVisible, !octet.isLetter, !octet.isDigit {
                    result.append(octet)
                    index += 3
                    continue
                }
            }
            result.append(octets[index])
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// With one space where folding left several.
    private static func singleSpaced(_ text: String) -> String {
        let words = text.utf8.split(whereSeparator: \.isWhiteSpace)
        return String(decoding: Array(words.joined(separator: [.space])), as: UTF8.self)
    }

    /// The stated action, else what the class of the status says (RFC 3463 §3.1).
    private static func action(_ stated: String?, status: String?) -> DeliveryReport.Action {
        let word = stated.map { body in
            Octets(TypedValue.withoutComments(body).utf8).drop { !$0.isLetter }
                .prefix(while: \.isLetter).lowercasedString
        }
        if let word, let action = DeliveryReport.Action(rawValue: word) { return action }
        switch status?.first {
        case "2": return .delivered
        case "4": return .delayed
        default: return .failed
        }
    }
}

/// `type; value`, as in `rfc822; jean@example.org` (RFC 3464 §2.1.2).
private struct TypedValue {
    /// Lower case; empty when there is none.
    var type = ""
    var value: String

    init(_ fieldBody: String) {
        value = fieldBody
        let octets = Octets(fieldBody.utf8)
        let start = Octets(Self.withoutComments(fieldBody).utf8).trimmed
        let name = start.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        let mark = start[name.endIndex...].trimmed.first
        guard !name.isEmpty else {
            value = Self.trimmed(octets)
            return
        }
        if mark == UInt8(ascii: ";"), let end = Self.end(of: octets) {
            type = name.lowercasedString
            value = Self.trimmed(octets[(end + 1)...])
        } else if mark == UInt8(ascii: ":") || mark == UInt8(ascii: ","),
            Self.types.contains(name.lowercasedString),
            let end = octets.firstIndex(where: { $0 == mark })
        {
            // Tolerated: `rfc822: jean@example.org`.
            type = name.lowercasedString
            value = Self.trimmed(octets[(end + 1)...])
        } else {
            value = Self.trimmed(octets)
        }
    }

    private static let types: Set<String> = ["rfc822", "utf-8", "smtp", "x-local"]

    private static func trimmed(_ octets: Octets) -> String {
        String(decoding: octets.trimmed, as: UTF8.self)
    }

    /// The semicolon after the type, behind any comment.
    private static func end(of octets: Octets) -> Int? {
        var depth = 0
        for index in octets.indices {
            switch octets[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case UInt8(ascii: ";") where depth == 0: return index
            default: continue
            }
        }
        return nil
    }

    /// The addr-spec alone; what is no mail address as it stands.
    var address: String? {
        var text = type == "utf-8" ? Self.unescaped(value) : value
        if text.utf8.contains(UInt8(ascii: "@")) {
            var unnoted = DefectLog()
            let list = AddressList(parsing: text, limit: 3, &unnoted).addresses
            if let first = list.first(where: { !$0.domain.isEmpty }) { return first.addrSpec }
        }
        text = Self.withoutComments(text)
        let octets = text.utf8.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        let bare = Self.trimmed(Octets(octets))
        return bare.isEmpty ? nil : bare
    }

    /// utf-8-addr-xtext: `\x{E9}` stands for a character (RFC 6533 §3).
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(.backslash) else { return text }
        let octets = Octets(text.utf8)
        var result: [UInt8] = []
        var position = octets.startIndex
        while position < octets.endIndex {
            let rest = octets[position...]
            if rest.hasPrefix("\\x{") || rest.hasPrefix("\\X{") {
                let digits = rest.dropFirst(3).prefix(7).prefix { $0.hexadecimalValue != nil }
                let close = digits.endIndex
                let value = digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1.hexadecimalValue ?? 0) }
                if !digits.isEmpty, close < octets.endIndex, octets[close] == UInt8(ascii: "}"),
                    let scalar = Unicode.Scalar(value)
                {
                    result += String(Character(scalar)).utf8
                    position = close + 1
                    continue
                }
            }
            result.append(octets[position])
            position += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Without comments (RFC 5322 §3.2.2), quoted strings kept whole.
    static func withoutComments(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
        var kept: [UInt8] = []
        var (depth, isQuoted, isEscaped) = (0, false, false)
        for octet in text.utf8 {
            if isEscaped {
                isEscaped = false
            } else if octet == .backslash {
                isEscaped = true
            } else if octet == .quote, depth == 0 {
                isQuoted.toggle()
            } else if !isQuoted, octet == UInt8(ascii: "(") {
                depth += 1
            } else if !isQuoted, depth > 0, octet == UInt8(ascii: ")") {
                depth -= 1
                continue
            }
            if depth == 0 { kept.append(octet) }
        }
        return String(decoding: Octets(kept).trimmed, as: UTF8.self)
    }
}
