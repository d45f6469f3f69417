/// The wording of machines, and of people who ask, folded.
enum ScreeningWords {}

// MARK: - Bounces, receipts, calendars

extension ScreeningWords {
    static let bounceSubjects = WordingSet(
        """
        undelivered mail returned | undeliverable | undelivered | mail delivery failed |
        mail delivery failure | mail delivery system | mail delivery subsystem |
        delivery status notification | delivery failure | delivery failed |
        delivery notification | delivery has failed | delivery delayed | delayed: |
        delayed mail | failure notice | returned mail | message status - undeliverable |
        mail system error | unzustellbar | warning: message | warning: could not send |
        nondeliverable mail | rejected: | rejected mail | message delivery |
        message undeliverable | message not delivered | email delivery failure | non remis |
        non delivre | non distribue | non distribuable | message non remis |
        message non distribue | message non delivre | message non distribuable |
        mail non remis | mail non distribue | courriel non remis | courriel non distribue |
        courrier non distribue | echec de la remise | echec de remise | echec d'envoi |
        echec de l'envoi | echec de distribution | echec de la distribution |
        echec de delivrance | echec de livraison | echec de transmission |
        notification d'echec | notification de non | notification d'etat de remise |
        notification d'etat de la remise | notification de remise |
        notification de distribution | avis de non | avis de remise | remise differee |
        remise retardee | remise du message | impossible de remettre |
        impossible de delivrer | retour de courrier | retour a l'expediteur |
        message retourne | rapport de non | rapport de remise | retarde : | message retarde |
        erreur de remise | erreur d'envoi | erreur de distribution | votre message n'a pas |
        votre message n'a pu | your message could not | address not found |
        adresse introuvable | non-remise | non remise | delai de remise |
        distribution differee | remis en retard | echec : | failed delivery |
        e-mail non distribue | courrier non remis | e-mail non remis |
        automatically rejected | banned contents | antigen found | virus found |
        virus in mail from you | avertissement : message | avertissement: message |
        echec temporaire | message refuse : | message refuse: | mail refuse |
        courriel refuse | votre courriel a ete rejete | votre message a ete rejete |
        votre mail a ete rejete | votre courriel n'a pas | votre mail n'a pas | remis : |
        remis: | delivered : | delivered: | relaye : | relaye: | relayed: | message remis |
        zustellung | unzustellbare | nachricht unzustellbar | mancata consegna |
        avviso di mancata | consegna fallita | no se puede entregar | no se ha podido |
        error de entrega | entrega fallida | devolucion | mensaje no entregado |
        non recapitabile | message blocked | message bloque | blocked message |
        message rejected | mail rejected | your message was rejected | message not sent |
        could not be delivered | boite pleine | mailbox full | quota depasse |
        notification de retard | avis d'echec | retour de message | courrier en erreur |
        erreur lors de l'envoi | adresse incorrecte | successful mail delivery |
        rapport de lecture non
        """
    )
    static let bounceBody = WordingSet(
        """
        could not be delivered | couldn't be delivered | cannot be delivered |
        was not delivered | wasn't delivered | has not been delivered | not be delivered |
        could not deliver | unable to deliver | undeliverable | delivery to the following |
        delivery has failed | permanent error | permanent fatal errors | transient non-fatal |
        this is the mail system at host | mail delivery software |
        the following address(es) failed | qmail-send program | mail system error |
        returned to sender | user unknown | unknown user | no such user |
        mailbox unavailable | mailbox full | mailbox is full | over quota |
        address not found | does not exist | recipient address rejected | was not found at |
        action: failed | action: delayed | has been delayed | is delayed | delivery attempts |
        still being retried | n'a pas pu etre remis | n'a pu etre remis |
        n'ont pas pu etre remis | n'a pas ete remis | n'a pas pu etre distribue |
        n'a pas pu etre delivre | n'a pu etre delivre | n'a pu etre distribue |
        n'a pas ete distribue | n'a pas ete delivre | n'a pas pu etre livre |
        n'a pas pu etre envoye | n'a pas pu etre achemine | n'a pas pu etre transmis |
        ne peut pas etre remis | ne peut etre remis | impossible de remettre |
        impossible de delivrer | impossible de distribuer | echec de la remise |
        echec de remise | la remise a echoue | remise a ces destinataires |
        remise au destinataire | remise de votre message | la remise du message |
        distribution de votre message | action : failed | action : delayed | action : echec |
        introuvable | adresse inconnue | destinataire inconnu | utilisateur inconnu |
        boite aux lettres pleine | boite pleine | boite aux lettres est pleine |
        quota depasse | n'existe pas | a ete refuse | a ete rejete | est retardee |
        informations de diagnostic | erreur permanente | non remis | smtp error |
        remote mail server | status: 5 | status: 4 | 550 5 | 554 5 | 552 5 | 550-5 | 451 4 |
        452 4 | 421 4 | la boite de reception | a ete differee | automatically rejected |
        was rejected | has been rejected | has been blocked | was blocked |
        delivery of the email was stopped | a ete remis aux | a ete remis a_ |
        n'a pas encore ete | n'a pas encore pu | a ete bloque | n'a pas ete transmis |
        n'a pu etre transmis | file d'attente des nouvelles | wurde nicht zugestellt |
        konnte nicht zugestellt | nicht zugestellt werden | zustellung | e stato rifiutato |
        non e stato possibile | non consegnat | no se pudo entregar |
        no se ha podido entregar | no pudo ser entregado | no se pudo | could not be sent |
        not been able to | will be retried | will keep trying | recipient: | rejected by |
        undelivered | returned mail | the file is currently | retry timeout | message expired
        """
    )
    static let mailSystemNames = WordingSet(
        """
        mail delivery system | mail delivery subsystem | mail delivery | mailer-daemon |
        postmaster | systeme de messagerie | systeme de distribution |
        administrateur systeme | microsoft outlook | system administrator |
        mail administrator | mailer daemon | internet mail delivery | service de messagerie |
        microsoft exchange | mail delivery service | systeme de remise
        """
    )

