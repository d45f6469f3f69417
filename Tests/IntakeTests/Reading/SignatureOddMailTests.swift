import Testing

@testable import Intake

@Suite("Odd signatures") struct SignatureOddMailTests {
    @Test("each line goes where a person would put it", arguments: bodies + more)
    func mail(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "a pasted letter with its own formula",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Bonjour,

            Voici ce que nous avons reçu de la sous-préfecture :

            « Monsieur le Maire, votre demande est incomplète.
            Veuillez agréer mes salutations distinguées.
            Le sous-préfet »

            Que manque-t-il, selon vous ?

            S|Denis Lambert
            S|Maire
            """
        ),
        MarkedBody(
            "a model of a letter, then the question",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Bonjour,

            Je pensais écrire aux parents :

            Chers parents,
            la cantine sera fermée le 12.
            Cordialement,
            La mairie

            Cela vous paraît-il correct ?
            """
        ),
        MarkedBody(
            "two formulas",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            La cantine sera fermée le 12.

            Avec mes remerciements,

            Bien cordialement,

            S|Denis Lambert
            """
        ),
        MarkedBody(
            "thanks, formula and wish in three lines",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            La cantine sera fermée le 12.

            Merci pour votre aide.
            Bonne journée.
            Cordialement.
            S|Denis
            """
        ),
        MarkedBody(
            "an address inside the text",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Bonjour,

            Merci d'envoyer les clés à :
            M. Louis Morel
            8 rue du Four
            03800 Gannat
            Il est prévenu.

            Cordialement,
            S|D. Lambert
            """
        ),
        MarkedBody(
            "telephone in the last sentence",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Bonjour,

            Le plus simple est de m'appeler au 04 70 00 00 00.

            S|Denis Lambert
            """
        ),
        MarkedBody(
            "telephone as the last line",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Bonjour,

            Le plus simple est de m'appeler :
            04 70 00 00 00
            """
        ),
        MarkedBody(
            "name and telephone asked for",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Bonjour,

            Le numéro de l'électricien ?

            Louis Morel, 06 00 00 00 00

            S|Denis
            """
        ),
        MarkedBody(
            "minutes of a meeting",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Bonjour à tous,

            Présents : D. Lambert, L. Morel, C. Faure
            Excusée : Mme Roy

            Décisions :
            1. La cantine passe à 3,20 €.
            2. Le car partira à 7 h 40.

            Prochaine réunion le 4 avril.

            Bonne soirée à tous

            S|Denis
            """
        ),
        MarkedBody(
            "table of prices",
            by: "Denis Lambert",
            at: "d.lambert",
            """
            Nos tarifs :

            Repas enfant   3,20 €
            Repas adulte   6,10 €
            Garderie       1,00 €
            """
        ),
        MarkedBody(
            "formal with a reference",
            by: "Préfecture",
            at: "pref-collectivites",
            """
            Objet : dotation 2026
            Réf. : 2026/114

            Monsieur le Maire,

            Votre dossier a été reçu le 3 mars.

            Je vous prie de croire, Monsieur le Maire, à l'assurance de ma haute considération.

            S|Pour le préfet et par délégation,
            S|la secrétaire générale,

            S|Claire Fontaine
            """
        ),
        MarkedBody(
            "copy to",
            by: "Claire Fontaine",
            at: "c.fontaine",
            """
            Votre dossier a été reçu.

            Cordialement,

            S|Claire Fontaine
            S|Bureau des dotations

            S|Copie à : Mme la sous-préfète
            """
        ),
        MarkedBody(
            "post office box",
            by: "Claire Fontaine",
            at: "c.fontaine",
            """
            Votre dossier a été reçu.

            Cordialement,

            S|C. FONTAINE
            S|DDT 03 / SUA
            S|51 bd Saint-Exupéry
            S|CS 30110
            S|03403 YZEURE Cedex
            """
        ),
        MarkedBody(
            "time zone of overseas",
            by: "Ludovic Payet",
            at: "l.payet",
            """
            Le cyclone a coupé la liaison.

            Bien cordialement,

            S|Ludovic PAYET
            S|DSI - Commune de Saint-Leu (La Réunion, UTC+4)
            S|GSM : 0692 00 00 00
            """
        ),
        MarkedBody(
            "motto in Latin",
            by: "Ludovic Payet",
            at: "l.payet",
            """
            La liaison est rétablie.

            Cordialement,

            S|Ludovic Payet
            S|Fluctuat nec mergitur
            """
        ),
        MarkedBody(
            "quotation in English",
            by: "Ludovic Payet",
            at: "l.payet",
            """
            La liaison est rétablie.

            X|--\u{20}
            S|Ludovic Payet
            S|"I think there is a world market for maybe five computers." T. J. Watson
            """
        ),
        MarkedBody(
            "strict delimiter under an unsigned letter",
            by: "Ludovic Payet",
            at: "l.payet",
            """
            La liaison est rétablie. Je repasse demain.

            X|--\u{20}
            S|DSI Saint-Leu
            """
        ),
        MarkedBody(
            "joke in a signature",
            by: "Ludovic Payet",
            at: "l.payet",
            """
            La liaison est rétablie.

            X|--\u{20}
            S|Ludovic
            S|Il y a 10 sortes de gens : ceux qui comprennent le binaire et les autres.
            """
        ),
        MarkedBody(
            "GPG note",
            by: "Ludovic Payet",
            at: "l.payet",
            """
            La liaison est rétablie.

            X|--\u{20}
            S|Ludovic Payet
            S|GPG : 0xDEADBEEF
            S|PGP Fingerprint: AAAA BBBB CCCC DDDD EEEE FFFF 0000 1111
            """
        ),
        MarkedBody(
            "wish under the name of the firm",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe.

            Très belle journée à vous,

            S|Nina de l'équipe Factures
            """
        ),
    ]
}
