import Casework
import Correspondence
import Foundation
import Intake
import Mail

/// Takes one message through the stages, in this order: screening, reading, extraction,
/// classification, threading, case, correspondence.
///
/// No file, clock or network inside: the caller gives the time and writes down what comes back.
package struct Clerk: Sendable {
    package var instruments: Instruments
    package var correspondent: Correspondent
    package var routing: Routing
    package var key: TokenKey
    package var budget = Budget()
    /// Who receives all mail in a trial, and may answer it in place of staff.
    package var standIn: Address?
    /// Older mail is filed and not answered; 0: no limit.
    package var answerWithinDays: Int
    /// The keyword that marks mail as filed by this service.
    package static let keyword = "GuichetFiled"

    package init(
        instruments: Instruments,
        correspondent: Correspondent,
        routing: Routing,
        key: TokenKey,
        answerWithinDays: Int
    ) {
        self.instruments = instruments
        self.correspondent = correspondent
        self.routing = routing
        self.key = key
        self.answerWithinDays = answerWithinDays
    }

    /// Decides about one message.
    package func decide(_ arrival: Arrival, at now: Date, register: Register) -> Decision {
        let message = Message(parsing: arrival.bytes)
        if register.knows(sha256: message.sha256) {
            return duplicate(message, arrival: arrival, register: register)
        }
        let inquiry = inquire(message, arrival, at: now)
        let classification = inquiry.classification
        if case .setAside(let reason) = inquiry.screening, classification.kind != .spam {
            return Decision(
                receipt: receipt(inquiry, arrival, .setAside, reason.evidence),
                classification: classification
            ).completed()
        }
        // Before a quoted recap is taken for a mail that is handed on.
        if let order = recapOrder(inquiry, arrival, register: register, at: now) { return order }
        if let passed = handedOn(inquiry) {
            return human(passed, arrival: arrival, register: register, at: now)
        }
        switch classification.kind {
        case .automatic, .spam:
            return withoutCase(inquiry, arrival: arrival, register: register, at: now)
        case .request, .unclear, .other: break
        }
        return human(inquiry, arrival: arrival, register: register, at: now)
    }

    /// Reads a message without looking at what came before it.
    ///
    /// - Parameter isTakenBack: whether somebody says that a person wrote it, whatever screening
    ///   found.
    func inquire(
        _ message: Message,
        _ arrival: Arrival,
        isTakenBack: Bool = false,
        at now: Date
    ) -> Inquiry {
        let reading = read(message)
        let requester = instruments.extractor.requester(
            from: message.from.first,
            subject: message.subject ?? "",
            reading: reading
        )
        let screening =
            isTakenBack
            ? .answer
            : instruments.classifier.screening(
                of: message,
                reading: reading,
                requester: requester,
                by: instruments.screener
            )
        let classification = instruments.classifier.classification(
            of: message,
            reading: reading,
            screening: screening,
            requester: requester,
            isByPerson: isTakenBack
        )
        var inquiry = Inquiry(
            message: message,
            reading: reading,
            screening: screening,
            requester: requester,
            classification: classification,
            receivedAt: arrival.internalDate ?? message.date ?? now,
            mailbox: arrival.position?.mailbox,
            // Of several authors, DMARC may vouch for another than the first.
            isAuthenticated: message.from.count == 1
                && instruments.screener.isAuthenticated(message)
        )
        inquiry.octets = arrival.bytes
        // RFC822.SIZE is a guess with some servers; it counts where the message was cut.
        inquiry.size = max(arrival.bytes.count, arrival.size)
        return inquiry
    }

    private func duplicate(_ message: Message, arrival: Arrival, register: Register) -> Decision {
        let number = register.caseOfMessage(sha256: message.sha256)
        let receipt = Receipt(
            messageID: message.messageID,
            sha256: message.sha256,
            position: arrival.position,
            from: message.from.first?.addrSpec,
            subject: message.subject,
            disposition: .duplicate,
            reason: "le même message a déjà été classé"
        )
        return Decision(receipt: receipt, caseNumber: number).completed()
    }

    func receipt(
        _ inquiry: Inquiry,
        _ arrival: Arrival,
        _ disposition: Disposition,
        _ reason: String?
    ) -> Receipt {
        Receipt(
            messageID: inquiry.message.messageID,
            sha256: inquiry.message.sha256,
            position: arrival.position,
            from: inquiry.author?.addrSpec,
            subject: inquiry.message.subject,
            disposition: disposition,
            reason: reason,
            automatic: inquiry.screeningReason?.automatic
        )
    }

    func placement(of inquiry: Inquiry, register: Register) -> Placement {
        Casework.placement(
            of: inquiry.message,
            from: inquiry.author,
            authorIsStaff: isFromStaff(inquiry),
            own: correspondent.from,
            register: register,
            key: key
        )
    }

    /// Whether a member of staff wrote it; not where the mail only claims to come from one. Of several
    /// authors (RFC 5322 §3.6.2), DMARC may vouch for another than the first (RFC 7489 §6.6.1).
    func isFromStaff(_ inquiry: Inquiry) -> Bool {
        guard let author = inquiry.author, inquiry.message.from.count == 1,
            inquiry.screeningReason?.code != "dmarc-fail"
        else { return false }
        if routing.isStaff(author) { return true }
        guard let standIn, standIn.isSameAddress(as: author) else { return false }
        return !staffMailNames(in: inquiry.message, key: key).isEmpty
    }

    // MARK: Machines

    /// Mail of machines and spam: filed, listed for staff, never answered; its text is not kept.
    private func withoutCase(
        _ inquiry: Inquiry,
        arrival: Arrival,
        register: Register,
        at now: Date
    ) -> Decision {
        if inquiry.classification.kind == .spam {
            let rules = inquiry.classification.evidence.filter { $0.target == "spam" }
            let reason =
                inquiry.screeningReason?.evidence
                ?? rules.map { "« \($0.text) »" }.joined(separator: ", ")
            return Decision(
                receipt: receipt(inquiry, arrival, .spam, reason),
                classification: inquiry.classification
            ).completed()
        }
        var number: CaseNumber?
        if case .follows(let known) = placement(of: inquiry, register: register) { number = known }
        guard inquiry.screeningReason?.automatic == .bounce else {
            var decision = Decision(
                receipt: receipt(inquiry, arrival, .automatic, inquiry.automaticReason),
                classification: inquiry.classification
            )
            decision.caseNumber = number
            return decision.completed()
        }
        return bounce(inquiry, arrival: arrival, known: number, register: register, at: now)
    }

    /// A bounce goes to the case of the mail that bounced; staff learn of it when it was an answer.
    private func bounce(
        _ inquiry: Inquiry,
        arrival: Arrival,
        known: CaseNumber?,
        register: Register,
        at now: Date
    ) -> Decision {
        let message = inquiry.message
        let report = deliveryReport(of: message, ownAddresses: instruments.screener.ownAddresses)
        let name = returnedMail(message, report: report)
        let number = name?.caseNumber ?? known
        var decision = Decision(
            receipt: receipt(inquiry, arrival, .bounce, inquiry.automaticReason),
            classification: inquiry.classification
        )
        decision.caseNumber = number.flatMap { register.cases[$0] == nil ? nil : $0 }
        decision.effects = deadAddresses(report, of: name, register: register)
        let failures = undelivered(message, report, of: name, register: register)
        let concernsRequester = name.map { $0.purpose == .caseThread } ?? true
        if concernsRequester, !failures.isEmpty, let known = decision.caseNumber,
            let dossier = register.cases[known]
        {
            decision.receipt.undelivered = failures.map {
                Receipt.Failure(address: $0.address, reply: $0.reason)
            }
            decision.mails = correspondent.undelivered(
                dossier,
                failures: failures,
                to: routing.recipients(for: dossier),
                context: MailContext(register: register, now: now)
            )
        }
        return decision.completed()
    }

    // MARK: People

    private func human(
        _ inquiry: Inquiry,
        arrival: Arrival,
        register: Register,
        at now: Date
    ) -> Decision {
        let objection = objection(
            toAnswering: inquiry,
            arrival: arrival,
            register: register,
            at: now
        )
        switch placement(of: inquiry, register: register) {
        case .staff(let number):
            return staffNote(inquiry, arrival, on: number, register: register, at: now)
        case .follows(let number):
            guard let dossier = register.cases[number] else {
                return open(inquiry, arrival, objection, linkedTo: nil, register: register, at: now)
            }
            return followUp(inquiry, arrival, objection, on: dossier, register: register, at: now)
        case .opens(let linkedTo):
            if let known = sentBefore(inquiry, register: register, at: now) {
                var decision = Decision(
                    receipt: receipt(
                        inquiry,
                        arrival,
                        .duplicate,
                        "le même texte a ouvert \(known)"
                    ),
                    classification: inquiry.classification
                )
                decision.caseNumber = known
                return decision.completed()
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
    }

    /// The case that the same person opened with the same text a short while ago.
    private func sentBefore(_ inquiry: Inquiry, register: Register, at now: Date) -> CaseNumber? {
        inquiry.addressee.flatMap { author in
            register.caseOpened(
                by: author.addrSpec,
                with: inquiry.reading.newText,
                before: now
            )
        }
    }

    func open(
        _ inquiry: Inquiry,
        _ arrival: Arrival,
        _ objection: String?,
        linkedTo: CaseNumber?,
        register: Register,
        at now: Date
    ) -> Decision {
        let number = register.nextCaseNumber(year: FrenchDates.year(of: now))
        var dossier = Case(
            number: number,
            openedAt: now,
            classification: inquiry.classification,
            requester: inquiry.requester,
            subject: (inquiry.handedOn?.subject ?? inquiry.message.subject) ?? "",
            linkedTo: linkedTo
        )
        dossier.handedOnBy = inquiry.handedOn?.forwarder.addrSpec
        var context = MailContext(register: register, now: now)
        let silence = objection ?? Self.needsNoAnswer(inquiry.classification)
        var answer: QueuedMail?
        if silence == nil {
            answer = correspondent.promisingAnswer(
                &dossier,
                inquiry: inquiry,
                context: &context
            )
        }
        if answer?.role == .clarification { dossier.state = .waiting }
        let summaries = correspondent.summaries(
            dossier,
            inquiry: inquiry,
            answer: answer,
            silence: silence,
            neighbours: neighbours(of: dossier, inquiry: inquiry, register: register),
            to: routing.recipients(for: dossier),
            context: &context
        )
        var decision = Decision(
            receipt: receipt(inquiry, arrival, .newCase, silence ?? Self.delay(inquiry)),
            caseNumber: number,
            classification: inquiry.classification
        )
        decision.mails = [answer].compactMap(\.self) + summaries
        return decision.completed(with: .caseOpened(dossier, inquiry.content))
    }

    /// Why an answer waits that would leave at once otherwise.
    private static func delay(_ inquiry: Inquiry) -> String? {
        inquiry.handedOn == nil ? nil : "transmis par un agent : la réponse attend un accord"
    }

    /// A message that asks for nothing gets no answer.
    private static func needsNoAnswer(_ classification: Classification) -> String? {
        classification.kind == .other && classification.topic == .remerciement
            ? "un remerciement n'appelle pas de réponse" : nil
    }

    func followUp(
        _ inquiry: Inquiry,
        _ arrival: Arrival,
        _ objection: String?,
        on known: Case,
        register: Register,
        at now: Date
    ) -> Decision {
        var dossier = known
        var context = MailContext(register: register, now: now)
        var answer: QueuedMail?
        var refusal: String?
        var classification = inquiry.classification
        let held = register.heldAnswers(in: known.number)
        // A question that waits for staff was never read: no figure answers it.
        let isUnasked = held.contains { $0.role == .clarification }
        if isUnasked || known.takesChoice(in: inquiry.reading.newText) {
            let chosen = isUnasked ? nil : Choice(in: inquiry.reading.newText)
            // The question was put once; whatever comes back, a person takes over from here.
            if !isUnasked || classification.kind == .request { dossier.state = .new }
            if let chosen, !chosen.offers.isEmpty {
                classification.kind = .request
                classification.topic = nil
                classification.offers = chosen.offers
            }
            if classification.kind == .request, chosen?.isUndecided != true {
                dossier.reclassify(as: classification)
                refusal = objection
                if objection == nil {
                    answer = correspondent.promisingAnswer(
                        &dossier,
                        inquiry: inquiry,
                        context: &context
                    )
                }
            }
        } else if known.state == .closed {
            dossier.state = .new
        }
        if dossier.requester.phone == nil { dossier.requester.phone = inquiry.requester.phone }
        let updates = correspondent.updates(
            dossier,
            inquiry: inquiry,
            answer: answer,
            objection: refusal,
            answerWaits: answer == nil && !held.isEmpty,
            to: followers(of: dossier, formerly: known),
            context: &context
        )
        let silence = objection ?? StaffWords.joinsItsCase
        var decision = Decision(
            receipt: receipt(inquiry, arrival, .followUp, answer == nil ? silence : nil),
            caseNumber: dossier.number,
            classification: classification
        )
        decision.mails = [answer].compactMap(\.self) + updates
        if let answer {
            decision.effects = held.map {
                .mailWithdrawn(id: $0.mailID, reason: "remplacée par \(answer.id)")
            }
        }
        return decision.completed(with: .caseUpdated(dossier, inquiry.content))
    }
}

extension Decision {
    /// The events in the journal's order: what was received, what the case became, what that means for
    /// waiting mails, what is sent.
    func completed(with caseEvent: Event? = nil) -> Decision {
        var decision = self
        decision.events =
            [.messageReceived(receipt, caseNumber)]
            + [caseEvent].compactMap(\.self)
            + effects
            + mails.map { Event.mailQueued($0) }
        return decision
    }
}
