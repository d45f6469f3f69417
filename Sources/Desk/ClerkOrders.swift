import Casework
import Correspondence
import Foundation
import Intake
import Mail

/// What a mail of staff does to a case.
struct OrderResult {
    /// As the case is from now on.
    var dossier: Case
    /// What its writer is told; `nil`: nothing.
    var outcome: OrderOutcome?
    var effects: [Event] = []
    var mails: [QueuedMail] = []
    var attention = Receipt.Attention.paid
    /// Whether what the journal holds of the case has to be read first.
    var wantsFile = false
}

/// A mail that a member of staff wrote about a case, with all that bears on its orders.
struct StaffMessage {
    var inquiry: Inquiry
    var arrival: Arrival
    var author: Address
    var dossier: Case
    var register: Register
    var now: Date

    var number: CaseNumber { dossier.number }
    var held: [HeldAnswer] { register.heldAnswers(in: number) }

    /// What it orders: nothing where the requester reads it too.
    var reading: OrderReading {
        let readers = inquiry.message.to + inquiry.message.cc
        let requester = dossier.requester.address?.lowercased()
        let isCopy = readers.contains { reader in
            reader.addrSpec.lowercased() == requester
                || register.isParticipant(reader.addrSpec, in: number)
        }
        return isCopy ? .words : OrderReading(inquiry.reading.newText)
    }
}

extension Clerk {
    /// What a member of staff writes about a case stays in its file, and may be an order; the
    /// requester never sees it.
    func staffNote(
        _ inquiry: Inquiry,
        _ arrival: Arrival,
        on number: CaseNumber,
        register: Register,
        at now: Date
    ) -> Decision {
        var decision = Decision(
            receipt: receipt(inquiry, arrival, .staffCommand, "réponse d'un agent au guichet"),
            caseNumber: number,
            classification: nil
        )
        guard let dossier = register.cases[number], let author = inquiry.author else {
            return decision.completed()
        }
        let message = StaffMessage(
            inquiry: inquiry,
            arrival: arrival,
            author: author,
            dossier: dossier,
            register: register,
            now: now
        )
        var context = MailContext(register: register, now: now)
        let result = result(of: message, context: &context)
        if result.wantsFile {
            decision.wantedFile = number
            return decision
        }
        decision.receipt.attention = result.attention
        decision.effects = result.effects
        decision.mails = result.mails
        if let outcome = result.outcome {
            decision.mails += receipts(of: outcome, result.dossier, message, context: &context)
        }
        return decision.completed(with: .caseUpdated(result.dossier, inquiry.content))
    }

    private func receipts(
        of outcome: OrderOutcome,
        _ dossier: Case,
        _ message: StaffMessage,
        context: inout MailContext
    ) -> [QueuedMail] {
        let (author, number) = (message.author, message.number)
        guard
            budget.permitsReceipt(
                to: author.addrSpec,
                in: number,
                at: message.now,
                register: message.register
            )
        else { return [] }
        let reference = OrderAuthority.reference(
            in: message.inquiry.message,
            from: author,
            in: number,
            standIn: standIn,
            register: message.register,
            key: key
        )
        return correspondent.receipt(
            of: outcome,
            about: dossier,
            to: author,
            name: reference.map { $0.leftPart(key: key) },
            context: &context
        )
    }

    private func result(of message: StaffMessage, context: inout MailContext) -> OrderResult {
        switch message.reading {
        case .order(let order): return carryOut(order, message, context: &context)
        case .resembles(let word):
            var result = OrderResult(dossier: message.dossier, outcome: .resembles(word))
            result.attention = .unchanged
            return result
        case .words:
            return OrderResult(
                dossier: message.dossier,
                outcome: message.held.isEmpty ? nil : .noted
            )
        }
    }

