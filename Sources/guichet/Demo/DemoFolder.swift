import Foundation

/// Where the demonstration puts all that it writes; nothing lies outside.
///
/// One demonstration at a time uses a folder, and it replaces only what another one left there.
final class DemoFolder {
    let url: URL

    /// Held for as long as the demonstration runs.
    private let lock: Int32

    private static let marker = ".guichet-demo"
    static let muttName = "muttrc"
    static let recapName = "recap.eml"
    private static let ownNames: Set = [
        muttName, marker, "index.html", "index.html.new", "received", "sent", "store",
        "service.log", recapName,
    ]

    var page: URL { url.appendingPathComponent("index.html") }
    var store: URL { url.appendingPathComponent("store", isDirectory: true) }
    var received: URL { url.appendingPathComponent("received", isDirectory: true) }
    var sent: URL { url.appendingPathComponent("sent", isDirectory: true) }
    var mutt: URL { url.appendingPathComponent(Self.muttName) }
    var recap: URL { url.appendingPathComponent(Self.recapName) }
    var log: URL { url.appendingPathComponent("service.log") }

    /// Makes the folder, or empties it of what an earlier demonstration left.
    init(path: String) throws {
        url = URL(fileURLWithPath: path, isDirectory: true)
        let names = try Self.names(in: url)
        let foreign = names.isEmpty ? [] : try Self.foreign(in: url, names: names)
        guard foreign.isEmpty else {
            throw Failure(code: .badInput, message: Self.refusal(path, foreign: foreign))
        }
        lock = try Self.lock(url.appendingPathComponent(Self.marker), path: path)
        do {
            for name in names where name != Self.marker {
                try FileManager.default.removeItem(at: url.appendingPathComponent(name))
            }
            for folder in [received, sent] {
                try FileManager.default.createDirectory(
                    at: folder,
                    withIntermediateDirectories: true
                )
            }
        } catch {
            close(lock)
            throw Self.unwritable(path, (error as NSError).localizedDescription)
        }
    }

    deinit { close(lock) }

    func write(_ bytes: [UInt8], to file: URL) throws {
        // Whole or not at all: the page may be open in a browser.
        let new = file.appendingPathExtension("new")
        let target = file == page ? new : file
        do {
            try Data(bytes).write(to: target)
        } catch {
            throw Self.unwritable(target.path, (error as NSError).localizedDescription)
        }
        if target != file { rename(target.path, file.path) }
    }

    // MARK: Before the first file

    private static func names(in folder: URL) throws -> [String] {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
        do {
            if !exists {
                try FileManager.default.createDirectory(
                    at: folder,
                    withIntermediateDirectories: true
                )
            } else if !isFolder.boolValue {
                throw Failure(
                    code: .badInput,
                    message: "guichet demo: \(folder.path) is a file; name a folder: --folder DIR"
                )
            }
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch let failure as Failure {
            throw failure
        } catch {
            throw unwritable(folder.path, (error as NSError).localizedDescription)
        }
    }

    /// What no demonstration has written, named from within the folder.
    private static func foreign(in folder: URL, names: [String]) throws -> [String] {
        guard names.contains(marker) else { return names }
        var foreign = names.filter { !ownNames.contains($0) }
        for (subfolder, isOwn) in contents where names.contains(subfolder) {
            let path = folder.appendingPathComponent(subfolder).path
            let inside = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            foreign += inside.filter { !isOwn(withoutDraft($0)) }.map { "\(subfolder)/\($0)" }
                .sorted()
        }
        return foreign
    }

    private static let contents: [(folder: String, isOwn: @Sendable (String) -> Bool)] = [
        ("received", isMail), ("sent", isMail),
        ("store", { ["journal", "kind", "lock", "token.key"].contains($0) }),
        ("store/journal", { $0.hasSuffix(".jsonl") || $0.hasSuffix(".sha256") }),
    ]

    /// The name that a file written beside its place gets in the end; a cut can leave it so.
    private static func withoutDraft(_ name: String) -> String {
        name.hasSuffix(".new") ? String(name.dropLast(4)) : name
    }

    @Sendable private static func isMail(_ name: String) -> Bool {
        name.first?.isNumber == true && name.hasSuffix(".eml")
    }

    private static func refusal(_ path: String, foreign: [String]) -> String {
        let shown = foreign.prefix(5).joined(separator: ", ") + (foreign.count > 5 ? ", …" : "")
        return """
            guichet demo: \(path) holds files that are not from a demonstration: \(shown)
            Nothing was changed. Name another folder: guichet demo --folder DIR
            """
    }

    private static func lock(_ file: URL, path: String) throws -> Int32 {
        let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(path, String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(
                code: .tryAgain,
                message: "guichet demo: another demonstration runs in \(path); "
                    + "stop it, or name another folder: --folder DIR"
            )
        }
        return descriptor
    }

    private static func unwritable(_ path: String, _ reason: String) -> Failure {
        Failure(
            code: .inputOutput,
            message: "guichet demo: \(path) cannot be written: \(reason); "
                + "name another folder: --folder DIR"
        )
    }
}
