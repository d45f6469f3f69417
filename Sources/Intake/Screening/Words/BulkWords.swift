// MARK: - Tickets, lists, notifications

extension ScreeningWords {
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
        ne plus recevoir | vous recevez ce | vous recevez cet | vous recevez cette |
        vous avez recu ce | view in browser | version en ligne | voir dans le navigateur |
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

    /// Programs in which people write.
    static let mailPrograms = WordingSet(
        """
        thunderbird | roundcube | sogo | k-9 | evolution | horde | squirrelmail | rainloop |
        snappymail | kmail | mutt | zimbra | microsoft outlook | apple mail | iphone mail |
        ipad mail | open-xchange | the bat | foxmail | lotus notes | hcl notes | yahoo |
        webservice | orange | laposte | windows live | windows mail | mailbird | postbox |
        claws | betterbird | bluemail | bluemind | emclient | groupwise | outlook express
        """
    )

    /// What only the foot of a newsletter says.
    static let newsletterFeet = WordingSet(
        """
        se desabonner | se desinscrire | vous desabonner | vous desinscrire | me desabonner |
        me desinscrire | desabonnement_ | desinscription_ | lien de desinscription |
        unsubscribe_ | vous recevez ce message | vous recevez ce mail |
        vous recevez ce courriel | vous recevez cet e-mail | vous recevez cet email |
        vous recevez cette lettre | vous recevez cette newsletter |
        vous recevez cette infolettre | vous recevez cette information | vous avez recu ce |
        version en ligne | voir dans le navigateur | voir dans votre navigateur |
        ouvrir dans le navigateur | afficher dans votre navigateur | view in browser |
        view this email | gerer vos preferences | gerer mes preferences |
        you are receiving this | you received this | vous etes inscrit | vous etes abonne |
        plus recevoir nos | plus recevoir cette | plus recevoir ces | plus recevoir de |
        plus la recevoir | envoye aux abonnes | s'abonner - | lire en ligne |
        manage preferences | update your preferences | vos preferences de | desactivez-les |
        cette infolettre | cette newsletter | cette lettre d'information est |
        cette lettre vous est | notre liste de diffusion
        """
    )
    /// What a newsletter calls itself, in its subject or its sender's name.
    static let newsletterNames = WordingSet(
        """
        infolettre | newsletter | lettre d'information | lettre d'info | la lettre d |
        la lettre n | la gazette | gazette | revue de presse | [veille | flash info |
        flash-info | l'essentiel de la semaine | l'actu | l'hebdo | le mensuel |
        le quotidien | bulletin d'information | infos maires | info maires | infos elus |
        infos-maires | e-letter | webinaire | webinar
        """
    )
    /// Subjects of programs that tell something: an account, an alarm, a parcel, a fax.
    static let noticeSubjects = WordingSet(
        """
        reinitialisation du mot de passe | reinitialisation de votre mot |
        mot de passe oublie | reset your password | password reset |
        verification du courriel | verification de votre adresse | verifiez votre adresse |
        activez votre compte | activation de votre compte | creation de votre compte |
        confirmez votre adresse | confirmez votre inscription | code de verification |
        code de securite | code de connexion | nouvelle connexion | connexion detectee |
        votre facture | facture disponible | avis d'echeance | echeance | votre commande |
        votre colis | votre livraison | suivi de votre | questionnaire complete |
        nouvelle reponse a | enquete de satisfaction | participer a un questionnaire |
        [firing | [resolved | firing: | recovery | problem: | problem host | problem service |
        host alert | service alert | threat alert | ups: | on battery | is down | is up |
        down: | up: | nouveau fax | fax recu | new fax | message vocal |
        nouveau message vocal | messagerie vocale | voicemail | voice message | appel manque |
        missed call | messages en quarantaine | quarantaine | quarantine | backup |
        sauvegarde | [wordpress | commentaire en attente | please moderate |
        veuillez moderer | mise a jour automatique | mis a jour automatique |
        a ete mis a jour | rappel j- | rappel automatique | logwatch | cron <_ | volume |
        espace disque | disk space | certificat | renouvellement | expiration de | expire le |
        expire dans | a partage | vous a invite | invitation a rejoindre |
        nouveau participant | vient de repondre | a signer | terminez avec |
        document a signer | please sign | releve de | nouvel avis | nouvelle demande n |
        nouveau dossier | dossier n | depot de | statut de votre | changement de statut |
        alerte | alert | scan de | numerisation | message from | scanned from |
        document numerise | nouvelle notification | notification dans | notification de |
        rapport quotidien | rapport hebdomadaire | rapport mensuel | weekly report |
        daily report | digest | vous etes mentionne | a envoye un message | nouvelle reponse |
        questionnaire : nouvelle | new message | nouveau message de | taches en retard |
        taches a venir | activite manquee | consultations | message de " | report domain: |
        est degrade | commence dans | commence bientot | votre inscription | mentionne |
        nouveaux messages | virus report | abuse report | espace de stockage | dossier a |
        expiry notice | certificate | will expire | [warning] | [error] | [critical] |
        [info] | from your device | confirmation de votre | recu de paiement |
        votre paiement | votre recu | votre reservation | votre rendez-vous |
        nouvelle soumission | completez avec | signature de | a completer | new submission |
        new response | votre rapport
        """
    )
    /// What such programs say.
    static let noticeBody = WordingSet(
        """
        vous recevez ce message en reponse a votre demande | si vous n'etes pas a l'origine |
        a l'origine de cette | veuillez ignorer ce | ignorez ce message | ignorez cet e-mail |
        ignorer cet e-mail | ignore this email | vient de creer un compte |
        cliquer sur le lien suivant | cliquez sur le lien suivant |
        cliquer sur le lien ci-dessous | cliquez sur le lien ci-dessous |
        veuillez cliquer sur le lien | veuillez vous rendre sur |
        participer a un questionnaire | vous avez recu un fax | avez recu un nouveau |
        nouveau message vocal | en piece jointe du message | vous a envoye un document |
        vient de participer | avez ete mentionne | gerer les notifications |
        preferences de notification | parametres de notification | vos notifications |
        messages en quarantaine | mis en quarantaine | en attente de votre examen |
        en attente de moderation | alertname | notification *** | notification_ ** |
        serial # | severity | ce lien expire | ce code expire | votre colis | votre livreur |
        notre livreur | votre espace client | votre espace personnel | espace abonne |
        powered by | propulse par | on battery | rappel automatique | echeance : |
        date/heure | failed with | numero appelant | appelant : | mettre a la corbeille |
        marquer comme indesirable | non surveillee | manage notification |
        notification settings | vous recevez ce message car | vous recevez cet e-mail car |
        aggregate report | tls report | automated report | date de numerisation |
        a ete envoye depuis | cher utilisateur | in mailbox | telecharger votre |
        nouveau dossier a | will expire | severity: | from your device |
        envoye automatiquement | voir les resultats | consulter et a signer |
        ne partagez pas cet | ne pas partager cet | acceder au document | view document |
        depuis le dernier rapport | ont ete stoppes | en attente d'authentification
        """
    )

