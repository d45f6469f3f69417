import Testing

@testable import Intake

@Suite("Signatures in many voices") struct SignatureVoiceTests {
    @Test("each line goes where a person would put it", arguments: bodies + more)
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
    ]
}
