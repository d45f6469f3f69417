import Foundation
import Glibc

/// A private Dovecot and a private Postfix that delivers into it, on free ports of 127.0.0.1.
///
/// Any address is accepted and has a mailbox named by its local part; the password is `secret`.
/// `mail550@example.test`, `mail451`, `rcpt550`, `rcpt450`, `eod550` and `eod451` are refused where
/// their names say. `agent` may open any mailbox with its own password (RFC 4616), but that of `fermee`
/// nobody. They run until `stop()`, the end of the object, or that of the process.
package final class MailServers: Sendable {
    package static let password = "secret"

    /// Whether the servers are installed and may be started; else say so in the name of the skip.
    package static let areInstalled: Bool =
        geteuid() == 0
        && ["/usr/sbin/dovecot", "/usr/sbin/postfix", "/usr/bin/openssl"]
            .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
        && FileManager.default.fileExists(atPath: "/usr/lib/dovecot/lmtp")

    /// One pair for all tests of a process that need nothing special of it.
    package static let shared = Result { try MailServers() }

    /// Trust in this file makes the servers' certificate good.
    package var authority: String { certificates.authority }
    /// Trust in this one does not.
    package var strangeAuthority: String { certificates.stranger }
    package var imapPort: Int { ports.imap }
    package var imapsPort: Int { ports.imaps }
    /// Takes mail from this machine without a login.
    package var smtpPort: Int { ports.smtp }
    /// STARTTLS and a login.
    package var submissionPort: Int { ports.submission }
    package var smtpsPort: Int { ports.smtps }
    /// Where everything lies, with the logs `dovecot.log` and `log/mail.log`.
    package let folder: URL

    private let certificates: Certificates
    private let ports: Ports
    private let supervisor: Supervisor

    package init() throws {
        let number = UInt32.random(in: 0...UInt32.max)
        folder = URL(filePath: "/tmp/guichet-servers-\(getpid())-\(number)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificates = try Certificates(in: folder.appending(path: "pki"))
        ports = try Ports.free()
        try Self.furnish(folder, ports: ports)
        supervisor = try Supervisor(folder: folder)
        do {
            try ports.awaitAll()
        } catch {
            let text = "\(error)\n\(logs)"
            stop()
            throw ServerFailure(text)
        }
    }

    deinit { stop() }

    /// Ends both servers and removes their folder.
    package func stop() { supervisor.stop() }

    /// Lets a user log in no more, or again; connections that are open stay so.
    package func refuseLogin(of user: String, _ isRefused: Bool) throws {
        let file = folder.appending(path: "denied")
        let line = "\(user):{PLAIN}\(Self.password)\n"
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacingOccurrences(of: line, with: "")
        // Dovecot reads the file again when its size has changed.
        try (isRefused ? text + line : text).write(to: file, atomically: true, encoding: .utf8)
    }

    /// Ends all IMAP sessions of a user.
    package func disconnect(_ user: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/doveadm")
        process.arguments = ["-c", folder.appending(path: "dovecot.conf").path, "kick", user]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try withoutBlockedSignals { try process.run() }
        process.waitUntilExit()
    }

    /// The ends of the logs, for a failed test.
    package var logs: String {
        ["dovecot.log", "log/mail.log", "log/start.log"].map { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let lines = (text ?? "").split(separator: "\n").suffix(30)
            return "--- \(name)\n\(lines.joined(separator: "\n"))"
        }.joined(separator: "\n")
    }

    /// Writes the configurations; other users' processes must be able to pass through.
    private static func furnish(_ folder: URL, ports: Ports) throws {
        let run = folder.path
        for name in ["run", "state", "mail", "etc", "queue", "data", "log"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name),
                withIntermediateDirectories: true
            )
        }
        for name in ["", "run", "state", "mail", "etc", "queue", "data", "log", "pki"] {
            chmod(folder.appending(path: name).path, 0o755)
        }
        try own(folder.appending(path: "mail").path, user: "mail")
        try own(folder.appending(path: "data").path, user: "postfix")
        let files = [
            "dovecot.conf": dovecotConfiguration(run: run, ports: ports, user: "mail"),
            "masters": "agent:{PLAIN}\(password)\n",
            "denied": "fermee:{PLAIN}\(password)\n",
            "etc/main.cf": postfixMain(run: run, ports: ports),
            "etc/master.cf": postfixServices(ports: ports),
        ]
        for (name, text) in files {
            let file = folder.appending(path: name)
            try text.write(to: file, atomically: false, encoding: .utf8)
        }
    }

    private static func own(_ path: String, user: String) throws {
        guard let entry = getpwnam(user),
            chown(path, entry.pointee.pw_uid, entry.pointee.pw_gid) == 0
        else { throw ServerFailure("\(path) cannot be given to \(user)") }
    }
}
