import Mail
import Testing

@testable import Intake

@Suite("Reading forwards") struct ReadingForwardTests {
    @Test("a bare forward is read, any other is cut off", arguments: rows)
    func forward(_ row: ReadingCase) { row.check() }

    @Test("who wrote the forwarded mail is known") func originalSender() {
        let reading = read(Self.rows[0].message)
        #expect(reading.originalSender?.displayName == "Alain Fouquet")
        #expect(reading.originalSender?.addrSpec == "a.fouquet@belleme.example")
        #expect(reading.sendersText == "Pour suite à donner.")
        #expect(reading.sendersSignature == "N. Perrin")
    }

    private static let asked =
        "Bonjour,\n\nNous cherchons un outil pour la cantine.\n\nCordialement,"
    private static let mail = asked + "\n\nAlain Fouquet\nMaire de Bellême"

    static let rows: [ReadingCase] = [
        ReadingCase(
            "Outlook, for action",
            subject: "TR: cantine",
            """
            Pour suite à donner.

            N. Perrin

            De : Alain Fouquet <a.fouquet@belleme.example>
            Envoyé : mardi 3 novembre 2026 10:12
            À : PERRIN Nathalie
            Objet : cantine

            \(mail)
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder: "Pour suite à donner."
        ),
        ReadingCase(
            "Gmail, no word",
            subject: "Fwd: cantine",
            """
            ---------- Forwarded message ---------
            De : Alain Fouquet <a.fouquet@belleme.example>
            Date: mar. 3 nov. 2026 à 10:12
            Subject: cantine
            To: <n.perrin@ville-lannion.example>


            \(mail)
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder: ""
        ),
        ReadingCase(
            "Thunderbird",
            subject: "Fwd: cantine",
            """
            Merci de voir avec eux.



            -------- Message transféré --------
            Sujet : \tcantine
            Date : \tTue, 3 Nov 2026 10:12:10 +0100
            De : \tAlain Fouquet <a.fouquet@belleme.example>
            Pour : \tn.perrin@ville-lannion.example

            \(mail)
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder: "Merci de voir avec eux."
        ),
        ReadingCase(
            "Apple Mail",
            subject: "Fwd: cantine",
            """
            Pour info

            Envoyé de mon iPhone

            Début du message réexpédié :

            De: Alain Fouquet <a.fouquet@belleme.example>
            Objet: cantine
            Date: 3 novembre 2026 à 10:12:33 UTC+1
            À: n.perrin@ville-lannion.example

            \(mail)
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder: "Pour info"
        ),
        ReadingCase(
            "Apple Mail, quoted",
            subject: "Tr: cantine",
            """
            Bonjour, je vous transmets ce message qui vous concerne. Bien à vous

            > Début du message réexpédié :
            >
            > De: Alain Fouquet <a.fouquet@belleme.example>
            > Objet: cantine
            > Date: 3 novembre 2026 à 10:12:33 UTC+1
            > À: n.perrin@ville-lannion.example
            >
            > Bonjour,
            >
            > Nous cherchons un outil pour la cantine.
            >
            > Cordialement,
            >
            > Alain Fouquet
            > Maire de Bellême
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder: "Bonjour, je vous transmets ce message qui vous concerne. Bien à vous"
        ),
        ReadingCase(
            "Zimbra",
            subject: "Tr: cantine",
            """
            Bonjour,

            Ci-dessous la demande d'un maire. Pouvez-vous lui répondre ?

            Cordialement

            ----- Mail transféré -----
            De: "Alain Fouquet" <a.fouquet@belleme.example>
            À: "Nathalie Perrin" <n.perrin@ville-lannion.example>
            Envoyé: Mardi 3 Novembre 2026 10:12:44
            Objet: cantine

            \(mail)
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder:
                "Bonjour,\n\nCi-dessous la demande d'un maire. Pouvez-vous lui répondre ?\n\nCordialement"
        ),
        ReadingCase(
            "two forwards",
            subject: "TR: Fwd: cantine",
            """
            Pour attribution.

            ________________________________
            De : Elus-SP61
            Envoyé : mercredi 4 novembre 2026 09:15
            À : PERRIN Nathalie
            Objet : Fwd: cantine

            Reçu ça, pas pour nous il me semble.
            JPD

            -------- Message transféré --------
            Sujet : cantine
            Date : Tue, 3 Nov 2026 10:12:10 +0100
            De : Alain Fouquet <a.fouquet@belleme.example>
            Pour : Elus-SP61 <elus@orne-gouv.example>

            \(mail)
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder: "Pour attribution."
        ),
        ReadingCase(
            "the forwarder asks",
            subject: "TR: La lettre des maires",
            """
            Bonjour, est-ce que Lannion peut en bénéficier et de quoi exactement ? Merci.

            Nathalie Perrin

            De : La lettre <lettre@reseau.example>
            Envoyé : mardi 3 novembre 2026 10:12
            À : PERRIN Nathalie
            Objet : La lettre des maires

            L'incubateur finance des startups de territoire.
            """,
            new: "Bonjour, est-ce que Lannion peut en bénéficier et de quoi exactement ? Merci.",
            signature: "Nathalie Perrin"
        ),
        ReadingCase(
            "the forwarder has the same need",
            subject: "Tr: TAD",
            """
            Bonjour,

            Je vous transmets le message d'un collègue. Nous avons le même besoin pour nos hameaux.

            Cordialement,
            Nathalie Perrin

            ----- Mail transféré -----
            De: "Rémi" <r@haute-comte.example>
            À: "N" <n.perrin@ville-lannion.example>
            Envoyé: Mardi 10 Novembre 2026 15:20:44
            Objet: TAD

            Lance une startup chez toi.
            """,
            new: """
                Bonjour,

                Je vous transmets le message d'un collègue. Nous avons le même besoin pour nos hameaux.

                Cordialement,
                """,
            signature: "Nathalie Perrin"
        ),
        ReadingCase(
            "a reply of one word is no forward",
            subject: "RE: cantine",
            """
            Merci !

            De : Incubateur <incubateur@anct.example>
            Envoyé : mardi 3 novembre 2026 10:12
            À : PERRIN Nathalie
            Objet : cantine

            Voici la liste des services.
            """,
            new: "Merci !"
        ),
        ReadingCase(
            "the forwarded disclaimer is cut too",
            subject: "Fwd: cantine",
            """
            Pour traitement

            ---------- Message transféré ----------
            De : Alain Fouquet <a.fouquet@belleme.example>
            Date : 3 novembre 2026 à 10:12
            Objet : cantine
            À : n.perrin@ville-lannion.example

            \(mail)

            Ce message et ses pièces jointes sont confidentiels et destinés à leur seul destinataire.
            """,
            new: asked,
            signature: "Alain Fouquet\nMaire de Bellême",
            readsForward: true,
            forwarder: "Pour traitement"
        ),
    ]
}

extension ReadingForwardTests {
    @Test("a forwarded answer between quoted lines is read, not what it quotes")
    func interleaved() {
        var message = Message()
        message.subject = "TR: cantine"
        message.text = """
            De : Jean Moreau <j.moreau@plouvern.example>
            Envoyé : mardi 3 novembre 2026 10:12
            À : Claire Morvan
            Objet : RE: cantine

            > Combien d'enfants mangent à la cantine ?
            Nous avons 112 enfants et le portail est en panne depuis lundi.
            Les parents appellent la mairie tous les matins.
            Jean Moreau
            """
        let reading = read(message)
        #expect(reading.readsForward)
        #expect(reading.newText.hasPrefix("Nous avons 112 enfants"))
        #expect(!reading.newText.contains("Combien"))
    }

    @Test("a hand-over above a reply line hands on what it announces")
    func replyLine() {
        var message = Message()
        message.subject = "TR: cantine"
        message.text = """
            Je vous transfère la demande ci-dessous.

            Le 3 nov. 2026 à 10:12, Jean Moreau <j.moreau@plouvern.example> a écrit :

            Bonjour, nous cherchons un outil pour la cantine.
            """
        let reading = read(message)
        #expect(reading.readsForward)
        #expect(reading.originalSender?.displayName == "Jean Moreau")
        #expect(reading.newText == "Bonjour, nous cherchons un outil pour la cantine.")
    }
}
