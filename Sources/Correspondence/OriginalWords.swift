import Casework
import Foundation
import Mail

/// Whether the message itself goes with a summary, and what staff read of that.
struct OriginalCopy {
    var enclosure: Enclosure?
    /// A line of ORIGINAL; `nil` where nobody asked for it.
    var words: String?

    /// Octets of the largest message that goes with a summary.
    ///
    /// Base64 makes 6.9 MB of them, and many servers take 10 MB.
    static let largest = 5_000_000

    /// Why a message does not go with the summary; `nil` where it may. In French, for staff.
    ///
    /// - Parameter sentToday: octets of mails to staff on the day so far.
    static func objection(size: Int, sentToday: Int) -> String? {
        guard size <= largest else {
            return "trop gros pour être joint (\(AttachedFile.size(size)))"
        }
        guard sentToday + size > Budget.octetsToStaffPerDay else { return nil }
        let limit = AttachedFile.size(Budget.octetsToStaffPerDay)
        return "non joint : la limite de \(limit) par jour à l'équipe serait dépassée"
    }
}

extension Correspondent {
    /// The message itself for the summary of its case.
    func copy(of inquiry: Inquiry, in number: CaseNumber, context: MailContext) -> OriginalCopy {
        guard attachesOriginals else { return OriginalCopy() }
        let objection = OriginalCopy.objection(
            size: inquiry.size,
            sentToday: context.register.octetsToStaff(onDayOf: context.now)
        )
        if let objection { return OriginalCopy(words: objection) }
        let enclosure = Enclosure(filename: "message-\(number).eml", octets: inquiry.octets)
        let size = AttachedFile.size(inquiry.size)
        let words = enclosure.map { "joint à ce résumé : \($0.filename) (\(size))" }
        return OriginalCopy(enclosure: enclosure, words: words)
    }

    /// ORIGINAL: where the message lies and since when, what came with it, by what it is found again.
    ///
    /// Outlook shows no Message-ID, and finds a mail by its sender and subject.
    func original(_ inquiry: Inquiry, _ copy: OriginalCopy) -> [String] {
        let files = Self.files(of: inquiry.message)
        let received = FrenchDates.short(inquiry.receivedAt)
        let counts = [Self.count(files.listed.count), Self.logos(files.logos)]
        var lines = [
            ([place(inquiry), received] + counts.compactMap(\.self)).joined(separator: ", ")
        ]
        lines += files.listed.prefix(Self.filesListed).map(AttachedFile.words)
        let left = files.listed.count - Self.filesListed
        if left > 0 { lines.append("et \(left) autre\(left > 1 ? "s" : "")") }
        lines.append(Self.traits(of: inquiry.message))
        return lines + [copy.words].compactMap(\.self)
    }

    private static let filesListed = 8

    private func place(_ inquiry: Inquiry) -> String {
        guard let mailbox = inquiry.mailbox else { return "fichier" }
        guard let folder = filingFolder, folder != mailbox else { return mailbox }
        return "\(folder) (reçu dans \(mailbox))"
    }

    private static func traits(of message: Message) -> String {
        let sender = message.from.first?.addrSpec ?? "quelqu'un d'inconnu"
        let subject = LetterText.line(message.subject ?? "")
        guard !subject.isEmpty else { return "de \(sender), sans objet" }
        let short = subject.count > 100 ? subject.prefix(99) + "…" : subject[...]
        return "de \(sender), objet « \(short) »"
    }

    private static func count(_ files: Int) -> String {
        switch files {
        case 0: "sans pièce jointe"
        case 1: "1 pièce jointe"
        default: "\(files) pièces jointes"
        }
    }

    private static func logos(_ count: Int) -> String? {
        count == 0 ? nil : "\(count) image\(count > 1 ? "s" : "") dans le texte"
    }

    /// The files that somebody sent, and how many pictures a signature has.
    private static func files(of message: Message) -> (listed: [Attachment], logos: Int) {
        let logos = message.attachments.filter(\.isLogo)
        let files = message.attachments.filter { !$0.isLogo }
        // What an Outlook envelope holds stands beside it.
        let unwrapped = files.filter { $0.mediaType != "application/ms-tnef" }
        return (unwrapped.isEmpty ? files : unwrapped, logos.count)
    }
}

extension Attachment {
    /// Whether it is a picture within the text that is too small to be anything but a logo.
    var isLogo: Bool {
        isInline && mediaType.hasPrefix("image/") && size <= Self.largestLogo
    }

    private static let largestLogo = 100_000
}
