import Testing

@testable import Territory

@Suite("Codes, other bodies and short names") struct RegistrationTests {
    private let gazetteer: Gazetteer

    init() throws { gazetteer = try #require(Shipped.gazetteer) }

    @Test("a town's social services are no EPCI", arguments: ["CCAS", "ccas", "CIAS"])
    func socialServices(letters: String) {
        #expect(gazetteer.epcis(acronym: letters).isEmpty)
        #expect(gazetteer.epcis(named: letters).isEmpty)
        #expect(!gazetteer.epcis(acronym: "CCPH").isEmpty)
    }

    @Test(
        "whose registration number it is",
        arguments: [
            ("212201131", "c22113"), ("217600014", "c76001"), ("219740115", "c97411"),
            ("212000046", "c2A004"), ("200065928", "e200065928"), ("222200016", "d22"),
            ("237500079", "r11"), ("234400034", "r52"), ("233500016", "r53"), ("239740012", "r04"),
            ("229740016", nil), ("212201132", nil), ("21220113", nil), ("2122011310", nil),
            ("552100554", nil), ("", nil), ("21220113x", nil),
        ] as [(String, String?)]
    )
    func registration(siren: String, code: String?) {
        let found: String? =
            switch gazetteer.place(siren: siren) {
            case .communes(let communes): communes.first.map { "c\($0.insee)" }
            case .epcis(let epcis): epcis.first.map { "e\($0.siren)" }
            case .department(let department): "d\(department.code)"
            case .region(let region): "r\(region.code)"
            default: nil
            }
        #expect(found == code)
    }

    @Test(
        "overseas collectivités, Greater Paris and names in use",
        arguments: [
            ("mairie de Papeete", "98735"), ("commune de Nuku-Hiva", "98731"),
            ("ville de Nouméa", "98818"), ("EPT Plaine Commune", "200057867"),
            ("la communauté Cholet Agglo", "200071678"), ("chez Agglopolys", "200030385"),
            ("l'agglo d'Épinal", "200068757"), ("Châlons Agglo", "200066876"),
            ("mairie de Brive", "19031"), ("la ville de Vire", "14762"),
            ("à Saint-Dié-des-Vosges", "88413"),
        ]
    )
    func further(text: String, code: String) {
        let codes = gazetteer.places(in: text).flatMap { mention -> [String] in
            switch mention.place {
            case .communes(let communes): communes.map(\.insee)
            case .epcis(let epcis): epcis.map(\.siren)
            default: []
            }
        }
        #expect(codes.first == code)
    }

    @Test("letters that stand for something else", arguments: ["CCAS", "CCTP", "CCAP"])
    func otherAcronyms(letters: String) { #expect(gazetteer.epcis(acronym: letters).isEmpty) }

    @Test("the beginning of a longer name")
    func beginnings() {
        let found = gazetteer.communes(beginningWith: "Saint-Étienne").map(\.name)
        #expect(found.contains("Saint-Étienne-de-Tinée"))
        #expect(gazetteer.communes(beginningWith: "Zzz").isEmpty)
    }
}
