import Casework
import Desk
import Foundation
import Mail
import Testing

@Suite("The clerk and bounces") struct ClerkBounceTests {
    private static let request = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store pour notre mairie.

        Marie Vial
        Mairie de Lannion
        """

    private func take(_ office: Office, _ bytes: [UInt8]) throws -> Decision {
        let arrival = Arrival(internalDate: TestOffice.morning, flags: [], bytes: bytes)
        return try #require(try office.take([arrival], at: TestOffice.morning).first)
    }

    /// A notice in words alone, as old mail systems write it.
    private static func notice(subject: String, _ words: String, of id: String) -> [UInt8] {
        let text = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            To: incubateur@anct.example
            Subject: \(subject)
            Message-ID: <\(UUID().uuidString)@mx.example>

            \(words)

            --- Below this line is a copy of the message.

            Return-Path: <incubateur@anct.example>
            From: incubateur@anct.example
            To: marie@ville-x.example
            Message-ID: <\(id)>

            Bonjour
            """
        return Array(text.utf8)
    }

    @Test("staff learn who was not reached from a notice without parts for programs")
    func words() throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.request))
            let words = "<marie@ville-x.example>:\nNo mailbox here by that name. (#5.1.1)"
            let bytes = Self.notice(subject: "failure notice", words, of: first.mails[0].messageID)
            let bounced = try take(office, bytes)
            #expect(bounced.disposition == .bounce)
            #expect(bounced.caseNumber == first.caseNumber)
            #expect(bounced.mails.map(\.role) == [.alert])
            let text = Message(parsing: try #require(bounced.mails.first).bytes).text
            #expect(text.contains("marie@ville-x.example"))
            #expect(text.contains("No mailbox here by that name."))
        }
    }

    @Test(
        "what is only late, or arrived, is filed with its case and not told",
        arguments: [
            (
                "Delayed Mail (still being retried)",
                "Your message has not yet been delivered. It will be retried.\n\n"
                    + "<marie@ville-x.example>: connection timed out"
            ),
            (
                "Delivery Status Notification (Success)",
                "Your message was successfully delivered to the following recipients:\n\n"
                    + "  marie@ville-x.example"
            ),
            (
                "Delivery Status Notification (Relay)",
                "Your message has been successfully relayed to the following recipients:\n\n"
                    + "  marie@ville-x.example"
            ),
        ]
    )
    func untold(subject: String, words: String) throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.request))
            let bytes = Self.notice(subject: subject, words, of: first.mails[0].messageID)
            let bounced = try take(office, bytes)
            #expect(bounced.disposition == .bounce)
            #expect(bounced.caseNumber == first.caseNumber)
            #expect(bounced.mails.isEmpty)
        }
    }
}
