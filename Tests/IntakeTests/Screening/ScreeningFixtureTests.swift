import Foundation
import Mail
import Testing

@testable import Intake

/// The mails under Fixtures/screening, each beside what sent it: a machine of which class, or a
/// person.
@Suite("Screening fixtures") struct ScreeningFixtureTests {
    private static let screener = Screener(
        ownAddresses: [Address(localPart: "incubateur", domain: "anct.example")]
    )

    @Test("each mail is told by what sent it", arguments: try ScreeningFixture.all())
    func sender(_ fixture: ScreeningFixture) throws {
        let expected = try fixture.expectation()
        let message = Message(parsing: try fixture.bytes())
        let reading = read(message)
        let reason = Self.screener.automaticReason(of: message, reading: reading)
        #expect(reason?.automatic?.rawValue == expected.machine, "\(reason?.evidence ?? "")")
        let screening = Self.screener.screening(of: message, reading: reading)
        switch expected.outcome ?? (expected.machine == nil ? .answer : .file) {
        case .answer: #expect(screening == .answer)
        case .file:
            guard case .fileOnly(let reason) = screening else {
                Issue.record("\(screening)")
                return
            }
            #expect(!reason.evidence.isEmpty)
        case .setAside:
            guard case .setAside = screening else {
                Issue.record("\(screening)")
                return
            }
        }
    }

    @Test("there are enough of each kind") func count() throws {
        let fixtures = try ScreeningFixture.all()
        let expectations = try fixtures.map { try $0.expectation() }
        #expect(expectations.count { $0.machine != nil && $0.machine != "bounce" } >= 100)
        #expect(expectations.count { $0.machine == "bounce" } >= 60)
        #expect(expectations.count { $0.machine == nil } >= 60)
    }
}

/// One mail under Fixtures/screening.
struct ScreeningFixture: CustomTestStringConvertible, Sendable {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/screening")

    let name: String

    var testDescription: String { name }

    static func all() throws -> [Self] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return paths.filter { $0.hasSuffix(".eml") }.sorted().map {
            Self(name: String($0.dropLast(4)))
        }
    }

    func contents(_ suffix: String) throws -> Data {
        try Data(contentsOf: Self.folder.appendingPathComponent(name + suffix))
    }

    func bytes() throws -> [UInt8] { try Array(contents(".eml")) }

    func expectation() throws -> ScreeningExpectation {
        try JSONDecoder().decode(ScreeningExpectation.self, from: contents(".json"))
    }
}

struct ScreeningExpectation: Decodable, Sendable {
    enum Outcome: String, Decodable, Sendable {
        case answer, file
        case setAside = "set-aside"
    }

    private enum CodingKeys: String, CodingKey {
        case machine = "class"
        case outcome
    }

    /// As in the contract; `nil`: a person.
    var machine: String?
    /// Absent: a person is answered, a machine filed.
    var outcome: Outcome?
}
