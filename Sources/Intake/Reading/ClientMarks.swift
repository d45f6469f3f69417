extension SignedText {
    /// "Envoyé de mon iPhone", "Obtenir Outlook pour iOS", "P Pensez à l'environnement".
    mutating func tagClientMarks() {
        var above: Int?
        for index in lines.indices where isOwn(index) || tags[index] == .signature {
            defer { above = index }
            guard ClientMarks.isMark(lines[index].folded) || ScriptWords.isClientMark(lines[index])
            else { continue }
            // What is announced, as in "il reçoit ceci :", is spoken of.
            if let above, tags[above] == .own, isSpokenOf(above) { continue }
            if isWithinParagraph(index) { continue }
            set(.signature, index..<(index + 1))
        }
    }

    /// Between two lines of prose in one paragraph.
    private func isWithinParagraph(_ index: Int) -> Bool {
        guard index > 0, index + 1 < lines.count, isOwn(index - 1), isOwn(index + 1) else {
            return false
        }
        let below = lines[index + 1].content.unicodeScalars.first
        return below?.properties.isLowercase == true && lines[index + 1].folded.wordCount > 1
            && !lines[index + 1].folded.hasPrefix("http") && !shapes.isClosing(lines[index - 1])
    }

    private func isSpokenOf(_ above: Int) -> Bool {
        lines[above].folded.hasSuffix(":") || ClientMarks.isMark(lines[above].folded)
    }
}

/// What mail programs, telephones and virus scanners write under a mail.
enum ClientMarks {
    static func isMark(_ line: Wording) -> Bool {
        let line = line.withoutMarks.withoutNameMarks
        guard line.count <= 240, line.wordCount <= 34 else { return false }
        if adverts.start(line) { return line.wordCount <= 24 }
        if environment.start(line) {
            let spares =
                nature.occur(in: line)
                || printing.occur(in: line)
                    && (thisMail.occur(in: line) || need.occur(in: line) || line.wordCount <= 4)
            return spares && !ProseWords.firstPersonSubject.occur(in: line)
                && !line.words.contains {
                    $0.elementsEqual("est".utf8) || $0.elementsEqual("sont".utf8)
                }
        }
        if thisMail.occur(in: line), printing.occur(in: line), paper.count(in: line) >= 2 {
            return !ProseWords.firstPersonSubject.occur(in: line) && !line.hasSuffix("?")
        }
        guard line.wordCount <= 14, !line.hasPrefix("envoye :"), !line.hasPrefix("envoye:") else {
            return false
        }
        if sentFrom.start(line), line.wordCount <= 6, !line.hasSuffix("?") { return true }
        if wholeLines.contains(line.string) { return true }
        guard sendings.start(line) || excuses.occur(in: line) || isSentByVerb(line) else {
            return false
        }
        // "Envoyé par téléphone ce matin, le signalement…" goes on as a sentence.
        if line.hasPrefix("envoye par erreur") { return false }
        if line.hasPrefix("sent from"), line.contains(","), line.wordCount >= 8 { return false }
        if line.hasPrefix("envoye"), line.contains(","), line.wordCount >= 8 {
            return services.occur(in: line)
        }
        return devices.occur(in: line) && !line.hasSuffix("?")
            && !ProseWords.firstPersonSubject.occur(in: line)
    }

    /// Languages that put the verb behind: "iPhone'umdan gönderildi", "iPhone-ról küldve".
    private static func isSentByVerb(_ line: Wording) -> Bool {
        line.wordCount <= 4
            && [" gonderildi", " kuldve", " saadetud"].contains { line.hasSuffix($0) }
    }

    private static let wholeLines: Set<String> = [
        "mailbox connecte", "mailo, l'email qui vous respecte", "mailo", "yahoo mail",
        "proton mail", "via smartphone", "via mobile", "via iphone", "iphone",
        "envoye du mobile", "envoye par telephone", "envoye par smartphone",
        "garanti sans virus", "garanti sans virus.", "virus-free", "virus-free.",
    ]

