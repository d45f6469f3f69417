import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Testing

/// A desk whose letters state other facts than those shipped.
final class FactDay {
    let store: URL
    let clock: TestClock
    private(set) var office: Office
    private(set) var settings: Settings

    /// Opens it at noon of a day, with facts that are all to be reviewed in another century.
    init(_ day: String = "2026-09-01", holdsAnswers: Bool = false) throws {
        store = TestOffice.temporaryFolder()
        settings = TestOffice.settings(store: store)
        settings.holdsAnswers = holdsAnswers
        settings.mailbox.answerWithinDays = 0
        let templates = TestOffice.temporaryFolder()
        try FileManager.default.copyItem(at: settings.templates, to: templates)
        settings.templates = templates
        clock = TestClock(try #require(CivilDay(day)).at(hour: 12, minute: 0))
        try Self.edit(templates) {
            $0.replacing("revoir_le = 2027-06-30", with: "revoir_le = 2999-12-31")
        }
        office = try TestOffice.open(settings)
    }

    deinit {
        office.close()
        for folder in [store, settings.templates] {
            try? FileManager.default.removeItem(at: folder)
        }
    }

    private static func edit(_ templates: URL, _ change: (String) -> String) throws {
        let file = templates.appendingPathComponent(Facts.fileName)
        let text = try String(contentsOf: file, encoding: .utf8)
        try change(text).write(to: file, atomically: true, encoding: .utf8)
    }

    /// Rewrites one fact as staff would, and reads the letters again.
    func state(_ name: String, _ value: String? = nil, until day: String = "2999-12-31") throws {
        try Self.edit(settings.templates) { text in
            var lines = text.components(separatedBy: "\n")
            guard let start = lines.firstIndex(of: "[\(name)]") else { return text }
            for index in start + 1..<start + 6 {
                if let value, lines[index].hasPrefix("valeur") {
                    lines[index] = "valeur = \(value)"
                }
                if lines[index].hasPrefix("revoir_le") { lines[index] = "revoir_le = \(day)" }
                for key in ["source", "responsable"] where lines[index] == "\(key) =" {
                    lines[index] += " équipe"
                }
            }
            return lines.joined(separator: "\n")
        }
        try restart()
    }

    func restart() throws {
        office.close()
        office = try TestOffice.open(settings)
    }

    func set(_ day: String, _ hour: Int = 12, _ minute: Int = 0) throws {
        clock.now = try #require(CivilDay(day)).at(hour: hour, minute: minute)
    }

    /// Takes one message that came in just now.
    @discardableResult
    func take(_ bytes: [UInt8]) throws -> Decision {
        let arrival = Arrival(internalDate: clock.now, bytes: bytes)
        return try #require(try office.take([arrival], at: clock.now).first)
    }

    /// What the desk tells of facts now: the mails.
    func look() throws -> [QueuedMail] {
        let before = try queued().count
        try FactDesk(settings: settings, office: office, clock: clock, log: .silent).look()
        return Array(try queued().dropFirst(before))
    }

    private func queued() throws -> [QueuedMail] {
        var mails: [QueuedMail] = []
        try JournalReader(store: store).replay { line in
            if case .mailQueued(let mail)? = try Event(
                entry: line.body,
                type: line.type,
                case: line.caseNumber
            ) {
                mails.append(mail)
            }
        }
        return mails
    }
}
