import Testing

@testable import Intake

/// What begins like the header of quoted mail and is written by a person.
@Suite("No header") struct NoHeaderTests {
    @Test("prose is none", arguments: prose + marked) func refusesProse(_ text: String) {
        check(text)
    }

    @Test("lists of labels are none", arguments: lists) func refusesLists(_ text: String) {
        check(text)
    }

    @Test("notes of service and slips are none", arguments: slips)
    func refusesSlips(_ text: String) {
        check(text)
    }

    @Test("logs are none", arguments: logs) func refusesLogs(_ text: String) { check(text) }

    @Test("a line above is no part of a header", arguments: above) func refusesAbove(_ line: String)
    {
        let header = "Le 3 nov. 2026 à 10:12, Paul Riou <p@gue.example>\na écrit :"
        let lines = BodyLine.lines(of: line + "\n" + header + "\n\nBonjour")
        #expect(QuoteHeader.starting(at: 0, in: lines[...]) == nil, "\(line)")
        #expect(QuoteHeader.starting(at: 1, in: lines[...])?.end == 3, "\(line)")
    }

    static let above: [String] = [
        "Sent from a mailer <https://x@gue.example/a?b=1>", "Nathalie Perrin <n@gue.example>",
        "02 96 00 00 00 - n.perrin@gue.example", "Nathalie Perrin, le 4 novembre",
        "À jeudi 5, 10:30",
        "<https://gue.example/2026/11/03>", "Merci d'avance !", "22300 Lannion", "Nathalie",
        "Envoyé de mon iPhone", "--", "N. P. 10:12",
    ]

    private func check(_ text: String) {
        let lines = BodyLine.lines(of: text)
        for index in lines.indices where !lines[index].isQuoted {
            let found = QuoteHeader.starting(at: index, in: lines[...])
            #expect(found == nil, "line \(index) of \(text)")
        }
    }

    static let prose: [String] = [
        "Voici ce que Mme Durand <d@gue.example> a écrit :",
        "Voici le message de Mme Durand <d@gue.example> du 3/11/2026 10:12 :",
        "Ci-dessous l'échange avec Paul <p@gue.example> le 3 novembre à 10:12 :",
        "Pour mémoire, Paul Riou (p@gue.example) a écrit le 3 novembre :",
        "Le 3 novembre 2026 à 10:12, Mme Durand, secrétaire, a écrit :",
        "Le 3 novembre 2026 à 10 h 12, Paul Riou a écrit :\nJe refuse.",
        "Le 12/11/2026 à 14:00, atelier avec Paul <p@gue.example> :",
        "Le secrétariat <s@gue.example> est ouvert le 3/11/2026 de 8:30 à 10:00 :",
        "Hier à 10:12, Paul Riou <p@gue.example> a écrit :",
        "À l'attention de Paul <p@gue.example>, 3/11/2026 10:12 :",
        "Mme Durand a écrit dans son courriel du 3 novembre 2026 10:12 :",
        "Paul Riou <p@gue.example> a écrit :",
        "Selon Paul Riou :", "Quoting Paul Riou <p@gue.example>:",
        "Paul Riou, le 3/11/2026 10:12 :", "[03/11 10:12] Paul Riou : bonjour",
        "Le 3 novembre à 18 h, le conseil a écrit :",
        "Le 3 novembre à 18h30, le conseil a écrit :\nNous refusons.",
        "Le 3 novembre 2026 à 18h30, le conseil a écrit :\nNous refusons.",
        "Le 3 novembre 2026 à 18:30, notre maire a écrit :\nNous refusons.",
        "Le préfet nous a écrit le 3 novembre à 10:12 :",
        "Le préfet vous a écrit le 3 novembre 2026 à 10:12 :",
        "Mme Riou m'a écrit le 3/11/2026 à 10:12 :",
        "Mme Riou lui a écrit le 3/11/2026 à 10:12 :",
        "Le 3 novembre 2026 à 10:12, Mme Riou (riou@gue.example) nous a écrit :",
        "Le 3 novembre, le préfet nous a écrit : vous devez fermer.",
        "Le sous-préfet a écrit : il faut fermer la salle.",
        "Le maire a écrit :",
        "Le préfet a écrit le 3 novembre 2026 à 10:12 :",
        "Notre maire a écrit le 3 novembre 2026 à 10:12 :",
        "Le maire a écrit à la préfecture le 3 novembre :",
        "Comme l'élu l'a écrit le 3 novembre 2026 à 10:12 :",
        "Le 3 novembre, j'ai écrit au service :",
        "Le 3 novembre 2026, nous avons reçu la lettre suivante :",
        "Le 3 novembre 2026 à 10:12 nous avons eu une coupure, voici le détail :",
        "Le mardi 3 novembre à 10:12, réunion en mairie :",
        "Le marché a lieu le mardi :",
        "On Tuesday at 10:12 the council wrote:",
        "On November 3, 2026 at 10:12, the council wrote:",
        "The mayor wrote to us on 3 November 2026 at 10:12:",
        "Merci de répondre avant le 3/11/2026 10:12 à Nathalie <n@gue.example> :",
        "Merci de m'écrire à n@gue.example avant le 3 novembre :",
        "Contactez Nathalie <n@gue.example> avant le 3/11/2026 10:12 :",
        "Réunion du 3 novembre 2026 à 10:12, inscriptions <n@gue.example> :",
        "Rendez-vous le 3 novembre 2026 à 10:12 :",
        "Pour le 3/11/2026 10:12, il faut prévoir :",
        "Il a écrit :",
        "Horaires : du lundi au vendredi de 8:30 à 12:00",
        "Le 3 novembre 2026 à 10:12, M. Riou a écrit : « Je refuse »",
        "Nathalie <n@gue.example> :",
        "Voir le courriel de Paul <p@gue.example> :",
        "Le tableau que Paul a écrit :",
        "Comme Paul Riou l'avait écrit le 3/11/2026 à 10:12 :",
        "Am Dienstag schrieb uns der Bürgermeister:",
        "Le 3, Paul a écrit :",
        "------\nLe conseil se réunit mardi.",
        "*****\nBonjour",
        "--- Rappel ---\nLe conseil se réunit mardi.",
        "Message du maire :\nBonjour à tous",
        "Message du 3 novembre\nBonjour à tous",
        "Message d'origine inconnue, je l'ai jeté.",
    ]

