import Casework
import Filing
import Foundation
import Glibc
import JSONLines
import Synchronization
import Testing
import Transport

@testable import Desk

@Suite("How a service stands") struct ServiceStandingTests {
    private static let start = Date(timeIntervalSince1970: 1_790_000_000)
    private static let away = TransportError(.unreachable, "nothing listens")
    private static let wrong = TransportError(.credentialsRefused, "no")

    private static func mail() -> QueuedMail {
        QueuedMail(
            id: "a",
            caseNumber: nil,
            role: .reply,
            reversePath: "a@anct.example",
            forwardPaths: ["b@ville.example"],
            subject: "",
            messageID: "a@anct.example",
            bytes: []
        )
    }

    private static func settled(_ outcome: DeliveryOutcome) -> ServiceNews {
        .settled(mail(), outcome)
    }

    private static func reply(_ code: Int) -> SMTPReply { SMTPReply(code: code, text: "so") }

    private func standing(_ news: [ServiceNews]) -> ServiceStanding {
        var standing = ServiceStanding(pid: 7, version: "1", startedAt: Self.start)
        for (second, news) in news.enumerated() {
            standing.note(news, at: Self.start.addingTimeInterval(Double(second)))
        }
        return standing
    }

    @Test(
        "each server is up or down as the last news of it says",
        arguments: [
            ([], "unknown", "unknown"),
            ([.mailboxOpened, .deliveryOpened], "up", "up"),
            ([.mailboxOpened, .mailboxFailed(away, nextTrySeconds: 5)], "down", "unknown"),
            ([.mailboxFailed(away, nextTrySeconds: 5), .mailboxOpened], "up", "unknown"),
            (
                [.mailboxFailed(away, nextTrySeconds: 5), .scanned(isComplete: false)], "up",
                "unknown"
            ),
            ([.deliveryFailed(away)], "unknown", "down"),
            ([.deliveryFailed(away), settled(.accepted(reply(250)))], "unknown", "up"),
            ([settled(.refused(reply(550)))], "unknown", "up"),
            ([settled(.tryLater(reply(451)))], "unknown", "up"),
            ([settled(.refused(reply(535)))], "unknown", "down"),
            ([settled(.notSent(away))], "unknown", "down"),
            ([settled(.unknown(away))], "unknown", "down"),
            (
                [.deliveryOpened, settled(.notSent(TransportError(.cancelled, "")))], "unknown",
                "up"
            ),
        ] as [([ServiceNews], String, String)]
    )
    func links(news: [ServiceNews], mailbox: String, delivery: String) {
        let standing = standing(news)
        #expect(standing.mailbox.word == mailbox)
        #expect(standing.delivery.word == delivery)
    }

    @Test("a failure keeps its beginning and takes on the newest cause and next try")
    func failure() {
        let standing = standing([
            .mailboxOpened, .mailboxFailed(Self.away, nextTrySeconds: 5),
            .mailboxFailed(Self.wrong, nextTrySeconds: 60),
        ])
        let failure = ServiceStanding.Failure(
            since: Self.start.addingTimeInterval(1),
            cause: Self.wrong.description,
            isTransient: false,
            nextTry: Self.start.addingTimeInterval(62)
        )
        #expect(standing.mailbox == .fails(failure))
    }

    @Test("a scan of an empty mailbox does not prove that the disk is well again")
    func journal() {
        let failed = ServiceNews.journalFailed(detail: "full", nextTrySeconds: 5)
        #expect(standing([failed, .scanned(isComplete: true)]).journal.word == "down")
        #expect(standing([failed, Self.settled(.accepted(Self.reply(250)))]).journal.word == "up")
    }

    @Test("the state file gives back what was written, and nothing else")
    func stateFile() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
        let path = store.appendingPathComponent("status.json")
        let file = StateFile(store: store)
        #expect(file.read() == nil)
        let standings = [
            standing([]), standing([.mailboxOpened, .scanned(isComplete: true), .deliveryOpened]),
            standing([
                .mailboxFailed(Self.wrong, nextTrySeconds: 5), .deliveryFailed(Self.away),
                .rulesRefused(detail: "a.rules:1:1"),
            ]),
        ]
        for standing in standings {
            file.write(standing)
            #expect(file.read() == standing)
        }
        var status = stat()
        #expect(stat(path.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let whole = try Data(contentsOf: path)
        for foreign in [Data(), Data("{}".utf8), whole.dropLast(3), Data("{\"form\":2}".utf8)] {
            try foreign.write(to: path)
            #expect(file.read() == nil)
        }
    }

    @Test("the state of a process before, of another one, or from before its start is not believed")
    func holder() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
        let file = StateFile(store: store)
        let standing = standing([])
        file.write(standing)
        func read(_ pid: Int?, _ since: Date) -> ServiceStanding? {
            file.read(of: StoreGlance.Holder(pid: pid, since: since))
        }
        #expect(read(7, .distantPast) == standing)
        #expect(read(8, .distantPast) == nil)
        #expect(read(nil, .distantPast) == nil)
        #expect(read(7, .distantFuture) == nil)
    }
}

@Suite("The status board") struct StatusBoardTests {
    private final class Shown: Sendable {
        let standings = Mutex<[ServiceStanding]>([])
        let figures = Mutex(Figures())
    }

    private func board(_ shown: Shown) -> StatusBoard {
        StatusBoard(
            standing: ServiceStanding(pid: 1, version: "1", startedAt: TestOffice.morning),
            clock: TestClock(),
            figures: { shown.figures.withLock(\.self) },
            shows: [{ standing in shown.standings.withLock { $0.append(standing) } }]
        )
    }

