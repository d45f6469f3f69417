/// The wording of delivery notices, folded.
enum NoticeWords {
    // MARK: The returned mail

    /// Sentences that announce the copy of the mail, whatever stands around them.
    static let copyFollows = WordingSet(
        """
        below this line is a copy | this is a copy of | undelivered message follows |
        unsent message follows | original message follows | message header follows |
        original message header | header of the original message | headers of the original |
        the header of the original | en-tetes de message d'origine |
        en-tetes du message d'origine | en-tete du message d'origine | en-tetes d'origine |
        en-tete d'origine | entetes du message d'origine | entete du message |
        ceci est une copie | ci-dessous, une copie | ci-dessous une copie | voici une copie |
        une copie du message | copie de votre message | copie du message |
        a copy of your message | a copy of the message | copy of your message |
        copy of the message | the following is a copy | start of returned message |
        begin returned message | returned message follows | message retourne ci-dessous |
        returned text follows | original message headers | ursprungliche kopfzeilen |
        kopfzeilen der nachricht | kopie der nachricht | kopie ihrer nachricht |
        encabezados de mensaje original | encabezados del mensaje original |
        copia del mensaje | copia del messaggio | intestazioni originali |
        intestazioni del messaggio originale | contenu du message d'origine |
        contenu de votre message | debut du message
        """
    )
    /// What a ruled or titled line calls the mail.
    static let original = WordingSet(
        """
        original message | message d'origine | message original | message initial |
        returned message | message retourne | undelivered message | message non remis |
        message non delivre | message non distribue | ursprungliche nachricht |
        originalnachricht | mensaje original | messaggio originale | message header |
        en-tetes du message | en-tete du message | returned mail | forwarded message |
        message follows | debut du message | header follows
        """
    )

    // MARK: Labels

    /// What stands before the address of a recipient and a colon.
    static let recipientLabels = WordingSet(
        """
        recipient | failed recipient | final-recipient | final recipient |
        original-recipient | original recipient | intended recipient | destinataire |
        le destinataire | les destinataires | adresse du destinataire | adresse destinataire |
        adresse en echec | adresses en echec | adresse : | adresse e-mail | adresse mail |
        adresse email | adresse electronique | adresse de messagerie | l'adresse | adresse_ |
        address_ | address of | addresses_ | the address | email address | e-mail address |
        recipient address | rcpt to | failed address | undelivered to | not delivered to |
        was not delivered to | were not delivered to | could not be delivered to |
        failed to deliver to | unable to deliver to | delivery to | delivery failed to |
        failed to | failed for | undeliverable to | undeliverable address |
        pour le destinataire | envoye a | remise a | non remis a | non delivre a |
        non distribue a | n'a pas ete remis a | n'a pas pu etre remis a |
        n'a pas ete distribue a | n'a pas ete delivre a | x-failed-recipients | sent to |
        message to | message a_ | empfanger | empfangeradresse | an den empfanger |
        destinatario | destinatarios | direccion | indirizzo | failed | echec pour |
        echec :_ | mailbox | boite aux lettres | boite | compte | user | utilisateur
        """
    )
    static let toLabels = WordingSet("to_ | a_ | an_ | para_ | pour_ | dest_ | sent to_")
    /// Whose addresses no notice reports on.
    static let otherLabels = WordingSet(
        """
        from | de_ | von_ | sender | expediteur | l'expediteur | reply-to | reply to |
        return-path | repondre a | cc_ | bcc_ | contact | postmaster | support | assistance |
        message-id | message id | id du message | identifiant | internet message id |
        x-sender | in-reply-to | references | received | by_ | mail from | sent by |
        envoye par | emetteur | absender | remitente | mittente | envelope-from |
        envelope from | reported by | reporting | generating server | serveur de generation |
        subject | objet | betreff | administrat | responsable | help | aide | original sender
        """
    )
    /// What stands before the reason, and a colon: the label itself is no part of it.
    static let reasonLabels = WordingSet(
        """
        because | car_ | reason_ | the reason | raison | la raison | motif | le motif |
        cause_ | la cause | error_ | error message | error was | the error | reported error |
        erreur | l'erreur | message d'erreur | le message d'erreur | diagnostic_ |
        diagnostic-code | diagnostic code | explanation | explication | details_ | detail_ |
        response | the response | reponse | la reponse | grund_ | fehler | motivo | causa |
        errore | last error | derniere erreur | erreur signalee | erreur indiquee |
        gemeldeter fehler | error notificado | precision | server response | description |
        reported reason | fehlermeldung | mensaje de error
        """
    )
    /// What a line holds that ends in a colon and has the reason below it.
    static let announcements = WordingSet(
        """
        because | reason | raison | motif | cause | error | erreur | diagnostic | details |
        detail | response | reponse | reports | reported | replied | repondu | said |
        returned | retourne | renvoye | grund | fehler | motivo | causa | errore | rejected |
        refused | rejete | refuse | explanation | explication | problem | probleme |
        respuesta | risposta | antwort | antwortete
        """
    )

