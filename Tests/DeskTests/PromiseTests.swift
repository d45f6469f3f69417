import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Mail
import Testing

/// An answer says until when somebody calls, and staff are held to it.
@Suite("Promised dates") struct PromiseTests {
    private static let request = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        Marie Vial, mairie de Lannion
        02 96 00 00 01
        """

    /// Tuesday 1 September 2026, with both facts filled.
    private func promising(holdsAnswers: Bool = false) throws -> FactDay {
        let day = try FactDay(holdsAnswers: holdsAnswers)
        try day.state("delai_jours_ouvres", "5")
        try day.state("qui_rappelle", "Une personne de l'équipe")
        return day
    }

    private func recap(_ day: FactDay) throws -> String {
        let mails = try day.office.previewRecap(
            at: day.clock.now,
            mailbox: .unreadable(lastScan: nil),
            to: [TestOffice.staff]
        )
        let text = mails.first.map { Message(parsing: $0.bytes).text } ?? ""
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func known(_ day: FactDay) throws -> CivilDay? {
        try day.office.ask { register in register.cases.values.first?.promisedDay }
    }

    @Test("the answer, the summary, the journal and the recap name the same day")
    func whole() throws {
        let day = try promising()
        let decision = try day.take(message(text: Self.request))
        let answer = try #require(decision.answer)
        let promise = "au plus tard le mardi 8 septembre 2026."
        #expect(answer.text.contains("Une personne de l'équipe vous appelle"))
        #expect(answer.text.contains(promise), "\(answer.text)")
        #expect(
            decision.told.contains(
                "À FAIRE   rappeler Marie Vial avant le mar. 8 sept. (date annoncée)\n"
            ),
            "\(decision.told)"
        )
        try day.restart()
        #expect(try known(day) == CivilDay("2026-09-08"))
        for (date, words) in [
            ("2026-09-02", "annoncé le mar. 8 sept."), ("2026-09-08", "annoncé AUJOURD'HUI"),
            ("2026-09-09", "annoncé le mar. 8 sept., EN RETARD de 1 jour ouvré"),
            ("2026-09-14", "annoncé le mar. 8 sept., EN RETARD de 4 jours ouvrés"),
        ] {
            try day.set(date, 9)
            let line = "2026-00001 Mairie de Lannion (22), store, \(words)"
            let recap = try recap(day)
            #expect(recap.contains(line), "\(recap)")
        }
    }

    @Test("a complement does not move it")
    func complement() throws {
        let day = try promising()
        let first = try day.take(message(text: Self.request))
        try day.set("2026-09-03")
        let reference = try #require(first.answer?.messageID)
        let second = try day.take(
            message(
                text: "Bonjour, notre cantine aussi nous pose question. Marie Vial",
                fields: ["In-Reply-To: <\(reference)>"]
            )
        )
        #expect(second.disposition == .followUp)
        #expect(second.told.contains("avant le mar. 8 sept. (date annoncée)"), "\(second.told)")
        #expect(try known(day) == CivilDay("2026-09-08"))
        try day.set("2026-10-03")
        let third = try day.take(
            message(
                text: "Bonjour, avez-vous pu regarder notre demande ? Marie Vial",
                fields: ["In-Reply-To: <\(reference)>"]
            )
        )
        #expect(!third.told.contains("date annoncée"), "a day that is over is nothing to do")
        #expect(try known(day) == CivilDay("2026-09-08"))
    }

    @Test("those promised a call come first, by their day; a case that somebody took is not late")
    func order() throws {
        let day = try promising()
        try day.take(message(from: "b@c.example", text: "Bonjour, je cherche un stage."))
        try day.set("2026-09-03")
        let late = try day.take(message(from: "x@ville-y.example", text: Self.request))
        try day.set("2026-09-02")
        try day.take(message(text: Self.request))
        try day.set("2026-09-11", 9)
        func order() throws -> [Substring] {
            try recap(day).split(separator: " ").filter { $0.hasPrefix("2026-000") }
        }
        #expect(try order() == ["2026-00003", "2026-00002", "2026-00001"])
        let summary = try #require(late.mails.first { $0.role == .staffSummary })
        _ = try day.take(
            message(
                from: TestOffice.staff.addrSpec,
                subject: "Re: \(summary.subject)",
                text: "Je l'ai appelée.",
                fields: ["In-Reply-To: <\(summary.messageID)>"]
            )
        )
        #expect(try order() == ["2026-00003", "2026-00001"])
        _ = try day.take(
            message(
                from: "x@ville-y.example",
                text: "Merci de votre appel, voici la liste promise.",
                fields: ["In-Reply-To: <\(try #require(late.answer?.messageID))>"]
            )
        )
        #expect(
            try recap(day).contains("2026-00002 Mairie de Lannion (22), store, reçu aujourd'hui")
        )
    }

    @Test("what came in days ago is counted from the answer")
    func late() throws {
        let day = try promising()
        let received = day.clock.now
        try day.set("2026-09-07")
        let arrival = Arrival(internalDate: received, bytes: message(text: Self.request))
        let decision = try #require(try day.office.take([arrival], at: day.clock.now).first)
        #expect(decision.answer?.text.contains("au plus tard le lundi 14 septembre 2026") == true)
    }

    @Test(
        "nothing is promised",
        arguments: [
            "facts empty", "delay expired", "no number", "held", "unclear", "other", "no sentence",
        ]
    )
    func nothing(why: String) throws {
        let day = why == "facts empty" ? try FactDay() : try promising(holdsAnswers: why == "held")
        if why == "delay expired" { try day.state("delai_jours_ouvres", until: "2026-08-31") }
        if why == "no sentence" {
            let file = day.settings.templates.appendingPathComponent("suite.mustache")
            try "Nous revenons vers vous.\n".write(to: file, atomically: true, encoding: .utf8)
            try day.restart()
        }
        let text =
            switch why {
            case "no number": Self.request.replacing("02 96 00 00 01", with: "")
            case "unclear":
                "Je suis le maire de Lannion. Que pouvez-vous faire pour notre commune ? 02 96 00 00 01"
            case "other": "Bonjour, je cherche un stage. 02 96 00 00 01"
            default: Self.request
            }
        let decision = try day.take(message(text: text))
        let answer = try #require(decision.answer?.text)
        #expect(!answer.contains("au plus tard"), "\(answer)")
        #expect(!decision.told.contains("date annoncée"))
        #expect(try known(day) == nil)
    }
}
