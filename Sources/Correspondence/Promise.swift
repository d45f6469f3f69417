import Casework
import Foundation
import Intake
import Mail

/// The day until which an answer says that somebody calls.
///
/// It is promised only where an answer about an offer leaves at once to somebody who gave a number,
/// while the facts of the delay and of who calls may both be stated. An answer that waits for staff
/// promises nothing: nobody knows when it leaves.
extension Correspondent {
    /// The answer to a message, as `answer` makes it; what it promises is noted in the case, once.
    package func promisingAnswer(
        _ dossier: inout Case,
        inquiry: Inquiry,
        context: inout MailContext
    ) -> QueuedMail? {
        var promising = dossier
        promising.promisedDay =
            dossier.promisedDay ?? newPromise(dossier, inquiry: inquiry, now: context.now)
        let answer = answer(promising, inquiry: inquiry, context: &context)
        // A text of which somebody took the sentence out promises nothing.
        if let day = promising.promisedDay, let answer, states(day, in: answer) {
            dossier.promisedDay = day
        }
        return answer
    }

    private func newPromise(_ dossier: Case, inquiry: Inquiry, now: Date) -> CivilDay? {
        guard dossier.kind == .request, !dossier.offers.isEmpty,
            // Who gave no number is asked for one: nobody can call before.
            dossier.requester.phone.flatMap(safePhone) != nil,
            let days = letters.facts.promisedDelay(on: now)
        else { return nil }
        // What lay unread for days is counted from the answer, or the day might be over.
        let isOfToday = CivilDay(of: inquiry.receivedAt) == CivilDay(of: now)
        return WorkingDays.date(
            adding: days,
            after: WorkingDays.start(receivedAt: isOfToday ? inquiry.receivedAt : now),
            in: dossier.requester.department
        )
    }

    private func states(_ day: CivilDay, in mail: QueuedMail) -> Bool {
        let text = Message(parsing: mail.bytes).text.split(whereSeparator: \.isWhitespace)
        return text.joined(separator: " ").contains(FrenchDates.day(day.noon))
    }

    /// What the answer to a message may say of the day promised in its case.
    func announcedDay(_ dossier: Case, inquiry: Inquiry, now: Date) -> Date? {
        guard !holdsAnswers, inquiry.handedOn == nil else { return nil }
        return dossier.promise(after: now)?.noon
    }

    /// As in " avant le mar. 8 sept. (date annoncée)"; empty where nothing is promised any more.
    func deadline(_ dossier: Case, now: Date) -> String {
        dossier.promise(after: now)
            .map { " avant le \(FrenchDates.shortDay($0.noon)) (date annoncée)" } ?? ""
    }
}

extension Case {
    /// The promised day, unless it is over.
    fileprivate func promise(after now: Date) -> CivilDay? {
        promisedDay.flatMap { $0 < CivilDay(of: now) ? nil : $0 }
    }
}

extension CivilDay {
    /// A time of that day in Paris.
    var noon: Date { at(hour: 12, minute: 0) }
}
