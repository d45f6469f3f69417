import Casework
import Foundation
import JSONLines

/// How figures stand in the state file of a running service.
extension Figures {
    package var json: JSONObject {
        [
            "total": .object(total.json),
            "days": .object(
                JSONObject(
                    days.sorted { $0.key < $1.key }.map { ("\($0.key)", .object($0.value.json)) }
                )
            ),
            "cases": .object(counts(CaseState.allKnown, cases)),
            "answered_cases": .integer(answeredCases),
            "waiting": .integer(waiting),
            "oldest_waiting": .time(orNull: oldestWaiting),
            "next_retry": .time(orNull: nextRetry),
            "held": .integer(held),
            "oldest_held": .time(orNull: oldestHeld),
            "set_aside_since_recap": .integer(setAsideSinceRecap),
            "last_recap": .time(orNull: lastRecap),
            "up_to": upTo.map { ["file": .string($0.file), "octets": .integer($0.octets)] }
                ?? .null,
        ]
    }

    /// `nil` when it is not what ``json`` writes.
    package init?(json: JSONObject) {
        guard let total = json.object("total").flatMap(Tally.Counts.init(json:)),
            let days = json.object("days"), let cases = json.object("cases"),
            let answeredCases = json.integer("answered_cases"),
            let waiting = json.integer("waiting"), let held = json.integer("held"),
            let setAside = json.integer("set_aside_since_recap")
        else { return nil }
        self.total = total
        for member in days.members {
            guard let day = Int(member.key),
                let counts = member.value.objectValue.flatMap(Tally.Counts.init(json:))
            else { return nil }
            self.days[day] = counts
        }
        self.cases = numbers(cases)
        self.answeredCases = answeredCases
        self.waiting = waiting
        oldestWaiting = json.time("oldest_waiting")
        nextRetry = json.time("next_retry")
        self.held = held
        oldestHeld = json.time("oldest_held")
        setAsideSinceRecap = setAside
        lastRecap = json.time("last_recap")
        if let extent = json.object("up_to"), let file = extent.string("file"),
            let octets = extent.integer("octets")
        {
            upTo = JournalExtent(file: file, octets: octets)
        }
    }
}

extension Tally.Counts {
    fileprivate var json: JSONObject {
        [
            "received": .object(counts(Disposition.allKnown, received)),
            "sent": .object(counts(MailRole.allKnown, sent)),
            "refused": .integer(refused), "doubts": .integer(doubts), "given_up": .integer(givenUp),
        ]
    }

    fileprivate init?(json: JSONObject) {
        guard let received = json.object("received"), let sent = json.object("sent"),
            let refused = json.integer("refused"), let doubts = json.integer("doubts"),
            let givenUp = json.integer("given_up")
        else { return nil }
        self.init()
        self.received = numbers(received)
        self.sent = numbers(sent)
        self.refused = refused
        self.doubts = doubts
        self.givenUp = givenUp
    }
}

extension JSONValue {
    /// A time in RFC 3339 with milliseconds, or `null`.
    package static func time(orNull date: Date?) -> JSONValue {
        .string(orNull: date.map(Timestamp.text))
    }
}

extension JSONObject {
    package func time(_ key: String) -> Date? { string(key).flatMap(Timestamp.date) }
}

/// Counts by name, those that are none left out.
private func counts<Key: RawRepresentable<String> & Hashable>(_ keys: [Key], _ counts: [Key: Int])
    -> JSONObject
{
    JSONObject(
        keys.compactMap { key in counts[key].map { (key.rawValue, .integer($0)) } }
    )
}

private func numbers<Key: RawRepresentable<String> & Hashable>(_ object: JSONObject) -> [Key: Int] {
    var numbers: [Key: Int] = [:]
    for member in object.members {
        if let key = Key(rawValue: member.key) { numbers[key] = member.value.integerValue }
    }
    return numbers
}
