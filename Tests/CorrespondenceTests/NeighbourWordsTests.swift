import Casework
import Correspondence
import Foundation
import Intake
import Testing

@Suite("Other open cases, in the summary") struct NeighbourWordsTests {
    private static let today = Date(timeIntervalSince1970: 1_790_000_000)

    private static func dossier(
        _ type: OrganisationType? = .commune,
        offers: [Offer] = [.store],
        kind: Kind = .request,
        topic: Topic? = nil,
        state: CaseState = .new,
        daysAgo: Double = 18,
        linkedTo: CaseNumber? = nil
    ) -> Case {
        var classification = Classification(kind: kind, topic: topic)
        classification.offers = offers
        var requester = Requester()
        requester.name = "Paul Prat"
        requester.organisation = "Lescun"
        requester.organisationType = type
        requester.department = "64"
        return Case(
            number: CaseNumber(year: 2026, sequence: 31),
            openedAt: today.addingTimeInterval(-daysAgo * 86_400),
            state: state,
            classification: classification,
            requester: requester,
            subject: "Cantine",
            linkedTo: linkedTo
        )
    }

    private static func near(
        _ named: [Neighbour],
        _ authority: AuthorityKey?,
        includesEPCI: Bool = false
    ) -> Neighbours {
        var neighbours = Neighbours()
        neighbours.named = named
        neighbours.authority = authority
        neighbours.includesEPCI = includesEPCI
        return neighbours
    }

    private static let lines: [(Neighbour, String)] = [
        (
            Neighbour(dossier(), relation: .authority),
            "même commune : 2026-00031, Lescun (64), store, ouvert le 3 sept., Paul Prat"
        ),
        (
            Neighbour(dossier(state: .waiting), relation: .intercommunality),
            "même intercommunalité : 2026-00031, Lescun (64), store, ouvert le 3 sept., "
                + "question posée, Paul Prat"
        ),
        (
            Neighbour(dossier(.epci, state: .inProgress), relation: .intercommunality),
            "son intercommunalité : 2026-00031, Lescun (64), store, ouvert le 3 sept., "
                + "pris en charge, Paul Prat"
        ),
        (
            Neighbour(
                dossier(kind: .unclear, daysAgo: 300),
                relation: nil,
                sharedWords: ["cantine", "inscription", "repas", "traiteur"]
            ),
            "même sujet (« cantine », « inscription », « repas ») : 2026-00031, Lescun (64), "
                + "à préciser, ouvert le 25 nov. 2025, Paul Prat"
        ),
        (
            Neighbour(dossier(), relation: .person, sharedWords: ["cantine", "repas"]),
            "même personne, même sujet (« cantine », « repas ») : 2026-00031, Lescun (64), "
                + "store, ouvert le 3 sept., Paul Prat"
        ),
        (
            Neighbour(dossier(kind: .other, topic: .presse), relation: .mailbox),
            "même adresse : 2026-00031, Lescun (64), presse, ouvert le 3 sept., Paul Prat"
        ),
    ]

    @Test(
        "a line says why, which, who, what, since when, how it stands and who wrote",
        arguments: lines
    )
    func line(neighbour: Neighbour, expected: String) {
        let near = Self.near([neighbour], .commune("64336"))
        #expect(NeighbourWords.lines(near, of: Self.dossier(), on: Self.today) == [expected])
    }

    @Test(
        "the same authority is named by what it is",
        arguments: [
            (.commune("64336"), "même commune"), (.epci("200067262"), "même intercommunalité"),
            (.department("64"), "même département"), (.region("64"), "même région"),
            (.named("sivom", type: .jointAuthority, place: "64"), "même syndicat"),
            (.named("ddt", type: .state, place: "64"), "même service de l'État"),
            (.named("sdis 22", type: .department, place: "22"), "même organisme"),
            (.named("x", type: nil, place: "64"), "même organisme"),
            (.domain("x.example"), "même domaine de messagerie"),
        ] as [(AuthorityKey, String)]
    )
    func same(authority: AuthorityKey, expected: String) {
        let near = Self.near([Neighbour(Self.dossier(), relation: .authority)], authority)
        let line = NeighbourWords.lines(near, of: Self.dossier(), on: Self.today).first
        #expect(line?.hasPrefix("\(expected) : ") == true)
    }

    @Test(
        "that there is none is said of what was looked through",
        arguments: [
            (.commune("64336"), true, "de cette collectivité ni de son intercommunalité"),
            (.commune("64336"), false, "de cette collectivité"),
            (.epci("200067262"), true, "de cette intercommunalité ni de ses communes"),
            (.department("64"), false, "de cette collectivité"),
            (.named("sivom", type: .jointAuthority, place: "64"), false, "de ce syndicat"),
            (.named("acme", type: .company, place: "64"), false, nil),
            (.domain("x.example"), false, nil), (nil, false, nil),
        ] as [(AuthorityKey?, Bool, String?)]
    )
    func none(authority: AuthorityKey?, includesEPCI: Bool, expected: String?) {
        let near = Self.near([], authority, includesEPCI: includesEPCI)
        let lines = NeighbourWords.lines(near, of: Self.dossier(), on: Self.today)
        #expect(lines == [expected.map { "aucun autre dossier ouvert \($0)" }].compactMap(\.self))
    }

    @Test("that there is none is not said where not all were looked at")
    func cutShort() {
        var near = Self.near([], .commune("64336"))
        near.isCutShort = true
        #expect(NeighbourWords.lines(near, of: Self.dossier(), on: Self.today).isEmpty)
    }

    @Test("the case that the message names comes first, what is left out is counted")
    func ends() {
        var near = Self.near([Neighbour(Self.dossier(), relation: .authority)], .commune("64336"))
        let linked = Self.dossier(linkedTo: CaseNumber(year: 2026, sequence: 7))
        for (others, isCutShort, last) in [
            (1, false, "et 1 autre"), (12, false, "et 12 autres"),
            (99, true, "et au moins 99 autres"),
        ] {
            near.others = others
            near.isCutShort = isCutShort
            let lines = NeighbourWords.lines(near, of: linked, on: Self.today)
            #expect(lines.count == 3)
            #expect(lines.first == "cite le dossier 2026-00007 sans en faire partie")
            #expect(lines.last == last)
        }
    }
}
