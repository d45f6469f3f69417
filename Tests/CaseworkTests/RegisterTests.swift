import Casework
import Foundation
import Intake
import Mail
import Testing

/// A register with one case, opened by marie@ville.example unless told.
struct SampleRegister {
    let number = CaseNumber(year: 2026, sequence: 42)
    let opened = Date(timeIntervalSince1970: 1_790_000_000)
    let key = TokenKey(Array(repeating: 7, count: 32))
    var register = Register()

    init(from author: String = "Marie@ville.example") {
        let dossier = Case(
            number: number,
            openedAt: opened,
            classification: Classification(kind: .request),
            requester: Requester(),
            subject: "Cantine"
        )
        let receipt = Receipt(
            messageID: "first@ville.example",
            sha256: "aa",
            position: nil,
            from: author,
            subject: "Cantine",
            disposition: .newCase,
            reason: nil
        )
        register.apply(.messageReceived(receipt, number), at: opened)
        let content = CaseContent(
            subject: "Cantine",
            reading: Reading(newText: "Bonjour"),
            attachments: [],
            evidence: []
        )
        register.apply(.caseOpened(dossier, content), at: opened)
    }

    func mail(_ sequence: Int, _ role: MailRole, to recipient: String) -> QueuedMail {
        QueuedMail(
            id: "\(number).\(sequence)",
            caseNumber: number,
            role: role,
            reversePath: "incubateur@anct.example",
            forwardPaths: [recipient],
            subject: "[2026-00042] Cantine \(sequence)",
            messageID: "m\(sequence)@anct.example",
            bytes: []
        )
    }
}

@Suite("The register") struct RegisterTests {
    @Test("numbers go on where they stopped, year by year")
    func nextNumber() {
        let sample = SampleRegister()
        #expect(sample.register.nextCaseNumber(year: 2026).sequence == 43)
        #expect(sample.register.nextCaseNumber(year: 2027).sequence == 1)
    }

    @Test("knows messages by identity, and who wrote in a case whatever the capitals")
    func knows() {
        let sample = SampleRegister()
        #expect(sample.register.knows(sha256: "aa"))
        #expect(!sample.register.knows(sha256: "bb"))
        #expect(sample.register.caseOfMessage(sha256: "aa") == sample.number)
        #expect(sample.register.isParticipant("marie@VILLE.example", in: sample.number))
        #expect(!sample.register.isParticipant("luc@ville.example", in: sample.number))
    }

    @Test("nobody takes part by a mailbox without a domain, which may be anybody's")
    func withoutDomain() {
        let sample = SampleRegister(from: "root")
        #expect(sample.register.knows(sha256: "aa"))
        #expect(!sample.register.isParticipant("root", in: sample.number))
    }

    @Test("a message that opened no case is known all the same")
    func knownWithoutCase() {
        var register = Register()
        let receipt = Receipt(
            messageID: nil,
            sha256: "cc",
            position: nil,
            from: nil,
            subject: nil,
            disposition: .spam,
            reason: nil
        )
        register.apply(.messageReceived(receipt, nil), at: .distantPast)
        #expect(register.knows(sha256: "cc"))
        #expect(register.caseOfMessage(sha256: "cc") == nil)
    }

    @Test("mail to one person is one thread: the first summary leads it")
    func staffThread() {
        var sample = SampleRegister()
        for (sequence, recipient) in [
            (1, "a@anct.example"), (2, "b@anct.example"), (3, "A@anct.example"),
        ] {
            sample.register.apply(
                .mailQueued(sample.mail(sequence, .staffSummary, to: recipient)),
                at: sample.opened
            )
        }
        let thread = sample.register.staffThread(of: sample.number, for: "a@anct.example")
        #expect(thread?.messageID == "m1@anct.example")
        #expect(thread?.subject == "[2026-00042] Cantine 1")
        #expect(sample.register.mailCount(of: sample.number) == 3)
    }

