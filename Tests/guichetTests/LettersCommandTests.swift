import Foundation
import Testing

@testable import guichet

/// `guichet letters`: what it writes, and what it leaves alone.
@Suite("Letters command", .timeLimit(.minutes(20))) struct LettersCommandTests {
    private let request = Data(
        """
        From: =?utf-8?q?=3Cscript=3Ealert(1)=3C/script=3E?= <mairie@ydes.example>\r
        To: incubateur@anct.example\r
        Subject: <script>alert(2)</script>\r
        Date: Tue, 01 Sep 2026 17:01:00 +0200\r
        \r
        Bonjour, nous voulons utiliser un service de votre catalogue. <script>alert(3)</script>\r

        """.utf8
    )

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("a page, the message and each mail as text and as HTML, all within reach of the list")
    func files() throws {
        try Checkout.withFolder { folder in
            let mails = folder.appendingPathComponent("mails")
            try FileManager.default.createDirectory(at: mails, withIntermediateDirectories: true)
            try request.write(to: mails.appendingPathComponent("a.eml"))
            let spam =
                "From: x@y.example\r\nSubject: Absence\r\nAuto-Submitted: auto-replied\r\n\r\nx\r\n"
            try Data(spam.utf8).write(to: mails.appendingPathComponent("b.eml"))
            let into = folder.appendingPathComponent("lettres")
            let result = try Program.run(["letters", "--into", into.path, mails.path])
            #expect(result.code == 0 && result.errors.isEmpty)
            #expect(result.output == "2 messages, 2 mails: \(into.path)/index.html\n")
            #expect(
                try names(in: into) == [
                    "001.html", "002.html", "index.html", "letters.css", "lettres.txt", "received",
                    "sent",
                ]
            )
            let sent = into.appendingPathComponent("sent")
            let letters = ["001-1-reply", "001-2-staff-summary"]
            #expect(try names(in: sent) == letters.flatMap { ["\($0).html", "\($0).txt"] })
            try expectSameLetter(mails.appendingPathComponent("a.eml"), in: sent)
            for page in ["index.html", "001.html", "002.html"] {
                let html = try String(
                    contentsOf: into.appendingPathComponent(page),
                    encoding: .utf8
                )
                #expect(!html.contains("<script"))
                let links = html.matches(of: /(?:href|src)="([^"#]+)"/).map { String($0.1) }
                #expect(links.count >= 3)
                for link in links {
                    let file = into.appendingPathComponent(link).path
                    #expect(FileManager.default.fileExists(atPath: file), "\(link)")
                }
            }
            let text = try String(
                contentsOf: into.appendingPathComponent("lettres.txt"),
                encoding: .utf8
            )
            for part in ["alert(3)", "Votre dossier", "SON MESSAGE", "Pas de réponse"] {
                #expect(text.contains(part), "\(part)")
            }
        }
    }

    /// The very HTML and text that `simulate` shows.
    private func expectSameLetter(_ file: URL, in sent: URL) throws {
        let printed = try Program.run(["simulate", file.path]).output
        let html = try String(
            contentsOf: sent.appendingPathComponent("001-1-reply.html"),
            encoding: .utf8
        )
        let text = try String(
            contentsOf: sent.appendingPathComponent("001-1-reply.txt"),
            encoding: .utf8
        )
        let line = try #require(
            try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any]
        )
        let mail = try #require((line["mails"] as? [[String: Any]])?.first)
        #expect(mail["html"] as? String == html)
        let body = try #require(mail["text"] as? String)
        #expect(text.hasSuffix("\n\n" + body.trimmingCharacters(in: .newlines) + "\n"))
        #expect(text.contains("\nObjet : Re: <script>alert(2)</script> [2026-00001]\n"))
    }

    @Test("a folder that holds anything, and a file, are left as they are")
    func refusals() throws {
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent("a.eml")
            try request.write(to: file)
            for taken in [folder, file] {
                let result = try Program.run(["letters", "--into", taken.path, file.path])
                #expect(result.code == 65)
                #expect(result.errors.contains("Nothing was changed."))
                #expect(result.errors.contains("--into DIR"))
            }
            #expect(try names(in: folder) == ["a.eml"])
            #expect(try Data(contentsOf: file) == request)
            #expect(try Program.run(["letters", file.path]).code == 64)
            let into = folder.appendingPathComponent("new").path
            // What came of a slip of the pen is no hindrance.
            #expect(try Program.run(["letters", "--into", into, "missing.eml"]).code == 66)
            #expect(try Program.run(["letters", "--into", into, file.path]).code == 0)
        }
    }
}
