import Casework
import Foundation
import Glibc
import Intake
import Testing

@testable import Filing

/// A week at a desk, event by event.
struct SampleWeek {
    /// 2026-11-18T09:00:00Z, a Wednesday, and half a millisecond.
    static let start = Date(timeIntervalSince1970: 1_794_992_400.0004)
    static let first = CaseNumber(year: 2026, sequence: 1)
    static let second = CaseNumber(year: 2026, sequence: 2)

    static func time(day: Int, minute: Int = 0) -> Date {
        start.addingTimeInterval(Double(day) * 86_400 + Double(minute) * 60)
    }

    static func receipt(_ name: String, _ disposition: Disposition) -> Receipt {
        Receipt(
            messageID: name,
            sha256: name,
            position: nil,
            from: "a@ville.example",
            subject: nil,
            disposition: disposition,
            reason: nil
        )
    }

    static func dossier(_ number: CaseNumber, _ state: CaseState) -> Case {
        Case(
            number: number,
            openedAt: start,
            state: state,
            classification: Classification(kind: .request),
            requester: Requester(),
            subject: "Cantine"
        )
    }

    static let content = CaseContent(
        subject: "Cantine",
        reading: Reading(newText: "Bonjour"),
        attachments: [],
        evidence: []
    )

    static func mail(_ number: CaseNumber, _ sequence: Int, _ role: MailRole, held: Bool = false)
        -> QueuedMail
    {
        QueuedMail(
            id: "\(number).\(sequence)",
            caseNumber: number,
            role: role,
            reversePath: "a@anct.example",
            forwardPaths: ["b@ville.example"],
            subject: "",
            messageID: "\(number).\(sequence)@anct.example",
            isHeld: held,
            bytes: Array("Subject: a\r\n\r\n".utf8)
        )
    }

    /// Groups with the time of each.
    static let groups: [(Date, [Event])] = [
        (
            time(day: 0),
            [
                .messageReceived(receipt("a", .newCase), first),
                .caseOpened(dossier(first, .new), content),
                .mailQueued(mail(first, 1, .reply)), .mailQueued(mail(first, 2, .staffSummary)),
            ]
        ),
        (time(day: 0), [.messageReceived(receipt("b", .spam), nil)]),
        (time(day: 0, minute: 1), [.mailSending(["\(first).1", "\(first).2"])]),
        (time(day: 0, minute: 2), [.mailSent(id: "\(first).1", reply: "250")]),
        (time(day: 0, minute: 2), [.mailInDoubt(id: "\(first).2", detail: "lost")]),
        (time(day: 1), [.mailSending(["\(first).2"])]),
        (time(day: 1, minute: 1), [.mailInDoubt(id: "\(first).2", detail: "lost")]),
        (
            time(day: 7),
            [
                .messageReceived(receipt("c", .newCase), second),
                .caseOpened(dossier(second, .new), content),
                .mailQueued(mail(second, 1, .clarification, held: true)),
                .mailQueued(mail(second, 2, .staffSummary)),
                .mailQueued(mail(second, 3, .staffSummary)),
                .mailQueued(mail(second, 4, .alert)), .mailQueued(mail(second, 5, .staffSummary)),
            ]
        ),
        (time(day: 7), [.mailSending(["\(second).5"])]),
        (time(day: 7), [.mailSent(id: "\(second).5", reply: "250")]),
        (time(day: 7, minute: 1), [.caseUpdated(dossier(second, .waiting), nil)]),
        (time(day: 7, minute: 1), [.mailSending(["\(second).2", "\(second).3"])]),
        (
            time(day: 7, minute: 2),
            [
                .mailDeferred(
                    id: "\(second).2",
                    reply: "451",
                    retryAt: time(day: 7, minute: 9)
                )
            ]
        ),
        (time(day: 7, minute: 2), [.mailRefused(id: "\(second).3", reply: "550")]),
    ]

    /// Fills a store, which stays open.
    static func store(in folder: URL) throws -> Store {
        let store = try Store(folder: folder, kind: .service, now: start)
        for (time, group) in groups { try store.commit([group], at: time) }
        return store
    }
}

@Suite("Figures of a store") struct FiguresTests {
    @Test("count what the events say")
    func counts() throws {
        try withStore { folder in
            let store = try SampleWeek.store(in: folder)
            defer { store.close() }
            let figures = store.figures
            #expect(figures.total.received == [.newCase: 2, .spam: 1])
            #expect(figures.total.sent == [.reply: 1, .staffSummary: 1])
            #expect(figures.total.doubts == 2)
            #expect(figures.total.givenUp == 1)
            #expect(figures.total.refused == 1)
            #expect(figures.cases[.new] == 1)
            #expect(figures.cases[.waiting] == 1)
            #expect(figures.openCases == 2)
            #expect(figures.answeredCases == 1)
            #expect(figures.waiting == 2)
            #expect(figures.held == 1)
            let seventh = try instant("2026-11-25T09:00:00.000Z")
            #expect(figures.oldestWaiting == seventh)
            #expect(figures.oldestHeld == seventh)
            #expect(figures.nextRetry == seventh.addingTimeInterval(540))
        }
    }