    static let messageIDLabels = WordingSet(
        """
        message-id | message id | id du message | id message | internet message id |
        internetmessageid | identifiant du message | identifiant internet | nachrichten-id |
        id. de mensaje | id de mensaje | id messaggio | original-message-id | messageid |
        x-original-message-id | l'identifiant du message | in-reply-to | references
        """
    )
    /// What a line starts with that is the reason itself.
    static let tellsReason = WordingSet(
        """
        unknown user | user unknown | no such user | utilisateur inconnu | adresse inconnue |
        destinataire inconnu | failed to send | unknown recipient | invalid recipient |
        unknown address | mailbox full | boite pleine
        """
    )

    // MARK: Sentences

    /// Said of an address that a mail did not reach, or may not yet, or did.
    static let outcome = WordingSet(
        """
        error | not delivered | not be delivered | couldn't be delivered |
        can't be delivered | wasn't delivered | hasn't been delivered |
        haven't been delivered | been delivered | could not deliver | couldn't deliver |
        unable to deliver | undeliverable | undelivered | fail | failed | failure |
        delivery to | delivery of | delivery has | has been delayed | delayed | delivered to |
        permanent error | returned to sender | user unknown | unknown | no such | not found |
        couldn't be found | wasn't found | could not be found | does not exist |
        doesn't exist | isn't valid | is not valid | invalid | rejected | refused | blocked |
        full | over quota | quota | exceeded | disabled | inactive | can't receive |
        cannot receive | unavailable | suspended | no longer | still being retried | bounced |
        not reach | could not be reached | unreachable | did not reach | could not be sent |
        couldn't be sent | not accept | not listed | deleted | closed | expired | relayed |
        n'a pas pu | n'a pu | n'ont pas pu | n'a pas ete | n'ont pas ete | n'a pas encore |
        ne peut pas etre | ne peut etre | n'est pas parvenu | impossible | echec | echoue |
        inconnu | introuvable | n'existe pas | n'existe plus | non remis | non distribue |
        non delivre | pleine | plein | depasse | sature | refuse | rejete | invalide |
        bloque | desactive | ferme | suspendu | n'est plus | n'est pas | retarde | retard |
        differe | a bien ete remis | a ete remis | a ete delivre | a ete distribue |
        a ete transmis | ne recoit | ne reconnait | erreur | pas ete trouve | pas joignable |
        injoignable | supprime | resilie | inexistant | nicht zugestellt | konnte nicht |
        unzustellbar | unbekannt | nicht gefunden | existiert nicht | no se pudo |
        no se ha podido | no se puede | no existe | no encontrad | desconocid | rechazad |
        non e stato | impossibile | sconosciut | non esiste | non trovato | rifiutat | piena |
        lleno | voll
        """
    )
    /// Who is to be written to, or who wrote: no recipient.
    static let notRecipients: Set<String> = [
        "from", "sender", "expediteur", "contact", "contacter", "contactez", "support",
        "assistance", "write", "ecrire", "ecrivez", "ecrivant", "adressez", "administrator",
        "administrateur", "helpdesk", "by", "via", "forward", "transferez", "kontaktieren",
        "contacte", "contatti", "contattare", "contactar", "contacting", "contactant", "help",
        "aide", "generated", "expanded", "postmaster", "emetteur", "adresser", "abuse",
        "joindre", "mailing", "report",
    ]
    /// Words between those and the address.
    static let fillers: Set<String> = [
        "to", "a", "the", "le", "la", "l'", "at", "address", "adresse", "l'adresse", "us", "nous",
        "service", "notre", "our", "your", "votre", "mail", "e-mail", "courriel", "please", "an",
        "sur", "par", "it", "team", "administrator", "administrateur", "of", "de", "du", "ou", "or",
        "mailto",
    ]

    /// Tells of the mail that was written, in the words of an invitation.
    static let attempts = WordingSet(
        "tried to contact | trying to contact | tente de contacter | essaye de contacter"
    )
    /// Which address a failed one was made from.
    static let origins = WordingSet(
        "expanded from | generated from | generated by | genere a partir"
    )
    /// Asks to write to somebody.
    static let invitations = WordingSet(
        """
        contacter | contactez | contacting | please contact | contact us | contact your |
        write to | ecrire | ecrivez | send mail to | send an email to | send an e-mail to |
        send a message to | wenden sie sich | kontaktieren | contattare | contactar |
        pongase en contacto | adressez | adresser | joindre | transferez | contact the |
        nous contacter | signaler a | report this to | report it to
        """
    )

    // MARK: What became of the mail

