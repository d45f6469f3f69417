import Casework
import Foundation
import Sandbox
import Synchronization
import Testing

@testable import Desk
@testable import Transport

/// A mailbox on a server in memory, with messages numbered from 1.
struct TestMailbox {
    static let address = "ann@anct.example"
    let server: LoopbackServer

    init(messages count: Int, received: Date = TestOffice.morning) throws {
        server = try LoopbackServer()
        for _ in 0..<count { deliver(received: received) }
    }

    func deliver(received: Date = TestOffice.morning) {
        let number = server.messages(of: Self.address).count + 1
        let text = "From: a\(number)@ville.example\r\nSubject: \(number)\r\n\r\nBonjour\r\n"
        server.deliver(Array(text.utf8), to: Self.address, internalDate: received)
    }

    var connection: ConnectionSettings {
        ConnectionSettings(
            endpoint: Endpoint(scheme: .imap, host: server.host, port: server.imapPort),
            user: Self.address,
            password: server.password
        )
    }

    func expunge(_ uid: UInt32) throws {
        let session = try IMAPSession(connection)
        defer { session.logout() }
        _ = try session.select("INBOX")
        _ = try session.delete([UID(rawValue: uid)])
    }
}

@Suite("The mailbox reader", .timeLimit(.minutes(20))) struct MailboxReaderTests {
    private func reader(
        _ mailbox: TestMailbox,
        _ office: Office,
        log: Log = .silent,
        start: Settings.Start = .all,
        mark: Settings.Mark = .none,
        suspects: SuspectMessages = SuspectMessages()
    ) throws -> MailboxReader {
        var settings = Settings.Mailbox(connection: mailbox.connection, name: "INBOX")
        settings.start = start
        settings.mark = mark
        return try MailboxReader(
            settings: settings,
            office: office,
            clock: TestClock(),
            log: log,
            wake: nil,
            suspects: suspects
        )
    }

    /// Takes batches until none waits; the UIDs filed.
    private func scan(_ reader: MailboxReader, _ office: Office) throws -> [UInt32] {
        var filed: [UInt32] = []
        while true {
            let arrivals = try reader.nextBatch()
            if arrivals.isEmpty { return filed }
            _ = try office.take(arrivals, at: TestOffice.morning)
            filed += arrivals.compactMap { $0.position?.uid }
            try reader.markFiled(arrivals.compactMap(\.position))
        }
    }

    /// The same with what the end of a scan brings to light.
    private func scanWhole(_ reader: MailboxReader, _ office: Office) throws -> [UInt32] {
        var filed: [UInt32] = []
        repeat { filed += try scan(reader, office) } while try reader.reconcile() == .more
        return filed
    }

    @Test("messages received before the first date are looked at once, and the scan ends")
    func beforeTheStart() throws {
        try TestOffice.with { office in
            let before = TestOffice.morning.addingTimeInterval(-86_400)
            let mailbox = try TestMailbox(messages: 2, received: before)
            defer { mailbox.server.stop() }
            // Counts the fetches and changes nothing.
            mailbox.server.faults = Faults([Fault(at: .imap("UID FETCH"), .delay(.zero))])
            let reader = try reader(mailbox, office, start: .date(TestOffice.morning))
            #expect(try scan(reader, office) == [])
            #expect(try reader.reconcile() == .nothing)
            let fetches = mailbox.server.faultsHappened.count
            #expect(fetches > 0)
            #expect(try scan(reader, office) == [])
            #expect(mailbox.server.faultsHappened.count == fetches)
            mailbox.deliver()
            try reader.wait(seconds: 60, bell: Bell())
            #expect(try scan(reader, office) == [3])
            #expect(try reader.reconcile() == .nothing)
        }
    }

    @Test("a message that the server cannot give holds up no other, and is taken when it can")
    func damaged() throws {
        try TestOffice.with { office in
            let mailbox = try TestMailbox(messages: 4)
            defer { mailbox.server.stop() }
            mailbox.server.faults.unfetchable = [2, 4]
            let lines = Mutex<[String]>([])
            let log = Log { line in lines.withLock { $0.append(line) } }
            let reader = try reader(mailbox, office, log: log)
            #expect(try scan(reader, office) == [1, 3])
            #expect(try reader.reconcile() == .unreadable)
            #expect(try scan(reader, office) == [])
            #expect(try reader.reconcile() == .unreadable)
            let alerts = lines.withLock { lines in lines.count { $0.contains("level=error") } }
            #expect(alerts == 2, "each is told once")
            #expect(
                reader.findings == ScanFindings(withheld: [UID(rawValue: 2), UID(rawValue: 4)])
            )
            try mailbox.expunge(4)
            mailbox.server.faults.unfetchable = []
            #expect(try scan(reader, office) == [2])
            #expect(try reader.reconcile() == .nothing)
            #expect(reader.findings == ScanFindings())
        }
    }

    @Test("after a reconnection, what lies below the watermark is found and taken")
    func gap() throws {
        try TestOffice.with { office in
            let mailbox = try TestMailbox(messages: 3)
            defer { mailbox.server.stop() }
            mailbox.server.faults.unfetchable = [2]
            #expect(try scan(try reader(mailbox, office), office) == [1, 3])
            mailbox.server.faults.unfetchable = []
            let next = try reader(mailbox, office)
            #expect(try scan(next, office) == [])
            #expect(try next.reconcile() == .more)
            #expect(try scan(next, office) == [2])
            #expect(try next.reconcile() == .nothing)
            #expect(next.findings == ScanFindings(gaps: [UID(rawValue: 2)]))
        }
    }

    @Test(
        "a mark that the server refuses stops nothing",
        arguments: [Settings.Mark.keyword, .move(folder: "Nulle part")]
    )
    func refusedMark(mark: Settings.Mark) throws {
        try TestOffice.with { office in
            let mailbox = try TestMailbox(messages: 2)
            defer { mailbox.server.stop() }
            let refusal = Fault.Effect.answer("NO [TRYCREATE] no such mailbox")
            mailbox.server.faults = Faults(
                ["UID STORE", "UID MOVE"].map { Fault(at: .imap($0), refusal) }
            )
            let reader = try reader(mailbox, office, mark: mark)
            #expect(try scan(reader, office) == [1, 2])
            #expect(try reader.reconcile() == .nothing)
        }
    }

    @Test("a message over which the connection ends is asked for alone, then passed over")
    func fatal() throws {
        try TestOffice.with { office in
            let mailbox = try TestMailbox(messages: 5)
            defer { mailbox.server.stop() }
            mailbox.server.faults.fatal = [2, 4]
            let suspects = SuspectMessages()
            var breaks = 0
            while true {
                let reader = try reader(mailbox, office, suspects: suspects)
                do {
                    _ = try scanWhole(reader, office)
                    #expect(reader.findings.withheld.map(\.rawValue) == [2, 4])
                    break
                } catch let error as TransportError {
                    #expect(error.kind == .closed)
                    breaks += 1
                    try #require(breaks < 20)
                }
            }
            // All together once, then each of the two alone, as often as it may.
            #expect(breaks == 1 + 2 * SuspectMessages.breaksAllowed)
            #expect(try office.place(in: "INBOX")?.holds(3) == true)
            #expect(try office.place(in: "INBOX")?.holds(5) == true)
            mailbox.server.faults.fatal = []
            #expect(try scanWhole(try reader(mailbox, office), office) == [2, 4])
        }
    }

    @Test("a message that is passed over is asked for again after a while")
    func rest() {
        let suspects = SuspectMessages()
        let uid = UID(rawValue: 7)
        let start = ContinuousClock.now
        for _ in 1..<SuspectMessages.breaksAllowed { suspects.broke(at: [uid], now: start) }
        #expect(suspects.passedOver(among: [uid], now: start).isEmpty)
        suspects.broke(at: [uid], now: start)
        #expect(suspects.passedOver(among: [uid], now: start) == [uid])
        let later = start + SuspectMessages.rest
        #expect(suspects.passedOver(among: [uid], now: later).isEmpty)
        #expect(suspects.together([uid, UID(rawValue: 8)]) == [uid], "alone")
        suspects.broke(at: [uid], now: later)
        #expect(suspects.passedOver(among: [uid], now: later + .seconds(1)) == [uid])
        suspects.cleared([uid])
        #expect(suspects.passedOver(among: [uid], now: later + .seconds(1)).isEmpty)
    }
}
