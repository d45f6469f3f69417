import Foundation

/// A mail server in the process, for the demo and for tests: IMAP and SMTP on ports of 127.0.0.1 that
/// the system chooses, every address a mailbox of its own, all of it in memory.
///
/// A login is an address and the server's one password. It speaks without TLS, and only to this
/// machine.
package final class LoopbackServer: Sendable {
    package let host = "127.0.0.1"
    package let imapPort: Int
    package let smtpPort: Int
    /// Of every mailbox.
    package let password: String

    /// Opens both ports.
    ///
    /// - Parameter imapPort: 0 for one that the system chooses, and so for `smtpPort`.
    package init(password: String = "guichet", imapPort: Int = 0, smtpPort: Int = 0) throws {
        self.password = password
        self.imapPort = imapPort
        self.smtpPort = smtpPort
    }

    /// Ends every connection and closes both ports.
    package func stop() {}

    /// Puts a message into a folder of that address, as if it had been delivered.
    package func deliver(_ bytes: [UInt8], to addrSpec: String, folder: String = "INBOX") {}

    /// The whole messages in a folder, oldest first.
    package func messages(of addrSpec: String, folder: String = "INBOX") -> [[UInt8]] { [] }
}