    /// Over quoted lines.
    static let marked: [String] = [
        "Voici ce que Paul <p@gue.example> a écrit :\n> Fermez la salle.",
        "Le préfet nous a écrit le 3 novembre 2026 :\n> Fermez la salle.",
        "Voici ce que je propose le 3 novembre :\n> Fermer la salle.",
        "Ma réponse :\n> Fermer la salle.",
    ]

    static let lists: [String] = [
        "________\nDe : Mairie <m@gue.example>\nÀ : Incubateur\nObjet : salle\n\nMadame,",
        "Mairie du Gué\n3 novembre 2026 à 10:12\nÀ : Incubateur\nObjet : salle\n\nMadame,",
        "Le Gué, le 3 novembre 2026 à 10:12\n\nPour : les élus\nObjet : salle\n\nMadame,",
        "Réunion des élus\n3 novembre 2026 10:30\nsalle du conseil\nObjet\nla salle\n",
        "De : Mairie <m@gue.example>\nÀ : Incubateur <i@gue.example>\nObjet : salle\n\nMadame,",
        "De : Mairie du Gué <m@gue.example>\nObjet : salle\n\nMadame,",
        "De : Paul Riou, maire\nÀ : Incubateur\nDate : 3 novembre 2026\nObjet : salle\n\nMadame,",
        "Date : mardi 3 novembre 2026 de 10:00 à 12:00\nDe : mairie\nÀ : salle\nObjet : atelier\n",
        "Départ : 3/11/2026 10:12\nArrivée : 3/11/2026 12:00\nTrain : 12 <p@gue.example>\n",
        "Auteur : Paul <p@gue.example>\nDate : 3/11/2026 10:12\nTitre : panne\n",
        "Créé par : Paul <p@gue.example>\nCréé le : 3/11/2026 10:12\nAssigné à : Marc\n",
        "Demandeur : Paul <p@gue.example>\nCréé le : 3/11/2026 10:12\nPriorité : haute\n",
        "Cc : Paul <p@gue.example>\nDate : 3/11/2026 10:12\nObjet : salle\n",
        "From: 3 November\nTo: 5 November\nSubject: leave\nSent by: Paul <p@gue.example>\n",
        "De : la mairie\nÀ : la préfecture\nObjet : la salle\n\nMadame,",
        "De : la mairie du Gué\nÀ : Incubateur\nDate : 3 novembre 2026\nObjet : salle\n\nMadame,",
        "De : le maire\nObjet : la salle\n\nMadame,",
        "Date : 3 novembre 2026\nLieu : mairie\nSujet : la salle\n\nMerci",
        "Date : 3 novembre 2026 à 10:30\nLieu : mairie\nObjet : la salle\n\nMerci",
        "Nom : Riou\nCommune : Le Gué\nTéléphone : 02 96 00 00 00\nCourriel : p@gue.example\nDate : 03/11/2026 10:12\n",
        "Nom : Riou\nCourriel : <p@gue.example>\nDate : 03/11/2026 10:12\nMessage : bonjour\n",
        "Expéditeur : p@gue.example\nCommune : Le Gué\nDate : 03/11/2026 10:12\nObjet : salle\n",
        "Paul Riou\nTél : 02 96 00 00 00\nCourriel : p@gue.example\nHoraires : 8:30-12:00\n",
        "Tél : 02 96 00 00 00\nMail : <p@gue.example>\nOuverture : 3/11/2026 8:30\n",
        "Mairie du Gué\n3 place de l'Église\n22000 Le Gué\n\nLe Gué, le 3 novembre 2026\n\nObjet : salle",
        "Ordre du jour :\n10:00 : accueil\n10:30 : budget\n12:00 : repas\n",
        "Objet : salle des fêtes\nRéf. : 2026-11\nPJ : 2\n\nMonsieur le maire,",
        "À : tous les élus\nObjet : réunion\nDate : 3 novembre 2026 à 10:30\n\nBonjour",
        "Pour : les élus\nDate : mardi 10:30\nSujet : la salle\n",
        "Réunion : 3/11/2026 10:30\nLieu : salle <plan@gue.example>\nContact : Paul\n",
        "Name: Paul Riou\nEmail: <p@gue.example>\nDate: 03/11/2026 10:12\n",
        "When: Tuesday, November 3, 2026 10:30\nWhere: Town hall\nOrganizer: Paul <p@gue.example>\n",
        "______\nDe : la mairie\nÀ : la préfecture\n\nMadame,",
        "De : 8:30\nÀ : 12:00\nLieu : mairie\n",
    ]

