import Mail
import Testing

@testable import Intake

@Suite("Reading signatures") struct ReadingSignatureTests {
    @Test("name, function, address and marks are no words of the writer", arguments: rows)
    func signature(_ row: ReadingCase) { row.check() }

    @Test("a disclaimer is set apart", arguments: disclaimers)
    func disclaimer(_ text: String) {
        var message = Message()
        message.from = [
            Address(displayName: "Nathalie Perrin", localPart: "n", domain: "x.example")
        ]
        message.text =
            "Bonjour,\n\nNous cherchons un outil.\n\nCordialement,\n\nNathalie Perrin\n\n\(text)\n"
        let reading = read(message)
        #expect(reading.newText == "Bonjour,\n\nNous cherchons un outil.\n\nCordialement,")
        #expect(reading.signature == "Nathalie Perrin")
        #expect(reading.disclaimer == text)
    }

    @Test("a gateway's banner is no word of the writer") func banner() {
        var message = Message()
        message.text = """
            ATTENTION : ce message provient de l'extérieur de l'organisation. Ne cliquez pas sur les liens.

            Bonjour, nous cherchons un outil.
            """
        #expect(read(message).newText == "Bonjour, nous cherchons un outil.")
    }

    static let disclaimers = [
        "Ce message et ses pièces jointes sont confidentiels et destinés à leur seul destinataire.",
        "Ce courriel est confidentiel.\nSi vous l'avez reçu par erreur, merci de le détruire.",
        "This message and any attachments are confidential and intended solely for the addressee.",
        """
        Les informations contenues dans ce message sont confidentielles.

        The information contained in this message is confidential. If you are not the intended recipient, delete it.
        """,
        "AVERTISSEMENT : ce message est destiné à l'usage exclusif de son destinataire.",
    ]

    private static let body = "Bonjour,\n\nNous cherchons un outil pour la cantine."

