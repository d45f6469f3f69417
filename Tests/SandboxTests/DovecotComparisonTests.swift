import Foundation
import Sandbox
import ServerSupport
import Testing

@Suite(
    "The sandbox beside Dovecot",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .timeLimit(.minutes(10))
)
struct DovecotComparisonTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "MailTests/Fixtures/rfc")

    private static let items = [
        "RFC822.SIZE", "ENVELOPE", "BODYSTRUCTURE", "BODY", "BODY[1]", "BODY[1.MIME]",
        "BODY[HEADER]", "BODY[TEXT]", "BODY[]<10.50>", "RFC822.HEADER",
        "BODY[HEADER.FIELDS (Subject From Content-Type)]",
        "BODY[HEADER.FIELDS.NOT (Subject From Content-Type)]",
    ]

    /// Where both are right and differ: comments and encoded-words as display names, groups, source
    /// routes, and parameters in pieces, which Dovecot joins.
    private static let liberties = [
        "2047-8.eml": ["ENVELOPE"], "2049-A.eml": ["BODYSTRUCTURE", "BODY"],
        "2231-4.eml": ["BODYSTRUCTURE", "BODY"], "5322-A.1.2.eml": ["ENVELOPE"],
        "5322-A.1.3.eml": ["ENVELOPE"], "5322-A.5.eml": ["ENVELOPE"],
        "5322-A.6.1.eml": ["ENVELOPE"],
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
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".eml") }.sorted()
        #expect(names.count > 10)
        for (number, name) in names.enumerated() {
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
        for byte in try Data(contentsOf: folder.appending(path: name)) {
            if byte == 10, bytes.last != 13 { bytes.append(13) }
            bytes.append(byte)
        }
        return bytes
    }
}
