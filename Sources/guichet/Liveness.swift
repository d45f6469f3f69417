import Desk

/// Whether the loops of the service still turn, judged by when each was last heard of.
///
/// Times are seconds of one clock that is never set.
struct Liveness: Equatable {
    typealias Loop = ServiceNews.Loop

    /// Seconds a loop may be late when it said how long it waits: ending an IDLE, a server may be
    /// silent for two minutes before the connection is given up.
    static let patience = 180.0

    /// Seconds a loop may work without a word. The reader fetches at most 16 MB or one message of 64 MB
    /// at once, which takes half an hour at 40 kB a second. The sender hands over ten mails, for each
    /// of which a server may take ten minutes after the final dot (RFC 5321 §4.5.3.2.6).
    static func workLimit(of loop: Loop) -> Double {
        switch loop {
        case .reader: 1_800
        case .sender: 7_200
        }
    }

    /// By when each loop must be heard of again.
    private var deadlines: [Loop: Double] = [:]

    /// Both loops are taken to begin their work.
    init(now: Double) {
        for loop in [Loop.reader, .sender] { deadlines[loop] = now + Self.workLimit(of: loop) }
    }

    /// Takes in a sign of life.
    mutating func note(_ news: ServiceNews, at now: Double) {
        switch news {
        case .waits(let loop, let seconds): deadlines[loop] = now + seconds + Self.patience
        case .works(let loop): deadlines[loop] = now + Self.workLimit(of: loop)
        case .filed, .reconciled, .scanned, .mailboxOpened, .ended:
            deadlines[.reader] = now + Self.workLimit(of: .reader)
        case .settled: deadlines[.sender] = now + Self.workLimit(of: .sender)
        case .mailboxFailed, .deliveryOpened, .deliveryFailed, .journalFailed, .rulesReloaded,
            .rulesRefused:
            break
        }
    }

    /// The loops that should have been heard of by now; none of a service that is alive.
    func overdue(at now: Double) -> [Loop] {
        [.reader, .sender].filter { now > deadlines[$0] ?? .infinity }
    }
}