    static let rows: [ReadingCase] = [
        ReadingCase(
            "delimiter of RFC 3676",
            "\(body)\n\n-- \nNathalie Perrin\nVille de Lannion\n",
            new: body,
            signature: "Nathalie Perrin\nVille de Lannion"
        ),
        ReadingCase(
            "delimiter that lost its space",
            "\(body)\n\n--\nNathalie Perrin\nVille de Lannion\nOuvert du lundi au vendredi\n",
            new: body,
            signature: "Nathalie Perrin\nVille de Lannion\nOuvert du lundi au vendredi"
        ),
        ReadingCase(
            "underscores",
            "\(body)\n\n__\nNathalie Perrin\n02 96 00 00 00\n",
            new: body,
            signature: "Nathalie Perrin\n02 96 00 00 00"
        ),
        ReadingCase(
            "a line of underscores",
            "\(body)\n\n____________________\nNathalie Perrin\nVille de Lannion\n02 96 00 00 00\n",
            new: body,
            signature: "Nathalie Perrin\nVille de Lannion\n02 96 00 00 00"
        ),
        ReadingCase(
            "closing formula, name and function",
            "\(body)\n\nCordialement,\n\nNathalie Perrin\nDirectrice générale des services\n",
            new: "\(body)\n\nCordialement,",
            signature: "Nathalie Perrin\nDirectrice générale des services"
        ),
        ReadingCase(
            "closing formula and name on one block",
            "\(body)\n\nBien à vous\nN. Perrin\n",
            new: "\(body)\n\nBien à vous",
            signature: "N. Perrin"
        ),
        ReadingCase(
            "long formula",
            """
            \(body)

            Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.

            Le Maire,
            Nathalie PERRIN

            Mairie de Lannion - 22300 LANNION
            Tél. 02 96 00 00 00 - Fax 02 96 00 00 01
            """,
            new:
                "\(body)\n\nJe vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
            signature:
                "Le Maire,\nNathalie PERRIN\n\nMairie de Lannion - 22300 LANNION\nTél. 02 96 00 00 00 - Fax 02 96 00 00 01"
        ),
        ReadingCase(
            "by delegation",
            "\(body)\n\nAvec nos salutations distinguées,\n\nPour le Président et par délégation,\nla directrice adjointe\nNathalie Perrin\n",
            new: "\(body)\n\nAvec nos salutations distinguées,",
            signature:
                "Pour le Président et par délégation,\nla directrice adjointe\nNathalie Perrin"
        ),
        ReadingCase(
            "no formula",
            "\(body)\n\nNathalie Perrin\nchargée de mission\n04-65-71-43-85\n",
            new: body,
            signature: "Nathalie Perrin\nchargée de mission\n04-65-71-43-85"
        ),
        ReadingCase(
            "a name alone",
            "\(body)\n\nNathalie Perrin\n",
            new: body,
            signature: "Nathalie Perrin"
        ),
        ReadingCase(
            "another's name alone",
            from: Address(
                displayName: "Mairie de Lurbe",
                localPart: "mairie.lurbe",
                domain: "orange.example"
            ),
            "\(body)\n\nMichèle Carrouché\n",
            new: body,
            signature: "Michèle Carrouché"
        ),
        ReadingCase(
            "no blank line, telephone on the line of the name",
            "Bonjour où est la liste des logiciels ? Merci\nN Perrin maire de Lescun 64\n",
            new: "Bonjour où est la liste des logiciels ? Merci",
            signature: "N Perrin maire de Lescun 64"
        ),
        ReadingCase(
            "a first name in lower case",
            from: Address(displayName: "kev.m03", localPart: "kev.m03", domain: "orange.example"),
            "bjr\nfo faire koi ? mon tel 06 39 98 17 54 apres 14h jcommence a 5h\nkevin\n",
            new: "bjr\nfo faire koi ? mon tel 06 39 98 17 54 apres 14h jcommence a 5h",
            signature: "kevin"
        ),
        ReadingCase(
            "iPhone",
            "\(body)\n\nNathalie\n\nEnvoyé de mon iPhone\n",
            new: body,
            signature: "Nathalie\n\nEnvoyé de mon iPhone"
        ),
        ReadingCase(
            "Outlook for Android",
            "\(body)\n\nCordialement,\n\nNathalie Perrin\nAdjointe au maire\n\nTélécharger Outlook pour Android\n",
            new: "\(body)\n\nCordialement,",
            signature: "Nathalie Perrin\nAdjointe au maire\n\nTélécharger Outlook pour Android"
        ),
        ReadingCase(
            "Outlook for iOS",
            "\(body)\n\nObtenir Outlook pour iOS\n",
            new: body,
            signature: "Obtenir Outlook pour iOS"
        ),
        ReadingCase(
            "Orange's mark",
            "\(body)\n\nEnvoyé à partir d'Outlook pour Android\n",
            new: body,
            signature: "Envoyé à partir d'Outlook pour Android"
        ),
        ReadingCase(
            "think of the environment",
            "\(body)\n\nNathalie Perrin\nVille de Lannion\n\nP Pensez à l'environnement : n'imprimez ce message que si nécessaire\n",
            new: body,
            signature:
                "Nathalie Perrin\nVille de Lannion\n\nP Pensez à l'environnement : n'imprimez ce message que si nécessaire"
        ),
        ReadingCase(
            "a slogan apart",
            "\(body)\n\nNathalie Perrin\nDirectrice\n02 96 00 00 00\n\nClasses d'eau : les élèves mènent l'investigation ! Inscriptions jusqu'au 15 décembre\n",
            new: body,
            signature:
                "Nathalie Perrin\nDirectrice\n02 96 00 00 00\n\nClasses d'eau : les élèves mènent l'investigation ! Inscriptions jusqu'au 15 décembre"
        ),
        ReadingCase(
            "a slogan right below",
            "\(body)\n\nNathalie Perrin\n83440 TOURRETTES\n04 65 71 76 02\nLa communauté de communes développe votre territoire !\n",
            new: body,
            signature:
                "Nathalie Perrin\n83440 TOURRETTES\n04 65 71 76 02\nLa communauté de communes développe votre territoire !"
        ),
        ReadingCase(
            "postscript after the signature",
            "\(body)\n\nCordialement,\n\nNathalie Perrin\nDirectrice\n\nPS : notre maire est d'accord.\n",
            new: "\(body)\n\nCordialement,\n\nPS : notre maire est d'accord.",
            signature: "Nathalie Perrin\nDirectrice"
        ),
        ReadingCase(
            "postscript under a delimiter",
            "\(body)\n\n-- \nNathalie Perrin\nDirectrice\n\nP.S. : un agent est volontaire.\n\nVille de Lannion\n",
            new: "\(body)\n\nP.S. : un agent est volontaire.",
            signature: "Nathalie Perrin\nDirectrice\n\nVille de Lannion"
        ),
        ReadingCase(
            "address and web page",
            "\(body)\n\nMerci d'avance.\nCdt\n\nNathalie Perrin\nDSI mutualisée - 1 place Jacques-Brel, 26000 Valence\nwww.ville-lannion.example\nn.perrin@ville-lannion.example\n",
            new: "\(body)\n\nMerci d'avance.\nCdt",
            signature:
                "Nathalie Perrin\nDSI mutualisée - 1 place Jacques-Brel, 26000 Valence\nwww.ville-lannion.example\nn.perrin@ville-lannion.example"
        ),
        ReadingCase(
            "a service signs",
            from: Address(
                displayName: "Comptabilité",
                localPart: "compta",
                domain: "halles.example"
            ),
            "\(body)\n\nService comptabilité\nSARL LES HALLES\n93100 Montreuil\n01 99 00 45 11\n",
            new: body,
            signature: "Service comptabilité\nSARL LES HALLES\n93100 Montreuil\n01 99 00 45 11"
        ),
        ReadingCase(
            "name and function before the delimiter",
            from: Address(
                displayName: "Mairie de Lurbe",
                localPart: "mairie.lurbe",
                domain: "orange.example"
            ),
            "\(body)\n\nMichèle Carrouché\nsecrétaire de mairie\n\n-- \nMairie de Lurbe\n64660\n",
            new: body,
            signature: "Michèle Carrouché\nsecrétaire de mairie\n\nMairie de Lurbe\n64660"
        ),
        ReadingCase(
            "bold marks",
            "\(body)\n\nCordialement,\n\n*Nathalie PERRIN*\n*Directrice générale*\nVille de Lannion\n",
            new: "\(body)\n\nCordialement,",
            signature: "*Nathalie PERRIN*\n*Directrice générale*\nVille de Lannion"
        ),
        ReadingCase(
            "carriage returns",
            "Bonjour,\r\n\r\nLa 2.\r\n\r\nCordialement,\r\nNathalie Perrin\r\n",
            new: "Bonjour,\n\nLa 2.\n\nCordialement,",
            signature: "Nathalie Perrin"
        ),
    ]
}
