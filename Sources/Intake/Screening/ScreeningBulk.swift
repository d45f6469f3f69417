import Mail

// MARK: - Tickets and tools

extension Signs {
    private static let ticketFields = [
        "X-GLPI-Itemtype", "X-GLPI-Items-Id", "X-OTRS-Loop", "X-OTRS-Ticket", "X-OTRS-TicketNumber",
        "X-Znuny-Loop", "RT-Ticket", "X-RT-Loop-Prevention", "X-Zammad-Ticket-Id",
        "X-Zammad-Article",
        "X-FreeScout-Mail-Type", "X-osTicket", "X-Zendesk-Ticket", "X-Zendesk-From-Account-Id",
        "X-Freshdesk-Ticket", "X-HelpDesk-Ticket", "X-Mantis", "X-Ticket-Id", "X-TicketID",
        "X-iTop",
        "X-JIRA-FingerPrint", "X-EasyVista-Ticket", "X-ServiceNow-Source", "X-Request-Id-Helpdesk",
        "X-ServiceNow-SysEmail-Version", "X-GLPI-Uuid",
    ]

    private static let ticketPrefixes = [
        "x-glpi-", "x-otrs-", "x-znuny-", "x-zammad-", "x-freescout-", "x-osticket-",
    ]

    func ticketField() -> String? {
        if let found = present(Self.ticketFields) { return found }
        for name in fieldNames where Self.ticketPrefixes.contains(where: { name.hasPrefix($0) }) {
            return present(name)
        }
        for name in ["X-Mailer", "X-Powered-By", "User-Agent"] {
            guard let value = value(name) else { continue }
            if ScreeningWords.ticketPrograms.start(Wording(value, limit: 80)) {
                return Self.quote(name, value)
            }
        }
        return nil
    }

    /// "##- Répondre au-dessus de cette ligne -##" before anything that a person wrote.
    func ticketReplyLine() -> String? {
        for line in opening.prefix(3) where !line.isQuoted {
            if let words = ScreeningWords.ticketReplyLines.first(in: line.folded) {
                return "« \(words) » en tête du message"
            }
            if line.folded.wordCount > 4 { return nil }
        }
        return nil
    }

    func toolField() -> String? {
        // A forum that sends its posts as a list is one.
        if present("X-Discourse-Post-Id") != nil, present("List-Id") != nil { return nil }
        return present([
            "X-GitHub-Reason", "X-GitHub-Recipient", "X-GitLab-Project", "X-GitLab-Project-Id",
            "X-Redmine-Host", "X-Redmine-Site", "X-Discourse-Topic-Id", "X-Discourse-Post-Id",
            "X-Bugzilla-Reason", "X-Trac-Project", "X-Cron-Env", "X-Nagios-Notification",
            "X-Phabricator-Sent-This-Message", "X-Nextcloud-Notification", "X-Grafana-Alert",
            "X-Asterisk-CallerID", "X-Facebook-Notify", "X-LinkedIn-Class", "X-Sentry-Reply-To",
            "X-Surveyid",
            "X-Course-Id",
        ])
    }
}

// MARK: - Lists (RFC 2369, 2919)

extension Signs {
    private static let listFields = [
        "List-Id", "List-Post", "List-Owner", "List-Archive", "List-Subscribe", "Mailing-List",
        "X-Mailing-List",
    ]

    /// A list's own fields; a list that is nothing but our own mailbox's address does not count.
    func listField() -> String? {
        guard !isOwnList else { return nil }
        return present(Self.listFields)
    }

    /// Our mailbox may itself be a group, which adds List-Id to every mail to us.
    private var isOwnList: Bool {
        let identifiers = values("List-Id").map { $0.lowercased() }
        let ours = screener.ownAddresses.contains { address in
            let identifier = "\(address.localPart).\(address.domain)".lowercased()
            return identifiers.contains { $0 == identifier || $0.contains("<\(identifier)>") }
        }
        return ours
            || values("List-Post").contains { value in
                mentionsUs(value.split(separator: ":").last.map(String.init) ?? value)
            }
    }

