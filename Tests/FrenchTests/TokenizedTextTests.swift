import Testing

@testable import French

@Suite("Tokens") struct TokenizedTextTests {
    private static func split(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }

    private func words(_ text: String) -> [String] {
        let tokenized = TokenizedText(text)
        return tokenized.tokens.indices.map { tokenized.folded($0) }
    }

    @Test(
        "a text is cut into folded words",
        arguments: [
            ("L'agent d’accueil", ["l", "agent", "d", "accueil"]),
            ("aujourd'hui", ["aujourdhui"]),
            ("jusqu'à lorsqu'il puisqu'on", ["jusqu", "a", "lorsqu", "il", "puisqu", "on"]),
            ("pourrions-nous", ["pourrions", "nous"]),
            ("Cœur de VILLE, Élu", ["coeur", "de", "ville", "elu"]),
            ("écrire à j.dupont@mairie-x.fr.", ["ecrire", "a", "j.dupont@mairie-x.fr"]),
            ("un S.I.V.U. et 2,5 jours", ["un", "sivu", "et", "2,5", "jours"]),
            ("n\u{2019}a\u{202F}: « rien\u{00A0}»", ["n", "a", "rien"]),
            ("e\u{301}te\u{301}", ["ete"]),
            ("1er, 19 000 hab.", ["1er", "19000", "hab"]),
            // Every elision, with every apostrophe.
            (
                "l'eau d'ici qu'il jusqu'où lorsqu'on c'est m'a t'a s'il j'ai n'y",
                [
                    "l", "eau", "d", "ici", "qu", "il", "jusqu", "ou", "lorsqu", "on", "c", "est",
                    "m", "a", "t", "a", "s", "il", "j", "ai", "n", "y",
                ]
            ),
            (
                "l\u{2019}a l\u{2018}a l\u{201B}a l`a l´a l\u{2BC}a l\u{2032}a l\u{FF07}a l\u{92}a l''a",
                Array(repeating: ["l", "a"], count: 10).flatMap { $0 }
            ),
            ("l' agent l 'agent", ["l", "agent", "l", "agent"]),
            ("aujourd hui, aujourd\u{2019}hui", ["aujourdhui", "aujourdhui"]),
            ("presqu'île prud'homme", ["presquile", "prudhomme"]),
            // Hyphens.
            ("est-ce peut-on plate-forme y a-t-il", split("est ce peut on plate forme y a t il")),
            ("rendez\u{2011}vous rendez\u{2013}vous -moi", split("rendez vous rendez vous moi")),
            // Numbers.
            ("3 000, 30\u{202F}000, 1\u{A0}250 000", ["3000", "30000", "1250000"]),
            ("05 36 49 63 63", ["05", "36", "49", "63", "63"]),
            ("en 2026 300 agents et 12 3000", ["en", "2026", "300", "agents", "et", "12", "3000"]),
            ("2,5 et 2.5 puis 2,5 000", ["2,5", "et", "2,5", "puis", "2,5", "000"]),
            ("le 3, 000", ["le", "3", "000"]),
            // Addresses.
            ("voir https://www.mairie-x.fr/a?b=1.", ["voir", "https://www.mairie-x.fr/a?b=1"]),
            ("sur www.mairie-x.fr, merci", ["sur", "www.mairie-x.fr", "merci"]),
            ("Prenom.NOM+x@ville.example;", ["prenom.nom+x@ville.example"]),
            // Abbreviations.
            ("le C.C.A.S. et l'E.P.C.I.", ["le", "ccas", "et", "l", "epci"]),
            ("n° 3, nº 3, N°3 nº3", ["no", "3", "no", "3", "no", "3", "no", "3"]),
            ("M. le Maire, Mme X", ["m", "le", "maire", "mme", "x"]),
        ] as [(String, [String])]
    )
    func folds(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test(
        "a word glued to its elision is two words",
        arguments: [
            ("jai un souci, cest dur", ["j", "ai", "un", "souci", "c", "est", "dur"]),
            ("Jaimerais quon parle", ["j", "aimerais", "qu", "on", "parle"]),
            ("parle dun sujet", ["parle", "d", "un", "sujet"]),
            ("à Dun sur Auron, cesture", ["a", "dun", "sur", "auron", "cesture"]),
        ] as [(String, [String])]
    )
    func glued(text: String, expected: [String]) {
        #expect(words(text) == expected)
        let tokens = TokenizedText(text).tokens
        let ends = zip(tokens, tokens.dropFirst()).map { $0.0.sourceEnd <= $0.1.sourceStart }
        #expect(!ends.contains(false))
    }

    @Test(
        "a word cut off before a vowel is an elision, its apostrophe forgotten or not",
        arguments: [
            ("l'Etat", true), ("l Etat", true), ("d abord", true), ("qu il", true), ("j ai", true),
            ("n est", true), ("c est", true), ("s il", true), ("lorsqu  on", true),
            ("jai", true), ("Cest", true), ("qu'il", true), ("quil", true), ("dun", true),
            ("jusqu ici", true), ("l' école", true), ("l heure", true), ("L été", true),
            ("l mairie", false), ("a été", false), ("y a", false), ("n, est", false),
            ("c\nest", false), ("plan", false),
        ]
    )
    func elisions(text: String, expected: Bool) {
        #expect(TokenizedText(text).tokens[0].flags.contains(.elided) == expected)
    }

    @Test("an address is split where asked")
    func addresses() {
        let text = TokenizedText("Mairie <accueil@mairie-x.fr>", splitsAddresses: true)
        let words = text.tokens.indices.map { text.folded($0) }
        #expect(words == ["mairie", "accueil", "mairie", "x", "fr"])
    }

    @Test("accents are kept beside the folded form")
    func accents() {
        let text = TokenizedText("DÉSIGNÉ e\u{301}te\u{301} cœur")
        #expect(text.accented(0) == "désigné")
        #expect(text.accented(1) == "été")
        #expect(text.accented(2) == "coeur")
        #expect(text.tokens.map { $0.flags.contains(.accented) } == [true, true, false])
    }

    @Test(
        "offsets lead back to the words as written",
        arguments: ["L’été à Sète", "Œuvre, d'Élise : « çà » !", "a\u{AD}b — cœur… fin"]
    )
    func offsets(text: String) {
        let tokenized = TokenizedText(text)
        for index in tokenized.tokens.indices {
            let written = tokenized.written(index..<index + 1)
            #expect(text.contains(written))
            #expect(fold(written).replacing("'", with: "") == tokenized.folded(index))
        }
    }

    @Test(
        "sentences end where they should",
        arguments: [
            ("Un. Deux ! Trois ? Quatre… Cinq", 5),
            ("M. Dupont et Mme. Durand, art. 3 de la loi.", 1),
            ("E. Thiébaut est là. Bien.", 2),
            ("Une phrase\nsur deux lignes.", 1),
            ("Un titre\n\nUn paragraphe", 2),
            ("Nous voulons :\n- un\n- deux\n• trois\n1. quatre\n2) cinq", 6),
            ("Cela fait 2.5 jours, p. 4, etc. et plus.", 1),
            ("On arrive, etc. Puis on part.", 2),
            ("problème.Nous voulons", 2),
            ("www.mairie-x.fr est notre site", 1),
            ("Un ; deux ; trois.", 1),
            ("Le C.C.A.S. de la ville et l'E.P.C.I. voisin.", 1),
            ("M. Roy, Mme. Lou, MM. A et B, Mlle. C, Dr. D.", 1),
            ("Voir art. L. 2121 et n° 3, tél. 05, p. 4.", 1),
            ("Cf. l'art. 5, al. 2, réf. 12 du dép. 31.", 1),
            ("Une commune de 900 hab. environ, env. 3 km.", 1),
            ("Nous sommes un E.P.C.I. Nous cherchons un outil.", 2),
            ("Une phrase finie. une autre sans capitale", 2),
            ("Merci d'avance. Cdlt. Paul", 3),
            ("Il y a 3 000 habitants. 12 agents.", 2),
            ("J. Durand et J.-P. Roy viennent.", 1),
            ("", 0), ("...\n\n", 0),
        ] as [(String, Int)]
    )
    func sentences(text: String, count: Int) {
        #expect(TokenizedText(text).sentences.count == count)
    }

    @Test("a sentence knows that it is a question")
    func questions() {
        let text = TokenizedText("Est-ce ainsi ? Oui. Vraiment ?!")
        #expect(text.sentences.map(\.endsInQuestion) == [true, false, true])
    }

    @Test("any bytes give tokens")
    func anyBytes() {
        var seed: UInt64 = 7
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: seed >> 33)
            }
            let text = TokenizedText(utf8: bytes)
            #expect(text.tokens.allSatisfy { $0.source.upperBound <= length })
        }
    }
}
