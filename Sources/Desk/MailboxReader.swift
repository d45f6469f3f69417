import Casework
import Filing
import Foundation
import Mail
import Transport

/// The mailbox as a source of messages: position by UIDVALIDITY and UID, nothing marked as read.
package final class MailboxReader: MessageSource {
    /// How much is taken at once.
    package enum Limits {
        package static let batchMessages = 50
        package static let batchBytes = 16 << 20
        /// Octets read of one message; what lies beyond is noted as cut.
        package static let messageBytes = 64 << 20
    }

    let settings: Settings.Mailbox
    private let office: Office
    private let clock: any Clock
    private let log: Log
    private let suspects: SuspectMessages
    let session: IMAPSession
    private let mailbox: SelectedMailbox
    /// UIDs that wait, ascending; searched when empty.
    private var waiting: [UID] = []
    /// Asked for in this scan: those that did not come are not asked for again before the next.
    private var tried: Set<UID> = []
    /// Received before our time, which only fetching them told.
    private(set) var leftAlone: Set<UID> = []
    /// Below the watermark and not filed.
    private var gaps: [UID] = []
    /// Still there although they did not come when asked for.
    private var unreadable: Set<UID> = []
    /// What the log has been told, so that it is said once a connection.
    private var reported: Set<UID> = []
    /// Of this scan: below the watermark, and certain.
    private var gapsFound: [UID] = []
    /// What the server refused to give when last asked.
    private var refused: Set<UID> = []
    private var warnedAboutMarks = false
    /// What the last scan that came to its end found out.
    package private(set) var findings = ScanFindings()

    /// Connects, logs in, selects the mailbox, and notes where to begin if it was never opened.
    ///
    /// - Parameter suspects: what readers before this one learnt of messages that end a connection.
    package init(
        settings: Settings.Mailbox,
        office: Office,
        clock: any Clock,
        log: Log,
        wake: Wake?,
        suspects: SuspectMessages = SuspectMessages()
    ) throws {
        self.suspects = suspects
        self.settings = settings
        self.office = office
        self.clock = clock
        self.log = log
        session = try IMAPSession(settings.connection, wake: wake)
        mailbox = try session.select(settings.name)
        suspects.begin(under: mailbox.uidValidity)
        try openIfNew()
    }

    private func openIfNew() throws {
        if let place = try place() {
            guard place.opening.uidValidity != mailbox.uidValidity.rawValue else { return }
            // Every UID is void: all is looked at again, and known messages are recognised.
            let firstOpening = try office.firstOpening(of: settings.name)
            let opening = MailboxOpening(
                mailbox: settings.name,
                uidValidity: mailbox.uidValidity.rawValue,
                firstUID: 1,
                notBefore: place.opening.notBefore
                    ?? (place.opening.firstUID > 1 ? firstOpening : nil)
            )
            log.warning("mailbox.uidvalidity_changed", ["uidvalidity": opening.uidValidity])
            try office.open(opening, at: clock.now)
            return
        }
        let opening = Self.firstOpening(settings: settings, mailbox: mailbox)
        try office.open(opening, at: clock.now)
        log.info(
            "mailbox.opened",
            [
                "uidvalidity": opening.uidValidity, "first_uid": opening.firstUID,
                "messages": mailbox.exists,
            ]
        )
    }

    /// Where the first start begins, as `start` says.
    static func firstOpening(settings: Settings.Mailbox, mailbox: SelectedMailbox)
        -> MailboxOpening
    {
        var opening = MailboxOpening(
            mailbox: settings.name,
            uidValidity: mailbox.uidValidity.rawValue,
            firstUID: 1,
            notBefore: nil
        )
        switch settings.start {
        case .new: opening.firstUID = mailbox.uidNext.rawValue
        case .all: break
        case .uid(let first): opening.firstUID = first
        case .date(let date): opening.notBefore = date
        }
        return opening
    }

    func place() throws -> Cursor.Place? { try office.place(in: settings.name) }

    // MARK: Batches

    package func nextBatch() throws -> [Arrival] {
        while true {
            if waiting.isEmpty { waiting = try search() }
            guard !waiting.isEmpty else { return [] }
            let messages = try fetchNext()
            let notBefore = try place()?.opening.notBefore
            var arrivals: [Arrival] = []
            for message in messages.sorted(by: { $0.location.uid < $1.location.uid }) {
                if let notBefore, let received = message.internalDate, received < notBefore {
                    leftAlone.insert(message.location.uid)
                } else {
                    arrivals.append(arrival(message))
                }
            }
            if !arrivals.isEmpty { return arrivals }
        }
    }

    /// Fetches the first of those that wait.
    private func fetchNext() throws -> [FetchedMessage] {
        var asked = suspects.together(waiting.prefix(Limits.batchMessages))
        do throws(TransportError) {
            asked = try bounded(asked)
            let messages = try session.fetch(asked, maxBytes: Limits.messageBytes) { uid, words in
                self.reportUnreadable(uid, words)
            }
            suspects.cleared(asked)
            waiting.removeFirst(asked.count)
            tried.formUnion(asked)
            return messages
        } catch {
            if !session.isUsable, error.kind != .cancelled { suspects.broke(at: asked) }
            throw error
        }
    }

    /// A message that the server cannot give does not hold up those behind it; it is asked for again
    /// at each scan.
    private func reportUnreadable(_ uid: UID, _ words: String) {
        refused.insert(uid)
        guard reported.insert(uid).inserted else { return }
        log.error("message.unreadable", ["uid": uid.rawValue, "detail": words])
    }

    private func search() throws -> [UID] {
        guard let place = try place() else { return [] }
        let first = place.firstWaiting
        let criteria = "UID \(first):*" + Self.since(place.opening.notBefore)
        // `n:*` always names the last message, even below n (RFC 9051 §6.4.9).
        let found = try session.uidSearch(criteria).filter { $0.rawValue >= first }
        let wanted = (gaps + found)
            .filter { !place.holds($0.rawValue) && !leftAlone.contains($0) }
        for uid in suspects.passedOver(among: wanted) {
            tried.insert(uid)
            reportUnreadable(uid, "the connection ends when it is asked for")
        }
        unreadable = tried.intersection(wanted)
        return Set(wanted).subtracting(tried).sorted()
    }

    /// SINCE counts whole days in the server's zone: a day early, the rest is sorted out later.
    static func since(_ date: Date?) -> String {
        guard let date else { return "" }
        return " SINCE \(imapDate(date.addingTimeInterval(-86_400)))"
    }

    /// As in `1-Sep-2026` (RFC 9051 §9, date-text).
    static func imapDate(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let month = months[((parts.month ?? 1) - 1) % 12]
        return "\(parts.day ?? 1)-\(month)-\(parts.year ?? 1970)"
    }

    /// The first of the UIDs that go together in one batch: at least one.
    private func bounded(_ uids: [UID]) throws(TransportError) -> [UID] {
        let sizes = try session.sizes(of: uids)
        var total = 0
        var taken: [UID] = []
        for uid in uids {
            total += min(sizes[uid] ?? 0, Limits.messageBytes)
            if !taken.isEmpty, total > Limits.batchBytes { break }
            taken.append(uid)
        }
        return taken
    }

    private func arrival(_ message: FetchedMessage) -> Arrival {
        Arrival(
            position: MailboxPosition(
                mailbox: settings.name,
                uidValidity: message.location.uidValidity.rawValue,
                uid: message.location.uid.rawValue
            ),
            internalDate: message.internalDate,
            flags: message.flags,
            bytes: message.bytes,
            size: message.size
        )
    }

    // MARK: Marks

    package func markFiled(_ positions: [MailboxPosition]) throws(TransportError) {
        let uids = positions.filter { $0.uidValidity == mailbox.uidValidity.rawValue }
            .map { UID(rawValue: $0.uid) }
        guard !uids.isEmpty, settings.mark != .none else { return }
        if mailbox.isReadOnly {
            return warnAboutMarks("the mailbox may only be read; set mark = none")
        }
        do throws(TransportError) {
            switch settings.mark {
            case .none: return
            case .keyword where mailbox.permits(keyword: Clerk.keyword):
                try session.store(keyword: Clerk.keyword, on: uids)
            case .keyword:
                warnAboutMarks("the server keeps no keywords; set mark = none or move:FOLDER")
            case .move(let folder): try session.move(uids, to: folder)
            }
        } catch {
            // A mark is a courtesy: what is filed is filed, and the rest of the mail must not wait.
            guard session.isUsable else { throw error }
            warnAboutMarks(error.description)
        }
    }

    private func warnAboutMarks(_ detail: String) {
        guard !warnedAboutMarks else { return }
        warnedAboutMarks = true
        log.error("mailbox.not_marked", ["detail": detail])
    }

    /// What is left in the mailbox at the end of a scan.
    package enum Remainder: Hashable, Sendable {
        case nothing
        /// Messages below the watermark that nobody has asked for yet: the scan goes on.
        case more
        /// Messages that the server lists and does not give.
        case unreadable
    }

    /// Compares the mailbox with the journal: marks what a crash left unmarked, and names messages
    /// below the watermark that the journal does not know.
    package func reconcile() throws -> Remainder {
        let unknown = try unknownBelowWatermark()
        gaps = unknown
        let untried = unknown.filter { !tried.contains($0) }
        let isCertain = try place()?.opening.notBefore == nil
        let news = unknown.filter { isCertain || tried.contains($0) }
            .filter { reported.insert($0).inserted }
        if !news.isEmpty {
            let list = news.prefix(20).map { String($0.rawValue) }.joined(separator: ",")
            log.error("mailbox.gap", ["count": news.count, "uids": list])
        }
        gapsFound += news
        guard untried.isEmpty else { return .more }
        let left = Set(unknown).union(unreadable)
        findings = ScanFindings(
            gaps: gapsFound,
            missing: unknown.filter { !refused.contains($0) },
            withheld: refused.intersection(left).sorted()
        )
        gapsFound = []
        refused = []
        tried = []
        return unknown.isEmpty && unreadable.isEmpty ? .nothing : .unreadable
    }

    private func unknownBelowWatermark() throws -> [UID] {
        guard let place = try place() else { return [] }
        let first = max(place.opening.firstUID, 1)
        guard place.watermark >= first else { return [] }
        let range = "UID \(first):\(place.watermark)"
        let unmarked =
            switch settings.mark {
            case .none: ""
            case .keyword: " UNKEYWORD \(Clerk.keyword)"
            // Copied and still there, where the server has neither MOVE nor UIDPLUS.
            case .move: " UNDELETED"
            }
        let present = try session.uidSearch(
            range + unmarked + Self.since(place.opening.notBefore),
            findsArrivals: false
        )
        let known = present.filter { place.holds($0.rawValue) }
        if settings.mark != .none, !known.isEmpty {
            try markFiled(
                known.map {
                    MailboxPosition(
                        mailbox: settings.name,
                        uidValidity: mailbox.uidValidity.rawValue,
                        uid: $0.rawValue
                    )
                }
            )
        }
        return present.filter { !place.holds($0.rawValue) && !leftAlone.contains($0) }
    }

    // MARK: Before the first scan

    /// What a scan would take, counted by the server.
    package func census() throws -> Census {
        guard let place = try place() else { return Census(messages: mailbox.exists) }
        let first = place.firstWaiting
        return try Self.census(
            session: session,
            mailbox: mailbox,
            criteria: "UID \(first):*" + Self.since(place.opening.notBefore),
            from: first,
            answerWithinDays: settings.answerWithinDays,
            now: clock.now
        )
    }

    static func census(
        session: IMAPSession,
        mailbox: SelectedMailbox,
        criteria: String,
        from first: UInt32,
        answerWithinDays: Int,
        now: Date
    ) throws(TransportError) -> Census {
        var census = Census(messages: mailbox.exists)
        let waiting = try session.uidSearch(criteria).filter { $0.rawValue >= first }
        census.waiting = waiting.count
        guard !waiting.isEmpty else { return census }
        var reasons = "OR ANSWERED KEYWORD \(Clerk.keyword)"
        if answerWithinDays > 0 {
            let limit = now.addingTimeInterval(-Double(answerWithinDays) * 86_400)
            reasons = "OR (\(reasons)) BEFORE \(imapDate(limit))"
        }
        census.fileOnly = try session.uidSearch("\(criteria) \(reasons)")
            .count { $0.rawValue >= first }
        return census
    }

    /// What a first scan would do, in a sentence for the administrator; changes nothing.
    ///
    /// Where a store exists already, what it has filed is not taken into account.
    package static func plan(settings: Settings, session: IMAPSession, now: Date)
        throws(TransportError) -> String
    {
        let mailbox = try session.select(settings.mailbox.name)
        let opening = firstOpening(settings: settings.mailbox, mailbox: mailbox)
        let census = try census(
            session: session,
            mailbox: mailbox,
            criteria: "UID \(opening.firstUID):*" + since(opening.notBefore),
            from: opening.firstUID,
            answerWithinDays: settings.mailbox.answerWithinDays,
            now: now
        )
        let alone = census.messages - census.waiting
        return "a first start would answer up to \(census.answerable) of these messages, only file "
            + "\(census.fileOnly), and leave \(alone) alone"
    }

    // MARK: Waiting

    /// Waits for new mail until that long from now; ends early when the server announces something
    /// or the wake is signalled.
    package func wait(seconds: Int, bell: Bell) throws(TransportError) {
        if settings.idles, session.capabilities.contains("IDLE") {
            _ = try session.idle(until: .now + .seconds(seconds))
        } else {
            bell.wait(seconds: Double(seconds))
            if !bell.isRung { try session.noop() }
        }
    }

    package func logout() { session.logout() }
}

/// What a scan found out about messages that could not simply be taken.
package struct ScanFindings: Hashable, Sendable {
    /// Below the watermark, and the journal did not know them: they were asked for.
    package var gaps: [UID]
    /// Those of them that did not come, and of earlier scans, although the server did not refuse.
    package var missing: [UID]
    /// Listed by the server, which says that it cannot give them.
    package var withheld: [UID]

    package init(gaps: [UID] = [], missing: [UID] = [], withheld: [UID] = []) {
        self.gaps = gaps
        self.missing = missing
        self.withheld = withheld
    }
}

/// How many messages there are, and what would become of those that wait.
package struct Census: Hashable, Sendable {
    package var messages: Int
    /// Not yet filed, and ours to take.
    package var waiting = 0
    /// Of these, filed and not answered because of age or marks.
    package var fileOnly = 0

    package var answerable: Int { waiting - fileOnly }
}
