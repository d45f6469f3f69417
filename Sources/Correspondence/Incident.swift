import Casework
import Foundation
import Mail

extension Correspondent {
    /// Lines of a detail that a mail shows.
    private static let detailLines = 20

    /// How the mail stands to the journal, which its last lines say.
    package enum IncidentKind: Hashable, Sendable {
        case journalled
        /// Sent past the journal, which cannot be written.
        case unjournalled
        /// The mail that told of the failure was withdrawn unsent.
        case replacingAlarm
    }

    /// Tells those who administer the service that a part of it fails or works again, each in a mail
    /// of their own.
    ///
    /// - Parameter name: distinguishes these mails from all others of the journal.
    package func incident(
        _ notice: ServiceNotice,
        kind: IncidentKind,
        to recipients: [Address],
        name: String,
        now: Date
    ) -> [QueuedMail] {
        let letter = letters.render(values(notice, kind: kind, now: now), on: now)
        let subject = IncidentWords.subject(notice)
        return recipients.enumerated().compactMap { index, address in
            let id = "\(name).\(index + 1)"
            let token = key.token(.staffThread, of: "\(id) \(now.timeIntervalSince1970)")
            let head = Letterhead(
                role: .alert,
                recipient: address,
                subject: subject,
                thread: [],
                purpose: .staffThread
            )
            return mail(
                head,
                id: id,
                in: nil,
                leftPart: "\(id).\(token)",
                // A reply to the service would be read as a request.
                answersGoTo: address,
                date: now
            ) { letter }
        }
    }

    private func values(_ notice: ServiceNotice, kind: IncidentKind, now: Date) -> IncidentValues {
        let state = notice.state
        let details = state.detail.split(whereSeparator: \.isNewline).map(String.init)
        let shown =
            details.prefix(Self.detailLines)
            + (details.count > Self.detailLines ? ["[…]"] : [])
        guard state.isFailing else {
            let end = notice.endedAt ?? now
            return IncidentValues(
                happened: ["\(IncidentWords.headline(notice))."],
                lasted: notice.isOverAtOnce
                    ? nil : IncidentWords.lasted(from: state.since, to: end),
                waiting: IncidentWords.waiting(notice),
                details: Array(shown),
                replacesAlarm: kind == .replacingAlarm
            )
        }
        let cause = IncidentWords.cause(state.fault).map { " : \($0)" } ?? ""
        return IncidentValues(
            happened: [
                "\(IncidentWords.headline(notice))\(cause).",
                IncidentWords.consequence(state.part),
            ],
            since: FrenchDates.long(state.since),
            todo: IncidentWords.todo(state),
            nextTry: IncidentWords.nextTry(notice),
            waiting: IncidentWords.waiting(notice),
            details: Array(shown),
            writtenAt: FrenchDates.short(now),
            isUnjournalled: kind == .unjournalled
        )
    }
}
