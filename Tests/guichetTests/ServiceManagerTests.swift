import Casework
import Desk
import Foundation
import Glibc
import ServerSupport
import Synchronization
import Testing
import Transport

@testable import guichet

/// A service manager's end of the socket.
final class TestManager {
    let socket: Int32
    /// As NOTIFY_SOCKET names it.
    let name: String
    private(set) var heard: [String] = []

    /// - Parameter folder: where the socket lies; `nil`: in the abstract namespace.
    init(in folder: URL?) throws {
        name = folder.map { $0.appendingPathComponent("notify").path } ?? "@guichet-\(UUID())"
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        if folder == nil { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) }
        }
        guard isBound == 0 else { throw POSIXError(.EADDRINUSE) }
    }

    deinit { close(socket) }

    /// Reads what has come until a message begins so.
    func await(_ beginning: String) throws {
        while !heard.contains(where: { $0.hasPrefix(beginning) }) {
            guard let message = next(milliseconds: 60_000) else {
                throw ServerFailure("no \(beginning) among \(heard)")
            }
            heard.append(message)
        }
    }

    /// Reads what is there already.
    func drain() { while let message = next(milliseconds: 0) { heard.append(message) } }

    func forget() { heard = [] }

    private func next(milliseconds: Int32) -> String? {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) == 1 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(socket, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }
}

@Suite("The service manager") struct ServiceManagerTests {
    private static let away = TransportError(.unreachable, "a")

    private func manager(_ environment: [String: String]) -> ServiceManager {
        ServiceManager(environment: environment, log: .silent)
    }

    @Test("one that reads nothing holds up neither the mail nor the stop")
    func deafManager() throws {
        let peer = try TestManager(in: nil)
        let socket = try #require(NotifySocket(environment: ["NOTIFY_SOCKET": peer.name]))
        let full = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            // Whatever the length of its queue, it fills up: the last of them waits in vain.
            let limit =
                (try? String(contentsOfFile: "/proc/sys/net/unix/max_dgram_qlen", encoding: .utf8))
                .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 512
            for _ in 0...(limit + 1) { socket.send("STATUS=Deaf") }
            full.signal()
        }
        #expect(full.wait(timeout: .now() + 300) == .success)
        withExtendedLifetime(peer) {}
    }

    @Test("is told in order, on a path and in the abstract namespace", arguments: [true, false])
    func order(isPath: Bool) throws {
        try Checkout.withFolder { folder in
            let peer = try TestManager(in: isPath ? folder : nil)
            let manager = manager(["NOTIFY_SOCKET": peer.name])
            manager.starting()
            // Nothing to be told about before the service is ready.
            manager.notice(.deliveryFailed(Self.away))
            manager.reloading()
            manager.reloaded()
            manager.notice(.mailboxOpened)
            manager.notice(.mailboxOpened)
            manager.show(ServiceStanding(pid: 1, version: "1", startedAt: Date()))
            manager.reloading()
            manager.reloaded()
            manager.stopping()
            manager.stopping()
            peer.drain()
            try #require(peer.heard.count == 6, "\(peer.heard)")
            #expect(peer.heard[0] == "STATUS=Starting\nEXTEND_TIMEOUT_USEC=600000000")
            #expect(peer.heard[1] == "READY=1")
            #expect(peer.heard[2] == "STATUS=No scan yet, 0 received, 0 to send, 0 held")
            #expect(try /RELOADING=1\nMONOTONIC_USEC=[0-9]+/.wholeMatch(in: peer.heard[3]) != nil)
            #expect(peer.heard[4] == "READY=1")
            #expect(peer.heard[5] == "STOPPING=1")
        }
    }

    @Test("hears that we are ready although the mailbox is away")
    func readyWhileAway() throws {
        let peer = try TestManager(in: nil)
        manager(["NOTIFY_SOCKET": peer.name])
            .notice(.mailboxFailed(Self.away, nextTrySeconds: 5))
        peer.drain()
        #expect(peer.heard == ["READY=1"])
    }

    @Test("that there is none of, or is gone, changes nothing")
    func none() {
        for environment in [
            [:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "vsock:2:1"],
            ["NOTIFY_SOCKET": "/nowhere/notify"],
            ["NOTIFY_SOCKET": "/" + String(repeating: "a", count: 200)],
        ] {
            let manager = manager(environment)
            manager.notice(.mailboxOpened)
            manager.stopping()
        }
    }

    @Test("reads what the watchdog wants of this process")
    func watchdogVariables() {
        func seconds(_ usec: String?, _ pid: String?) -> Double? {
            var environment: [String: String] = [:]
            environment["WATCHDOG_USEC"] = usec
            environment["WATCHDOG_PID"] = pid
            return ServiceManager.watchdogSeconds(environment, pid: 42)
        }
        #expect(seconds(nil, nil) == nil)
        #expect(seconds("30000000", nil) == 30)
        #expect(seconds("30000000", "42") == 30)
        #expect(seconds("30000000", "43") == nil)
        #expect(seconds("30000000", "x") == nil)
        #expect(seconds("0", "42") == nil)
        #expect(seconds("-5", nil) == nil)
    }

    @Test(
        "hears of the watchdog again and again, and no more once we stop",
        .timeLimit(.minutes(20))
    )
    func watchdog() throws {
        let peer = try TestManager(in: nil)
        let manager = manager(["NOTIFY_SOCKET": peer.name, "WATCHDOG_USEC": "30000"])
        manager.notice(.mailboxOpened)
        for _ in 0..<3 {
            try peer.await("WATCHDOG=1")
            peer.forget()
        }
        manager.stopping()
        try peer.await("STOPPING=1")
        usleep(200_000)
        peer.forget()
        peer.drain()
        // One may have been on its way.
        #expect(peer.heard.count <= 1, "\(peer.heard)")
    }
}

