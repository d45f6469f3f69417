import Foundation
import Mail
import Territory
import Testing

@testable import Intake

/// The tables that the package ships, loaded once for all extraction tests.
enum Shipped {
    static let gazetteer: Gazetteer? = try? Gazetteer(
        folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Territory/Data").standardizedFileURL
    )
}

/// What is expected of one mail; `nil` values are expected to be absent.
struct Mailing: Sendable, CustomTestStringConvertible {
    var display: String?
    var address: String
    var text: String
    var name: String?
    var role: String?
    var phone: String?
    var organisation: String?
    var type: String?
    var department: String?
    var insee: String?
    var siren: String?

    var testDescription: String { "\(address): \(text.prefix(60))" }
}

@Suite("Extraction") struct ExtractionTests {
    @Test("the tables load") func tables() throws {
        _ = try #require(Shipped.gazetteer)
    }

    @Test("who writes, in what function, for whom", arguments: mailings)
    func requester(mailing: Mailing) throws {
        let gazetteer = try #require(Shipped.gazetteer)
        let at = try #require(mailing.address.lastIndex(of: "@"))
        let from = Address(
            displayName: mailing.display,
            localPart: String(mailing.address[..<at]),
            domain: String(mailing.address[mailing.address.index(after: at)...])
        )
        let requester = Extractor(gazetteer: gazetteer).requester(
            from: from,
            subject: "",
            reading: Reading(newText: mailing.text)
        )
        #expect(requester.name == mailing.name)
        #expect(requester.role == mailing.role)
        #expect(requester.phone == mailing.phone)
        #expect(requester.organisation == mailing.organisation)
        #expect(requester.organisationType?.rawValue == mailing.type)
        #expect(requester.department == mailing.department)
        #expect(requester.insee == mailing.insee)
        #expect(requester.siren == mailing.siren)
    }
}

