import Casework
import Desk
import Foundation
import Intake
import Mail
import Testing
import Transport

@Suite("Examples in an answer and its journal") struct ExampleJournalTests {
    private func mails(_ text: String) throws -> [QueuedMail] {
        try TestOffice.with { office in
            let arrival = Arrival(
                internalDate: TestOffice.morning,
                flags: [],
                bytes: message(text: text)
            )
            return try #require(try office.take([arrival], at: TestOffice.morning).first).mails
        }
    }

    @Test("the journal says which examples stand in the answer and why, and staff read it")
    func reason() throws {
        let mails = try mails(
            """
            Bonjour,

            À la cantine, trop de repas jetés : nous souhaitons mener une investigation sur le \
            gaspillage alimentaire, un agent est volontaire une journée par semaine.

            Marie Vial
            Mairie de Lannion
            """
        )
        let answer = try #require(mails.first { $0.role == .reply })
        let text = Message(parsing: answer.bytes).text
        #expect(!answer.examples.isEmpty)
        for example in answer.examples {
            #expect(text.contains(example.url))
            #expect(example.offer == .investigation)
            #expect(example.score >= 0.6)
            #expect(!example.terms.isEmpty)
        }
        // Lannion is in the département that worked on it.
        #expect(answer.examples.first?.url == "https://incubateur.anct.gouv.fr/investigation/29/")
        let summary = try #require(mails.first { $0.role == .staffSummary })
        #expect(summary.examples.isEmpty)
        #expect(Message(parsing: summary.bytes).text.contains("Côtes-d'Armor"))
    }

    @Test("who hunts for irritants has no subject yet, and gets no example of one")
    func irritants() throws {
        let mails = try mails(
            """
            Bonjour,

            Nous voulons lancer une recherche d'irritants auprès de nos agents des crèches, de la \
            collecte des déchets et des cantines, pour une investigation.

            Marie Vial
            Mairie de Lannion
            """
        )
        let answer = try #require(mails.first { $0.role == .reply })
        #expect(answer.examples.isEmpty)
    }
}