@Suite("Liveness") struct LivenessTests {
    private static let patience = Liveness.patience
    private static let mail = QueuedMail(
        id: "a",
        caseNumber: nil,
        role: .reply,
        reversePath: "",
        forwardPaths: [],
        subject: "",
        messageID: "",
        bytes: []
    )

    /// News with the second of each, the second of the question, and who is overdue then.
    @Test(
        "a loop is hung when it is later than it said, or at work for too long",
        arguments: [
            ([], 1_799, []), ([], 1_801, [.reader]), ([], 7_201, [.reader, .sender]),
            ([(10, .waits(.reader, seconds: 60))], 70 + patience, []),
            ([(10, .waits(.reader, seconds: 60))], 71 + patience, [.reader]),
            (
                [(10, .waits(.sender, seconds: 60)), (11, .works(.reader))], 71 + patience,
                [.sender]
            ),
            ([(10, .waits(.reader, seconds: 60)), (70, .works(.reader))], 1_869, []),
            ([(10, .waits(.reader, seconds: 60)), (70, .works(.reader))], 1_871, [.reader]),
            ([(1_000, .scanned(isComplete: true))], 2_799, []),
            ([(1_000, .mailboxOpened)], 2_801, [.reader]),
            (
                [(10, .waits(.reader, seconds: 9_000)), (7_000, .settled(mail, .unknown(lost)))],
                9_100,
                []
            ),
            (
                [(10, .waits(.reader, seconds: 90_000)), (7_000, .settled(mail, .unknown(lost)))],
                14_201,
                [.sender]
            ),
            ([(0, .waits(.reader, seconds: 1)), (1, .rulesReloaded)], 2 + patience, [.reader]),
        ] as [([(Double, ServiceNews)], Double, [ServiceNews.Loop])]
    )
    func overdue(news: [(Double, ServiceNews)], now: Double, expected: [ServiceNews.Loop]) {
        var liveness = Liveness(now: 0)
        for (time, news) in news { liveness.note(news, at: time) }
        #expect(liveness.overdue(at: now) == expected)
    }

    private static let lost = TransportError(.closed, "a")
}
