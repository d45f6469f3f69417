import Foundation
import Intake
import Testing

@testable import Correspondence

/// Subjects of local life as people write them, from two lines to a page, each written before the tables
/// were opened and then judged against every link.
@Suite("Examples for subjects of local life") struct ExampleSubjectsTests {
    private struct Subject: Decodable {
        var id: String
        var text: String
        /// The table it was judged against; `nil`: all of them.
        var offer: Offer?
        /// Addresses that a kind officer would gladly show.
        var fits: Set<String>
        /// Addresses by which nobody would be surprised.
        var near: Set<String>

        private enum CodingKeys: CodingKey { case id, text, offer, fits, near }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            id = try values.decode(String.self, forKey: .id)
            text = try values.decode(String.self, forKey: .text)
            offer = try values.decodeIfPresent(String.self, forKey: .offer).flatMap(Offer.init)
            fits = try values.decode(Set<String>.self, forKey: .fits)
            near = try values.decode(Set<String>.self, forKey: .near)
        }
    }

    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Fixtures/subjects.jsonl")

    @Test("one that fits is shown for most, one beside the point seldom")
    func subjects() throws {
        let links = try ExampleLinks(folder: shippedTemplates)
        let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
        var (wanted, shown) = (0, 0)
        var missed: [String] = []
        var beside: [String] = []
        for line in lines {
            let subject = try JSONDecoder().decode(Subject.self, from: Data(line.utf8))
            let urls = (subject.offer.map { [$0] } ?? Offer.allCases).flatMap { offer in
                links.closest(
                    to: ExampleQuery(text: subject.text),
                    offers: [offer],
                    on: today,
                    limit: 2
                ).map(\.url)
            }
            shown += urls.count
            for url in urls where !subject.fits.union(subject.near).contains(url) {
                beside.append("\(subject.id): \(url)")
            }
            guard !subject.fits.isEmpty else { continue }
            wanted += 1
            if subject.fits.isDisjoint(with: urls) { missed.append(subject.id) }
        }
        #expect(wanted >= 100 && shown >= 200)
        // The measure is 34 of 40; these were seen, and are held to more.
        #expect(Double(wanted - missed.count) >= 0.88 * Double(wanted), "missed: \(missed)")
        #expect(Double(beside.count) <= 0.08 * Double(shown), "beside the point: \(beside)")
    }
}