    @Test("shows a burst of news together, the last of them included", .timeLimit(.minutes(20)))
    func throttles() throws {
        let shown = Shown()
        let board = board(shown)
        let begin = DispatchTime.now()
        board.showNow()
        for _ in 0..<1_000 {
            board.notice(.mailboxOpened)
            board.notice(.mailboxFailed(TransportError(.closed, "a"), nextTrySeconds: 1))
        }
        shown.figures.withLock { $0.held = 3 }
        board.notice(.scanned(isComplete: true))
        while shown.standings.withLock({ $0.last?.lastScan }) == nil { usleep(10_000) }
        let standings = shown.standings.withLock(\.self)
        #expect(standings.last?.figures.held == 3)
        #expect(standings.last?.mailbox.word == "up")
        // Whatever the machine does, the second showing is that long after the first.
        #expect(DispatchTime.now() >= begin + StatusBoard.interval)
        #expect(standings.count < 100)
    }

    @Test("keeps the figures before while the journal cannot be read")
    func keepsFigures() {
        let shown = Mutex<[Int]>([])
        let calls = Mutex(0)
        let board = StatusBoard(
            standing: ServiceStanding(pid: 1, version: "1", startedAt: TestOffice.morning),
            clock: TestClock(),
            figures: {
                let call = calls.withLock { calls in
                    calls += 1
                    return calls
                }
                guard call == 1 else { throw JournalError(path: "", problem: .linesLost) }
                var figures = Figures()
                figures.held = 5
                return figures
            },
            shows: [{ standing in shown.withLock { $0.append(standing.figures.held) } }]
        )
        board.showNow()
        board.showNow()
        #expect(shown.withLock(\.self) == [5, 5])
    }
}

@Suite("Metrics") struct MetricsTests {
    /// One sample: name, labels as written, value.
    private struct Sample: Hashable {
        var name: String
        var labels: String
        var value: Double
    }

    /// Reads the exposition format and refuses what Prometheus would.
    private func parse(_ text: String) throws -> [Sample] {
        #expect(text.hasSuffix("\n"))
        let form = /^([a-z_]+)(\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"\})? (-?[0-9]+(?:\.[0-9]+)?)$/
        var samples: [Sample] = []
        var family = ""
        var families: Set<String> = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("# HELP ") {
                family = String(words[2])
                #expect(families.insert(family).inserted, "\(family) comes twice")
            } else if line.hasPrefix("# TYPE ") {
                #expect(words[2] == family)
                #expect(words[3] == (family.hasSuffix("_total") ? "counter" : "gauge"))
            } else {
                let match = try #require(try form.wholeMatch(in: line), "\(line)")
                #expect(match.1 == family)
                samples.append(
                    Sample(
                        name: String(match.1),
                        labels: String(match.2 ?? ""),
                        value: try #require(Double(match.3))
                    )
                )
            }
        }
        return samples
    }

    @Test("are in the exposition format, and say what the figures say")
    func format() throws {
        var standing = ServiceStanding(
            pid: 1,
            version: "0.1 \"x\\y\"",
            startedAt: TestOffice.morning
        )
        standing.figures.total.received = [.newCase: 12, .spam: 3]
        standing.figures.waiting = 2
        standing.figures.held = 5
        standing.note(.scanned(isComplete: true), at: TestOffice.morning.addingTimeInterval(0.25))
        let secret = TransportError(.closed, "marie@ville.example said no")
        standing.note(.deliveryFailed(secret), at: TestOffice.morning)
        let text = Metrics.text(of: standing, isRunning: true)
        let samples = try parse(text)
        #expect(!text.contains("@"))
        for sample in [
            Sample(name: "guichet_up", labels: "", value: 1),
            Sample(
                name: "guichet_build_info",
                labels: #"{version="0.1 \"x\\y\""}"#,
                value: 1
            ),
            Sample(
                name: "guichet_last_scan_timestamp_seconds",
                labels: "",
                value: TestOffice.morning.timeIntervalSince1970 + 0.25
            ),
            Sample(
                name: "guichet_messages_received_total",
                labels: #"{disposition="new-case"}"#,
                value: 12
            ),
            Sample(
                name: "guichet_messages_received_total",
                labels: #"{disposition="bounce"}"#,
                value: 0
            ),
            Sample(name: "guichet_outbox_mails", labels: "", value: 2),
            Sample(name: "guichet_held_mails", labels: "", value: 5),
            Sample(name: "guichet_mailbox_up", labels: "", value: 1),
            Sample(name: "guichet_delivery_up", labels: "", value: 0),
        ] {
            #expect(samples.contains(sample), "\(sample) is missing in\n\(text)")
        }
        #expect(!text.contains("guichet_outbox_oldest"), "a time that nobody knows is stated")
        let last = try parse(Metrics.text(of: standing, isRunning: false))
        #expect(last.contains(Sample(name: "guichet_up", labels: "", value: 0)))
    }
}

@Suite("A published file") struct PublishedFileTests {
    @Test("has the mode asked for whatever the umask, and leaves nothing beside it")
    func mode() throws {
        let folder = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("guichet.prom")
        for text in ["one\n", "two\n"] {
            #expect(PublishedFile.write(Array(text.utf8), to: file, mode: 0o666))
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
        }
        var status = stat()
        #expect(stat(file.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o666)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }

    @Test("that cannot be written changes nothing and throws nothing")
    func failure() {
        let nowhere = URL(fileURLWithPath: "/nowhere/guichet.prom")
        #expect(!PublishedFile.write([1], to: nowhere, mode: 0o644))
    }
}
