import Foundation
import Intake
import Testing

@testable import Correspondence

/// Subjects of local life as people write them, each judged against every link of its table.
@Suite("Examples for subjects of local life") struct ExampleSubjectsTests {
    private struct Subject: Decodable {
        var id: String
        var offer: String
        var text: String
        /// Addresses that a kind officer would gladly show.
        var fits: Set<String>
        /// Addresses by which nobody would be surprised.
        var near: Set<String>
    }

    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Fixtures/subjects.jsonl")

    @Test("one that fits is shown for most, one beside the point never")
    func subjects() throws {
        let links = try ExampleLinks(folder: shippedTemplates)
        let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
        var missed: [String] = []
        var wanted = 0
        for line in lines {
            let subject = try JSONDecoder().decode(Subject.self, from: Data(line.utf8))
            let shown = links.closest(
                to: ExampleQuery(text: subject.text),
                offers: [try #require(Offer(rawValue: subject.offer))],
                on: today,
                limit: 2
            )
            let urls = shown.map { $0.url.hasSuffix("/") ? String($0.url.dropLast()) : $0.url }
            for url in urls {
                #expect(
                    subject.fits.union(subject.near).contains(url),
                    "\(subject.id): \(url) is beside the point of « \(subject.text) »"
                )
            }
            guard !subject.fits.isEmpty else { continue }
            wanted += 1
            if subject.fits.isDisjoint(with: urls) { missed.append(subject.id) }
        }
        #expect(wanted >= 25)
        // The measure: 34 of 40.
        #expect(Double(wanted - missed.count) >= 0.85 * Double(wanted), "missed: \(missed)")
    }
}
