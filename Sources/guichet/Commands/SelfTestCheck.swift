import Desk
import Foundation
import Synchronization
import Transport

/// The part of `check` that sends a mail to itself.
enum SelfTestCheck {
    static let defaultSeconds = 120

    /// `nil` when no self-test is asked for.
    static func seconds(_ arguments: Arguments, _ syntax: CommandSyntax) throws -> Int? {
        let isAsked = arguments.flags.contains("self-test")
        if isAsked, arguments.flags.contains("offline") {
            throw Arguments.failure("--self-test and --offline exclude each other", syntax)
        }
        guard let text = arguments.values["timeout"] else { return isAsked ? defaultSeconds : nil }
        guard isAsked else {
            throw Arguments.failure("--timeout goes with --self-test", syntax)
        }
        guard let seconds = Int(text), 1...3_600 ~= seconds else {
            throw Arguments.failure("--timeout must be seconds, from 1 to 3600", syntax)
        }
        return seconds
    }

    /// Rings the bell at SIGINT and SIGTERM once something was sent; before that, they end the process.
    ///
    /// Called before anything that may start threads, as running `password_command` does.
    static func watchSignals() -> Interruption {
        let interruption = Interruption()
        SignalWatch().start(
            onStop: { _ in
                if interruption.isSending { return interruption.bell.ring() }
                exit(ExitCode.tryAgain.rawValue)
            },
            onReload: {}
        )
        return interruption
    }

    /// Ends the wait when a person does not want to wait any longer, so that what was sent is removed.
    final class Interruption: Sendable {
        let bell = Bell()
        private let sending = Mutex(false)

        var isSending: Bool { sending.withLock { $0 } }

        func begin() { sending.withLock { $0 = true } }
    }

    static func run(
        _ settings: Settings,
        seconds: Int,
        _ interruption: Interruption,
        _ report: inout CheckReport
    ) {
        var generator = SystemRandomNumberGenerator()
        let mail = SelfTestMail(from: settings.from, now: Date()) { generator.next() }
        guard let mail else {
            report.bad("self-test", "`from` is no address to send to", .badConfiguration)
            return
        }
        let test = SelfTest(settings: settings, mail: mail, bell: interruption.bell) { waited in
            Output.error("self-test: \(waited) s of at most \(seconds), the mail is not back yet")
        }
        interruption.begin()
        Output.error("self-test: sending a mail from the service to itself")
        do throws(TransportError) {
            switch try test.run(timeout: seconds) {
            case .arrived(let passage): describe(passage, settings, &report)
            case .notAccepted(let outcome): describe(outcome, &report)
            case .neverCame(let accepted, let isCut):
                report.good("self-test", "accepted by the server after \(text(accepted))")
                report.bad(
                    "self-test",
                    neverCame(settings, seconds: seconds, isCut: isCut) + leftover(mail),
                    .tryAgain
                )
            }
        } catch {
            report.bad("self-test", "\(error)" + leftover(mail), error.exitCode)
        }
    }

    private static func describe(
        _ passage: SelfTest.Passage,
        _ settings: Settings,
        _ report: inout CheckReport
    ) {
        report.good("self-test", "accepted by the server after \(text(passage.acceptedAfter))")
        let place = "in \(passage.folder) after \(text(passage.arrivedAfter)) more"
        if passage.isExpectedFolder {
            report.good("self-test", "arrived \(place)")
        } else {
            report.bad(
                "self-test",
                "arrived \(place), and not in \(settings.mailbox.name), which the service reads: a"
                    + " filter or a rule of the mailbox moves it; allow mail from the service's own"
                    + " address, or correct the folder in url",
                .unavailable
            )
        }
        for change in passage.changes.harmless {
            report.notice("self-test", "on its way, \(change)")
        }
        for change in passage.changes.harmful { report.bad("self-test", change, .badInput) }
        if passage.changes.harmful.isEmpty {
            report.good("self-test", "the text is intact: sha256 \(passage.changes.digest)")
        }
        switch passage.removal {
        case .removed: report.good("self-test", "removed from the mailbox again")
        case .marked:
            report.notice(
                "self-test",
                "marked as deleted and still there: the server has no UIDPLUS, and removing it"
                    + " otherwise would remove what others have marked"
            )
        case .failed(let words):
            report.notice("self-test", "could not be removed, delete it by hand: \(words)")
        }
    }

    private static func describe(_ outcome: DeliveryOutcome, _ report: inout CheckReport) {
        switch outcome {
        case .refused(let reply):
            report.bad(
                "self-test",
                "the server for sending refuses mail from the service to itself: \(reply); check"
                    + " `from` of [delivery], and ask the server's administrator",
                .unavailable
            )
        case .tryLater(let reply):
            report.bad(
                "self-test",
                "the server for sending asks to try again later: \(reply); this may be a greylist",
                .tryAgain
            )
        case .notSent(let error), .unknown(let error):
            report.bad("self-test", "\(error)", error.exitCode)
        case .accepted: break
        }
    }

    private static func neverCame(_ settings: Settings, seconds: Int, isCut: Bool) -> String {
        let user = settings.mailbox.connection.actAs ?? settings.mailbox.connection.user ?? ""
        let start = isCut ? "stopped before the mail came back" : "not back after \(seconds) s"
        return "\(start), in no folder of this mailbox; likely causes: \(settings.from.addrSpec) is"
            + " not delivered into the mailbox of \(user); a filter or quarantine holds it; a"
            + " greylist or a queue delays it (try --timeout 900); a rule forwards it elsewhere"
    }

    private static func leftover(_ mail: SelfTestMail) -> String {
        "\nif it still comes, a running service sets it aside; its subject is \(mail.subject)"
    }

    private static func text(_ duration: Duration) -> String {
        let seconds = duration / .seconds(1)
        return "\((seconds * 100).rounded() / 100) s"
    }
}