    static let receiptSubjects = WordingSet(
        """
        lu: | lu : | non lu: | non lu : | read: | read : | not read: | not read : | deleted: |
        supprime : | supprime: | accuse de lecture | confirmation de lecture |
        return receipt | read receipt | accuse de reception (affiche) |
        accuse de reception - affiche | disposition notification | gelesen: |
        avis de lecture | notification de lecture | accuse de reception | message lu |
        ungelesen geloscht | accuse de reception (lecture) | accuse de reception lu |
        recu_ : | displayed: | ouvert : | letto: | gelesen - | leido: | lido: | gelezen: |
        return receipt (displayed)
        """
    )
    static let receiptBody = WordingSet(
        """
        a ete lu le | supprime sans etre lu | supprime sans avoir ete lu | was read on |
        was deleted without being read | has been displayed | was displayed on |
        a ete affiche | this is a return receipt | ceci est un accuse de lecture |
        ceci est un accuse de reception pour | ceci est une confirmation de lecture |
        accuse de reception pour le courrier | accuse de reception pour le message |
        accuse de lecture pour | is no guarantee that the message has been read |
        ne garantit pas que le message | ne garantit que le message | wurde gelesen |
        a ete ouvert le | le message a ete affiche | read receipt | accuse de lecture |
        a ete recu par : | a ete recu par: | has been received by | was received by |
        wurde am | e stato letto | ha sido leido | is gelezen | foi lida |
        le message envoye a | votre document :
        """
    )

    static let calendarSubjects = WordingSet(
        """
        accepte: | accepte : | acceptee: | acceptee : | refuse: | refuse : | refusee : |
        provisoire: | provisoire : | annule: | annule : | annulee: | annulee : | accepted: |
        accepted : | declined: | declined : | tentative: | tentatively accepted |
        tentative : | canceled: | cancelled: | canceled event | cancelled event |
        updated invitation | invitation: | invitation : | invitation mise a jour |
        invitation modifiee | evenement annule | nouvelle proposition | new time proposed |
        nouvelle heure proposee | nouvel horaire propose | peut-etre : | peut-etre: |
        notification : | decline : | reunion annulee | acceptation : |
        reponse a l'invitation | acceptation provisoire | proposition de nouvel horaire |
        transfert de reunion | meeting forward notification |
        notification de transfert de reunion | date retenue | invitation a la reunion
        """
    )
    static let calendarBody = WordingSet(
        """
        a accepte cette invitation | a accepte l'invitation | a accepte votre invitation |
        a refuse cette invitation | a refuse l'invitation | a refuse votre invitation |
        a decline l'invitation | a decline cette invitation | a accepte provisoirement |
        a provisoirement accepte | a repondu peut-etre | has accepted | has declined |
        has tentatively | a annule cet evenement | a annule cette reunion |
        cet evenement a ete annule | this event has been canceled |
        this event has been cancelled | has canceled this event |
        invitation de google agenda | invitation from google calendar |
        a propose un nouvel horaire | a propose une nouvelle | vous invite a un evenement |
        cette reunion a ete annulee | invitation a une reunion | vous a invite a |
        rejoindre la reunion | participer a la reunion microsoft | id de reunion |
        a accepte la reunion | a refuse la reunion | a transfere l'invitation |
        a ete invite a la reunion | notifications d'evenements | details de l'evenement |
        est joint a ce message pour votre agenda | invitation provenant de google |
        notification d'evenement
        """
    )
}
