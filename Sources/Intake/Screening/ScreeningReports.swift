import Mail

// MARK: - Bounces (RFC 3464) and what stands for them

extension Signs {
    /// A report's own parts: a bounce that a person attaches or forwards is no bounce of ours.
    func deliveryReport() -> String? {
        let root = message.root
        if root.mediaType == "multipart/report",
            root.parameters["report-type"]?.lowercased() == "delivery-status"
        {
            return "rapport de remise (multipart/report, delivery-status)"
        }
        let isStatus = { (part: BodyPart) in
            part.mediaType == "message/delivery-status"
                || part.mediaType == "message/global-delivery-status"
        }
        guard root.mediaType == "multipart/report" || isStatus(root) || isMailSystem || isNullPath,
            !parts(where: isStatus).isEmpty
        else { return nil }
        return "rapport de remise (partie message/delivery-status)"
    }

    var isNullPath: Bool { message.reversePath == .null }

    func bounceWithNullPath() -> String? {
        guard isNullPath else { return nil }
        if let subject = bounceSubjectEvidence() {
            return "expéditeur d'enveloppe vide ; \(subject)"
        }
        guard challenge() == nil, let words = ScreeningWords.bounceBody.first(in: wholeOpening)
        else { return nil }
        return "expéditeur d'enveloppe vide ; « \(words) »"
    }

    func bounceFromMailSystem() -> String? {
        guard isMailSystem, let sender else { return nil }
        let found =
            bounceSubjectEvidence()
            ?? ScreeningWords.bounceBody.first(in: wholeOpening).map { "« \($0) »" }
        return found.map { "expéditeur \(sender.addrSpec) ; \($0)" }
    }

    /// Subject and body together, in mail that is no answer and no forward of a person's; a notice
    /// names whom it could not reach.
    func bounceWording() -> String? {
        guard !isReplySubject, !talksOfMatter, wholeOpening.contains("@"),
            let subject = bounceSubjectEvidence(),
            let words = ScreeningWords.bounceBody.first(in: wholeOpening), !asksSomething
        else { return nil }
        return "\(subject) ; « \(words) »"
    }

    func mailerDaemon() -> String? {
        guard localPart == "mailer-daemon" || localPart.hasPrefix("mailer-daemon+") else {
            return nil
        }
        return "expéditeur \(sender?.addrSpec ?? localPart)"
    }

    private func bounceSubjectEvidence() -> String? {
        ScreeningWords.bounceSubjects.prefix(of: subject).map { "objet « \($0)… »" }
    }

    /// A mail server itself, by its address or by the name it gives itself.
    private var isMailSystem: Bool {
        if ["mailer-daemon", "postmaster", "mailerdaemon", "mail-daemon"].contains(localPart) {
            return true
        }
        if localPart.hasPrefix("microsoftexchange") { return true }
        let name = Wording(sender?.displayName ?? "", limit: 100)
        return ScreeningWords.mailSystemNames.start(name)
    }

    /// The first lines as they stand, quoted ones included: a report quotes.
    var wholeOpening: Wording {
        Wording(opening.map { String($0.content.prefix(300)) }.joined(separator: " "), limit: 1800)
    }
}

// MARK: - Receipts (RFC 8098)

extension Signs {
    func disposition() -> String? {
        let root = message.root
        if root.mediaType == "multipart/report",
            root.parameters["report-type"]?.lowercased() == "disposition-notification"
        {
            return "accusé de lecture (multipart/report, disposition-notification)"
        }
        let isReceipt = { (part: BodyPart) in
            part.mediaType == "message/disposition-notification"
                || part.mediaType == "message/global-disposition-notification"
        }
        guard root.mediaType == "multipart/report" || isReceipt(root) || isNullPath,
            !parts(where: isReceipt).isEmpty
        else { return nil }
        return "accusé de lecture (partie message/disposition-notification)"
    }

    /// Exchange's REPORT.IPM.Note.IPNRN (read) and IPNNRN (deleted unread).
    func receiptMessageClass() -> String? {
        for name in ["X-MS-Exchange-Message-Class", "Message-Class", "X-Message-Class"] {
            guard let value = value(name)?.lowercased() else { continue }
            if value.hasSuffix(".ipnrn") || value.hasSuffix(".ipnnrn") {
                return Self.quote(name, value)
            }
        }
        return nil
    }

    func receiptWording() -> String? {
        let start = ScreeningWords.receiptSubjects.prefix(of: subject)
        guard start != nil || isNullPath,
            let words = ScreeningWords.receiptBody.first(in: wholeOpening)
        else { return nil }
        return start.map { "objet « \($0)… » ; « \(words) »" }
            ?? "expéditeur d'enveloppe vide ; « \(words) »"
    }
}

// MARK: - Calendar (RFC 5546, 6047)

extension Signs {
    private static let methods: Set<String> = [
        "request", "reply", "cancel", "counter", "refresh", "add", "declinecounter",
    ]

    /// A calendar object that a program answers (RFC 6047 §2.4); an .ics that a person attached
    /// has no METHOD or is marked as an attachment.
    func calendarPart() -> String? {
        let isCalendar = { (part: BodyPart) in
            part.mediaType == "text/calendar" && part.disposition != "attachment"
        }
        let root = message.root
        if isCalendar(root) { return "invitation ou réponse d'agenda (text/calendar)" }
        for part in parts(where: isCalendar) {
            let method = part.parameters["method"]?.lowercased() ?? ""
            if Self.methods.contains(method) {
                return "invitation ou réponse d'agenda (text/calendar, \(method.uppercased()))"
            }
        }
        let isAttached = { (part: BodyPart) in
            part.mediaType == "text/calendar"
                && Self.methods.contains(part.parameters["method"]?.lowercased() ?? "")
        }
        if ScreeningWords.calendarSubjects.start(subject), !asksSomething,
            !parts(where: isAttached).isEmpty
        {
            return "invitation ou réponse d'agenda (text/calendar joint)"
        }
        let alternatives = parts { $0.mediaType == "multipart/alternative" }
        guard alternatives.contains(where: { $0.children.contains(where: isCalendar) }) else {
            return nil
        }
        return "invitation ou réponse d'agenda (text/calendar)"
    }

    func calendarContentClass() -> String? {
        for name in ["Content-Class", "X-Content-Class"] {
            guard let value = value(name)?.lowercased() else { continue }
            if value.contains("calendarmessage") { return Self.quote(name, value) }
        }
        guard ScreeningWords.calendarSubjects.start(subject) else { return nil }
        return present("X-MS-Exchange-Calendar-Originator-Id", "X-Microsoft-CDO-Busystatus")
    }

    func calendarWording() -> String? {
        guard !asksSomething, !talksOfMatter,
            let start = ScreeningWords.calendarSubjects.prefix(of: subject),
            let words = ScreeningWords.calendarBody.first(in: wholeOpening)
        else { return nil }
        return "objet « \(start)… » ; « \(words) »"
    }
}

// MARK: - Complaints (RFC 5965)

extension Signs {
    func complaint() -> String? {
        let root = message.root
        let isFeedback = { (part: BodyPart) in part.mediaType == "message/feedback-report" }
        let isReport =
            root.mediaType == "multipart/report"
            && root.parameters["report-type"]?.lowercased() == "feedback-report"
        guard isReport || root.mediaType == "multipart/report" && !parts(where: isFeedback).isEmpty
        else { return nil }
        return "plainte relayée par un fournisseur (feedback-report)"
    }
}
