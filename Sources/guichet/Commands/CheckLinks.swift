import Casework
import Correspondence
import Desk
import Foundation
import Transport

/// `guichet check --links`.
extension CheckCommand {
    private static let linkFlags: Set<String> = ["links", "write"]
    private static let linkOptions: Set<String> = ["config", "templates", "ca-file"]

    static func checkLinks(_ arguments: Arguments) throws -> ExitCode {
        let strangers =
            arguments.flags.subtracting(linkFlags).union(
                Set(arguments.values.keys).subtracting(linkOptions)
            )
        if let stranger = strangers.sorted().first {
            throw Arguments.failure("--\(stranger) does not go with --links", syntax)
        }
        let folder = try templates(arguments)
        var probe = PageProbe.Settings(userAgent: "guichet/\(Guichet.version)")
        if let caFile = arguments.values["ca-file"] {
            guard FileManager.default.isReadableFile(atPath: caFile) else {
                throw Failure(code: .noInput, message: "\(caFile): cannot be read")
            }
            probe.caFile = caFile
        }
        let links = try LinkList.read(in: folder)
        let isForPerson = isatty(STDERR_FILENO) == 1
        let visits = visits(probe, progress: isForPerson)
        guard let findings = visits.visit(links.map(\.address)) else {
            if isForPerson { Output.progress("000/000", isEnd: true) }
            throw Failure(
                code: .unavailable,
                message: "aucun des \(Set(links.map(\.address)).count) liens n'a pu être essayé :"
                    + " aucun site ne répond, cette machine n'a sans doute pas accès au web.\n"
                    + "Where it goes out through a proxy, name it in https_proxy. Nothing is written."
            )
        }
        let report = LinkReport(links: links, findings: findings)
        Output.write(report.text)
        if arguments.flags.contains("write") {
            let today = CivilDay(of: Date()).description
            let counts = try DatedTables.write(today, for: report.goodAddresses, in: folder)
            Output.write(written(today, counts))
        }
        return report.hasDeadLinks ? .badInput : .done
    }

    /// Refuses what has a meaning with --links alone.
    static func refuseLinkOptions(_ arguments: Arguments) throws {
        let given = arguments.flags.union(arguments.values.keys)
        if let option = ["write", "templates", "ca-file"].first(where: given.contains) {
            throw Arguments.failure("--\(option) goes with --links", syntax)
        }
    }

    private static func written(_ date: String, _ counts: [(file: String, count: Int)]) -> String {
        let changed = counts.filter { $0.count > 0 }
        guard !changed.isEmpty else { return "verifie_le : rien à changer.\n" }
        let list = changed.map { "\($0.file), \(LinkReport.count($0.count, "ligne"))" }
        return "verifie_le = \(date) : \(list.joined(separator: " ; ")).\n"
    }

    private static func visits(_ settings: PageProbe.Settings, progress: Bool) -> LinkVisits {
        var visits = LinkVisits(visitor: {
            let probe = try? PageProbe(settings)
            return { probe?.look(at: $0) ?? .broken("libcurl") }
        })
        visits.onProgress = { done, total in
            if progress {
                Output.progress("\(done)/\(total)", isEnd: done == total)
            } else if done % 20 == 0 || done == total {
                Output.error("\(done)/\(total)")
            }
        }
        return visits
    }

    /// The folder named, the one of the configuration, or the shipped one. Of a configuration nothing
    /// else is looked at: links are tried before a service runs, too.
    private static func templates(_ arguments: Arguments) throws -> URL {
        var folder = ShippedFiles.templates
        let isNamed = arguments.values["config"] != nil
        let path = arguments.configurationPath
        if let named = arguments.values["templates"] {
            folder = URL(fileURLWithPath: named, isDirectory: true)
        } else if let data = FileManager.default.contents(atPath: path) {
            let reader = SettingsReader(
                file: ConfigurationFile(name: path, text: String(decoding: data, as: UTF8.self)),
                folder: URL(fileURLWithPath: path).deletingLastPathComponent(),
                environment: ProcessInfo.processInfo.environment
            )
            folder = reader.path("service", "templates") ?? folder
        } else if isNamed {
            throw Failure(code: .badConfiguration, message: "\(path): cannot be read")
        }
        try Loading.checkFolder(folder, key: "templates")
        return folder
    }
}