    @Test("answers to one address are counted for a day, summaries never")
    func budget() {
        var sample = SampleRegister()
        let budget = Budget()
        for sequence in 1...3 {
            sample.register.apply(
                .mailQueued(sample.mail(sequence, .staffSummary, to: "marie@ville.example")),
                at: sample.opened
            )
        }
        func objection(hoursLater hours: Double) -> String? {
            budget.objection(
                toAnswering: "MARIE@ville.example",
                at: sample.opened.addingTimeInterval(hours * 3_600),
                register: sample.register
            )
        }
        #expect(objection(hoursLater: 0) == nil)
        for sequence in 4...6 {
            sample.register.apply(
                .mailQueued(sample.mail(sequence, .reply, to: "marie+\(sequence)@ville.example")),
                at: sample.opened
            )
        }
        #expect(objection(hoursLater: 1) != nil)
        #expect(objection(hoursLater: 25) == nil)
    }

    @Test("all answers together have a limit a day")
    func dailyBudget() {
        var sample = SampleRegister()
        var budget = Budget()
        budget.perDay = 2
        for sequence in 1...2 {
            sample.register.apply(
                .mailQueued(sample.mail(sequence, .reply, to: "p\(sequence)@ville.example")),
                at: sample.opened
            )
        }
        #expect(
            budget.objection(
                toAnswering: "new@ville.example",
                at: sample.opened,
                register: sample.register
            ) != nil
        )
    }
}

@Suite("Threading") struct PlacementTests {
    private let marie = Address(localPart: "marie", domain: "ville.example")
    private let stranger = Address(localPart: "x", domain: "else.example")

    private func place(
        _ author: Address?,
        inReplyTo: [String] = [],
        subject: String? = nil,
        staff: Bool = false
    ) throws -> Placement {
        let sample = SampleRegister()
        var message = Message()
        message.inReplyTo = inReplyTo
        message.subject = subject
        return placement(
            of: message,
            from: author,
            authorIsStaff: staff,
            register: sample.register,
            key: try #require(sample.key)
        )
    }

    private func ourMessageID(_ purpose: TokenKey.Purpose) throws -> String {
        let sample = SampleRegister()
        let key = try #require(sample.key)
        return MailName.leftPart(of: sample.number, sequence: 1, purpose: purpose, key: key)
            + "@anct.example"
    }

    @Test("a signed token decides, whoever writes")
    func token() throws {
        let number = SampleRegister().number
        let id = try ourMessageID(.caseThread)
        #expect(try place(marie, inReplyTo: [id]) == .follows(number))
        #expect(try place(stranger, inReplyTo: [id]) == .follows(number))
        #expect(try place(stranger, inReplyTo: [id], staff: true) == .staff(number))
    }

    @Test("the token of a summary serves staff alone")
    func staffToken() throws {
        let id = try ourMessageID(.staffThread)
        #expect(
            try place(stranger, inReplyTo: [id], staff: true) == .staff(SampleRegister().number)
        )
        #expect(try place(stranger, inReplyTo: [id]) == .opens(linkedTo: nil))
    }

    @Test("references and numbers count from those who wrote in the case")
    func references() throws {
        let number = SampleRegister().number
        let first = ["first@ville.example"]
        #expect(try place(marie, inReplyTo: first) == .follows(number))
        #expect(try place(stranger, inReplyTo: first) == .opens(linkedTo: number))
        #expect(try place(marie, subject: "Re: Cantine [2026-00042]") == .follows(number))
        #expect(try place(stranger, subject: "2026-00042") == .opens(linkedTo: number))
        #expect(try place(nil, subject: "2026-00042") == .opens(linkedTo: number))
        #expect(try place(stranger, subject: "2026-00042", staff: true) == .staff(number))
        #expect(try place(stranger, inReplyTo: first, staff: true) == .staff(number))
        #expect(try place(marie, subject: "2026-00099") == .opens(linkedTo: nil))
        #expect(try place(marie) == .opens(linkedTo: nil))
    }
}
