import Foundation
import Testing

@testable import Mail

/// The messages under Fixtures, each beside the value expected of it; what the value leaves out is
/// expected to be empty.
@Suite("Fixtures") struct FixtureTests {
    @Test("a message is read as expected", arguments: try Fixture.all())
    func reading(fixture: Fixture) throws {
        let expected = try fixture.expectation()
        let message = Message(parsing: try fixture.bytes())
        #expect(message.messageID == expected.messageId)
        #expect(message.inReplyTo == expected.inReplyTo ?? [])
        #expect(message.references == expected.references ?? [])
        #expect(message.date == expected.date)
        #expect(message.subject == expected.subject)
        #expect(message.from.map(Expectation.Mailbox.init) == expected.from ?? [])
        #expect(message.to.map(Expectation.Mailbox.init) == expected.to ?? [])
        #expect(message.cc.map(Expectation.Mailbox.init) == expected.cc ?? [])
        #expect(message.replyTo.map(Expectation.Mailbox.init) == expected.replyTo ?? [])
        #expect(Expectation.reversePath(message) == expected.reversePath ?? "unknown")
        #expect(Expectation.tree(message.root) == expected.tree)
        if let parameters = expected.parameters { #expect(message.root.parameters == parameters) }
        #expect(message.text == expected.text)
        #expect(message.textIsFromHTML == expected.textIsFromHtml ?? false)
        #expect((message.html != nil) == expected.hasHtml ?? false)
        #expect(message.attachments.map(Expectation.File.init) == expected.attachments ?? [])
        #expect(message.deliveryReport.map(Expectation.Report.init) == expected.deliveryReport)
        #expect(message.defects == expected.defects ?? [])
    }

    @Test("a message cut off anywhere is a message", arguments: try Fixture.all())
    func beginnings(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        // Some sixty places in each message; the odd step meets line ends as well as lines.
        let step = (1 + bytes.count / 60) | 1
        for length in stride(from: 0, through: bytes.count, by: step) {
            let message = Message(parsing: bytes.prefix(length))
            #expect(message.size == length)
        }
    }

    @Test("there are enough of each group")
    func count() throws {
        let fixtures = try Fixture.all()
        #expect(fixtures.count { $0.name.hasPrefix("rfc/") } >= 200)
        #expect(fixtures.count { $0.name.hasPrefix("wild/") } >= 20)
        #expect(fixtures.count { $0.name.hasPrefix("malformed/") } >= 20)
    }

    @Test("the table of RFC examples names every fixture, and no other")
    func table() throws {
        let folder = Fixture.folder.appending(path: "rfc")
        let text = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").map { $0.split(separator: "|") }
        let named = rows.filter { $0.count == 3 && Int($0[0].trimmed) != nil }.flatMap { row in
            row[2].split(separator: ",").map { "rfc/\(row[0].trimmed)-\($0.trimmed)" }
        }
        let fixtures = try Fixture.all().map(\.name).filter { $0.hasPrefix("rfc/") }
        #expect(named.sorted() == fixtures.sorted())
    }
}

extension Substring {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

/// A message file and the JSON file beside it.
struct Fixture: CustomTestStringConvertible {
    var name: String
    var folder: URL

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures"
    )

    static func all() throws -> [Fixture] {
        let groups = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try groups.filter { !$0.hasPrefix(".") }.flatMap { group in
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: group).path)
                .filter { $0.hasSuffix(".eml") }.sorted()
                .map { Fixture(name: "\(group)/\($0.dropLast(4))", folder: folder) }
        }
    }

    func bytes() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "\(name).eml")))
    }

    func expectation() throws -> Expectation {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
        return try decoder.decode(Expectation.self, from: data)
    }
}

/// The JSON file of a fixture.
struct Expectation: Decodable {
    struct Mailbox: Decodable, Equatable {
        var name: String?
        var address: String

        init(_ address: Address) {
            name = address.displayName
            self.address = address.addrSpec
        }
    }

    struct File: Decodable, Equatable {
        var filename: String?
        var mediaType: String
        var size: Int
        var sha256: String

        init(_ attachment: Mail.Attachment) {
            filename = attachment.filename
            mediaType = attachment.mediaType
            size = attachment.size
            sha256 = attachment.sha256
        }
    }

    struct Recipient: Decodable, Equatable {
        var address: String
        var action: String
        var status: String?
        var diagnostic: String?
    }

    struct Report: Decodable, Equatable {
        var recipients: [Recipient]
        var originalMessageId: String?

        init(_ report: DeliveryReport) {
            originalMessageId = report.originalMessageID
            recipients = report.recipients.map {
                Recipient(
                    address: $0.address,
                    action: $0.action.rawValue,
                    status: $0.status,
                    diagnostic: $0.diagnostic
                )
            }
        }
    }

    var messageId: String?
    var inReplyTo: [String]?
    var references: [String]?
    var date: Date?
    var subject: String?
    var from: [Mailbox]?
    var to: [Mailbox]?
    var cc: [Mailbox]?
    var replyTo: [Mailbox]?
    var reversePath: String?
    var tree: String
    /// Those of the whole message's Content-Type, where they are looked at.
    var parameters: [String: String]?
    var text: String
    var textIsFromHtml: Bool?
    var hasHtml: Bool?
    var attachments: [File]?
    var deliveryReport: Report?
    var defects: [String]?

    static func tree(_ part: BodyPart) -> String {
        guard !part.children.isEmpty else { return part.mediaType }
        return "\(part.mediaType)(\(part.children.map(tree).joined(separator: ", ")))"
    }

    static func reversePath(_ message: Message) -> String {
        switch message.reversePath {
        case .unknown: "unknown"
        case .null: "null"
        case .address(let address): address.addrSpec
        }
    }
}