    private static let sendings = WordingSet(
        """
        envoye_ | envoyee_ | ecrit de_ | ecrit depuis | ecrit sur_ | redige depuis | transmis depuis |
        message envoye | mail envoye | courriel envoye | obtenir outlook | obtenez outlook |
        telecharger outlook | telechargez outlook | telecharger boxer | telecharger spark |
        telecharger mail_ | get outlook | get spark | get boxer | get the outlook | get mailbird |
        download outlook | sent from | sent via | sent with | sent by | sent using | sent on | provenance : | provenance: | mail.ru |
        expedie | reponse envoyee | von meinem | von meiner | gesendet | diese nachricht wurde |
        diese mail wurde | versendet | enviado | enviada | obtener | descargar | obter | transferir |
        odeslano | poslano | trimis de | wyslano | wyslane | skickat | sendt fra | sendt med | sendt via |
        sent fra | lahetetty | saadetud | issiusta | nosutits | poslato | pobierz outlook | hamta outlook |
        hent outlook | stahnout outlook | descarregar | enviat des | gui tu |
        inviato | inviata | scarica | ottieni | verstuurd | verzonden | outlook voor | outlook fur |
        holen sie sich | hol dir | ce message a ete envoye depuis | this message was sent from |
        this email was sent from | brought to you by
        """
    )
    /// Any program or telephone may follow: "Sent from Mailspring".
    private static let sentFrom = WordingSet(
        """
        sent from my | sent from mail | sent from outlook | sent from the | sent from_ | sent using |
        sent with_ | gesendet mit | gesendet von | gesendet von meinem | inviato da | inviato con |
        inviato dal | enviado desde | enviado con | enviado do | enviado com | verstuurd met |
        verstuurd vanaf | verzonden vanaf | verzonden met
        """
    )
    /// What an advert praises.
    private static let services = WordingSet("messagerie | mail_ | mails_ | e-mail | email | appli")
    private static let excuses = WordingSet(
        """
        excusez la brievete | excuser la brievete | excuser ma brievete | excusez ma brievete |
        veuillez excuser les fautes | excusez les fautes | desole pour les fautes |
        please excuse brevity | please excuse any | excuse typos | excuse my brevity
        """
    )
    private static let devices = WordingSet(
        """
        iphon | ipad | ipod | mac_ | android | outlook | samsung | galaxy | huawei | xiaomi | redmi |
        oppo | honor_ | pixel | oneplus | nokia | sony | motorola | wiko | blackberry | windows |
        courrier | telephone | smartphone | mobile | tablette | portable | orange | sfr | free_ |
        bouygues | la poste | laposte | yahoo | aol_ | proton | gmail | gmx | web.de | mailo |
        bluemail | spark | boxer | airmail | thunderbird | k-9 | fairemail | appli_ |
        application mail | app_ | mail_ | e-mail secur | telefon | handy | mobiltelefon | movil |
        correo | telefone | telemovel | telefono | cellulare | phone | device | appareil |
        webmail | zimbra | ma messagerie | messagerie | mailbox | infomaniak | edison | nine_ | zoho
        """
    )
    /// Adverts that need no device.
    private static let adverts = WordingSet(
        """
        garanti sans virus | sans virus. | virus-free | l'absence de virus dans ce courrier |
        cet e-mail a ete verifie par le logiciel | cet email a ete verifie par le logiciel |
        ce courriel a ete verifie par le logiciel | ce message a ete verifie par le logiciel |
        ce courrier electronique ne contient aucun virus |
        this email has been checked for viruses | virenfrei | libre de virus | privo di virus |
        virusvrij | livre de virus | get bluemail | telecharger bluemail | yahoo mail : |
        envoye avec la messagerie securisee | sent with proton | envoye avec proton
        """
    )
    private static let environment = WordingSet(
        """
        pensez a l'environnement | pensez environnement | pensez a la planete | pensez vert |
        pensons a l'environnement | pensons environnement | pensons a la planete |
        avant d'imprimer | n'imprimez | n'imprimons | adoptez l'eco | adoptons l'eco |
        please consider the environment | please think | think before you print |
        consider the environment | ayons le reflexe | preservons | ensemble, preservons |
        protegeons | merci de n'imprimer | merci de ne pas imprimer | merci de penser |
        economisez le papier | economisons | un geste pour | faites un geste |
        imprimer seulement si | devons-nous vraiment imprimer | devez-vous vraiment |
        est-il necessaire d'imprimer | faut-il vraiment imprimer | avez-vous besoin d'imprimer |
        avez-vous vraiment besoin | do you really need | save a tree | save paper | eco-geste |
        ecogeste | ce message peut rester | pour l'environnement | par respect pour l'env |
        agissez pour | agissons pour | limitons | limitez | reduisons | afin de preserver |
        afin de contribuer | bitte denken sie an die umwelt | denken sie an die umwelt |
        antes de imprimir | piense en el medio | pense no ambiente | pense no meio |
        pensa all'ambiente | prima di stampare | rispetta l'ambiente | denk aan het milieu |
        p pensez | p avant | p please | p n'imprimez | p merci | p pensons | imprimez
        """
    )
    private static let nature = WordingSet(
        """
        environnement | environment | planete | planet | arbre | tree | papier | paper | umwelt |
        ambiente | milieu | ecologi | eco-geste | ecogeste | nature
        """
    )
    private static let need = WordingSet(
        "necessaire | vraiment | necessary | really | indispensable | notwendig | necesario | necessario"
    )
    private static let thisMail = WordingSet(
        """
        ce mail | ce message | ce courriel | cet e-mail | cet email | ce courrier | ce document |
        this mail | this email | this e-mail | this message | diese e-mail | diese mail |
        este mensaje | este correo | questa mail | questa e-mail | deze e-mail | este e-mail
        """
    )
    private static let printing = WordingSet(
        "imprim | impression | print | druck | stampa"
    )
    private static let paper = WordingSet(
        """
        environnement | environment | imprim | papier | paper | planete | planet | arbre | tree |
        print | umwelt | druck | ambiente | stampa | milieu | carta_ | ecologi
        """
    )
}
