import Casework
import Correspondence
import Desk
import Foundation
import Intake
import Mail
import Testing

/// Notices of non-delivery: which mail they are about, and what they mean for the next one.
@Suite("Returned mail") struct ReturnedMailTests {
    private static let request = AddresseeTests.request

    /// A notice with a report (RFC 3464) that names the recipient so, and nothing of the mail.
    private func notice(
        to address: String,
        field: String = "To",
        about recipient: String? = "marie@ville-x.example",
        status: String = "5.1.1",
        action: String = "failed",
        id: String? = nil
    ) -> [UInt8] {
        let returned = id.map {
            "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <\($0)>\n\n"
        }
        let report = recipient.map {
            """
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; \($0)
            Action: \(action)
            Status: \(status)
            Diagnostic-Code: smtp; 550 \(status) it failed


            """
        }
        let lines = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            \(field): \(address)
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <\(UUID().uuidString)@mx.example>
            Date: Tue, 22 Sep 2026 09:00:00 +0200
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            It could not be delivered.

            \(report ?? "")\(returned ?? "")--b--

            """
        return Array(lines.replacing("\n", with: "\r\n").utf8)
    }

    @Test("the return path is never null, and names the mail where a detail arrives")
    func reversePath() throws {
        for usesDetail in [false, true] {
            try TestOffice.withSettings(usesDetail: usesDetail) { office in
                let mails = try office.take(message(text: Self.request)).mails
                #expect(mails.count == 2)
                for mail in mails {
                    #expect(mail.reversePath != "")
                    #expect(Address(parsing: mail.reversePath) != nil)
                    let left = mail.messageID.prefix { $0 != "@" }
                    #expect(
                        mail.reversePath
                            == (usesDetail
                                ? "incubateur+\(left)@anct.example" : "incubateur@anct.example")
                    )
                    let sent = Message(parsing: mail.bytes)
                    #expect(sent.replyTo.map(\.addrSpec) == ["incubateur@anct.example"])
                    #expect(sent.from.map(\.addrSpec) == ["incubateur@anct.example"])
                }
            }
        }
    }

    @Test(
        "a notice that names nothing finds case and mail by the address it came to",
        arguments: ["To", "Delivered-To", "X-Original-To", "Envelope-To"],
        [true, false]
    )
    func byAddress(field: String, hasReport: Bool) throws {
        try TestOffice.withSettings(usesDetail: true) { office in
            let opened = try office.take(message(text: Self.request))
            let decision = try office.take(
                notice(
                    to: opened.mails[0].reversePath,
                    field: field,
                    about: hasReport ? "marie@ville-x.example" : nil
                )
            )
            #expect(decision.disposition == .bounce)
            #expect(decision.caseNumber == opened.caseNumber)
            #expect(decision.mails.map(\.role) == [.alert])
            #expect(decision.told.contains("marie@ville-x.example"))
            // That of a summary is nobody's affair but the administrator's.
            let other = try office.take(notice(to: opened.mails[1].reversePath, field: field))
            #expect(other.disposition == .bounce)
            #expect(other.mails.isEmpty)
        }
    }

    @Test("a notice tells staff of nobody but whom we wrote to")
    func strangers() throws {
        try TestOffice.withSettings(usesDetail: true) { office in
            let opened = try office.take(message(text: Self.request))
            let decision = try office.take(
                notice(to: opened.mails[0].reversePath, about: "voisin@autre.example")
            )
            #expect(decision.mails.map(\.role) == [.alert])
            #expect(decision.told.contains("marie@ville-x.example"))
            #expect(!decision.told.contains("voisin@autre.example"))
        }
    }

    @Test("an absence notice to the return path belongs to the case")
    func absence() throws {
        try TestOffice.withSettings(usesDetail: true) { office in
            let opened = try office.take(message(text: Self.request))
            let text = """
                From: marie@ville-x.example\r\nTo: \(opened.mails[0].reversePath)\r
                Subject: Absence\r\nAuto-Submitted: auto-replied\r\n\r\nJe suis absente.
                """
            let decision = try office.take(Array(text.utf8))
            #expect(decision.disposition == .automatic)
            #expect(decision.caseNumber == opened.caseNumber)
        }
    }

    private func failures(_ decision: Decision) -> [AddressFailure] {
        decision.events.compactMap {
            if case .addressFailed(let failure) = $0 { failure } else { nil }
        }
    }

    @Test(
        "only our own answer's very address is taken for dead, and only where nobody has it",
        arguments: [
            ("marie@ville-x.example", "5.1.1", "failed", true),
            ("Marie@VILLE-x.example", "5.1.10", "failed", true),
            ("marie@ville-x.example", "5.2.2", "failed", false),
            ("marie@ville-x.example", "4.4.1", "delayed", false),
            ("marie@ville-x.example", "5.1.1", "delayed", false),
            // Others may stand behind the address, whom it reaches.
            ("luc@ailleurs.example", "5.1.1", "failed", false),
        ]
    )
    func dead(recipient: String, status: String, action: String, counts: Bool) throws {
        try TestOffice.with { office in
            let opened = try office.take(message(text: Self.request))
            let decision = try office.take(
                notice(
                    to: "incubateur@anct.example",
                    about: recipient,
                    status: status,
                    action: action,
                    id: opened.mails[0].messageID
                )
            )
            #expect(decision.caseNumber == opened.caseNumber)
            #expect(failures(decision).count == (counts ? 1 : 0))
            #expect(failures(decision).allSatisfy { $0.mailID == "2026-00001.1" })
        }
    }

    @Test("a forged notice closes no address")
    func forged() throws {
        try TestOffice.with { office in
            let opened = try office.take(message(text: Self.request))
            let id = opened.mails[0].messageID
            let forged = id.replacing("2026-00001.1.", with: "2026-00001.1.a")
            for id in [nil, forged, "x@ailleurs.example", opened.mails[1].messageID] {
                let decision = try office.take(notice(to: "incubateur@anct.example", id: id))
                #expect(failures(decision).isEmpty)
            }
        }
    }

    @Test("who writes again is tried once more, then not for sixty days, whatever restarts between")
    func pause() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        var turn = 0
        func take(_ bytes: [UInt8], hours: Double) throws -> Decision {
            let office = try TestOffice.open(store, answerWithinDays: 0)
            defer { office.close() }
            return try office.take(bytes, hours: hours)
        }
        func ask(_ hours: Double) throws -> Decision {
            turn += 1
            return try take(message(text: "École \(turn). " + Self.request), hours: hours)
        }
        func bounce(_ decision: Decision, _ hours: Double) throws {
            let id = try #require(decision.mails.first).messageID
            _ = try take(notice(to: "incubateur@anct.example", id: id), hours: hours)
        }
        let first = try ask(0)
        try bounce(first, 0.1)
        let second = try ask(30)
        #expect(second.answer != nil, "who writes has the address")
        let meanwhile = try ask(30.1)
        #expect(meanwhile.answer == nil)
        try bounce(second, 30.2)
        let third = try ask(24 * 50)
        #expect(third.disposition == .newCase)
        #expect(third.answer == nil)
        #expect(third.receipt.reason?.contains("adresse inconnue") == true)
        #expect(third.told.contains("adresse inconnue"))
        #expect(try ask(24 * 62).answer != nil)
    }
}
