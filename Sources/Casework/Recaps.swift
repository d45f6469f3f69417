import Foundation

/// What the next recap will say, and what may be taken back, made of the journal's events alone.
package struct Recaps: Sendable {
    /// Days for which a message set aside can be taken back.
    package static let daysKept = 90

    /// Where a message taken back went.
    package struct Outcome: Hashable, Sendable {
        package var recovery: Recovery
        package var caseNumber: CaseNumber
        package var at: Date
    }

    /// The day of the last recap; `nil` before the first.
    package private(set) var lastDay: CivilDay?
    package private(set) var lastMadeAt: Date?
    /// When the journal began.
    private var begunAt: Date?
    /// Set aside since the last recap, in the order of the journal.
    package private(set) var setAside: [SetAsideMessage] = []
    /// Answers that did not arrive, since the last recap.
    package private(set) var undelivered: [UndeliveredAnswer] = []
    /// Cases that nobody has looked after, and since when they wait.
    private var untaken: [CaseNumber: Date] = [:]
    /// What answers said of when somebody calls, and whether nobody has looked after the case since.
    private var promises: [CaseNumber: (day: CivilDay, isOpen: Bool)] = [:]
    /// Answers under way, with how often each was in doubt.
    private var underWay: [String: (mail: UnderWay, doubts: Int)] = [:]
    /// By identity.
    private var recoverable: [String: SetAsideMessage] = [:]
    private var numbers: [CivilDay: [String]] = [:]
    /// Requests that were not carried out yet, in their order.
    package private(set) var pendingRecoveries: [RecoveryRequest] = []
    private var recoveries: [String: Outcome] = [:]
    private var failures: [String: (request: RecoveryRequest, reason: String)] = [:]
    private var orderIDs: Set<String> = []
    private var receiptTimes: [String: [Date]] = [:]
    /// Receipts of such orders so far, for the names of the next.
    package private(set) var receiptCount = 0

    /// How many messages set aside there may be before old ones are looked for.
    private var pruneCount = Recaps.fewestToPrune
    private static let fewestToPrune = 1_024

    private struct UnderWay {
        var caseNumber: CaseNumber?
        var addresses: [String]
    }

    package init() {}

    /// Takes in one event; `isKnown` says whether a received message was known by its identity before.
    package mutating func apply(_ event: Event, at time: Date, isKnown: Bool) {
        begunAt = min(begunAt ?? time, time)
        switch event {
        case .messageReceived(let receipt, let number):
            note(receipt, in: number, at: time, isKnown: isKnown)
        case .caseOpened(let dossier, _):
            untaken[dossier.number] = time
            notePromise(of: dossier)
        case .caseUpdated(let dossier, _):
            notePromise(of: dossier)
            if dossier.state == .closed { take(dossier.number) }
        case .mailReleased(let id, _):
            if let number = CaseNumber(mailID: id) { take(number) }
        case .mailQueued(let mail): note(mail, at: time)
        case .mailSent(let id, _), .mailWithdrawn(let id, _): underWay[id] = nil
        case .mailRefused(let id, let reply): giveUp(id, reply)
        case .mailInDoubt(let id, let detail):
            underWay[id]?.doubts += 1
            if let doubts = underWay[id]?.doubts, doubts >= QueuedMail.doubtsAllowed {
                giveUp(id, detail)
            }
        case .recapMade(let record): note(record, at: time)
        case .recoveryAsked(let request):
            failures[request.sha256] = nil
            pendingRecoveries.append(request)
        case .messageRecovered(let recovery, let number):
            settle(recovery.request)
            recoveries[recovery.request.sha256] = Outcome(
                recovery: recovery,
                caseNumber: number,
                at: time
            )
        case .recoveryFailed(let request, let reason):
            settle(request)
            failures[request.sha256] = (request, reason)
        case .mailboxOpened, .mailSending, .mailDeferred, .addressFailed, .serviceState,
            .factReminded:
            break
        }
    }

    /// Somebody looks after it, and so after what it was promised.
    private mutating func take(_ number: CaseNumber) {
        untaken[number] = nil
        promises[number]?.isOpen = false
    }

    private mutating func notePromise(of dossier: Case) {
        guard let day = dossier.promisedDay, promises[dossier.number]?.day != day else { return }
        promises[dossier.number] = (day, true)
    }

    private mutating func settle(_ request: RecoveryRequest) {
        pendingRecoveries.removeAll { $0.sha256 == request.sha256 }
    }

    private mutating func note(
        _ receipt: Receipt,
        in number: CaseNumber?,
        at time: Date,
        isKnown: Bool
    ) {
        undelivered += receipt.undelivered.map { failure in
            UndeliveredAnswer(caseNumber: number, address: failure.address, reply: failure.reply)
        }
        if receipt.disposition == .staffCommand {
            if let number {
                switch receipt.attention {
                case .paid: take(number)
                case .unchanged: break
                case .wanted:
                    untaken[number] = untaken[number] ?? time
                    promises[number]?.isOpen = true
                }
            }
            if number == nil, let id = receipt.messageID { orderIDs.insert(id) }
        }
        if receipt.disposition == .followUp, let number, untaken[number] == nil {
            untaken[number] = time
        }
        guard receipt.isSetAside(in: number) else { return }
        let known = recoverable[receipt.sha256]
        let message = SetAsideMessage(
            receipt,
            in: number,
            at: time,
            isCopy: isKnown && known == nil
        )
        setAside.append(message)
        if message.isCopy { return }
        if known == nil { recoverable[receipt.sha256] = message }
        if known != nil, let position = receipt.position {
            recoverable[receipt.sha256]?.positions.append(position)
        }
        if setAside.count >= pruneCount {
            prune(at: time)
            pruneCount = 2 * setAside.count + Self.fewestToPrune
        }
    }

    /// Forgets what cannot be taken back any more: where no recap is made, or none was for long, all
    /// of it would be kept for ever.
    private mutating func prune(at time: Date) {
        let first = time.addingTimeInterval(-Double(Self.daysKept) * 86_400)
        setAside.removeAll { $0.filedAt < first }
        recoverable = recoverable.filter { $0.value.filedAt >= first }
        recoveries = recoveries.filter { $0.value.at >= first }
        failures = failures.filter { recoverable[$0.key] != nil }
    }

    private mutating func note(_ mail: QueuedMail, at time: Date) {
        if mail.role.answersRequester {
            let addresses = UnderWay(caseNumber: mail.caseNumber, addresses: mail.forwardPaths)
            underWay[mail.id] = (addresses, 0)
        } else if mail.role == .orderReceipt, mail.caseNumber == nil,
            let recipient = mail.forwardPaths.first
        {
            receiptCount += 1
            receiptTimes[recipient.lowercased()] =
                receipts(to: recipient, before: time) + [time]
        }
    }

    private mutating func giveUp(_ mailID: String, _ reply: String) {
        guard let mail = underWay.removeValue(forKey: mailID)?.mail else { return }
        undelivered += mail.addresses.map {
            UndeliveredAnswer(caseNumber: mail.caseNumber, address: $0, reply: reply)
        }
    }

    private mutating func note(_ record: RecapRecord, at time: Date) {
        lastDay = max(lastDay ?? record.day, record.day)
        lastMadeAt = time
        setAside = []
        undelivered = []
        numbers[record.day] = record.setAside
        let first = record.day.adding(days: -Self.daysKept)
        numbers = numbers.filter { $0.key >= first }
        prune(at: time)
        pruneCount = Self.fewestToPrune
    }

    // MARK: Questions

    /// Whether the recap of today is due and not made: once a day, however often the service starts.
    package func isDue(by schedule: RecapSchedule, at now: Date) -> Bool {
        let today = CivilDay(of: now)
        guard let time = schedule.time(on: today), time <= now else { return false }
        guard let lastDay else { return begunAt.map { $0 < time } ?? false }
        guard numbers[today] == nil else { return false }
        // The clock may have gone back since; a day far off was set by one that was wrong.
        return lastDay < today || lastDay.number - today.number > Self.daysOfDoubt
    }

    private static let daysOfDoubt = 7

    /// Cases that nobody has looked after, and since when they wait, the oldest first.
    package var waitingCases: [(number: CaseNumber, since: Date)] {
        untaken.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// The day until which the case was promised a call; `nil` also where somebody has looked after it
    /// since.
    package func promisedDay(of number: CaseNumber) -> CivilDay? {
        promises[number].flatMap { $0.isOpen ? $0.day : nil }
    }

    /// The identity of the message that the recap of a day numbers so.
    package func message(number: Int, of day: CivilDay) -> String? {
        guard let listed = numbers[day], listed.indices.contains(number - 1) else { return nil }
        return listed[number - 1]
    }

    /// How many messages the recap of a day numbers.
    package func count(of day: CivilDay) -> Int { numbers[day]?.count ?? 0 }

    /// What may be taken back, by identity; `nil` for an ordinary message and an old one.
    package func recoverable(_ sha256: String) -> SetAsideMessage? { recoverable[sha256] }

    /// All that may be taken back, in the order of filing.
    package var allRecoverable: [SetAsideMessage] {
        recoverable.values.sorted { ($0.filedAt, $0.sha256) < ($1.filedAt, $1.sha256) }
    }

    /// Those that may be taken back with that Message-ID, without angle brackets.
    package func recoverable(messageID: String) -> [SetAsideMessage] {
        allRecoverable.filter { $0.messageID == messageID }
    }

    package func recovery(of sha256: String) -> Outcome? { recoveries[sha256] }

    /// What became so far of the messages that one order names, by their numbers.
    package func outcomes(ofOrder sha256: String) -> [(number: Int, result: RecoveryResult)] {
        let done = recoveries.values.compactMap { outcome in
            numbered(outcome.recovery.request, sha256, .takenBack(outcome.caseNumber))
        }
        let failed = failures.values.compactMap { failure in
            numbered(failure.request, sha256, .failed(failure.reason))
        }
        return (done + failed).sorted { $0.number < $1.number }
    }

    private func numbered(
        _ request: RecoveryRequest,
        _ order: String,
        _ result: RecoveryResult
    ) -> (number: Int, result: RecoveryResult)? {
        request.order?.sha256 == order ? request.order.map { ($0.number, result) } : nil
    }

    /// Why a message could not be taken back when that was last asked; in French.
    package func failure(of sha256: String) -> String? { failures[sha256]?.reason }

    /// How many messages that one order names are still to be fetched.
    package func pendingCount(ofOrder sha256: String) -> Int {
        pendingRecoveries.count { $0.order?.sha256 == sha256 }
    }

    package func isPending(_ sha256: String) -> Bool {
        pendingRecoveries.contains { $0.sha256 == sha256 }
    }

    /// Whether an order with that Message-ID was taken before.
    package func knowsOrder(_ messageID: String) -> Bool { orderIDs.contains(messageID) }

    /// When that person was told what became of orders of this kind, in the window before `time`.
    package func receipts(to addrSpec: String, before time: Date) -> [Date] {
        (receiptTimes[addrSpec.lowercased()] ?? [])
            .filter { time.timeIntervalSince($0) < Budget.window }
    }
}
