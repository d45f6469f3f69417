import Foundation
import Mail

extension IMAPOutput {
    // MARK: BODY and BODYSTRUCTURE (RFC 3501 §7.4.2)

    mutating func bodyStructure(_ part: MIMEPart, of octets: [UInt8], isExtended: Bool) {
        text("(")
        if part.isMultipart {
            for child in part.parts { bodyStructure(child, of: octets, isExtended: isExtended) }
            text(" ")
            string(part.subtype)
            if isExtended {
                text(" ")
                parameters(part.parameters)
            }
        } else {
            singlePart(part, of: octets, isExtended: isExtended)
        }
        if isExtended { extensionData(part) }
        text(")")
    }

    private mutating func singlePart(_ part: MIMEPart, of octets: [UInt8], isExtended: Bool) {
        string(part.type)
        text(" ")
        string(part.subtype)
        text(" ")
        let isBareText = part.type == "TEXT" && part.parameters.isEmpty
        parameters(isBareText ? [("CHARSET", "US-ASCII")] : part.parameters)
        text(" ")
        nstring(part.field("Content-ID"))
        text(" ")
        nstring(part.field("Content-Description"))
        text(" ")
        string(part.token("Content-Transfer-Encoding")?.uppercased() ?? "7BIT")
        text(" \(part.body.count)")
        let lines = octets[part.body].count { $0 == 10 }
        if let message = part.embedded.first {
            text(" ")
            envelope(message)
            text(" ")
            bodyStructure(message, of: octets, isExtended: isExtended)
            text(" \(lines)")
        } else if part.type == "TEXT" {
            text(" \(lines)")
        }
        if isExtended {
            text(" ")
            nstring(part.field("Content-MD5"))
        }
    }

    private mutating func extensionData(_ part: MIMEPart) {
        text(" ")
        if let disposition = part.field("Content-Disposition") {
            let list = ParameterList(parsing: disposition)
            text("(")
            string(list.value)
            text(" ")
            parameters(list.parameters)
            text(")")
        } else {
            text("NIL")
        }
        text(" ")
        nstring(part.field("Content-Language"))
        text(" ")
        nstring(part.field("Content-Location"))
    }

    private mutating func parameters(_ parameters: [(name: String, value: String)]) {
        guard !parameters.isEmpty else {
            text("NIL")
            return
        }
        text("(")
        for (index, parameter) in parameters.enumerated() {
            if index > 0 { text(" ") }
            string(parameter.name)
            text(" ")
            string(parameter.value)
        }
        text(")")
    }

    // MARK: ENVELOPE

    mutating func envelope(_ message: MIMEPart) {
        text("(")
        nstring(message.field("Date"))
        text(" ")
        nstring(message.field("Subject"))
        let from = message.field("From")
        for body in [
            from, message.field("Sender") ?? from, message.field("Reply-To") ?? from,
            message.field("To"), message.field("Cc"), message.field("Bcc"),
        ] {
            text(" ")
            addresses(body)
        }
        text(" ")
        nstring(message.field("In-Reply-To"))
        text(" ")
        nstring(message.field("Message-ID"))
        text(")")
    }

    private mutating func addresses(_ body: String?) {
        let addresses = body.map(Self.addresses) ?? []
        guard !addresses.isEmpty else {
            text("NIL")
            return
        }
        text("(")
        for address in addresses {
            text("(")
            nstring(address.displayName.map(Self.encodedWords))
            text(" NIL ")
            string(address.localPart)
            text(" ")
            string(address.domain)
            text(")")
        }
        text(")")
    }

    private static func addresses(_ body: String) -> [Address] {
        // Mail reads addresses where a message has them.
        Message(parsing: Array("To: \(body)\r\n\r\n".utf8)).to
    }

    /// As a header would write it: ENVELOPE holds no decoded text (RFC 2047 §2).
    private static func encodedWords(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (32...126).contains($0) }) else { return text }
        var words: [String] = []
        var pending = ""
        for character in text {
            if pending.utf8.count + String(character).utf8.count > 45 {
                words.append(pending)
                pending = ""
            }
            pending.append(character)
        }
        return (words + [pending])
            .map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
            .joined(separator: " ")
    }
}
