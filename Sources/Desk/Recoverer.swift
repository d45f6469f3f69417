import Casework
import Filing
import Foundation
import Mail
import Synchronization
import Transport

/// Where messages lie that were set aside.
package protocol SetAsideSource: Sendable {
    /// The message as it was filed; `nil` when it is no longer there.
    func fetch(_ message: SetAsideMessage) throws(TransportError) -> Arrival?
}

/// Carries out what was ordered about messages set aside: fetches them and files them as persons'.
///
/// What is to be done stands in the journal, so that what was cut off is done at the next start, and
/// nothing twice.
package final class Recoverer: Sendable {
    /// Seconds before a mailbox that was away is asked again.
    private static let pause: TimeInterval = 60

    private let office: Office
    private let source: any SetAsideSource
    private let clock: any Clock
    private let log: Log
    private let notBefore = Mutex<Date?>(nil)

    package init(office: Office, source: any SetAsideSource, clock: any Clock, log: Log) {
        self.office = office
        self.source = source
        self.clock = clock
        self.log = log
    }

    /// Does what waits; a mailbox that is away is tried again later.
    package func doPending() throws {
        let now = clock.now
        let isResting = notBefore.withLock { notBefore in
            // A time far off was set by a clock that has gone back since.
            notBefore.map { $0 > now && $0.timeIntervalSince(now) <= Self.pause } ?? false
        }
        guard !isResting else { return }
        do {
            while let request = try office.ask({ $0.recaps.pendingRecoveries.first }) {
                try carryOut(request)
            }
        } catch let error as TransportError {
            notBefore.withLock { $0 = now.addingTimeInterval(Self.pause) }
            log.warning("recovery.waits", ["detail": error.description])
        }
    }

    /// Takes a message back for a person at this machine.
    ///
    /// - Parameter name: a number of the last recap, or a Message-ID.
    package func takeBack(_ name: String, by person: String) throws -> Requests.Answer {
        let sha256: String
        switch try office.ask({ $0.recaps.identity(named: name) }) {
        case .success(let found): sha256 = found
        case .failure(let problem): return Requests.Answer(isDone: false, sentence: "\(problem)")
        }
        try office.update(at: clock.now) { store, _ in
            guard store.register.recoveryResult(of: sha256) == .asked else { return [] }
            let request = RecoveryRequest(
                sha256: sha256,
                messageID: store.register.recaps.recoverable(sha256)?.messageID,
                by: person,
                order: nil
            )
            return [.recoveryAsked(request)]
        }
        let pending = try office.ask { register in
            register.recaps.pendingRecoveries.first { $0.sha256 == sha256 }
        }
        do {
            if let pending { try carryOut(pending) }
        } catch let error as TransportError {
            return Requests.Answer(
                isDone: false,
                sentence: "\(name): noted, and done as soon as the mailbox can be read: \(error)"
            )
        }
        return try answer(about: name, sha256, isNews: pending != nil)
    }

    private func answer(about name: String, _ sha256: String, isNews: Bool) throws
        -> Requests.Answer
    {
        let (outcome, failure, caseNumber) = try office.ask { register in
            (
                register.recaps.recovery(of: sha256), register.recaps.failure(of: sha256),
                register.caseOfMessage(sha256: sha256)
            )
        }
        if let outcome {
            let number = outcome.caseNumber
            return Requests.Answer(
                isDone: true,
                sentence: isNews
                    ? "\(name): taken back into case \(number), where its answer waits for staff"
                    : "\(name): \(outcome.recovery.request.by) took it back at "
                        + "\(Timestamp.seconds(outcome.at)), case \(number)"
            )
        }
        if let failure {
            return Requests.Answer(isDone: false, sentence: "\(name): \(failure)")
        }
        let place = caseNumber.map { ", case \($0)" } ?? ""
        return Requests.Answer(isDone: true, sentence: "\(name): it was filed all the same\(place)")
    }

    private func carryOut(_ request: RecoveryRequest) throws {
        let known = try office.ask { $0.recaps.recoverable(request.sha256) }
        let arrival = try known.flatMap { try source.fetch($0) }
        let now = clock.now
        try office.update(at: now) { store, clerk in
            let register = store.register
            guard register.recaps.isPending(request.sha256) else { return [] }
            guard let arrival else {
                let reason = "le message n'est plus dans la boîte"
                return clerk.fail(request, reason, register: register, at: now)
            }
            return clerk.takeBack(request, arrival, register: register, at: now)
        }
        log.info("recovery.done", ["found": arrival != nil])
    }
}

