import Casework
import Correspondence
import Desk
import Foundation
import Intake
import Mail
import Testing

/// What staff order about a case in answer to its summary.
@Suite("Orders about a case") struct StaffOrderTests {
    private func summary(_ decision: Decision, to address: String = OrderDesk.zoe) throws
        -> QueuedMail
    {
        try #require(decision.mails(.staffSummary)[address])
    }

    /// From the same town.
    private static let second = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store pour une de nos écoles.

        Marie Vial, mairie de Lannion
        """

    // MARK: prendre

    @Test("who takes a case has it, and the recap lists it no more")
    func take() throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        #expect(try desk.isWaiting)
        let order = try desk.answer(summary, "Je prends.\n\n> SON MESSAGE")
        #expect(order.disposition == .staffCommand)
        #expect(order.mails.map(\.role) == [.orderReceipt])
        #expect(order.mails.first?.recipient == OrderDesk.zoe)
        #expect(order.toldBack.contains("Ce dossier est à vous."))
        #expect(try desk.dossier.state == .inProgress)
        #expect(try desk.dossier.takenBy == OrderDesk.zoe)
        #expect(try !desk.isWaiting)
        // News bring it back until somebody looks after it again.
        let news = ["In-Reply-To: <first@ville-x.example>"]
        try desk.take(message(text: "Avez-vous du nouveau ?", fields: news))
        #expect(try desk.dossier.state == .inProgress)
        #expect(try desk.isWaiting)
        let again = try desk.answer(summary, "prendre")
        #expect(again.toldBack.contains("Vous aviez déjà pris"))
        #expect(try !desk.isWaiting)
    }

    @Test("a second one takes it over, and the first is told")
    func takeOver() throws {
        let desk = try OrderDesk()
        let opened = try desk.open()
        try desk.answer(try summary(opened), "prendre")
        let order = try desk.answer(try summary(opened, to: OrderDesk.remi), "prendre")
        #expect(order.mails.map(\.role) == [.notice, .orderReceipt])
        let notice = try #require(order.mails.first)
        #expect(notice.recipient == OrderDesk.zoe)
        #expect(notice.prose.contains("\(OrderDesk.remi) prend ce dossier"))
        #expect(notice.subject == (try summary(opened).subject), "another thread")
        #expect(order.toldBack.contains("\(OrderDesk.zoe) l'avait pris"))
        #expect(try desk.dossier.takenBy == OrderDesk.remi)
    }

    @Test(
        "who took it is told what a colleague does with it",
        arguments: [
            ("clore : vu en réunion", "a clos ce dossier, que vous aviez pris. « vu en réunion »"),
            ("reclasser 2", "startup (auparavant : store). Il reste à vous."),
            ("reclasser 1", "investigation (auparavant : store). Il est de nouveau à prendre."),
        ]
    )
    func intervention(order: String, told: String) throws {
        let desk = try OrderDesk()
        let opened = try desk.open()
        try desk.answer(try summary(opened, to: OrderDesk.remi), "prendre")
        let done = try desk.answer(try summary(opened), order)
        let notices = done.mails(.notice)
        #expect(notices.keys.sorted() == [OrderDesk.remi])
        #expect(notices[OrderDesk.remi]?.prose.contains(told) == true)
    }

    @Test("nobody is told what he does himself", arguments: ["clore", "reclasser 1"])
    func own(order: String) throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        try desk.answer(summary, "prendre")
        #expect(try desk.answer(summary, order).mails(.notice).isEmpty)
    }

    @Test("other cases name who took a neighbour")
    func neighbour() throws {
        let desk = try OrderDesk()
        try desk.answer(try summary(try desk.open()), "prendre")
        let other = try desk.take(message(from: OrderDesk.requester, text: Self.second))
        #expect(try summary(other).prose.contains("pris en charge par \(OrderDesk.zoe)"))
    }

    // MARK: clore

    @Test("a closed case leaves the recap and the neighbours, with its reason in the file")
    func close() throws {
        let desk = try OrderDesk()
        let order = try desk.answer(try summary(try desk.open()), "clore : vu avec la DINUM")
        #expect(order.mails.map(\.role) == [.orderReceipt])
        #expect(order.toldBack.contains("Le dossier est clos. Le demandeur n'en est pas averti."))
        guard case .caseUpdated(let dossier, let content?) = order.events[1] else {
            Issue.record("the case is not updated")
            return
        }
        #expect(dossier.state == .closed)
        #expect(content.newText == "clore : vu avec la DINUM")
        #expect(try !desk.isWaiting)
        let other = try desk.take(message(from: OrderDesk.requester, text: Self.second))
        #expect(try !summary(other).text.contains("\(OrderDesk.number)"))
    }

    @Test("the requester's next mail opens it again, and so does who takes it")
    func reopen() throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        try desk.answer(summary, "clore")
        #expect(try desk.answer(summary, "clos").toldBack.contains("déjà clos"))
        let more = message(
            text: "Encore une chose.",
            fields: ["In-Reply-To: <first@ville-x.example>"]
        )
        try desk.take(more)
        #expect(try desk.dossier.state == .new)
        #expect(try desk.isWaiting)
        try desk.answer(summary, "clore")
        #expect(try desk.answer(summary, "prendre").toldBack.contains("il est rouvert"))
        #expect(try desk.dossier.state == .inProgress)
    }

    @Test("closing takes back an answer that waits")
    func closeHeld() throws {
        let desk = try OrderDesk(holdsAnswers: true)
        let opened = try desk.open()
        let order = try desk.answer(try summary(opened), "clore")
        let reason = "dossier clos par \(OrderDesk.zoe)"
        #expect(order.effects == [.mailWithdrawn(id: opened.mails[0].id, reason: reason)])
        #expect(order.toldBack.contains("ne partira pas"))
        #expect(desk.office.outboxCounts.held == 0)
        #expect(try desk.answer(try summary(opened), "envoyer").effects.isEmpty)
    }

    // MARK: reclasser

    @Test("the staff of the other offer get the case, with what the requester wrote")
    func reclassify() throws {
        let desk = try OrderDesk()
        let opened = try desk.open()
        try desk.take(
            message(text: "Nous sommes 12.", fields: ["In-Reply-To: <first@ville-x.example>"])
        )
        let order = try desk.answer(try summary(opened), "reclasser 1")
        #expect(order.mails.map(\.role) == [.staffSummary, .orderReceipt])
        let handed = try #require(order.mails(.staffSummary)[OrderDesk.anne])
        for words in [
            "reclassé par \(OrderDesk.zoe)", "auparavant : store", "choix de l'équipe",
            "Nous souhaitons consulter le catalogue", "[complément", "Nous sommes 12.",
            "réponse « store » ; rien depuis", "Écrire au demandeur : \(OrderDesk.requester)",
        ] {
            #expect(handed.prose.contains(words), "the summary lacks: \(words)")
        }
        #expect(handed.subject.contains("Investigation"))
        #expect(order.toldBack.contains("Rien n'est envoyé au demandeur."))
        #expect(order.toldBack.contains("transmis à \(OrderDesk.anne)"))
        #expect(try desk.dossier.offers == [.investigation])
        #expect(try desk.isWaiting, "nobody of the other offer has it yet")
        // From now on it is theirs: orders, and what the requester writes.
        #expect(try desk.answer(handed, "prendre").toldBack.contains("est à vous"))
        let more = try desk.take(
            message(text: "Une précision.", fields: ["In-Reply-To: <first@ville-x.example>"])
        )
        #expect(more.mails(.staffSummary)[OrderDesk.anne] != nil)
    }

    @Test(
        "a figure or several, or none of ours",
        arguments: [
            ("reclasser 2", [.startup], .request, [OrderDesk.paul]),
            ("reclasser 3 et 1", [.store, .investigation], .request, [OrderDesk.anne]),
            ("reclasser 0", [], .other, ["equipe@anct.example"]),
        ] as [(String, [Offer], Kind, [String])]
    )
    func targets(text: String, offers: [Offer], kind: Kind, told: [String]) throws {
        let desk = try OrderDesk()
        let order = try desk.answer(try summary(try desk.open()), text)
        #expect(try desk.dossier.offers == offers)
        #expect(try desk.dossier.kind == kind)
        // Rémi has had the summary as one of the store.
        #expect(order.mails(.staffSummary).keys.sorted() == told)
        #expect(!order.mails.contains { $0.role.answersRequester })
    }

    @Test("the offers that it has already change nothing")
    func same() throws {
        let desk = try OrderDesk()
        let order = try desk.answer(try summary(try desk.open()), "reclasser 3")
        #expect(order.mails.map(\.role) == [.orderReceipt])
        #expect(order.toldBack.contains("déjà classé ainsi : store"))
        #expect(try desk.dossier.reclassifiedBy == nil)
    }

    @Test("who took it keeps it where it still concerns him")
    func keeps() throws {
        let desk = try OrderDesk()
        let opened = try desk.open()
        try desk.answer(try summary(opened, to: OrderDesk.remi), "prendre")
        try desk.answer(try summary(opened), "reclasser 2")
        #expect(try desk.dossier.takenBy == OrderDesk.remi)
        #expect(try !desk.isWaiting)
        try desk.answer(try summary(opened), "reclasser 1")
        #expect(try desk.dossier.takenBy == nil)
        #expect(try desk.dossier.state == .new)
        #expect(try desk.isWaiting)
    }

    @Test("an answer that waits is composed anew, shown to all, and waits again")
    func recompose() throws {
        let desk = try OrderDesk(holdsAnswers: true)
        let opened = try desk.open()
        let old = opened.mails[0]
        let order = try desk.answer(try summary(opened), "reclasser 1")
        let new = try #require(order.mails.first { $0.role == .reply })
        #expect(new.isHeld)
        #expect(new.offers == [.investigation])
        #expect(order.effects == [.mailWithdrawn(id: old.id, reason: "remplacée par \(new.id)")])
        #expect(new.forwardPaths == old.forwardPaths)
        #expect(new.subject == old.subject)
        #expect(new.message.references == old.message.references)
        #expect(new.text.contains("investigation") && !new.text.contains("Territoires Store"))
        let received = try #require(old.prose.firstMatch(of: /bien arrivé [^.]*\./)).output
        #expect(new.prose.contains(received), "the time of receipt is lost")
        let told = order.mails(.staffSummary)
        #expect(told.keys.sorted() == [OrderDesk.anne, OrderDesk.remi, OrderDesk.zoe])
        for summary in told.values { #expect(summary.text.contains("VOTRE ACCORD")) }
        // The old summary does not show it; the new one does.
        #expect(
            try desk.answer(try summary(opened), "envoyer").toldBack.contains("ne la montre pas")
        )
        // Once more, by another.
        let anne = try #require(told[OrderDesk.anne])
        let second = try desk.answer(anne, "reclasser 2")
        let third = try #require(second.mails.first { $0.role == .reply })
        #expect(third.offers == [.startup])
        let release = try desk.answer(try summary(second, to: OrderDesk.paul), "envoyer")
        #expect(release.effects == [.mailReleased(id: third.id, by: OrderDesk.paul)])
        #expect(desk.office.outboxCounts.held == 0)
    }

    @Test("a question that waits becomes the answer that staff chose")
    func settled() throws {
        let desk = try OrderDesk(holdsAnswers: true)
        let opened = try desk.open(
            """
            Bonjour,

