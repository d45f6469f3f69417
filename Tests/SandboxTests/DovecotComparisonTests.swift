import Foundation
import Sandbox
import ServerSupport
import Testing

@Suite(
    "The sandbox beside Dovecot",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .timeLimit(.minutes(20))
)
struct DovecotComparisonTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "MailTests/Fixtures/rfc")

    /// Examples without mistakes: Dovecot reads what is obsolete or damaged in ways of its own.
    private static let examples = [
        "2046-5.1.1", "2046-5.1.5", "2047-8", "2049-A", "2231-4", "3464-E.1", "3676-4",
        "5322-A.1.1", "5322-A.1.2", "5322-A.1.3", "5322-A.2", "5322-A.5", "5322-A.6.1",
        "5322-A.6.2", "5322-A.6.3",
    ]

    private static let items = [
        "RFC822.SIZE", "ENVELOPE", "BODYSTRUCTURE", "BODY", "BODY[1]", "BODY[1.MIME]",
        "BODY[HEADER]", "BODY[TEXT]", "BODY[]<10.50>", "RFC822.HEADER",
        "BODY[HEADER.FIELDS (Subject From Content-Type)]",
        "BODY[HEADER.FIELDS.NOT (Subject From Content-Type)]",
    ]

    /// Where both are right and differ: comments and encoded-words as display names, groups, source
    /// routes, and parameters in pieces, which Dovecot joins.
    private static let liberties = [
        "2047-8": ["ENVELOPE"], "2049-A": ["BODYSTRUCTURE", "BODY"],
        "2231-4": ["BODYSTRUCTURE", "BODY"], "5322-A.1.2": ["ENVELOPE"],
        "5322-A.1.3": ["ENVELOPE"], "5322-A.5": ["ENVELOPE"],
        "5322-A.6.1": ["ENVELOPE"],
    ]

    @Test("FETCH describes the examples of the RFCs as Dovecot does")
    func fetch() throws {
        let servers = try MailServers.shared.get()
        let server = try LoopbackServer()
        defer { server.stop() }
        let theirs = try RawClient(port: servers.imapPort)
        _ = theirs.peer.line()
        _ = theirs.ask("LOGIN beside \(MailServers.password)")
        let ours = try server.rawIMAP(nil)
        for (number, name) in Self.examples.enumerated() {
            let message = try Self.message(name)
            for client in [theirs, ours] {
                _ = client.ask("CREATE f\(number)")
                client.peer.send("t0 APPEND f\(number) {\(message.count)+}\r\n")
                client.peer.send(message + [13, 10])
                while let line = client.peer.line(), !line.hasPrefix("t0 ") {}
                #expect(client.ask("EXAMINE f\(number)").contains("* 1 EXISTS"))
            }
            for item in Self.items where Self.liberties[name]?.contains(item) != true {
                let answers = [theirs, ours].map { client in
                    client.ask("FETCH 1 \(item)").dropLast().map { $0.uppercased() }
                }
                #expect(answers[0] == answers[1], "\(name) \(item)")
            }
        }
    }

    /// With CRLF at each line.
    private static func message(_ name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in try Data(contentsOf: folder.appending(path: "\(name).eml")) {
            if byte == 10, bytes.last != 13 { bytes.append(13) }
            bytes.append(byte)
        }
        return bytes
    }
}
