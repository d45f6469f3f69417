import Mail
import Testing

@testable import Intake

@Suite("Where a value was read") struct ProvenanceTests {
    private let extractor = Extractor(gazetteer: Shipped.gazetteer)

    private func requester(_ mail: String) -> Requester {
        let message = Message(parsing: Array(mail.replacing("\n", with: "\r\n").utf8))
        return extractor.requester(from: message.from.first, subject: "", reading: read(message))
    }

    @Test("header, signature and text agree")
    func agreement() {
        let found = requester(
            """
            From: Josiane Auclert <mairie@ville-lannion.example>
            Content-Type: text/plain; charset=utf-8

            Bonjour,

            La mairie de Lannion cherche un outil, rappelez-moi le mardi matin au 02 96 00 00 12.

            Josiane Auclert
            Secrétaire de mairie
            Mairie de Lannion
            22300 Lannion
            Tél. 02 96 00 00 12
            """
        )
        #expect(found.provenance[.name] == Provenance([.header, .signature], .certain))
        #expect(found.provenance[.role] == Provenance([.signature], .certain))
        #expect(found.provenance[.phone] == Provenance([.signature, .text], .certain))
        #expect(found.provenance[.callTimes] == Provenance([.text], .likely))
        #expect(
            found.provenance[.organisation] == Provenance([.signature, .text, .address], .certain)
        )
        #expect(found.provenance[.department]?.certainty == .certain)
        #expect(found.postalCode == "22300")
        #expect(found.provenance[.postalCode] == Provenance([.signature], .certain))
        #expect(found.contradictions.isEmpty)
        #expect(found.forwarder == nil)
    }

    @Test("what stands in the text alone is likely")
    func told() {
        let found = requester("From: a@orange.example\n\nJe suis maire de Lannion, rappelez-moi.")
        #expect(found.provenance[.organisation] == Provenance([.text], .likely))
        #expect(found.placeEvidence == "Probable : nommée dans le texte")
    }

    @Test("what stands in the address alone is doubtful")
    func address() {
        let found = requester("From: dgs@ville-lannion.example\n\nBonjour, rappelez-moi.")
        #expect(found.provenance[.organisation] == Provenance([.address], .doubtful))
        #expect(found.provenance[.name] == nil)
    }

    @Test("two numbers told and none signed are doubtful")
    func phones() {
        let found = requester(
            """
            From: a@b.example

            Appelez le 02 96 00 00 12 ou bien le 06 12 00 00 34, comme vous voulez, nous sommes là.
            """
        )
        #expect(found.phone == "02 96 00 00 12")
        #expect(found.provenance[.phone] == Provenance([.text], .doubtful))
    }

    @Test("the number that is asked for comes before that of the signature")
    func asked() {
        let found = requester(
            """
            From: a@b.example

            Rappelez-moi plutôt au 06 12 00 00 34, je suis en tournée toute la semaine.

            Anne Morel
            Tél. 02 96 00 00 12
            """
        )
        #expect(found.phone == "06 12 00 00 34 / 02 96 00 00 12")
        #expect(found.provenance[.phone] == Provenance([.text, .signature], .certain))
    }

    @Test("the header and the signature name two persons")
    func names() {
        let found = requester(
            """
            From: Anne Morel <secretariat@ville-lannion.example>

            Merci de nous rappeler.

            Paul Prat
            Maire de Lannion
            """
        )
        #expect(
            found.contradictions == [
                Contradiction(
                    .name,
                    taken: "Paul Prat",
                    from: .signature,
                    other: "Anne Morel",
                    from: .header
                )
            ]
        )
    }

    @Test("a mailbox that two of one surname share")
    func relatives() {
        let found = requester(
            """
            From: Paul Durand <p.durand@free.example>
            Content-Type: text/plain; charset=utf-8

            Merci.
            Françoise Durand
            """
        )
        #expect(found.name == "Françoise Durand")
        #expect(found.contradictions.map(\.other) == ["Paul Durand"])
        #expect(found.provenance[.name]?.certainty == .likely)
    }

    @Test("the address belongs to another town than the one that is named")
    func towns() throws {
        let found = requester(
            """
            From: Anne Morel <a.morel@ville-lannion.example>

            Je suis désormais secrétaire générale de la mairie de Paimpol et cherche un outil.

            Anne Morel
            Mairie de Paimpol
            22500 Paimpol
            """
        )
        let contradiction = try #require(found.contradictions.first { $0.field == .organisation })
        #expect(contradiction.taken == "Paimpol (22)")
        #expect(contradiction.other == "Lannion (22)")
        #expect(contradiction.otherFrom == .address)
    }

    @Test("the postal code lies in another département than the town")
    func departments() throws {
        let found = requester(
            """
            From: a.morel@orange.example

            Merci de nous rappeler.

            Anne Morel
            Mairie de Lannion
            35000 Rennes
            """
        )
        let contradiction = try #require(found.contradictions.first { $0.field == .department })
        #expect(contradiction.taken == "22")
        #expect(contradiction.other == "35000 (35)")
    }

    @Test("who hands a mail on stands apart from who asks")
    func forwarder() {
        let found = requester(
            """
            From: Michel Prat <m.prat@cc-paysdefayence.example>
            Subject: TR: cantine
            Content-Type: text/plain; charset=utf-8

            Pour vous, merci.

            Michel Prat
            Directeur général des services
            CC du Pays de Fayence

            De : Anne Morel <a.morel@mairie-seillans.example>
            Envoyé : mardi 3 novembre 2026 10:12
            À : Michel Prat
            Objet : cantine

            Bonjour,
            La mairie de Seillans voudrait un outil pour la cantine, qui peut nous aider ?
            Anne Morel
            secrétaire de mairie
            04 94 00 00 15
            """
        )
        #expect(found.name == "Anne Morel")
        #expect(found.insee == "83124")
        #expect(found.forwarder?.name == "Michel Prat")
        #expect(found.forwarder?.role == "directeur général des services")
        #expect(found.forwarder?.organisation == "CC du Pays de Fayence")
        #expect(found.forwarder?.address == "m.prat@cc-paysdefayence.example")
    }
}

