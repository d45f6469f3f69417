import Testing

@testable import Intake

@Suite("Notices") struct NoticeTests {
    @Test("a notice below a signature is no word of the writer", arguments: notices)
    func notice(_ notice: String) {
        let signed = "Le devis est signé.\n\nCordialement,\n\nS|Nathalie Perrin\nS|Ville de Lannion"
        MarkedBody(notice, "\(signed)\n\nD|\(notice)").check()
        MarkedBody(notice, "Le devis est signé.\n\nS|Nathalie\n\nD|\(notice)").check()
    }

    private static let notices = [
        "L'intégrité de ce message n'étant pas assurée sur Internet, la Ville ne peut être tenue responsable de son contenu.",
        "Ce message électronique et tous les fichiers joints qu'il contient sont confidentiels et destinés à l'usage de la personne à laquelle ils sont adressés.",
        "Si vous avez reçu ce message par erreur, merci de le retourner à son émetteur.",
        "Les informations contenues dans ce courriel sont strictement confidentielles.",
        "Ce courriel peut contenir des informations couvertes par le secret médical.",
        "Sauf mention contraire, ce message ne vaut pas décision de la collectivité.",
        "Le contenu de ce courriel et ses éventuelles pièces jointes sont confidentiels. Ils s'adressent exclusivement à la personne destinataire.",
        "Tout message électronique est susceptible d'altération et son intégrité ne peut être assurée.",
        "La présente communication, y compris ses annexes, est destinée uniquement à son destinataire et peut contenir des informations privilégiées.",
        "Pour des raisons de sécurité, ce message a été chiffré. Ne le transférez pas sans l'accord de son auteur.",
        "Ce mél est confidentiel. Toute publication, utilisation ou diffusion, même partielle, doit être autorisée préalablement.",
        "Conformément à la loi « Informatique et Libertés » du 6 janvier 1978 modifiée, vous bénéficiez d'un droit d'accès et de rectification aux informations qui vous concernent.",
        "Les données recueillies sont destinées aux services de la mairie et conservées deux ans. Plus d'informations : www.mairie.example/rgpd",
        "Mairie de Lannion – Protection des données : vous pouvez contacter notre DPO à l'adresse dpo@lannion.example pour exercer vos droits.",
        "Vos données sont traitées conformément au Règlement général sur la protection des données (UE 2016/679).",
        "La collectivité ne saurait être tenue pour responsable des virus transmis par ce courriel malgré les contrôles effectués.",
        "Avertissement : les opinions exprimées ici n'engagent que leur auteur.",
        "ATTENTION : ce message et les documents attachés contiennent des informations sensibles réservées au destinataire.",
        "This e-mail is intended only for the named recipient and may contain privileged information.",
        "If you are not the intended recipient, you are hereby notified that any disclosure or copying is strictly prohibited.",
        "The contents of this email are confidential. Please inform the sender if it reached you by mistake.",
        "Notice: this message may be subject to disclosure under public records law.",
        "Registered office: 12 High Street, Leeds. Company number 00000000. This message is confidential to the addressee.",
        "We process personal data as described in our privacy notice: www.council.example/privacy",
        "Please note: the council does not accept liability for viruses in this email or its attachments.",
        "Diese Nachricht ist nur für den vorgesehenen Empfänger bestimmt. Jede unbefugte Weitergabe ist untersagt.",
        "Hinweis: Diese E-Mail kann vertrauliche Inhalte enthalten. Bitte löschen Sie sie, wenn Sie sie irrtümlich erhalten haben.",
        "Informationen zum Datenschutz finden Sie unter www.stadt.example/datenschutz",
        "Este correo electrónico contiene información confidencial dirigida únicamente a su destinatario.",
        "De conformidad con el Reglamento General de Protección de Datos, le informamos de que sus datos son tratados por el Ayuntamiento.",
        "Questa e-mail è destinata esclusivamente al destinatario. Ne è vietata la diffusione.",
        "Le informazioni trasmesse sono riservate. Se avete ricevuto questo messaggio per errore, vi preghiamo di cancellarlo.",
        "Dit bericht is uitsluitend bestemd voor de geadresseerde en kan vertrouwelijke informatie bevatten.",
        "De gemeente aanvaardt geen aansprakelijkheid voor de inhoud van deze e-mail.",
        "Esta mensagem e os seus anexos são confidenciais e destinam-se apenas ao destinatário.",
        "Ce message a été contrôlé par la passerelle antispam du syndicat mixte.",
        "Ce message est issu d'un système automatisé, toute réponse à cette adresse ne sera pas lue.",
        "Vous recevez cette lettre parce que vous êtes inscrit au réseau des secrétaires de mairie. Se désinscrire : https://r.example/x",
        "Si ce message vous a été adressé par erreur, nous vous remercions de nous le signaler et de le détruire.",
        "Nous vous rappelons que les échanges de courriels ne remplacent pas une saisine par voie électronique au sens du code des relations entre le public et l'administration.",
    ]
}
