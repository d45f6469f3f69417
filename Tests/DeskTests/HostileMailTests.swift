import Casework
import Correspondence
import Desk
import Foundation
import Mail
import Testing

/// A stranger's text, wherever we repeat it, stays in its place in the very octets that leave.
@Suite("Hostile mail") struct HostileMailTests {
    /// Each holds the word by which it is found again.
    static let attacks = [
        "<script>alert('pirate')</script>", "pirate\u{202E}\u{200B}\u{2066}<b onclick=x>pirate",
        "{{dossier}} pirate {{{contenu}}}", "\u{E000}pirate\u{E001}https://mal.example/\u{E002}",
        "&lt;b&gt; pirate &amp;#60;i&amp;#62;", "=?utf-8?Q?pirate=0D=0ABcc:_x@mal.example?=",
        "=?utf-8?B?PT91dGYtOD9RP3BpcmF0ZT89?= pirate", "pirate\u{0}\u{7}\u{1B}[2J pirate",
        "\u{2028}À FAIRE   pirate\u{2029}QUI       pirate\u{85}OÙ        pirate",
        "« pirate » \"pirate\", <pirate@mal.example>;", "- pirate\t1 - pirate ' \\ \"",
        String(repeating: "pirate ", count: 1_500), "pirate é ü 中文 😀 pirate",
        "](javascript:pirate) javascript:pirate https://mal.example/pirate",
    ]

    private static let request = """
        Bonjour, nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.
        """

    /// A request with a stranger's text in every place from which we may repeat it.
    private func hostile(_ attack: String, id: String = UUID().uuidString) -> [UInt8] {
        let quoted = attack.replacing("\\", with: "").replacing("\"", with: "'")
        let lines = """
            From: "\(quoted)" <marie@ville-x.example>
            To: incubateur@anct.example
            Subject: \(attack)
            Date: Tue, 22 Sep 2026 09:00:00 +0200
            Message-ID: <\(id)@ville-x.example>
            In-Reply-To: <\(quoted)@x>
            References: <a@b> \(attack) <c@d
            Authentication-Results: mx.anct.example; dmarc=pass
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            \(Self.request)
            Nous souhaitons consulter le catalogue \(attack) au plus vite.
            Appelez le 02 61 91 33 50 \(attack), le mardi matin \(attack).

            Marie \(attack)
            Mairie de \(attack)
            Tél. : \(attack) 02 61 91 33 50
            --b
            Content-Type: application/pdf; name="\(quoted)"
            Content-Disposition: attachment; filename="\(quoted)"
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --b--

            """
        return Array(lines.replacing("\n", with: "\r\n").utf8)
    }

    private func forwarded(_ attack: String) -> [UInt8] {
        message(
            subject: "TR: \(attack)",
            text: """
                Pour suite à donner \(attack)

                ---------- Forwarded message ---------
                De : \(attack) <elu@lannion.example>
                Objet : \(attack)

                \(Self.request)
                \(attack)
                """,
            fields: ["Authentication-Results: mx.anct.example; dmarc=pass"]
        )
    }

    private static let benign = "nous préparons la rentrée"

    /// What our own frame and templates write: every tag of a mail in which nobody is hostile, and of
    /// every kind of letter.
    private func ownTags(_ mails: [QueuedMail]) throws -> Set<String> {
        let letters = try Letters(
            folder: TestOffice.root.appendingPathComponent("templates"),
            today: TestOffice.morning
        )
        func html(_ values: some LetterValues) -> String {
            letters.render(values, on: TestOffice.morning).html
        }
        let pages =
            [
                html(AnswerValues.specimen), html(ClarificationValues.specimen),
                html(AcknowledgementValues.specimen), html(SummaryValues.specimen),
                html(UpdateValues.specimen), html(AlertValues.specimen),
            ] + mails.map { Message(parsing: $0.bytes).html ?? "" }
        return Set(pages.flatMap(Self.tags))
    }

    /// The tags of a page as a browser finds them, without the addresses and titles in them.
    private static func tags(in html: String) -> [String] {
        html.matches(of: /<[^>]*>?/).map { match in
            String(match.output)
                .replacing(/href="(https?:\/\/|mailto:)[^"<>]*"/, with: "href")
                .replacing(/aria-label="[^"<>]*"/, with: "aria-label")
        }
    }

