import Casework
import Desk
import Foundation
import Mail
import Testing

@Suite("The mail of a self-test") struct SelfTestMailTests {
    private let mail: SelfTestMail

    init() throws {
        mail = try #require(
            SelfTestMail(from: TestOffice.service, now: TestOffice.morning) {
                0x0123_4567_89AB_CDEF
            }
        )
    }

    @Test("128 bits in the subject, marks of a machine, and nothing but ASCII")
    func shape() {
        let message = Message(parsing: mail.bytes)
        #expect(mail.secret == "efcdab8967452301efcdab8967452301")
        #expect(message.subject?.hasSuffix(mail.secret) == true)
        #expect(message.field("Auto-Submitted") == "auto-generated")
        #expect(message.field("X-Loop") == "incubateur@anct.example")
        #expect(mail.bytes.allSatisfy { $0 < 128 })
        // Found by SEARCH on any server: not split between encoded-words.
        let lines = String(decoding: mail.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.contains("Subject: guichet : essai \(mail.secret)"))
        #expect(message.text.contains("12 €") && message.text.contains("\n.\n"))
    }

    @Test("the service sets it aside: no answer, no summary, no case")
    func setAside() throws {
        try TestOffice.with { office in
            let decisions = try office.take([Arrival(bytes: mail.bytes)], at: TestOffice.morning)
            #expect(decisions.map(\.disposition) == [.setAside])
            #expect(decisions.allSatisfy { $0.mails.isEmpty && $0.caseNumber == nil })
            #expect(office.outboxCounts.waiting == 0)
        }
    }

    /// What a server made of it: the header as it was, with these changes, and another body.
    private func received(_ header: [(String, String)], _ body: [UInt8]? = nil) -> [UInt8] {
        var text = String(decoding: mail.bytes, as: UTF8.self)
        for (old, new) in header { text = text.replacingOccurrences(of: old, with: new) }
        guard let body, let end = text.range(of: "\r\n\r\n") else { return Array(text.utf8) }
        return Array(text[..<end.upperBound].utf8) + body
    }

    private var text: String { Message(parsing: mail.bytes).text }

    @Test("an answer, a forward and a report of it are others' mail, which is not removed")
    func sameness() {
        let id = "Message-ID: <\(mail.secret)@anct.example>"
        let other = "Message-ID: <other@anct.example>"
        let trace = Array("Received: by mx.example.test; Sat, 28 Nov 2026 10:00:00 +0000\r\n".utf8)
        #expect(mail.isSame(as: trace + mail.bytes))
        #expect(mail.isSame(as: received([(id, other), ("Subject: ", "Subject: [EXT] ")])))
        let subject = "Re: guichet : essai \(mail.secret)"
        for fields in [
            ["From: collegue@anct.example"],
            ["From: incubateur@anct.example", "In-Reply-To: <\(mail.secret)@anct.example>"],
            ["From: incubateur@anct.example", "References: <\(mail.secret)@anct.example>"],
            [],
        ] {
            let header = (fields + ["Subject: \(subject)", other]).joined(separator: "\r\n")
            #expect(!mail.isSame(as: Array("\(header)\r\n\r\nBien reçu\r\n".utf8)), "\(fields)")
        }
    }

    @Test("as it was sent, or with trace fields before it, it is intact")
    func intact() {
        let trace = Array("Received: by mx.example.test; Sat, 28 Nov 2026 10:00:00 +0000\r\n".utf8)
        for bytes in [mail.bytes, trace + mail.bytes] {
            let changes = mail.changes(in: bytes)
            #expect(changes.harmless.isEmpty && changes.harmful.isEmpty, "\(changes)")
        }
    }

    @Test("another encoding, line ends or added lines are noted; lost signs are a problem")
    func changed() {
        let eightBit = [("quoted-printable", "8bit")]
        let encoded = mail.changes(in: received(eightBit, Array(text.utf8)))
        #expect(encoded.harmful.isEmpty)
        #expect(encoded.harmless == ["transfer encoding: quoted-printable became 8bit"])

        let latin = mail.changes(
            in: received(
                eightBit + [("charset=utf-8", "charset=iso-8859-15")],
                Array(text.replacingOccurrences(of: "€", with: "?").utf8)
            )
        )
        #expect(latin.harmless.contains("charset: utf-8 became iso-8859-15"))
        #expect(latin.harmful.count == 1 && latin.harmful[0].contains("was changed"), "\(latin)")

        let blanks = text.replacingOccurrences(of: ".\n", with: ". \n")
        let padded = mail.changes(in: received(eightBit, Array(blanks.utf8)))
        #expect(padded.harmful.isEmpty && padded.harmless.count == 2, "\(padded)")

        let warned = "[Courrier externe]\n\n\(text)"
        let added = mail.changes(in: received(eightBit, Array(warned.utf8)))
        #expect(added.harmful.isEmpty, "\(added)")
        #expect(added.harmless.contains { $0.hasPrefix("2 lines were added") })

        let mbox = text.replacingOccurrences(of: "\nFrom ", with: "\n>From ")
        let quoted = mail.changes(in: received(eightBit, Array(mbox.utf8)))
        #expect(quoted.harmful.count == 1 && quoted.harmful[0].contains(">From"))

        let stripped = mail.changes(in: received([("X-Loop:", "X-Was-Loop:")]))
        #expect(stripped.harmful.contains { $0.contains("X-Loop") })
    }
}
