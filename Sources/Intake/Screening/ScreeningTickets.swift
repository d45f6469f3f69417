import Mail

// MARK: - Tickets and tools

extension Signs {
    private static let ticketFields = [
        "X-GLPI-Itemtype", "X-GLPI-Items-Id", "X-OTRS-Loop", "X-OTRS-Ticket",
        "X-OTRS-TicketNumber", "X-Znuny-Loop", "RT-Ticket", "X-RT-Loop-Prevention",
        "X-Zammad-Ticket-Id", "X-Zammad-Article", "X-FreeScout-Mail-Type", "X-osTicket",
        "X-Zendesk-Ticket", "X-Zendesk-From-Account-Id", "X-Freshdesk-Ticket",
        "X-HelpDesk-Ticket", "X-Mantis", "X-Ticket-Id", "X-TicketID", "X-iTop",
        "X-JIRA-FingerPrint", "X-EasyVista-Ticket", "X-ServiceNow-Source",
        "X-Request-Id-Helpdesk", "X-ServiceNow-SysEmail-Version", "X-GLPI-Uuid",
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
