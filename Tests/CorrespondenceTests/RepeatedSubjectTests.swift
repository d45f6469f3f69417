import Testing

@testable import Correspondence

@Suite("Repeated subjects") struct RepeatedSubjectTests {
    @Test(
        "an ordinary subject keeps its thread",
        arguments: [
            "les gens qui viennent pour leurs papiers", "Demande de RDV le 12/10/2026",
            "Re: réunion du 2026-11-28", "Cantine 2026-2027 : 3 écoles", "22300 Lannion - cantine",
            "Délibération n° 2026-118", "Projet « Cœur de ville » (suite)", "TR: Demande d'appui",
            "Courrier.pdf", "Scan_0012.PDF", "Marie & Luc", "L’œuvre de l'été", "Question n.2",
            "Point com du conseil",
        ]
    )
    func kept(subject: String) throws {
        #expect(safeSubject(subject) == subject)
    }

    @Test(
        "nothing in it can be followed, called or paid",
        arguments: [
            "voyez http://mal.example", "https://mal.example", "hxxp://mal.example/a",
            "www.mal.example", "mal.example", "allez sur mal.example vite", "MAL.EXAMPLE/x",
            "mal point com", "mal . com", "mal dot com", "a arobase b", "x@mal.example",
            "x(at)mal.example", "appelez le 3617", "Appelez-nous au 118 712", "tél 3949",
            "06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78",
            "(0)6 12 34 56 78", "06_12_34_56_78", "zéro six douze trente-quatre",
            "06 douze 34 cinquante-six", "o6 12 34 56 78", "gagnez 5000 €", "5000 euros pour vous",
            "$500", "рaypal", "ｗｗｗ．ｍａｌ．ｃｏｍ", "mal。com", "mal․com", "a\u{302}\u{302}\u{302}b",
            "מזל", "", "   ", "🎁", "\\\\mal\\partage", "javascript:alert(1)@x", "`x`",
            "1234567", "20 26 11 28 00", "06 1978 2012", "2012 1978 2034 1956",
        ]
    )
    func refused(subject: String) {
        #expect(safeSubject(subject) == nil)
    }

    @Test(
        "what hides is left out, and what is long is cut",
        arguments: [
            ("Cantine 🍎 bio", "Cantine bio"), ("Can\u{200B}tine", "Cantine"),
            ("\u{202E}Cantine", "Cantine"), ("e\u{301}cole", "école"), ("❤️ merci", "merci"),
        ]
    )
    func tidied(subject: String, expected: String) {
        #expect(safeSubject(subject) == expected)
    }

    @Test("a subject that must not be repeated gives way to a neutral one, with its number")
    func neutral() {
        func answer(_ subject: String, _ isAuthenticated: Bool) -> String {
            replySubject(
                to: subject,
                isAuthenticated: isAuthenticated,
                caseNumber: "2026-00042"
            )
        }
        #expect(answer("Re: voir mal.example", false) == "Re: votre message [2026-00042]")
        #expect(answer("Re: voir ville.example", true) == "Re: voir ville.example [2026-00042]")
        #expect(answer("Re: Cantine", false) == "Re: Cantine [2026-00042]")
        let long = answer(String(repeating: "école ", count: 40), false)
        #expect(long.count <= 100 + "Re:  [2026-00042]".count)
        #expect(long.hasSuffix("… [2026-00042]"))
    }
}