    func listManagerField() -> String? {
        guard !isOwnList else { return nil }
        return present([
            "X-BeenThere", "X-Mailman-Version", "X-List-Administrivia", "X-Listserver",
            "X-Sympa-To", "X-Google-Group-Id", "X-eGroups-Return", "X-Listmember",
            "X-phpList-Version",
        ])
    }

    /// List-Unsubscribe alone stands in people's mail whose gateway adds it: a second sign is asked.
    func listUnsubscribe() -> String? {
        guard !isOwnList, let field = present("List-Unsubscribe", "List-Help") else { return nil }
        // A gateway adds the field, and its foot, to what people write in their own programs.
        if isPersonal, present(Self.massMailerFields) == nil, !hasBulkPrecedence { return nil }
        if let words = ScreeningWords.unsubscribing.first(in: wholeText) {
            return "\(field) ; « \(words) »"
        }
        if let other = present(["Feedback-ID"] + Self.relayFields + Self.massMailerFields) {
            return "\(field) ; \(other)"
        }
        if isNoReply || isListLocalPart || hasBulkPrecedence { return field }
        return autoSubmittedKeyword == nil ? nil : field
    }

    /// What a person wrote in a mail program and wants of us.
    private var isPersonal: Bool { hasPersonsProgram && asksSomething }

    var hasBulkPrecedence: Bool {
        (values("Precedence") + values("X-Precedence")).contains {
            ["bulk", "list", "junk"].contains(Self.keyword(of: $0))
        }
    }

    func precedenceList() -> String? {
        guard !isOwnList, !isRobot, !ScreeningWords.noticeSubjects.occur(in: subject) else {
            return nil
        }
        for name in ["Precedence", "X-Precedence"] {
            for value in values(name)
            where ["bulk", "list", "junk"].contains(Self.keyword(of: value)) {
                return Self.quote(name, value)
            }
        }
        return nil
    }

    private static let massMailerFields = [
        "X-Mailin-EID", "X-Mailin-Campaign", "X-Mailin-Client", "X-Campaign", "X-Campaign-Id",
        "X-CampaignID", "X-Mailchimp-Campaign", "X-MC-User", "X-Mailjet-Campaign", "X-MJ-Campaign",
        "X-Sarbacane", "X-rpcampaign", "X-CSA-Complaints", "X-Roving-Id", "X-Mailer-LID",
        "X-Mailer-RecptId",
        "X-EMV-CampagneId", "X-Dolist", "X-Newsletter", "X-MailPoet", "X-Mailingid", "X-Mailing-Id",
        "X-Sib-Id", "X-BounceMail-ID", "X-AcyMailing", "X-SFMC-Stack", "X-Marketo-Id",
        "X-HubSpot-Campaign",
    ]
    /// Relays of programs, which people's letters from a web form pass through as well.
    private static let relayFields = [
        "X-SG-EID", "X-Mailgun-Sid", "X-MJ-Mid", "X-PM-Message-Id", "X-SES-Outgoing",
        "List-Unsubscribe-Post",
    ]

    func massMailerField() -> String? {
        // One letter of a person's may go through a mass mailer's server.
        if asksSomething, present("List-Unsubscribe") == nil,
            !ScreeningWords.unsubscribing.occur(in: wholeText)
        {
            return nil
        }
        if let found = present(Self.massMailerFields) { return found }
        guard let value = value("X-Mailer"),
            ScreeningWords.massMailers.occur(in: Wording(value, limit: 80))
        else { return nil }
        return Self.quote("X-Mailer", value)
    }

    /// owner-x@, x-request@, x-bounces@, newsletter@ (RFC 2142 §6 and custom).
    func listSender() -> String? {
        isListLocalPart && !isPersonal ? "expéditeur \(sender?.addrSpec ?? localPart)" : nil
    }

