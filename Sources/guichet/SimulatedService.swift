import Casework
import Desk
import Foundation
import Mail
import Transport

/// The service as a command plays it with messages from files: nothing is sent.
enum SimulatedService {
    /// Gives `body` a simulation whose store is in the folder named, or thrown away afterwards.
    static func play<Value>(
        _ settings: Settings,
        store: URL? = nil,
        _ body: (Simulation) throws -> Value
    ) throws -> Value {
        var settings = settings
        let temporary = FileManager.default.temporaryDirectory
            .appendingPathComponent("guichet-\(UUID().uuidString)", isDirectory: true)
        settings.store = store ?? temporary
        defer { if store == nil { try? FileManager.default.removeItem(at: temporary) } }
        let office = try Loading.office(settings, kind: .simulation, now: Date(), log: .silent)
        defer { office.close() }
        return try body(Simulation(office: office))
    }

    /// What the service decides about the message of a file.
    static func decision(on bytes: [UInt8], of file: String, in simulation: Simulation) throws
        -> Decision
    {
        guard let decision = try simulation.take(bytes) else {
            throw Failure(code: .fault, message: "\(file): no decision was taken")
        }
        return decision
    }

    /// The configuration named, or one that stands for an installation, with the rules and templates
    /// named.
    static func settings(_ arguments: Arguments) throws -> Settings {
        var settings =
            try arguments.values["config"].map { try Loading.settings(path: $0) } ?? example
        if let rules = arguments.values["rules"] { settings.rules = URL(fileURLWithPath: rules) }
        if let templates = arguments.values["templates"] {
            settings.templates = URL(fileURLWithPath: templates)
        }
        return settings
    }

    private static var example: Settings {
        let domain = "anct.example"
        var mailbox = Settings.Mailbox(
            connection: ConnectionSettings(endpoint: Endpoint(scheme: .imaps, host: "localhost")),
            name: "INBOX"
        )
        // A message from a file has no age of its own.
        mailbox.answerWithinDays = 0
        return Settings(
            mailbox: mailbox,
            delivery: ConnectionSettings(endpoint: Endpoint(scheme: .smtps, host: "localhost")),
            from: Address(
                displayName: "Incubateur des Territoires",
                localPart: "incubateur",
                domain: domain
            ),
            store: FileManager.default.temporaryDirectory,
            rules: ShippedFiles.rules,
            templates: ShippedFiles.templates,
            routing: Routing(fallback: [
                Address(
                    displayName: "Antoine Delaunay",
                    localPart: "antoine.delaunay",
                    domain: domain
                )
            ])
        )
    }
}
