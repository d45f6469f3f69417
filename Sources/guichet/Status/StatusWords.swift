import Filing
import Foundation

/// Numbers as people read them.
enum StatusWords {
    /// In one unit, rounded down: `12 s`, `20 min`, `3 h`, `2 d`.
    static func duration(_ seconds: TimeInterval) -> String {
        switch max(0, seconds) {
        case ..<90: "\(Int(max(0, seconds))) s"
        case ..<5_400: "\(Int(seconds / 60)) min"
        case ..<172_800: "\(Int(seconds / 3_600)) h"
        default: "\(Int(min(seconds, 1e12) / 86_400)) d"
        }
    }

    static func octets(_ count: Int) -> String {
        for (unit, size) in [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)] where Double(count) >= size {
            return String(format: "%.1f %@", Double(count) / size, unit)
        }
        return "\(count) B"
    }

    /// `1 mail`, `2 mails`.
    static func count(_ count: Int, _ thing: String) -> String {
        "\(count) \(thing)\(count == 1 ? "" : "s")"
    }

    /// As in `2026-11-24 09:12 UTC`.
    static func time(_ time: Date) -> String {
        Timestamp.seconds(time).prefix(16).replacingOccurrences(of: "T", with: " ") + " UTC"
    }

    /// Without what has a meaning of its own in the output of a plugin: `|` begins numbers.
    static func plain(_ text: String) -> String {
        text.replacingOccurrences(of: "|", with: "/").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// A label and its text, broken between words so that no line is longer than 80 columns.
    static func row(_ label: String, _ text: String) -> String {
        let indent = 12
        var lines: [String] = []
        var line = label.padding(toLength: indent, withPad: " ", startingAt: 0)
        for word in plain(text).split(separator: " ") {
            if line.count > indent, line.count + 1 + word.count > 80 {
                lines.append(line)
                line = String(repeating: " ", count: indent)
            }
            line += (line.count > indent ? " " : "") + word
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }
}
