import Casework
import Foundation
import Mail
import Sandbox
import Testing

@testable import Desk
@testable import Transport

/// The recap as the service sends it.
@Suite("The recap of a service", .timeLimit(.minutes(20))) struct ServiceRecapTests {
    private func settings(_ mailbox: TestMailbox, store: URL) -> Settings {
        var settings = TestOffice.settings(store: store)
        settings.mailbox.connection = mailbox.connection
        settings.mailbox.start = .all
        settings.delivery = ConnectionSettings(
            endpoint: Endpoint(scheme: .smtp, host: "127.0.0.1", port: mailbox.server.smtpPort)
        )
        settings.recapReaders = [RecapDay.reader]
        return settings
    }

    private func once(_ settings: Settings, _ clock: TestClock) throws {
        let office = try TestOffice.open(settings)
        defer { office.close() }
        let service = Service(settings: settings, office: office, clock: clock, log: .silent)
        _ = try service.runOnce()
    }

    @Test("leaves after a scan, once a day, and counts the mailbox")
    func once() throws {
        let mailbox = try TestMailbox(messages: 2, received: RecapDay.start)
        defer { mailbox.server.stop() }
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let settings = settings(mailbox, store: store)
        let clock = TestClock(RecapDay.start)
        func recaps() -> [Message] {
            mailbox.server.messages(of: RecapDay.reader.addrSpec).map { Message(parsing: $0) }
        }
        try once(settings, clock)
        #expect(recaps().isEmpty, "not before its time")
        clock.now += 2 * 3_600
        mailbox.deliver(received: clock.now)
        try once(settings, clock)
        try once(settings, clock)
        #expect(recaps().count == 1)
        #expect(recaps().first?.subject == "Guichet, mardi 8 sept. : 3 à prendre, rien d'écarté")
        let line = "BOÎTE       3 messages, registre 3 : complet. Dernier relevé 9 h 00."
        #expect(recaps().first?.text.contains(line) == true)
        clock.now += 86_400
        try once(settings, clock)
        #expect(recaps().count == 2)
    }

    @Test("comes without the mailbox when that stays away, and never where it is switched off")
    func away() throws {
        try TestOffice.with { office in
            let clock = TestClock(RecapDay.start)
            var settings = TestOffice.settings(store: TestOffice.root)
            settings.recapReaders = [RecapDay.reader]
            _ = try office.take([Arrival(bytes: message(text: "Bonjour"))], at: clock.now)
            let time = CivilDay(of: clock.now).at(hour: 8, minute: 30)
            func desk() -> RecapDesk {
                RecapDesk(settings: settings, office: office, clock: clock, log: .silent)
            }
            clock.now = time + RecapDesk.patience - 1
            try desk().mailboxIsAway()
            #expect(try office.register().recaps.lastDay == nil)
            clock.now += 1
            settings.recapSchedule = nil
            try desk().mailboxIsAway()
            #expect(try office.register().recaps.lastDay == nil)
            settings.recapSchedule = RecapSchedule()
            try desk().mailboxIsAway()
            #expect(try office.register().recaps.lastDay == CivilDay(of: time))
            clock.now = time + 86_400 - 30
            #expect(desk().wait(atMost: 3_600) == 30, "the reader wakes for it")
            #expect(desk().wait(atMost: 10) == 10)
        }
    }
}