    static let slips: [String] = [
        "NOTE DE SERVICE\n\nDe : Alain Kerguelen\nÀ : tous les agents\nDate : 3 novembre 2026, 10h30\nObjet : congés\n\nMerci de poser vos jours.",
        "NOTE\n\nDe : Alain Kerguelen\nÀ : tous\nDate : mardi 3 novembre 2026 à 10 h 30\nObjet : congés\n\nMerci.",
        "Message téléphonique\n\nDe : M. Caradec\nReçu le : 3/11/2026 10h12\nObjet : haie\n\nLa haie déborde.",
        "Message téléphonique\n\nDe : M. Caradec\nReçu le : 3/11/2026 10:12\nObjet : haie\n\nLa haie déborde.",
        "Message téléphonique\n\nDe : M. Caradec\nReçu le : 3/11/2026\n\nLa haie déborde.",
        "De : gare de Vannes\nEnvoi : 8:30\nÀ : mairie\nObjet : visite\n",
        "De : 9:00\nÀ : 10:00\nLe : 12/11/2026 9:00\nObjet : visite\n",
        "De : 9:00\nÀ : 10:00\nEnvoyé : mardi 12/11/2026 9:00\nObjet : visite\n",
        "De : accueil\nÀ : tous\nDate : mardi 3 novembre 2026 à 10:12\nObjet : clés\n",
        "Message transféré :\nje l'ai envoyé hier à la préfecture",
    ]

    static let logs: [String] = [
        "3/11/2026 10:12 panne du portail <s@gue.example> :\nrelancé",
        "3/11/2026 10:12 Paul Riou <p@gue.example> :\nrelancé\n3/11/2026 11:30 Ana Gil <a@gue.example> :\nvu",
        "3/11/2026 10:12 Paul Riou <p@gue.example> :\n3/11/2026 11:30 Ana Gil <a@gue.example> :\nvu",
    ]
}
