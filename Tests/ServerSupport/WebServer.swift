import Foundation
import Synchronization

/// A web server on a loopback port, for one connection at a time, until the process ends.
package final class WebServer: Sendable {
    /// What a page answers: a status line with header fields, and a body.
    package struct Page: Sendable {
        package var head: String
        package var body: [UInt8]

        package init(_ head: String, body: [UInt8] = []) {
            self.head = head
            self.body = body
        }

        package static let ok = Page("200 OK", body: Array("<p>bonjour</p>".utf8))

        package static func redirect(_ status: Int, _ location: String) -> Page {
            Page("\(status) Moved\r\nLocation: \(location)")
        }
    }

    private let server: ScriptedServer
    private let log: Log

    /// The requests that came, each its method, path and header fields.
    private final class Log: Sendable {
        let requests = Mutex<[[String]]>([])
    }

    package var port: Int { server.port }
    package var base: String { "http://127.0.0.1:\(port)" }
    /// The requests so far: the first line, then the header.
    package var requests: [[String]] { log.requests.withLock { $0 } }

    /// - Parameter page: what is answered to a method and a path; `nil`: nothing, ever.
    package init(_ page: @escaping @Sendable (_ method: String, _ path: String) -> Page?) throws {
        let log = Log()
        self.log = log
        server = try ScriptedServer { peer in
            var lines: [String] = []
            while let line = peer.line(), !line.isEmpty { lines.append(line) }
            let words = (lines.first ?? "").split(separator: " ").map(String.init)
            guard words.count == 3 else { return }
            log.requests.withLock { [lines] in $0.append(lines) }
            guard let page = page(words[0], words[1]) else { return peer.waitForEnd() }
            let length = "Content-Length: \(page.body.count)\r\nConnection: close\r\n\r\n"
            peer.send("HTTP/1.1 \(page.head)\r\n\(length)")
            if words[0] != "HEAD" { peer.send(page.body) }
        }
    }
}

/// A web server that speaks TLS alone, with a certificate for `localhost` and 127.0.0.1.
package final class SecureWebServer: Sendable {
    package let port: Int
    private let certificates: Certificates
    private let folder: URL
    private let process = Process()
    private let input = Pipe()

    package static let isInstalled = FileManager.default.isExecutableFile(
        atPath: "/usr/bin/openssl"
    )

    /// Trust in this file makes the certificate good.
    package var authority: String { certificates.authority }
    /// Trust in this one does not.
    package var strangeAuthority: String { certificates.stranger }

    package init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("guichet-web-\(UUID().uuidString)")
        certificates = try Certificates(in: folder)
        guard let held = listeningSocket(port: 0), let port = boundPort(held) else {
            throw ServerFailure("no free port")
        }
        close(held)
        self.port = port
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "s_server", "-accept", "127.0.0.1:\(port)", "-www", "-quiet",
            "-cert", certificates.certificate, "-key", certificates.key,
        ]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try withoutBlockedSignals { try process.run() }
        let deadline = ContinuousClock.now + .seconds(30)
        while true {
            if let socket = connectedSocket(port: port) {
                close(socket)
                return
            }
            guard ContinuousClock.now < deadline else { throw ServerFailure("no answer by TLS") }
            usleep(20_000)
        }
    }

    /// Ends the server and removes its folder.
    package func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    deinit { if process.isRunning { stop() } }
}
