import Mail
import Testing

@testable import Intake

@Suite("Names and functions") struct ExtractionPersonTests {
    @Test(
        "a person in a display name",
        arguments: [
            ("Nathalie Perrin", "Nathalie Perrin"), ("BELHASSEN Nadia", "Nadia Belhassen"),
            ("Nadia BELHASSEN", "Nadia Belhassen"), ("DUPONT, Jean", "Jean Dupont"),
            ("Peyrot Agnès - Mission santé", "Agnès Peyrot"), ("LE GALL Soizic", "Soizic Le Gall"),
            ("DE VILLEPOIX Hervé", "Hervé de Villepoix"), ("M. Jean Martin", "Jean Martin"),
            ("LE GOFF-RIOU Anne-Sophie", "Anne-Sophie Le Goff-Riou"),
            ("D'ALMEIDA Rita", "Rita d'Almeida"),
            ("Jean-Claude Vergne (Mairie de Brive)", "Jean-Claude Vergne"),
            ("MARTIN Jean", "Jean Martin"),
            ("mairie de mezilles", nil), ("CCAS TULLE - Accueil", nil), ("Secrétariat Luz", nil),
            ("Service modernisation CD32", nil), ("kev.m03", nil), ("SP-MORTAGNE", nil),
            ("AMR 52", nil),
            ("", nil), ("Kevin", nil),
        ] as [(String, String?)]
    )
    func displayName(display: String, name: String?) {
        #expect(PersonName.inDisplayName(display) == name)
    }

    @Test(
        "a name on a line of a signature",
        arguments: [
            ("Josiane Auclert", "Josiane Auclert"), ("Mme Yolande Deïe", "Yolande Deïe"),
            ("M. SOILIHI ABDALLAH", "Soilihi Abdallah"),
            ("Anne-Sophie LE GOFF-RIOU", "Anne-Sophie Le Goff-Riou"),
            ("Dr Agnès Peyrot, conseillère technique", "Agnès Peyrot"),
            ("Sylvie secretaire de mairie de Mézilles", "Sylvie"), ("kevin", "Kevin"),
            ("B Cazenave maire de Lescun 64", "B Cazenave"),
            ("Jean-Max Técher, chargé d'études", "Jean-Max Técher"),
            ("Ville de Lormont", nil), ("Bien cordialement", nil), ("12 rue de la Paix", nil),
            ("Directrice générale", nil), ("le secrétariat", nil), ("j.", nil),
        ] as [(String, String?)]
    )
    func signedName(line: String, name: String?) {
        #expect(PersonName.start(of: Line(line))?.name == name)
    }

    @Test(
        "a function in a signature",
        arguments: [
            ("Directeur Général des Services", "directeur général des services"),
            ("DSI mutualisée - 1 place X", "DSI mutualisée"),
            ("LE DGS", "DGS"), ("Le Président,", "président"),
            ("Directrice du CCAS de Decazeville", "directrice"),
            (
                "Cheffe de projet transformation numérique, DSI",
                "cheffe de projet transformation numérique"
            ),
            ("Adjoint au maire de Brive-la-Gaillarde", "adjoint au maire"),
            ("Maire de Bellême", "maire"),
            ("Vice-Président du Conseil départemental de l'Aveyron", "vice-président"),
            ("Jean-Max Técher, chargé d'études mobilités", "chargé d'études mobilités"),
            (
                "Directeur général adjoint Jeunesse, Formation, Orientation",
                "directeur général adjoint jeunesse, formation, orientation"
            ),
            (
                "Responsable du pôle Services à la population",
                "responsable du pôle services à la population"
            ),
            ("secrétaire de mairie", "secrétaire de mairie"),
            ("Ingénieur collecte - CINOR", "ingénieur collecte"),
            ("La secrétaire, Anne Morel", "secrétaire"),
            ("Pour l'association, la secrétaire générale", "secrétaire générale"),
            ("Ville de Lormont", nil),
            ("2 rue du Président-Wilson", nil),
        ] as [(String, String?)]
    )
    func signedRole(line: String, role: String?) {
        let line = Line(line, places: Shipped.gazetteer)
        #expect(RoleReader().inTail([line])?.role == role)
    }

