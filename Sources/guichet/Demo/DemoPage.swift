import Casework
import Correspondence
import Desk
import Foundation
import Intake
import Mail
import Templates

/// The page of a demonstration: an overview, and each message beside its answer and the summary to
/// staff. The template escapes whatever strangers wrote.
struct DemoPage {
    let template: Template

    /// Characters of one text that the page shows.
    private static let textLimit = 6_000

    func html(of story: DemoStory, at time: Date) -> String {
        template.render([
            "service": .text(DemoStage.address.addrSpec),
            "time": .text(FrenchDates.long(time)),
            "count": .number(Double(story.entries.count)),
            "figures": .list(Self.figures(story)),
            "lanes": .list(Self.lanes(story)),
            "messages": .list(story.entries.map { Self.message($0, story) }),
        ])
    }

    // MARK: Overview

    private static func figures(_ story: DemoStory) -> [TemplateValue] {
        DemoText.counts(story).map { count in
            let parts = count.split(separator: " ", maxSplits: 1).map(String.init)
            return ["value": .text(parts[0]), "name": .text(parts.last ?? "")]
        }
    }

    /// A row for each way that messages go, with the messages that go it.
    private static func lanes(_ story: DemoStory) -> [TemplateValue] {
        let lanes: [(name: String, tone: String, takes: (MessageAccount) -> Bool)] = [
            ("Investigation", "request", { $0.offers.contains(.investigation) }),
            ("Startup de territoire", "request", { $0.offers.contains(.startup) }),
            ("Territoires Store", "request", { $0.offers.contains(.store) }),
            ("À préciser : une question", "question", { $0.answer?.role == .clarification }),
            ("Une personne lira", "other", { $0.isForPerson }),
            ("Classé sans réponse", "silent", { $0.silence != nil }),
        ]
        return lanes.compactMap { lane in
            let entries = story.entries.filter { lane.takes($0.account) }
            guard !entries.isEmpty else { return nil }
            return [
                "name": .text(lane.name), "tone": .text(lane.tone),
                "size": .number(Double(entries.count)),
                "tiles": .list(
                    entries.map {
                        [
                            "number": .number(Double($0.number)),
                            "title": .text(TextLayout.line($0.account.subject)),
                        ]
                    }
                ),
            ]
        }
    }

    // MARK: One message

    private static func message(_ entry: DemoStory.Entry, _ story: DemoStory) -> TemplateValue {
        let account = entry.account
        let evidence = account.shownEvidence
        let phrases = evidence.map(\.text)
        let number = entry.number < 10 ? "0\(entry.number)" : "\(entry.number)"
        return [
            "number": .number(Double(entry.number)), "file": .text("received/\(number).eml"),
            "tone": .text(account.tone),
            "writer": .text(TextLayout.line(account.writer)),
            "subject": segments(TextLayout.line(account.subject), phrases),
            "title": .text(TextLayout.line(account.subject)),
            "text": segments(String(account.message.text.prefix(textLimit)), phrases),
            "attachments": .list(account.message.attachments.map(attachment)),
            "outcome": .text(account.outcome), "request": bound(account.request),
            "reasons": .list(evidence.map(reason)),
            "remark": evidence.isEmpty ? .list(account.reasons.map(TemplateValue.text)) : .null,
            "answer": account.answer.map { letter($0, story, entry.number) } ?? .null,
            "silence": .text(account.silence ?? ""),
            "staff": .list(account.staffMails.map { letter($0, story, entry.number) }),
        ]
    }

    static func segments(_ text: String, _ phrases: [String]) -> TemplateValue {
        .list(
            Highlight.segments(of: text, marking: phrases).map {
                ["words": .text($0.words), "marked": .bool($0.isMarked)]
            }
        )
    }

    private static func attachment(_ attachment: Attachment) -> TemplateValue {
        .text("\(TextLayout.line(attachment.filename ?? attachment.mediaType))")
    }

    static func reason(_ evidence: Evidence) -> TemplateValue {
        [
            "points": .text(StaffReasons.signed(evidence.weight)),
            "words": bound(StaffReasons.quoted(evidence)),
            "target": .text(evidence.target), "rule": .text(evidence.rule),
            "place": .text("\(evidence.file), ligne \(evidence.line)"),
        ]
    }

    /// With the marks that French sets apart bound to their word, and the parts of a number or time
    /// to each other, so that no line begins with them.
    private static func bound(_ text: some StringProtocol) -> TemplateValue {
        var bound = text.replacingOccurrences(of: "« ", with: "«\u{A0}")
        for mark in ["»", ":", ";", "?", "!"] {
            bound = bound.replacingOccurrences(of: " \(mark)", with: "\u{A0}\(mark)")
        }
        bound = bound.replacing(/([0-9]) (?=[0-9]|h[ ,.])/) { "\($0.1)\u{A0}" }
        return .text(bound.replacing(/([0-9])\u{A0}h (?=[0-9])/) { "\($0.1)\u{A0}h\u{A0}" })
    }

    /// The lines of a letter, each with its label in capitals, where it has one, and the columns it is
    /// set in, so that a narrow page can wrap it under its own words.
    private static func lines(_ text: String) -> [TemplateValue] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let indent = line.prefix { $0 == " " }.count
            let words = line.dropFirst(indent)
            let label = words.prefix { !$0.isLowercase && !$0.isNumber }.prefix(LabelledText.indent)
            guard indent == 0, label.count == LabelledText.indent, label.hasSuffix("  ") else {
                return [
                    "indent": .number(Double(indent)), "words": bound(words),
                    "is_title": .bool(indent == 0 && LetterEssence.isTitle(words)),
                ]
            }
            return [
                "label": .text(label.trimmingCharacters(in: .whitespaces)),
                "words": bound(words.dropFirst(label.count)),
            ]
        }
    }

    private static func letter(_ mail: QueuedMail, _ story: DemoStory, _ number: Int)
        -> TemplateValue
    {
        let message = Message(parsing: mail.bytes)
        return [
            "kind": .text(MessageAccount.title(of: mail.role)),
            "to": .text(message.to.map(MessageAccount.name).joined(separator: ", ")),
            "subject": .text(message.subject ?? ""),
            "lines": .list(lines(message.text.trimmingCharacters(in: .newlines))),
            "html": .text(message.html ?? ""), "refusal": .text(story.refusal(of: mail) ?? ""),
            "frame": .text("Message \(number), tel qu'un logiciel de courrier l'affiche"),
        ]
    }
}

extension MessageAccount {
    /// The offers that this message is about, as the case has them after it.
    fileprivate var offers: [Offer] { silence == nil ? dossier?.offers ?? [] : [] }

    /// Whether what comes next is up to a person, without any offer or question.
    fileprivate var isForPerson: Bool {
        silence == nil && offers.isEmpty && answer?.role != .clarification
    }

    /// The evidence that the page shows: none where rules had no say.
    var shownEvidence: [Evidence] {
        switch decision.disposition {
        case .newCase, .followUp, .spam:
            Array((decision.classification?.decidingEvidence ?? []).prefix(8))
        case .automatic, .duplicate, .staffCommand, .bounce, .setAside, .refused: []
        }
    }

    /// How the page colours it; the words beside say the same.
    var tone: String {
        if silence != nil { return "silent" }
        if answer?.role == .clarification { return "question" }
        return offers.isEmpty ? "other" : "request"
    }
}
