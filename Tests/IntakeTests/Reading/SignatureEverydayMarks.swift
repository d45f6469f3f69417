extension SignatureEverydayTests {
    static let marks: [MarkedBody] = [
        MarkedBody(
            "Rémi: Bien cordialement.",
            by: "Rémi",
            at: "remi",
            """
            Bonjour,

            Pouvez-vous nous confirmer la date ?

            Bien cordialement.

            S|Rémi Caste | Chargé d'opérations
            S|M +33 6 00 00 00 00
            S|
            S|Suivez nous sur LinkedIn

            D|Ce message et ses pièces jointes sont confidentiels. Si vous n'êtes pas destinataire, merci de le détruire et d'avertir l'expéditeur.
            """
        ),
        MarkedBody(
            "Rémi: le permis est signé.",
            by: "Rémi",
            at: "remi",
            """
            D|[EXTERNE] Ce courriel provient de l'extérieur de l'organisation. Ne cliquez pas sur les liens si vous ne connaissez pas l'expéditeur.

            Bonjour,

            le permis est signé.

            S|Rémi
            """
        ),
        MarkedBody(
            "Rémi: Ce message est le troisième que je vous envo",
            by: "Rémi",
            at: "remi",
            """
            Bonjour,

            Ce message est le troisième que je vous envoie, sans réponse !

            S|Rémi Caste
            """
        ),
        MarkedBody(
            "Rémi: Ce mail est confidentiel, merci de ne pas le",
            by: "Rémi",
            at: "remi",
            """
            Bonjour,

            Ce mail est confidentiel, merci de ne pas le transférer au personnel avant lundi.

            S|Rémi
            """
        ),
        MarkedBody(
            "Rémi: Pour vous désinscrire de la cantine il faut",
            by: "Rémi",
            at: "remi",
            """
            Pour vous désinscrire de la cantine il faut remplir le formulaire avant le 10.

            S|Rémi
            """
        ),
        MarkedBody(
            "List: I tried the patch and it fails on the second",
            by: "List",
            at: "l",
            """
            I tried the patch and it fails on the second file.

            S|Jon

            X|-- 
            X|
            D|You received this message because you are subscribed to the list "dev".
            D|To unsubscribe, send mail to dev-leave@x.example
            """
        ),
        MarkedBody(
            "Sven: ich komme um acht.",
            by: "Sven",
            at: "sven",
            """
            Hallo,

            ich komme um acht.

            S|Sven

            D|Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender und vernichten Sie diese Mail.
            """
        ),
        MarkedBody(
            "Pia: Ok!",
            by: "Pia",
            at: "pia",
            """
            Ok!

            S|Pia

            S|Sent from my Samsung device over Three's network
            """
        ),
        MarkedBody(
            "Pia: Det passer fint, vi ses på torsdag.",
            by: "Pia",
            at: "pia",
            """
            Det passer fint, vi ses på torsdag.

            S|Pia

            S|Sendt fra min iPhone
            """
        ),
        MarkedBody(
            "Pia: Det går bra, vi ses på torsdag.",
            by: "Pia",
            at: "pia",
            """
            Det går bra, vi ses på torsdag.

            S|Pia

            S|Skickat från min iPhone
            """
        ),
        MarkedBody(
            "Pia: Może być, do czwartku.",
            by: "Pia",
            at: "pia",
            """
            Może być, do czwartku.

            S|Pia

            S|Wysłane z iPhone'a
            """
        ),
        MarkedBody(
            "Pia: Vejo vocês na quinta.",
            by: "Pia",
            at: "pia",
            """
            Vejo vocês na quinta.

            S|Pia

            S|Enviado do meu iPhone
            """
        ),
        MarkedBody(
            "Pia: Ок, до четверга!",
            by: "Pia",
            at: "pia",
            """
            Ок, до четверга!

            S|Отправлено с iPhone
            """
        ),
        MarkedBody(
            "Pia: 好的，周四见。",
            by: "Pia",
            at: "pia",
            """
            好的，周四见。

            S|发自我的iPhone
            """
        ),
        MarkedBody(
            "Pia: 木曜日に伺います。",
            by: "Pia",
            at: "pia",
            """
            木曜日に伺います。

            S|iPhoneから送信
            """
        ),
        MarkedBody(
            "Pia: Tot donderdag dan.",
            by: "Pia",
            at: "pia",
            """
            Tot donderdag dan.

            S|Pia

            S|Verzonden vanaf mijn iPad
            """
        ),
        MarkedBody(
            "Pia: Nähdään torstaina.",
            by: "Pia",
            at: "pia",
            """
            Nähdään torstaina.

            S|Pia

            S|Lähetetty iPhonesta
            """
        ),
        MarkedBody(
            "Pia: Uvidíme se ve čtvrtek.",
            by: "Pia",
            at: "pia",
            """
            Uvidíme se ve čtvrtek.

            S|Odesláno z iPhonu
            """
        ),
        MarkedBody(
            "Pia: Perşembe görüşürüz.",
            by: "Pia",
            at: "pia",
            """
            Perşembe görüşürüz.

            S|iPhone'umdan gönderildi
            """
        ),
        MarkedBody(
            "Pia: Ne vedem joi la primărie.",
            by: "Pia",
            at: "pia",
            """
            Ne vedem joi la primărie.

            S|Trimis de pe iPhone-ul meu
            """
        ),
        MarkedBody(
            "Pia: Csütörtökön találkozunk.",
            by: "Pia",
            at: "pia",
            """
            Csütörtökön találkozunk.

            S|iPhone-ról küldve
            """
        ),
        MarkedBody(
            "Pia: Ci vediamo giovedì.",
            by: "Pia",
            at: "pia",
            """
            Ci vediamo giovedì.

            S|Inviato da iPhone
            """
        ),
        MarkedBody(
            "Pia: 목요일에 뵙겠습니다.",
            by: "Pia",
            at: "pia",
            """
            목요일에 뵙겠습니다.

            S|나의 iPhone에서 보냄
            """
        ),
        MarkedBody(
            "Pia: We'll see you Thursday.",
            by: "Pia",
            at: "pia",
            """
            We'll see you Thursday.

            S|Sent from Yahoo Mail on Android
            """
        ),
        MarkedBody(
            "Pia: Envoyé de la mairie hier, le courrier est ar",
            by: "Pia",
            at: "pia",
            """
            Envoyé de la mairie hier, le courrier est arrivé ce matin.

            S|Pia
            """
        ),
        MarkedBody(
            "Pia: Voilà le fichier.",
            by: "Pia",
            at: "pia",
            """
            Voilà le fichier.

            S|Pia

            S|Sent from Outlook for iOS<https://aka.example/x>
            """
        ),
        MarkedBody(
            "Pia: Voilà le fichier. (2)",
            by: "Pia",
            at: "pia",
            """
            Voilà le fichier.

            S|Pia

            S|Obtenez Outlook pour Android
            """
        ),
        MarkedBody(
            "Pia: Voilà le fichier demandé.",
            by: "Pia",
            at: "pia",
            """
            Voilà le fichier demandé.

            S|Pia

            S|Envoyé à partir d'un Samsung Galaxy
            """
        ),
        MarkedBody(
            "Pia: Voilà le fichier demandé. (2)",
            by: "Pia",
            at: "pia",
            """
            Voilà le fichier demandé.

            S|Pia

            S|Télécharger Proton Mail pour Android
            """
        ),
    ]
}
