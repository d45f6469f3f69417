import Testing

@testable import Intake

@Suite("Whole mails with their signatures") struct SignatureMailTests {
    @Test("each line goes where a person would put it", arguments: bodies + more)
    func mail(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "mayor's secretary, commune only",
            by: "MAIRIE DE PLOUNÉVEZ",
            at: "mairie-plounevez",
            """
            Bonjour

            Pouvez vous nous dire si la commune peut s'inscrire seule ou s'il faut passer par la communauté de communes.

            Merci

            S|Mairie de Plounévez
            S|7 place de l'Église
            S|22110 PLOUNEVEZ
            S|02 96 00 00 00
            """
        ),
        MarkedBody(
            "title and name in one, no punctuation",
            by: "Mairie",
            at: "mairie.plouray",
            """
            bonjour
            nous voulons une appli pour la cantine
            merci de nous rappeler
            S|le maire Jean Kerguélen
            """
        ),
        MarkedBody(
            "thanks within the sentence, name stuck",
            """
            Le fichier ne s'ouvre pas, pouvez-vous le renvoyer en PDF ? Merci d'avance.
            S|Nathalie
            """
        ),
        MarkedBody(
            "formula inside the last sentence",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Je reste disponible pour en parler. Bien cordialement,
            S|Paul Ferrand
            S|Conseiller numérique, France services de Rostrenen
            """
        ),
        MarkedBody(
            "a bare extension",
            """
            Je regarde ça demain.

            Bonne soirée

            S|Nathalie (poste 4412)
            """
        ),
        MarkedBody(
            "dgs with dense block",
            by: "GAUTIER Hélène",
            at: "h.gautier",
            """
            Monsieur,

            La commission se réunit le 3. Je vous confirmerai le créneau d'ici là.

            Bien à vous.

            S|Hélène GAUTIER
            S|Directrice Générale des Services
            S|Communauté de Communes du Kreiz-Breizh
            S|6 rue Joseph Pennec – BP 30 – 22110 ROSTRENEN
            S|T. 02 96 00 00 00 / P. 06 00 00 00 00
            S|h.gautier@kreiz.example – www.kreiz.example
            S|Accueil : du lundi au vendredi, 9h-12h et 13h30-17h
            S|Retrouvez-nous sur Facebook et sur Instagram
            """
        ),
        MarkedBody(
            "function before the name",
            by: "Hélène Gautier",
            at: "h.gautier",
            """
            Le dossier est parti.

            Salutations distinguées

            S|La Directrice Générale des Services
            S|Hélène GAUTIER
            """
        ),
        MarkedBody(
            "order of the president",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Veuillez recevoir, Monsieur le Maire, mes respectueuses salutations.

            S|Le Président de la Communauté de communes,
            S|Par délégation, le Directeur de l'aménagement

            S|Paul FERRAND
            """
        ),
        MarkedBody(
            "for the mayor absent",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Cordialement.

            S|Pour le Maire empêché,
            S|Le Premier Adjoint
            S|P. FERRAND
            """
        ),
        MarkedBody(
            "name, then formula of thanks below the telephone",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            S|Paul Ferrand
            S|06 00 00 00 00

            Merci d'avance !
            """
        ),
        MarkedBody(
            "association",
            by: "APE Plouaret",
            at: "ape.plouaret",
            """
            Bonjour à tous,

            La kermesse aura lieu le 20 juin. Il nous faut dix bénévoles.

            À très vite,

            S|Pour le bureau de l'APE,
            S|Sandrine
            """
        ),
        MarkedBody(
            "engineer with mottos",
            by: "Yves Tanguy",
            at: "y.tanguy",
            """
            Le débit est de 12 m3/h.

            Cdlt,

            S|Yves TANGUY
            S|Ingénieur eau potable
            S|SDAEP 22
            S|Ligne directe 02 96 00 00 00

            S|L'eau, un bien commun à protéger
            """
        ),
        MarkedBody(
            "private mail",
            by: "Manon",
            at: "manon.b",
            """
            Coucou,
            Tu peux venir samedi ? Y'aura Paul et Léa.
            Gros bisous
            S|Manon
            """
        ),
        MarkedBody(
            "private mail without capitals",
            by: "manon b",
            at: "manonb22",
            """
            coucou tu peux venir samedi ? ya paul et lea
            bizz
            S|manon
            """
        ),
        MarkedBody(
            "councillor on a phone",
            by: "Alain Le Roux",
            at: "alain.leroux22",
            """
            Ok pour moi mais pas avant 18h
            S|Alain

            S|Envoyé de mon iPhone
            """
        ),
        MarkedBody(
            "councillor on a phone, no name",
            by: "Alain Le Roux",
            at: "alain.leroux22",
            """
            Ok pour moi mais pas avant 18h

            S|Envoyé depuis mon appareil Galaxy
            """
        ),
        MarkedBody(
            "capitals",
            by: "MAIRIE ST CLET",
            at: "mairie.stclet",
            """
            BONJOUR,

            MERCI DE NOUS ENVOYER LE CATALOGUE PAR COURRIER.

            CORDIALEMENT

            S|LE SECRETARIAT
            S|MAIRIE DE SAINT-CLET
            """
        ),
        MarkedBody(
            "signature with the mail of another",
            by: "Accueil",
            at: "accueil",
            """
            La salle est libre.

            Cordialement,

            S|Service Vie associative
            S|Tél : 02 96 00 00 00
            S|Courriel : associations@lannion.example
            S|Site : lannion.example
            """
        ),
        MarkedBody(
            "two languages",
            by: "Gwenaëlle Morvan",
            at: "g.morvan",
            """
            Devezh mat,

            Le stage est complet.

            A galon,

            S|Gwenaëlle Morvan
            S|Office public de la langue bretonne
            """
        ),
        MarkedBody(
            "doctor",
            by: "Dr Lucas Petit",
            at: "lpetit",
            """
            Le patient peut reprendre le travail.

            Confraternellement,

            S|Dr L. Petit
            S|Médecin du travail
            S|RPPS 10000000000
            """
        ),
        MarkedBody(
            "student",
            by: "Emma Durand",
            at: "emma.durand",
            """
            Bonjour,

            Je cherche un stage de deux mois en urbanisme. Mon CV est joint.

            Je vous remercie par avance de l'attention que vous porterez à ma candidature.

            S|Emma Durand
            S|Étudiante en M1 Urbanisme, Université de Rennes 2
            S|06.00.00.00.00
            """
        ),
        MarkedBody(
            "journalist",
            by: "Luc Morin",
            at: "l.morin",
            """
            Bonjour,

            Qui pourrais-je interroger sur le sujet ? Bouclage jeudi.

            Merci à vous,
            S|Luc Morin, journaliste
            S|Le Trégor — 06 00 00 00 00
            """
        ),
        MarkedBody(
            "company with a capital",
            by: "Julie Bernard",
            at: "j.bernard",
            """
            Le devis est joint.

            Bien cordialement,

            S|Julie BERNARD
            S|Ingénieure commerciale secteur public
            S|Logitel SAS au capital de 50 000 €
            S|RCS Rennes B 000 000 000
            S|www.logitel.example
            """
        ),
        MarkedBody(
            "pipes on two lines",
            by: "Julie Bernard",
            at: "j.bernard",
            """
            Le devis est joint.

            Excellente journée,

            S|Julie Bernard | Cheffe de projet
            S|Logitel | 12 bd Jean-Jaurès | 35000 Rennes | 02 99 00 00 00
            """
        ),
        MarkedBody(
            "quotation of an author below",
            """
            Rendez-vous à 9 h.

            Bien à vous,

            S|Nathalie Perrin

            S|« Il n'y a pas de vent favorable pour celui qui ne sait où il va » (Sénèque)
            """
        ),
        MarkedBody(
            "seal of state",
            """
            Rendez-vous à 9 h.

            Cordialement,

            S|Nathalie Perrin
            S|Cheffe du bureau des collectivités
            S|Préfecture des Côtes-d'Armor
            S|Liberté
            S|Égalité
            S|Fraternité
            """
        ),
        MarkedBody(
            "numbers of the day",
            """
            Rendez-vous à 9 h.

            Cordialement,

            S|Nathalie Perrin
            S|8 000 habitants, 12 associations, 1 marché
            S|#lannion #bretagne
            """
        ),
        MarkedBody(
            "working from home note",
            """
            Rendez-vous à 9 h.

            Cordialement,

            S|Nathalie Perrin
            S|Télétravail le vendredi
            S|Joignable au 06 00 00 00 00
            """
        ),
        MarkedBody(
            "meeting link in the signature",
            """
            Rendez-vous à 9 h.

            Cordialement,

            S|Nathalie Perrin
            S|Prendre rendez-vous : https://rdv.example/nperrin
            """
        ),
    ]
}