    /// The foot of a newsletter that no header names, in what no person wrote in a mail program.
    func newsletterWording() -> String? {
        guard !isReplySubject, wholeText.wordCount >= 25 else { return nil }
        let feet = ScreeningWords.newsletterFeet.count(in: wholeText)
        let name =
            ScreeningWords.newsletterNames.first(in: subject)
            ?? ScreeningWords.newsletterNames.first(
                in: Wording(sender?.displayName ?? "", limit: 100)
            )
        guard let foot = ScreeningWords.newsletterFeet.first(in: wholeText) else { return nil }
        if hasPersonsProgram || ScreeningWords.ownRequests.occur(in: body) {
            guard let name, !asksQuestion, !ScreeningWords.ownRequests.occur(in: body) else {
                return nil
            }
            return "« \(name) » ; « \(foot) »"
        }
        return feet >= 2 || name != nil || !asksSomething ? "« \(foot) »" : nil
    }

    private var hasNewsletterFoot: Bool {
        ScreeningWords.newsletterFeet.occur(in: wholeText)
    }

    private var isListLocalPart: Bool {
        let part = localPart
        return part.hasPrefix("owner-") || part.hasSuffix("-owner") || part.hasSuffix("-request")
            || part.hasSuffix("-bounces") || part.contains("-bounces+")
            || Self.listLocalParts.contains(part)
    }

    private static let listLocalParts: Set<String> = [
        "newsletter", "newsletters", "listserv", "majordomo", "mailman", "sympa", "listmaster",
        "infolettre", "info-lettre", "lettre-info", "lettreinfo", "news", "lettre-information",
    ]

    /// The text with what a newsletter's foot says, but not what a person quotes.
    var wholeText: Wording {
        Wording(message.text, limit: 20_000)
    }
}

// MARK: - Notifications

extension Signs {
    /// A bulk sender's identifier; Amazon's relay adds one to every mail, so that it needs company.
    func feedbackID() -> String? {
        guard let value = value("Feedback-ID"), !value.isEmpty else { return nil }
        let relay = value.lowercased()
        let isRelay = relay.hasSuffix("amazonses") || relay.contains("smtp-relay")
        if isRelay || asksSomething, !isNoReply { return nil }
        return Self.quote("Feedback-ID", value)
    }

    func machineGenerated() -> String? {
        if let found = affirmed(["X-FC-MachineGenerated", "X-Autogenerated-Mail"]) { return found }
        for name in ["Content-Identifier", "X400-Content-Identifier"] {
            guard let value = value(name)?.lowercased() else { continue }
            if value.contains("auto-generated") || value.contains("autogenerated") {
                return Self.quote(name, value)
            }
        }
        if let value = value("X-Amazon-Mail-Relay-Type"), Self.keyword(of: value) == "notification"
        {
            return Self.quote("X-Amazon-Mail-Relay-Type", value)
        }
        return nil
    }

    /// Any local-part that says that nobody reads answers, however it is spelt.
    static func takesNoReply(_ localPart: String) -> Bool {
        let letters = localPart.filter(\.isLetter)
        return noReplies.contains { letters.contains($0) }
    }

    private static let noReplies = [
        "noreply", "donotreply", "dontreply", "nepasrepondre", "pasdereponse", "sansreponse",
        "noreponse", "nepasrépondre", "nereply", "nonrepondre", "nepasreponse", "norepondre",
    ]

    /// A person's request sent through an address that takes no answer: kept for staff.
    func requestFromNoReply() -> String? {
        guard isNoReply, autoSubmittedKeyword == nil, !hasNewsletterFoot,
            ScreeningWords.ownRequests.occur(in: body) || asksQuestion || isFilledForm,
            isForOther || isFilledForm || ScreeningWords.machines.first(in: body) == nil
        else { return nil }
        return "demande envoyée depuis une adresse sans réponse, \(sender?.addrSpec ?? localPart)"
    }

    /// A web form with what somebody wrote into it.
    private var isFilledForm: Bool {
        ScreeningWords.formLabels.count(in: body) >= 2
            && ScreeningWords.formMessage.text(after: body).map { $0.wordCount >= 5 } ?? false
    }

    /// Whether answers go to another address than the sender's, as a form's relay has it.
    private var isForOther: Bool {
        message.replyTo.contains { address in
            sender.map { !Self.isSame($0, address) } ?? true
                && !Self.takesNoReply(address.localPart.lowercased())
        }
    }

