import Casework
import Correspondence
import Foundation
import Intake
import Mail

extension Clerk {
    /// Gives a case other offers: those who look after them are told, the requester is not.
    ///
    /// An answer that waits is composed anew, and waits again.
    func reclassify(
        to offers: [Offer],
        _ message: StaffMessage,
        context: inout MailContext
    ) -> OrderResult {
        let former = message.dossier
        var result = OrderResult(dossier: former)
        result.dossier.reclassify(to: offers, by: message.author.addrSpec)
        guard result.dossier.kind != former.kind || offers != former.offers else {
            return OrderResult(dossier: former, outcome: .classedAlready)
        }
        let recipients = routing.recipients(for: result.dossier)
        let newcomers = recipients.filter {
            message.register.staffThread(of: former.number, for: $0.addrSpec) == nil
        }
        let needsFile = !newcomers.isEmpty || !message.held.isEmpty
        guard let file = needsFile ? message.arrival.file : CaseFile() else {
            result.wantsFile = true
            return result
        }
        hand(&result.dossier, to: recipients, isNewToThem: !newcomers.isEmpty)
        result.attention = result.dossier.state == .new ? .wanted : .paid
        let answer = newAnswer(result.dossier, message.held, file, context: &context)
        if let answer {
            result.effects = message.held.map {
                .mailWithdrawn(id: $0.mailID, reason: "remplacée par \(answer.id)")
            }
        }
        result.mails = [answer].compactMap(\.self)
        result.mails += correspondent.summaries(
            result.dossier,
            after: Reclassification(of: former, by: message.author),
            file: file,
            answer: answer,
            neighbours: neighbours(of: result.dossier, file: file, register: message.register),
            to: answer == nil ? newcomers : readers(of: result.dossier, message),
            context: &context
        )
        let label = StaffWords.label(former).lowercased()
        let isShown = result.mails.contains { mail in
            mail.forwardPaths.contains { $0.lowercased() == former.takenBy?.lowercased() }
        }
        if !isShown {
            result.mails += notice(
                .reclassified(from: label),
                in: result.dossier,
                message,
                context: &context
            )
        }
        result.outcome = .reclassified(
            from: label,
            tells: newcomers.map(\.addrSpec),
            answer != nil ? .replaced : message.held.isEmpty ? .none : .stale
        )
        return result
    }

    /// Whose the case is when its offers have changed: who took it keeps it only where it still
    /// concerns him.
    private func hand(_ dossier: inout Case, to recipients: [Address], isNewToThem: Bool) {
        if dossier.state == .closed, !isNewToThem { return }
        let holder = dossier.takenBy?.lowercased()
        let keeps = recipients.contains { $0.addrSpec.lowercased() == holder }
        if dossier.state == .inProgress, keeps { return }
        dossier.state = .new
        dossier.takenBy = nil
    }

    /// In place of the one that waits; `nil` where none does, or what it answers cannot be read.
    private func newAnswer(
        _ dossier: Case,
        _ held: [HeldAnswer],
        _ file: CaseFile,
        context: inout MailContext
    ) -> QueuedMail? {
        guard let last = held.last, let entry = file.entry(ofAnswer: last.mailID),
            let former = entry.answers.last(where: { $0.mail.id == last.mailID })
        else { return nil }
        var writer = correspondent
        writer.holdsAnswers = true
        return writer.answer(
            dossier,
            inquiry: Inquiry(entry, of: dossier, answer: former.mail),
            context: &context
        )
    }

    /// Those who may let the new answer go: it is shown to all who were shown the old one.
    private func readers(of dossier: Case, _ message: StaffMessage) -> [Address] {
        let followers = followers(of: dossier, formerly: message.dossier)
        guard routing.isStaff(message.author),
            !followers.contains(where: message.author.isSameAddress(as:))
        else { return followers }
        return followers + [message.author]
    }

    private func neighbours(of dossier: Case, file: CaseFile, register: Register) -> Neighbours {
        guard let entry = file.entries.first else { return Neighbours() }
        let inquiry = Inquiry(entry, of: dossier, answer: nil)
        return neighbours(of: dossier, inquiry: inquiry, register: register)
    }
}