    private func expectSound(
        _ mail: QueuedMail,
        fields: [String],
        tags: Set<String>,
        _ comment: String
    ) throws {
        let lines = String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let header = lines.prefix { !$0.isEmpty }
        // The header block itself, without asking our own parser.
        let names = header.filter { $0.first != " " && $0.first != "\t" }
            .map { String($0.prefix { $0 != ":" }) }
        #expect(names == fields, "\(comment) : \(header)")
        #expect(mail.bytes.allSatisfy { $0 == 10 || $0 == 13 || (0x20..<0x7F).contains($0) })
        #expect(lines.allSatisfy { $0.utf8.count <= 998 && !$0.utf8.contains(13) })
        let message = Message(parsing: mail.bytes)
        #expect(message.defects.isEmpty, "\(comment) : \(message.defects)")
        #expect(message.to.count == 1 && message.cc.isEmpty && message.attachments.isEmpty)
        #expect(mail.forwardPaths.count == 1 && !mail.forwardPaths[0].contains("mal.example"))
        let html = try #require(message.html)
        for tag in Self.tags(in: html) { #expect(tags.contains(tag), "\(comment) : \(tag)") }
        #expect(!html.contains("href=\"https://mal.example"), "\(comment)")
        for line in message.text.split(separator: "\n") where line.contains("pirate") {
            // Beside a label, below it, or as somebody's words: never at the start of a line.
            let isInPlace = line.hasPrefix("  ") || line.prefix(10).hasSuffix(" ")
            #expect(isInPlace && !line.hasPrefix("À FAIRE   pirate"), "\(comment) : \(line)")
        }
        let shown = [message.text, html, message.subject ?? ""].joined()
        let odd = shown.unicodeScalars.filter(Self.isInvisible)
        #expect(odd.isEmpty, "\(comment) : \(odd.map(\.value))")
    }

    /// Controls, direction overrides and marks of ours.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\r"
        case .privateUse, .lineSeparator, .paragraphSeparator: true
        case .format: (0x202A...0x2069).contains(scalar.value)
        default: false
        }
    }

    private func fieldNames(_ mail: QueuedMail) -> [String] {
        Message(parsing: mail.bytes).fields.map(\.fieldName)
    }

    @Test("nothing leaves its place in an answer or a summary", arguments: attacks)
    func inPlace(attack: String) throws {
        let makers: [(String) -> [UInt8]] = [{ hostile($0) }, forwarded]
        for make in makers {
            let plain = try taken(make(Self.benign))
            let mails = try taken(make(attack))
            let tags = try ownTags(plain)
            // What a stranger adds may change what is answered, never how.
            for mail in mails {
                let model = try #require(
                    plain.first { $0.role.answersRequester == mail.role.answersRequester }
                )
                // Their identifiers may be left out, never added to.
                let optional = ["In-Reply-To", "References"]
                let names = fieldNames(mail)
                let fields = fieldNames(model).filter {
                    !optional.contains($0) || names.contains($0)
                }
                try expectSound(
                    mail,
                    fields: fields,
                    tags: tags,
                    "\(mail.role) \(attack.prefix(60))"
                )
            }
        }
    }

    private func taken(_ bytes: [UInt8]) throws -> [QueuedMail] {
        try TestOffice.withSettings(trustedServers: [TestOffice.trusted]) { office in
            try office.take(bytes).mails
        }
    }

    @Test(
        "a subject starts no field of its own",
        arguments: [
            "a\r\n Bcc: pirate@mal.example", "a\r\n\tBcc: pirate@mal.example",
            "=?utf-8?Q?a=0D=0ABcc:_pirate@mal.example?=",
            "=?utf-8?Q?a=0D=0A=0D=0A<script>pirate?=", "=?utf-8?B?YQ0KQmNjOiBwaXJhdGVAeA==?=",
            "=?utf-8?Q?a=E2=80=A8Bcc:_pirate?=", "=?utf-8?Q?=3D=3Futf-8=3FQ=3Fpirate=0D=0A=3F=3D?=",
            "a\u{0}b pirate", "a\u{B}\u{C}b pirate", String(repeating: "é", count: 9_000),
            String(repeating: "=?utf-8?Q?=0D=0A?= ", count: 200), "=?utf-8?Q?=ff=fe=00?= pirate",
        ]
    )
    func subject(subject: String) throws {
        let plain = try taken(message(subject: "Logiciel", text: Self.request))
        let mails = try taken(message(subject: subject, text: Self.request))
        #expect(mails.map(\.role) == plain.map(\.role))
        for (mail, model) in zip(mails, plain) {
            let lines = String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n")
            let header = lines.prefix { !$0.isEmpty }
            let names = header.filter { $0.first != " " }.map { String($0.prefix { $0 != ":" }) }
            #expect(names == fieldNames(model), "\(header)")
            let parsed = Message(parsing: mail.bytes)
            let answered = try #require(parsed.subject)
            #expect(!answered.unicodeScalars.contains { $0.properties.generalCategory == .control })
            #expect(answered.contains("[2026-00001]") && answered.count <= 200, "\(answered)")
        }
    }

    @Test(
        "identifiers are given back only where they can be written",
        arguments: [
            "<a b@c>", "<a@b\u{0}>", "<\(String(repeating: "a", count: 2_000))@b>", "<é@b>", "a@b",
            "<<a@b>>", "<\"a@b>", "<a@b>\r\n\tBcc: x@mal.example", "<=?utf-8?Q?=0D=0ABcc:x?=@b>",
        ]
    )
    func identifiers(id: String) throws {
        let fields = ["References: \(id) <fin@x.example>", "In-Reply-To: \(id)"]
        let reply = try #require(try taken(message(text: Self.request, fields: fields)).first)
        let header = String(decoding: reply.bytes, as: UTF8.self).components(separatedBy: "\r\n")
            .prefix { !$0.isEmpty }
        #expect(!header.contains { $0.lowercased().hasPrefix("bcc") }, "\(header)")
        let parsed = Message(parsing: reply.bytes)
        #expect(parsed.defects.isEmpty)
        for reference in parsed.references + parsed.inReplyTo {
            #expect(MessageID(reference) != nil, "\(reference)")
        }
        #expect(Set(fieldNames(reply)).count == fieldNames(reply).count)
    }
}