    func noReplySender() -> String? {
        isNoReply ? "expéditeur \(sender?.addrSpec ?? localPart)" : nil
    }

    /// The address of a scanner or copier, which nobody reads, with no request in words: what it
    /// sends may be the letter of a mayor.
    func deviceSender() -> String? {
        guard isDevice, !ScreeningWords.ownRequests.occur(in: body) else { return nil }
        return "envoyé par un appareil, \(sender?.addrSpec ?? localPart)"
    }

    /// A person's words sent from such an address.
    func requestFromDevice() -> String? {
        guard isDevice else { return nil }
        return "demande envoyée depuis l'adresse d'un appareil, \(sender?.addrSpec ?? localPart)"
    }

    private var isDevice: Bool {
        if let program = value("X-Mailer"),
            ScreeningWords.devicePrograms.start(Wording(program, limit: 80))
        {
            return true
        }
        return localPart.split { !$0.isLetter }.contains { Self.devices.contains(String($0)) }
    }

    private static let devices: Set<String> = [
        "scan", "scans", "scanner", "scanners", "scanneur", "scantomail", "scanmail", "copieur",
        "copieurs", "photocopieur", "photocopieuse", "photocopie", "imprimante", "imprimantes",
        "multifonction", "multifonctions", "numerisation", "numerisations", "numeriseur", "mfp",
        "mfc", "printer", "copier", "fax", "telecopie", "telecopieur", "konica", "bizhub", "ricoh",
        "kyocera", "taskalfa", "xerox", "workcentre", "versalink", "altalink", "lexmark",
        "imagerunner", "estudio", "aficio",
    ]

    func robotSender() -> String? {
        let isSure = hasBulkPrecedence || autoSubmittedKeyword != nil || hasNewsletterFoot
        return isRobot && (isSure || !asksSomething && !hasPersonsProgram)
            ? "expéditeur \(sender?.addrSpec ?? localPart)" : nil
    }

    private var isRobot: Bool {
        localPart.hasPrefix("bounce") || localPart.hasPrefix("mailer-")
            || Self.robots.contains(localPart)
    }

    private static let robots: Set<String> = [
        "postmaster", "notification", "notifications", "notify", "root", "cron", "daemon", "nobody",
        "www-data", "apache", "nagios", "zabbix", "glpi", "robot", "bot", "automate", "system",
        "alertes",
        "alerts", "calendar-notification", "autoresponder", "autoreply", "auto-reply", "monitoring",
        "centreon", "supervision", "sysmail", "otrs", "jira", "redmine", "logwatch", "grafana",
        "onduleur", "ups", "antivirus", "backup", "sauvegarde", "sauvegardes", "veeam", "nas",
        "synology", "quarantine", "quarantaine", "voicemail", "ecofax", "uptimerobot", "wordpress",
        "mailer", "webservice", "alert", "asterisk", "tlsrpt", "dmarcreport", "planner",
    ]

    /// A program's notice by its subject and what it says.
    func noticeWording() -> String? {
        guard !isReplySubject, !hasPersonsProgram,
            let start = ScreeningWords.noticeSubjects.first(in: subject)
        else { return nil }
        if hasBulkPrecedence { return "objet « \(start) », envoi en nombre" }
        guard !asksSomething, let words = ScreeningWords.noticeBody.first(in: wholeText) else {
            return nil
        }
        return "objet « \(start) » ; « \(words) »"
    }

    /// "Ceci est un message automatique, merci de ne pas y répondre": two phrases of machines.
    func notificationWording() -> String? {
        guard wordCount <= 400, !asksQuestion, !ScreeningWords.ownRequests.occur(in: body),
            let words = machineWords
        else { return nil }
        if ScreeningWords.machines.count(in: body) >= 2 { return "« \(words) »" }
        guard !isReplySubject, !hasPersonsProgram, !asksSomething,
            let other = ScreeningWords.noticeBody.first(in: wholeText)
                ?? ScreeningWords.noticeSubjects.first(in: subject)
        else { return nil }
        return "« \(words) » ; « \(other) »"
    }
}
