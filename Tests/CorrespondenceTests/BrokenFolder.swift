import Foundation

/// A copy of the shipped folder of templates, to be broken; it goes when it is no longer used.
final class BrokenFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("lettres-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: shippedTemplates, to: url)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String) -> URL { url.appendingPathComponent(name) }

    func read(_ name: String) throws -> String {
        try String(contentsOf: file(name), encoding: .utf8)
    }

    func write(_ source: String, to name: String) throws { try write(Array(source.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: file(name)) }

    /// Adds lines to the end of a file.
    func append(_ source: String, to name: String) throws {
        try write(try read(name) + source, to: name)
    }
}
