import Foundation
import Hashing
import Testing

@testable import Mail

@Suite("Enclosure") struct EnclosureTests {
    /// What no transport would carry as it is, and what might be taken for a part of our own mail.
    static let files: [(what: String, octets: [UInt8])] = [
        ("a plain mail", Array("Subject: a\r\n\r\nBonjour\r\n".utf8)),
        ("NUL, bare CR, bare LF", Array("a\u{0}b\rc\nd\r\n.\r\n".utf8)),
        ("eight bits", [UInt8](0...255)),
        ("a line of 5,000 octets", [UInt8](repeating: 0x41, count: 5_000)),
        ("one octet", [0x2E]),
        ("what looks like our parts", draftOctets(enclosing: nil)),
        ("a mail that encloses one", draftOctets(enclosing: Array("From x\r\n".utf8))),
        ("300,000 octets", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7_919 >> 3) }),
    ]

    private static func draftOctets(enclosing octets: [UInt8]?) -> [UInt8] {
        guard let mailbox = Mailbox(parsing: "a@example.org"),
            let messageID = MessageID("42@anct.example")
        else { return [] }
        var draft = Draft(
            from: mailbox,
            to: [mailbox],
            subject: "Résumé",
            date: Date(timeIntervalSince1970: 1_795_511_520),
            messageID: messageID,
            text: "ORIGINAL  INBOX\n.\nFrom ici\n",
            html: "<p>ORIGINAL</p>\n"
        )
        if let octets {
            draft.enclosure = Enclosure(filename: "message-2026-00042.eml", octets: octets)
        }
        return draft.bytes()
    }

    @Test("it comes back octet for octet, beside the letter", arguments: files)
    func roundTrip(what: String, octets: [UInt8]) throws {
        let mail = Self.draftOctets(enclosing: octets)
        #expect(try #require(Enclosure(of: mail)).octets == octets)
        let message = Message(parsing: mail)
        #expect(message.text == "ORIGINAL  INBOX\n.\nFrom ici\n")
        #expect(message.html == "<p>ORIGINAL</p>\r\n" || message.html == "<p>ORIGINAL</p>\n")
        #expect(message.root.mediaType == "multipart/mixed")
        #expect(
            message.root.children.map(\.mediaType)
                == ["multipart/alternative", "application/octet-stream"]
        )
        let attachment = try #require(message.attachments.first)
        #expect(message.attachments.count == 1)
        #expect(attachment.filename == "message-2026-00042.eml")
        #expect(attachment.size == octets.count)
        #expect(attachment.sha256 == hexadecimal(SHA256.hash(octets)))
        #expect(message.defects.isEmpty)
        let lines = String(decoding: mail, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(mail.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 13 || $0 == 10) })
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.hasPrefix(".") })
        #expect(mail.suffix(2) == [13, 10])
    }

    private static let interpreter = "/usr/bin/python3"

    @Test(
        "Python's parser finds the same file",
        .enabled(if: FileManager.default.isExecutableFile(atPath: interpreter)),
        arguments: files
    )
    func otherParser(what: String, octets: [UInt8]) throws {
        let script = """
            import email, email.policy, hashlib, sys
            mail = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
            files = list(mail.iter_attachments())
            assert mail.get_content_type() == "multipart/mixed" and len(files) == 1
            assert mail.get_body(("plain",)).get_content().startswith("ORIGINAL  INBOX")
            data = files[0].get_payload(decode=True)
            print(files[0].get_filename(), hashlib.sha256(data).hexdigest(), len(mail.defects))
            """
        let process = Process()
        process.executableURL = URL(filePath: Self.interpreter)
        process.arguments = ["-c", script]
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("guichet-enclosure-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(Self.draftOctets(enclosing: octets)).write(to: file)
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let digest = hexadecimal(SHA256.hash(octets))
        #expect(String(decoding: said, as: UTF8.self) == "message-2026-00042.eml \(digest) 0\n")
    }

    @Test(
        "a name is the same to every program",
        arguments: ["", ".eml", "é.eml", "a b.eml", "a\"b", "a\r\nb", "a/b", "a_b", "../a"]
    )
    func badName(name: String) {
        #expect(Enclosure(filename: name, octets: [1]) == nil)
    }

    @Test("no other mail has one")
    func none() {
        #expect(Enclosure(of: Self.draftOctets(enclosing: nil)) == nil)
        #expect(Enclosure(of: []) == nil)
        #expect(Enclosure(of: Array("Content-Type: multipart/mixed\r\n\r\nx".utf8)) == nil)
    }

    @Test(
        "a picture that the text shows in its place is no attachment to somebody's mind",
        arguments: [
            ("Content-ID: <logo@x>\r\nContent-Disposition: inline; filename=a.png\r\n", true),
            ("Content-ID: <logo@x>\r\n", true),
            // Gmail gives each attachment a Content-ID.
            ("Content-ID: <f_1>\r\nContent-Disposition: attachment; filename=a.png\r\n", false),
            ("Content-Disposition: inline; filename=a.png\r\n", false),
        ]
    )
    func inline(fields: String, isInline: Bool) throws {
        let mail = """
            Content-Type: multipart/related; boundary=b\r
            \r
            --b\r
            Content-Type: text/html\r
            \r
            <img src="cid:logo@x">\r
            --b\r
            Content-Type: image/png\r
            \(fields)\r
            x\r
            --b--\r

            """
        let message = Message(parsing: Array(mail.utf8))
        #expect(try #require(message.attachments.first).isInline == isInline)
    }
}
