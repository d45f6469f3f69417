/// The wording of machines, and of people who ask, folded.
enum ScreeningWords {
    // MARK: Bounces

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
        remise retardee | remise du message | impossible de remettre | impossible de delivrer |
        retour de courrier | retour a l'expediteur | message retourne | rapport de non |
        rapport de remise | retarde : | message retarde | erreur de remise | erreur d'envoi |
        erreur de distribution | votre message n'a pas | votre message n'a pu |
        your message could not | address not found | adresse introuvable | non-remise |
        non remise | delai de remise | distribution differee | remis en retard | echec : |
        failed delivery | e-mail non distribue | courrier non remis | e-mail non remis
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
        returned to sender | user unknown | unknown user | no such user | mailbox unavailable |
        mailbox full | mailbox is full | over quota | address not found | does not exist |
        recipient address rejected | was not found at | action: failed | action: delayed |
        has been delayed | is delayed | delivery attempts | still being retried |
        n'a pas pu etre remis | n'a pu etre remis | n'ont pas pu etre remis |
        n'a pas ete remis | n'a pas pu etre distribue | n'a pas pu etre delivre |
        n'a pu etre delivre | n'a pu etre distribue | n'a pas ete distribue |
        n'a pas ete delivre | n'a pas pu etre livre | n'a pas pu etre envoye |
        n'a pas pu etre achemine | n'a pas pu etre transmis | ne peut pas etre remis |
        ne peut etre remis | impossible de remettre | impossible de delivrer |
        impossible de distribuer | echec de la remise | echec de remise | la remise a echoue |
        remise a ces destinataires | remise au destinataire | remise de votre message |
        la remise du message | distribution de votre message | action : failed |
        action : delayed | action : echec | introuvable | adresse inconnue |
        destinataire inconnu | utilisateur inconnu | boite aux lettres pleine | boite pleine |
        boite aux lettres est pleine | quota depasse | n'existe pas | a ete refuse |
        a ete rejete | est retardee | informations de diagnostic | erreur permanente |
        non remis | smtp error | remote mail server | status: 5 | status: 4 | 550 5 | 554 5 |
        552 5 | 550-5 | 451 4 | 452 4 | 421 4 | la boite de reception | a ete differee
        """
    )
    static let mailSystemNames = WordingSet(
        """
        mail delivery system | mail delivery subsystem | mail delivery | mailer-daemon |
        postmaster | systeme de messagerie | systeme de distribution | administrateur systeme |
        microsoft outlook | system administrator | mail administrator | mailer daemon |
        internet mail delivery | service de messagerie | microsoft exchange |
        mail delivery service | systeme de remise
        """
    )

    // MARK: Receipts

    static let receiptSubjects = WordingSet(
        """
        lu: | lu : | non lu: | non lu : | read: | read : | not read: | not read : | deleted: |
        supprime : | supprime: | accuse de lecture | confirmation de lecture | return receipt |
        read receipt | accuse de reception (affiche) | accuse de reception - affiche |
        disposition notification | gelesen: | avis de lecture | notification de lecture |
        accuse de reception | message lu | ungelesen geloscht
        """
    )
    static let receiptBody = WordingSet(
        """
        a ete lu le | a ete lu_ | supprime sans etre lu | supprime sans avoir ete lu |
        was read on | was deleted without being read | has been displayed | was displayed on |
        a ete affiche | this is a return receipt | ceci est un accuse de |
        ceci est une confirmation de lecture | accuse de reception pour le courrier |
        accuse de reception pour le message | accuse de lecture pour |
        is no guarantee that the message has been read | ne garantit pas que le message |
        ne garantit que le message | wurde gelesen | a ete ouvert le |
        le message a ete affiche | read receipt | accuse de lecture
        """
    )

    // MARK: Calendar

    static let calendarSubjects = WordingSet(
        """
        accepte: | accepte : | acceptee: | acceptee : | refuse: | refuse : | refusee : |
        provisoire: | provisoire : | annule: | annule : | annulee: | annulee : | accepted: |
        accepted : | declined: | declined : | tentative: | tentatively accepted | tentative : |
        canceled: | cancelled: | canceled event | cancelled event | updated invitation |
        invitation: | invitation : | invitation mise a jour | invitation modifiee |
        evenement annule | nouvelle proposition | new time proposed | nouvelle heure proposee |
        nouvel horaire propose | peut-etre : | peut-etre: | rappel : | rappel: |
        notification : | decline : | reunion annulee | acceptation : | reponse a l'invitation |
        acceptation provisoire | proposition de nouvel horaire | transfert de reunion |
        meeting forward notification | notification de transfert de reunion
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
        this event has been cancelled | has canceled this event | invitation de google agenda |
        invitation from google calendar | a propose un nouvel horaire |
        a propose une nouvelle | vous invite a un evenement | la reunion a ete annulee |
        cette reunion a ete annulee | invitation a une reunion | vous a invite a |
        rejoindre la reunion | participer a la reunion microsoft | id de reunion |
        a accepte la reunion | a refuse la reunion | est annulee | a transfere l'invitation |
        a ete invite a la reunion | votre demande de reunion
        """
    )

    // MARK: Automatic answers

    /// Subjects that only machines write.
    static let automaticSubjects = WordingSet(
        """
        reponse automatique: | reponse automatique : | automatic reply | auto reply: |
        auto-reply | autoreply | auto response | auto-response | autoresponse | out of office |
        out-of-office | automatische antwort | abwesenheit | respuesta automatica |
        risposta automatica | reponse auto: | reponse auto : | [reponse automatique] |
        (reponse automatique) | auto: | reponse automatique - | re: reponse automatique - |
        absence du bureau | message d'absence | reponse d'absence | avis d'absence |
        notification d'absence | message automatique | [auto-reply] | [auto] |
        message absence | repondeur | courriel automatique | mail automatique
        """
    )
    /// Subjects that people write as well.
    private static let absenceStarts = WordingSet(
        """
        absence_ | absent_ | absente_ | absent(e) | en conge | conges | conge_ |
        je suis absent | je suis en conge | je suis actuellement | actuellement absent |
        actuellement en conge | absence: | indisponible | indisponibilite | fermeture |
        bureau ferme | mairie fermee | vacances | on leave | away | annual leave | ooo |
        out of the office | en deplacement | en formation | arret maladie | conge maternite |
        changement d'adresse | depart a la retraite | reponse automatique
        """
    )

    /// The subject that is answered, after what a program put before it.
    static let replyMarks = WordingSet("re: | re :")

    /// The start of a subject that speaks of absence or of an automatic answer.
    static func absenceSubject(_ subject: Wording) -> String? {
        var rest = subject
        if ForwardWords.replyPrefixes.start(rest) {
            rest = Wording(folded: rest.bytes.drop { $0 != 0x3A }.dropFirst())
            return automaticSubjects.prefix(of: rest)
        }
        return automaticSubjects.prefix(of: rest) ?? absenceStarts.prefix(of: rest)
    }

    static let absences = WordingSet(
        """
        je suis absent | je serai absent | suis actuellement absent | actuellement absent |
        etant absent | je suis actuellement en_ | je suis en conge | je serai en conge |
        en conges jusqu | en conge jusqu | en conges du | en conge du | je suis en arret |
        en conge maternite | en conge maladie | absente du bureau | absent du bureau |
        absent jusqu | absente jusqu | absent(e) | absente du_ | absent du_ |
        je suis en vacances | je suis en deplacement | je suis en formation |
        je suis en teletravail | out of the office | out of office | on annual leave |
        on leave | on holiday | on vacation | away from the office | i am away | i'm away |
        i am currently away | serai de retour | serons de retour | de retour au bureau |
        de retour le | de retour lundi | mon retour est prevu | retour prevu | je reprendrai |
        je ne suis pas joignable | je ne serai pas joignable | actuellement indisponible |
        je suis indisponible | en mon absence | pendant mon absence | durant mon absence |
        suis absent | sommes absents | nous sommes fermes | est fermee du | sera fermee du |
        est ferme du | sera ferme du | sera fermee jusqu | est fermee jusqu |
        fermeture annuelle | ne travaille pas le | j'ai quitte mes fonctions |
        j'ai quitte mon poste | je ne fais plus partie | n'est plus en fonction |
        a quitte la collectivite | cette adresse n'est plus | cette boite n'est plus |
        cette messagerie n'est plus | j'ai change d'adresse | absence jusqu | absence du_ |
        i will be back | i will return | sans acces a ma messagerie |
        acces limite a ma messagerie | limited access to
        """
    )
    static let substitutes = WordingSet(
        """
        en cas d'urgence | pour toute urgence | en cas de besoin urgent | si urgent |
        en urgence | urgence : | urgences : | vous pouvez contacter | vous pouvez joindre |
        vous pouvez vous adresser | vous pouvez appeler | merci de contacter |
        merci de joindre | merci d'appeler | merci de vous adresser |
        merci de vous rapprocher | veuillez contacter | veuillez vous adresser |
        je vous invite a contacter | je vous invite a vous adresser | ne sera pas transfere |
        n'est pas transfere | ne seront pas transfere | ne sont pas transfere |
        ne sera pas lu | ne seront pas lus | ne sont pas lus | contacter mon | contacter ma |
        contactez | adressez-vous | adresser vos | adresser votre | in case of emergency |
        for urgent | if urgent | please contact | in my absence | s'adresser a |
        joindre l'accueil | vous rapprocher de | est joignable | assure l'interim |
        assurera l'interim | me remplace | prend le relais
        """
    )
    static let returns = WordingSet(
        """
        a mon retour | des mon retour | a notre retour | prendrai connaissance |
        vous repondrai | repondrai a votre | traiterai votre | traite a mon | lu a mon retour |
        upon my return | when i return | on my return | as soon as i | je prendrai contact |
        des que possible | je repondrai | sera traite | seront traites |
        je vous recontacterai | ne pourrai pas | ne pourrai repondre | ne pourrai vous |
        ne suis pas en mesure | avec retard | avec delai
        """
    )
    /// What machines say of themselves.
    static let machines = WordingSet(
        """
        reponse automatique | message automatique | courriel automatique | mail automatique |
        e-mail automatique | automatic reply | automatic response | automated message |
        automatically generated | auto-generated | genere automatiquement |
        automatiquement genere | envoye automatiquement | automatiquement envoye |
        emis automatiquement | do not reply | ne pas repondre | ne repondez pas |
        n'y repondez pas | ne pas y repondre | sans reponse possible | repondeur automatique |
        cette adresse n'est pas relevee | boite n'est pas relevee |
        adresse d'envoi uniquement | please do not respond | est un automate |
        accuse de reception automatique | this is an automatic | this is an automated |
        cette boite n'est pas consultee
        """
    )
    static let acknowledgements = WordingSet(
        """
        votre message a bien ete | votre message a ete | votre mail a bien ete |
        votre courriel a bien ete | votre courriel a ete | votre e-mail a bien ete |
        votre demande a bien ete | votre demande a ete | votre courrier a bien ete |
        votre courriel est bien | votre message est bien | votre mail est bien |
        votre demande est bien | votre e-mail est bien | votre message nous est bien |
        votre courriel nous est bien | votre email a bien ete | accusons reception de votre |
        accuse reception de votre | accuse bonne reception | accusons bonne reception |
        avons bien recu votre | a bien recu votre | we have received your | has been received |
        thank you for your message | thank you for contacting | merci de nous avoir contacte |
        merci de votre message | merci d'avoir contacte |
        nous vous remercions de votre message | bonne reception de votre
        """
    )
    static let acknowledgementSubjects = WordingSet(
        """
        accuse de reception | accuse reception | accuse d'enregistrement |
        votre message a bien ete | votre demande a bien ete | votre courriel a bien ete |
        votre mail a bien ete | votre message est bien | confirmation de reception |
        confirmation de votre | [accuse | nous avons bien recu | bonne reception de votre |
        votre demande a ete | votre message a ete | ar : | ar - | ar automatique |
        we have received | enregistrement de votre | message bien recu |
        votre e-mail a bien ete | votre courrier a bien ete | reception de votre
        """
    )
    static let delays = WordingSet(
        """
        sera traite | sera traitee | dans les meilleurs delais | dans un delai |
        sous un delai | jours ouvres | jours ouvrables | dans les plus brefs delais |
        sera prise en charge | sera pris en charge | par nos services | within |
        une reponse vous | reponse vous sera | a ete transmis | a ete transmise |
        au service concerne | numero de dossier | sous le numero
        """
    )
    static let challengeSubjects = WordingSet(
        """
        authentifi | mailinblack | validation de votre | validez votre | confirmez votre |
        captcha | votre message est en attente | message en attente | action requise |
        verification | antispam | anti-spam | confirm your | please confirm | verify your |
        valider l'envoi | securite
        """
    )
    static let challengeBody = WordingSet(
        """
        mailinblack | mail in black | protege par mail | vous authentifier |
        cliquez pour valider | valider votre message | valider l'envoi de votre |
        confirmer que vous etes | vous n'etes pas un robot | n'etes pas un robot |
        you are not a robot | confirm that you are | liste blanche | whitelist |
        messages indesirables | protege des spams | protege contre les spams |
        authentifier votre adresse | delivrer votre message | liberer votre message |
        authentication of your | prove you are human
        """
    )

    // MARK: Bulk mail

    static let ticketReplyLines = WordingSet(
        """
        repondre au-dessus de cette ligne | au-dessus de cette ligne |
        au dessus de cette ligne | reply above this line | type your reply above |
        please type your reply | reply above the line | ecrire au-dessus | ecrivez au-dessus |
        repondez au-dessus | saisissez votre reponse au-dessus
        """
    )
    static let ticketPrograms = WordingSet(
        """
        glpi | otrs | znuny | zammad | osticket | freescout | request tracker | redmine |
        itop | easyvista | zendesk | freshdesk | jira | mantisbt | otobo | gitlab | servicenow
        """
    )
    static let unsubscribing = WordingSet(
        """
        desabonn | desinscri | se desabonner | se desinscrire | unsubscribe |
        ne plus recevoir | vous recevez ce | vous recevez cet | vous avez recu ce |
        view in browser | version en ligne | voir dans le navigateur |
        ouvrir dans le navigateur | afficher dans votre navigateur | gerer vos preferences |
        gerer mes preferences | you are receiving this | notre base | vous etes inscrit |
        vous etes abonne | me desabonner | me desinscrire | lire en ligne
        """
    )
    static let massMailers = WordingSet(
        """
        mailchimp | phplist | sendinblue | brevo | mailjet | sarbacane | mailpoet |
        sendblaster | acymailing | campaign | mailing | dolist | newsletter | lime survey |
        getresponse | emailing
        """
    )

    // MARK: People

    /// Words of somebody who wants something: no automatic answer then.
    static let requests = WordingSet(
        """
        nous souhait | je souhait | souhaiterai | nous voudr | je voudr | nous voulons |
        je veux_ | nous aimer | j'aimer | pourriez-vous | pourriez vous | pouvez-vous |
        pouvez vous | peux-tu | pourrais-tu | nous cherch | je cherche | nous recherch |
        je recherche | nous avons besoin | j'ai besoin | est-il possible | serait-il possible |
        nous sollicit | je sollicite | je me permets de vous | nous interess | m'interess |
        merci de me_ | merci de nous_ | merci de m' | auriez-vous | avez-vous | comment faire |
        je vous contacte | nous vous contactons | qui peut nous | notre projet |
        nous envisageons | je vous ecris | nous vous ecrivons | avons-nous | puis-je |
        peut-on | pouvons-nous | que faut-il | faut-il | est-ce que vous | proposez-vous |
        dans l'attente de votre reponse | je vous serais | nous vous serions |
        je vous saurais gre | nous serions | je vous propose | j'ai lu | nous avons lu |
        ou peut-on | ou en est | je vous demande | nous vous demandons | je reponds |
        je confirme | suite a votre | suite a notre | i would like | we would like |
        could you | can you | we are looking | je compte | voici_
        """
    )
    /// The first person's requests: what a notification does not say.
    static let ownRequests = WordingSet(
        """
        nous souhait | je souhait | nous voudr | je voudr | nous voulons | nous aimer |
        j'aimer | nous cherchons | je cherche | nous recherchons | je recherche |
        nous avons besoin | j'ai besoin | nous sollicitons | je sollicite |
        je me permets de vous | nous sommes interess | je suis interess | merci de me_ |
        merci de nous_ | pourriez-vous | pouvez-vous | notre commune | notre collectivite |
        notre mairie | je suis maire | je suis adjoint | je suis secretaire | je suis agent |
        je vous contacte | nous vous contactons | je vous ecris | je suis directeur |
        je suis directrice | je suis elu | nous envisageons | je vous serais
        """
    )
}
