import Casework
import Desk
import Filing
import Foundation
import JSONLines
import Mail
import Testing
import Transport

/// A day is played whole, then once for every line at which the power may fail: each time the desk
/// resumes from what the journal holds, and the outcome must be the same.
@Suite("A day cut off") struct DayTests {
    private static let arrivals: [Arrival] = {
        let folder = TestOffice.root.appendingPathComponent("Tests/guichetTests/Fixtures/courrier")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".eml") }.sorted().prefix(12)
        return names.enumerated().compactMap { index, name in
            let path = folder.appendingPathComponent(name).path
            guard let data = FileManager.default.contents(atPath: path) else { return nil }
            return Arrival(
                position: MailboxPosition(
                    mailbox: "INBOX",
                    uidValidity: 9,
                    uid: UInt32(index + 1)
                ),
                internalDate: TestOffice.morning,
                bytes: Array(data)
            )
        }
    }()

    /// Opens the store, takes what it does not hold yet, and sends what is due.
    private func play(_ store: URL, _ delivery: TestDelivery) throws {
        let office = try TestOffice.open(store)
        defer { office.close() }
        if try office.place(in: "INBOX") == nil {
            let opening = MailboxOpening(
                mailbox: "INBOX",
                uidValidity: 9,
                firstUID: 1,
                notBefore: nil
            )
            try office.open(opening, at: TestOffice.morning)
        }
        let clock = TestClock()
        while true {
            let place = try #require(try office.place(in: "INBOX"))
            let waiting = Self.arrivals.filter { !place.holds($0.position?.uid ?? 0) }.prefix(5)
            guard !waiting.isEmpty else { break }
            _ = try office.take(Array(waiting), at: clock.now)
            try delivery.sendDue(from: office, clock: clock)
        }
        try delivery.sendDue(from: office, clock: clock)
    }

    private struct Outcome: Equatable {
        var received: [Int: String] = [:]
        var queued: Set<String> = []
        var inDoubt: Set<String> = []
        var sending: Set<String> = []
        var sent: Set<String> = []
    }

    private func lines(of store: URL) throws -> [JSONObject] {
        let file = try Self.journalFile(store)
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .compactMap { try JSONReader.value(of: String($0)).objectValue }
    }

    private static func journalFile(_ store: URL) throws -> URL {
        let folder = store.appendingPathComponent("journal")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let name = try #require(names.first { $0.hasSuffix(".jsonl") })
        return folder.appendingPathComponent(name)
    }

    private func outcome(_ lines: [JSONObject]) -> Outcome {
        var outcome = Outcome()
        for line in lines {
            let id = line.string("mail_id") ?? ""
            switch line.string("type") {
            case "message.received":
                let uid = line.integer("uid") ?? 0
                let number = line.string("case") ?? "-"
                #expect(outcome.received[uid] == nil, "message \(uid) is filed twice")
                outcome.received[uid] = "\(line.string("disposition") ?? "") \(number)"
            case "mail.queued":
                let role = line.string("role") ?? ""
                outcome.queued.insert("\(id) \(role) \(line.string("subject") ?? "")")
            case "mail.in_doubt": outcome.inDoubt.insert(id)
            case "mail.sending":
                outcome.sending.formUnion(line.strings("mail_ids") ?? [])
            case "mail.sent": outcome.sent.insert(id)
            default: break
            }
        }
        return outcome
    }

    // MARK: A day of a trial

    private static let unclear =
        "Je suis le maire de Lannion. La sous-préfète m'a dit de voir avec "
        + "vous. Que pouvez-vous faire pour notre commune ? Avons-nous droit à une aide ?"
    private static let request =
        "Nous souhaitons consulter le catalogue Territoires Store et la liste "
        + "des services numériques disponibles pour notre mairie de Lannion."

    /// What is done in turn: each step is made when the journal does not show it yet.
    private func trial(_ store: URL, _ delivery: TestDelivery) throws {
        let office = try TestOffice.open(store, holdsAnswers: true)
        defer { office.close() }
        let clock = TestClock()
        let alerter = Alerter(
            office: office,
            recipients: [TestOffice.staff],
            clock: clock,
            log: .silent,
            sendNow: { _ in Issue.record("the journal can be written") }
        )
        func take(_ bytes: [UInt8]) throws {
            _ = try office.take([Arrival(internalDate: clock.now, bytes: bytes)], at: clock.now)
        }
        func order(_ summary: String, id: String) throws {
            let thread = "In-Reply-To: <\(try messageID(of: summary, in: store))>"
            let staff = TestOffice.staff.addrSpec
            try take(message(from: staff, text: "envoyer", fields: [thread], id: id))
        }
        try take(message(text: Self.unclear, id: "un"))
        // Replaces the question, which is withdrawn.
        let thread = "In-Reply-To: <un@ville-x.example>"
        try take(message(text: Self.request, fields: [thread], id: "deux"))
        try take(message(from: "b@ville-y.example", text: Self.request, id: "trois"))
        try delivery.sendDue(from: office, clock: clock)
        try order("2026-00001.2", id: "ordre-1")
        try order("2026-00001.4", id: "ordre-2")
        _ = try Requests(store: store).post(
            Requests.Release(caseNumber: CaseNumber(year: 2026, sequence: 2), by: "essai")
        )
        try office.doRequests(at: clock.now)
        try delivery.sendDue(from: office, clock: clock)
        let count = office.alarms.count
        if count == 0 { alerter.notice(.rulesRefused(detail: "regles.txt:1: inconnu")) }
        try delivery.sendDue(from: office, clock: clock)
        if count < 2 { alerter.notice(.rulesReloaded) }
        try delivery.sendDue(from: office, clock: clock)
    }

    private func messageID(of mail: String, in store: URL) throws -> String {
        let line = try lines(of: store).first {
            $0.string("type") == "mail.queued" && $0.string("mail_id") == mail
        }
        return try #require(line?.string("message_id"))
    }

    @Test(
        "a trial cut off: what is released leaves once, what is withdrawn never, alarms are told once"
    )
    func trialCutAtEveryLine() throws {
        let whole = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: whole) }
        try trial(whole, TestDelivery())
        let expected = try types(whole)
        #expect(expected["mail.withdrawn"] == 1)
        #expect(expected["mail.released"] == 2)
        #expect(expected["service.state"] == 2)
        let bytes = [UInt8](try Data(contentsOf: try Self.journalFile(whole)))
        for end in bytes.indices.filter({ bytes[$0] == UInt8(ascii: "\n") }).map({ $0 + 1 }) {
            let store = TestOffice.temporaryFolder()
            defer { try? FileManager.default.removeItem(at: store) }
            try FileManager.default.copyItem(at: whole, to: store)
            try Data(bytes.prefix(end)).write(to: try Self.journalFile(store))
            let delivery = TestDelivery()
            try trial(store, delivery)
            let after = try types(store)
            for type in ["mail.withdrawn", "mail.released", "service.state", "mail.queued"] {
                #expect(after[type] == expected[type], "\(type), cut at \(end)")
            }
            #expect(delivery.accepted["2026-00001.1"] == nil, "withdrawn, cut at \(end)")
            let settled = try lines(of: store).filter { $0.string("type") == "mail.sent" }
                .compactMap { $0.string("mail_id") }
            #expect(settled.count == Set(settled).count, "cut at \(end)")
            #expect(Set(settled).isSuperset(of: ["2026-00001.3", "2026-00002.1"]), "cut at \(end)")
        }
    }

    /// How many events of each type that count once, apart from messages seen again.
    private func types(_ store: URL) throws -> [String: Int] {
        try lines(of: store).reduce(into: [:]) { $0[$1.string("type") ?? "", default: 0] += 1 }
    }

    @Test("every message is filed once, every mail arrives once or is named in doubt")
    func cutAtEveryLine() throws {
        let whole = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: whole) }
        let delivery = TestDelivery()
        try play(whole, delivery)
        let expected = outcome(try lines(of: whole))
        #expect(expected.received.count == 12)
        #expect(expected.queued.count >= 12)
        #expect(delivery.accepted.values.allSatisfy { $0.count == 1 })
        let bytes = [UInt8](try Data(contentsOf: try Self.journalFile(whole)))
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        for (index, end) in ends.enumerated() {
            // After a line, and in the middle of the next one.
            let next = index + 1 < ends.count ? ends[index + 1] : end
            for length in Set([end, (end + next) / 2]) {
                try resume(whole, bytes.prefix(length), expected, delivery.accepted)
            }
        }
    }

    private func resume(
        _ whole: URL,
        _ prefix: ArraySlice<UInt8>,
        _ expected: Outcome,
        _ sentInAll: [String: [[UInt8]]]
    ) throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        try FileManager.default.copyItem(at: whole, to: store)
        try Data(prefix).write(to: try Self.journalFile(store))
        let text = String(decoding: prefix, as: UTF8.self)
        let before = outcome(
            try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .compactMap { try JSONReader.value(of: String($0)).objectValue }
        )
        let delivery = TestDelivery()
        // The worst case: all that was being handed over had arrived.
        for id in before.sending { delivery.accepted[id] = sentInAll[id] }
        try play(store, delivery)
        let after = outcome(try lines(of: store))
        #expect(after.received == expected.received)
        #expect(after.queued == expected.queued)
        for name in expected.queued {
            let id = String(name.prefix { $0 != " " })
            let copies = delivery.accepted[id] ?? []
            let unsettled = before.sending.contains(id) && !before.sent.contains(id)
            #expect(copies.count == (unsettled ? 2 : 1), "\(id) arrived \(copies.count) times")
            #expect(Set(copies).count == 1, "\(id) changed between two tries")
            #expect(after.inDoubt.contains(id) == unsettled)
        }
    }
}
