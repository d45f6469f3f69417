import Foundation
import Mail
import Sandbox
import Testing
import Transport

@Suite("A mail server in memory", .timeLimit(.minutes(20)))
struct LoopbackServerTests {
    @Test("a mail sent over SMTP is read over IMAP, with its trace in front")
    func roundTrip() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let smtp = try server.smtpSession()
        let delivery = smtp.send(mail("Un", to: [ann, "Carl@Example.TEST", "carl@example.test"]))
        guard case .accepted = delivery.outcome else {
            Issue.record("\(delivery)")
            return
        }
        smtp.quit()
        let session = try server.imapSession()
        let uids = try session.uidSearch("ALL")
        let message = try #require(try session.fetch(uids, maxBytes: 1 << 20).first)
        let read = Message(parsing: message.bytes)
        #expect(read.reversePath == .address(Address(localPart: "bob", domain: "example.test")))
        #expect(read.field("Received")?.contains("with ESMTPA for <ann@example.test>") == true)
        #expect(message.bytes.suffix(letter("Un").count) == letter("Un")[...])
        #expect(message.size == message.bytes.count)
        #expect(!message.flags.contains("\\Seen"))
        #expect(server.messages(of: "carl@example.test").count == 1)
        session.logout()
    }

    @Test("IDLE hears of a delivery")
    func idle() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let session = try server.imapSession()
        Thread.detachNewThread {
            usleep(50_000)
            server.deliver(letter("Deux"), to: ann)
        }
        #expect(try session.idle(until: .now + .seconds(120)) == .changed)
        #expect(try session.uidSearch("SUBJECT Deux").count == 1)
    }

    @Test("marks, moves, appends and searches of our own client")
    func ownClient() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        for number in 1...5 { server.deliver(letter("n\(number)"), to: ann) }
        let session = try server.imapSession()
        #expect(session.capabilities.isSuperset(of: ["IDLE", "MOVE", "UIDPLUS", "LITERAL+"]))
        let uids = try session.uidSearch("ALL")
        #expect(uids.map(\.rawValue) == [1, 2, 3, 4, 5])
        try session.store(keyword: "$Filed", on: Array(uids[..<2]))
        #expect(try session.uidSearch("UNKEYWORD $filed").count == 3)
        try session.createMailbox("Traité/Été & Co")
        try session.move(Array(uids[1...2]), to: "Traité/Été & Co")
        #expect(try session.uidSearch("ALL").map(\.rawValue) == [1, 4, 5])
        let moved = server.contents(of: ann, folder: "Traité/Été & Co")
        #expect(moved.map(\.flags) == [["$Filed"], []])
        #expect(try session.list().sorted() == ["INBOX", "Traité/Été & Co"])
        let date = Date(timeIntervalSince1970: 981_173_106)
        try session.append(
            mailbox: "INBOX",
            bytes: letter("six"),
            flags: ["\\Seen", "Projet"],
            internalDate: date
        )
        let six = try #require(
            try session.fetch([UID(rawValue: 6)], maxBytes: 10).first
        )
        #expect(six.internalDate == date)
        #expect(six.flags.subtracting(["\\Recent"]) == ["\\Seen", "Projet"])
        #expect(six.isTruncated && six.bytes == Array("From: Bob ".utf8))
        #expect(try session.sizes(of: [UID(rawValue: 6)]).values.first == letter("six").count)
    }

    @Test("a new UIDVALIDITY ends the session and gives new UIDs")
    func renumbering() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        for number in 1...3 { server.deliver(letter("n\(number)"), to: ann) }
        let session = try server.imapSession()
        try session.move([UID(rawValue: 1)], to: "INBOX")
        let before = try #require(session.selected?.uidValidity)
        server.renumber(of: ann)
        #expect(throws: TransportError.self) { try session.noop() }
        let again = try server.imapSession()
        #expect(again.selected?.uidValidity != before)
        #expect(try again.uidSearch("ALL").map(\.rawValue) == [1, 2, 3])
    }

    @Test("refuses a login without a domain, and says so")
    func logins() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.deliver(letter("Un"), to: ann)
        let error = #expect(throws: TransportError.self) { try server.imapSession("ann") }
        #expect(error?.kind == .credentialsRefused)
        #expect(error?.detail.contains("whole address") == true, "\(String(describing: error))")
    }
}
