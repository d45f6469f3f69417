import Testing

@testable import Intake

@Suite("Disclaimers") struct DisclaimerTests {
    @Test("notices, banners and footers are set apart", arguments: bodies)
    func disclaimer(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "confidential, French",
            """
            Le devis est signé.

            Cordialement,

            S|Nathalie Perrin

            D|Ce message et toutes les pièces jointes sont établis à l'intention exclusive de ses destinataires et sont confidentiels. Si vous recevez ce message par erreur, merci de le détruire et d'en avertir l'expéditeur.
            """
        ),
        MarkedBody(
            "under a rule",
            """
            Le devis est signé.

            S|Nathalie Perrin

            X|________________________________
            D|Le présent courriel peut contenir des informations confidentielles. Toute diffusion non autorisée est interdite.
            """
        ),
        MarkedBody(
            "in two languages",
            """
            Le devis est signé.

            Bien à vous,
            S|Nathalie Perrin

            D|Ce message est confidentiel. Son contenu ne représente en aucun cas un engagement de la collectivité.

            D|This e-mail is confidential. Its contents do not constitute a commitment by the authority. If you are not the addressee, please delete it.
            """
        ),
        MarkedBody(
            "with a heading",
            """
            Le devis est signé.

            Cordialement,
            S|Nathalie Perrin
            S|Ville de Lannion

            D|AVIS DE CONFIDENTIALITÉ
            D|Ce courriel s'adresse uniquement à son destinataire.
            D|S'il vous est parvenu par erreur, supprimez-le.
            """
        ),
        MarkedBody(
            "in brackets with stars",
            """
            Le devis est signé.

            Cordialement,
            S|Nathalie Perrin

            D|*** Ce message est à l'usage exclusif du destinataire et peut contenir des données confidentielles. ***
            """
        ),
        MarkedBody(
            "personal data of an authority",
            """
            Votre dossier est complet.

            Cordialement,

            S|Nathalie Perrin
            S|Mairie de Plouaret

            D|Les informations recueillies font l'objet d'un traitement par la mairie de Plouaret. Conformément au RGPD, vous disposez d'un droit d'accès et de rectification auprès du délégué à la protection des données.
            """
        ),
        MarkedBody(
            "personal data, addressed to the reader",
            """
            Votre dossier est complet.

            Cordialement,

            S|Nathalie Perrin

            D|Conformément à la loi Informatique et Libertés, vous pouvez exercer votre droit d'accès aux données vous concernant en écrivant à dpo@lannion.example.
            """
        ),
        MarkedBody(
            "English",
            """
            The invoice is paid.

            Regards,
            S|Nathalie Perrin

            D|The information in this email is confidential and may be legally privileged. If you have received it in error, please notify the sender and delete it.
            """
        ),
        MarkedBody(
            "English, notice heading",
            """
            The invoice is paid.

            S|Nathalie Perrin

            D|CONFIDENTIALITY NOTICE: This e-mail may contain privileged material. Any unauthorized review is prohibited.
            """
        ),
        MarkedBody(
            "German",
            """
            Die Rechnung ist bezahlt.

            Viele Grüße
            S|Nathalie Perrin

            D|Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, vernichten Sie bitte diese Mail.
            """
        ),
        MarkedBody(
            "Spanish",
            """
            La factura está pagada.

            Saludos,
            S|Nathalie Perrin

            D|Este mensaje y sus archivos adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario. Si lo ha recibido por error, elimínelo.
            """
        ),
        MarkedBody(
            "Italian",
            """
            La fattura è pagata.

            Cordiali saluti
            S|Nathalie Perrin

            D|Le informazioni contenute in questo messaggio sono riservate e destinate esclusivamente al destinatario. Chi lo ricevesse per errore è pregato di cancellarlo.
            """
        ),
        MarkedBody(
            "banner of a gateway",
            """
            D|[EXTERNE] Attention : ce mail provient de l'extérieur. Ne cliquez pas sur les liens si vous ne connaissez pas l'expéditeur.

            Bonjour,

            Où en est le devis ?
            """
        ),
        MarkedBody(
            "English banner",
            """
            D|CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender.

            Where is the invoice?
            """
        ),
        MarkedBody(
            "banner in two lines",
            """
            D|ATTENTION - MESSAGE EXTERNE
            D|Ce courriel a été envoyé par un expéditeur extérieur à la collectivité. Soyez vigilant avant d'ouvrir les pièces jointes.

            Bonjour,

            Où en est le devis ?
            """
        ),
        MarkedBody(
            "reply above this line",
            """
            D|-- Merci de répondre au-dessus de cette ligne --

            Votre ticket est pris en charge.
            """
        ),
        MarkedBody(
            "reply above, English",
            """
            D|##- Please type your reply above this line -##

            Your request has been received.
            """
        ),
        MarkedBody(
            "footer of a mailing list",
            """
            Qui a un modèle de délibération ?

            S|Nathalie

            X|_______________________________________________
            D|Liste dgs-bretagne
            D|dgs-bretagne@listes.example
            D|Pour se désinscrire : https://listes.example/unsub
            """
        ),
        MarkedBody(
            "footer of a group",
            """
            Who has a template?

            S|Nathalie

            X|--\u{20}
            D|You received this message because you are subscribed to the Google Groups "dgs" group.
            D|To unsubscribe from this group and stop receiving emails from it, send an email to dgs+unsubscribe@groups.example.
            """
        ),
        MarkedBody(
            "unsubscribe",
            """
            La lettre de novembre est en ligne.

            S|L'équipe de la médiathèque

            D|Vous recevez ce message car vous êtes inscrit à notre lettre. Pour vous désabonner, cliquez ici.
            """
        ),
        MarkedBody(
            "below a mark",
            """
            Le devis est signé.

            S|Envoyé de mon iPhone

            D|Ce message est destiné exclusivement à la personne dont le nom figure ci-dessus. Il peut contenir des informations confidentielles.
            """
        ),
        MarkedBody(
            "environment note below it",
            """
            Le devis est signé.

            Cordialement,
            S|Nathalie Perrin

            D|Ce message est confidentiel et réservé à l'usage de ses destinataires.

            S|Pensez à l'environnement avant d'imprimer ce message.
            """
        ),
        MarkedBody(
            "responsibility",
            """
            Le devis est signé.

            S|Nathalie Perrin

            D|La commune décline toute responsabilité au titre de ce message s'il a été altéré, déformé ou falsifié.
            """
        ),
    ]
}
