extension SignatureEverydayTests {
    static let moreWords: [MarkedBody] = [
        MarkedBody(
            "Bert Gale: Ta",
            by: "Bert Gale",
            at: "bert",
            """
            Hello,

            Any chance of a lift on Sunday?

            Ta
            S|Bert
            """
        ),
        MarkedBody(
            "Иван Петров: Иван придёт завтра сам",
            by: "Иван Петров",
            at: "ip",
            """
            Да, согласен.

            Иван придёт завтра сам
            """
        ),
        MarkedBody(
            "Henri Lacaze: Le DOB est fixé au 12.",
            by: "Henri Lacaze",
            at: "hl",
            """
            Bonjour,

            Le DOB est fixé au 12.

            S|HL
            """
        ),
        MarkedBody(
            "Élodie Brun: Brun",
            by: "Élodie Brun",
            at: "eb",
            """
            Je vous confirme la réservation au nom de

            Brun
            """
        ),
        MarkedBody(
            "Élodie Brun: 06 00 00 00 03",
            by: "Élodie Brun",
            at: "eb",
            """
            Pour la réservation, mettez :
            Élodie Brun
            06 00 00 00 03
            """
        ),
        MarkedBody(
            "Élodie Brun: Responsable : Élodie Brun",
            by: "Élodie Brun",
            at: "eb",
            """
            Sujet : inscription

            Nom de l'enfant : Nino Brun
            Classe : CP
            Responsable : Élodie Brun
            """
        ),
        MarkedBody(
            "Élodie Brun: Merci",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour, les prénoms des trois enfants :
            Nino, Zoé, Paul

            Merci
            S|Élodie
            """
        ),
        MarkedBody(
            "Élodie Brun: Karim est là le mardi.",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,
            Le maître-nageur s'appelle Karim.
            Karim est là le mardi.
            S|Élodie
            """
        ),
        MarkedBody(
            "Élodie Brun: Le service des sports ?",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Qui est responsable ?
            Le service des sports ?
            """
        ),
        MarkedBody(
            "Élodie Brun: - la mairie annexe",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Je cherche :
            - la salle des fêtes
            - le gymnase
            - la mairie annexe
            """
        ),
        MarkedBody(
            "Élodie Brun: mardi 14h-17h",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Horaires du guichet :
            lundi 9h-12h
            mardi 14h-17h
            """
        ),
        MarkedBody(
            "Élodie Brun: Le numéro du garage est le 04 00 00 00 00",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Le numéro du garage est le 04 00 00 00 00
            """
        ),
        MarkedBody(
            "Élodie Brun: 31000 Toulouse",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Adresse exacte du chantier

            12 rue des Forges
            31000 Toulouse
            """
        ),
        MarkedBody(
            "Élodie Brun: 31000 Toulouse (2)",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Le nid de frelons est au 12 rue des Forges, derrière le garage.
            31000 Toulouse
            """
        ),
        MarkedBody(
            "Élodie Brun: Le nid de frelons est derrière le garage.",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Le nid de frelons est derrière le garage.

            S|Élodie Brun
            S|12 rue des Forges
            S|31000 Toulouse
            """
        ),
        MarkedBody(
            "Élodie Brun: www.mairie.example",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Le site ne marche pas :
            www.mairie.example
            """
        ),
        MarkedBody(
            "Élodie Brun: https://www.mairie.example/page",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Le site ne marche pas.

            https://www.mairie.example/page
            """
        ),
        MarkedBody(
            "Élodie Brun: elodie.brun@nouveau.example",
            by: "Élodie Brun",
            at: "eb",
            """
            Bonjour,

            Mon mail a changé.

            elodie.brun@nouveau.example
            """
        ),
        MarkedBody(
            "Noah Reid: Tim Cole",
            by: "Noah Reid",
            at: "noah",
            """
            The winners are

            Ruth Adams
            Tim Cole
            """
        ),
        MarkedBody(
            "Noah Reid: AB-1234-X",
            by: "Noah Reid",
            at: "noah",
            """
            Order number below.

            AB-1234-X
            """
        ),
        MarkedBody(
            "Noah Reid: Error 404",
            by: "Noah Reid",
            at: "noah",
            """
            It says

            Error 404
            """
        ),
        MarkedBody(
            "Noah Reid: Date:",
            by: "Noah Reid",
            at: "noah",
            """
            Could you sign here.

            Signature:
            Date:
            """
        ),
        MarkedBody(
            "Noah Reid: Tim has the van.",
            by: "Noah Reid",
            at: "noah",
            """
            We need three things: rope, tape and a van.

            Tim has the van.
            S|Noah
            """
        ),
        MarkedBody(
            "Noah Reid: no",
            by: "Noah Reid",
            at: "noah",
            """
            no
            """
        ),
        MarkedBody(
            "Noah Reid: Noah",
            by: "Noah Reid",
            at: "noah",
            """
            Noah
            """
        ),
        MarkedBody(
            "Noah Reid: Will ask Ruth",
            by: "Noah Reid",
            at: "noah",
            """
            Not sure yet.

            Will ask Ruth
            """
        ),
        MarkedBody(
            "Noah Reid: Ask Ruth Adams",
            by: "Noah Reid",
            at: "noah",
            """
            Not sure yet.

            Ask Ruth Adams
            """
        ),
    ]
}