    /// What people write as well: it counts beside a link, another such phrase or a machine's words.
    static let commonNoticeBody = WordingSet(
        """
        a ete soumise | a ete soumis | nouvelle reponse | voir les reponses | est disponible |
        sont disponibles | numero de telephone | consultez | se connecter | acceder au |
        acceder a mon | voir dans | repondre dans | ouvrir dans | a echoue | success |
        completed | incident | ont ete mises a jour | a ete mise a jour | duree : | pages : |
        reference : n | montant : | etat : | statut : | status: | expediteur : |
        telecharger le | vous pouvez consulter | en attente de validation | approuver |
        computer_ | task_ | job_ | firing_ | caller | le service client | cher client |
        point relais | a envoye un message | a recu une nouvelle | connectez-vous |
        consulter le document | ouvrir le document | expire dans | date limite : |
        genere par | generee par | genere le_ | nom d'utilisateur | hostname | au format pdf |
        vous etes inscrit au
        """
    )

    /// Copiers and scanners, as they call themselves in X-Mailer.
    static let devicePrograms = WordingSet(
        """
        canon ir | canon mf | konica | bizhub | ricoh | aficio | xerox | workcentre |
        versalink | altalink | kyocera | taskalfa | ecosys | lexmark | hp digital | hp scan |
        hp laserjet | hp officejet | sharp mx | toshiba e-studio | e-studio | epson |
        brother mfc | develop_ | oce_ | samsung sl | imagerunner | scan to | scan2mail
        """
    )

    /// Between a person's name and the program that writes for him.
    static let intermediaries = WordingSet("via_")

    /// What copiers and scanners write into the mails that bring a document.
    static let devicePhrases = WordingSet(
        """
        this e-mail was sent from " | cet e-mail a ete envoye depuis " |
        ce courriel a ete envoye depuis " | this email was sent from " |
        date de numerisation | scan date: | scanned from a | was scanned and sent |
        scanned and sent to you using | ce document a ete numerise |
        document numerise a partir | numerise et envoye | vous a ete envoye a l'aide d'un |
        sent to you using a | numerise depuis | numerise par le copieur |
        document numerise par le copieur | envoye par le copieur | envoye depuis le multifonction |
        envoye par le multifonction | image data has been attached | donnees d'image jointes |
        scan effectue | device name: | nom du peripherique | number of images: |
        nombre d'images | device model:
        """
    )
}
