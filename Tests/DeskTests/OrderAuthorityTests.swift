import Casework
import Desk
import Foundation
import Mail
import Testing

/// Whose orders are carried out, and by which links.
@Suite("Authority of orders") struct OrderAuthorityTests {
    private func summary(_ decision: Decision) throws -> QueuedMail {
        try #require(decision.mails(.staffSummary)[OrderDesk.zoe])
    }

    private static let orders = ["prendre", "clore", "reclasser 1"]

    @Test("nobody but its addressee orders over a summary", arguments: orders)
    func otherPerson(order: String) throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        let before = try desk.dossier
        let refused = try desk.answer(summary, order, from: OrderDesk.anne)
        #expect(refused.mails.map(\.recipient) == [OrderDesk.anne])
        #expect(refused.toldBack.contains("seule la personne"))
        #expect(try desk.dossier == before)
        #expect(try desk.isWaiting, "what was refused counts as taken")
        // The receipt of a refusal gives no right either.
        let receipt = try #require(refused.mails.first)
        try desk.take(
            message(
                from: OrderDesk.anne,
                subject: "Re: \(receipt.subject)",
                text: order,
                fields: ["In-Reply-To: <\(receipt.messageID)>"]
            )
        )
        #expect(try desk.dossier == before)
    }

    @Test("a number in the subject gives no right", arguments: orders)
    func subjectAlone(order: String) throws {
        let desk = try OrderDesk()
        try desk.open()
        let before = try desk.dossier
        let mail = message(from: OrderDesk.zoe, subject: "[\(OrderDesk.number)]", text: order)
        #expect(try desk.take(mail).toldBack.contains("Rien n'est fait"))
        #expect(try desk.dossier == before)
    }

    @Test("a mail that only claims to come from the addressee orders nothing and is not answered")
    func forged() throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        let before = try desk.dossier
        let field = "Authentication-Results: \(TestOffice.trusted); dmarc=fail"
        let forged = try desk.answer(summary, "clore", fields: [field])
        #expect(forged.disposition != .staffCommand)
        #expect(!forged.mails.contains { $0.role == .orderReceipt })
        #expect(try desk.dossier == before)
    }

    @Test(
        "a stranger who got hold of a summary orders nothing and learns nothing",
        arguments: ["x@ailleurs.example", "\(OrderDesk.zoe), x@ailleurs.example"]
    )
    func stranger(from: String) throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        let before = try desk.dossier
        let stray = try desk.answer(summary, "clore", from: from)
        #expect(!stray.mails.contains { $0.role == .orderReceipt })
        #expect(stray.caseNumber != OrderDesk.number)
        #expect(try desk.dossier == before)
    }

    @Test("after a year a summary gives no right", arguments: [(364.9, true), (365.1, false)])
    func age(days: Double, isGranted: Bool) throws {
        let desk = try OrderDesk()
        let order = try desk.answer(try summary(try desk.open()), "prendre", days: days)
        #expect(try (desk.dossier.state == .inProgress) == isGranted)
        #expect(order.toldBack.contains("plus d'un an") != isGranted)
    }

    @Test("a Message-ID orders once")
    func replayed() throws {
        let desk = try OrderDesk()
        let summary = try summary(try desk.open())
        try desk.answer(summary, "clore", id: "ordre")
        try desk.answer(summary, "prendre")
        let replayed = try desk.answer(summary, "clore\n-- \nZoé", id: "ordre")
        #expect(replayed.toldBack.contains("une deuxième fois"))
        #expect(try desk.dossier.state == .inProgress)
    }

    // MARK: Links

    @Test("a summary offers what can be ordered, and each link does it", arguments: [false, true])
    func links(holdsAnswers: Bool) throws {
        let words = ["prendre", "clore", "reclasser 1", "reclasser 2", "aide"]
        let offered = (holdsAnswers ? ["envoyer"] : []) + words
        for word in offered {
            let desk = try OrderDesk(holdsAnswers: holdsAnswers)
            let summary = try summary(try desk.open())
            #expect(summary.text.contains("  \(offered.joined(separator: "    "))\n"))
            let links = try summary.links
            #expect(links.keys.sorted() == (offered + [OrderDesk.requester]).sorted())
            let link = try #require(links[word])
            #expect(link.to == TestOffice.service.addrSpec)
            #expect(link.subject == "[\(OrderDesk.number)] \(word)")
            #expect(link.body.hasPrefix("\(word)\r\n\r\nRéférence, à garder : "))
            #expect(Order(in: link.body)?.word == word)
            let done = try desk.take(link.mail(from: OrderDesk.zoe))
            #expect(done.disposition == .staffCommand)
            let dossier = try desk.dossier
            switch word {
            case "envoyer": #expect(done.effects.count == 1)
            case "prendre": #expect(dossier.takenBy == OrderDesk.zoe)
            case "clore": #expect(dossier.state == .closed)
            case "reclasser 1": #expect(dossier.offers == [.investigation])
            case "reclasser 2": #expect(dossier.offers == [.startup])
            default: #expect(done.toldBack.contains("Un ordre est un mot"))
            }
        }
    }

    @Test("the links of a receipt order in their turn")
    func receiptLinks() throws {
        let desk = try OrderDesk()
        let order = try desk.answer(try summary(try desk.open()), "aide")
        let receipt = try #require(order.mails.last)
        let link = try #require(try receipt.links["clore"])
        try desk.take(link.mail(from: OrderDesk.zoe))
        #expect(try desk.dossier.state == .closed)
        let closed = try #require(try desk.answer(receipt, "aide").mails.last)
        #expect(try closed.links["clore"] == nil)
    }

    @Test("the link to the requester keeps the service in copy", arguments: [false, true])
    func requesterLink(usesDetail: Bool) throws {
        let desk = try OrderDesk(usesDetail: usesDetail)
        let summary = try summary(try desk.open())
        let link = try #require(try summary.links[OrderDesk.requester])
        #expect(link.to == OrderDesk.requester)
        #expect(link.subject == "Re: Logiciel [\(OrderDesk.number)]")
        let copy = try #require(link.cc)
        #expect((copy == TestOffice.service.addrSpec) != usesDetail)
        #expect(summary.text.contains(copy))
        // What a colleague writes so belongs to the case, and so does the reply to all.
        let written = message(
            from: OrderDesk.zoe,
            subject: usesDetail ? "Votre demande" : link.subject,
            text: "clore\nBonjour, je vous appelle demain.",
            fields: ["Cc: \(copy)"],
            id: "ecrit"
        )
        let text = String(decoding: written, as: UTF8.self)
            .replacing("To: incubateur@anct.example", with: "To: \(OrderDesk.requester)")
        let filed = try desk.take(Array(text.utf8))
        #expect(filed.disposition == .staffCommand)
        #expect(filed.caseNumber == OrderDesk.number)
        #expect(filed.mails.isEmpty)
        #expect(try desk.dossier.state == .new)
        #expect(try !desk.isWaiting)
        let reply = message(
            from: OrderDesk.requester,
            subject: "Re: Votre demande",
            text: "Parfait, à demain.",
            fields: ["In-Reply-To: <ecrit@ville-x.example>", "Cc: \(copy)"]
        )
        #expect(try desk.take(reply).caseNumber == OrderDesk.number)
    }

    @Test("the journal gives the same cases again")
    func replay() throws {
        let desk = try OrderDesk(holdsAnswers: true)
        let opened = try desk.open()
        let summary = try summary(opened)
        let order = try desk.answer(summary, "reclasser 1")
        try desk.answer(try #require(order.mails(.staffSummary)[OrderDesk.anne]), "prendre")
        try desk.answer(summary, "aide")
        let before = try desk.dossier
        let waiting = try desk.isWaiting
        try desk.restart()
        #expect(try desk.dossier == before)
        #expect(before.takenBy == OrderDesk.anne)
        #expect(before.reclassifiedBy == OrderDesk.zoe)
        #expect(try desk.isWaiting == waiting)
        let held = try desk.office.ask { $0.heldAnswers(in: OrderDesk.number).map(\.mailID) }
        #expect(held == [try #require(order.mails.first).id])
        // And what is ordered then finds what the journal holds.
        let again = try desk.answer(summary, "reclasser 2")
        #expect(again.mails.first?.offers == [.startup])
        #expect(again.mails(.staffSummary)[OrderDesk.paul]?.text.contains("catalogue") == true)
    }
}