    private func carryOut(
        _ order: Order,
        _ message: StaffMessage,
        context: inout MailContext
    ) -> OrderResult {
        var result = OrderResult(dossier: message.dossier)
        switch order {
        case .note:
            // The words are in the file as those of any mail of staff are.
            result.outcome = .kept
            return result
        case .help:
            result.outcome = .help
            result.attention = .unchanged
            return result
        case .send where message.held.isEmpty:
            result.outcome = .nothingHeld(message.register.lastRelease(in: message.number))
            return result
        case .send, .take, .close, .reclassify: break
        }
        let authority = authority(for: order, message)
        guard authority == .granted else {
            result.outcome = .refused(authority, order)
            result.attention = .unchanged
            return result
        }
        switch order {
        case .take: return take(message, context: &context)
        case .close(let reason): return close(message, reason: reason, context: &context)
        case .reclassify(let offers): return reclassify(to: offers, message, context: &context)
        case .send, .note, .help:
            result.outcome = .released(to: message.held.flatMap(\.recipients))
            result.effects = message.register.releaseEvents(
                in: message.number,
                by: message.author.addrSpec
            )
            return result
        }
    }

    private func authority(for order: Order, _ message: StaffMessage) -> OrderAuthority {
        OrderAuthority(
            of: message.inquiry.message,
            for: order,
            from: message.author,
            in: message.number,
            over: order == .send ? message.held : [],
            standIn: standIn,
            register: message.register,
            key: key,
            now: message.now
        )
    }

    // MARK: Taking and closing

    private func take(_ message: StaffMessage, context: inout MailContext) -> OrderResult {
        let (author, former) = (message.author, message.dossier)
        var result = OrderResult(dossier: former)
        let holder = former.state == .inProgress ? former.takenBy : nil
        if holder?.lowercased() == author.addrSpec.lowercased() {
            result.outcome = .takenAlready
            return result
        }
        result.dossier.state = .inProgress
        result.dossier.takenBy = author.addrSpec
        result.mails = notice(.taken, in: result.dossier, message, context: &context)
        result.outcome = .taken(
            before: holder,
            isTold: !result.mails.isEmpty,
            wasClosed: former.state == .closed
        )
        return result
    }

    private func close(_ message: StaffMessage, reason: String, context: inout MailContext)
        -> OrderResult
    {
        var result = OrderResult(dossier: message.dossier)
        guard message.dossier.state != .closed else {
            result.outcome = .closedAlready
            return result
        }
        result.dossier.state = .closed
        // An answer must not leave when everybody thinks that all is done.
        let cause = "dossier clos par \(message.author.addrSpec)"
        result.effects = message.held.map { .mailWithdrawn(id: $0.mailID, reason: cause) }
        result.mails = notice(
            .closed(reason: reason),
            in: result.dossier,
            message,
            context: &context
        )
        result.outcome = .closed(withdrew: !message.held.isEmpty)
        return result
    }

    /// Tells who had taken the case what its author does with it; nobody where nobody else had.
    func notice(
        _ intervention: Intervention,
        in dossier: Case,
        _ message: StaffMessage,
        context: inout MailContext
    ) -> [QueuedMail] {
        guard message.dossier.state == .inProgress, let holder = staff(at: message.dossier.takenBy),
            !holder.isSameAddress(as: message.author)
        else { return [] }
        return correspondent.intervention(
            intervention,
            in: dossier,
            by: message.author,
            holder: holder,
            context: &context
        )
    }

    /// The member of staff at an address; `nil` for one who is no longer of the staff.
    private func staff(at addrSpec: String?) -> Address? {
        routing.everyone.first { $0.addrSpec.lowercased() == addrSpec?.lowercased() }
    }

    /// Those who are told what is new in a case: those of its offers, and who took it.
    func followers(of dossier: Case, formerly former: Case) -> [Address] {
        let recipients = routing.recipients(for: dossier, formerly: former)
        guard let holder = staff(at: dossier.takenBy),
            !recipients.contains(where: holder.isSameAddress(as:))
        else { return recipients }
        return recipients + [holder]
    }
}
