// MARK: - Subjects of automatic answers

extension ScreeningWords {
    /// Subjects that only machines write.
    static let automaticSubjects = WordingSet(
        """
        reponse automatique: | reponse automatique : | automatic reply | auto reply: |
        auto-reply | autoreply | auto response | auto-response | autoresponse |
        automatische antwort | abwesenheitsnotiz | abwesenheit: | respuesta automatica |
        risposta automatica | automatisch antwoord | resposta automatica | reponse auto: |
        reponse auto : | reponse automatique] | reponse automatique) | auto: |
        reponse automatique - | absence du bureau | message d'absence | reponse d'absence |
        avis d'absence | notification d'absence | message automatique | auto] |
        message absence | repondeur | courriel automatique | mail automatique |
        out of office: | out of office re | out of office automatic | out of office) |
        out-of-office: | absent] | absente] | absence] | out of office] | ooo] |
        away from my mail | vacation: | vacation reply | afwezigheidsbericht | ooo re: |
        ooo : | mailbox is not | this mailbox
        """
    )
    /// Subjects that people write as well.
    private static let absenceStarts = WordingSet(
        """
        absence_ | absent_ | absente_ | absent(e) | en conge | conges | conge_ |
        je suis absent | je suis en conge | je suis actuellement | actuellement absent |
        actuellement en conge | absence: | indisponible | indisponibilite | fermeture |
        bureau ferme | mairie fermee | ferme_ | fermee_ | vacances | on leave | away |
        annual leave | ooo | out of office | out-of-office | out of the office |
        en deplacement | en formation | arret maladie | conge maternite |
        changement d'adresse | nouvelle adresse | depart a la retraite | depart en retraite |
        reponse automatique | horaires | pause estivale | pause d | cabinet ferme |
        bureaux fermes | conge de | sabbatical | mes jours de presence |
        messagerie indisponible | vous etes en vacances | abwesen | ausente |
        fuera de la oficina | assente | fuori ufficio | afwezig | urlaub | not in the office |
        changement de messagerie
        """
    )

    /// Subjects of people about what is missing or closed elsewhere, but for the writer's own.
    private static let othersAbsences = WordingSet(
        """
        absence de_ | absence d' | absence des_ | absence du_ | absences | fermeture d |
        fermetures | horaires d | conges d | changement d'adresse d | vacances a
        """
    )
    private static let ownAbsences = WordingSet(
        """
        absence de m. | absence de mme | absence du maire | absence du 0 | absence du 1 |
        absence du 2 | absence du 3 | absence du lundi | fermeture de la mairie |
        fermeture de nos | fermeture de l'accueil | fermeture de noel | fermeture de fin |
        fermeture d'ete | fermeture du secretariat | fermeture du service |
        fermeture des bureaux | fermeture des services | fermeture du 0 | fermeture du 1 |
        fermeture du 2 | fermeture du 3 | horaires d'ouverture | horaires d'ete |
        conges d'ete | conges du_
        """
    )

    /// The subject that is answered, after what a program put before it.
    static let replyMarks = WordingSet("re: | re : | rep: | aw: | sv: | tr: | r:")

    /// What in the subject speaks of absence or of an automatic answer: its start, or what stands
    /// in brackets.
    static func absenceSubject(_ subject: Wording) -> String? {
        var rest = subject
        if ForwardWords.replyPrefixes.start(rest) {
            rest = afterColon(rest)
            return automaticSubjects.prefix(of: rest) ?? bracketed(rest)
        }
        rest = Wording(folded: rest.bytes.drop { !Wording.isWord($0) })
        if let start = automaticSubjects.prefix(of: rest) ?? bracketed(rest) { return start }
        if othersAbsences.start(rest), !ownAbsences.start(rest) { return nil }
        return absenceStarts.prefix(of: rest)
    }

    /// Whether the subject announces an acknowledgement, after a tag in brackets if there is one.
    static func acknowledges(_ subject: Wording) -> Bool {
        if acknowledgementSubjects.start(subject) { return true }
        guard subject.bytes.first == UInt8(ascii: "["),
            let end = subject.bytes.firstIndex(of: UInt8(ascii: "]"))
        else { return false }
        return acknowledgementSubjects.start(Wording(folded: subject.bytes[(end + 1)...]))
    }

