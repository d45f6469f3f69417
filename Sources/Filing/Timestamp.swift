import Foundation

/// Times as programs read them: RFC 3339 in UTC.
package enum Timestamp {
    private static let style = Date.ISO8601FormatStyle()

    /// With milliseconds, as in `2026-11-24T09:12:00.123Z`.
    package static func text(_ date: Date) -> String { Instant(date).text }

    /// Without fraction, as in `2026-11-24T09:12:00Z`.
    package static func seconds(_ date: Date) -> String {
        Instant(date).text.prefix(19) + "Z"
    }

    /// Reads either form; `nil` for anything else.
    package static func date(_ text: String) -> Date? {
        let instant = Array(text.utf8).withUnsafeBytes { Instant(text: $0) }
        return instant?.date ?? (try? style.parse(text))
    }
}
