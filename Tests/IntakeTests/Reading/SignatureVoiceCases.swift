extension SignatureVoiceTests {
    static let more: [MarkedBody] = [
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
