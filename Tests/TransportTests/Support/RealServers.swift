import Foundation
import ServerSupport
import Testing

@testable import Transport

extension MailServers {
    /// How to reach one of them as a user that need not exist before.
    func settings(_ scheme: Endpoint.Scheme, user: String) -> ConnectionSettings {
        let port =
            switch scheme {
            case .imap: imapPort
            case .imaps: imapsPort
            case .smtp: submissionPort
            case .smtps: smtpsPort
            }
        return ConnectionSettings(
            endpoint: Endpoint(scheme: scheme, host: "localhost", port: port),
            user: user,
            password: Self.password,
            caFile: authority,
            connectTimeout: .seconds(20),
            responseTimeout: .seconds(20),
            acceptanceTimeout: .seconds(20)
        )
    }

    /// Logged in, with INBOX selected.
    func inbox(of user: String, wake: Wake? = nil) throws -> IMAPSession {
        let session = try IMAPSession(settings(.imaps, user: user), wake: wake)
        try session.select("INBOX")
        return session
    }

    /// Waits until a mailbox holds so many messages.
    func waitFor(_ count: Int, in session: IMAPSession) throws -> [UID] {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let uids = try session.uidSearch("ALL")
            if uids.count >= count || ContinuousClock.now > deadline { return uids }
            usleep(20_000)
        }
    }
}

/// One mistake in a configuration, and the error that must name it.
struct WrongSetting: Sendable, CustomTestStringConvertible {
    typealias Change = @Sendable (inout ConnectionSettings, MailServers) -> Void

    let testDescription: String
    let kind: TransportError.Kind
    let isTransient: Bool
    /// Words of the advice.
    let advice: String
    private let change: Change

    init(
        _ testDescription: String,
        _ kind: TransportError.Kind,
        isTransient: Bool = false,
        advice: String,
        change: @escaping Change
    ) {
        self.testDescription = testDescription
        self.kind = kind
        self.isTransient = isTransient
        self.advice = advice
        self.change = change
    }

    /// Right settings with this mistake in them.
    func applied(to settings: ConnectionSettings, of servers: MailServers) -> ConnectionSettings {
        var settings = settings
        change(&settings, servers)
        return settings
    }

    /// Whether the error is what it should be.
    func explains(_ error: TransportError?) -> Bool {
        error?.kind == kind && error?.isTransient == isTransient
            && error?.advice.contains(advice) == true
            && error?.description.contains(MailServers.password) == false
    }
}
