/// The vocabulary of legal notices, banners of gateways and footers of mailing lists, folded.
enum DisclaimerWords {
    static let openings = WordingSet(
        """
        ce message | ce courriel | ce mail | cet e-mail | cet email | cet e.mail | ce courrier | ce mel |
        les informations contenues | les informations figurant | les informations recueillies |
        les informations transmises | les informations presentes | les informations qu |
        le contenu de ce | le contenu du | l'information contenue | les elements contenus |
        le present message | le present courriel | le present mail | le present e-mail | present message | l'integrite de |
        avertissement | avis de confidentialite | confidentialite | message confidentiel |
        confidentiel | si vous n'etes pas | si vous avez recu | si vous recevez | si ce message |
        s'il vous est parvenu | toute utilisation | toute diffusion | toute publication |
        toute reproduction | toute modification | les opinions | important : | attention : | nota : | notice | ce document |
        l'absence de virus | cette communication | cette transmission | cet envoi | nos agents | nos services ne | nos conseillers ne |
        aucun agent | attention aux | notre organisme | la presente | les donnees |
        clause de confidentialite | l'emetteur | l'expediteur | internet ne permet | l'internet ne |
        les communications | message electronique | les courriels | les messages electroniques |
        les echanges | mention legale | mentions legales | mention rgpd | mentions rgpd | information rgpd | mention de confidentialite |
        il est rappele | nous vous rappelons que les echanges | sauf indication contraire | we process |
        informationen zum datenschutz | de conformidad | en cumplimiento | le contenu de ce |  tout message |
        pour des raisons de securite | les idees | les propos | ceci est un message | document soumis |
        ce document est soumis | any views | any opinions | emails sent | email sent | e-mails sent |
        this is an automated | merci de ne pas repondre | ne pas repondre | privileged | conformement a | conformement au | dans le cadre du rgpd |
        dans le cadre du reglement | rgpd_ | vos donnees | vous disposez d | donnees personnelles |
        protection des donnees | informatique et libertes | en application d | la ville de |
        la commune | la mairie | la collectivite | la communaute | le departement | la region |
        la metropole | le syndicat | le conseil departemental | message destine | sauf mention contraire | pour exercer vos |
        this message | this email | this e-mail | this mail | this communication |
        this transmission | the information | the contents | disclaimer | confidentiality | if you are not |
        if you have received | any unauthori | privacy notice | please note that | important notice |
        legal notice | internet communications | the sender | the views |
        diese e-mail | diese nachricht | dieses dokument | diese mail | der inhalt dieser |
        die in dieser | vertraulich | hinweis | wichtiger hinweis | rechtlicher hinweis |
        este mensaje | este correo | esta mensagem | este e-mail | este email | aviso legal |
        aviso de | la informacion contenida | la presente comunicacion | esta comunicacion |
        questo messaggio | questa e-mail | questa mail | le informazioni contenute |
        ai sensi | avvertenza | il presente messaggio | la presente e-mail | il contenuto |
        dit bericht | deze e-mail | dit e-mailbericht | de informatie | aan dit bericht |
        a informacao | as informacoes | aviso | envoi crypte | message chiffre
        """
    )
    static let terms = WordingSet(
        """
        confidenti | destinataire | pieces jointes | piece jointe | usage exclusif | usage unique |
        destine | intention exclusive | reserve | s'adresse uniquement | s'adresse exclusivement |
        par erreur | detrui | supprim | virus | privilege | intended recipient | intended solely |
        intended only | privileged | responsabilite | non autorise | interdit | prohibe |
        strictement | expressement | attachments | attached files | addressee | recipient |
        in error | divulg | altere | deforme | falsifie | n'engage | n'engagent | engagement |
        avertir l'expediteur | en avertir | en informer l'expediteur | l'expediteur | secret professionnel |
        secret medical | ne vaut pas | datenschutz | aansprakelijk | personal data | systeme automatise |
        ne sera pas lue | ne seront pas lus | saisine | alteration | opinions | views_ | necessarily | monitored | freedom of information | tenue responsable |
        tenu responsable | responsable de son contenu | code penal | message automatique |
        ne pas y repondre | ne pas repondre | do not reply | automatically generated |
        auteur | author | droit a l'image | hameconnage | a ete analyse | a ete verifie | antivirus | malveillant | passerelle de | logiciels malveillants | antispam | anti-spam |
        dans ce message | dans ce courriel | dans ce mail | dans cet e-mail | ne constitue | ne constituent | mot de passe | carte bancaire | en cas de doute |
        ne repondez pas | effacez | n'etes pas la bonne | a ete envoye par | subject to | disclaimer |
        charity | registered | decision administrative | oppose | contractuel | personnel_ |
        n'etes pas autorise | n'etes autorise | engage_ | vos coordonnees | vos-donnees | vos donnees | suppression |
        carnet d'adresses | chiffre_ | crypte_ | scanned | malware | delete | destroy | privacy | unauthori | disclosure | disseminat | prohibited |
        unlawful | liability | n'est pas garantie | integrite | ne permet pas d'assurer | propriete |
        rgpd_ | reglement general | donnees personnelles | donnees a caractere personnel |
        droit d'acces | droits d'acces | de rectification | rectification | droit d'opposition | informatique et libertes |
        loi informatique | delegue a la protection | protection des donnees | dpo_ | dpo@ | cnil |
        font l'objet d'un traitement | traitement informatise | traitement de donnees | exercer vos droits |
        exercer ces droits | exercer votre droit | traitees par | n'hesitez pas a contacter notre dpo |
        vertraulich | adressat | empfanger | vernichten | irrtumlich | unbefugt | loschen |
        weitergabe | destinatari | por error | eliminelo | eliminar | prohibida | prohibido |
        proteccion de datos | riservat | per errore | cancellar | vietat | divulgazione |
        vertrouwelijk | geadresseerde | ontvanger | verwijder | confidencia | destinatario |
        por engano | engano | apague | proibid | archivos adjuntos | allegati
        """
    )
    /// The mail as it speaks of itself.
    static let thisMail = WordingSet(
        """
        ce message | ce courriel | ce mail | cet e-mail | cet email | ce courrier | ce mel |
        present message | present courriel | present mail | cette communication |
        cette transmission | this message | this email | this e-mail | this mail |
        this communication | diese e-mail | diese nachricht | diese mail | este mensaje |
        este correo | esta mensagem | este e-mail | este email | questo messaggio |
        questa e-mail | questa mail | presente communication | le present | presente messaggio | presente e-mail | dit bericht | deze e-mail
        """
    )
    static let footers = WordingSet(
        """
        pour se desinscrire | pour vous desinscrire | pour se desabonner | pour vous desabonner |
        pour ne plus recevoir | si vous ne souhaitez plus | vous ne souhaitez plus recevoir | ne plus recevoir | si vous ne desirez plus |
        tous droits reserves | all rights reserved | pour quitter cette liste | pour gerer votre abonnement |
        vous recevez ce message car | vous recevez ce mail car |
        vous recevez ce courriel car | vous recevez cet e-mail | vous recevez cet email |
        vous recevez ce message parce | vous recevez ce mail parce | vous recevez ce courriel parce |
        vous avez recu ce message car | vous avez recu ce message parce |
        vous etes abonne | ce message vous est envoye |
        ce message vous a ete envoye | cet e-mail vous a ete envoye | cet email a ete envoye |
        ce message a ete envoye par la liste | ce message a ete envoye a la liste |
        gerer vos preferences | desinscription : |
        you received this message because | you are receiving this | you're receiving this |
        to unsubscribe | unsubscribe | to stop receiving | to view this discussion |
        visit this group | for more options, visit | to manage your subscription |
        manage your notification | view it on github | reply to this email directly |
        pour vous desabonner de | um sich abzumelden | sie erhalten diese | para darse de baja | recibe este |
        per annullare l'iscrizione | hai ricevuto questo messaggio perche | ricevi questo |
        has recibido este mensaje porque | recibiste este mensaje porque |
        sie haben diese nachricht erhalten, weil | voce recebeu esta mensagem porque |
        recebeu esta mensagem porque | je ontvangt dit | u ontvangt dit | om je af te melden |
        um dieses abonnement | para cancelar | per disiscriver | per cancellar | para desuscrib | para anular la |
        um den newsletter abzubestellen | newsletter abbestellen | for at afmelde | avregistrera | for a avslutte |
        aby zrezygnowac | aby sie wypisac | pro odhlaseni | leiratkozas | pentru dezabonare |
        this message was sent using imp | ce message a ete envoye par imp | ce message a ete envoye avec imp |
        this message was sent through the | list archives : | list info : | list options
        """
    )
    /// "Vous recevez ce message, car vous êtes abonné…".
    static let receiving = WordingSet(
        """
        vous recevez c | vous avez recu c | ce message vous | ce mail vous | ce courriel vous |
        cet e-mail vous | cet email vous | you are receiving | you received | this email was sent to |
        this message was sent to | sie erhalten | recibe | recibes | has recibido | ricevi |
        hai ricevuto | recebe | recebeu | u ontvangt | je ontvangt
        """
    )
    static let subscribing = WordingSet(
        """
        abonne | inscrit | desinscri | desabonn | liste de | newsletter | lettre d'info | infolettre |
        base de | subscri | signed up | unsubscri | mailing | abonniert | angemeldet | suscri |
        iscritt | inscrit | ingeschreven | aangemeld | preferences
        """
    )
    /// What tells a footer wherever it stands in its line.
    static let footerPhrases = WordingSet(
        """
        vous recevez cet e-mail car | vous recevez cet email car | vous recevez ce message car |
        vous recevez ce mail car | vous recevez ce courriel car | vous recevez cet e-mail parce |
        tous droits reserves | all rights reserved | you received this message because |
        you are receiving this | to unsubscribe from this
        """
    )
    /// What a mailing list puts under its rule.
    static let listNames = WordingSet(
        """
        liste_ | listes_ | liste de diffusion | liste de discussion | mailing list | mailing-list |
        archives de la liste | archives : | list_ | listinfo | sympa | mailman | lista_ | lista de_ | mailingliste |
        verteiler | lijst_ | mailinglijst | postilista | sahkopostilista | e-postlista | lista dyskusyjna
        """
    )
    static let replyAbove = WordingSet(
        """
        repondre | repondez | reponse | ecrire au | ecrivez | saisissez | saisir | tapez |
        reply above | reply_ above | your reply above | type above | write above | respond above |
        antworten sie oberhalb | antwort oberhalb | responda por encima | responder encima |
        rispondi sopra | scrivi sopra | ne pas ecrire sous | ne rien ecrire sous | do not write below | above this line
        """
    )
    static let thisLine = WordingSet(
        """
        au-dessus de cette ligne | au dessus de cette ligne | au-dessus de la ligne |
        au dessus de la ligne | au-dessus de ce trait | au dessus de ce trait |
        en dessous de cette ligne | sous cette ligne | above this line | below this line |
        this line | dieser zeile | dieser linie | esta linea | questa riga | questa linea |
        deze lijn | deze regel | esta linha
        """
    )
    /// How to receive no more, or whose the text is.
    static let leaving = WordingSet(
        """
        desinscri | desabonn | desincri | unsubscrib | abmelden | abzumelden | abbestell | darse de baja |
        cancellar | disiscri | cancelar | afmelden | leave | droits reserves | rights reserved
        """
    )
    /// What a gateway says of the mail that it let in, or asks its reader.
    static let bannerSelf = WordingSet(
        """
        ce message provient | ce mail provient | ce courriel provient | cet e-mail provient |
        cet email provient | ce message vient | ce mail vient | ce courriel vient |
        ce message a ete envoye | ce courriel a ete envoye | ce mail a ete envoye |
        ce message emane | ce mail emane | ce courriel emane | message provenant | mail provenant |
        courriel provenant | e-mail provenant | cet expediteur | l'expediteur de ce | expediteur inconnu |
        ne cliquez | cliquez pas | n'ouvrez | do not click | do not open | don't click | originated |
        this message was sent from | this email was sent from | this message came | this email came |
        email from outside | is from an external | external sender | diese e-mail | diese nachricht |
        este correo | este mensaje | questa e-mail | questo messaggio | deze e-mail | dit bericht |
        pas souvent | don't often get | qui ont recu
        """
    )
    static let bannerTags = WordingSet(
        """
        [externe] | [ext] | [external] | [exterieur] | externe_ | external_ | message externe | vous n'obtenez pas souvent |
        vous ne recevez pas souvent | you don't often get | certaines personnes qui ont recu |
        courriel externe | mail externe | e-mail externe | email externe | expediteur externe | external email | external sender
        """
    )
    static let bannerOpenings = WordingSet(
        """
        attention | [externe] | [ext] | [external] | [exterieur] | caution | externe | external |
        avertissement | mefiance | message externe | mail externe | courriel externe |
        e-mail externe | email externe | expediteur externe |
        ce message provient | ce mail provient | ce courriel provient | cet e-mail provient |
        cet email provient | ce message a ete envoye depuis l'exterieur | ce message vient |
        ce mail vient | ce courriel vient | ce courriel a ete envoye | ce message a ete envoye |
        cet expediteur | vous ne recevez pas souvent | vous n'obtenez pas souvent |
        certaines personnes qui ont recu | you don't often get email | prudence | vigilance |
        soyez vigilant | ne cliquez | message provenant | mail provenant | courriel provenant |
        expediteur inconnu | warning | this email originated | this message originated |
        this message was sent from outside | this email was sent from outside | alerte | securite |
        achtung | externe e-mail | atencion | attenzione | opgelet | let op | info securite
        """
    )
    /// What says that the mail came from elsewhere.
    static let bannerOrigins = WordingSet(
        """
        expediteur | externe | external | [ext] | outside | originated | provient | provenant |
        hors de | sender | emane | vient de l'ext | d'e-mail a partir | pas souvent | email from | exterieur a |
        exterieur de l'org | exterieur de la | exterieur de notre | envoye depuis l'ext |
        ausserhalb | extern | fuera de | esterno | remitente | mittente | absender
        """
    )
    static let bannerTerms = WordingSet(
        """
        exterieur | externe | external | outside | expediteur | ne cliquez | cliquez pas |
        hors de l'org | pieces jointes | piece jointe | liens | lien_ | vigilan | prudent |
        originated | do not click | sender | links | attachments | organisation | organization |
        apprenez pourquoi | pourquoi est-ce | pourquoi cela | decouvrez pourquoi | learn why | phishing | hameconnage |
        provient d | provenant d | inconnu | aka.ms | ausserhalb | fuera de | extern_ | esterno |
        absender | remitente | mittente
        """
    )
}
