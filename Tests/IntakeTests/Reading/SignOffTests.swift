import Mail
import Testing

@testable import Intake

@Suite("Sign-offs of one line") struct SignOffTests {
    @Test("a line that stands for a name signs", arguments: signed)
    func signs(_ body: MarkedBody) { body.check() }

    @Test("a line that stands for a thing does not", arguments: whole)
    func staysWhole(_ body: MarkedBody) { body.check() }

    private static let signed: [MarkedBody] = [
        MarkedBody(
            "initials right below the text",
            by: "Gilles Pradel",
            at: "gpradel",
            """
            pas de souci pour la cle je la laisse chez le boulanger
            S|GP

            S|Envoyé de mon iPhone
            """
        ),
        MarkedBody(
            "initials in lower case",
            by: "Marie Teyssier",
            at: "m.teyssier",
            """
            Les deux devis sont dans le dossier partagé, rubrique voirie

            S|mt
            """
        ),
        MarkedBody(
            "initials of three",
            by: "Jean-Paul Ricard",
            at: "jpricard",
            """
            Validé pour moi.

            S|JPR
            """
        ),
        MarkedBody(
            "initials below one word",
            by: "Odile Fournier",
            at: "o.fournier",
            """
            Entendu

            S|OF
            """
        ),
        MarkedBody(
            "initials with points",
            by: "Mairie de Fay",
            at: "mairie",
            """
            Le double des clés est au secrétariat, tiroir du haut.

            S|R.L.
            """
        ),
        MarkedBody(
            "one letter",
            by: "Hannah Boyle",
            at: "hboyle",
            """
            Is Thursday any better? I could leave at four.

            S|H
            """
        ),
        MarkedBody(
            "initial and name below a line without a stop",
            by: "Service voirie",
            at: "voirie",
            """
            Le chantier de la rue Neuve reprend lundi à sept heures

            S|B. Castaing
            """
        ),
        MarkedBody(
            "grandmother",
            by: "Yvette Daumas",
            at: "yvette.d",
            """
            Le petit a oublié son cartable à la maison, je le dépose à midi.
            S|Mamie
            """
        ),
        MarkedBody(
            "father",
            by: nil,
            at: "k.h.1952",
            """
            Der Zug kommt um zehn an, bring bitte den Schlüssel mit

            S|Opa
            """
        ),
        MarkedBody(
            "short name",
            by: nil,
            at: "zebulon31",
            """
            on peut venir à quatre samedi si vous avez de la place

            S|Steph
            """
        ),
        MarkedBody(
            "mother of a pupil",
            by: nil,
            at: "tiloulou",
            """
            Merci de me dire si Tom peut rester à la garderie jeudi.

            Merci beaucoup
            S|Elo (maman de Tom, CP)
            """
        ),
        MarkedBody(
            "extension",
            by: nil,
            at: "accueil",
            """
            Le colis est arrivé, il est à l'accueil.

            S|Babeth (poste 118)
            """
        ),
        MarkedBody(
            "neighbour",
            by: nil,
            at: "tourterelle",
            """
            Le chien aboie toute la nuit depuis une semaine.

            S|Zita (voisine du 12)
            """
        ),
        MarkedBody(
            "several for a body",
            by: nil,
            at: "ape.ecole",
            """
            Nous demandons un passage piéton devant l'école.

            Cordialement,
            S|Les parents élus : S. Vidal, P. Marre, K. Benali
            """
        ),
        MarkedBody(
            "several by given names",
            by: nil,
            at: "bureau.club",
            """
            La salle est réservée pour le 12.

            Sportivement
            S|Pour le bureau : Nadine, Robert
            """
        ),
        MarkedBody(
            "below a hand-over",
            by: "Laure Mazel",
            at: "l.mazel",
            """
            Thierry, pour info

            S|Laure
            """
        ),
        MarkedBody(
            "below a hand-over, German",
            by: "Ralf Steiner",
            at: "r.steiner",
            """
            Zur Info.

            S|Ralf
            """
        ),
        MarkedBody(
            "below a hand-over, English",
            by: "Moira Kerr",
            at: "m.kerr",
            """
            Colin, FYI.

            S|Moira
            """
        ),
        MarkedBody(
            "short last words in lower case",
            by: "Ewan Ross",
            at: "ewan",
            """
            the blue one is yours

            send me the bill

            S|ewan
            """
        ),
        MarkedBody(
            "two words above an initial",
            by: "Vivian Shaw",
            at: "v.shaw",
            """
            Chapter five I would drop.

            Rest tomorrow.
            S|V.
            """
        ),
    ]

    private static let whole: [MarkedBody] = [
        MarkedBody(
            "before tax",
            by: "Hugues Tavernier",
            at: "h.tavernier",
            """
            Le devis est de 1 450 euros

            HT
            """
        ),
        MarkedBody(
            "a choice",
            by: "Bernard Alric",
            at: "b.alric",
            """
            Pour le logo nous avons retenu la proposition :

            B
            """
        ),
        MarkedBody(
            "an abbreviation",
            by: nil,
            at: "tourterelle",
            """
            Il manque encore une pièce au dossier de Théo

            PJ
            """
        ),
        MarkedBody(
            "a note in brackets",
            by: nil,
            at: "tourterelle",
            """
            Le dossier est complet.

            Réponse (avant vendredi)
            """
        ),
        MarkedBody(
            "what is meant in brackets",
            by: nil,
            at: "tourterelle",
            """
            Il reste deux places.

            Tarif (repas compris)
            """
        ),
        MarkedBody(
            "who is there, in the text",
            by: nil,
            at: "tourterelle",
            """
            Bonjour,
            voici la liste.

            Présents : S. Vidal, P. Marre
            """
        ),
        MarkedBody(
            "who does it",
            by: nil,
            at: "tourterelle",
            """
            Qui ferme la salle dimanche ? Je propose

            Papa ou Michel, à voir
            """
        ),
        MarkedBody(
            "five thumbs",
            by: nil,
            at: "tourterelle",
            """
            👍👍👍👍👍
            """
        ),
        MarkedBody(
            "a form sent on",
            by: "Site de la commune",
            at: "site",
            """
            Nom : Bouvier
            Prénom : Lise
            Téléphone : 06 00 00 00 02
            Objet : Poubelles
            Message : les bacs ne sont plus relevés depuis quinze jours.
            Cordialement
            L. Bouvier
            J'accepte le traitement de mes données : oui
            """
        ),
    ]
}

extension SignOffTests {
    @Test("a name behind a dash signs, whoever is written in From")
    func dashed() {
        var message = Message()
        message.from = [Address(displayName: nil, localPart: "list", domain: "x.example")]
        message.text = "The index is stale since Monday, and nobody knows why.\n\n-Abhishek Rao"
        let reading = read(message)
        #expect(reading.newText == "The index is stale since Monday, and nobody knows why.")
        #expect(reading.signature == "-Abhishek Rao")
    }
}
