import Foundation
import Mail
import Testing

@testable import Intake

/// The notices under Fixtures/screening, each beside who was not reached and why.
@Suite("Bounce fixtures") struct BounceFixtureTests {
    @Test("a notice tells whom it is about, and what became of the mail", arguments: try notices())
    func recipients(_ fixture: ScreeningFixture) throws {
        let expected = try fixture.notice().recipients
        let report = deliveryReport(of: Message(parsing: try fixture.bytes()))
        let found = report?.recipients ?? []
        #expect(found.map(\.summary).sorted() == expected.map(\.summary).sorted())
        // How much of a notice is its reason was judged differently for those held back.
        guard !fixture.name.hasPrefix("held-back-"), !Self.unreadReasons.contains(fixture.name),
            found.count == expected.count
        else { return }
        func diagnostics(_ list: [DeliveryReport.Recipient]) -> [String] {
            list.sorted { $0.address < $1.address }.map { $0.diagnostic ?? "" }
        }
        #expect(diagnostics(found) == diagnostics(expected))
    }

    @Test("a notice tells which mail it is about", arguments: try notices())
    func original(_ fixture: ScreeningFixture) throws {
        let expected = try fixture.notice().originalMessageID
        let report = deliveryReport(of: Message(parsing: try fixture.bytes()))
        guard fixture.name != Self.namedByReference else { return }
        #expect(report?.originalMessageID == expected)
    }

    @Test("there are enough of both kinds") func count() throws {
        let messages = try Self.notices().map { Message(parsing: try $0.bytes()) }
        #expect(messages.count { $0.deliveryReport == nil } >= 150)
        #expect(messages.count { $0.deliveryReport != nil } >= 60)
    }

    /// Notices whose reason is told in a way that is not read.
    private static let unreadReasons: Set<String> = [
        // Another sentence follows it in the paragraph.
        "bounces/aruba-it-pec-non-consegna",
        // Half a sentence.
        "bounces/barracuda-bulk-filter",
        // What a program printed, two paragraphs below.
        "bounces/exim-pipe-command-failed",
        // A letter of several sentences.
        "bounces/gmail-workspace-group-restricted",
        // The expectation leaves out what the words say.
        "reports/sendmail-dsn-warning-4-hours",
    ]

    /// Its In-Reply-To names the mail, which the expectation does not count.
    private static let namedByReference = "reports/dsn-two-parts-only-delayed-capitals"

    private static func notices() throws -> [ScreeningFixture] {
        try ScreeningFixture.all().filter { try $0.bounce() != nil }
    }
}

extension ScreeningFixture {
    fileprivate func notice() throws -> DeliveryReport {
        let bounce = try #require(try bounce())
        return DeliveryReport(
            recipients: try bounce.recipients.map {
                DeliveryReport.Recipient(
                    address: $0.address,
                    action: try #require(DeliveryReport.Action(rawValue: $0.action)),
                    status: $0.status,
                    diagnostic: $0.diagnostic
                )
            },
            originalMessageID: bounce.originalMessageID.map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "<>"))
            }
        )
    }

    fileprivate func bounce() throws -> BounceExpectation? {
        struct Expectation: Decodable { var bounce: BounceExpectation? }
        return try JSONDecoder().decode(Expectation.self, from: contents(".json")).bounce
    }
}

private struct BounceExpectation: Decodable {
    struct Recipient: Decodable {
        var address: String
        var action: String
        var status: String?
        var diagnostic: String?
    }

    private enum CodingKeys: String, CodingKey {
        case recipients
        case originalMessageID = "original_message_id"
    }

    var recipients: [Recipient]
    var originalMessageID: String?
}