    /// Said of what is over, whatever else stands there.
    static let failed = WordingSet(
        """
        permanent fatal error | permanent error | i've given up | have given up |
        has given up | gave up | giving up after | undeliverable | delivery has failed |
        delivery failed | failed permanently |
        delivery to the following recipient failed permanently | erreur permanente |
        echec de la remise | echec de remise | will be deleted from queue |
        cannot send message within | could not be delivered for 5 days | unzustellbar |
        mail delivery failed | returned to sender | returning message to sender |
        could not be delivered to | undelivered mail | failure notice | address not found |
        abandonne | no further attempts will | no more attempts | aucune nouvelle tentative |
        plus d'autre tentative | keine weiteren | been removed from the queue | a expire |
        has expired
        """
    )
    static let delayed = WordingSet(
        """
        transient non-fatal | will be retried | still being retried | will keep trying |
        will retry | will continue to try | we will keep | continue trying | keep trying |
        continues to try | warning message only | this is a warning only | warning only |
        has not yet been delivered | have not yet been delivered | not yet been delivered |
        yet to be delivered | not been delivered yet | hasn't been delivered yet |
        haven't been delivered yet | no action is required | delivery attempts will continue |
        has been delayed | have been delayed | is delayed | delivery is delayed |
        delivery delayed | delayed mail | delivery incomplete | is still undelivered |
        message still undelivered | temporary problem | probleme temporaire |
        problema temporal | problema temporaneo | vorubergehend | temporary delivery |
        you do not need to resend | do not resend | don't need to resend |
        delivery status notification (delay) | still being attempted | still trying |
        toujours en attente | est en attente | en attente de remise | poursuivons nos |
        poursuivra ses | will be tried again | will try again | further attempts will |
        tentatives vont se poursuivre | n'a pas encore ete | n'a pas encore pu |
        n'ont pas encore ete | n'ont pas encore pu | encore en cours | va continuer |
        continuera d'essayer | continuera a essayer | continuons d'essayer |
        nouvelles tentatives | nouvelle tentative sera | nouvelles tentatives seront |
        sera retente | seront retente | sera reessaye | remise retardee | est retardee |
        a ete retardee | a ete retarde | est retarde | remise differee | a ete differe |
        a ete differee | est differe | est differee | vous n'avez rien a faire |
        aucune action de votre part | aucune action n'est | retard de remise |
        simple avertissement | ceci est un avertissement | il est inutile de renvoyer |
        ne renvoyez pas | pas besoin de renvoyer | n'est pas necessaire de renvoyer |
        inutile de le renvoyer | tentera de nouveau | essaiera a nouveau | essaiera encore |
        continue ses tentatives | poursuivre ses tentatives | wird verzogert | verzogert |
        noch nicht zugestellt | se ha retrasado | retrasado | aun no se ha |
        non e stato ancora | in ritardo | nous reessaierons | reessaiera | nous continuerons
        """
    )
    /// Said of what did not arrive, though it may be tried again.
    static let undelivered = WordingSet(
        """
        could not be delivered | couldn't be delivered | cannot be delivered |
        not be delivered | not delivered | wasn't delivered | not been delivered |
        not relayed | could not deliver | unable to deliver | not be relayed | not reach |
        n'a pas pu | n'a pu | n'ont pas pu | n'a pas ete | n'ont pas ete | ne peut pas etre |
        ne peut etre | nicht zugestellt | konnte nicht | no se ha | no se pudo | non e stato |
        impossible | was rejected | was refused
        """
    )
    static let relayed = WordingSet(
        """
        successfully relayed | was relayed to | has been relayed | have been relayed |
        no delivery notification was sent | may not be generated by the destination |
        aucune notification de remise n'a ete envoyee | aucun accuse de remise |
        a ete relaye | ont ete relaye | keine zustellungsbestatigung |
        keine zustellungsbenachrichtigung | ne gere pas les accuses |
        sans garantie de remise | no envio ninguna notificacion
        """
    )
    static let delivered = WordingSet(
        """
        was successfully delivered | been successfully delivered | successful delivery |
        successfully delivered to | delivered successfully | was delivered to the following |
        has been delivered to the following | your message has been delivered |
        your message was delivered to | have been delivered to |
        delivery status notification (success) | successful mail delivery |
        a ete remis avec succes | remis avec succes | a bien ete remis | a bien ete delivre |
        a bien ete distribue | a bien ete livre | distribue avec succes |
        delivre avec succes | a ete remis aux destinataires | a ete remis au destinataire |
        a ete remis a | erfolgreich zugestellt | entregado correctamente |
        consegnato correttamente | entregado con exito | delivery has been completed |
        delivery to these recipients is complete
        """
    )

    /// What a subject starts with that tells of a success.
    static let deliveredSubjects = WordingSet(
        "delivered: | delivered : | remis : | remis: | zugestellt: | entregado: | consegnato:"
    )
    static let relayedSubjects = WordingSet(
        "relayed: | relayed : | relaye : | relaye: | transmis : | weitergeleitet: | retransmis :"
    )
    static let delayedSubjects = WordingSet(
        """
        delayed: | delayed : | retarde : | retarde: | retard | verzogert: | retrasado: |
        warning: | avertissement | remise retardee | delivery delayed
        """
    )
}
