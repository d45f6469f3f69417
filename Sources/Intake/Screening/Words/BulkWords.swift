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
}