private let mailings: [Mailing] = [
    Mailing(
        display: "DURAND Paul",
        address: "p.durand@ville-guingamp.example",
        text: """
            Bonjour,

            Pouvez-vous nous rappeler ? Nous avons un projet.

            Bien cordialement,

            Paul DURAND
            Directeur des Services Techniques
            Ville de Guingamp
            1, place du Champ-au-Roy - 22200 GUINGAMP
            Tél : 02 61 91 22 00 - Fax : 02 61 91 22 99
            """,
        name: "Paul Durand",
        role: "directeur des services techniques",
        phone: "02 61 91 22 00",
        organisation: "Ville de Guingamp",
        type: "commune",
        department: "22",
        insee: "22070"
    ),
    Mailing(
        display: "mairie.stjulien",
        address: "mairie.stjulien@orange.example",
        text: """
            Bonjour
            je suis adjointe au maire de Saint-Julien-Chapteuil (43) et je cherche de l'aide pour notre accueil.
            Mme Odette Vigne
            portable 06.39.98.43.43
            """,
        name: "Odette Vigne",
        role: "adjointe au maire",
        phone: "06.39.98.43.43",
        organisation: "Commune de Saint-Julien-Chapteuil",
        type: "commune",
        department: "43",
        insee: "43200"
    ),
    Mailing(
        display: "Lucas Bertin",
        address: "l.bertin@cc-paysdelourcq.example",
        text: """
            Bonjour, nous aimerions voir le catalogue.

            Lucas Bertin - Chargé de mission numérique
            CC du Pays de l'Ourcq | 2 avenue Louis Delahaye | 77440 Ocquerre
            +33 (0)1 99 00 77 12
            """,
        name: "Lucas Bertin",
        role: "chargé de mission numérique",
        phone: "+33 (0)1 99 00 77 12",
        organisation: "CC du Pays de l'Ourcq",
        type: "epci",
        department: "77",
        siren: "247700065"
    ),
    Mailing(
        display: "Nadège Hoarau",
        address: "nadege.hoarau@cg974.example",
        text: """
            Bonjour,
            Le Département souhaite un rendez-vous.

            Nadège HOARAU
            Cheffe de service innovation
            Département de La Réunion
            0262 00 11 22 / 0692 00 11 22
            """,
        name: "Nadège Hoarau",
        role: "cheffe de service innovation",
        phone: "0262 00 11 22 / 0692 00 11 22",
        organisation: "Département de La Réunion",
        type: "departement",
        department: "974"
    ),
    Mailing(
        display: "Préfecture du Lot - Mission numérique",
        address: "pref-numerique@lot.gouv.example",
        text: """
            Bonjour,

            La préfecture du Lot accompagne plusieurs maires. Pouvez-vous nous appeler ?

            Yves Carrière
            Chargé de mission
            Préfecture du Lot, 46000 Cahors
            """,
        name: "Yves Carrière",
        role: "chargé de mission",
        organisation: "Préfecture du Lot",
        type: "etat",
        department: "46"
    ),
    Mailing(
        display: "Anne Kervella",
        address: "anne.kervella@pnr-armorique.example",
        text: """
            Bonjour,

            Nous cherchons une solution pour nos sentiers.

            Anne Kervella
            Responsable du pôle usages
            Parc naturel régional d'Armorique
            29590 Le Faou
            """,
        name: "Anne Kervella",
        role: "responsable du pôle usages",
        organisation: "Parc naturel régional d'Armorique",
        type: "syndicat",
        department: "29"
    ),
    Mailing(
        display: "Claire Fontaine",
        address: "claire.fontaine@gmail.example",
        text: """
            Bonjour,

            Dans ma rue l'éclairage est en panne depuis trois mois et la mairie de Limoges ne répond pas.

            Claire Fontaine
            """,
        name: "Claire Fontaine",
        type: "particulier"
    ),
    Mailing(
        display: "Secrétariat CIAS",
        address: "secretariat@cias-thouarsais.example",
        text: """
            Bonjour,
            Merci de me rappeler.
            Le directeur,
            Hugo Martinet
            CIAS du Thouarsais
            79100 Thouars
            """,
        name: "Hugo Martinet",
        role: "directeur",
        organisation: "CIAS du Thouarsais",
        type: "epci",
        department: "79",
        siren: "247900798"
    ),
    Mailing(
        display: nil,
        address: "maire@mairie-le-faou.example",
        text: """
            Madame, Monsieur,

            Notre commune voudrait un outil de réservation de salles. Que proposez-vous ?

            Le Maire,
            Yann Guillou
            """,
        name: "Yann Guillou",
        role: "maire",
        organisation: "Mairie du Faou",
        type: "commune",
        department: "29",
        insee: "29053"
    ),
    Mailing(
        display: "Fatou Diallo",
        address: "f.diallo@metropole-grenoble.example",
        text: """
            Bonjour,

            Je suis chargée de projet données à Grenoble-Alpes-Métropole et je voudrais un échange.

            Fatou
            """,
        name: "Fatou Diallo",
        role: "chargée de projet données",
        organisation: "Grenoble-Alpes-Métropole",
        type: "epci",
        department: "38",
        siren: "200040715"
    ),
    Mailing(
        display: "Service informatique",
        address: "informatique@collectivitedecorse.example",
        text: """
            Bonjour,
            La Collectivité de Corse étudie vos services.
            Ange Santoni
            DSI
            Collectivité de Corse
            22 cours Grandval, 20187 AJACCIO Cedex 1
            """,
        name: "Ange Santoni",
        role: "DSI",
        organisation: "Collectivité de Corse",
        type: "region",
        department: "2A"
    ),
    Mailing(
        display: "Julie Morin",
        address: "j.morin@mdph35.example",
        text: """
            Bonjour,
            Un problème de délais nous occupe.
            Julie Morin, directrice adjointe
            MDPH d'Ille-et-Vilaine
            02-61-91-35-00
            """,
        name: "Julie Morin",
        role: "directrice adjointe",
        phone: "02-61-91-35-00",
        organisation: "MDPH d'Ille-et-Vilaine",
        type: "departement",
        department: "35"
    ),
]
