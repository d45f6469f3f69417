import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Mail
import Testing

/// Staff hear of facts to review thirty days before and on the day, once each.
@Suite("Reviews of facts") struct FactDeskTests {
    private func text(_ mail: QueuedMail?) -> String {
        mail.map { Message(parsing: $0.bytes).text } ?? ""
    }

    @Test("what staff read before the day, on it, and after it")
    func letter() throws {
        let day = try FactDay("2027-05-30")
        try day.state("duree", until: "2027-06-30")
        #expect(try day.look().isEmpty, "31 days before")
        try day.set("2027-05-31", 0, 1)
        let mails = try day.look()
        let mail = try #require(mails.first)
        #expect(mails.count == 1)
        #expect(mail.role == .notice && mail.caseNumber == nil)
        #expect(mail.forwardPaths == [TestOffice.staff.addrSpec])
        #expect(mail.subject == "Guichet : 1 fait à revoir d'ici au 30 juin 2027")
        #expect(
            Message(parsing: mail.bytes).replyTo.map(\.addrSpec) == [TestOffice.staff.addrSpec]
        )
        #expect(
            text(mail) == """
                Un fait que nos courriers affirment est à revoir.

                FAIT      duree (faits.conf, ligne 17)
                ÉTAT      à revoir d'ici au 30 juin 2027
                ÉCRIT     « 9 à 12 semaines »
                ENSUITE   « quelques semaines », à partir du 1er juillet 2027
                TENU PAR  équipe Investigations
                SOURCE    https://incubateur.anct.gouv.fr/offre/collectivites/

                À FAIRE   vérifier à la source que c'est toujours vrai
                          corriger « valeur » s'il le faut, puis repousser « revoir_le »
                          faire recharger le service

                Rien ne s'arrête : passé ce jour, nos courriers écrivent le « repli » du fait.

                """
        )
        try day.set("2027-06-30", 0, 1)
        let due = try day.look()
        #expect(due.map(\.subject) == ["Guichet : 1 fait à revoir aujourd'hui"])
        #expect(text(due.first).contains("ÉTAT      à revoir AUJOURD'HUI, dernier jour\n"))
        let late = try FactDay("2027-08-02")
        try late.state("duree", until: "2027-06-30")
        let told = text(try late.look().first)
        #expect(told.contains("ÉTAT      pas revu le 30 juin 2027, son repli est écrit\n"))
        #expect(told.contains("ÉCRIT     « quelques semaines », depuis le 1er juillet 2027\n"))
        #expect(told.contains("AVANT     « 9 à 12 semaines »\n") && !told.contains("ENSUITE"))
    }

    @Test("each is told once, whatever is cut off and wherever the clock jumps")
    func once() throws {
        let day = try FactDay("2027-06-01")
        try day.state("duree", until: "2027-06-30")
        func tells(_ date: String) throws -> Int {
            try day.set(date)
            var count = try day.look().count
            count += try day.look().count
            try day.restart()
            return count + (try day.look().count)
        }
        #expect(try tells("2027-06-01") == 1)
        #expect(try tells("2027-06-02") == 0)
        #expect(try tells("2027-05-31") == 0, "the clock was put back")
        #expect(try tells("2027-07-15") == 1, "off on the day")
        #expect(try tells("2027-06-10") == 0, "put back before the day")
        #expect(try tells("2099-01-01") == 0)
        try day.state("duree", until: "2027-12-31")
        #expect(try tells("2027-07-16") == 0)
        #expect(try tells("2027-12-31") == 1, "another review day")
        #expect(try tells("2028-01-01") == 0)
    }

    @Test("who is told only when the day is over hears nothing of the days before")
    func off() throws {
        let day = try FactDay("2027-07-15")
        try day.state("duree", until: "2027-06-30")
        #expect(try day.look().map(\.subject) == ["Guichet : 1 fait à revoir"])
        try day.set("2027-06-15")
        #expect(try day.look().isEmpty)
    }

    @Test("several facts make one mail; one without a value makes none")
    func several() throws {
        let day = try FactDay("2027-06-10")
        try day.state("duree", until: "2027-06-30")
        try day.state("qui_paie", until: "2027-06-20")
        try day.state("telephone_service", until: "2027-06-20")
        let mails = try day.look()
        #expect(mails.map(\.subject) == ["Guichet : 2 faits à revoir d'ici au 20 juin 2027"])
        let lines = text(mails.first).split(separator: "\n").filter { $0.hasPrefix("FAIT") }
        #expect(lines.map { $0.split(separator: " ")[1] } == ["qui_paie", "duree"])
        try day.set("2027-06-20")
        #expect(try day.look().map(\.subject) == ["Guichet : 1 fait à revoir aujourd'hui"])
        let reminders = try reminders(day.store)
        #expect(reminders.map(\.fact) == ["qui_paie", "duree", "qui_paie"])
        #expect(reminders.map(\.stage) == [.soon, .soon, .due])
        #expect(reminders.map(\.mailIDs) == [["facts.1.1"], ["facts.1.1"], ["facts.3.1"]])
    }

    private func reminders(_ store: URL) throws -> [FactReminder] {
        var reminders: [FactReminder] = []
        try JournalReader(store: store).replay { line in
            if case .factReminded(let reminder)? = try Event(
                entry: line.body,
                type: line.type,
                case: line.caseNumber
            ) {
                reminders.append(reminder)
            }
        }
        return reminders
    }

    @Test("the end of a promise says so")
    func promise() throws {
        let day = try FactDay("2027-06-30")
        try day.state("qui_rappelle", "Paul", until: "2027-06-30")
        let next = "ENSUITE   rien, et aucune date d'appel n'est plus annoncée, à partir du 1er\n"
        #expect(text(try day.look().first).contains(next))
    }

    @Test("a simulation tells nothing")
    func simulation() throws {
        let day = try FactDay("2027-07-15")
        try day.state("duree", until: "2026-09-01")
        let decision = try Simulation(office: day.office)
            .take(message(text: "Bonjour, je voudrais visiter vos locaux."))
        #expect(decision?.mails.contains { $0.role == .notice } == false)
        #expect(try day.look().count == 1)
    }

    @Test("the recap names them in one line a day")
    func recap() throws {
        let day = try FactDay("2027-06-11")
        func facts() throws -> [Substring] {
            let mails = try day.office.previewRecap(
                at: day.clock.now,
                mailbox: .unreadable(lastScan: nil),
                to: [TestOffice.staff]
            )
            let lines = text(mails.first).split(separator: "\n", omittingEmptySubsequences: false)
            guard let start = lines.firstIndex(where: { $0.hasPrefix("FAITS") }) else { return [] }
            return Array(lines[start...].prefix { !$0.isEmpty })
        }
        #expect(try facts() == [])
        try day.state("duree", until: "2027-06-30")
        try day.state("accompagnement", until: "2027-06-30")
        try day.state("services", until: "2027-06-10")
        #expect(
            try facts() == [
                "FAITS       pas revu le 10 juin 2027, son repli est écrit : services",
                "            à revoir d'ici au 30 juin 2027 : duree, accompagnement",
            ]
        )
    }
}