/// Why no message is known by that name.
package struct UnknownMessage: Error, CustomStringConvertible {
    package var description: String
}

extension Recaps {
    /// The identity of a message by its number in the last recap, or by its Message-ID.
    package func identity(named name: String) -> Result<String, UnknownMessage> {
        func unknown(_ text: String) -> Result<String, UnknownMessage> {
            .failure(UnknownMessage(description: "\(name): \(text)"))
        }
        if let number = Int(name) {
            guard let lastDay else { return unknown("no recap was made yet") }
            guard let sha256 = message(number: number, of: lastDay) else {
                return unknown("the recap of \(lastDay) numbers \(count(of: lastDay)) messages")
            }
            return .success(sha256)
        }
        let id =
            name.hasPrefix("<") && name.hasSuffix(">") ? name.dropFirst().dropLast() : name[...]
        let found = recoverable(messageID: String(id))
        guard let first = found.first else {
            return unknown("no message set aside in the last \(Self.daysKept) days has this name")
        }
        guard found.count == 1 else {
            let count = found.count
            return unknown("\(count) messages have this Message-ID; give a number of the recap")
        }
        return .success(first.sha256)
    }
}

/// The mailbox as the place where set-aside mail still lies, over a connection of its own.
package struct SetAsideArchive: SetAsideSource {
    /// Messages with one Message-ID, or of one writer, that are looked at.
    private static let candidates = 50

    private let settings: Settings.Mailbox
    private let wake: Wake?

    package init(settings: Settings.Mailbox, wake: Wake? = nil) {
        self.settings = settings
        self.wake = wake
    }

    package func fetch(_ message: SetAsideMessage) throws(TransportError) -> Arrival? {
        guard !message.positions.isEmpty else { return nil }
        let session = try IMAPSession(settings.connection, wake: wake)
        defer { session.logout() }
        let mailbox = try session.select(settings.name)
        // UIDs under another UIDVALIDITY are void (RFC 9051 §2.3.1.1).
        let valid = message.positions.filter { position in
            position.mailbox == settings.name
                && position.uidValidity == mailbox.uidValidity.rawValue
        }
        let uids = valid.map { UID(rawValue: $0.uid) }
        if let found = try first(of: uids, session, message) { return found }
        if let found = try search(session, message) { return found }
        guard case .move(let folder) = settings.mark, folder != settings.name else { return nil }
        do throws(TransportError) {
            _ = try session.select(folder)
        } catch  where error.kind == .mailboxMissing && session.isUsable {
            return nil
        }
        return try search(session, message)
    }

    private func search(_ session: IMAPSession, _ message: SetAsideMessage) throws(TransportError)
        -> Arrival?
    {
        guard let criteria = Self.criteria(message) else { return nil }
        let newest = try session.uidSearch(criteria).suffix(Self.candidates)
        return try first(of: newest.reversed(), session, message)
    }

    /// By Message-ID; where there is none, by the writer. `nil` where neither can be asked for.
    static func criteria(_ message: SetAsideMessage) -> String? {
        if let id = message.messageID, let quoted = quoted(id) {
            return "HEADER Message-ID \(quoted)"
        }
        return message.from.flatMap(quoted).map { "FROM \($0)" }
    }

    /// A quoted string (RFC 9051 §9); `nil` for what only a literal could carry.
    private static func quoted(_ text: String) -> String? {
        guard !text.isEmpty, text.utf8.count <= 1_000,
            text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
        else { return nil }
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped)\""
    }

    /// The first that is the message itself, by its identity.
    private func first(of uids: [UID], _ session: IMAPSession, _ message: SetAsideMessage)
        throws(TransportError) -> Arrival?
    {
        // One at a time: a message may be large, and the first is nearly always the one.
        for uid in uids {
            let fetched = try session.fetch(
                [uid],
                maxBytes: MailboxReader.Limits.messageBytes,
                refused: { _, _ in }
            )
            for found in fetched
            where Message(parsing: found.bytes).sha256 == message.sha256 {
                return Arrival(
                    position: MailboxPosition(
                        mailbox: found.location.mailbox,
                        uidValidity: found.location.uidValidity.rawValue,
                        uid: found.location.uid.rawValue
                    ),
                    internalDate: found.internalDate,
                    flags: found.flags,
                    bytes: found.bytes,
                    size: found.size
                )
            }
        }
        return nil
    }
}
