import Foundation

/// A file that goes with a mail, octet for octet.
///
/// A mail that is enclosed travels as a file too, never as message/rfc822: that may only be in 7bit,
/// 8bit or binary (RFC 2046 §5.2.1), and what strangers send has NUL, bare CR or lines over 998
/// octets, which no server need carry. Exchange also takes a message/rfc822 apart and writes it anew,
/// and whoever reads a bounce of our mail would find two mails in it. Outlook opens a file by its
/// name, so `.eml` shows as a mail, and only when somebody opens it.
package struct Enclosure: Hashable, Sendable {
    package let filename: String
    package let octets: [UInt8]

    /// `nil` for a name of other than letters, digits, dots and hyphens, which every program reads alike.
    package init?(filename: String, octets: [UInt8]) {
        let name = Octets(filename.utf8)
        guard (1...60).contains(name.count), name.first != UInt8(ascii: "."),
            name.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        self.filename = filename
        self.octets = octets
    }

    /// What goes with a mail that a ``Draft`` wrote; `nil` where nothing does.
    package init?(of mail: [UInt8]) {
        var defects = DefectLog()
        let limits = Message.Limits()
        let header = HeaderSection(
            reading: mail[...],
            what: "the header",
            limits: limits,
            defects: &defects
        )
        guard header.first("content-type")?.hasPrefix("multipart/mixed") == true else { return nil }
        var reader = EntityReader(limits: limits)
        let root = reader.read(header, body: mail[header.bodyStart...], &defects)
        guard let part = root.children.last, part.node.disposition == "attachment",
            let filename = part.node.filename
        else { return nil }
        self.init(
            filename: filename,
            octets: Array(part.transferEncoding.decode(part.content, &defects))
        )
    }

    /// The body part: its header and the file in base64 (RFC 2045 §6.8).
    var part: [UInt8] {
        var header = HeaderWriter()
        header.field(
            "Content-Type",
            words: ["application/octet-stream;", "name=\"\(filename)\""]
        )
        header.field("Content-Transfer-Encoding", words: ["base64"])
        header.field(
            "Content-Disposition",
            words: ["attachment;", "filename=\"\(filename)\""]
        )
        let lines = Data(octets).base64EncodedData(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]
        )
        return header.octets + Array("\r\n".utf8) + Array(lines)
    }
}
