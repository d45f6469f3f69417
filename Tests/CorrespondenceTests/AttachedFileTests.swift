import Mail
import Testing

@testable import Correspondence

@Suite("Attached files in words") struct AttachedFileTests {
    private func attachment(_ name: String?, _ type: String, _ size: Int = 240_000)
        -> Mail.Attachment
    {
        Mail.Attachment(filename: name, mediaType: type, size: size, sha256: "")
    }

    @Test(
        "name, kind and size",
        arguments: [
            ("lettre.pdf", "application/pdf", "lettre.pdf (PDF, 240 Ko)"),
            ("lettre.pdf", "application/octet-stream", "lettre.pdf (PDF, 240 Ko)"),
            (nil, "application/pdf", "PDF sans nom (240 Ko)"),
            (" \u{202E} ", "image/jpeg", "image sans nom (240 Ko)"),
            (nil, "application/x-unknown", "fichier sans nom (240 Ko)"),
            ("courrier", "message/rfc822", "courrier (courriel, 240 Ko)"),
            ("Délibération n° 4.DOCX", "x/y", "Délibération n° 4.DOCX (document Word, 240 Ko)"),
            ("plan", "image/svg+xml", "plan (image SVG, 240 Ko)"),
            // Whatever the sender calls it, Windows opens it by its last extension.
            ("facture.pdf.exe", "application/pdf", "facture.pdf.exe (\(program), 240 Ko)"),
            ("facture.pdf.exe. .", "application/pdf", "facture.pdf.exe. . (\(program), 240 Ko)"),
            (
                "facture.pdf          .exe", "application/pdf",
                "facture.pdf .exe (\(program), 240 Ko)"
            ),
            ("facture\u{202E}fdp.exe", "application/pdf", "facturefdp.exe (\(program), 240 Ko)"),
            (
                "a\u{0}\r\nÀ FAIRE   payer.js", "text/plain",
                "a À FAIRE payer.js (\(program), 240 Ko)"
            ),
            ("..\\..\\Windows\\notes.txt", "text/plain", "notes.txt (texte, 240 Ko)"),
            ("http://x.example/a.html", "text/html", "a.html (page web, 240 Ko)"),
            (
                "budget.xlsm", "application/vnd.ms-excel",
                "budget.xlsm (fichier Office à macros, 240 Ko)"
            ),
        ] as [(String?, String, String)]
    )
    func words(name: String?, type: String, expected: String) {
        #expect(AttachedFile.words(attachment(name, type)) == expected)
    }

    private static let program = "programme : ne pas ouvrir"

    @Test("a long name is cut in its middle and keeps what it opens with")
    func long() {
        let name = AttachedFile.name(
            String(repeating: "délibération ", count: 40) + "du conseil.pdf.exe"
        )
        #expect(name.count == 60)
        #expect(name.hasPrefix("délibération délibération"))
        #expect(name.contains("[…]"))
        #expect(name.hasSuffix("du conseil.pdf.exe"))
        let marks = AttachedFile.name("a" + String(repeating: "\u{301}", count: 500) + ".pdf")
        #expect(marks.unicodeScalars.count == 8)
    }

    @Test(
        "sizes as the French write them",
        arguments: [
            (0, "0 octet"), (1, "1 octet"), (999, "999 octets"), (1_000, "1 Ko"),
            (240_400, "240 Ko"), (999_499, "999 Ko"), (999_500, "1 Mo"), (5_000_000, "5 Mo"),
            (7_249_000, "7,2 Mo"), (7_250_000, "7,3 Mo"), (50_049_999, "50 Mo"),
        ]
    )
    func sizes(octets: Int, expected: String) {
        #expect(AttachedFile.size(octets) == expected)
    }

    @Test(
        "what goes with a summary, and why not",
        arguments: [
            (5_000_000, 0, nil), (5_000_001, 0, "trop gros pour être joint (5 Mo)"),
            (7_200_000, 0, "trop gros pour être joint (7,2 Mo)"), (1_000, 249_999_000, nil),
            (
                1_000, 249_999_001,
                "non joint : la limite de 250 Mo par jour à l'équipe serait dépassée"
            ),
        ] as [(Int, Int, String?)]
    )
    func objection(size: Int, sentToday: Int, expected: String?) {
        #expect(OriginalCopy.objection(size: size, sentToday: sentToday) == expected)
    }
}
