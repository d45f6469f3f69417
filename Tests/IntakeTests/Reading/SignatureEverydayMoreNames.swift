extension SignatureEverydayTests {
    static let moreNames: [MarkedBody] = [
        MarkedBody(
            "Luc Andrieu: Luc passe demain matin.",
            by: "Luc Andrieu",
            at: "luc",
            """
            Le camion est en panne.

            Luc passe demain matin.
            """
        ),
        MarkedBody(
            "Luc Andrieu: Le camion est en panne.",
            by: "Luc Andrieu",
            at: "luc",
            """
            Le camion est en panne.

            S|Luc Andrieu, pour l'atelier
            """
        ),
        MarkedBody(
            "Maya Stone: Maya will cover Sunday.",
            by: "Maya Stone",
            at: "maya",
            """
            I can take the late shift on Friday.

            Maya will cover Sunday.
            """
        ),
        MarkedBody(
            "Greta Olsson: Allt gott",
            by: "Greta Olsson",
            at: "greta",
            """
            Hej,

            mötet är flyttat till torsdag.

            Allt gott
            S|Greta
            """
        ),
        MarkedBody(
            "Lars Holm: Ha en fin kveld!",
            by: "Lars Holm",
            at: "lars",
            """
            Hei,

            nøkkelen ligger i skuffen.

            Ha en fin kveld!
            S|Lars
            """
        ),
        MarkedBody(
            "Dick Byrne: Yours etc",
            by: "Dick Byrne",
            at: "dick",
            """
            Dear Sir or Madam

            Please find the form attached.

            Yours etc
            S|R. Byrne (Mr)
            """
        ),
        MarkedBody(
            "Council: Agenda attached.",
            by: "Council",
            at: "clerk",
            """
            Dear all

            Agenda attached.

            S|Joy Parrish
            S|Parish Clerk & RFO
            S|Mob 07700 900 456

            X|----
            D|This email is confidential and intended solely for the addressee. If you are not the intended recipient please delete it.
            """
        ),
        MarkedBody(
            "Bea Lott: on my way now, ten minutes",
            by: "Bea Lott",
            at: "bea",
            """
            on my way now, ten minutes

            S|bea x
            """
        ),
        MarkedBody(
            "Dave: Best of luck with the move!",
            by: "Dave",
            at: "dave",
            """
            Sounds good. Count me in for the quiz and the curry.

            Best of luck with the move!

            S|Dave
            """
        ),
        MarkedBody(
            "Dave: Say hi to Ann",
            by: "Dave",
            at: "dave",
            """
            Sounds good. Count me in for the quiz and the curry.

            Say hi to Ann
            """
        ),
        MarkedBody(
            "Olga Ivanova: С наилучшими пожеланиями,",
            by: "Olga Ivanova",
            at: "olga",
            """
            Добрый день,

            договор подписан и отправлен вам почтой.

            С наилучшими пожеланиями,
            S|Ольга Иванова
            S|ООО «Ромашка»
            S|+7 (495) 000-00-00
            """
        ),
        MarkedBody(
            "Jan Novák: S přátelským pozdravem",
            by: "Jan Novák",
            at: "jan",
            """
            Dobrý den,

            klíče jsou na obci.

            S přátelským pozdravem

            S|Jan Novák
            S|starosta obce
            """
        ),
        MarkedBody(
            "Maria Ionescu: Cu stimă,",
            by: "Maria Ionescu",
            at: "maria",
            """
            Bună ziua,

            Vă trimit actele mâine.

            Cu stimă,
            S|Maria Ionescu
            """
        ),
        MarkedBody(
            "Kees de Wit: Groetjes,",
            by: "Kees de Wit",
            at: "kees",
            """
            Hoi,

            Zaterdag is prima, ik neem de ladder mee.

            Groetjes,
            S|Kees
            """
        ),
        MarkedBody(
            "Kees de Wit: Hartelijke groet,",
            by: "Kees de Wit",
            at: "kees",
            """
            Beste Ineke,

            De vergunning is rond.

            Hartelijke groet,

            S|Kees de Wit
            S|Beleidsadviseur Ruimte
            S|Gemeente Zuidplas
            S|T 0180 000 000
            """
        ),
        MarkedBody(
            "João Pires: Cumprimentos,",
            by: "João Pires",
            at: "joao",
            """
            Boa tarde,

            Segue o recibo.

            Cumprimentos,
            S|João Pires
            """
        ),
        MarkedBody(
            "Hervé: Pour la salle c'est bon de mon côté. Voir av",
            by: "Hervé",
            at: "herve",
            """
            Bonjour,

            Pour la salle c'est bon de mon côté. Voir avec Nadège pour les clés.

            S|Hervé
            S|Services techniques
            """
        ),
        MarkedBody(
            "Hervé: Services techniques",
            by: "Hervé",
            at: "herve",
            """
            Bonjour,

            Pour la salle c'est bon. Il faut voir avec :
            Nadège Blin
            Services techniques
            """
        ),
        MarkedBody(
            "Direction: Bien cordialement",
            by: "Direction",
            at: "dg",
            """
            Bonjour,

            Le comité est fixé au 4.

            Bien cordialement

            S|Direction générale des services
            S|Commune de Plouha
            S|02 96 00 00 00

            S|Retrouvez l'actualité de la commune sur www.plouha.example
            S|Suivez-nous sur Facebook
            """
        ),
        MarkedBody(
            "Marc Lebrun: je passe demain.",
            by: "Marc Lebrun",
            at: "ml",
            """
            Bonjour,

            je passe demain.

            S|M. Lebrun
            S|Conseiller municipal
            S|Sent from my Galaxy
            """
        ),
        MarkedBody(
            "Zoé: Bonne journée,",
            by: "Zoé",
            at: "zoe",
            """
            Bonjour,

            Mon fils est malade, il ne mangera pas à la cantine aujourd'hui.

            Bonne journée,
            S|Maman de Léon (CE1)
            """
        ),
        MarkedBody(
            "Zoé: Cordialement,",
            by: "Zoé",
            at: "zoe",
            """
            Bonjour,

            Mon fils est malade.

            Cordialement,
            S|Mme et M. Ferrer
            S|parents de Léon
            """
        ),
        MarkedBody(
            "Ruth: Thanks, that's kind. We'll be there at 6.",
            by: "Ruth",
            at: "ruth",
            """
            Thanks, that's kind. We'll be there at 6.

            S|Ruth & Colin
            """
        ),
        MarkedBody(
            "Ruth: Peter",
            by: "Ruth",
            at: "ruth",
            """
            The three who can drive:

            Ruth
            Colin
            Peter
            """
        ),
        MarkedBody(
            "Chiara: Distinti saluti",
            by: "Chiara",
            at: "chiara",
            """
            Gentile dottore,

            allego il modulo firmato.

            Distinti saluti

            S|Chiara Bassi
            S|Ufficio tributi
            S|Comune di Asolo
            """
        ),
        MarkedBody(
            "Eva: Viele liebe Grüße",
            by: "Eva",
            at: "eva",
            """
            Hallo zusammen,

            die Liste ist fertig. Wer fehlt noch?

            Viele liebe Grüße
            S|Eva
            """
        ),
    ]
}
