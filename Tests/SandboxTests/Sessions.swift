import Foundation
import Sandbox
import Transport

/// The mailbox that most tests work.
let ann = "ann@example.test"

extension LoopbackServer {
    func settings(
        _ scheme: Endpoint.Scheme,
        user: String = ann,
        patience: Duration = .seconds(60)
    ) -> ConnectionSettings {
        ConnectionSettings(
            endpoint: Endpoint(
                scheme: scheme,
                host: host,
                port: scheme == .imap ? imapPort : smtpPort
            ),
            user: user,
            password: password,
            connectTimeout: patience,
            responseTimeout: patience
        )
    }

    /// Logged in, and INBOX selected.
    func imapSession(_ user: String = ann, patience: Duration = .seconds(60)) throws
        -> IMAPSession
    {
        let session = try IMAPSession(settings(.imap, user: user, patience: patience))
        try session.select("INBOX")
        return session
    }

    func smtpSession(patience: Duration = .seconds(60)) throws -> SMTPSession {
        try SMTPSession(settings(.smtp, patience: patience))
    }
}

/// A small mail as it goes over the wire.
func letter(_ subject: String, text: String = "Bonjour") -> [UInt8] {
    let head = "From: Bob <bob@example.test>\r\nTo: Ann <\(ann)>\r\nSubject: \(subject)\r\n"
    let name = subject.filter { $0.isASCII && $0.isLetter }
    return Array("\(head)Message-ID: <\(name)@example.test>\r\n\r\n\(text)\r\n".utf8)
}

func mail(_ subject: String, to recipients: [String] = [ann]) -> OutgoingEnvelope {
    OutgoingEnvelope(
        reversePath: "bob@example.test",
        forwardPaths: recipients,
        bytes: letter(subject)
    )
}
