extension SignatureMailTests {
    static let more: [MarkedBody] = [
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
