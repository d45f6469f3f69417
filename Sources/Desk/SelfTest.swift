import Foundation
import Mail
import Transport

/// Sends a mail through the real servers and waits for it in the mailbox: the whole way that an
/// answer and its reply take.
package struct SelfTest {
    /// Seconds between two looks at the mailbox, between two lines of progress, and between two looks
    /// at the folders where the mail should not be.
    package enum Rhythm {
        package static let look = 0.5
        package static let progress: TimeInterval = 5
        package static let elsewhere: TimeInterval = 5
    }

    /// Where the mail came and what became of it.
    package struct Passage: Sendable {
        /// From handing it over until the server took it.
        package var acceptedAfter: Duration
        /// From then until it lay in the mailbox.
        package var arrivedAfter: Duration
        package var folder: String
        /// False where the mail was neither in the mailbox that is read nor where a running service
        /// moves what it has filed.
        package var isExpectedFolder: Bool
        package var changes: SelfTestMail.Changes
        package var removal: Removal
    }

    package enum Removal: Hashable, Sendable {
        case removed
        /// Marked `\Deleted`: the server has no UIDPLUS, and a plain EXPUNGE would remove what others
        /// have marked.
        case marked
        /// In the words of the server.
        case failed(String)
    }

    package enum Outcome: Sendable {
        case arrived(Passage)
        /// The server did not take the mail.
        case notAccepted(DeliveryOutcome)
        /// Taken and not seen in the time allowed; `isCut` when a person ended the wait.
        case neverCame(acceptedAfter: Duration, isCut: Bool)
    }

    private let settings: Settings
    private let mail: SelfTestMail
    private let bell: Bell
    private let progress: (_ seconds: Int) -> Void

    /// - Parameters:
    ///   - bell: rung to end the wait; what was sent is removed even then, if it has come.
    ///   - progress: called every few seconds while waiting.
    package init(
        settings: Settings,
        mail: SelfTestMail,
        bell: Bell,
        progress: @escaping (_ seconds: Int) -> Void
    ) {
        self.settings = settings
        self.mail = mail
        self.bell = bell
        self.progress = progress
    }

    package func run(timeout: Int) throws(TransportError) -> Outcome {
        // Connected before anything is sent: what cannot be seen coming back is not sent.
        let session = try IMAPSession(settings.mailbox.connection)
        defer { session.logout() }
        let start = ContinuousClock.now
        let outcome = try send()
        let acceptedAfter = ContinuousClock.now - start
        switch outcome {
        case .accepted, .unknown: break
        case .refused, .tryLater, .notSent: return .notAccepted(outcome)
        }
        do throws(TransportError) {
            let passage = try awaitReturn(session, timeout: timeout, acceptedAfter: acceptedAfter)
            return passage.map { .arrived($0) }
                ?? .neverCame(acceptedAfter: acceptedAfter, isCut: bell.isRung)
        } catch {
            removeTraces()
            throw error
        }
    }

    private func send() throws(TransportError) -> DeliveryOutcome {
        let session = try SMTPSession(settings.delivery)
        defer { session.quit() }
        let address = settings.from.addrSpec
        return session.send(
            OutgoingEnvelope(reversePath: address, forwardPaths: [address], bytes: mail.bytes)
        ).outcome
    }

    // MARK: Waiting

    /// The mailbox that is read, and the folder into which a running service moves.
    private var expectedFolders: [String] {
        guard case .move(let folder) = settings.mailbox.mark else { return [settings.mailbox.name] }
        return [settings.mailbox.name, folder]
    }

    private func awaitReturn(
        _ session: IMAPSession,
        timeout: Int,
        acceptedAfter: Duration
    ) throws(TransportError) -> Passage? {
        let start = ContinuousClock.now
        var nextProgress = Rhythm.progress
        var nextElsewhere = Rhythm.elsewhere
        while true {
            let waited = ContinuousClock.now - start
            let seconds = Double(waited.components.seconds)
            let isLast = bell.isRung || waited >= .seconds(timeout)
            let looksElsewhere = isLast || seconds >= nextElsewhere
            if let found = try find(session, everywhere: looksElsewhere) {
                return Passage(
                    acceptedAfter: acceptedAfter,
                    arrivedAfter: ContinuousClock.now - start,
                    folder: found.folder,
                    isExpectedFolder: expectedFolders.contains(found.folder),
                    changes: mail.changes(in: found.bytes),
                    removal: remove(session, from: found.folder)
                )
            }
            if isLast { return nil }
            if looksElsewhere { nextElsewhere = seconds + Rhythm.elsewhere }
            if seconds >= nextProgress {
                progress(Int(seconds))
                nextProgress = seconds + Rhythm.progress
            }
            bell.wait(seconds: Rhythm.look)
        }
    }

    private func find(_ session: IMAPSession, everywhere: Bool) throws(TransportError) -> (
        folder: String, bytes: [UInt8]
    )? {
        var folders = expectedFolders
        if everywhere { folders += try session.list().filter { !folders.contains($0) } }
        for folder in folders {
            do throws(TransportError) {
                try session.select(folder)
                // A running service may move it between the search and this.
                if let message = try ours(session, "\(subject) UNDELETED").first {
                    return (folder, message.bytes)
                }
            } catch {
                // A folder that may not be opened is none where our mail lies for anybody to see.
                guard session.isUsable, folder != settings.mailbox.name else { throw error }
            }
        }
        return nil
    }

    /// More than our mail can have become on its way.
    private static let octetLimit = 1 << 20

    private var subject: String { "SUBJECT \(mail.secret)" }

    /// Our mail in the selected folder, told from answers to it and forwards of it, which take its
    /// subject over.
    private func ours(
        _ session: IMAPSession,
        _ criteria: String
    ) throws(TransportError) -> [FetchedMessage] {
        try session.fetch(session.uidSearch(criteria), maxBytes: Self.octetLimit)
            .filter { mail.isSame(as: $0.bytes) }
    }

    // MARK: Cleaning up

    /// Looks at each folder before it is taken for granted that nothing is left.
    private static let removalRounds = 10

    /// Removes the mail from where it was found, and from wherever a running service moves it
    /// meanwhile: a move that has begun ends in the other folder only later, so that the folders are
    /// looked at until nothing is found there.
    private func remove(_ session: IMAPSession, from folder: String) -> Removal {
        let folders = [folder] + expectedFolders.filter { $0 != folder }
        do throws(TransportError) {
            for _ in 1...Self.removalRounds {
                guard let removal = try removeOnce(session, from: folders) else { break }
                if removal == .marked || folders.count == 1 { return removal }
                bell.wait(seconds: Rhythm.look)
            }
            return .removed
        } catch {
            return .failed(error.detail)
        }
    }

    /// - Returns: `nil` when the mail lay in none of the folders.
    private func removeOnce(
        _ session: IMAPSession,
        from folders: [String]
    ) throws(TransportError) -> Removal? {
        var removal: Removal?
        for folder in folders {
            do throws(TransportError) {
                try session.select(folder)
            } catch  where session.isUsable {
                continue
            }
            // Marked ones too: what is moved keeps the mark.
            let uids = try ours(session, subject).map(\.location.uid)
            guard !uids.isEmpty else { continue }
            removal = try session.delete(uids) && removal != .marked ? .removed : .marked
        }
        return removal
    }

    /// After the connection was lost in the middle: a last try with a new one.
    private func removeTraces() {
        guard let session = try? IMAPSession(settings.mailbox.connection) else { return }
        defer { session.logout() }
        _ = remove(session, from: settings.mailbox.name)
    }
}
