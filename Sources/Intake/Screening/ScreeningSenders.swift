import Mail

// MARK: - Addresses that nobody reads

extension Screener {
    /// Whether an address says of itself that nobody reads what is sent to it.
    package static func takesNoReply(_ address: Address) -> Bool {
        Signs.takesNoReply(address.localPart.lowercased())
    }
}

extension Signs {
    /// Any local-part that says that nobody reads answers, however it is spelt.
    static func takesNoReply(_ localPart: String) -> Bool {
        // RFC 5321 §4.5.3.1.1 allows 64 octets.
        let words = localPart.prefix(128).split { !$0.isLetter }
        // Two words of a name may end and begin so: bruno.reply@.
        return words.indices.contains { start in
            let letters = words[start...].joined()
            return noReplies.contains { words[start].contains($0) || letters.hasPrefix($0) }
        }
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

    /// The address of a scanner or copier, which nobody reads, with no person's words: what it
    /// sends may be the letter of a mayor.
    func deviceSender() -> String? {
        guard isDevice, !ScreeningWords.firstPersons.occur(in: body) else { return nil }
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
        if ScreeningWords.devicePhrases.occur(in: wholeText) { return wordCount <= 60 }
        return localPart.split { !$0.isLetter }.contains { Self.devices.contains(String($0)) }
    }

    private static let devices: Set<String> = [
        "scan", "scans", "scanner", "scanners", "scanneur", "scantomail", "scanmail", "copieur",
        "copieurs", "photocopieur", "photocopieuse", "photocopie", "imprimante", "imprimantes",
        "multifonction", "multifonctions", "numerisation", "numerisations", "numeriseur", "mfp",
        "mfc", "printer", "copier", "fax", "telecopie", "telecopieur", "konica", "bizhub",
        "ricoh", "kyocera", "taskalfa", "xerox", "workcentre", "versalink", "altalink", "lexmark",
        "imagerunner", "estudio", "aficio",
    ]

    func robotSender() -> String? {
        let isSure = hasBulkPrecedence || autoSubmittedKeyword != nil || hasNewsletterFoot
        return isRobot && (isSure || !asksSomething && !hasPersonsProgram)
            ? "expéditeur \(sender?.addrSpec ?? localPart)" : nil
    }

    /// A person's words that such an address passes on, as a form's relay does; who writes there in
    /// a mail program is answered.
    func requestFromRobot() -> String? {
        guard isRobot, !hasPersonsProgram else { return nil }
        return "demande envoyée depuis l'adresse d'un programme, \(sender?.addrSpec ?? localPart)"
    }

    var isRobot: Bool {
        ["bounce", "bounces", "mailer-daemon"].contains {
            localPart.hasPrefix($0) && localPart.dropFirst($0.count).first?.isLetter != true
        } || Self.robots.contains(localPart)
    }

    private static let robots: Set<String> = [
        "postmaster", "notification", "notifications", "notify", "root", "cron", "daemon",
        "nobody", "www-data", "apache", "nagios", "zabbix", "glpi", "robot", "bot", "automate",
        "system", "alertes", "alerts", "calendar-notification", "autoresponder", "autoreply",
        "auto-reply", "monitoring", "centreon", "supervision", "sysmail", "otrs", "jira",
        "redmine", "logwatch", "grafana", "onduleur", "ups", "antivirus", "backup", "sauvegarde",
        "sauvegardes", "veeam", "nas", "synology", "quarantine", "quarantaine", "voicemail",
        "ecofax", "uptimerobot", "wordpress", "mailer", "webservice", "alert", "asterisk",
        "tlsrpt", "dmarcreport", "planner",
    ]
}
