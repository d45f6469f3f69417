extension SignatureTradeTests {
    static let more: [MarkedBody] = [
        MarkedBody(
            "signature with a motto in bold",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part au contrôle de légalité ce soir.

            Cordialement,

            S|*Rachel Simon*
            S|Juriste
            S|*Terres de Seine, un territoire d'avance*
            """
        ),
        MarkedBody(
            "office closed",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement,

            S|Rachel Simon
            S|Service juridique

            S|Attention : nos bureaux seront fermés le vendredi 15 mai.
            """
        ),
        MarkedBody(
            "new address",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement,

            S|Rachel Simon
            S|Service juridique
            S|Nouvelle adresse : 4 place du Marché, 78200 Mantes
            """
        ),
        MarkedBody(
            "campaign",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement,

            S|Rachel Simon
            S|Service juridique

            S|Octobre rose : toutes et tous mobilisés contre le cancer du sein
            """
        ),
        MarkedBody(
            "line of the state",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement,

            S|Rachel Simon
            S|Service juridique

            S|3939 Allô service public
            S|Arrêtons les violences : 3919
            """
        ),
        MarkedBody(
            "elections",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement,
            S|Rachel Simon

            S|Élections municipales : inscrivez-vous sur les listes électorales avant le 6 février !
            """
        ),
        MarkedBody(
            "two-column leftovers",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement,

            S|Rachel SIMON      Service juridique
            S|01 30 00 00 00    www.terres-seine.example
            """
        ),
        MarkedBody(
            "english slogan below a French signature",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement,

            S|Rachel Simon
            S|Seine Valley Invest
            S|Invest, live, enjoy
            """
        ),
        MarkedBody(
            "formula at the end of the sentence, with name",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir. Bien à vous, Rachel
            """
        ),
        MarkedBody(
            "formula at the end of the sentence, name and function below",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir, bien à vous
            S|Rachel Simon
            S|Service juridique
            """
        ),
        MarkedBody(
            "name and function in the same line as the formula",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            Cordialement, Rachel Simon, service juridique
            """
        ),
        MarkedBody(
            "disclaimers in bilingual paragraphs",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            S|Rachel

            D|Ce courriel est susceptible de contenir des informations protégées. S'il ne vous est pas destiné, merci de le signaler à son auteur et de le supprimer.
            D|This email may contain protected information. If it is not intended for you, please notify its author and delete it.
            """
        ),
        MarkedBody(
            "disclaimer: contractual value",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            S|Rachel Simon

            D|Les échanges par courriel n'ont pas de valeur contractuelle et n'engagent pas la collectivité.
            """
        ),
        MarkedBody(
            "disclaimer with an anchor",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            S|Rachel Simon

            X|-------
            D|Pensez à la confidentialité : ce message peut contenir des données réservées à son destinataire.
            """
        ),
        MarkedBody(
            "records notice",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            S|Rachel Simon

            D|La commune de Mantes collecte vos données pour répondre à votre demande (base légale : mission d'intérêt public). Pour exercer vos droits : dpo@mantes.example
            """
        ),
        MarkedBody(
            "scan note",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            S|Rachel Simon

            X|--
            D|Ce message a été vérifié par MailScanner pour des virus ou des polluriels et rien de suspect n'a été trouvé.
            """
        ),
        MarkedBody(
            "gateway caution with two lines, English",
            by: "Rachel Simon",
            at: "r.simon",
            """
            D|EXTERNAL EMAIL
            D|Do not click links or open attachments unless you recognise the sender and know the content is safe.

            La convention part ce soir.
            """
        ),
        MarkedBody(
            "first contact tip",
            by: "Rachel Simon",
            at: "r.simon",
            """
            D|Vous ne recevez pas souvent de courriers de la part de l.fabre@region.example. Découvrez pourquoi cela est important

            La convention part ce soir.
            """
        ),
        MarkedBody(
            "encrypted",
            by: "Rachel Simon",
            at: "r.simon",
            """
            La convention part ce soir.

            S|Rachel Simon
            S|Envoyé avec Tutanota, profitez d'e-mails sécurisés et sans publicité
            """
        ),
        MarkedBody(
            "group footer, French",
            by: "Rachel Simon",
            at: "r.simon",
            """
            Qui vient au congrès ?

            S|Rachel

            X|--\u{20}
            D|Vous recevez ce message, car vous êtes abonné au groupe Google Groupes "juristes".
            D|Pour vous désabonner de ce groupe et ne plus recevoir d'e-mails le concernant, envoyez un e-mail à juristes+unsubscribe@groupes.example.
            """
        ),
    ]
}