    @Test("tell today and the last seven days apart from the time before")
    func days() throws {
        try withStore { folder in
            let store = try SampleWeek.store(in: folder)
            defer { store.close() }
            let figures = store.figures
            func day(_ number: Int) -> Date { SampleWeek.time(day: number) }
            #expect(figures.day(of: day(7)).received == [.newCase: 1])
            #expect(figures.day(of: day(8)).received.isEmpty)
            #expect(figures.week(to: day(7)).doubts == 1)
            #expect(figures.week(to: day(8)).doubts == 0)
            #expect(figures.week(to: day(13)).refused == 1)
            #expect(figures.week(to: day(14)).refused == 0)
        }
    }

    @Test("keep no more days than anybody asks about")
    func daysKept() {
        var tally = Tally()
        for day in 0..<30 {
            tally.apply(
                .messageReceived(SampleWeek.receipt("\(day)", .spam), nil),
                at: SampleWeek.time(day: day),
                before: Outbox()
            )
        }
        #expect(tally.days.count == 7)
        #expect(tally.total.receivedTotal == 30)
        #expect(tally.days[Tally.dayNumber(SampleWeek.time(day: 29))]?.received == [.spam: 1])
    }

    @Test("are the same from memory, from the journal read beside it, and from their own text")
    func sameBothWays() throws {
        try withStore { folder in
            let store = try SampleWeek.store(in: folder)
            defer { store.close() }
            #expect(try StoreGlance(folder: folder).figures() == store.figures)
            #expect(store.figures.upTo?.file == "2026-11.jsonl")
            #expect(Figures(json: store.figures.json) == store.figures)
        }
    }

    @Test("of an empty store are zero")
    func empty() throws {
        try withStore { folder in
            let store = try Store(folder: folder, kind: .service, now: SampleWeek.start)
            defer { store.close() }
            let figures = try StoreGlance(folder: folder).figures()
            #expect(figures == store.figures)
            #expect(figures.total == Tally.Counts())
            #expect(figures.oldestWaiting == nil)
        }
    }
}

@Suite("A store seen from outside") struct StoreGlanceTests {
    @Test("is held while it is open, by the process that says so, and by nobody afterwards")
    func holder() throws {
        try withStore { folder in
            let glance = StoreGlance(folder: folder)
            #expect(try glance.holder() == nil)
            let store = try Store(folder: folder, kind: .service, now: SampleWeek.start)
            let holder = try #require(try glance.holder())
            #expect(holder.pid == Int(getpid()))
            #expect(abs(holder.since.timeIntervalSinceNow) < 600)
            store.close()
            #expect(try glance.holder() == nil)
        }
    }

    @Test("does not keep a service from starting, however often it is looked at")
    func opensBesideGlances() async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                done.resume(with: Result { try Self.openWhileGlancing() })
            }
        }
    }

    private static func openWhileGlancing() throws {
        try withStore { folder in
            try Store(folder: folder, kind: .service, now: SampleWeek.start).close()
            let path = folder.appendingPathComponent("lock").path
            // As a glance that is caught in the middle.
            let glance = open(path, O_RDONLY | O_CLOEXEC)
            #expect(flock(glance, LOCK_SH | LOCK_NB) == 0)
            Thread.detachNewThread {
                usleep(20_000)
                close(glance)
            }
            try Store(folder: folder, kind: .service, now: SampleWeek.start).close()
        }
    }

    @Test("counts its octets and the free space")
    func space() throws {
        try withStore { folder in
            let store = try SampleWeek.store(in: folder)
            defer { store.close() }
            let journal = folder.appendingPathComponent("journal/2026-11.jsonl").path
            let size = try #require(
                try FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int
            )
            let glance = StoreGlance(folder: folder)
            #expect(glance.size >= size)
            #expect(glance.size < size + 1_000)
            #expect(try #require(glance.freeSpace) > 0)
        }
    }

    @Test("says what is missing")
    func missing() throws {
        try withStore { folder in
            let error = #expect(throws: JournalError.self) {
                try StoreGlance(folder: folder).checkReadable()
            }
            #expect(error?.problem == .inputOutput(operation: "access", code: ENOENT))
        }
    }
}
