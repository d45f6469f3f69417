import Foundation

/// The folder that `letters` fills: it was new or empty, so nothing is ever replaced.
struct LettersFolder {
    private let url: URL

    var index: URL { url.appendingPathComponent("index.html") }

    /// Makes the folder, or takes an empty one.
    init(path: String) throws {
        url = URL(fileURLWithPath: path, isDirectory: true)
        let files = FileManager.default
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            let content = (try? files.contentsOfDirectory(atPath: path).sorted()) ?? []
            guard isFolder.boolValue, content.isEmpty else {
                let finding =
                    isFolder.boolValue
                    ? "holds files already: " + content.prefix(5).joined(separator: ", ")
                    : "is a file"
                throw Failure(
                    code: .badInput,
                    message: "guichet letters: \(path) \(finding)\nNothing was changed. "
                        + "Name a folder that is new or empty: --into DIR"
                )
            }
        }
        try makeFolder(url)
    }

    func write(_ letters: [MessageLetters]) throws {
        let pages = try LettersPages()
        for name in ["received", "sent"] {
            try makeFolder(url.appendingPathComponent(name, isDirectory: true))
        }
        for (index, entry) in letters.enumerated() {
            try write(entry.received, to: "received/\(entry.name).txt")
            for letter in entry.mails {
                try write(MessageLetters.text(of: letter), to: "sent/\(letter.name).txt")
                guard let html = letter.message.html else { continue }
                try write(html, to: "sent/\(letter.name).html")
            }
            try write(pages.page(at: index, of: letters), to: "\(entry.name).html")
        }
        try write(letters.map(\.wholeText).joined(), to: "lettres.txt")
        try write(LettersPages.style, to: "letters.css")
        try write(pages.index(of: letters), to: "index.html")
    }

    private func write(_ text: String, to name: String) throws {
        try doing { try Data(text.utf8).write(to: url.appendingPathComponent(name)) }
    }

    private func makeFolder(_ folder: URL) throws {
        try doing {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true
            )
        }
    }

    private func doing(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch {
            let reason = (error as NSError).localizedDescription
            throw Failure(
                code: .inputOutput,
                message: "guichet letters: \(url.path) cannot be written: \(reason); "
                    + "name another folder: --into DIR"
            )
        }
    }
}
