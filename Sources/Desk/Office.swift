import Casework
import Correspondence
import Filing
import Foundation
import Intake
import Mail
import Synchronization
import Transport

/// The one owner of the store: every thread comes here to file, to take mail to send, and to say
/// what became of it.
package final class Office: Sendable {
    private struct State {
        var store: Store
        var clerk: Clerk
        /// Mails handed over whose outcome could not be written yet.
        var unsettled: [Settlement] = []

        /// What the journal says, or an error while it cannot be read.
        mutating func current() throws -> Store {
            try store.refresh()
            return store
        }
    }

    /// What became of one mail, and when.
    private struct Settlement {
        var mail: QueuedMail
        var outcome: DeliveryOutcome
        var time: Date
    }

    private let state: Mutex<State>
    private let requests: Requests
    private let log: Log

    /// Opens the store, and names in the journal the mails whose handing over was cut off.
    ///
    /// Those are tried once more: the same bytes with the same Message-ID. Where that was cut off
    /// too, staff are told instead.
    package init(
        storeFolder: URL,
        kind: StoreKind,
        clerk: sending (Store) throws -> Clerk,
        now: Date,
        log: Log
    ) throws {
        let store = try Store(folder: storeFolder, kind: kind, now: now)
        for mending in store.mendings { log.warning("journal.mended", ["detail": mending]) }
        let interrupted = store.outbox.interrupted.map(\.mail)
        var state = State(store: store, clerk: try clerk(store))
        state.unsettled = interrupted.map { mail in
            let detail = "the service stopped while the mail was handed over"
            return Settlement(
                mail: mail,
                outcome: .unknown(TransportError(.cancelled, detail)),
                time: now
            )
        }
        try Self.settleAll(&state)
        if !interrupted.isEmpty {
            log.warning("mail.in_doubt", ["mails": interrupted.map(\.id).joined(separator: ",")])
        }
        self.state = Mutex(state)
        requests = Requests(store: storeFolder)
        self.log = log
    }

    // MARK: Filing

    /// Decides about the messages in order and makes all that follows durable, together.
    package func take(_ arrivals: [Arrival], at now: Date) throws -> [Decision] {
        try state.withLock { state in
            try state.store.refresh()
            var decisions: [Decision] = []
            for arrival in arrivals {
                let decision = decide(arrival, at: now, state)
                state.store.stage(decision.events, at: now)
                decisions.append(decision)
            }
            try state.store.commitStaged(at: now)
            return decisions
        }
    }

    private func decide(_ arrival: Arrival, at now: Date, _ state: State) -> Decision {
        let decision = state.clerk.decide(arrival, at: now, register: state.store.register)
        guard let number = decision.wantedFile else { return decision }
        var arrival = arrival
        do {
            arrival.file = try state.store.caseFile(of: number)
        } catch {
            // What is ordered is done all the same, as far as it goes without.
            log.warning("case.unread", ["case": number, "detail": "\(error)"])
            arrival.file = CaseFile()
        }
        return state.clerk.decide(arrival, at: now, register: state.store.register)
    }

    // MARK: Held answers

    /// Does what commands have asked for meanwhile.
    ///
    /// - Parameter recoverer: takes messages back; `nil`: nobody here can.
    package func doRequests(at now: Date, recoverer: Recoverer? = nil) throws {
        for (ticket, request) in requests.takeAll() {
            let answer: Requests.Answer
            switch request {
            case .release(let release):
                let outcome = try state.withLock { state in
                    try state.store.release(release.caseNumber, by: release.by, at: now)
                }
                answer = outcome.answer(about: release.caseNumber)
                log.info("release.asked", ["case": release.caseNumber, "done": answer.isDone])
            case .recovery(let recovery):
                answer =
                    try recoverer?.takeBack(recovery.message, by: recovery.by)
                    ?? Requests.Answer(isDone: false, sentence: "no mailbox is read here")
                log.info("recovery.asked", ["done": answer.isDone])
            }
            requests.answer(ticket, answer)
        }
    }

    /// Works with new rules and letters from the next message on.
    package func use(_ instruments: Instruments) {
        state.withLock { state in
            state.clerk.instruments = instruments
            state.clerk.correspondent.letters = instruments.letters
        }
    }

    // MARK: Alerts

    /// What the administrator was told of the service.
    package var alarms: Alarms { state.withLock { $0.store.alarms } }

    /// Mails of cases that still want sending: an alert is not counted in an alert.
    var waitingCaseMails: Int { state.withLock { $0.store.outbox.waitingCaseMails } }

    var correspondent: Correspondent { state.withLock { $0.clerk.correspondent } }

    /// Makes one group of events durable that is made of what the store says.
    func update(at now: Date, _ events: (Store, Clerk) -> [Event]) throws {
        try state.withLock { state in
            let group = events(try state.current(), state.clerk)
            try state.store.commit([group], at: now)
        }
    }

    /// Answers a question about what the journal says; throws while it cannot be read.
    package func ask<Value: Sendable>(_ question: (Register) throws -> Value) throws -> Value {
        try state.withLock { try question(try $0.current().register) }
    }

    // MARK: Position

    package func place(in mailbox: String) throws -> Cursor.Place? {
        try state.withLock { try $0.current().cursor.place(in: mailbox) }
    }

    package func firstOpening(of mailbox: String) throws -> Date? {
        try state.withLock { try $0.current().cursor.firstOpening(of: mailbox) }
    }

    package func open(_ opening: MailboxOpening, at now: Date) throws {
        try state.withLock { try $0.store.commit([[.mailboxOpened(opening)]], at: now) }
    }

    // MARK: Outbox

    /// Takes mails to hand over now; that they are being sent is durable when this returns.
    package func claimDue(atMost count: Int, at now: Date) throws -> [QueuedMail] {
        try state.withLock { state in
            try Self.settleAll(&state)
            let due = try state.current().outbox.due(at: now, atMost: count).map(\.mail)
            guard !due.isEmpty else { return [] }
            try state.store.commit([[.mailSending(due.map(\.id))]], at: now)
            return due
        }
    }

    /// Journals what became of mails handed over, and tells staff of answers that were refused.
    ///
    /// What cannot be written is kept, and written before the next mail is claimed.
    package func settle(_ mails: [QueuedMail], _ outcomes: [DeliveryOutcome], at now: Date) throws {
        try state.withLock { state in
            for (mail, outcome) in zip(mails, outcomes) {
                log.info("mail.outcome", ["mail": mail.id, "outcome": outcome.logWord])
                state.unsettled.append(Settlement(mail: mail, outcome: outcome, time: now))
            }
            try Self.settleAll(&state)
        }
    }

    private static func settleAll(_ state: inout State) throws {
        guard let time = state.unsettled.last?.time else { return }
        try state.store.refresh()
        for settlement in state.unsettled {
            let mail = settlement.mail
            let event = event(
                for: mail,
                settlement.outcome,
                outbox: state.store.outbox,
                at: settlement.time
            )
            var group = [event]
            if let reply = failure(event, of: mail, outbox: state.store.outbox) {
                group += alerts(about: mail, reply: reply, state: state, at: time)
                group += lightened(mail, reply: reply, register: state.store.register)
            }
            // Staged one by one: two alerts about one case must not bear the same name.
            state.store.stage(group, at: time)
        }
        try state.store.commitStaged(at: time)
        state.unsettled = []
    }

    /// Why a mail will not be tried again; `nil` when it arrived or will be.
    private static func failure(_ event: Event, of mail: QueuedMail, outbox: Outbox) -> String? {
        switch event {
        case .mailRefused(_, let reply): return reply
        case .mailInDoubt(_, let detail):
            let doubts = (outbox.item(mail.id)?.doubts ?? 0) + 1
            return doubts < Outbox.Schedule.doubtsAllowed
                ? nil : "remise incertaine après \(doubts) essais : \(detail)"
        default: return nil
        }
    }

    private static func event(
        for mail: QueuedMail,
        _ outcome: DeliveryOutcome,
        outbox: Outbox,
        at now: Date
    ) -> Event {
        switch outcome {
        case .accepted(let reply): return .mailSent(id: mail.id, reply: reply.description)
        case .refused(let reply) where reply.refusesLogin:
            return later(mail, reply.description, outbox, now)
        case .refused(let reply): return .mailRefused(id: mail.id, reply: reply.description)
        case .unknown(let error): return .mailInDoubt(id: mail.id, detail: error.detail)
        case .tryLater(let reply): return later(mail, reply.description, outbox, now)
        case .notSent(let error) where error.kind == .cancelled:
            // We were stopped before its turn: it is due at the next start.
            return .mailDeferred(id: mail.id, reply: error.detail, retryAt: now)
        case .notSent(let error): return later(mail, error.detail, outbox, now)
        }
    }

    private static func later(_ mail: QueuedMail, _ reply: String, _ outbox: Outbox, _ now: Date)
        -> Event
    {
        let item = outbox.item(mail.id)
        if let item, now.timeIntervalSince(item.queuedAt) > Outbox.Schedule.giveUpAfter {
            return .mailRefused(id: mail.id, reply: "given up after days of trying; last: \(reply)")
        }
        let delay = Outbox.Schedule.delay(afterTries: item?.tries ?? 1)
        return .mailDeferred(id: mail.id, reply: reply, retryAt: now.addingTimeInterval(delay))
    }

    /// An answer that no server takes is a person who waits: staff are told.
    private static func alerts(about mail: QueuedMail, reply: String, state: State, at now: Date)
        -> [Event]
    {
        guard mail.role.answersRequester, let number = mail.caseNumber,
            let dossier = state.store.register.cases[number]
        else { return [] }
        return state.clerk.correspondent.undelivered(
            dossier,
            failures: mail.forwardPaths.map { Undelivered(address: $0, reason: reply) },
            to: state.clerk.routing.recipients(for: dossier),
            context: MailContext(register: state.store.register, now: now)
        ).map { .mailQueued($0) }
    }

    /// A summary that no server takes with the message in it, perhaps for its size, goes once more
    /// without: staff must learn of the case.
    private static func lightened(_ mail: QueuedMail, reply: String, register: Register) -> [Event]
    {
        guard let number = mail.caseNumber else { return [] }
        let id = "\(number).\(register.mailCount(of: number) + 1)"
        return [mail.lightened(as: id, after: reply)].compactMap(\.self).map { .mailQueued($0) }
    }

    /// What still wants sending now or later, and how many answers are held.
    package var outboxCounts: (waiting: Int, held: Int) {
        state.withLock { ($0.store.outbox.waitingCount, $0.store.outbox.heldCount) }
    }

    /// What the journal amounts to; throws while it cannot be read.
    package func figures() throws -> Figures { try state.withLock { try $0.current().figures } }

    package var nextRetry: Date? { state.withLock { $0.store.outbox.nextRetry } }

    /// The time of the last event; `nil` in an empty store.
    package var lastTime: Date? { state.withLock { $0.store.lastTime } }

    package func close() { state.withLock { $0.store.close() } }
}

extension DeliveryOutcome {
    /// One word for logs; the server's words stand in the journal.
    package var logWord: String {
        switch self {
        case .accepted: "accepted"
        case .refused: "refused"
        case .tryLater: "try_later"
        case .unknown: "in_doubt"
        case .notSent: "not_sent"
        }
    }
}
