/// What a line such as "Envoyé : …" gives of a quoted mail's header.
enum HeaderLabel: Sendable {
    case from, sent, to, copy, subject, other
    /// "Envoyé", "Sent": a date that only mail programs give by this name.
    case dispatched

    /// The field it stands for, whatever its name.
    var place: HeaderLabel { self == .dispatched ? .sent : self }

    private static let names: [String: HeaderLabel] = [
        "de": .from, "from": .from, "von": .from, "expediteur": .from, "emetteur": .from,
        "envoye": .dispatched, "envoye le": .dispatched, "sent": .dispatched, "date": .sent,
        "gesendet": .dispatched, "date d'envoi": .sent, "le": .sent,
        "a": .to, "to": .to, "pour": .to, "an": .to, "destinataire": .to, "destinataires": .to,
        "cc": .copy, "copie": .copy, "copie a": .copy, "cci": .copy, "bcc": .copy,
        "objet": .subject, "subject": .subject, "sujet": .subject, "betreff": .subject,
        "repondre a": .other, "reply-to": .other, "importance": .other, "priorite": .other,
        "pieces jointes": .other, "piece jointe": .other, "pj": .other, "attachments": .other,
        "message-id": .other, "organisation": .other, "reponse a": .other, "sensibilite": .other,
        "resent-from": .other, "renvoye par": .other, "envoye par": .other,
    ]
    private static let longestName = 18

    /// The label a line starts with, bold marks around it overlooked.
    init?(_ line: Wording) {
        let bytes = line.bytes
        let isMark = { (byte: UInt8) in byte == 0x2A || byte == 0x20 || byte == 0x5F }
        let start = bytes.firstIndex { !isMark($0) } ?? bytes.endIndex
        guard let colon = bytes[start...].prefix(Self.longestName).firstIndex(of: 0x3A) else {
            return nil
        }
        var name = bytes[start..<colon]
        while let last = name.last, isMark(last) { name.removeLast() }
        guard let label = Self.names[String(decoding: name, as: UTF8.self)] else { return nil }
        self = label
    }
}

extension BodyLine {
    /// What stands behind the label's colon, bold marks taken off.
    var valueAfterLabel: String {
        let value = content.utf8.drop { $0 != 0x3A }.dropFirst()
        return Substring(value).trimmingMarks()
    }
}

extension Substring {
    /// Without the spaces and asterisks of bold labels around it.
    func trimmingMarks() -> String {
        let isMark = { (character: Character) in character.isWhitespace || character == "*" }
        var rest = self
        while let last = rest.last, isMark(last) { rest.removeLast() }
        return String(rest.drop(while: isMark))
    }
}
