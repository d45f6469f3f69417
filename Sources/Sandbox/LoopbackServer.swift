import Foundation

/// A mail server in the process, for the demo and for tests: IMAP and SMTP on ports of 127.0.0.1 that
/// the system chooses, every address a mailbox of its own, all of it in memory.
///
/// A login is a whole address and the server's one password. It speaks without TLS, and only to this
/// machine, until `stop()`. What shall go wrong is said by `faults`.
package final class LoopbackServer: Sendable {
    /// The only address that it listens on.
    package let host = "127.0.0.1"
    /// The port in use, also where 0 was asked for; and so `smtpPort`.
    package let imapPort: Int
    /// See `imapPort`.
    package let smtpPort: Int
    /// Of every mailbox.
    package let password: String

    private let store: MailStore
    private let desk = FaultDesk()
    private let imap: Listener
    private let smtp: Listener

    /// Opens both ports.
    ///
    /// - Parameter imapPort: 0 for one that the system chooses, and so for `smtpPort`.
    /// - Parameter now: the time that messages are received at.
    package init(
        password: String = "guichet",
        imapPort: Int = 0,
        smtpPort: Int = 0,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        let store = MailStore(now: now)
        let desk = desk
        imap = try Listener(port: imapPort) { socket in
            IMAPServerSession(socket: socket, store: store, desk: desk, password: password).serve()
        }
        do {
            smtp = try Listener(port: smtpPort) { socket in
                SMTPServerSession(socket: socket, store: store, desk: desk, password: password)
                    .serve()
            }
        } catch {
            imap.stop()
            throw error
        }
        self.store = store
        self.password = password
        self.imapPort = imap.port
        self.smtpPort = smtp.port
    }

    /// Ends every connection and closes both ports; returns when no thread of the server is left.
    package func stop() {
        imap.stop()
        smtp.stop()
    }
}

// MARK: - Mailboxes

extension LoopbackServer {
    /// The addresses that have a mailbox, in lower case.
    package var addresses: [String] { store.addresses }

    /// Puts a message into a folder of that address, as if it had been delivered.
    ///
    /// - Parameter folder: is made if need be.
    /// - Parameter internalDate: `nil` for now.
    package func deliver(
        _ bytes: [UInt8],
        to addrSpec: String,
        folder: String = "INBOX",
        flags: Set<String> = [],
        internalDate: Date? = nil
    ) {
        store.deliver(
            bytes,
            to: addrSpec,
            folder: WireName.encode(folder),
            flags: flags,
            internalDate: internalDate
        )
    }

    /// The whole messages in a folder, oldest first.
    package func messages(of addrSpec: String, folder: String = "INBOX") -> [[UInt8]] {
        contents(of: addrSpec, folder: folder).map(\.bytes)
    }

    /// The messages in a folder with their UIDs and flags, oldest first.
    package func contents(of addrSpec: String, folder: String = "INBOX") -> [StoredMessage] {
        store.look(at: addrSpec) { $0.folders[WireName.encode(folder)]?.messages ?? [] }
    }

    /// Gives the messages of a folder new UIDs under a new UIDVALIDITY; sessions that have it selected
    /// end with BYE.
    package func renumber(_ folder: String = "INBOX", of addrSpec: String) {
        store.change(addrSpec) { account, state in
            account.folders[WireName.encode(folder)]?.renumber(uidValidity: state.newValidity())
        }
    }
}

// MARK: - Faults

extension LoopbackServer {
    /// What goes wrong from now on; the limited ones count down here as they happen.
    package var faults: Faults {
        get { desk.faults }
        set { desk.faults = newValue }
    }

    /// The faults that have happened, oldest first.
    package var faultsHappened: [Fault] { desk.happened }
}
