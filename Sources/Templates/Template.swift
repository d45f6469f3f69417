import Foundation

/// A compiled Mustache template, its partials included.
///
/// Follows the Mustache specification: interpolation, sections, inverted sections, comments,
/// partials and delimiters. A partial that does not exist renders as nothing, and is listed in
/// `missingPartials` for those who want to refuse it.
package struct Template: Sendable {
    /// How deep partials may include each other while rendering: a recursive one follows its data.
    static let partialDepthLimit = 100
    /// How many pieces one rendering may visit, so that it ends whatever template and data are.
    static let stepLimit = 500_000
    /// How many bytes a file may have: far beyond any letter.
    package static let sizeLimit = 262_144

    package let name: String
    package let escapesHTML: Bool
    /// Every name that is used, with its place, in the order of the files.
    package private(set) var uses: [Use]
    /// Every partial that is asked for and does not exist.
    package private(set) var missingPartials: [Use] = []
    /// The text of each file it is made of, by the file's name.
    package private(set) var sources: [String: String]
    /// The place where a partial asks for itself, if only by way of others; `nil` where none does.
    package private(set) var recursion: Use?
    private let nodes: [Node]
    private var partials: [String: [Node]] = [:]

    /// A name in a template, and where it stands.
    package struct Use: Hashable, Sendable {
        package var name: String
        package var file: String
        /// Both count from 1.
        package var line: Int
        package var column: Int
        /// Whether its value is printed as it is where others are escaped: `{{{name}}}`.
        package var isRaw: Bool
    }

    /// Every name used by a tag or a section.
    package var variables: Set<String> { Set(uses.map(\.name)) }

    /// Compiles a source; `partials` gives the source of a partial, `nil` where there is none, and
    /// is asked once for each.
    package init(
        source: String,
        name: String,
        escapesHTML: Bool,
        partials sourceOf: (String) throws -> String? = { _ in nil }
    ) throws(TemplateError) {
        self.name = name
        self.escapesHTML = escapesHTML
        var parser = TemplateParser(source: source, file: name)
        nodes = try parser.parse()
        uses = parser.uses
        sources = [name: source]
        try readPartials(parser.partials, from: sourceOf)
    }

    /// Reads a template file; its partial `{{> name}}` is `name.mustache` in the same folder.
    ///
    /// A file named `*.txt.mustache` makes text, where nothing is escaped; any other makes HTML.
    package static func load(file: URL) throws -> Template {
        let name = file.lastPathComponent
        let folder = file.deletingLastPathComponent()
        return try Template(
            source: try read(file, name: name),
            name: name,
            escapesHTML: !name.hasSuffix(".txt.mustache"),
            partials: { partial in
                let file = folder.appendingPathComponent("\(partial).mustache")
                guard FileManager.default.fileExists(atPath: file.path) else { return nil }
                return try read(file, name: "\(partial).mustache")
            }
        )
    }

    /// Whether a partial may have this name: it becomes a file name, so nothing but ASCII letters,
    /// digits, `_` and `-`.
    package static func isPartialName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    package func render(_ value: TemplateValue) -> String { rendering(value).text }

    /// The same with what is odd about it.
    package func rendering(_ value: TemplateValue) -> Rendering {
        var renderer = Renderer(partials: partials, escapesHTML: escapesHTML, contexts: [value])
        renderer.render(nodes, indentation: "")
        return renderer.result
    }

    package struct Rendering: Sendable {
        package var text = ""
        /// The names that were looked up and stand nowhere in the value, not even as null.
        package var unresolved: Set<Use> = []
        /// Whether it ended at a limit, before its end.
        package var isCut = false

        package init() {}
    }

    private mutating func readPartials(
        _ wanted: [Use],
        from sourceOf: (String) throws -> String?
    ) throws(TemplateError) {
        var waiting = wanted[...]
        var asked: [String: [Use]] = [:]
        while let use = waiting.popFirst() {
            guard partials[use.name] == nil else { continue }
            let source: String?
            do {
                source = try sourceOf(use.name)
            } catch let error as TemplateError {
                throw error
            } catch {
                throw TemplateError(
                    file: use.file,
                    line: use.line,
                    column: use.column,
                    problem: .unreadable(reason: "\(use.name) : \(error)")
                )
            }
            guard let source else {
                missingPartials.append(use)
                continue
            }
            var parser = TemplateParser(source: source, file: "\(use.name).mustache")
            sources["\(use.name).mustache"] = source
            partials[use.name] = try parser.parse()
            uses += parser.uses
            waiting += parser.partials
            asked[use.name] = parser.partials
        }
        recursion = asked.sorted { $0.key < $1.key }
            .lazy.flatMap(\.value).first { Self.reaches($0, by: asked) }
    }

    /// Whether a partial asks, if only by way of others, for the one in whose file it is asked for.
    private static func reaches(_ use: Use, by asked: [String: [Use]]) -> Bool {
        var seen: Set<String> = []
        var waiting = [use]
        while let next = waiting.popLast() {
            if "\(next.name).mustache" == use.file { return true }
            if seen.insert(next.name).inserted { waiting += asked[next.name] ?? [] }
        }
        return false
    }

    /// The text of a file beside the templates, refused where a template would be.
    package static func read(_ file: URL) throws(TemplateError) -> String {
        try read(file, name: file.lastPathComponent)
    }

    private static func read(_ file: URL, name: String) throws(TemplateError) -> String {
        func unreadable(_ reason: String) -> TemplateError {
            TemplateError(file: name, line: 1, column: 1, problem: .unreadable(reason: reason))
        }
        // What is no plain file, as a pipe, could keep us waiting for ever.
        let path = file.resolvingSymlinksInPath().path
        let kind =
            try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        if let kind, kind != .typeRegular {
            throw unreadable(
                kind == .typeDirectory ? "c'est un dossier" : "ce n'est pas un fichier"
            )
        }
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw unreadable("ouverture impossible")
        }
        guard data.count <= sizeLimit else {
            throw TemplateError(
                file: name,
                line: 1,
                column: 1,
                problem: .tooLarge(limit: sizeLimit)
            )
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw unreadable("l'encodage n'est pas UTF-8")
        }
        guard !data.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }) else {
            throw unreadable("il contient des caractères invisibles")
        }
        return text
    }
}

