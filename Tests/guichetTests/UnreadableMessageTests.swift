import Foundation
import Glibc
import ServerSupport
import Testing

/// Dovecot ends the connection over a message file that it cannot read.
@Suite(
    "A message that ends the connection",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .timeLimit(.minutes(20))
)
struct UnreadableMessageTests {
    private func request(_ number: Int, to user: String) -> [UInt8] {
        let text = """
            From: m\(number)@ville-\(number).example
            To: \(user)@anct.example
            Subject: Catalogue \(number)
            Message-ID: <\(UUID().uuidString)@ville-\(number).example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Bonjour, notre mairie souhaite consulter le catalogue Territoires Store (\(number)).
            """
        return Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    }

    /// The files of a user's INBOX.
    private func files(of user: String, _ place: Installation) throws -> [String] {
        let folder = place.servers.folder.appending(path: "mail/\(user)")
        return try ["new", "cur"].flatMap { name in
            let path = folder.appending(path: name).path
            return try FileManager.default.contentsOfDirectory(atPath: path).map { "\(path)/\($0)" }
        }
    }

    @Test("holds up none of the others, and is filed once it can be read")
    func passedOver() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("illisible", in: folder)
            try place.configure()
            try place.deliver((1...5).map { request($0, to: place.user) })
            try place.awaitMail(5)
            // A client that looks moves the files to where they stay.
            let session = try place.session(place.user)
            _ = try session.select("INBOX")
            session.logout()
            let damaged = try #require(
                try files(of: place.user, place).first { path in
                    let text = try String(contentsOfFile: path, encoding: .utf8)
                    return text.contains("Subject: Catalogue 3")
                }
            )
            #expect(chmod(damaged, 0) == 0 && chown(damaged, 0, 0) == 0)
            let first = try place.run("run", "--once")
            #expect(first.code == 75, "\(first.errors)")
            #expect(place.journal("message.received").count == 4, "\(first.errors)")
            #expect(first.errors.contains("event=message.unreadable"))
            let mail = try #require(getpwnam("mail")).pointee
            #expect(chown(damaged, mail.pw_uid, mail.pw_gid) == 0 && chmod(damaged, 0o600) == 0)
            let second = try place.run("run", "--once")
            #expect(second.code == 0, "\(second.errors)")
            #expect(place.journal("message.received").count == 5)
        }
    }
}
