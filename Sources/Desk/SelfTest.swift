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
                let uids = try session.uidSearch(criteria)
                // A running service may move it between the search and this.
                let message = try session.fetch(uids, maxBytes: Self.octetLimit)
                    .first { mail.isSame(as: $0.bytes) }
                if let message {
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

    /// Of a subject that whoever answers or forwards our mail takes over: what is found is looked at.
    private var criteria: String { "SUBJECT \(mail.secret) UNDELETED" }

    // MARK: Cleaning up

    /// Removes the mail from where it was found, and from wherever a running service has moved it
    /// meanwhile.
    private func remove(_ session: IMAPSession, from folder: String) -> Removal {
        var removal = Removal.removed
        do throws(TransportError) {
            for folder in [folder] + expectedFolders.filter({ $0 != folder }) {
                do throws(TransportError) {
                    try session.select(folder)
                } catch  where session.isUsable {
                    continue
                }
                let found = try session.uidSearch(criteria)
                let uids = try session.fetch(found, maxBytes: Self.octetLimit)
                    .filter { mail.isSame(as: $0.bytes) }.map(\.location.uid)
                guard !uids.isEmpty else { continue }
                if try !session.delete(uids) { removal = .marked }
            }
            return removal
        } catch {
            return .failed(error.detail)
        }
    }

    /// After the connection was lost in the middle: a last try with a new one.
    private func removeTraces() {
        guard let session = try? IMAPSession(settings.mailbox.connection) else { return }
        defer { session.logout() }
        _ = remove(session, from: settings.mailbox.name)
    }
}
