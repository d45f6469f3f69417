import Correspondence
import Intake
import Mail
import Templates

/// The pages on which people read letters one after the other: a list, and one for each message.
/// The templates escape whatever strangers wrote.
struct LettersPages {
    private let list: Template
    private let message: Template

    static let style = String(decoding: PackageResources.letters_css, as: UTF8.self)

    init() throws {
        list = try Self.template(PackageResources.letters_html_mustache, "letters.html.mustache")
        message = try Self.template(PackageResources.letter_html_mustache, "letter.html.mustache")
    }

    private static func template(_ bytes: [UInt8], _ name: String) throws -> Template {
        try Template(source: String(decoding: bytes, as: UTF8.self), name: name, escapesHTML: true)
    }

    func index(of letters: [MessageLetters]) -> String {
        let mailCount = letters.reduce(0) { $0 + $1.mails.count }
        return list.render([
            "count": .number(Double(letters.count)), "mail_count": .number(Double(mailCount)),
            "messages": .list(letters.map(Self.overview)),
        ])
    }

    func page(at index: Int, of letters: [MessageLetters]) -> String {
        let entry = letters[index]
        let account = entry.account
        let evidence = account.shownEvidence
        guard case .object(var values) = Self.overview(entry) else { return "" }
        values["count"] = .number(Double(letters.count))
        values["previous"] = index > 0 ? Self.overview(letters[index - 1]) : .null
        values["next"] = index + 1 < letters.count ? Self.overview(letters[index + 1]) : .null
        values["text"] = DemoPage.segments(account.message.text, evidence.map(\.text))
        values["attachments"] = .list(
            account.message.attachments.map {
                .text(TextLayout.line($0.filename ?? $0.mediaType))
            }
        )
        values["reasons"] = .list(evidence.map(DemoPage.reason))
        values["sentence"] = .text(account.sentence ?? "")
        return message.render(.object(values))
    }

    private static func overview(_ entry: MessageLetters) -> TemplateValue {
        let account = entry.account
        return [
            "number": .number(Double(entry.number)), "name": .text(entry.name),
            "file": .text(entry.file), "tone": .text(account.tone),
            "writer": .text(TextLayout.line(account.writer)),
            "subject": .text(TextLayout.line(account.subject)),
            "outcome": .text(account.outcome), "request": .text(account.request),
            "silence": .text(account.silence ?? ""),
            "letters": .list(entry.mails.map(letter)),
        ]
    }

    private static func letter(_ letter: MessageLetters.Letter) -> TemplateValue {
        [
            "letter": .text(letter.name), "kind": .text(letter.title),
            "to": .text(letter.message.to.map(MessageAccount.name).joined(separator: ", ")),
            "mail_subject": .text(letter.message.subject ?? ""),
            "has_html": .bool(letter.message.html != nil),
            "mail_text": .text(letter.message.text),
        ]
    }
}
