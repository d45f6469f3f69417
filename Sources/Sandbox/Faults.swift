/// What goes wrong on a `LoopbackServer`, and what it does not offer: a value, to be set at any time.
package struct Faults: Hashable, Sendable {
    /// Those that apply at a place happen in this order, up to one that decides the answer.
    package var faults: [Fault] = []
    /// IMAP capabilities and SMTP extensions, in upper case, that are neither announced nor served.
    package var missingCapabilities: Set<String> = []
    /// Whether flags beyond those of RFC 3501 are kept; if not, PERMANENTFLAGS has no `\*`.
    package var keepsKeywords = true
    /// UIDs, in whatever mailbox, whose content FETCH refuses to give.
    package var unfetchable: Set<UInt32> = []
    /// UIDs over whose content the connection ends, as Dovecot ends it over a file it cannot read.
    package var fatal: Set<UInt32> = []

    package init(
        _ faults: [Fault] = [],
        missingCapabilities: Set<String> = [],
        keepsKeywords: Bool = true,
        unfetchable: Set<UInt32> = [],
        fatal: Set<UInt32> = []
    ) {
        self.faults = faults
        self.missingCapabilities = missingCapabilities
        self.keepsKeywords = keepsKeywords
        self.unfetchable = unfetchable
        self.fatal = fatal
    }

    /// A server that refuses every login, as after a change of the password.
    package static let refusedLogin = Faults([
        Fault(at: .imap("LOGIN"), .answer("NO [AUTHENTICATIONFAILED] refused by a fault")),
        Fault(at: .imap("AUTHENTICATE"), .answer("NO [AUTHENTICATIONFAILED] refused by a fault")),
        Fault(at: .smtp(.authentication), .answer("535 5.7.8 refused by a fault")),
    ])
}

/// One thing that goes wrong at one place, always or a number of times.
package struct Fault: Hashable, Sendable {
    /// Where it happens.
    package var place: Place
    /// What happens there.
    package var effect: Effect
    /// How often it will still happen; `nil` for always.
    package var timesLeft: Int?

    package init(at place: Place, _ effect: Effect, times: Int? = nil) {
        self.place = place
        self.effect = effect
        timesLeft = times
    }

    /// Where in a conversation.
    package enum Place: Hashable, Sendable {
        /// A connection as a whole, from its first byte: for `delay`, `drip` and `close(afterBytes:)`.
        case imapConnection
        case smtpConnection
        case imapGreeting
        /// An IMAP command by its name, as in `FETCH` or `UID FETCH`, and `*` for any: instead of it.
        case imap(String)
        /// The same, when the command has been carried out: instead of the answer to it.
        case imapAnswer(String)
        case smtp(Step)
    }

    /// The steps of a mail transaction (RFC 5321 §3), where the reply is given.
    package enum Step: Hashable, Sendable {
        case greeting
        /// EHLO and HELO.
        case hello
        case authentication
        case mail
        /// RCPT for one addr-spec, without regard to case, or for all.
        case recipient(String?)
        case data
        /// After the final dot, and the mail is not taken.
        case finalDot
        /// After the final dot, when the mail has been taken.
        case acceptance
        case reset
        case quit
    }

    /// What a client sees go wrong.
    package enum Effect: Hashable, Sendable {
        /// What stands after the tag (IMAP), or the whole reply (SMTP, 421 then closes).
        case answer(String)
        /// `* BYE` with these words, and the end of the connection; in SMTP a 421.
        case bye(String)
        /// Bytes as they are, instead of an answer.
        case raw([UInt8])
        /// Before the answer, which is then given.
        case delay(Duration)
        /// The answer in pieces of so many bytes with a pause after each.
        case drip(bytes: Int, pause: Duration)
        /// Nothing more is said on this connection; it stays open.
        case silence
        /// The connection ends when that many more bytes have been sent.
        case close(afterBytes: Int)
        /// An IDLE that is entered and announces nothing.
        case deafness

        /// The connection ends at once.
        package static let close = Effect.close(afterBytes: 0)
        /// Bytes that no mail protocol knows.
        package static let garbage = Effect.raw(Array("\u{1}%% HTTP/1.1 400 ((( {\r\n".utf8))
    }
}
