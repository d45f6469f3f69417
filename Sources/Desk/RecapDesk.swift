import Casework
import Correspondence
import Foundation
import Mail
import Synchronization
import Transport

/// Makes the recap of each working day when it is due: once, whatever is cut off in between, since it
/// is journalled together with its mails.
package final class RecapDesk: Sendable {
    /// Seconds after which a recap leaves although the mailbox could not be read.
    package static let patience: TimeInterval = 900

    private let schedule: RecapSchedule?
    private let recipients: [Address]
    private let office: Office
    private let clock: any Clock
    private let log: Log
    private let lastScan = Mutex<Date?>(nil)

    package init(settings: Settings, office: Office, clock: any Clock, log: Log) {
        schedule = settings.recapSchedule
        recipients = settings.recapRecipients
        self.office = office
        self.clock = clock
        self.log = log
    }

    /// A scan went through the mailbox: the time for a recap, whose last part says so.
    package func mailboxIsScanned(by reader: MailboxReader) throws {
        let now = clock.now
        lastScan.withLock { $0 = now }
        guard let schedule, try office.isRecapDue(by: schedule, at: now) else { return }
        try make(.counted(try reader.stock(), at: now), at: now)
    }

    /// The mailbox cannot be read: the recap waits a while for it, but not for ever.
    package func mailboxIsAway() throws {
        let now = clock.now
        guard let schedule, try office.isRecapDue(by: schedule, at: now),
            let time = schedule.time(on: CivilDay(of: now)),
            now.timeIntervalSince(time) >= Self.patience
        else { return }
        try make(.unreadable(lastScan: lastScan.withLock { $0 }), at: now)
    }

    private func make(_ mailbox: RecapContent.Mailbox, at now: Date) throws {
        guard let schedule,
            let record = try office.makeRecap(
                by: schedule,
                mailbox: mailbox,
                to: recipients,
                at: now
            )
        else { return }
        log.info(
            "recap.made",
            ["day": record.day, "set_aside": record.setAside.count, "mails": record.mailIDs.count]
        )
    }

    /// Seconds to wait for mail, so that the recap is on time.
    package func wait(atMost seconds: Int) -> Int {
        guard let schedule else { return seconds }
        let now = clock.now
        let left = schedule.next(after: now).timeIntervalSince(now).rounded(.up)
        return min(seconds, max(1, Int(min(left, 1e9))))
    }
}

extension Office {
    package func isRecapDue(by schedule: RecapSchedule, at now: Date) throws -> Bool {
        try ask { $0.recaps.isDue(by: schedule, at: now) }
    }

    /// The recap as it would be at that time, without journalling it or sending it.
    package func previewRecap(
        at time: Date,
        mailbox: RecapContent.Mailbox,
        to recipients: [Address]
    ) throws -> [QueuedMail] {
        var mails: [QueuedMail] = []
        try update(at: time) { store, clerk in
            mails =
                clerk.makeRecap(mailbox, to: recipients, register: store.register, at: time).1
            return []
        }
        return mails
    }

    /// Journals the recap of today with its mails, if it is due and was not made.
    package func makeRecap(
        by schedule: RecapSchedule,
        mailbox: RecapContent.Mailbox,
        to recipients: [Address],
        at now: Date
    ) throws -> RecapRecord? {
        var made: RecapRecord?
        try update(at: now) { store, clerk in
            guard store.register.recaps.isDue(by: schedule, at: now) else { return [] }
            let (record, mails) = clerk.makeRecap(
                mailbox,
                to: recipients,
                register: store.register,
                at: now
            )
            made = record
            return [.recapMade(record)] + mails.map { .mailQueued($0) }
        }
        return made
    }
}

extension Clerk {
    fileprivate func makeRecap(
        _ mailbox: RecapContent.Mailbox,
        to recipients: [Address],
        register: Register,
        at now: Date
    ) -> (RecapRecord, [QueuedMail]) {
        let day = CivilDay(of: now)
        let content = recap(of: day, mailbox: mailbox, register: register, at: now)
        let mails = correspondent.recap(content, to: recipients, now: now)
        let record = RecapRecord(
            day: day,
            setAside: content.setAside.messages.map(\.sha256),
            mailIDs: mails.map(\.id)
        )
        return (record, mails)
    }
}

extension MailboxReader {
    /// Counts what is in the mailbox beside what the journal knows; marks nothing.
    func stock() throws -> MailboxStock {
        // What arrives meanwhile waits for the next scan, and IDLE must not sleep over it.
        let all = try session.uidSearch("ALL", findsArrivals: false)
        guard let place = try place() else {
            return MailboxStock(messages: all.count, filed: 0, leftAlone: all.count)
        }
        let first = place.opening.firstUID
        var ours = Set(all.filter { $0.rawValue >= first })
        if place.opening.notBefore != nil {
            let criteria = "UID \(max(first, 1)):*" + Self.since(place.opening.notBefore)
            ours.formIntersection(try session.uidSearch(criteria, findsArrivals: false))
            ours.subtract(leftAlone)
        }
        let filed = all.count { place.holds($0.rawValue) }
        let missing = ours.count { !place.holds($0.rawValue) }
        return MailboxStock(
            messages: all.count,
            filed: filed,
            leftAlone: all.count - filed - missing
        )
    }
}
