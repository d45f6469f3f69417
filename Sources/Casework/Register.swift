import Foundation
import Intake

/// How a mail program recognises the mails of one case to one person.
package struct StaffThread: Hashable, Sendable {
    package var subject: String
    package var messageID: String
}

/// A mail to one member of staff: who answers it may give orders.
package struct StaffMail: Hashable, Sendable {
    package var recipient: String
    package var queuedAt: Date
    /// Whether it shows the answer that waits.
    package var showsAnswer: Bool
    /// Whether an answer to it may order something: a receipt goes to those as well who may not.
    package var grantsOrders: Bool
}

/// An answer that waits for staff.
package struct HeldAnswer: Hashable, Sendable {
    package var mailID: String
    package var role: MailRole
    package var recipients: [String]
    package var queuedAt: Date

    /// Its place among the mails of the case.
    var sequence: Int { mailID.split(separator: ".").last.flatMap { Int($0) } ?? .max }
}

/// That held answers of a case were let go.
package struct Release: Hashable, Sendable {
    package var by: String
    package var at: Date
}

/// Every case and message known, made of the journal's events alone: replaying them gives it back.
package struct Register: Sendable {
    package private(set) var cases: [CaseNumber: Case] = [:]
    /// Message-IDs of received mail, without angle brackets, and the case they belong to.
    private var caseByMessageID: [String: CaseNumber] = [:]
    private var knownMessages: [String: CaseNumber?] = [:]
    private var participants: [CaseNumber: Set<String>] = [:]
    private var lastSequence: [Int: Int] = [:]
    /// How many mails a case has caused, for their names.
    private var mailCount: [CaseNumber: Int] = [:]
    private var answeredAt: [String: [Date]] = [:]
    private var answersByDay: [Int: Int] = [:]
    private var staffOctetsByDay: [Int: Int] = [:]
    private var staffThreads: [CaseNumber: [String: StaffThread]] = [:]
    /// To whom each mail to staff went, and when.
    private var staffMails: [String: StaffMail] = [:]
    /// When each person was last told what became of orders in a case.
    private var receiptTimes: [CaseNumber: [String: [Date]]] = [:]
    private var held: [CaseNumber: [HeldAnswer]] = [:]
    private var releases: [CaseNumber: Release] = [:]
    /// The text that opened each case.
    private var openingTexts: [TextIdentity: (number: CaseNumber, at: Date)] = [:]
    /// What was set aside and what staff were told of it.
    package private(set) var recaps = Recaps()
    /// The same by the domain of who wrote it.
    private var textsOfDomains: [TextIdentity: (author: String, at: Date)] = [:]
    /// Where answers went and which came back.
    package private(set) var deliveries = DeliveryHistory()
    /// Which reviews of facts staff were told of.
    package private(set) var factReminders = FactReminders()
    private var similarity = Similarity()

    package init() {}

    package mutating func apply(_ event: Event, at time: Date) {
        var isKnown = false
        if case .messageReceived(let receipt, _) = event { isKnown = knows(sha256: receipt.sha256) }
        recaps.apply(event, at: time, isKnown: isKnown)
        deliveries.apply(event, at: time)
        factReminders.apply(event)
        switch event {
        case .messageReceived(let receipt, let number): note(receipt, in: number)
        case .caseOpened(let opened, let content):
            cases[opened.number] = opened
            similarity.note(opened, text: content.newText)
            note(content.newText, of: opened, at: time)
            let year = opened.number.year
            lastSequence[year] = max(lastSequence[year] ?? 0, opened.number.sequence)
        case .caseUpdated(let updated, _):
            similarity.note(updated, formerly: cases[updated.number])
            cases[updated.number] = updated
        case .mailQueued(let mail): note(mail, at: time)
        case .mailReleased(let id, let by):
            guard let number = unhold(id) else { break }
            releases[number] = Release(by: by, at: time)
        case .mailWithdrawn(let id, _): _ = unhold(id)
        case .messageRecovered(let recovery, let number): note(recovery, in: number)
        case .mailboxOpened, .mailSending, .mailSent, .mailDeferred, .mailRefused, .mailInDoubt,
            .addressFailed, .serviceState, .factReminded, .recapMade, .recoveryAsked,
            .recoveryFailed:
            break
        }
    }

    private mutating func note(_ text: String, of opened: Case, at time: Date) {
        var authors = participants[opened.number] ?? []
        if opened.handedOnBy != nil {
            authors = Set([opened.requester.address?.lowercased()].compactMap(\.self))
            participants[opened.number, default: []].formUnion(authors)
        }
        for author in authors {
            if let identity = TextIdentity(text, from: author) {
                openingTexts[identity] = (opened.number, time)
            }
            if let identity = TextIdentity(text, fromDomainOf: author) {
                textsOfDomains[identity] = (author, time)
            }
        }
    }

    /// The case of a held answer that is held no longer; `nil` when it was not held.
    private mutating func unhold(_ mailID: String) -> CaseNumber? {
        guard let number = CaseNumber(mailID: mailID), let answers = held[number] else {
            return nil
        }
        let left = answers.filter { $0.mailID != mailID }
        guard left.count < answers.count else { return nil }
        held[number] = left.isEmpty ? nil : left
        return number
    }

    private mutating func note(_ receipt: Receipt, in number: CaseNumber?) {
        if knownMessages[receipt.sha256] == nil { knownMessages[receipt.sha256] = .some(number) }
        guard let number else { return }
        if let id = receipt.messageID, caseByMessageID[id] == nil { caseByMessageID[id] = number }
        let joins = receipt.disposition == .newCase || receipt.disposition == .followUp
        // A mailbox without a domain, such as "root", may be anybody's.
        if joins, let from = receipt.from, from.contains("@") {
            participants[number, default: []].insert(from.lowercased())
        }
    }

    /// From now on the message is one of that case, whatever was thought of it before.
    private mutating func note(_ recovery: Recovery, in number: CaseNumber) {
        knownMessages[recovery.request.sha256] = .some(number)
        if let id = recovery.request.messageID { caseByMessageID[id] = number }
        if let from = recovery.from, from.contains("@") {
            participants[number, default: []].insert(from.lowercased())
        }
    }

    private mutating func note(_ mail: QueuedMail, at time: Date) {
        if let number = mail.caseNumber {
            mailCount[number, default: 0] += 1
            if mail.role == .staffSummary, let recipient = mail.forwardPaths.first?.lowercased(),
                staffThreads[number]?[recipient] == nil
            {
                staffThreads[number, default: [:]][recipient] = StaffThread(
                    subject: mail.subject,
                    messageID: mail.messageID
                )
            }
        }
        guard mail.role.answersRequester else {
            staffOctetsByDay[dayNumber(time), default: 0] += mail.bytes.count
            if let recipient = mail.forwardPaths.first {
                staffMails[mail.id] = StaffMail(
                    recipient: recipient,
                    queuedAt: time,
                    showsAnswer: mail.showsAnswer,
                    grantsOrders: mail.role == .staffSummary || mail.role == .alert
                )
                if mail.role == .orderReceipt, let number = mail.caseNumber {
                    let recent = receipts(in: number, to: recipient, before: time)
                    receiptTimes[number, default: [:]][recipient.lowercased()] = recent + [time]
                }
            }
            return
        }
        if mail.isHeld, let number = mail.caseNumber {
            held[number, default: []].append(
                HeldAnswer(
                    mailID: mail.id,
                    role: mail.role,
                    recipients: mail.forwardPaths,
                    queuedAt: time
                )
            )
        }
        answersByDay[dayNumber(time), default: 0] += 1
        for recipient in mail.forwardPaths {
            let key = Self.mailboxKey(recipient)
            let recent = (answeredAt[key] ?? [])
                .filter { time.timeIntervalSince($0) < Budget.window }
            answeredAt[key] = recent + [time]
        }
    }

    /// One mailbox under all its +details, which a robot may change with every mail (RFC 5233).
    static func mailboxKey(_ addrSpec: String) -> String {
        let address = addrSpec.lowercased()
        guard let at = address.lastIndex(of: "@"),
            let plus = address[..<at].firstIndex(of: "+"), plus != address.startIndex
        else { return address }
        return String(address[..<plus] + address[at...])
    }

    private func dayNumber(_ time: Date) -> Int {
        Int((time.timeIntervalSince1970 / 86_400).rounded(.down))
    }

    // MARK: Questions

    /// Whether a message of this identity was filed before.
    package func knows(sha256: String) -> Bool { knownMessages[sha256] != nil }

    /// The case of the first message of this identity; `nil` when it is unknown or opened none.
    package func caseOfMessage(sha256: String) -> CaseNumber? { knownMessages[sha256] ?? nil }

    /// The case that the same person opened with the same text, not long before `time`.
    package func caseOpened(by addrSpec: String, with text: String, before time: Date)
        -> CaseNumber?
    {
        guard let identity = TextIdentity(text, from: addrSpec),
            let opening = openingTexts[identity],
            time.timeIntervalSince(opening.at) <= TextIdentity.window
        else { return nil }
        return opening.number
    }

    /// Whether another address of the same domain opened a case with the same text, within the hour
    /// before `time`.
    package func isTextOfDomain(_ text: String, from addrSpec: String, before time: Date) -> Bool {
        guard let identity = TextIdentity(text, fromDomainOf: addrSpec),
            let opening = textsOfDomains[identity], opening.author != addrSpec.lowercased()
        else { return false }
        return time.timeIntervalSince(opening.at) <= TextIdentity.windowOfDomain
    }

    /// The case to which a received message of that Message-ID belongs.
    package func caseOfMessage(id: String) -> CaseNumber? { caseByMessageID[id] }

    /// Whether a message of that Message-ID was filed in a case or ordered something of a recap.
    package func knowsOrder(_ messageID: String) -> Bool {
        caseByMessageID[messageID] != nil || recaps.knowsOrder(messageID)
    }

    /// Whether that address wrote in the case.
    package func isParticipant(_ addrSpec: String, in number: CaseNumber) -> Bool {
        participants[number]?.contains(addrSpec.lowercased()) ?? false
    }

    /// The open cases near one, which may be known already or not: for staff alone.
    ///
    /// - Parameter text: the new words of the message that opens it.
    package func neighbours(of dossier: Case, text: String, in surroundings: Surroundings)
        -> Neighbours
    {
        similarity.neighbours(of: dossier, text: text, in: surroundings, cases: cases)
    }

    /// The number for the next case opened in that year.
    package func nextCaseNumber(year: Int) -> CaseNumber {
        CaseNumber(year: year, sequence: (lastSequence[year] ?? 0) + 1)
    }

    /// How many mails the case has caused so far.
    package func mailCount(of number: CaseNumber) -> Int { mailCount[number] ?? 0 }

    /// The first summary of a case to that person, which later mails answer.
    package func staffThread(of number: CaseNumber, for addrSpec: String) -> StaffThread? {
        staffThreads[number]?[addrSpec.lowercased()]
    }

    /// The mail to staff of that name in the journal.
    package func staffMail(_ mailID: String) -> StaffMail? { staffMails[mailID] }

    /// When that person was told what became of orders in the case, in the window before `time`.
    package func receipts(in number: CaseNumber, to addrSpec: String, before time: Date) -> [Date] {
        (receiptTimes[number]?[addrSpec.lowercased()] ?? [])
            .filter { time.timeIntervalSince($0) < Budget.window }
    }

    /// The answers of a case that wait for staff, oldest first.
    package func heldAnswers(in number: CaseNumber) -> [HeldAnswer] { held[number] ?? [] }

    /// Every answer that waits for staff, by case, oldest first.
    package var heldAnswers: [(number: CaseNumber, answers: [HeldAnswer])] {
        held.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What lets every held answer of a case go.
    package func releaseEvents(in number: CaseNumber, by name: String) -> [Event] {
        heldAnswers(in: number).map { .mailReleased(id: $0.mailID, by: name) }
    }

    /// When answers of that case were last let go, and by whom.
    package func lastRelease(in number: CaseNumber) -> Release? { releases[number] }

    /// Answers to that address in the window before `time`.
    package func recentAnswers(to addrSpec: String, before time: Date) -> Int {
        (answeredAt[Self.mailboxKey(addrSpec)] ?? [])
            .count { time.timeIntervalSince($0) < Budget.window }
    }

    /// Answers to anybody on the UTC day of `time`.
    package func answers(onDayOf time: Date) -> Int { answersByDay[dayNumber(time)] ?? 0 }

    /// Octets of mails to staff on the UTC day of `time`.
    package func octetsToStaff(onDayOf time: Date) -> Int { staffOctetsByDay[dayNumber(time)] ?? 0 }
}
