import Testing

@testable import French

@Suite("Tokens") struct TokenizedTextTests {
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
            ("1er, 19 000 hab.", ["1er", "19", "000", "hab"]),
        ] as [(String, [String])]
    )
    func folds(text: String, expected: [String]) { #expect(words(text) == expected) }

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