    /// Whether only machines write such a subject.
    static func isAutomaticSubject(_ subject: Wording) -> Bool {
        let isReply = ForwardWords.replyPrefixes.start(subject)
        let start = isReply ? afterColon(subject).bytes : subject.bytes
        let rest = Wording(folded: start.drop { !Wording.isWord($0) })
        return automaticSubjects.start(rest) || !isReply && bracketed(rest) != nil
    }

    private static func afterColon(_ subject: Wording) -> Wording {
        Wording(folded: subject.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst())
    }

    /// "Votre demande (absent)", "Votre demande [Out of office]": at the end.
    private static func bracketed(_ subject: Wording) -> String? {
        let closing = subject.bytes.last
        guard closing == UInt8(ascii: ")") || closing == UInt8(ascii: "]"),
            let opening = subject.bytes.lastIndex(where: {
                $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[")
            })
        else { return nil }
        let inner = Wording(folded: subject.bytes[(opening + 1)...])
        return automaticSubjects.prefix(of: inner) ?? absenceStarts.prefix(of: inner)
    }
}

// MARK: - Absences and closed offices

extension ScreeningWords {
    /// That somebody is not there.
    static let absences = WordingSet(
        """
        je suis absent | je serai absent | suis actuellement absent | actuellement absent |
        etant absent | je suis actuellement en_ | je suis en conge | je serai en conge |
        en conges jusqu | en conge jusqu | en conges du | en conge du | je suis en arret |
        en conges annuels | en conges d'ete | absente du bureau | absent du bureau |
        absent jusqu | absente jusqu | absents jusqu | absent(e) | absente du_ | absent du_ |
        absente ce_ | absent ce_ | absente pour | absent pour | absent toute | absente toute |
        absente la_ | absent la_ | je suis en vacances | en vacances jusqu | en vacances du |
        je suis en deplacement | en deplacement jusqu | je suis en formation |
        en formation jusqu | en formation ce | en formation toute | je suis en teletravail |
        je suis en rtt | suis en repos | je m'absente | suis souffrant | je ne travaille pas |
        je ne suis pas disponible | suis indisponible | en mon absence | pendant mon absence |
        durant mon absence | suis absent | sommes absents | absence jusqu | serai de retour |
        serons de retour | de retour au bureau | de retour le_ | de retour lundi |
        de retour mardi | de retour mercredi | de retour jeudi | de retour vendredi |
        mon retour est prevu | retour prevu | retour le_ | retour au bureau | je reprendrai |
        je reviens le_ | je reviens lundi | de repos jusqu | actuellement indisponible |
        sans acces a ma messagerie | acces limite a ma messagerie | acces limite a mes |
        ne consulterai pas | ne lis pas mes | dehors de mes heures | out of the office |
        out of office | out of my office | on annual leave | on leave | on holiday |
        on vacation | on sick leave | on maternity leave | on parental leave |
        away from the office | i am away | i'm away | i am currently away |
        currently unavailable | not in the office | out until | away until | i will be back |
        i'll be back | i will return | i return on | i am travelling | i am traveling |
        i am attending | limited access to | back in the office | nicht im hause |
        nicht im haus | nicht im buro | nicht am arbeitsplatz | ausser haus | im urlaub |
        bin ich abwesend | ich bin vom | wieder erreichbar | wieder im buro | derzeit nicht |
        fuera de la oficina | estoy de vacaciones | estare de vacaciones | estoy ausente |
        estare ausente | de baja hasta | estare de vuelta | sono assente | saro assente |
        fuori ufficio | in ferie | sono in ferie | rientrero | ben ik afwezig |
        niet aanwezig | op vakantie | met vakantie | buiten kantoor | ben afwezig |
        estou ausente | estou de ferias | fora do escritorio | ooo jusqu | on sabbatical |
        mes mails une fois | mon courrier une fois | werk ik niet | lis mes mails |
        presence reduite | ne lirons | ne lirai | lirons nos | lirai mes | ne repondrai |
        ne repondrons | ne serai pas en mesure | ne serons pas en mesure |
        ne suis pas au bureau | pas au bureau | je reprends le_ | actuellement en conge |
        absente aujourd'hui | absent aujourd'hui | retour demain | absente ce jour |
        absent ce jour
        """
    )
    /// Absences that people tell of others and of themselves as well, whatever they write about:
    /// they count beside what becomes of the mail.
    static let commonAbsences = WordingSet(
        """
        temps partiel | mi-temps | hospitalis | arret maladie | arret de travail |
        poste vacant | est vacant | reste vacant | vacant depuis | absents | injoignable |
        pas joignable | hors ligne | hors du bureau | suis en reunion | suis en rdv |
        presente uniquement | present uniquement | presente a la mairie |
        present a la mairie | je travaille uniquement | uniquement le lundi |
        uniquement le mardi | uniquement les lundi | uniquement les mardi |
        uniquement les mercredi | uniquement les jeudi | uniquement le matin |
        ne travaille pas le | pas present | pas presente | en intervention | en inventaire |
        en seminaire | suis en mission | suis en stage | en conge maternite |
        en conge maladie | en conge parental | en conge paternite | conge de maternite |
        ne consulte pas mes | retour lundi | droit a la deconnexion | absence du_ |
        absence ce_ | peu acces a | pas acces a ma | pas acces a mes | je reprends lundi |
        en conge de | de retour a_ | de retour en_ | de retour des_
        """
    )
    /// That an office is closed, or when it is open.
    static let closures = WordingSet(
        """
        nous sommes fermes | est fermee du | sera fermee | est ferme du | sera ferme |
        seront fermes | seront fermees | est fermee jusqu | est ferme jusqu | est fermee |
        sont fermes | sont fermees | fermeture annuelle | fermeture estivale |
        fermeture exceptionnelle | ferme ses portes | fermons nos portes | reouverture |
        rouvrira | rouvriront | reouvrira | rouvrons | est ouvert le_ | est ouverte le_ |
        est ouvert du_ | est ouverte du_ | est ouvert au public | est ouverte au public |
        sont ouverts du | est ouvert les | est ouverte les | horaires d'ouverture |
        jours d'ouverture | ouvert au public | nos services recoivent |
        les messages recus apres | recus en dehors | mouvement de greve |
        prochaine permanence | locaux demenagent | we are closed | office is closed |
        offices are closed | will be closed | will reopen | opening hours are | a la reprise |
        geschlossen | cerrada hasta | cerrado hasta | siamo chiusi | gesloten |
        est ferme pendant | est ferme_ | fait une pause | font une pause | est mobilise |
        sont mobilises | ne repond plus aux | ne repondent plus aux | seront differe |
        est suspendu | sont suspendu | sera releve | seront releve | personne au standard |
        fonctionne au ralenti | delais allonges | exceptionnellement ferme | service ferme_ |
        services fermes_ | bureaux fermes_ | secretariat ferme_
        """
    )
    /// That nobody reads this mailbox any more, or that whoever did is gone.
    static let mailboxStates = WordingSet(
        """
        boite n'est plus | boite mail n'est plus | boite aux lettres n'est plus |
        adresse n'est plus | adresse mail n'est plus | messagerie n'est plus |
        cette adresse ne sera plus | cette boite ne sera plus | compte n'est plus |
        n'est plus relevee | n'est plus consultee | n'est plus utilisee | n'est plus active |
        n'est plus consulte | ne sera plus consulte | ne sont plus consult |
        ne sont pas consult | ne sont pas suivis | ne sont plus suivis | ne sont plus lus |
        ne sera ni lu | ne sera pas lu | ne seront ni lus | ne sera pas transfere |
        ne seront pas transfere | n'est pas transfere | ne sont pas transfere |
        ne sera pas redirige | n'est pas redirige | pas fait suivre |
        votre correspondant n'est plus | n'est plus en poste | n'est plus en fonction |
        n'exerce plus | ne travaille plus | ne fait plus partie | ne fais plus partie |
        je ne suis plus en poste | j'ai quitte mes fonctions | j'ai quitte mon poste |
        j'ai quitte la mairie | j'ai quitte la commune | j'ai quitte la communaute |
        j'ai quitte la collectivite | j'ai quitte la region | j'ai quitte la ville de |
        j'ai quitte le departement | j'ai quitte le service | a quitte la_ |
        a quitte ses fonctions | a quitte son poste | a quitte le service |
        fait valoir mes droits | fait valoir ses droits | je suis a la retraite |
        suis en retraite | est a la retraite | parti a la retraite | partie a la retraite |
        parti en retraite | deces de_ | a change d'adresse | j'ai change d'adresse |
        avons change d'adresse | change de nom de domaine | adresses se terminent |
        adresse a change | ma nouvelle adresse | notre nouvelle adresse |
        nouvelle adresse mail | nouvelle adresse electronique | mettre a jour votre carnet |
        mettre a jour vos contacts | desormais vos messages | a cesse d'exister |
        a ete dissous | a ete dissoute | mailbox is not monitored | mailbox is no longer |
        address is no longer | no longer monitored | no longer in use | no longer work |
        no longer with | no longer employed | has left the | left the company |
        left the organi | unmonitored | update your records | update your address |
        my new email | new email address | nicht mehr im unternehmen | nicht mehr bei |
        neue e-mail-adresse | ya no trabaja | ya no trabajo | non lavora piu |
        werkt niet meer | adresse obsolete | adresse que vous avez utilisee |
        mailbox is unattended | messages sent here | nicht mehr abgerufen | nicht mehr beim |
        i retired | i have retired | stage s'est termine | contrat s'est termine |
        mission s'est termine | mandat s'est termine | nouvelles fonctions | non consultee |
        deleted unread | boites mail sont inaccessibles | messagerie est inaccessible |
        adresse devient
        """
    )
    /// Whom to write to or to call meanwhile.
    static let substitutes = WordingSet(
        """
        en cas d'urgence | pour toute urgence | en cas de besoin urgent | si urgent |
        en urgence | urgence : | urgences : | si votre demande est urgente | si c'est urgent |
        demande urgente | vous pouvez contacter | vous pouvez joindre |
        vous pouvez vous adresser | vous pouvez appeler | vous pouvez ecrire |
        vous pouvez nous joindre | merci de contacter | merci de joindre | merci d'appeler |
        merci d'ecrire | merci d'adresser | merci de vous adresser | merci de transmettre |
        merci de vous rapprocher | merci de vous tourner | merci d'utiliser |
        veuillez contacter | veuillez vous adresser | veuillez ecrire | veuillez adresser |
        veuillez utiliser | veuillez noter | veuillez joindre | je vous invite a contacter |
        je vous invite a vous adresser | je vous invite a ecrire | je vous invite a joindre |
        voudrez bien vous | ne sera pas transfere | n'est pas transfere |
        ne seront pas transfere | ne sont pas transfere | ne sera pas lu | ne seront pas lus |
        ne sont pas lus | contacter mon | contacter ma | contactez | appelez | ecrivez |
        ecrire desormais | adressez-vous | adresser vos | adresser votre | s'adresser a |
        voyez avec | joindre l'accueil | vous rapprocher de | est joignable |
        restent joignables | reste joignable | assure l'interim | assurera l'interim |
        me remplace | ma remplacante | mon remplacant | mon successeur | ma successeure |
        prend le relais | permanence etat civil | une permanence | astreinte | contact : |
        in case of emergency | for urgent | if urgent | if it is urgent | please contact |
        please call | please write | please redirect | please use | for assistance |
        for immediate | in my absence | in my place | contact my colleague | in dringenden |
        wenden sie sich | vertretung | en caso de urgencia | puede contactar |
        pueden contactar | dirigirse a | per urgenze | in caso di urgenza | contattare |
        rivolgersi a | voor dringende | neem contact op | em caso de urgencia |
        veuillez le renvoyer | veuillez renvoyer | veuillez rappeler | sont a adresser |
        est a adresser | mon tuteur | ma tutrice | bitte richten | bitte wenden |
        vous repondra | ne pas renvoyer | en dehors de ces | pour toute question |
        merci de renouveler
        """
    )
    /// What becomes of the mail, later.
    static let returns = WordingSet(
        """
        a mon retour | des mon retour | a notre retour | a son retour |
        prendrai connaissance | prendra connaissance | prendrons connaissance |
        vous repondrai | vous repondrons | vous repondra | repondrai a votre |
        repondrons a votre | traiterai votre | traiterons votre | traite a mon |
        lu a mon retour | sera lu_ | seront lus | upon my return | when i return |
        on my return | as soon as i | when i get back | je prendrai contact |
        des que possible | je repondrai | sera traite | seront traite | sont traites |
        vous reponds au plus | vous reponds des | je vous recontacterai | ne pourrai pas |
        ne pourrai repondre | ne pourrai vous | ne peux donner suite | ne suis pas en mesure |
        avec retard | avec delai | aura une reponse | will be forwarded |
        will not be forwarded | will reply | will respond | respond to your | reply to your |
        prise en compte | werde ich | nach meiner ruckkehr | nicht weitergeleitet |
        weitergeleitet | a mi regreso | a mi vuelta | al mio rientro | al mio ritorno |
        bij terugkomst | na terugkeer | gene occasionnee | comprehension | reponse ce soir |
        reponse demain | repondra a vos | lees ik | ordre d'arrivee | on repondra |
        reponse des | reponse a partir
        """
    )
}

// MARK: - Acknowledgements

extension ScreeningWords {
    /// What machines say of themselves.
    static let machines = WordingSet(
        """
        reponse automatique | message automatique | envoi automatique | courriel automatique |
        mail automatique | e-mail automatique | automatic reply | automatic response |
        automated message | automated response | automated reply | automatically generated |
        auto-generated | genere automatiquement | generee automatiquement |
        automatiquement genere | envoye automatiquement | envoyee automatiquement |
        automatiquement envoye | emis automatiquement | adresse automatiquement |
        emis par un automate | do not reply | ne pas repondre | ne repondez pas |
        n'y repondez pas | ne pas y repondre | inutile de repondre | sans reponse possible |
        repondeur automatique | cette adresse n'est pas relevee |
        d'expedition n'est pas relevee | d'expedition n'est pas consultee |
        boite n'est pas relevee | adresse d'envoi uniquement | please do not respond |
        est un automate | accuse de reception automatique | this is an automatic |
        this is an automated | cette boite n'est pas consultee | automatische antwort |
        automatisch generiert | automatisch erstellt | respuesta automatica |
        mensaje automatico | risposta automatica | messaggio automatico |
        automatisch bericht | mensagem automatica
        """
    )
    /// "Votre message a bien été reçu", in its many words.
    static let acknowledgements = WordingSet(
        (acknowledged.flatMap { what in
            acknowledging.map { $0.replacing("*", with: what) }
        } + [otherAcknowledgements]).joined(separator: " | ")
    )
    private static let acknowledged = [
        "votre message", "votre mail", "votre courriel", "votre e-mail", "votre email",
        "votre courrier", "votre courrier electronique", "votre demande", "votre envoi",
        "votre envoi electronique", "votre requete", "votre candidature", "votre facture",
        "votre correspondance", "votre sollicitation", "votre saisine", "votre formulaire",
    ]
    private static let acknowledging = [
        "* a bien ete", "* est enregistre", "* a ete recu", "* a ete enregistre",
        "* a ete transmis", "* a ete pris",
        "* est bien", "* nous est bien", "* est pris", "* est arrive", "* est parvenu",
        "avons bien recu *", "a bien recu *", "pris connaissance de *", "accusons reception de *",
        "accuse reception de *", "accusons bonne reception de *", "accuse bonne reception de *",
        "confirmons la reception de *", "confirmons la bonne reception de *",
        "confirme la reception de *", "bonne reception de *",
    ]
    private static let otherAcknowledgements = """
        ai bien recu votre message et | avez adresse votre candidature | a bien ete transmis |
        we have received your | we've received your | has been received | was received |
        thank you for your message | thank you for your email | thank you for your mail |
        thank you for contacting | thanks for contacting | thanks for reaching out |
        thank you for reaching out | thanks for your message | merci de nous avoir contacte |
        merci de votre message | merci pour votre message | merci pour votre mail |
        merci de votre mail | merci d'avoir contacte | nous vous remercions de votre message |
        vous remercions pour votre message | ihre nachricht ist | ihre e-mail ist |
        haben ihre nachricht erhalten | vielen dank fur ihre | hemos recibido su |
        gracias por contactar | su mensaje ha sido | abbiamo ricevuto | grazie per averci |
        wij hebben uw | bedankt voor uw | est entre de bonnes mains
        """
    static let acknowledgementSubjects = WordingSet(
        """
        accuse de reception | accuse reception | accuse d'enregistrement |
        votre message a bien ete | votre demande a bien ete | votre courriel a bien ete |
        votre mail a bien ete | votre message est bien | confirmation de reception |
        confirmation de votre | accuse] | nous avons bien recu | bonne reception de votre |
        votre demande a ete | votre message a ete | ar : | ar - | ar: | ar automatique |
        we have received | we've received | we received your | enregistrement de votre |
        message bien recu | votre e-mail a bien ete | votre courrier a bien ete |
        reception de votre | merci de nous avoir contacte | merci pour votre message |
        merci de votre message | votre candidature | thank you for contacting |
        thank you for your | thanks for contacting | votre message_ | votre demande_ |
        eingangsbestatigung | confirmacion de | acuse de recibo | conferma di |
        prise en compte de | bien recu | reponse a votre message | enregistrement de |
        votre e-mail du
        """
    )
    static let delays = WordingSet(
        """
        sera traite | sera traitee | seront traites | dans les meilleurs delais |
        dans un delai | sous un delai | sous reserve | jours ouvres | jours ouvrables |
        heures ouvrees | dans les plus brefs delais | sera prise en charge |
        sera pris en charge | sera prise en compte | par nos services | within |
        une reponse vous | reponse vous sera | a ete transmis | a ete transmise |
        a bien ete transmis | au service concerne | au service competent | numero de dossier |
        sous le numero | revenons vers vous | reviendrons vers vous | reviendra vers vous |
        revient vers vous | prendra contact | prendrons contact | prendra connaissance |
        reprendra contact | delais de reponse | delai de reponse | delai de sa reponse |
        sous 24 | sous 48 | sous 72 | 24 heures | 48 heures | 72 heures |
        sans reponse de notre part | ne prejuge pas | get back to you | be in touch |
        as soon as possible | shortly | foire aux questions | vos donnees sont utilisees |
        recapitulatif | schnellstmoglich | lo antes posible | en breve | il prima possibile |
        al piu presto | zo snel mogelijk | a ete enregistre | affecte au service |
        affectee au service | ce numero | sous 5 jours | sous 10 jours | vous recontacte |
        vous repondre | tenir informe | sera examine | patience | etudier la teneur |
        la transmettent | sous 7 j | sous 8 j | sous 15 | sous 30 | sous quinz
        """
    )
    static let challengeSubjects = WordingSet(
        """
        authentifi | mailinblack | validation de votre | validez votre | confirmez votre |
        confirmez que | captcha | votre message est en attente | message en attente |
        votre message attend | mail en attente | action requise | verification | verify# |
        antispam | anti-spam | confirm your | please confirm | verify your | valider l'envoi |
        valider votre | securite | requires verification | message held |
        confirmation required | confirmation requise | approbation |
        en attente de validation | challenge | demande de confirmation | action required |
        autorisation | requiert une verification | liste blanche | confirmation d'expediteur |
        encore recu votre | identifiez-vous | identification | whitelist | expediteur
        """
    )
    static let challengeBody = WordingSet(
        """
        mailinblack | mail in black | protege par mail | vous authentifier |
        cliquez pour valider | valider votre message | valider l'envoi de votre |
        confirmer que vous etes | vous n'etes pas un robot | n'etes pas un robot |
        not a robot | confirm that you are | whitelist | liste blanche |
        messages indesirables | protege des spams | protege contre les spams |
        authentifier votre adresse | delivrer votre message | liberer votre message |
        authentication of your | prove you are human | you are a human | are a real |
        live human | not a spam source | not a spammer | verify that you | verify your |
        message is being held | being held because | release your message | confirm once |
        confirmation request | receive your email | receiving junk | junk mail |
        confirmer leur identite | confirmer votre identite | confirmez votre identite |
        nouveaux expediteurs | expediteur inconnu | expediteurs inconnus |
        etes bien une personne | etes un humain | etes bien humain | bien un humain |
        une personne reelle | par un etre humain | afin que votre message soit |
        pour que votre message soit | remis a son destinataire | votre premier message |
        mis en quarantaine en attendant | ajouter a ma liste | expediteurs autorises |
        approved senders | vous etes bien un etre | expediteur de pourriel |
        lutter contre les robots | vous identifier | recopiant | les expediteurs connus |
        sa liste blanche | que les expediteurs | n'accepte que | n'etes pas une machine |
        n'est pas encore connue | retenu par notre filtre | message est retenu |
        courriel est retenu | mail est retenu | sans en modifier l'objet |
        sans modifier l'objet | sans changer l'objet | l'objet intact | pas encore autorise |
        guest list | was waitlisted | to my inbox | deliver your message |
        messages will be delivered
        """
    )

    /// Digests of what a filter holds back: they ask nobody to prove anything.
    static let digestSubjects = WordingSet(
        "rapport | recapitulatif | resume | digest | quarantine | quarantaine"
    )
}
