import Mail
import Territory

/// Who asks in a mail that was handed on, and the words of their own mail.
struct ForwardedMail {
    var from: Address?
    var text: String

    /// The forwarded mail with the most text: chains of forwards end in the one that asks.
    static func find(in text: String) -> ForwardedMail? {
        var found: [ForwardedMail] = []
        var current: ForwardedMail?
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let plain = line.trimming { $0 == ">" || $0 == "|" || $0.isWhitespace || $0 == "*" }
            if let sender = field(plain, named: ["de", "from", "expediteur", "von"]),
                sender.contains(where: \.isLetter)
            {
                if var current {
                    current.text = lines.joined(separator: "\n")
                    found.append(current)
                }
                lines = []
                current = ForwardedMail(from: address(sender), text: "")
            } else if current != nil, lines.count < 100_000, !isHeader(plain) {
                lines.append(plain)
            }
        }
        if var current {
            current.text = lines.joined(separator: "\n")
            found.append(current)
        }
        return found.max { $0.text.utf8.count < $1.text.utf8.count }
    }

    /// "merci de voir avec eux", "pour attribution": a short note that asks nothing itself.
    static func isHandedOn(_ note: String) -> Bool {
        guard note.utf8.count < 600, !note.contains("?") else { return false }
        let line = Line(note)
        guard line.words.count <= 40 else { return false }
        return phrases.contains { phrase in line.words.indices.contains { line.has(phrase, at: $0) }
        }
    }

    private static let phrases = WordList.phrases(
        """
        voir avec, pour attribution, pour suite a donner, pour information, pour info, pour \
        suite, pour competence, a toutes fins utiles, je vous transmets, je vous transfere, \
        je transmets, je transfere, transmis pour, merci de repondre, merci de prendre \
        contact, merci de traiter, pour traitement, bonne reception, fyi, ci dessous la \
        demande, ci dessous une demande, demande ci dessous, demande recue
        """
    )

    private static func field(_ line: Substring, named names: [String]) -> Substring? {
        guard let colon = line.prefix(24).firstIndex(of: ":") else { return nil }
        let name = FoldedText.fold(String(line[..<colon]))
        guard names.contains(name) else { return nil }
        return line[line.index(after: colon)...]
    }

    private static func isHeader(_ line: Substring) -> Bool {
        let names = [
            "a", "to", "pour", "cc", "copie", "objet", "sujet", "subject", "envoye", "sent", "date",
            "repondre a", "reply to",
        ]
        return field(line, named: names) != nil
            || line.hasPrefix("-----") || line.hasPrefix("_____")
    }

    /// "Alain Fouquet <a.fouquet@x.example>", "mailto:" and quotes included.
    static func address(_ text: Substring) -> Address? {
        let cleaned = text.filter { !"\"*".contains($0) }
        let parts = cleaned.split { "<>[]() ;,".contains($0) }
        let spec = parts.first { $0.contains("@") }?.replacing("mailto:", with: "")
        let name = cleaned.prefix { !"<[(".contains($0) }.trimming(while: \.isWhitespace)
        let display = name.contains("@") || name.isEmpty ? nil : String(name)
        guard let spec, let at = spec.lastIndex(of: "@") else {
            return display.map { Address(displayName: $0, localPart: "", domain: "") }
        }
        return Address(
            displayName: display,
            localPart: String(spec[..<at]),
            domain: String(spec[spec.index(after: at)...])
        )
    }
}