@Suite("Words that extraction knows") struct VocabularyTests {
    @Test("every function has a kind and names a type or none")
    func functions() {
        let rows = VocabularyTable.rows(PackageResources.functions_tsv)
        #expect(rows.count > 150)
        for row in rows {
            #expect(row.count == 3, "\(row)")
            #expect(["élu", "direction", "agent", "État", "autre"].contains(row[1]), "\(row)")
            #expect(row[2].isEmpty || OrganisationType(rawValue: row[2]) != nil, "\(row)")
        }
    }

    @Test("every organisation has a type or none, and a use")
    func organisations() {
        let rows = VocabularyTable.rows(PackageResources.organisations_tsv)
        #expect(rows.count > 150)
        for row in rows {
            #expect(row.count == 3, "\(row)")
            #expect(row[1].isEmpty || OrganisationType(rawValue: row[1]) != nil, "\(row)")
            #expect(["name", "whole", "cue"].contains(row[2]), "\(row)")
        }
    }

    @Test(
        "the functions and organisations that authorities have",
        arguments: [
            ("maire", OrganisationType.commune), ("secrétaire de mairie", .commune),
            ("conseillère départementale", .department), ("conseiller régional", .region),
            ("conseillère communautaire", .epci), ("sous-préfète", .state),
        ]
    )
    func types(function: String, type: OrganisationType) {
        #expect(RoleWords.organisation(of: Line(function), at: 0) == type)
    }

    @Test(
        "départements with their articles",
        arguments: [
            ("77", "Département de Seine-et-Marne"), ("35", "Département d'Ille-et-Vilaine"),
            ("47", "Département de Lot-et-Garonne"), ("46", "Département du Lot"),
            ("22", "Département des Côtes-d'Armor"), ("974", "Département de La Réunion"),
        ]
    )
    func departments(code: String, name: String) throws {
        let department = try #require(Shipped.gazetteer?.department(code: code))
        #expect(FrenchName.of(department) == name)
    }

    @Test(
        "organisations by what their names begin with",
        arguments: [
            ("CCAS de Tulle", OrganisationType.commune), ("CIAS du Marsan", .epci),
            ("PETR du Pays de Langres", .jointAuthority), ("PNR du Queyras", .jointAuthority),
            ("SIVOM de la Vallée", .jointAuthority), ("OPSN", .jointAuthority),
            ("CDG 29", .jointAuthority), ("préfecture de la Savoie", .state),
            ("région Bretagne", .region), ("EPT Plaine Commune", .epci),
            ("Conseil départemental", .department),
        ]
    )
    func organisation(name: String, type: OrganisationType) {
        #expect(OrganisationWords.trigger(in: Line(name), at: 0)?.type == type)
    }
}