            Je suis le maire de Lannion. La sous-préfète m'a dit de voir avec vous. Que pouvez-vous \
            faire pour notre commune ? Avons-nous droit à une aide ?
            """
        )
        #expect(opened.mails.first?.role == .clarification)
        let summary = try summary(opened, to: "equipe@anct.example")
        let order = try desk.answer(summary, "reclasser 2")
        #expect(order.mails.first?.role == .reply)
        #expect(try desk.dossier.state == .new)
    }

    // MARK: noter, aide, and what is no order

    @Test("a note stays in the file, and help changes nothing")
    func others() throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        let help = try desk.answer(summary, "aide")
        for order in ["prendre", "clore", "reclasser 2", "noter", "envoyer", "aide"] {
            #expect(help.toldBack.contains("« \(order)"), "no word of \(order)")
        }
        #expect(try desk.isWaiting)
        let near = try desk.answer(summary, "prendr")
        #expect(near.toldBack.contains("vouliez-vous « prendre » ?"))
        #expect(try desk.dossier.state == .new)
        #expect(try desk.isWaiting)
        let note = try desk.answer(summary, "noter : rappeler jeudi")
        #expect(note.toldBack.contains("Votre note est gardée au registre."))
        guard case .caseUpdated(_, let content?) = note.events[1] else {
            Issue.record("the note is not in the file")
            return
        }
        #expect(content.newText.contains("rappeler jeudi"))
    }

    @Test("plain words count as taken, and are not answered")
    func words() throws {
        let desk = try OrderDesk()
        let note = try desk.answer(try summary(try desk.open()), "Je l'appelle demain.")
        #expect(note.mails.isEmpty)
        #expect(try !desk.isWaiting)
        #expect(try desk.dossier.state == .new)
    }

    @Test("a mail that the requester reads too orders nothing")
    func copy() throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        let mail = try desk.answer(summary, "clore", fields: ["Cc: \(OrderDesk.requester)"])
        #expect(mail.mails.isEmpty)
        #expect(try desk.dossier.state == .new)
    }
}
