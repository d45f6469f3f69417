import Casework
import Correspondence
import Desk
import Mail
import Testing
import Transport

/// A trial in which one person reads all mail.
@Suite("Redirected mail") struct RedirectionTests {
    private static let tester = Address(localPart: "testeur", domain: "anct.example")

    private func answer() throws -> QueuedMail {
        try TestOffice.with { office in
            let arrival = Arrival(
                bytes: message(text: "Nous cherchons le catalogue Territoires Store. Mairie de X")
            )
            let decision = try #require(try office.take([arrival], at: TestOffice.morning).first)
            return try #require(decision.mails.first)
        }
    }

    @Test("the reader gets the same mail, and is told to whom it would have gone")
    func redirected() throws {
        let mail = try answer()
        let redirected = mail.redirected(to: Self.tester)
        #expect(redirected.forwardPaths == ["testeur@anct.example"])
        let before = Message(parsing: mail.bytes)
        let after = Message(parsing: redirected.bytes)
        #expect(after.to.map(\.addrSpec) == ["testeur@anct.example"])
        #expect(
            after.text == "ESSAI. Ce courriel serait parti à : marie@ville-x.example.\n\n"
                + before.text
        )
        let html = try #require(after.html)
        #expect(html.contains("serait parti à\u{A0}: marie@ville-x.example."))
        #expect(!String(decoding: redirected.bytes, as: UTF8.self).contains("To: marie@"))
        for name in [
            "From", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Reply-To",
            "Auto-Submitted", "X-Loop", "X-Auto-Response-Suppress", "Content-Language",
        ] {
            #expect(after.field(name) == before.field(name), "\(name)")
        }
        #expect(mail.redirected(to: Self.tester).bytes == redirected.bytes)
    }

    @Test("only what is handed over changes")
    func delivery() throws {
        let mail = try answer()
        let inner = TestDelivery()
        var handedOver: [QueuedMail] = []
        inner.answer = { mail in
            handedOver.append(mail)
            return .accepted(SMTPReply(code: 250, text: "2.0.0 Ok"))
        }
        let outcomes = Redirection(inner, to: Self.tester).deliver([mail])
        #expect(handedOver.map(\.forwardPaths) == [["testeur@anct.example"]])
        guard case .accepted(let reply) = outcomes.first else {
            Issue.record("not accepted")
            return
        }
        #expect(reply.description == "250 2.0.0 Ok (redirected to testeur@anct.example)")
    }
}
