import Sandbox
import ServerSupport

/// A client that says what a test tells it, right or wrong.
final class RawClient {
    struct Unreachable: Error {}

    let peer: Peer
    private var lastTag = 0

    init(port: Int) throws {
        guard let socket = connectedSocket(port: port) else { throw Unreachable() }
        peer = Peer(socket: socket)
    }

    /// Sends an IMAP command and reads up to its end, the tag of which is written `A`.
    func ask(_ command: String) -> [String] {
        lastTag += 1
        peer.send("t\(lastTag) \(command)\r\n")
        return end()
    }

    /// Reads up to the end of the last command, or of the connection.
    func end() -> [String] {
        var lines: [String] = []
        while let line = peer.line() {
            let isLast = line.hasPrefix("t\(lastTag) ")
            lines.append(isLast ? "A" + line.dropFirst("t\(lastTag)".count) : line)
            if isLast { break }
        }
        return lines
    }

    /// Sends an SMTP command and reads its reply.
    func reply(to command: String) -> String {
        peer.send("\(command)\r\n")
        return reply()
    }

    func reply() -> String {
        var reply = ""
        while let line = peer.line() {
            reply += (reply.isEmpty ? "" : "|") + line
            if line.dropFirst(3).first != "-" { break }
        }
        return reply
    }
}

extension LoopbackServer {
    /// Logged in, and a folder selected.
    func rawIMAP(_ folder: String? = "INBOX") throws -> RawClient {
        let client = try RawClient(port: imapPort)
        _ = client.peer.line()
        _ = client.ask("LOGIN \"\(ann)\" \(password)")
        if let folder { _ = client.ask("SELECT \(folder)") }
        return client
    }

    /// Greeted.
    func rawSMTP() throws -> RawClient {
        let client = try RawClient(port: smtpPort)
        _ = client.reply()
        _ = client.reply(to: "EHLO client.example")
        return client
    }
}
