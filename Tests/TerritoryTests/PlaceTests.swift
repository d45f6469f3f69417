import Foundation
import Testing

@testable import Territory

@Suite("Places in a text") struct PlaceTests {
    private let gazetteer: Gazetteer

    init() throws { gazetteer = try #require(Shipped.gazetteer) }

    /// "c36099" for a commune, "e200040350", "d23", "r28", "p01300"; several homonyms "c?".
    private func codes(_ text: String) -> [String] {
        gazetteer.places(in: text).map { mention in
            switch mention.place {
            case .communes(let all): all.count == 1 ? "c" + all[0].insee : "c?"
            case .epcis(let all): all.count == 1 ? "e" + all[0].siren : "e?"
            case .department(let department): "d" + department.code
            case .region(let region): "r" + region.code
            case .postalCode(let code, _, _): "p" + code
            }
        }
    }

    @Test(
        "what is named, and nothing else",
        arguments: [
            ("la mairie de mezilles", ["c89254"]), ("maire de Darney (Vosges)", ["c88124", "d88"]),
            ("habitante de Marseillan (34)", ["c34150", "d34"]),
            ("B Cazenave maire de Lescun 64", ["c64336"]),
            ("je travaille à Brive-la-Gaillarde", ["c19031"]),
            ("la ville du Mans", ["c72181"]), ("la ville de Mans", []),
            ("commune des Sables-d'Olonne", ["c85194"]),
            ("CC Bugey Sud – 34 Grande Rue – 01300 Belley", ["e200040350", "p01300", "c01034"]),
            ("Métropole Rouen Normandie", ["e200023414"]),
            ("Saint-Malo Agglomération", ["e243500782"]),
            ("Golfe du Morbihan - Vannes agglomération", ["e200067932"]),
            ("le Conseil départemental de la Creuse", ["d23"]), ("CD 82", ["d82"]),
            ("le département du Lot et la région Bretagne", ["d46", "r53"]),
            ("nous sommes à la CINOR", ["e249740119"]),
            ("97320 Saint-Laurent-du-Maroni", ["p97320", "c97311"]),
            ("80480 Creuse", ["p80480", "c80225"]), ("Saint-Martin (978)", ["d978", "d978"]),
            // Common words that are communes too.
            ("Dans ce sens, les contes du bourg ont gap et lens.", []),
            ("Un lot de chaises pour la commune", []), ("Sens, Die et Lens", []),
            ("mairie de Sens", ["c89387"]), ("commune de Contes (06)", ["c06048", "d06"]),
            // Persons.
            ("Mme Boyer et M. Lannion", []),
            // Numbers that are no postal codes.
            ("45000 euros, 28000 €, 12500 habitants", []), ("BP 20569, CS 70206", []),
            ("SIRET 217 600 015 00015", []), ("12 346 789 000 euros", []),
            // The numbers of authorities are.
            ("SIRET 217 600 014 00015", ["c76001"]), ("SIREN : 200 065 928", ["e200065928"]),
            ("Siret 222 200 016 00019", ["d22"]), ("code INSEE 14118", ["c14118"]),
            // Merged after the vintage.
            ("Ville d'Oullins-Pierre-Bénite (69)", ["d69"]),
            ("", []), ("((((", []),
        ]
    )
    func places(text: String, expected: [String]) { #expect(codes(text) == expected) }

    @Test("homonyms stay several until something tells")
    func homonyms() {
        #expect(codes("la mairie de Saint-Denis") == ["c?"])
        #expect(codes("la mairie de Saint-Denis (974)") == ["c97411", "d974"])
        #expect(codes("la mairie de Valence, Tarn-et-Garonne").first == "c82186")
    }

    @Test("ranges cover the name, and the words that introduce it")
    func ranges() throws {
        let text = "À la mairie de Bellême, hier"
        let mention = try #require(gazetteer.places(in: text).first)
        let bytes = Array(text.utf8)
        #expect(String(decoding: bytes[mention.range], as: UTF8.self) == "Bellême")
        #expect(String(decoding: bytes[mention.wholeRange], as: UTF8.self) == "mairie de Bellême")
        #expect(mention.introduction == .authority)
    }

    @Test(
        "a hostile megabyte takes time in proportion",
        arguments: ["St-", "communauté de communes du pays de ", "mairie de Mana, "]
    )
    func hostile(unit: String) {
        let clock = ContinuousClock()
        let time = { (count: Int) in
            let text = String(repeating: unit, count: count / unit.utf8.count)
            return clock.measure { _ = gazetteer.places(in: text) }
        }
        let short = time(50_000)
        // Twenty times the text; twice that is left for a busy machine.
        #expect(time(1_000_000) < short * 40 + .milliseconds(500))
    }
}

@Suite("Places in an address") struct DomainHintTests {
    private let gazetteer: Gazetteer

    init() throws { gazetteer = try #require(Shipped.gazetteer) }

    @Test(
        "what a domain shows",
        arguments: [
            ("x@ville-lannion.fr", .commune, "22113"), ("x@mairie-saugues.fr", .commune, "43234"),
            ("x@saintlaurentdumaroni.fr", .commune, "97311"), ("x@privas.fr", .commune, "07186"),
            ("x@mail.ville-loudun.fr", .commune, "86137"),
            ("x@ccas-decazeville.fr", .commune, "12089"), ("x@ccbugeysud.com", .epci, "200040350"),
            ("x@valenceromansagglo.fr", .epci, "200068781"),
            ("x@cc-iledere.fr", .epci, "241700459"),
            ("x@agglo-thionville.fr", .epci, "245701362"),
            ("x@cc-val-de-drome.com", .epci, "242600252"),
            ("x@lemans-metropole.fr", .epci, "247200132"),
            ("x@departement32.fr", .department, "32"),
            ("x@cd22.fr", .department, "22"), ("x@creuse.fr", .department, "23"),
            ("x@tarnetgaronne.fr", .department, "82"),
            ("x@aveyron-departement.fr", .department, "12"),
            ("x@hautsdefrance.fr", .region, "32"), ("x@normandie.fr", .region, "28"),
            ("x@orne.gouv.fr", .state, "61"), ("x@cdg70.fr", .jointAuthority, "70"),
            ("mairie.mezilles@wanadoo.fr", .commune, "89254"),
            ("mairie-de-mana973@gmail.com", .commune, "97306"),
            ("jean.creuse@orange.fr", nil, nil), ("lyon@gmail.com", nil, nil),
            ("x@example", nil, nil), ("x@", nil, nil),
        ] as [(String, DomainHint.Claim?, String?)]
    )
    func hint(address: String, claim: DomainHint.Claim?, code: String?) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let hint = gazetteer.hint(localPart: String(parts[0]), domain: String(parts[1]))
        #expect(hint.claim == claim)
        let found: String? =
            switch hint.places.first {
            case .communes(let all): all.first?.insee
            case .epcis(let all): all.first?.siren
            case .department(let department): department.code
            case .region(let region): region.code
            case .postalCode, nil: nil
            }
        #expect(found == code)
    }

    @Test(
        "providers are known as such",
        arguments: ["orange.fr", "gmail.com", "laposte.net", "free.fr"]
    )
    func providers(domain: String) {
        #expect(gazetteer.hint(localPart: "lyon", domain: domain).isMailboxProvider)
    }
}
