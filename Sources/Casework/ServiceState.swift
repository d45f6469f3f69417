import Foundation

/// A part of the service that can fail while the others work.
package enum ServicePart: String, Hashable, Sendable, CaseIterable {
    /// Reading the mailbox.
    case mailbox
    /// Handing mail over.
    case delivery
    /// Writing the journal.
    case journal
    /// Taking new rules, letters and tables.
    case rules
    /// Messages below the watermark that the journal does not know.
    case gaps
    /// Messages that the server lists and says it cannot give.
    case withheld
}

/// Why a part fails, as far as a program can tell.
package enum ServiceFault: String, Hashable, Sendable, CaseIterable {
    case credentialsRefused = "credentials-refused"
    case certificateUntrusted = "certificate-untrusted"
    case tlsUnavailable = "tls-unavailable"
    case unreachable
    case timedOut = "timed-out"
    case closed
    case protocolViolation = "protocol-violation"
    case mailboxMissing = "mailbox-missing"
    case refusedByServer = "refused-by-server"
    case notWritable = "not-writable"
    case notUsable = "not-usable"
    case messagesMissed = "messages-missed"
}

/// How a part of the service does, as the administrator was told.
package struct ServiceState: Hashable, Sendable {
    package var part: ServicePart
    package var isFailing: Bool
    package var fault: ServiceFault
    /// In the words of the server, the system or the rule reader.
    package var detail: String
    /// When it began to fail.
    package var since: Date
    /// The mails that tell it.
    package var mailIDs: [String]

    package init(
        part: ServicePart,
        isFailing: Bool,
        fault: ServiceFault,
        detail: String,
        since: Date,
        mailIDs: [String] = []
    ) {
        self.part = part
        self.isFailing = isFailing
        self.fault = fault
        self.detail = detail
        self.since = since
        self.mailIDs = mailIDs
    }
}

/// A change of state that the administrator is to be told, with what helps to judge it.
package struct ServiceNotice: Hashable, Sendable {
    package var state: ServiceState
    /// When the part works again: since when; else `nil`.
    package var endedAt: Date?
    /// When the service tries again at the latest; `nil` where no time is set.
    package var nextTry: Date?
    /// Whether the service ends, so that nothing is tried until somebody starts it again.
    package var endsService: Bool
    /// Messages or mails that wait, or have waited.
    package var waiting: Int

    /// Whether it was over when it was seen: nothing was told before.
    package var isOverAtOnce: Bool { !state.isFailing && endedAt == state.since }

    package init(
        state: ServiceState,
        endedAt: Date? = nil,
        nextTry: Date? = nil,
        endsService: Bool = false,
        waiting: Int = 0
    ) {
        self.state = state
        self.endedAt = endedAt
        self.nextTry = nextTry
        self.endsService = endsService
        self.waiting = waiting
    }
}

/// What the administrator has been told, made of the journal's events alone: a restart tells nothing
/// a second time.
package struct Alarms: Hashable, Sendable {
    package private(set) var failing: [ServicePart: ServiceState] = [:]
    package private(set) var recoveredAt: [ServicePart: Date] = [:]
    /// How many changes of state were told, for the names of their mails.
    package private(set) var count = 0

    package init() {}

    package mutating func apply(_ event: Event, at time: Date) {
        guard case .serviceState(let state) = event else { return }
        count += 1
        if state.isFailing {
            failing[state.part] = state
        } else {
            failing[state.part] = nil
            recoveredAt[state.part] = time
        }
    }
}
