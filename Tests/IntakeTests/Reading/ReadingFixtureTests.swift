import Foundation
import Mail
import Testing

@testable import Intake

/// The mails under Fixtures (but for `screening`), each beside the cut that a person would make; what the expectation
/// leaves out is expected to be empty.
@Suite("Reading fixtures") struct ReadingFixtureTests {
    @Test("a mail is cut as a person would", arguments: try ReadingFixture.all())
    func cut(_ fixture: ReadingFixture) throws {
        let expected = try fixture.expectation()
        let reading = read(Message(parsing: try fixture.bytes()))
        #expect(Self.lines(reading.sendersText) == Self.lines(expected.newText))
        #expect(Self.lines(reading.sendersSignature) == Self.lines(expected.signature))
        #expect(Self.lines(reading.disclaimer) == Self.lines(expected.disclaimer))
        #expect(reading.readsForward == expected.readsForward ?? false)
        if reading.readsForward {
            #expect(Self.lines(reading.newText) == Self.lines(expected.readText))
            #expect(Self.lines(reading.signature) == Self.lines(expected.readSignature))
        }
        #expect(reading.forwards.map(Self.forward) == expected.forwards ?? [])
        #expect(reading.answers.map(Self.answer) == expected.answers ?? [])
    }

    @Test("the parts are the whole text, in order", arguments: try ReadingFixture.all())
    func parts(_ fixture: ReadingFixture) throws {
        let message = Message(parsing: try fixture.bytes())
        let reading = read(message)
        var rest = Array(message.text.utf8)
        var end = 0
        for part in reading.parts {
            #expect(part.span.lowerBound >= end)
            end = part.span.upperBound
            for index in part.span { rest[index] = 0x20 }
        }
        // What belongs to no part is blank.
        let left = String(decoding: rest, as: UTF8.self)
        #expect(left.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{AD}" })
        for part in reading.forwards.flatMap(\.parts) {
            #expect(message.text.utf8.count >= part.span.upperBound)
        }
    }

    @Test("there are enough of each kind")
    func count() throws {
        let fixtures = try ReadingFixture.all()
        func count(_ folder: String) -> Int { fixtures.count { $0.name.hasPrefix(folder) } }
        #expect(count("corpus/") == 90)
        #expect(count("quotes/") >= 80)
        #expect(count("signatures/") >= 50)
        #expect(count("whole/") >= 20)
        #expect(count("held-back/") >= 390)
    }

    /// White space within and between lines is as each mail program leaves it; where links lead is
    /// a matter of turning HTML into text.
    private static func lines(_ text: String?) -> [String] {
        var lines: [String] = []
        for line in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.replacing(#/ ?<https?:[^>]*>/#, with: "").split(
                whereSeparator: \.isWhitespace
            )
            .joined(separator: " ")
            if !words.isEmpty || lines.last?.isEmpty == false { lines.append(words) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func forward(_ mail: Reading.ForwardedMail) -> ReadingExpectation.Forward {
        let addrSpec = mail.sender?.addrSpec ?? ""
        return ReadingExpectation.Forward(
            name: mail.sender?.displayName,
            address: addrSpec.isEmpty ? nil : addrSpec,
            date: mail.date,
            subject: mail.subject
        )
    }

    private static func answer(_ answer: Reading.Answer) -> ReadingExpectation.Answer {
        ReadingExpectation.Answer(quoted: answer.quoted, answer: answer.text)
    }
}

/// A message file and the JSON file beside it.
struct ReadingFixture: Sendable, CustomTestStringConvertible {
    var name: String

    var testDescription: String { name }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    static func all() throws -> [ReadingFixture] {
        let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
        return files.compactMap { $0 as? String }
            .filter { $0.hasSuffix(".eml") && !$0.hasPrefix("screening/") }.sorted().map {
                ReadingFixture(name: String($0.dropLast(4)))
            }
    }

    func bytes() throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appending(path: name + ".eml")))
    }

    func expectation() throws -> ReadingExpectation {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let data = try Data(contentsOf: Self.folder.appending(path: name + ".json"))
        return try decoder.decode(ReadingExpectation.self, from: data)
    }
}

/// How a person would cut a mail.
struct ReadingExpectation: Decodable {
    struct Forward: Decodable, Equatable {
        var name: String?
        var address: String?
        var date: String?
        var subject: String?
    }

    struct Answer: Decodable, Equatable {
        var quoted: String
        var answer: String
    }

    var newText: String
    var signature: String?
    var disclaimer: String?
    var readsForward: Bool?
    /// What is read of the forwarded mail.
    var readText: String?
    var readSignature: String?
    var forwards: [Forward]?
    var answers: [Answer]?
    /// What is special about the mail.
    var why: String
}