/// One rendering: the contexts it is in, and the text made so far.
private struct Renderer {
    let partials: [String: [Node]]
    let escapesHTML: Bool
    /// Innermost last.
    var contexts: [TemplateValue]
    private(set) var result = Template.Rendering()
    private var depth = 0
    private var steps = 0

    init(partials: [String: [Node]], escapesHTML: Bool, contexts: [TemplateValue]) {
        self.partials = partials
        self.escapesHTML = escapesHTML
        self.contexts = contexts
    }

    mutating func render(_ nodes: [Node], indentation: String) {
        for node in nodes {
            steps += 1
            guard steps <= Template.stepLimit else {
                result.isCut = true
                return
            }
            switch node {
            case .text(let text, let atLineStart):
                append(text, atLineStart: atLineStart, indentation: indentation)
            case .lineStart: result.text += indentation
            case .variable(let name, let escapes):
                let text = value(of: name).printed
                result.text += escapes && escapesHTML ? text.escapedForHTML : text
            case .section(let name, let nodes):
                renderSection(value(of: name), nodes, indentation: indentation)
            case .inverted(let name, let nodes):
                if !value(of: name).isTruthy { render(nodes, indentation: indentation) }
            case .partial(let name, let own):
                renderPartial(name, indentation: own.map { indentation + $0 } ?? "")
            }
        }
    }

    private mutating func renderSection(
        _ value: TemplateValue,
        _ nodes: [Node],
        indentation: String
    ) {
        guard value.isTruthy else { return }
        let items = if case .list(let items) = value { items } else { [value] }
        for item in items {
            contexts.append(item)
            render(nodes, indentation: indentation)
            contexts.removeLast()
        }
    }

    private mutating func renderPartial(_ name: String, indentation: String) {
        guard let nodes = partials[name] else { return }
        guard depth < Template.partialDepthLimit else {
            result.isCut = true
            return
        }
        depth += 1
        render(nodes, indentation: indentation)
        depth -= 1
    }

    /// Every line of an indented partial is indented, but not the lines inside a value.
    private mutating func append(_ text: String, atLineStart: Bool, indentation: String) {
        guard !indentation.isEmpty else {
            result.text += text
            return
        }
        if atLineStart { result.text += indentation }
        var rest = text.utf8[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            result.text += text[rest.startIndex...end]
            rest = rest[rest.index(after: end)...]
            if !rest.isEmpty { result.text += indentation }
        }
        result.text += text[rest.startIndex...]
    }

    private mutating func value(of name: Name) -> TemplateValue {
        guard let first = name.parts.first else { return contexts.last ?? .null }
        let candidates = name.isLocal ? contexts.suffix(1) : contexts[...]
        var found: TemplateValue?
        for context in candidates.reversed() {
            found = context[first]
            if found != nil { break }
        }
        for part in name.parts.dropFirst() { found = found?[part] }
        if found == nil { result.unresolved.insert(name.use) }
        return found ?? .null
    }
}

extension String {
    /// With the four characters replaced that could end a text or an attribute value.
    package var escapedForHTML: String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(utf8.count + 32)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            default: escaped.append(byte)
            }
        }
        return escaped.count == utf8.count ? self : String(decoding: escaped, as: UTF8.self)
    }
}
