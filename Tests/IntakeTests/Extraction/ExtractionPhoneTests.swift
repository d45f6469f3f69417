import Testing

@testable import Intake

@Suite("Telephone numbers") struct ExtractionPhoneTests {
    @Test(
        "all ways of writing a number",
        arguments: [
            ("02 61 91 33 50", "02 61 91 33 50"), ("02.61.91.33.50", "02.61.91.33.50"),
            ("02-61-91-33-50", "02-61-91-33-50"), ("02/61/91/33/50", "02/61/91/33/50"),
            ("0261913350", "0261913350"), ("02 61913350", "02 61913350"),
            ("0261 91 33 50", "0261 91 33 50"), ("026 191 33 50", "026 191 33 50"),
            (
                "02\u{00A0}61\u{00A0}91\u{00A0}33\u{00A0}50",
                "02\u{00A0}61\u{00A0}91\u{00A0}33\u{00A0}50"
            ),
            (
                "02\u{202F}61\u{202F}91\u{202F}33\u{202F}50",
                "02\u{202F}61\u{202F}91\u{202F}33\u{202F}50"
            ),
            ("02 . 61 . 91 . 33 . 50", "02 . 61 . 91 . 33 . 50"),
            ("02_61_91_33_50", "02_61_91_33_50"),
            (
                "02\u{2011}61\u{2011}91\u{2011}33\u{2011}50",
                "02\u{2011}61\u{2011}91\u{2011}33\u{2011}50"
            ),
            ("+33 2 61 91 33 50", "+33 2 61 91 33 50"), ("+33261913350", "+33261913350"),
            ("+33 (0)2 61 91 33 50", "+33 (0)2 61 91 33 50"),
            ("+33(0)2.61.91.33.50", "+33(0)2.61.91.33.50"),
            ("+33 (0) 261 913 350", "+33 (0) 261 913 350"),
            ("0033 2 61 91 33 50", "0033 2 61 91 33 50"), ("33 2 61 91 33 50", "33 2 61 91 33 50"),
            ("Tél. : 02 61 91 33 50", "02 61 91 33 50"), ("T:0261913350.", "0261913350"),
            ("Tél 02 61 91 33 50 - Fax 02 61 91 33 99", "02 61 91 33 50"),
            ("Fax : 02 61 91 33 99", nil), ("Télécopie 02 61 91 33 99", nil),
            ("Tél/Fax : 02 61 91 33 50", "02 61 91 33 50"),
            ("Tél. et fax 02 61 91 33 50", "02 61 91 33 50"),
            ("02 61 91 33 99 (fax)", nil), ("02 61 91 33 99 Télécopie", nil),
            ("02 61 91 33 50 Fax 02 61 91 33 99", "02 61 91 33 50"),
            ("F. 02 61 91 33 99 / T. 02 61 91 33 50", "02 61 91 33 50"),
            ("0590 00 73 28", "0590 00 73 28"), ("0692.00.61.09", "0692.00.61.09"),
            ("+262 692 00 61 09", "+262 692 00 61 09"), ("+590 590 00 73 28", "+590 590 00 73 28"),
            ("+594 (0)594 00 06 00", "+594 (0)594 00 06 00"), ("0269 00 60 14", "0269 00 60 14"),
            ("GSM 06 39 98 17 54 apres 14h", "06 39 98 17 54"),
            ("(02 61 91 33 50)", "02 61 91 33 50"),
            ("02 61 91 33 50 poste 12", "02 61 91 33 50 poste 12"),
            ("02 61 91 33 50 12", "02 61 91 33 50"),
            ("09 72 00 00 01", "09 72 00 00 01"),
            // Not telephone numbers.
            ("SIRET 053 600 014 00012", nil), ("SIRET : 05360001400012", nil),
            ("le 01/02/2026 10 h 30", nil),
            ("01 02 2026 10 30", nil), ("23000 Guéret", nil), ("CS 17510 - 21075 Dijon", nil),
            ("28000 euros", nil), ("00 00 00 00 00", nil), ("02 61 91 33", nil),
            ("FR76 0261 9133 50", nil),
            ("n° de facture 0261913350", nil), ("026191335012345", nil), ("1 261 91 33 50", nil),
            ("+44 20 7946 0958", nil), ("", nil),
        ] as [(String, String?)]
    )
    func formats(text: String, written: String?) {
        #expect(PhoneScanner.numbers(in: text).first?.text == written)
    }

    @Test("a fax whose label stands on the line above is none")
    func labelAbove() {
        let sheet = Sheet(
            text: "Merci.\nFax :\n02 61 91 33 99\nTél. :\n02 61 91 33 50",
            signature: nil
        )
        #expect(PhoneReader(sheet: sheet).all.map(\.digits) == ["0261913350"])
    }

    @Test("two numbers are two")
    func two() {
        let found = PhoneScanner.numbers(in: "0596 00 33 61 / 0696 00 72 15, et 02.61.91.33.50")
        #expect(found.map(\.digits) == ["0596003361", "0696007215", "0261913350"])
        #expect(found.map(\.department) == ["972", "972", nil])
    }

    @Test(
        "numbers of the Pacific and of Saint-Pierre-et-Miquelon",
        arguments: [
            ("+689 40 60 00 12", nil, "68940600012", "987"),
            ("(+687) 00.41.26", nil, "687004126", "988"),
            ("687 00 47 12", nil, "687004712", "988"), ("00681 00 23 41", nil, "681002341", "986"),
            ("+508 41 00 17", nil, "508410017", "975"),
            ("40 00 12 30", "987", "68940001230", "987"),
            ("Tél. 41 00 17", "975", "508410017", "975"),
            // Elsewhere such figures are none.
            ("40 00 12 30", nil, nil, nil), ("41 00 17", "987", nil, nil),
            ("41 00 17", "974", nil, nil),
            ("687 471", "988", nil, nil), ("12/11/26", nil, nil, nil),
        ] as [(String, String?, String?, String?)]
    )
    func overseas(text: String, named: String?, digits: String?, department: String?) {
        let plan = NumberingPlan.all.first { $0.department == named }
        let found = PhoneScanner.numbers(in: text, plan: plan).first
        #expect(found?.digits == digits)
        #expect(found?.department == department)
    }

    @Test(
        "when to call, in their words",
        arguments: [
            (
                "est ce que quelqu un peut me rappeler le mardi ou le vendredi matin",
                "le mardi ou le vendredi matin"
            ),
            ("03 53 01 89 04 (mardi jeudi vendredi)", "mardi jeudi vendredi"),
            ("Merci de m'appeler entre 18 h et 20 h.", "entre 18 h et 20 h"),
            ("mon tel 06 39 98 17 54 apres 14h jcommence a 5h", "apres 14h"),
            (
                "Je suis joignable tous les jours sauf le mercredi.",
                "tous les jours sauf le mercredi"
            ),
            ("ne téléphonez pas le vendredi je n'y suis pas", "ne téléphonez pas le vendredi"),
            (
                "quelqu'un peut m'appeler, plutôt entre midi et deux : 06 39 98 52 13",
                "plutôt entre midi et deux"
            ),
            (
                "appelez-moi à la mairie, le matin de préférence, et dites-moi",
                "le matin de préférence"
            ),
            ("Un notaire m'appelle deux fois par semaine.", nil),
            ("Réunion le mardi 3 à 14 h.", nil),
            ("02 61 91 33 50, ouvert du lundi au vendredi", nil), ("02 61 91 33 50", nil),
        ] as [(String, String?)]
    )
    func callTimes(text: String, words: String?) {
        #expect(CallTimes.find(in: [Line(text)]) == words)
    }
}
