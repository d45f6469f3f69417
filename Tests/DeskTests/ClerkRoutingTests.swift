import Casework
import Desk
import Foundation
import Intake
import Mail
import Testing

@Suite("Who is told") struct ClerkRoutingTests {
    private static let catalogue = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        """
    private static let unclear = """
        Bonjour,

        Je suis le maire de Lannion. La sous-préfète m'a dit de voir avec vous. Que pouvez-vous \
        faire pour notre commune ? Avons-nous droit à une aide ?

        Marie Vial, mairie de Lannion
        """
    private static let press = """
        Bonjour,

        Journaliste au Télégramme, je prépare un article sur votre agence. Pourriez-vous m'accorder \
        une interview cette semaine ?

        Cordialement,
        Paul Riou
        """

    /// An office with a team for the Côtes-d'Armor, whose two members share the offers.
    private func with<Value>(_ body: (Office) throws -> Value) throws -> Value {
        func person(_ name: String) -> Address {
            Address(localPart: name, domain: "anct.example")
        }
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        var settings = TestOffice.settings(store: store)
        settings.routing.roster[.topic(.presse)] = [person("presse")]
        settings.routing.teams = [
            Team(
                name: "armor",
                claims: [.department: ["22"]],
                roster: [
                    .offer(.store): [person("lea"), person("yann")],
                    .offer(.investigation): [person("Yann"), person("lea")],
                ]
            )
        ]
        let office = try TestOffice.open(settings)
        defer { office.close() }
        return try body(office)
    }

    private func told(_ decision: Decision) -> [String] {
        decision.mails.filter { $0.role == .staffSummary }.flatMap(\.forwardPaths)
    }

    @Test(
        "the team of the place is told, the others of what no team has",
        arguments: [
            (catalogue + "Marie Vial\nMairie de Lannion", "22", ["lea", "yann"]),
            (catalogue + "Marie Vial\nMairie de Quimper", "29", ["equipe"]),
            (catalogue + "Marie Vial", nil, ["equipe"]), (press, nil, ["presse"]),
        ] as [(String, String?, [String])]
    )
    func place(text: String, department: String?, expected: [String]) throws {
        try with { office in
            let decision = try office.take(message(text: text))
            let number = try #require(decision.caseNumber)
            let dossier = try #require(try office.register().cases[number])
            #expect(dossier.requester.department == department)
            #expect(told(decision) == expected.map { "\($0)@anct.example" })
        }
    }

    @Test("two offers reach a person once; who knew the case before hears what it became")
    func once() throws {
        try with { office in
            let opened = try office.take(message(text: Self.unclear))
            #expect(opened.mails.first?.role == .clarification)
            #expect(told(opened) == ["equipe@anct.example"])
            let fields = ["In-Reply-To: <\(opened.mails[0].messageID)>"]
            let chosen = try office.take(message(text: "1 et 3", fields: fields), hours: 1)
            #expect(chosen.classification?.offers == [.investigation, .store])
            let team = ["Yann@anct.example", "lea@anct.example"]
            #expect(told(chosen) == team + ["equipe@anct.example"])
            let more = message(text: "Nous avons aussi une école.", fields: fields)
            #expect(told(try office.take(more, hours: 2)) == team)
        }
    }
}
