import Testing

@testable import Intake

@Suite("Whole mails with their signatures") struct SignatureMailTests {
    @Test("each line goes where a person would put it", arguments: bodies)
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
        MarkedBody(
            "right to disconnect",
            """
            Rendez-vous à 9 h.

            Cordialement,

            S|Nathalie Perrin
            S|Ville de Lannion

            S|Droit à la déconnexion : si vous recevez ce mail en dehors de vos heures de travail, il n'appelle pas de réponse immédiate.
            """
        ),
        MarkedBody(
            "banner of a fair",
            """
            Rendez-vous à 9 h.

            Cordialement,

            S|Nathalie Perrin
            S|Ville de Lannion

            S|Rencontrons-nous au Salon des maires ! Stand B12, pavillon 3, du 18 au 20 novembre
            """
        ),
        MarkedBody(
            "long prose without signature",
            by: "Roger",
            at: "roger22",
            """
            Bonjour,

            Depuis trois semaines le chemin du Lavoir est impraticable, les tracteurs passent et les trous se remplissent. La mairie dit que c'est la communauté de communes.
            La communauté de communes dit que c'est la mairie.
            Et moi je casse mes amortisseurs
            """
        ),
        MarkedBody(
            "a list at the end",
            by: "Roger",
            at: "roger22",
            """
            Il nous faudrait :
            - 12 tables
            - 40 chaises
            - une sono
            """
        ),
        MarkedBody(
            "a meeting's data at the end",
            by: "Roger",
            at: "roger22",
            """
            La réunion aura lieu :
            le mardi 12 mars à 18 h 30
            salle des mariages
            Mairie de Plouaret
            """
        ),
        MarkedBody(
            "an address asked for",
            by: "Roger",
            at: "roger22",
            """
            Bonjour, voici l'adresse où livrer le colis

            Mairie de Plouaret
            2 place de l'Église
            22420 Plouaret
            """
        ),
        MarkedBody(
            "a question at the end",
            by: "Roger",
            at: "roger22",
            """
            Merci pour votre réponse rapide.
            La mairie de Plouaret est-elle concernée ?
            """
        ),
        MarkedBody(
            "prose below thanks",
            by: "Roger",
            at: "roger22",
            """
            Merci pour votre mail.
            Le maire souhaite vous rencontrer avant la fin du mois, avec son adjoint aux finances.
            """
        ),
        MarkedBody(
            "contact of a colleague",
            by: "Roger",
            at: "roger22",
            """
            Bonjour,

            Contactez plutôt ma collègue Julie Bernard, 02 99 00 00 00, julie.bernard@lannion.example
            """
        ),
        MarkedBody(
            "answer by a name",
            by: "Roger",
            at: "roger22",
            """
            Bonjour,

            La personne à contacter est notre secrétaire :
            Mme Le Goff Annick
            02 96 00 00 00
            """
        ),
        MarkedBody(
            "answer to a question by number",
            by: "Roger",
            at: "roger22",
            """
            Plouaret, 2 100 habitants
            """
        ),
        MarkedBody(
            "thanks alone",
            by: "Roger",
            at: "roger22",
            """
            Bonjour,

            Merci beaucoup !
            """
        ),
        MarkedBody(
            "poem line",
            by: "Roger",
            at: "roger22",
            """
            Voici le texte pour le bulletin

            Le printemps revient sur la place
            Les bancs sont repeints
            La fontaine chante
            """
        ),
        MarkedBody(
            "formula then the reader's to-do",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Bonjour,

            Tout est prêt.

            Bonne journée,

            S|Paul

            Pensez à fermer la salle en partant, s'il vous plaît.
            """
        ),
        MarkedBody(
            "attachment note below",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Bonjour,

            Tout est prêt.

            Cordialement,
            S|Paul Ferrand

            PJ : le plan de la salle
            """
        ),
        MarkedBody(
            "formula as greeting",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Bonne année à tous !

            Les vœux du maire auront lieu le 10 janvier à 18 h, salle des fêtes.
            Un verre de l'amitié suivra.

            S|Paul Ferrand
            """
        ),
        MarkedBody(
            "disclaimer below the address with a wish",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Bonjour,

            Tout est prêt.

            Cordialement,

            S|Paul Ferrand
            S|Technicien réseau
            S|SIVU du Léguer

            D|-----Confidentialité-----
            D|Ce message et toutes les pièces jointes sont confidentiels.
            """
        ),
        MarkedBody(
            "English disclaimer with a company line",
            by: "Tom Hall",
            at: "t.hall",
            """
            Hi Nathalie,

            The drawings are attached. Shout if you need the CAD files.

            Best wishes

            S|Tom Hall MRICS
            S|Associate Director
            S|Hall & Partners LLP
            S|D +44 20 7946 0000 | M +44 7700 900000

            D|Hall & Partners LLP is registered in England and Wales, number 00000000. This email and any attachments are confidential and may be privileged.
            """
        ),
        MarkedBody(
            "dutch one-liner",
            by: "Sanne de Vries",
            at: "s.devries",
            """
            Dank je wel, tot morgen!

            S|Sanne
            """
        ),
        MarkedBody(
            "spanish with P.D.",
            by: "Marta Ruiz",
            at: "mruiz",
            """
            Nos vemos el martes.

            Un saludo,
            S|Marta

            P.D.: trae las llaves.
            """
        ),
        MarkedBody(
            "german nachtrag",
            by: "Jens Maier",
            at: "j.maier",
            """
            Der Termin steht.

            Beste Grüße
            S|Jens Maier
            S|Bauamt

            PS: Bitte den Schlüssel mitbringen.
            """
        ),
        MarkedBody(
            "italian signature block",
            by: "Anna Conti",
            at: "a.conti",
            """
            Il sopralluogo è confermato.

            Cordialmente,

            S|Arch. Anna Conti
            S|Settore Lavori Pubblici
            S|Comune di Cuneo
            S|Via Roma 28 - 12100 Cuneo
            S|Tel. 0171 000000
            """
        ),
        MarkedBody(
            "portuguese block",
            by: "Rita Sousa",
            at: "rsousa",
            """
            A reunião fica para quinta.

            Melhores cumprimentos,

            S|Rita Sousa
            S|Técnica superior
            S|Divisão de Urbanismo
            S|Tel.: +351 253 000 000
            """
        ),
        MarkedBody(
            "gateway tag only",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            D|[EXT] Ce message provient d'un expéditeur externe.

            On décale à mardi ?

            S|Paul
            """
        ),
        MarkedBody(
            "vade secure",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            On décale à mardi.

            S|Paul

            D|Ce message a été vérifié par l'antivirus de messagerie de la collectivité et ne contient pas de logiciel malveillant.
            """
        ),
        MarkedBody(
            "whistle-blowing on privacy, prose",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Bonjour,

            Le RGPD nous impose de recenser les traitements : auriez-vous un modèle de registre ?
            Notre DPO est à mi-temps.

            Merci,
            S|Paul
            """
        ),
        MarkedBody(
            "environment in prose",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Bonjour,

            Nous voulons imprimer moins de papier pour l'environnement. Quelles solutions proposez-vous ?

            S|Paul
            """
        ),
        MarkedBody(
            "name in a sentence at the end",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Vous pouvez voir cela avec Paul Ferrand
            """
        ),
        MarkedBody(
            "one-line reply with a name",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            D'accord. Paul
            """
        ),
    ]
}
