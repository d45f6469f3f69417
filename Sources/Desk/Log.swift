import Foundation
import Synchronization

/// Lines for the operator on standard error: one event each, `key=value`, never a body, an address
/// or a secret.
package final class Log: Sendable {
    package enum Level: String, Sendable { case info, warning, error }

    private let write: @Sendable (String) -> Void

    package init(write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    /// Writes to standard error in one call a line. A line that cannot be written is dropped: a
    /// full disk or a reader that went away must not end the service.
    package static let standardError = Log { line in
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    package static let silent = Log { _ in }

    package func info(_ event: String, _ values: KeyValuePairs<String, Any> = [:]) {
        line(.info, event, values)
    }

    package func warning(_ event: String, _ values: KeyValuePairs<String, Any> = [:]) {
        line(.warning, event, values)
    }

    package func error(_ event: String, _ values: KeyValuePairs<String, Any> = [:]) {
        line(.error, event, values)
    }

    private func line(_ level: Level, _ event: String, _ values: KeyValuePairs<String, Any>) {
        var text = "level=\(level.rawValue) event=\(event)"
        for (key, value) in values { text += " \(key)=\(Self.quoted(String(describing: value)))" }
        write(text)
    }

    /// In double quotes where the value has spaces, quotes or control characters.
    private static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.utf8.allSatisfy { $0 > 32 && $0 != 34 && $0 != 61 && $0 != 127 }
        guard !isPlain else { return value }
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "'"
            case _ where scalar.value < 32 || scalar.value == 127: text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
