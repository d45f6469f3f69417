import Casework
import Correspondence
import Foundation
import Intake
import Mail

// MARK: - The recap

extension Clerk {
    /// What the recap of a day tells.
    func recap(
        of day: CivilDay,
        mailbox: RecapContent.Mailbox,
        register: Register,
        at now: Date
    ) -> RecapContent {
        let recaps = register.recaps
        // The first recap of an old journal would number the mail of years.
        let first = now.addingTimeInterval(-Double(Recaps.daysKept) * 86_400)
        return RecapContent(
            day: day,
            waiting: recaps.waitingCases.compactMap { number, since in
                guard let dossier = register.cases[number], dossier.asksForSomething else {
                    return nil
                }
                return RecapContent.WaitingCase(
                    dossier: dossier,
                    since: since,
                    isAnswerHeld: !register.heldAnswers(in: number).isEmpty,
                    promisedDay: recaps.promisedDay(of: number)
                )
            },
            undelivered: recaps.undelivered,
            setAside: SetAsideList(recaps.setAside.filter { $0.filedAt >= first }),
            mailbox: mailbox
        )
    }
}

extension Case {
    fileprivate var asksForSomething: Bool {
        state != .closed && !(kind == .other && topic == .remerciement)
    }
}

// MARK: - Orders about it

extension Clerk {
    /// What becomes of an answer to a recap; `nil` for any other message, and for that of a stranger
    /// into whose hands a recap came.
    func recapOrder(
        _ inquiry: Inquiry,
        _ arrival: Arrival,
        register: Register,
        at now: Date
    ) -> Decision? {
        let message = inquiry.message
        // Neither a machine nor who only claims to be the reader orders anything.
        guard let author = inquiry.author, message.from.count == 1, inquiry.screeningReason == nil
        else { return nil }
        let (authority, name) = OrderAuthority.recap(
            in: message,
            from: author,
            standIn: standIn,
            register: register,
            key: key,
            now: now
        )
        switch authority {
        case .noReference: return nil
        case .otherRecipient where !routing.isStaff(author): return nil
        default: break
        }
        var decision = Decision(
            receipt: receipt(inquiry, arrival, .staffCommand, "réponse à un récapitulatif"),
            classification: nil
        )
        let outcome: RecapOrderOutcome
        if authority == .granted, let name {
            let (requests, lines) = requests(of: inquiry, recap: name, by: author, register)
            decision.effects = requests.map { .recoveryAsked($0) }
            outcome = lines.map { .results($0) } ?? .notUnderstood
        } else {
            outcome = .refused(authority)
        }
        if outcome != .results([]) {
            let recap = name.map { "\($0.leftPart(key: key))@\(correspondent.from.domain)" }
            decision.mails = receipts(
                of: outcome,
                to: author,
                thread: [recap, message.messageID].compactMap(\.self),
                register: register,
                at: now
            )
        }
        return decision.completed()
    }

    /// What an order wants fetched, and what can be said of it at once; `nil` lines where no order is
    /// understood.
    private func requests(
        of inquiry: Inquiry,
        recap name: RecapName,
        by author: Address,
        _ register: Register
    ) -> (requests: [RecoveryRequest], lines: [RecapOrderOutcome.Line]?) {
        guard let order = RecoveryOrder(in: inquiry.reading.newText) else { return ([], nil) }
        let recaps = register.recaps
        // Carried out already; another mail under its Message-ID orders nothing (RFC 5322 §3.6.4).
        if let id = inquiry.message.messageID, recaps.knowsOrder(id) { return ([], []) }
        var requests: [RecoveryRequest] = []
        var lines: [RecapOrderOutcome.Line] = []
        for number in order.numbers {
            let sha256 = recaps.message(number: number, of: name.day)
            let result =
                sha256.map { register.recoveryResult(of: $0) }
                ?? .notListed(count: recaps.count(of: name.day))
            guard result == .asked, let sha256, let message = recaps.recoverable(sha256) else {
                let message = sha256.flatMap { recaps.recoverable($0) }
                lines.append(
                    RecapOrderOutcome.Line(number: number, result: result, message: message)
                )
                continue
            }
            let mail = RecoveryOrderMail(
                messageID: inquiry.message.messageID,
                sha256: inquiry.message.sha256,
                recap: "\(name.leftPart(key: key))@\(correspondent.from.domain)",
                number: number
            )
            guard !requests.contains(where: { $0.sha256 == sha256 }) else { continue }
            requests.append(
                RecoveryRequest(
                    sha256: sha256,
                    messageID: message.messageID,
                    by: author.addrSpec,
                    order: mail
                )
            )
        }
        return (requests, lines)
    }

    private func receipts(
        of outcome: RecapOrderOutcome,
        to author: Address,
        thread: [String],
        register: Register,
        at now: Date
    ) -> [QueuedMail] {
        let recaps = register.recaps
        guard
            recaps.receipts(to: author.addrSpec, before: now).count < budget.recapReceipts
        else { return [] }
        let receipt = correspondent.receipt(
            of: outcome,
            to: author,
            thread: thread,
            sequence: recaps.receiptCount + 1,
            now: now
        )
        return [receipt].compactMap(\.self)
    }
}

