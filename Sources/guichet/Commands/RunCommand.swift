import Desk
import Filing
import Foundation
import Synchronization
import Transport

enum RunCommand: Command {
    static let syntax = CommandSyntax(
        name: "run",
        summary: "Read the mailbox, file, answer and tell staff: the service itself.",
        usage: "run [--config FILE] [--once]",
        options: ["config"],
        flags: ["once"],
        help: """
            Runs until SIGTERM or SIGINT, which finish what is in hand. SIGHUP reads rules and
            templates again, and `always_answer` of the configuration; bad ones are refused and the old ones stay. With --once it takes all
            that is in the mailbox now, sends all that is due, and ends: 0 when all is settled, 75
            when some mail must be tried again. Logs go to standard error, without bodies or
            addresses. Without --config the file is /etc/guichet/guichet.conf.

            Before the first start: guichet check --config FILE
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let path = arguments.configurationPath
        let isOnce = arguments.flags.contains("once")
        let log = Log.standardError
        let manager = ServiceManager(environment: ProcessInfo.processInfo.environment, log: log)
        manager.starting()
        // Before anything that may start threads, as running `password_command` does: a signal ends
        // the process through any thread that does not block it.
        let signals = SignalWatch()
        let running = Mutex<Running?>(nil)
        signals.start(
            onStop: { name in
                log.info("service.stopping", ["signal": name])
                manager.stopping()
                guard let service = running.withLock({ $0?.service }) else {
                    // Nothing is in hand yet.
                    exit((isOnce ? ExitCode.tryAgain : .done).rawValue)
                }
                service.stop()
            },
            onReload: {
                guard let running = running.withLock(\.self) else { return }
                manager.reloading()
                reload(running, configuration: path, log: log)
                manager.reloaded()
            }
        )
        let settings = try Loading.settings(path: path)
        if let owner = try StoreOwner.become(ownerOf: settings.store) {
            Output.error("guichet run: working as user \(owner.user), who owns the store")
        }
        let office = try Loading.office(settings, kind: .service, now: Date(), log: log)
        defer { office.close() }
        let outlook = ServiceOutlook(settings: settings, office: office, manager: manager, log: log)
        defer {
            manager.stopping()
            outlook.finish()
        }
        let clock = SystemClock()
        let alerter = Alerter(settings: settings, office: office, clock: clock, log: log)
        let service = Service(
            settings: settings,
            office: office,
            clock: clock,
            log: log,
            observers: outlook.observers + [alerter].compactMap(\.self)
        )
        running.withLock { $0 = Running(settings: settings, office: office, service: service) }
        log.info(
            "service.started",
            [
                "version": Guichet.version, "once": isOnce,
                "answers": settings.holdsAnswers ? "hold" : "on",
                "redirected": settings.redirectTo != nil,
            ]
        )
        do {
            if isOnce {
                let outcome = try service.runOnce()
                let counts = office.outboxCounts
                log.info("service.done", ["waiting": counts.waiting, "held": counts.held])
                return outcome == .complete ? .done : .tryAgain
            }
            try service.run()
            log.info("service.stopped")
            return .done
        } catch let error as TransportError {
            throw Failure(code: error.exitCode, message: "guichet run: \(error)")
        } catch let error as JournalError {
            throw Failure(code: error.exitCode, message: "guichet run: \(error)")
        }
    }

    /// What signals act on, once it exists.
    private struct Running: Sendable {
        var settings: Settings
        var office: Office
        var service: Service
    }

    private static func reload(_ running: Running, configuration path: String, log: Log) {
        var settings = running.settings
        do {
            settings.alwaysAnswered = try Loading.alwaysAnswered(settings, path: path)
            let gazetteer = try Loading.gazetteer(settings.territory)
            running.office.use(
                try Loading.instruments(settings, gazetteer: gazetteer, today: Date())
            )
            log.info("rules.reloaded")
            running.service.tell(.rulesReloaded)
        } catch {
            let detail = (error as? Failure)?.message ?? "\(error)"
            log.error("rules.refused", ["detail": detail, "kept": "the ones in use"])
            running.service.tell(.rulesRefused(detail: detail))
        }
    }
}

extension TransportError {
    var exitCode: ExitCode {
        switch kind {
        case .credentialsRefused, .certificateUntrusted, .tlsUnavailable: .refused
        case .mailboxMissing: .badConfiguration
        case .cancelled: .tryAgain
        default: .unavailable
        }
    }
}

extension JournalError {
    var exitCode: ExitCode {
        switch problem {
        // Another command lets it go in a moment: a service manager must try again.
        case .locked: .tryAgain
        case .otherKind, .unreadableKind: .badConfiguration
        case .damaged, .linesLost: .badInput
        case .diskFull, .inputOutput: .inputOutput
        case .reservedKey, .closed: .fault
        }
    }
}
