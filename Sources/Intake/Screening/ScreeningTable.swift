extension Screener {
    /// Every test, in the order in which they count: bounce, receipt, calendar and automatic answer
    /// win over spam, spam over list and notification.
    static let table: [ScreeningTest] =
        loops + bounces + receipts + calendars + autoReplies + spam + complaints + tickets + lists
        + notifications + lastResorts

    private static let loops: [ScreeningTest] = [
        ScreeningTest("own-address", .setAside, nil) { $0.ownSender() },
        ScreeningTest("own-loop", .setAside, nil) { $0.ownLoop() },
    ]

    private static let bounces: [ScreeningTest] = [
        ScreeningTest("delivery-report", .fileOnly, .bounce) { $0.deliveryReport() },
        ScreeningTest("failed-recipients", .fileOnly, .bounce) {
            $0.present("X-Failed-Recipients")
        },
        ScreeningTest("bounce-null-path", .fileOnly, .bounce) { $0.bounceWithNullPath() },
        ScreeningTest("bounce-sender", .fileOnly, .bounce) { $0.bounceFromMailSystem() },
        ScreeningTest("bounce-wording", .fileOnly, .bounce) { $0.bounceWording() },
        ScreeningTest("mailer-daemon", .fileOnly, .bounce) { $0.mailerDaemon() },
    ]

    private static let receipts: [ScreeningTest] = [
        ScreeningTest("disposition", .fileOnly, .receipt) { $0.disposition() },
        ScreeningTest("receipt-class", .fileOnly, .receipt) { $0.receiptMessageClass() },
        ScreeningTest("receipt-wording", .fileOnly, .receipt) { $0.receiptWording() },
    ]

    private static let calendars: [ScreeningTest] = [
        ScreeningTest("calendar-part", .fileOnly, .calendar) { $0.calendarPart() },
        ScreeningTest("calendar-class", .fileOnly, .calendar) { $0.calendarContentClass() },
        ScreeningTest("calendar-wording", .fileOnly, .calendar) { $0.calendarWording() },
    ]

    private static let autoReplies: [ScreeningTest] = [
        ScreeningTest("auto-replied", .fileOnly, .autoReply) { $0.autoReplied() },
        ScreeningTest("x-autoreply", .fileOnly, .autoReply) { $0.autoReplyField() },
        ScreeningTest("precedence-auto-reply", .fileOnly, .autoReply) { $0.precedenceAutoReply() },
        ScreeningTest("autoresponder", .fileOnly, .autoReply) { $0.deliveredToAutoresponder() },
        ScreeningTest("inbox-rule", .fileOnly, .autoReply) { $0.inboxRuleReply() },
        ScreeningTest("challenge", .fileOnly, .autoReply) { $0.challenge() },
        ScreeningTest("absence-subject", .fileOnly, .autoReply) { $0.absenceSubject() },
        ScreeningTest("absence-wording", .fileOnly, .autoReply) { $0.absenceWording() },
        ScreeningTest("closure-wording", .fileOnly, .autoReply) { $0.closureWording() },
        ScreeningTest("mailbox-state", .fileOnly, .autoReply) { $0.mailboxState() },
        ScreeningTest("receipt-of-mail", .fileOnly, .autoReply) { $0.acknowledgementWording() },
    ]

    private static let spam: [ScreeningTest] = [
        ScreeningTest("spam-verdict", .setAside, nil) { $0.spamVerdict() }
    ]

    private static let complaints: [ScreeningTest] = [
        ScreeningTest("complaint", .fileOnly, .notification, takesAnswers: false) { $0.complaint() }
    ]

    private static let tickets: [ScreeningTest] = [
        ScreeningTest("ticket-system", .fileOnly, .notification) { $0.ticketField() },
        ScreeningTest("ticket-line", .fileOnly, .notification) { $0.ticketReplyLine() },
        ScreeningTest("tool", .fileOnly, .notification) { $0.toolField() },
    ]

    private static let lists: [ScreeningTest] = [
        ScreeningTest("list-id", .fileOnly, .list) { $0.listField() },
        ScreeningTest("list-manager", .fileOnly, .list) { $0.listManagerField() },
        ScreeningTest("list-unsubscribe", .fileOnly, .list) { $0.listUnsubscribe() },
        ScreeningTest("precedence-list", .fileOnly, .list) { $0.precedenceList() },
        ScreeningTest("mass-mailer", .fileOnly, .list) { $0.massMailerField() },
        ScreeningTest("list-sender", .fileOnly, .list, takesAnswers: false) { $0.listSender() },
    ]

    private static let notifications: [ScreeningTest] = [
        ScreeningTest("auto-submitted", .fileOnly, .notification) { $0.otherAutoSubmitted() },
        ScreeningTest("feedback-id", .fileOnly, .notification) { $0.feedbackID() },
        ScreeningTest("machine-generated", .fileOnly, .notification) { $0.machineGenerated() },
        ScreeningTest(person: "no-reply-request") { $0.requestFromNoReply() },
        ScreeningTest("no-reply", .fileOnly, .notification, takesAnswers: false) {
            $0.noReplySender()
        },
        ScreeningTest("device-sender", .fileOnly, .notification, takesAnswers: false) {
            $0.deviceSender()
        },
        ScreeningTest(person: "device-request") { $0.requestFromDevice() },
        ScreeningTest("robot-sender", .fileOnly, .notification, takesAnswers: false) {
            $0.robotSender()
        },
        ScreeningTest(person: "robot-request") { $0.requestFromRobot() },
        ScreeningTest("notice-wording", .fileOnly, .notification) { $0.noticeWording() },
        ScreeningTest("newsletter-wording", .fileOnly, .list) { $0.newsletterWording() },
        ScreeningTest("notification-wording", .fileOnly, .notification) {
            $0.notificationWording()
        },
    ]

    private static let lastResorts: [ScreeningTest] = [
        ScreeningTest(person: "null-path-request") { $0.requestWithNullPath() },
        ScreeningTest("null-reverse-path", .fileOnly, .autoReply) { $0.nullReversePath() },
        ScreeningTest("dmarc-fail", .fileOnly, nil) { $0.failedDMARC() },
    ]
}
