import Casework
import Foundation
import ServerSupport
import Synchronization
import Testing

@testable import Desk
@testable import Transport

/// A mailbox of UIDVALIDITY 7 that answers by a script.
final class ScriptedMailbox: Sendable {
    struct Message {
        var date = "22-Sep-2026 09:00:00 +0000"
        /// What ends a FETCH of it.
        var end = "OK done"
    }

    let messages: Mutex<[UInt32: Message]>
    let commands = Mutex<[String]>([])
    private let marking: String
    /// What SELECT answers instead of opening the mailbox.
    private let selection: String?

    init(
        _ messages: [UInt32: Message],
        marking: String = "OK done",
        selection: String? = nil
    ) {
        self.messages = Mutex(messages)
        self.marking = marking
        self.selection = selection
    }

    func serve(_ peer: Peer) {
        peer.welcome()
        if let selection {
            while peer.answer({ tag, _ in "\(tag) \(selection)\r\n" }) {}
            return
        }
        peer.selectInbox(exists: messages.withLock { $0.count })
        while peer.answer({ tag, command in answer(tag, command) }) {}
    }

    private func answer(_ tag: String, _ command: String) -> String {
        commands.withLock { $0.append(command) }
        let messages = messages.withLock { $0 }
        if command.hasPrefix("UID SEARCH") {
            let range = command.split(separator: " ")[3].split(separator: ":")
            let last = UInt32(range[1]) ?? .max
            let found = messages.keys.filter { (UInt32(range[0]) ?? 1)...last ~= $0 }.sorted()
            let list = found.map { " \($0)" }.joined()
            return "* SEARCH\(list)\r\n\(tag) OK done\r\n"
        }
        if command.contains("BODY.PEEK"), let uid = UInt32(command.split(separator: " ")[2]) {
            guard let message = messages[uid], message.end.hasPrefix("OK") else {
                return "\(tag) \(messages[uid]?.end ?? "OK gone")\r\n"
            }
            let text = "From: a\(uid)@ville.example\r\nSubject: \(uid)\r\n\r\nBonjour\r\n"
            return "* 1 FETCH (UID \(uid) FLAGS () INTERNALDATE \"\(message.date)\" "
                + "RFC822.SIZE \(text.utf8.count) BODY[]<0> {\(text.utf8.count)}\r\n\(text))\r\n"
                + "\(tag) \(message.end)\r\n"
        }
        let marks = command.hasPrefix("UID STORE") || command.hasPrefix("UID MOVE")
        return "\(tag) \(marks ? marking : "OK done")\r\n"
    }

    func count(_ word: String) -> Int {
        commands.withLock { commands in commands.count { $0.contains(word) } }
    }
}

@Suite("The mailbox reader", .timeLimit(.minutes(10))) struct MailboxReaderTests {
    private func reader(
        _ mailbox: ScriptedMailbox,
        _ office: Office,
        log: Log = .silent,
        start: Settings.Start = .all,
        mark: Settings.Mark = .none
    ) throws -> MailboxReader {
        let server = try ScriptedServer { mailbox.serve($0) }
        let connection = ConnectionSettings(
            endpoint: Endpoint(scheme: .imap, host: "127.0.0.1", port: server.port),
            user: "ann",
            password: "s3cr3t"
        )
        var settings = Settings.Mailbox(connection: connection, name: "INBOX")
        settings.start = start
        settings.mark = mark
        return try MailboxReader(
            settings: settings,
            office: office,
            clock: TestClock(),
            log: log,
            wake: nil
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

    @Test("messages received before the first date are looked at once, and the scan ends")
    func beforeTheStart() throws {
        try TestOffice.with { office in
            let old = ScriptedMailbox.Message(date: "20-Sep-2026 09:00:00 +0000")
            let mailbox = ScriptedMailbox([1: old, 2: old])
            let reader = try reader(mailbox, office, start: .date(TestOffice.morning))
            #expect(try scan(reader, office) == [])
            #expect(try reader.reconcile() == .nothing)
            #expect(try scan(reader, office) == [])
            #expect(mailbox.count("BODY.PEEK") == 2)
            mailbox.messages.withLock { $0[3] = ScriptedMailbox.Message() }
            #expect(try scan(reader, office) == [3])
            #expect(try reader.reconcile() == .nothing)
        }
    }

    @Test("a message that the server cannot give holds up no other, and is taken when it can")
    func damaged() throws {
        try TestOffice.with { office in
            let mailbox = ScriptedMailbox([
                1: .init(), 2: .init(end: "NO [SERVERBUG] damaged"), 3: .init(),
                4: .init(end: "NO damaged"),
            ])
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
            mailbox.messages.withLock { messages in
                messages[2]?.end = "OK done"
                messages[4] = nil
            }
            #expect(try scan(reader, office) == [2])
            #expect(try reader.reconcile() == .nothing)
            #expect(reader.findings == ScanFindings())
        }
    }

    @Test("after a reconnection, what lies below the watermark is found and taken")
    func gap() throws {
        try TestOffice.with { office in
            let mailbox = ScriptedMailbox([1: .init(), 2: .init(end: "NO damaged"), 3: .init()])
            #expect(try scan(try reader(mailbox, office), office) == [1, 3])
            mailbox.messages.withLock { $0[2]?.end = "OK done" }
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
            let mailbox = ScriptedMailbox(
                [1: .init(), 2: .init()],
                marking: "NO [TRYCREATE] no such mailbox"
            )
            let reader = try reader(mailbox, office, mark: mark)
            #expect(try scan(reader, office) == [1, 2])
            #expect(try reader.reconcile() == .nothing)
        }
    }
}