extension Register {
    /// What becomes of the wish to take a message back: `.asked` where it may be done.
    package func recoveryResult(of sha256: String) -> RecoveryResult {
        if let outcome = recaps.recovery(of: sha256) {
            return .known(outcome.caseNumber, by: outcome.recovery.request.by)
        }
        if recaps.isPending(sha256) { return .pending }
        if recaps.recoverable(sha256) == nil {
            return .known(caseOfMessage(sha256: sha256), by: nil)
        }
        return .asked
    }
}

// MARK: - Taking back

extension Clerk {
    /// Files a message that was set aside as a person's, whatever screening says; its answer waits.
    func takeBack(
        _ request: RecoveryRequest,
        _ arrival: Arrival,
        register: Register,
        at now: Date
    ) -> [Event] {
        guard let known = register.recaps.recoverable(request.sha256) else {
            return fail(request, "il n'est plus connu", register: register, at: now)
        }
        var clerk = self
        clerk.correspondent.holdsAnswers = true
        var decision = clerk.file(known, by: request.by, arrival, register: register, at: now)
        guard let number = decision.caseNumber else {
            return fail(request, "aucun dossier n'a pu être ouvert", register: register, at: now)
        }
        let recovery = Recovery(
            request: request,
            position: arrival.position,
            from: decision.receipt.from,
            subject: decision.receipt.subject,
            disposition: known.disposition,
            reason: known.reason
        )
        decision.events = decision.events.map { event in
            if case .messageReceived = event { .messageRecovered(recovery, number) } else { event }
        }
        return decision.events
            + receipt(of: request, .takenBack(number), register: register, at: now)
    }

    private func file(
        _ known: SetAsideMessage,
        by name: String,
        _ arrival: Arrival,
        register: Register,
        at now: Date
    ) -> Decision {
        let message = Message(parsing: arrival.bytes)
        var inquiry = inquire(message, arrival, isTakenBack: true, at: now)
        if let passed = handedOn(inquiry) {
            inquiry = passed
            inquiry.screening = .answer
        }
        inquiry.takenBack = TakenBack(known, by: name)
        let objection = objection(toAnsweringTakenBack: inquiry, arrival)
        var linkedTo = known.caseNumber
        switch placement(of: inquiry, register: register) {
        case .staff(let number):
            // A note, whatever it says: nobody orders by having a message taken back.
            guard let dossier = register.cases[number] else { break }
            let receipt = receipt(inquiry, arrival, .staffCommand, nil)
            return Decision(receipt: receipt, caseNumber: number)
                .completed(with: .caseUpdated(dossier, inquiry.content))
        case .follows(let number):
            guard let dossier = register.cases[number] else { break }
            return followUp(inquiry, arrival, objection, on: dossier, register: register, at: now)
        case .opens(let candidate): linkedTo = candidate ?? linkedTo
        }
        return open(
            inquiry,
            arrival,
            objection,
            linkedTo: linkedTo,
            register: register,
            at: now
        )
    }

    /// Neither age nor our own mark nor a budget keeps an answer back that a person has to let go.
    private func objection(toAnsweringTakenBack inquiry: Inquiry, _ arrival: Arrival) -> String? {
        if let reason = objection(toWritingTo: inquiry) { return reason }
        let own = instruments.screener.ownAddresses
        if let addressee = inquiry.addressee, own.contains(where: addressee.isSameAddress(as:)) {
            return "écrit par le service lui-même"
        }
        return arrival.flags.contains { $0.lowercased() == "\\answered" }
            ? "une personne y a déjà répondu" : nil
    }

    /// That a message cannot be taken back, for a reason in French.
    func fail(
        _ request: RecoveryRequest,
        _ reason: String,
        register: Register,
        at now: Date
    ) -> [Event] {
        [.recoveryFailed(request, reason: reason)]
            + receipt(of: request, .failed(reason), register: register, at: now)
    }

    /// One receipt an order, with the last of the messages that it names.
    private func receipt(
        of request: RecoveryRequest,
        _ result: RecoveryResult,
        register: Register,
        at now: Date
    ) -> [Event] {
        let recaps = register.recaps
        guard let order = request.order, recaps.pendingCount(ofOrder: order.sha256) <= 1,
            let author = Address.list(parsing: request.by)?.first
        else { return [] }
        let before = recaps.outcomes(ofOrder: order.sha256)
        let lines = (before + [(order.number, result)]).sorted { $0.number < $1.number }
            .map { number, result in
                let sha256 =
                    RecapName(messageID: order.recap, key: key)
                    .flatMap { recaps.message(number: number, of: $0.day) }
                return RecapOrderOutcome.Line(
                    number: number,
                    result: result,
                    message: sha256.flatMap { recaps.recoverable($0) }
                )
            }
        return receipts(
            of: .results(lines),
            to: author,
            thread: [order.recap, order.messageID].compactMap(\.self),
            register: register,
            at: now
        ).map { .mailQueued($0) }
    }
}
