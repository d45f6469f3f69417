import Foundation

/// Finds the files that come with the program: beside the binary, in a checkout above it, in
/// `../share/guichet`, or in /usr/share/guichet.
enum ShippedFiles {
    static let rules = folder("rules", holding: "investigation.rules")
    static let templates = folder("templates", holding: "reponse.txt.mustache")

    /// The folder of that name; where none is found, the last place looked at, so that an error can
    /// name it.
    private static func folder(_ name: String, holding file: String) -> URL {
        let candidates = places.map { $0.appendingPathComponent(name, isDirectory: true) }
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent(file).path)
        }
        return found ?? URL(fileURLWithPath: "/usr/share/guichet/\(name)", isDirectory: true)
    }

    /// Most specific first.
    static let places: [URL] = {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var places: [URL] = []
        var folder = executable.deletingLastPathComponent()
        places.append(folder)
        places.append(
            folder.deletingLastPathComponent().appendingPathComponent("share/guichet")
        )
        // A build folder lies at most four levels below its checkout.
        for _ in 0..<4 {
            folder = folder.deletingLastPathComponent()
            if FileManager.default.fileExists(
                atPath: folder.appendingPathComponent("Package.swift").path
            ) {
                places.append(folder)
            }
        }
        places.append(URL(fileURLWithPath: "/usr/share/guichet"))
        return places
    }()
}
