import Foundation

/// A configuration that cannot be used, pointing at the character to change.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    var file: String
    /// Both count from 1; 0 stands for a value that comes from the environment.
    var line: Int
    var column: Int
    var message: String

    var description: String {
        line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
    }
}

struct ConfigurationErrors: Error, CustomStringConvertible {
    var errors: [ConfigurationError]

    var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// The text of a configuration in the manner of systemd and git: `[section]`, `key = value`, `#`.
///
/// Only the form is read here; `SettingsReader` knows the keys.
struct ConfigurationFile: Equatable {
    struct Entry: Equatable {
        /// As written, without comment; quotes still stand.
        var raw: String
        var line: Int
        /// Where the value starts.
        var column: Int
        var keyColumn: Int

        /// The value, its double quotes removed; in them `\"` and `\\` stand for the character.
        var value: String { ConfigurationFile.unquoted(raw) }
    }

    var name: String
    var entries: [String: [String: Entry]] = [:]
    /// Where each section stands, for errors about missing keys.
    var sectionLines: [String: Int] = [:]
    var errors: [ConfigurationError] = []

    init(name: String, text: String) {
        self.name = name
        var section: String?
        // A Windows line end is one Character, and a newline.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let isMarked = index == 0 && line.first == "\u{FEFF}"
            read(isMarked ? line.dropFirst() : line, number: index + 1, section: &section)
        }
    }

    private mutating func read(_ line: Substring, number: Int, section: inout String?) {
        let indent = line.prefix { $0 == " " || $0 == "\t" }.count
        let content = line.dropFirst(indent)
        guard let first = content.first, first != "#", first != ";" else { return }
        if first == "[" {
            readSection(content, number: number, column: indent + 1, section: &section)
            return
        }
        guard let equals = content.firstIndex(of: "=") else {
            fail(number, indent + 1, "expected `key = value` or `[section]`")
            return
        }
        let key = content[..<equals].trimmingCharacters(in: .whitespaces)
        guard let section else {
            fail(number, indent + 1, "`\(key)` stands before the first `[section]`")
            return
        }
        let after = content[content.index(after: equals)...]
        let spaces = after.prefix { $0 == " " || $0 == "\t" }.count
        let column = indent + content[...equals].count + spaces + 1
        guard let raw = rawValue(after.dropFirst(spaces), line: number, column: column) else {
            return
        }
        if let earlier = entries[section]?[key] {
            fail(
                number,
                indent + 1,
                "`\(key)` is given twice in [\(section)]; it stands in line \(earlier.line) already"
            )
            return
        }
        entries[section, default: [:]][key] = Entry(
            raw: raw,
            line: number,
            column: column,
            keyColumn: indent + 1
        )
    }

    private mutating func readSection(
        _ content: Substring,
        number: Int,
        column: Int,
        section: inout String?
    ) {
        guard let close = content.firstIndex(of: "]") else {
            fail(number, column, "`[` is not closed; write `[section]`")
            return
        }
        let rest = content[content.index(after: close)...].trimmingCharacters(in: .whitespaces)
        guard rest.isEmpty || rest.hasPrefix("#") else {
            fail(number, column, "only a comment may follow `[section]` on its line")
            return
        }
        let name = content[content.index(after: content.startIndex)..<close]
            .trimmingCharacters(in: .whitespaces)
        section = name
        if sectionLines[name] == nil { sectionLines[name] = number }
    }

    /// A value as it stands, its comment cut off: ` #` outside double quotes begins one.
    private mutating func rawValue(_ text: Substring, line: Int, column: Int) -> String? {
        var quoted = false
        var escaped = false
        var previous: Character = " "
        var raw = ""
        for character in text {
            if quoted {
                if escaped {
                    escaped = false
                } else if character == "\\" {
                    escaped = true
                } else if character == "\"" {
                    quoted = false
                }
            } else if character == "\"" {
                quoted = true
            } else if character == "#", previous == " " || previous == "\t" {
                break
            }
            raw.append(character)
            previous = character
        }
        guard !quoted else {
            fail(line, column, "the double quote is not closed")
            return nil
        }
        return raw.trimmingCharacters(in: .whitespaces)
    }

    private mutating func fail(_ line: Int, _ column: Int, _ message: String) {
        errors.append(
            ConfigurationError(file: name, line: line, column: column, message: message)
        )
    }

    static func unquoted(_ raw: String) -> String {
        guard raw.utf8.count >= 2, raw.hasPrefix("\""), raw.hasSuffix("\"") else { return raw }
        var value = ""
        var escaped = false
        for character in raw.dropFirst().dropLast() {
            if !escaped, character == "\\" {
                escaped = true
            } else if !escaped, character == "\"" {
                return raw  // Two quoted parts: not one quoted value.
            } else {
                value.append(character)
                escaped = false
            }
        }
        return value
    }
}
