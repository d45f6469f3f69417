import Mail

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
        "X-CampaignID", "X-Mailchimp-Campaign", "X-MC-User", "X-Mailjet-Campaign",
        "X-MJ-Campaign", "X-Sarbacane", "X-rpcampaign", "X-CSA-Complaints", "X-Roving-Id",
        "X-Mailer-LID", "X-Mailer-RecptId", "X-EMV-CampagneId", "X-Dolist", "X-Newsletter",
        "X-MailPoet", "X-Mailingid", "X-Mailing-Id", "X-Sib-Id", "X-BounceMail-ID",
        "X-AcyMailing", "X-SFMC-Stack", "X-Marketo-Id", "X-HubSpot-Campaign",
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
        guard !isAnswer, !ForwardWords.forwardPrefixes.start(subject), !talksOfMatter,
            wholeText.wordCount >= 25
        else { return nil }
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
        let isSure = feet >= 2 || name != nil || !asksSomething && wholeText.namesLink
        return isSure ? "« \(foot) »" : nil
    }

    var hasNewsletterFoot: Bool {
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
}