    @Test(
        "a function told in the text",
        arguments: [
            (
                "je suis secretaire de mairie a Lourdoueix Saint Michel, 290 habitants",
                "secretaire de mairie"
            ),
            ("Je suis agent d'accueil au CCAS de Tulle et je vous écris", "agent d'accueil"),
            (
                "Je suis l'agente en charge de l'environnement (la seule !).",
                "agente en charge de l'environnement"
            ),
            ("DSI de Valence Romans Agglo, je prépare notre schéma", "DSI"),
            ("Élu maire de Darney (Vosges) en mars, je fais le tour", "maire"),
            ("Kevin, 27 ans, agent technique à Hautes Terres Communauté", "agent technique"),
            (
                "En tant que directrice du service des sports, je",
                "directrice du service des sports"
            ),
            (
                "Bonjour, je suis conseillère municipale déléguée à Marseillan (34).",
                "conseillère municipale déléguée"
            ),
            ("Le directeur nous a dit que la secrétaire de mairie viendrait", nil),
            ("Mon premier adjoint m'a convaincu", nil),
        ] as [(String, String?)]
    )
    func toldRole(line: String, role: String?) {
        let line = Line(line, places: Shipped.gazetteer)
        #expect(RoleReader().inBody([line])?.role == role)
    }

    @Test("the name behind the function")
    func behindFunction() {
        let sheet = Sheet(text: "Mairie de Plouaret\nSecrétaire, Anne Morel", signature: nil)
        #expect(NameReader(sheet: sheet, address: nil).find()?.name == "Anne Morel")
    }

    @Test("in a mail handed on, the one who asks is the requester")
    func forwarded() throws {
        let from = Address(displayName: "SP-X", localPart: "sp", domain: "orne-gouv.example")
        var message = Message()
        message.from = [from]
        message.subject = "TR: Fwd: Outils"
        message.text = """
            Pour attribution, merci.

            De : Elus
            Envoyé : mercredi 22 janvier 2025 09:15
            À : SP-X
            Objet : Fwd: Outils

            Pas pour nous.

            -------- Message transféré --------
            Sujet : Outils
            De : Alain Fouquet <a.fouquet@belleme.example>
            Pour : Elus <elus@orne-gouv.example>

            Madame la Sous-Préfète, nous cherchons des outils éprouvés pour notre mairie.

            Alain Fouquet
            Maire de Bellême
            """
        let requester = Extractor(gazetteer: Shipped.gazetteer).requester(
            from: from,
            subject: "TR: Fwd: Outils",
            reading: read(message)
        )
        #expect(requester.name == "Alain Fouquet")
        #expect(requester.address == "a.fouquet@belleme.example")
        #expect(requester.role == "maire")
        #expect(requester.insee == "61038")
        #expect(requester.placeEvidence?.hasPrefix("Sûr : nommée") == true)
    }

    @Test("homonyms are for staff to check")
    func evidence() {
        let from = Address(displayName: nil, localPart: "mairie", domain: "orange.example")
        let requester = Extractor(gazetteer: Shipped.gazetteer).requester(
            from: from,
            subject: "",
            reading: Reading(newText: "Bonjour,\nMarie Blanc\nMairie de Saint-Sauveur")
        )
        #expect(requester.organisation == "Mairie de Saint-Sauveur")
        #expect(requester.insee == nil)
        #expect(requester.placeEvidence?.hasSuffix("communes de ce nom") == true)
    }

    @Test(
        "no input harms",
        arguments: ["", "\n", "-- \n", "De : ", "+", "je suis", "le", "M.", "0", "Tél. :", "((("]
    )
    func odd(text: String) {
        let extractor = Extractor(gazetteer: Shipped.gazetteer)
        let reading = Reading(newText: text, signature: text, quotation: text, readsForward: true)
        #expect(extractor.requester(from: nil, subject: text, reading: reading).insee == nil)
        let empty = Address(displayName: text, localPart: "", domain: "")
        _ = Extractor(gazetteer: nil).requester(
            from: empty,
            subject: text,
            reading: Reading(newText: text)
        )
    }
}
