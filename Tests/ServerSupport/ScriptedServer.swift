import Foundation
import Glibc

/// A server on a loopback port that plays a script, one run for each connection, until
/// the process ends.
package struct ScriptedServer {
    package let port: Int

    package init(_ script: @escaping @Sendable (Peer) -> Void) throws {
        guard let socket = listeningSocket(port: 0), let port = boundPort(socket) else {
            throw POSIXError(.EADDRINUSE)
        }
        self.port = port
        Thread.detachNewThread {
            while true {
                let client = accept(socket, nil, nil)
                guard client >= 0 else { continue }
                script(Peer(socket: client))
            }
        }
    }
}

/// The client as a script sees it; gone when the script ends.
package final class Peer {
    private let socket: Int32
    private var isOpen = true
    private var unread: [UInt8] = []

    package init(socket: Int32) {
        self.socket = socket
        // A client that stays silent must not keep a test from ending.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            socket,
            SOL_SOCKET,
            SO_RCVTIMEO,
            &patience,
            socklen_t(MemoryLayout<timeval>.size)
        )
    }

    deinit { hangUp() }

    package func send(_ text: String) { send(Array(text.utf8)) }

    package func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    socket,
                    buffer.baseAddress.map { $0 + sent },
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// One byte at a time, with pauses.
    package func drip(_ text: String, microseconds: UInt32) {
        for byte in text.utf8 {
            send([byte])
            usleep(microseconds)
        }
    }

    /// The next line without its CRLF; `nil` once the client is gone.
    package func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: 10) {
                let line = unread[..<end].filter { $0 != 13 }
                unread.removeFirst(end + 1)
                return String(decoding: line, as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            unread += buffer[..<count]
        }
    }

    /// Lines up to the one that is a dot alone, which is not part of them.
    package func content() -> [String]? {
        var lines: [String] = []
        while let line = line() {
            if line == "." { return lines }
            lines.append(line)
        }
        return nil
    }

    package func hangUp() {
        guard isOpen else { return }
        isOpen = false
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    /// Ends what this side sends; the other side may still answer.
    package func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// Ends the connection by RST, so that the client's next write fails.
    package func reset() {
        guard isOpen else { return }
        isOpen = false
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
        close(socket)
    }
}

// MARK: - IMAP

extension Peer {
    /// Greets, lets the client log in and answers its CAPABILITY.
    package func welcome(
        capabilities: String = "IMAP4rev1 SASL-IR AUTH=PLAIN UIDPLUS MOVE IDLE LITERAL+"
    ) {
        send("* OK ready\r\n")
        while let line = line() {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 1 else { continue }
            switch words[1] {
            case "CAPABILITY":
                send("* CAPABILITY \(capabilities)\r\n\(words[0]) OK done\r\n")
                if words[0].hasPrefix("g") { return }
            default: send("\(words[0]) OK done\r\n")
            }
        }
    }

    /// Answers the next command with what `answer` makes of its tag; false once the client is gone.
    @discardableResult
    package func answer(_ answer: (_ tag: String, _ command: String) -> String) -> Bool {
        guard let line = line() else { return false }
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        send(answer(parts[0], parts.count > 1 ? parts[1] : ""))
        return true
    }

    /// Answers a SELECT.
    package func selectInbox(exists: Int = 3) {
        answer { tag, _ in
            "* FLAGS (\\Seen \\Answered)\r\n* \(exists) EXISTS\r\n"
                + "* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 100] ok\r\n"
                + "* OK [PERMANENTFLAGS (\\Seen \\Answered \\*)] ok\r\n"
                + "\(tag) OK [READ-WRITE] selected\r\n"
        }
    }

    /// Waits until the client is gone.
    package func waitForEnd() { while line() != nil {} }
}
