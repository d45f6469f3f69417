import Intake
import Testing

@testable import Correspondence

@Suite("Reasons for staff") struct StaffReasonsTests {
    private func evidence(
        _ target: String,
        _ weight: Double,
        _ text: String,
        field: String = "body"
    )
        -> Evidence
    {
        Evidence(
            rule: "règle",
            target: target,
            weight: weight,
            field: field,
            text: text,
            file: "a.rules",
            line: 1
        )
    }

    private func lists(_ kind: Kind, topic: Topic? = nil, offers: [Offer] = [], _ all: [Evidence])
        -> [[String]]
    {
        var classification = Classification(kind: kind)
        classification.topic = topic
        classification.offers = offers
        classification.evidence = all
        return StaffReasons.lists(classification)
    }

    @Test("name what decided once, in words that mean something alone, and add up")
    func deciding() {
        let reasons = lists(
            .request,
            offers: [.startup],
            [
                evidence("startup", 4, "idée de créer une appli"), evidence("startup", 3, "Appli"),
                evidence("startup", 2, "vous"), evidence("store", 5, "catalogue"),
                evidence("startup", -2, "appli"), evidence("startup", 1, "personnes) agacées"),
            ]
        )
        #expect(
            reasons == [
                [
                    "+4 « idée de créer une appli »", "+1 « personnes agacées »", "−2 « appli »",
                    "et 2 autres (+5 en tout)",
                ]
            ]
        )
    }

    @Test("of several offers stand each under its name")
    func several() {
        let reasons = lists(
            .request,
            offers: [.store, .investigation],
            [evidence("investigation", 4, "étudier"), evidence("store", 5, "catalogue")]
        )
        #expect(reasons == [["store : +5 « catalogue »"], ["investigation : +4 « étudier »"]])
    }

    @Test("of another kind come from its topic")
    func topic() {
        let all = [
            evidence("autre remerciement", -3, "Pouvez"), evidence("autre presse", 4, "un article"),
        ]
        #expect(lists(.other, topic: .presse, all) == [["+4 « un article »"]])
    }

    @Test("call an organisation by its French name, and authorities twice at most")
    func authority() {
        let all = [
            evidence("collectivité", 3, "epci", field: "author"),
            evidence("collectivité", 3, "maire"),
            evidence("collectivité", 3, "agglo"), evidence("aide cherchée", 2, "votre aide"),
        ]
        #expect(
            lists(.unclear, all) == [
                ["cherche de l'aide : +2 « votre aide »"],
                [
                    "une collectivité : +3 organisation : intercommunalité", "+3 « maire »",
                    "et 1 autre (+3)",
                ],
            ]
        )
    }

    @Test("what speaks most against it is shown, however many words speak for it")
    func against() {
        let words = (1...8).map { evidence("store", Double($0), "mot \($0) du texte") }
        let list = lists(.request, offers: [.store], words + [evidence("store", -4, "refus")])[0]
        #expect(list.count == 7)
        #expect(list[5] == "−4 « refus »")
        #expect(list[6] == "et 3 autres (+6 en tout)")
    }

    @Test("a long match shows both its ends")
    func long() {
        let text =
            "agents de la communauté et de toutes ses communes, réunis, puissent dire ce qui les agace"
        let words = StaffReasons.quoted(evidence("investigation", 3, text))
        #expect(words.hasPrefix("agents de la communauté"))
        #expect(words.hasSuffix("dire ce qui les agace"))
        #expect(words.count <= 84)
    }

    @Test("a demand about personal data, a thank-you, say themselves what to do")
    func todo() {
        var classification = Classification(kind: .other)
        classification.topic = .rgpd
        #expect(StaffWords.todo(after: classification)?.last?.contains("sous un mois") == true)
        classification.topic = .remerciement
        #expect(StaffWords.todo(after: classification)?[0].hasPrefix("rien à répondre") == true)
        classification.kind = .request
        #expect(StaffWords.todo(after: classification) == nil)
    }

    @Test("one authority is not named twice, and large figures are grouped")
    func places() {
        #expect(
            StaffWords.isSameEPCI("Communauté de communes du Haut-Chablais", "CC du Haut-Chablais")
        )
        #expect(!StaffWords.isSameEPCI("TCO", "CA Territoire de la Côte Ouest (TCO)"))
        #expect(StaffWords.grouped(149_313) == "149\u{202F}313")
        #expect(StaffWords.grouped(320) == "320")
    }
}
