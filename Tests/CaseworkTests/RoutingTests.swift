import Casework
import Foundation
import Intake
import Mail
import Testing

@Suite("Routing") struct RoutingTests {
    private static func person(_ name: String) -> Address {
        Address(localPart: name, domain: "anct.example")
    }

    private static func persons(_ names: String) -> [Address] {
        names.split(separator: " ").map { person(String($0)) }
    }

    private static let general: Roster = [
        .offer(.investigation): persons("ann"),
        .offer(.store): persons("bob ann"),
        .topic(.presse): persons("max"),
        .rest: persons("eve"),
    ]

    private static let routing = Routing(
        roster: general,
        teams: [
            Team(
                name: "iles",
                claims: [.overseas: ["972", "974", "987"]],
                regions: [.overseas: ["02", "04"]],
                roster: [.rest: persons("ivo")]
            ),
            Team(
                name: "ouest",
                claims: [.region: ["22", "29", "35", "56"]],
                regions: [.region: ["53"]],
                roster: [
                    .offer(.store): persons("lea BOB"), .topic(.facture): persons("lou"),
                    .rest: persons("gwen"),
                ]
            ),
            Team(
                name: "armor",
                claims: [.department: ["22", "974"]],
                regions: [.department: ["04"]],
                roster: [
                    .offer(.investigation): persons("yann"), .offer(.startup): persons("yann"),
                ]
            ),
        ]
    )

    private static func dossier(
        _ department: String?,
        _ offers: [Offer] = [],
        kind: Kind? = nil,
        topic: Topic? = nil
    ) -> Case {
        var requester = Requester()
        requester.department = department
        let kind = kind ?? (offers.isEmpty ? topic == nil ? .unclear : .other : .request)
        var classification = Classification(kind: kind, topic: topic)
        classification.offers = offers
        return Case(
            number: CaseNumber(year: 2026, sequence: 1),
            openedAt: Date(timeIntervalSince1970: 0),
            classification: classification,
            requester: requester,
            subject: ""
        )
    }

    private static func names(_ addresses: [Address]) -> String {
        addresses.map(\.localPart).joined(separator: " ")
    }

    @Test(
        "place, offers and topic say who is told, each once, those of the main offer first",
        arguments: [
            // Nobody knows where, or no team is there.
            (nil, [.investigation], nil, "ann"), (nil, [.store, .investigation], nil, "bob ann"),
            (nil, [.startup, .investigation], nil, "eve ann"), (nil, [], nil, "eve"),
            (nil, [], .presse, "max"), (nil, [], .facture, "eve"),
            ("75", [.store], nil, "bob ann"), ("75", [], .presse, "max"), ("", [], nil, "eve"),
            // A team, and what it leaves to the general staff.
            ("29", [.store], nil, "lea BOB"), ("29", [.investigation], nil, "ann"),
            ("29", [.store, .investigation], nil, "lea BOB ann"),
            ("29", [.startup], nil, "gwen"), ("29", [], nil, "gwen"), ("29", [], .presse, "max"),
            ("29", [], .facture, "lou"), ("29", [], .rgpd, "gwen"),
            // The most exact team alone, whatever their order.
            ("22", [.investigation], nil, "yann"), ("22", [.store], nil, "bob ann"),
            ("22", [.startup, .investigation], nil, "yann"), ("22", [], nil, "eve"),
            ("22", [], .facture, "eve"), ("974", [.startup], nil, "yann"),
            ("974", [], nil, "eve"),
            ("972", [], nil, "ivo"), ("987", [.store], nil, "bob ann"),
            ("972", [.startup], nil, "ivo"),
        ] as [(String?, [Offer], Topic?, String)]
    )
    func recipients(department: String?, offers: [Offer], topic: Topic?, expected: String) {
        let dossier = Self.dossier(department, offers, topic: topic)
        #expect(Self.names(Self.routing.recipients(for: dossier)) == expected)
    }

    @Test(
        "a region is its team's, wherever its offices are",
        arguments: [
            (.region, "53", nil, "lea BOB"), (.region, "53", "22", "lea BOB"),
            (.region, "02", nil, "bob ann"), (.region, "04", nil, "bob ann"),
            (.region, "28", nil, "bob ann"), (.region, "52", "29", "lea BOB"),
            (.region, nil, "29", "lea BOB"), (.commune, "53", nil, "bob ann"),
        ] as [(OrganisationType, String?, String?, String)]
    )
    func region(type: OrganisationType, region: String?, department: String?, expected: String) {
        var dossier = Self.dossier(department, [.store])
        dossier.requester.organisationType = type
        dossier.requester.region = region
        #expect(Self.names(Self.routing.recipients(for: dossier)) == expected)
    }

    @Test(
        "the team that names a region most exactly has it",
        arguments: [("53", "ouest"), ("02", "iles"), ("04", "armor"), ("28", nil)]
            as [(String, String?)]
    )
    func teamOfRegion(code: String, expected: String?) {
        #expect(Self.routing.team(ofRegion: code)?.name == expected)
    }

    @Test("a topic counts only where nothing is asked for")
    func topicOfRequest() {
        let request = Self.dossier("29", [.store], kind: .request, topic: .presse)
        #expect(Self.names(Self.routing.recipients(for: request)) == "lea BOB")
        let unclear = Self.dossier(nil, kind: .unclear, topic: .presse)
        #expect(Self.names(Self.routing.recipients(for: unclear)) == "eve")
    }

    @Test(
        "an update reaches those of now, then those of before, each once",
        arguments: [
            (dossier(nil, [.store]), dossier(nil, [.investigation]), "bob ann"),
            (dossier(nil, [.investigation]), dossier(nil), "ann eve"),
            (dossier(nil, [.store]), dossier(nil, topic: .presse), "bob ann max"),
            (dossier("29", [.store]), dossier(nil, [.store]), "lea BOB ann"),
            (dossier("22", [.startup]), dossier("29", [.startup]), "yann gwen"),
        ]
    )
    func update(now: Case, before: Case, expected: String) {
        let told = Self.routing.recipients(for: now, formerly: before)
        #expect(Self.names(told) == expected)
    }

    @Test("all of any team are staff, the general ones first")
    func everyone() {
        let names = Self.names(Self.routing.everyone)
        #expect(names == "ann bob max eve ivo lea lou gwen yann")
        for name in ["ANN", "max", "YANN", "Lou"] {
            #expect(Self.routing.isStaff(Self.person(name)), "\(name)")
        }
        #expect(!Self.routing.isStaff(Address(localPart: "ann", domain: "ville.example")))
    }

    @Test("without teams and topics there are offers and a default")
    func plain() {
        let routing = Routing(byOffer: [.store: Self.persons("bob")], fallback: Self.persons("eve"))
        #expect(routing.recipients(for: Self.dossier("22", [.store])) == Self.persons("bob"))
        #expect(routing.recipients(for: Self.dossier("22", [.startup])) == Self.persons("eve"))
        #expect(routing.team(for: "22") == nil)
        #expect(routing.fallback == Self.persons("eve"))
    }
}
