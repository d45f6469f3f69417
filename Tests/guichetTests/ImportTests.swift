import Foundation
import Testing

/// The compiler lets a target import what a dependency of its dependency brings; this does not.
@Suite("Imports") struct ImportTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What comes with the toolchain.
    private static let toolchain: Set<String> = [
        "Foundation", "Glibc", "Dispatch", "Synchronization", "Testing", "PackageDescription",
    ]

    /// Target names in the order of Package.swift, with what each declares.
    private static func declared() throws -> [(name: String, dependencies: Set<String>)] {
        let manifest = try String(
            contentsOf: root.appendingPathComponent("Package.swift"),
            encoding: .utf8
        )
        return manifest.components(separatedBy: "arget(").dropFirst().compactMap { text in
            let names = text.components(separatedBy: "\"")
            guard names.count > 1 else { return nil }
            let list = text.range(of: "dependencies: [").map { text[$0.upperBound...] } ?? ""
            let quoted = list.prefix { $0 != "]" }.components(separatedBy: "\"")
            let dependencies = quoted.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            return (names[1], Set(dependencies))
        }
    }

    private static func imports(in folder: URL) throws -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                // `import Module`, or with an attribute: `@testable import Module`.
                var words = line.split(separator: " ", omittingEmptySubsequences: false)
                if words[0].hasPrefix("@") { words.removeFirst() }
                guard words.count == 2, words[0] == "import" else { continue }
                let module = words[1].prefix { $0 != "." }
                found[file.lastPathComponent, default: []].insert(String(module))
            }
        }
        return found
    }

    @Test("every import is declared in Package.swift")
    func declaredImports() throws {
        let targets = try Self.declared()
        #expect(targets.count > 20)
        for (name, dependencies) in targets {
            let parent = name.hasSuffix("Tests") || name == "ServerSupport" ? "Tests" : "Sources"
            let folder = Self.root.appendingPathComponent("\(parent)/\(name)")
            for (file, imports) in try Self.imports(in: folder) {
                let undeclared = imports.subtracting(dependencies).subtracting(Self.toolchain)
                #expect(undeclared.isEmpty, "\(name)/\(file) imports \(undeclared)")
            }
        }
    }

    @Test("a target depends only on targets above it")
    func order() throws {
        var seen: Set<String> = ["CCurl", "CSHA256"]
        for (name, dependencies) in try Self.declared() {
            #expect(dependencies.isSubset(of: seen), "\(name) looks upward")
            seen.insert(name)
        }
    }
}
