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
                    "et 1 autre (+3 en tout)",
                ],
            ]
        )
    }

    @Test(
        "the carrier is the writer only where they speak of themselves",
        arguments: [
            ("je suis partante pour m'en occuper", true), ("jsui partant", true),
            ("m'y mettre un jour par semaine", true),
            ("ma collègue est prête à s'en charger", false),
            ("nous avons une agente volontaire", false), ("Mme Roux, est prête", false),
            ("j'ai deux agents volontaires", false),
            ("le maire veut bien que je m en occupe", true),
        ]
    )
    func carrier(text: String, isWriter: Bool) {
        var classification = Classification(kind: .request)
        classification.evidence = [evidence("porteur trouvé", 3, text)]
        #expect(classification.writerCarries == isWriter)
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
