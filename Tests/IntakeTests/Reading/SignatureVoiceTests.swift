import Testing

@testable import Intake

@Suite("Signatures in many voices") struct SignatureVoiceTests {
    @Test("each line goes where a person would put it", arguments: bodies)
    func mail(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "mail links in the address",
            by: "Sophie Blanchard",
            at: "s.blanchard",
            """
            Bonjour,

            La convention est prête, il manque le cachet.

            Cordialement,

            S|Sophie Blanchard <mailto:s.blanchard@agglo.example>
            S|Direction des finances
            S|02 40 00 00 00 <tel:0240000000>
            S|www.agglo.example <https://www.agglo.example>
            """
        ),
        MarkedBody(
            "long functions",
            by: "Sophie Blanchard",
            at: "s.blanchard",
            """
            La convention est prête.

            Bien cordialement,

            S|Sophie BLANCHARD
            S|Directrice générale adjointe en charge des ressources, de la modernisation de l'action publique et du dialogue social
            S|Département de la Sarthe
            """
        ),
        MarkedBody(
            "function with a slash",
            by: "Sophie Blanchard",
            at: "s.blanchard",
            """
            La convention est prête.

            Bonne réception,

            S|Sophie Blanchard
            S|DGA Ressources / RSSI
            """
        ),
        MarkedBody(
            "trainee",
            by: "Léa Roux",
            at: "l.roux",
            """
            Je vous joins mon rapport.

            En vous souhaitant une bonne journée,

            S|Léa Roux
            S|Apprentie au service communication
            """
        ),
        MarkedBody(
            "volunteer",
            by: "Gérard",
            at: "gerard.p",
            """
            Les cartons sont prêts.

            Solidairement,
            S|Gérard, bénévole à l'épicerie sociale
            """
        ),
        MarkedBody(
            "neighbours",
            by: "M Petit",
            at: "mpetit",
            """
            bonjour la poubelle est encore pleine devant le 14 ca fait 3 semaines merci de faire quelque chose

            S|mr petit 14 rue de la gare
            """
        ),
        MarkedBody(
            "telephone in brackets",
            by: "M Petit",
            at: "mpetit",
            """
            La poubelle est encore pleine.
            S|Bernard Petit (06 00 00 00 00)
            """
        ),
        MarkedBody(
            "mayor's first name",
            by: "Bernard Petit",
            at: "mairie.vion",
            """
            ok pour le 12, je préviens l'école

            S|Bernard
            """
        ),
        MarkedBody(
            "mayor, capital M",
            by: "Bernard Petit",
            at: "mairie.vion",
            """
            La délibération est passée hier soir à l'unanimité.

            S|B. Petit
            S|Maire
            """
        ),
        MarkedBody(
            "deputy with delegation",
            by: "Christine Faure",
            at: "c.faure",
            """
            La délibération est passée.

            Bien à vous,

            S|Christine Faure
            S|2e adjointe déléguée à l'école, à la petite enfance et à la restauration scolaire
            S|Mairie de Vion (07)
            """
        ),
        MarkedBody(
            "collective",
            by: "Collectif",
            at: "collectif.ligne12",
            """
            Le train de 7 h 12 est encore supprimé.

            S|Pour le collectif
            S|Martine et Jean-Claude
            """
        ),
        MarkedBody(
            "union",
            by: "CFDT Interco",
            at: "interco",
            """
            Les agents attendent une réponse.

            Salutations syndicales,

            S|Le bureau de la section
            """
        ),
        MarkedBody(
            "wish with the function",
            by: "Hugo Klein",
            at: "h.klein",
            """
            Le câble est tiré.

            Bon week-end à tous,
            S|Hugo
            S|Atelier municipal
            """
        ),
        MarkedBody(
            "see you on Monday",
            by: "Hugo Klein",
            at: "h.klein",
            """
            Le câble est tiré, on finit lundi.

            À lundi,

            S|Hugo
            """
        ),
        MarkedBody(
            "thanks again",
            by: "Hugo Klein",
            at: "h.klein",
            """
            Le câble est tiré.

            Encore merci pour le coup de main !

            S|Hugo
            """
        ),
        MarkedBody(
            "thanks for reading",
            by: "Hugo Klein",
            at: "h.klein",
            """
            Le câble est tiré. Le reste attendra.

            Je vous remercie de votre compréhension.

            S|Hugo Klein
            S|Chef d'équipe
            """
        ),
        MarkedBody(
            "no accents no capitals",
            by: "hugo klein",
            at: "hugoklein",
            """
            le cable est tire mais il manque deux prises

            hugo klein veut savoir quand vous passez
            """
        ),
        MarkedBody(
            "sent from a car",
            by: "Hugo Klein",
            at: "h.klein",
            """
            J'arrive.

            S|Envoyé depuis ma tablette
            """
        ),
        MarkedBody(
            "two marks",
            by: "Hugo Klein",
            at: "h.klein",
            """
            J'arrive.

            S|Hugo

            S|Envoyé de mon iPhone

            S|Garanti sans virus. www.avast.com
            """
        ),
        MarkedBody(
            "English neighbour",
            by: "Margaret Hill",
            at: "mhill",
            """
            Hello,

            The hedge along Mill Lane has not been cut since March and the children walk in the road.

            Could somebody look at it before term starts?

            With thanks,

            S|Margaret Hill
            S|4 Mill Lane
            """
        ),
        MarkedBody(
            "English clerk",
            by: "Parish Clerk",
            at: "clerk",
            """
            Dear all,

            The minutes are attached. Item 6 will come back in May.

            Kind regards

            S|Susan
            S|Susan Carter
            S|Clerk to Little Snoring Parish Council
            S|Tel: 01328 000000
            S|Office hours: Monday to Thursday, 9 am to 1 pm
            """
        ),
        MarkedBody(
            "English friend",
            by: "Tom",
            at: "tom77",
            """
            Yes to Friday! I'll bring the bread.

            S|T x
            """
        ),
        MarkedBody(
            "English: on behalf",
            by: "Aisha Khan",
            at: "akhan",
            """
            The grant has been approved.

            Yours faithfully,

            S|Aisha Khan
            S|for and on behalf of the Grants Team
            """
        ),
        MarkedBody(
            "English, speak soon",
            by: "Aisha Khan",
            at: "akhan",
            """
            The grant has been approved.

            Speak soon,
            S|Aisha
            """
        ),
        MarkedBody(
            "English, love",
            by: "Mum",
            at: "joan",
            """
            The train is at ten. Bring boots.

            Lots of love,
            S|Mum xx
            """
        ),
        MarkedBody(
            "German tenant",
            by: "Karin Vogel",
            at: "k.vogel",
            """
            Hallo Herr Maier,

            die Heizung im zweiten Stock bleibt seit gestern kalt. Wann kommt jemand?

            Danke und viele Grüße
            S|Karin Vogel
            """
        ),
        MarkedBody(
            "German, with best wishes",
            by: "Karin Vogel",
            at: "k.vogel",
            """
            die Heizung läuft wieder.

            Herzliche Grüße aus Freiburg

            S|Karin
            """
        ),
        MarkedBody(
            "German signature",
            by: "Stadtbücherei",
            at: "buecherei",
            """
            das Buch liegt bereit.

            Freundliche Grüße
            S|Ihre Stadtbücherei
            S|Öffnungszeiten: Di-Fr 10-18 Uhr
            """
        ),
        MarkedBody(
            "Spanish neighbour",
            by: "Lucía Pardo",
            at: "lpardo",
            """
            Buenas tardes,

            La farola de la plaza sigue fundida. ¿Cuándo la cambian?

            Gracias y un saludo,
            S|Lucía Pardo
            S|Tel. 600 000 000
            """
        ),
        MarkedBody(
            "Spanish, waiting",
            by: "Lucía Pardo",
            at: "lpardo",
            """
            Adjunto la solicitud firmada.

            Quedo a la espera de su respuesta.

            S|Lucía Pardo
            """
        ),
        MarkedBody(
            "Italian friend",
            by: "Paolo",
            at: "paolo.r",
            """
            Ci vediamo sabato alle otto davanti al bar.

            Un abbraccio,
            S|Paolo
            """
        ),
        MarkedBody(
            "Italian, thanks",
            by: "Paolo Rossi",
            at: "p.rossi",
            """
            Il modulo è compilato.

            Grazie e buona giornata,
            S|Paolo Rossi
            """
        ),
        MarkedBody(
            "Dutch neighbour",
            by: "Kees Bakker",
            at: "k.bakker",
            """
            Goedemiddag,

            De lantaarnpaal bij nummer 12 doet het niet. Wanneer komt u langs?

            Alvast bedankt,
            S|Kees Bakker
            S|06 00000000
            """
        ),
        MarkedBody(
            "Dutch, greeting",
            by: "Kees Bakker",
            at: "k.bakker",
            """
            Het formulier zit erbij.

            Hartelijke groeten,

            S|Kees
            """
        ),
        MarkedBody(
            "Portuguese neighbour",
            by: "João Pires",
            at: "jpires",
            """
            Boa tarde,

            O candeeiro da rua está apagado. Quando o arranjam?

            Obrigado e bom fim de semana,
            S|João Pires
            """
        ),
        MarkedBody(
            "Portuguese, best",
            by: "João Pires",
            at: "jpires",
            """
            Segue o pedido.

            Com os meus melhores cumprimentos,
            S|João Pires
            S|Telemóvel: 910 000 000
            """
        ),
        MarkedBody(
            "slogan below the first name",
            by: "Yann Guillou",
            at: "y.guillou",
            """
            Le ponton est réparé.

            Kenavo,

            S|Yann
            S|Port de Loctudy, la mer en commun
            """
        ),
        MarkedBody(
            "distinction with a star",
            by: "Yann Guillou",
            at: "y.guillou",
            """
            Le ponton est réparé.

            Cordialement,

            S|Yann Guillou
            S|Capitainerie
            S|★ Port Pavillon Bleu 2026 ★
            """
        ),
        MarkedBody(
            "the mail's own rule of stars between subjects",
            by: "Yann Guillou",
            at: "y.guillou",
            """
            Le ponton est réparé, la facture suit.

            ***

            La cale, elle, attendra le printemps : le maçon n'est pas libre avant.

            Cordialement,
            S|Yann
            """
        ),
        MarkedBody(
            "label for the signature",
            by: "Yann Guillou",
            at: "y.guillou",
            """
            Le ponton est réparé.

            S|Signé : Yann Guillou
            """
        ),
        MarkedBody(
            "sign-off by the place and date",
            by: "Yann Guillou",
            at: "y.guillou",
            """
            Le ponton est réparé.

            Fait à Loctudy, le 3 novembre 2026

            S|Yann Guillou
            S|Maître de port
            """
        ),
    ]
}
