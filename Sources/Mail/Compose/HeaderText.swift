/// Unstructured text of a header field (RFC 5322 §2.2.1) that cannot break out of its field.
package struct HeaderText: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Free of control characters and line separators, without white space at its ends.
    package let text: String

    /// Every control character and line separator becomes a space.
    package init(_ text: String) {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            clean.append(Self.breaksLines(scalar) ? " " : scalar)
        }
        self.text = String(decoding: Octets(String(clean).utf8).trimmed, as: UTF8.self)
    }

    package init(stringLiteral text: String) { self.init(text) }

    package var description: String { text }

    private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar == "\u{2028}"
            || scalar == "\u{2029}"
    }
}

/// A message identifier without its angle brackets (RFC 5322 §3.6.4), fit to be written.
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    private static let maximumLength = 900

    /// `nil` for what holds white space, brackets, controls, octets outside US-ASCII or a quote that
    /// nothing closes, which would hide the identifiers behind it, or is over 900 octets. An "@" is not asked for: identifiers of others are given back as they came.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.maximumLength,
            text.utf8.allSatisfy({ octet in
                octet.isVisible && octet != UInt8(ascii: "<") && octet != UInt8(ascii: ">")
            })
        else { return nil }
        var quoting = Quoting()
        for octet in text.utf8 { _ = quoting.covers(octet) }
        guard !quoting.isOpen else { return nil }
        self.text = text
    }

    package var description: String { "<\(text)>" }
}

/// One mailbox as SMTP takes it (RFC 5321 §4.1.2): safe in a header and in a command.
package struct Mailbox: Hashable, Sendable {
    package let displayName: HeaderText?
    /// Letters, digits and atext with dots, or a quoted string as it was written.
    package let localPart: String
    /// In US-ASCII; a name with other letters in its A-label form (RFC 5890).
    package let domain: String

    /// `nil` for an address that cannot be written to.
    package init?(_ address: Address) {
        guard let domain = Self.domain(address.domain), Self.isLocalPart(address.localPart) else {
            return nil
        }
        localPart = address.localPart
        self.domain = domain
        let name = address.displayName.map { HeaderText($0) }
        displayName = name?.text.isEmpty == true ? nil : name
    }

    /// One mailbox as configuration holds it; `nil` for anything else.
    package init?(parsing text: String) {
        guard let address = Address(parsing: text) else { return nil }
        self.init(address)
    }

    package var addrSpec: String { "\(localPart)@\(domain)" }

    package var address: Address {
        Address(displayName: displayName?.text, localPart: localPart, domain: domain)
    }

    /// Tolerated: dots at the ends or side by side, which some providers have given out.
    private static func isLocalPart(_ text: String) -> Bool {
        let octets = Octets(text.utf8)
        guard (1...128).contains(octets.count) else { return false }
        if octets.first == .quote { return isQuotedString(octets) }
        return octets.allSatisfy { $0.isAtomText || $0 == UInt8(ascii: ".") }
    }

    private static func isQuotedString(_ octets: Octets) -> Bool {
        guard octets.count > 2, octets.last == .quote else { return false }
        var isEscaped = false
        for octet in octets.dropFirst().dropLast() {
            guard octet.isVisible || octet == .space else { return false }
            if !isEscaped, octet == .quote { return false }
            isEscaped = !isEscaped && octet == .backslash
        }
        return !isEscaped
    }

    private static func domain(_ text: String) -> String? {
        let octets = Octets(text.utf8)
        if octets.first == UInt8(ascii: "[") { return isLiteral(octets) ? text : nil }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let ascii = labels.compactMap { Punycode.aLabel(String($0)) }
        let domain = ascii.joined(separator: ".")
        guard ascii.count == labels.count, domain.utf8.count <= 253, ascii.allSatisfy(isLabel)
        else {
            return nil
        }
        return domain
    }

    /// An address literal such as `[192.0.2.1]` (RFC 5321 §4.1.3).
    private static func isLiteral(_ octets: Octets) -> Bool {
        guard octets.count > 2, octets.count < 80, octets.last == UInt8(ascii: "]") else {
            return false
        }
        return octets.dropFirst().dropLast().allSatisfy { octet in
            octet.isLetter || octet.isDigit || octet == UInt8(ascii: ".")
                || octet == UInt8(ascii: ":") || octet == UInt8(ascii: "-")
        }
    }

    private static func isLabel(_ label: String) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(label.utf8.count), label.utf8.first != hyphen,
            label.utf8.last != hyphen
        else { return false }
        // Tolerated: the underscore, which the DNS allows and some hosts carry.
        return label.utf8.allSatisfy {
            $0.isLetter || $0.isDigit || $0 == hyphen || $0 == UInt8(ascii: "_")
        }
    }
}

extension Address {
    /// An address as configuration holds it: `nil` unless it is one, and could be written to.
    package init?(parsing text: String) {
        guard let addresses = Address.list(parsing: text), addresses.count == 1,
            let address = addresses.first
        else { return nil }
        self = address
    }

    /// Addresses with commas between them; `nil` when one of them is not valid.
    package static func list(parsing text: String) -> [Address]? {
        guard !text.utf8.contains(where: { $0 < .space && $0 != .tab }) else { return nil }
        var defects = DefectLog()
        let addresses = AddressList(parsing: text, limit: 10_000, &defects).addresses
        guard defects.sentences.isEmpty, !addresses.isEmpty,
            addresses.allSatisfy({ Mailbox($0) != nil })
        else { return nil }
        return addresses
    }
}
