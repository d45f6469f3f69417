import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Rules
import Territory

/// Loads what rule authors and staff wrote; what is wrong ends the command with their own words.
enum Loading {
    static func rulebook(_ folder: URL) throws -> Rulebook {
        do {
            return try Rulebook.load(folder: folder)
        } catch {
            throw badRules(error)
        }
    }

    /// What rule authors and staff wrote and cannot be used, in the words of its own error.
    static func badRules(_ error: any Error) -> Failure {
        if let failure = error as? Failure { return failure }
        let text = (error as? RuleErrors)?.errors.map(\.description).joined(separator: "\n")
        return Failure(code: .badConfiguration, message: text ?? "\(error)")
    }

    /// `nil` when no folder is named and none is found.
    static func gazetteer(_ folder: URL?) throws -> Gazetteer? {
        guard let folder = folder ?? territoryFolder else { return nil }
        do {
            return try Gazetteer(folder: folder)
        } catch {
            throw Failure(code: .badConfiguration, message: "\(error)")
        }
    }

    private static var territoryFolder: URL? {
        ShippedFiles.places
            .flatMap { place in
                [
                    place.appendingPathComponent("guichet_Territory.resources/Data"),
                    place.appendingPathComponent("territory"),
                    place.appendingPathComponent("Sources/Territory/Data"),
                ]
            }
            .first {
                FileManager.default.fileExists(
                    atPath: $0.appendingPathComponent("communes.tsv").path
                )
            }
    }

    /// Reads a configuration; warnings go to standard error.
    ///
    /// - Parameter secrets: false leaves passwords unread, for commands that connect to nothing.
    static func settings(path: String, secrets: Bool = true) throws -> Settings {
        do {
            let (settings, warnings) = try SettingsReader.read(
                path: path,
                environment: ProcessInfo.processInfo.environment,
                secrets: secrets
            )
            for warning in warnings { Output.error("warning: \(warning)") }
            return settings
        } catch let errors as ConfigurationErrors {
            throw Failure(code: .badConfiguration, message: errors.description)
        }
    }

    /// The senders that are always answered, as the configuration names them now; as before where the
    /// file cannot be read any more.
    static func alwaysAnswered(_ settings: Settings, path: String) throws -> [String] {
        do {
            return try SettingsReader.alwaysAnswered(
                path: path,
                environment: ProcessInfo.processInfo.environment,
                own: [settings.from] + settings.ownAddresses
            ) ?? settings.alwaysAnswered
        } catch {
            throw Failure(code: .badConfiguration, message: error.description)
        }
    }

    /// The store of an installation with everything that works in it.
    static func office(_ settings: Settings, kind: StoreKind, now: Date, log: Log) throws -> Office
    {
        let gazetteer = try gazetteer(settings.territory)
        let instruments = try instruments(settings, gazetteer: gazetteer, today: now)
        do {
            return try waitingForLock {
                try Office(
                    settings: settings,
                    kind: kind,
                    instruments: instruments,
                    gazetteer: gazetteer,
                    now: now,
                    log: log
                )
            }
        } catch let error as JournalError {
            throw Failure(code: error.exitCode, message: "\(error)")
        } catch let error as TokenKeyFile.KeyError {
            throw Failure(code: .badConfiguration, message: "\(error)")
        }
    }

    /// A command that looks at the store holds it for a moment: that must not stop the service from
    /// starting.
    private static func waitingForLock(_ open: () throws -> Office) throws -> Office {
        for _ in 0..<20 {
            do {
                return try open()
            } catch let error as JournalError {
                guard case .locked = error.problem else { throw error }
                usleep(100_000)
            }
        }
        return try open()
    }

    /// Rules, letters and tables of an installation.
    static func instruments(_ settings: Settings, gazetteer: Gazetteer?, today: Date) throws
        -> Instruments
    {
        try checkFolder(settings.templates, key: "templates")
        do {
            return try Instruments(settings: settings, gazetteer: gazetteer, today: today)
        } catch {
            throw badRules(error)
        }
    }

    /// A folder that is not there has one cause, whatever file is looked for in it.
    static func checkFolder(_ folder: URL, key: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            throw Failure(
                code: .badConfiguration,
                message: "\(folder.path): no such folder; correct `\(key)` of [service]"
            )
        }
    }
}
