import Testing

@testable import Intake

@Suite("Signatures in other languages") struct SignatureLanguageTests {
    @Test("the closing stays, the name below it does not", arguments: bodies)
    func language(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "English, formula and name",
            """
            Hi,

            Could you send the invoice again?

            Kind regards,
            S|Nathalie Perrin
            S|Head of Finance
            S|Lannion Borough Council
            """
        ),
        MarkedBody(
            "English, cheers",
            """
            Got it.

            Cheers,
            S|Nat
            """
        ),
        MarkedBody(
            "English, many thanks",
            """
            Please call me when you are back.

            Many thanks,

            S|Nathalie
            """
        ),
        MarkedBody(
            "English, best",
            """
            The meeting is at noon.

            Best,
            S|Nathalie Perrin | Project Officer | +44 20 7946 0000
            """
        ),
        MarkedBody(
            "English, yours sincerely",
            """
            Dear Sir,

            I enclose the form.

            Yours sincerely,

            S|N. Perrin (Mrs)
            """
        ),
        MarkedBody(
            "English, address",
            """
            I enclose the form.

            Warm regards

            S|Nathalie Perrin
            S|12 High Street
            S|London SW1A 1AA
            S|T: +44 20 7946 0000
            """
        ),
        MarkedBody(
            "German",
            """
            Guten Tag,

            anbei erhalten Sie die Unterlagen.

            Mit freundlichen Grüßen

            S|Nathalie Perrin
            S|Sachbearbeiterin
            S|Stadt Saarbrücken
            S|Rathausplatz 1, 66111 Saarbrücken
            S|Tel.: +49 681 9050
            """
        ),
        MarkedBody(
            "German, abbreviated",
            """
            anbei die Unterlagen.

            MfG
            S|N. Perrin
            """
        ),
        MarkedBody(
            "German, warm",
            """
            Bis Montag!

            Viele Grüße
            S|Nathalie
            """
        ),
        MarkedBody(
            "German, i. A.",
            """
            anbei die Unterlagen.

            Freundliche Grüße

            S|i. A. Nathalie Perrin
            S|Abteilung Tiefbau
            """
        ),
        MarkedBody(
            "Spanish",
            """
            Buenos días:

            Adjunto el formulario.

            Un cordial saludo,

            S|Nathalie Perrin
            S|Ayuntamiento de Huesca
            S|Tfno. 974 000 000
            """
        ),
        MarkedBody(
            "Spanish, atentamente",
            """
            Adjunto el formulario.

            Atentamente,
            S|Nathalie Perrin
            """
        ),
        MarkedBody(
            "Spanish, hug",
            """
            Nos vemos el lunes.

            Un abrazo
            S|Nati
            """
        ),
        MarkedBody(
            "Italian",
            """
            Buongiorno,

            in allegato il modulo.

            Cordiali saluti

            S|Nathalie Perrin
            S|Ufficio Anagrafe
            S|Comune di Aosta
            """
        ),
        MarkedBody(
            "Italian, distinti",
            """
            In allegato il modulo.

            Distinti saluti,
            S|Dott.ssa Nathalie Perrin
            """
        ),
        MarkedBody(
            "Italian, short",
            """
            Ci vediamo lunedì.

            A presto,
            S|Nati
            """
        ),
        MarkedBody(
            "Dutch",
            """
            Beste collega,

            Hierbij het formulier.

            Met vriendelijke groet,

            S|Nathalie Perrin
            S|Beleidsmedewerker
            S|Gemeente Gent
            """
        ),
        MarkedBody(
            "Dutch, short",
            """
            Tot maandag!

            Groetjes,
            S|Nathalie
            """
        ),
        MarkedBody(
            "Dutch, abbreviated",
            """
            Hierbij het formulier.

            Mvg
            S|Nathalie Perrin
            """
        ),
        MarkedBody(
            "Portuguese",
            """
            Bom dia,

            Segue o formulário.

            Com os melhores cumprimentos,

            S|Nathalie Perrin
            S|Câmara Municipal de Braga
            """
        ),
        MarkedBody(
            "Portuguese, short",
            """
            Segue o formulário.

            Atenciosamente,
            S|Nathalie Perrin
            """
        ),
        MarkedBody(
            "Portuguese, hug",
            """
            Até segunda!

            Abraços,
            S|Nati
            """
        ),
    ]
}
