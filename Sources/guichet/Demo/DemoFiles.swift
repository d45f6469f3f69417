import Foundation
import Templates

/// The files of the demonstration that come with the program: the mails, and the page's template.
enum DemoFiles {
    private static let pageName = "page.html.mustache"

    /// Beside the binary, in a checkout above it, or where a package installs them.
    static func folder() throws -> URL {
        let candidates = ShippedFiles.places.flatMap { place in
            ["guichet_guichet.resources/Mails", "demo", "Sources/guichet/Demo/Mails"]
                .map { place.appendingPathComponent($0, isDirectory: true) }
        }
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent(pageName).path)
        }
        guard let found else {
            throw Failure(
                code: .noInput,
                message: "guichet demo: its mails were not found beside the program, in "
                    + "../share/guichet/demo or in /usr/share/guichet/demo; install it whole"
            )
        }
        return found
    }

    static func pageTemplate(in folder: URL) throws -> Template {
        do {
            return try Template.load(file: folder.appendingPathComponent(pageName))
        } catch {
            throw Failure(code: .badConfiguration, message: "\(error)")
        }
    }
}
