import Correspondence
import Testing

@Suite("Quotation") struct QuotationTests {
    @Test(
        "plain words may be repeated",
        arguments: [
            (
                "je voudrais comprendre pourquoi ca se passe comme ca",
                "je voudrais comprendre pourquoi ca se passe comme ca"
            ),
            (
                "Nous cherchons  une autre\nfaçon de faire.",
                "Nous cherchons une autre façon de faire"
            ),
            ("Comment réduire l'attente au CCAS ?", "Comment réduire l'attente au CCAS ?"),
            (
                "L'été, les « tas » reviennent ; pourquoi ?",
                "L'été, les “tas” reviennent ; pourquoi ?"
            ),
            ("On a tout essayé. Rien n'y fait.", "On a tout essayé. Rien n'y fait"),
        ]
    )
    func safe(text: String, quotation: String) {
        #expect(safeQuotation(text) == quotation)
    }

    @Test(
        "links, addresses, numbers and names are not",
        arguments: [
            "", "oui", "merci bien", "voyez http://mal.example pour la suite",
            "allez sur www.mal.example maintenant", "écrivez à moi@mal.example tout de suite",
            "cliquez sur mal.example tout de suite", "le site mal point com vous aidera",
            "appelez le 06 12 34 56 78 vite", "nous avons 3 agents pour cela",
            "composez zéro six douze trente-quatre", "je suis Josiane et je demande",
            "Madame la directrice nous a dit", "Josiane a dit que tout va bien",
            "c'est m. dupont qui le demande", "la mairie de Lourdoueix cherche une idée",
            "bonjour <b>à vous tous</b> ici", "du texte \u{202E} caché à l'envers",
            "du texte \u{200B}caché dans les mots", "un mot en кириллица parmi d'autres",
            "gagnez 100 € tout de suite", "venez voir https ://mal/ici vite",
            "payez en ₿ tout de suite", "moi arobase mal et voilà",
        ]
    )
    func unsafe(text: String) {
        #expect(safeQuotation(text) == nil)
    }

    @Test("a long text is cut between two words, within 160 characters")
    func long() throws {
        let quotation = try #require(
            safeQuotation(String(repeating: "nous cherchons encore ", count: 40))
        )
        #expect(quotation.count <= 160)
        #expect(quotation.hasSuffix(" …"))
    }

    @Test(
        "hours may be repeated, other figures not",
        arguments: [
            ("le mardi ou le vendredi matin", true), ("entre 9h et 12h", true),
            ("de 9 à 12 heures", true), ("le lundi, 14 h 30 - 17 h", true),
            ("au 02 61 91 33 50", false), ("après 9h au 0261913350", false),
            ("demandez Josiane", false), ("voir agenda.example", false),
            ("le 12 mars", false), ("", false),
        ]
    )
    func callTimes(text: String, isSafe: Bool) {
        #expect((safeCallTimes(text) != nil) == isSafe)
    }

    @Test(
        "a telephone number is only that",
        arguments: [
            ("02 61 91 33 50", true), ("+33 (0)2.61.91.33.50", true), ("0261", false),
            ("appelez le 02 61 91 33 50", false), ("02 61 91 33 50 http://x.example", false),
            ("０２６１９１３３５０", false),
        ]
    )
    func phone(text: String, isSafe: Bool) {
        #expect((safePhone(text) != nil) == isSafe)
    }

    @Test(
        "an answer keeps the requester's subject",
        arguments: [
            ("les gens qui viennent", "Re: les gens qui viennent [2026-00042]"),
            ("Re: RE : TR: Fwd: Rép : projet", "Re: projet [2026-00042]"),
            ("RE[2]: projet", "Re: projet [2026-00042]"),
            ("Re: projet [2026-00042]", "Re: projet [2026-00042]"),
            ("Re: projet [2026-A00007] suite", "Re: projet suite [2026-00042]"),
            ("[urgent] projet", "Re: [urgent] projet [2026-00042]"),
            ("Réunion : projet", "Re: Réunion : projet [2026-00042]"),
            ("a\r\nBcc: b@c.example", "Re: a Bcc: b@c.example [2026-00042]"),
            ("", "Re: votre message [2026-00042]"), (nil, "Re: votre message [2026-00042]"),
            ("Re: ", "Re: votre message [2026-00042]"), ("[", "Re: [ [2026-00042]"),
        ] as [(String?, String)]
    )
    func subject(received: String?, answered: String) {
        #expect(replySubject(to: received, caseNumber: "2026-00042") == answered)
    }

    @Test("a subject stays short")
    func longSubject() {
        let subject = replySubject(
            to: String(repeating: "long ", count: 400),
            caseNumber: "2026-00042"
        )
        #expect(subject.count <= 170)
        #expect(subject.hasSuffix("… [2026-00042]"))
    }
}
