import Foundation
import JSONLines

/// What is to be written on one line; the journal does not know what it means.
package struct Entry: Hashable, Sendable {
    /// As in `case.opened`.
    package var type: String
    package var caseNumber: String?
    /// The members after `group`, in the order they will stand; none of ``reservedKeys``.
    package var body: JSONObject

    package init(type: String, caseNumber: String? = nil, body: JSONObject) {
        self.type = type
        self.caseNumber = caseNumber
        self.body = body
    }

    /// The keys that the journal writes itself.
    package static let reservedKeys: Set<String> = [
        "v", "seq", "at", "type", "case", "group", "end", "crc",
    ]
}

/// One line of the journal, as written or as read again: both are equal.
package struct Line: Hashable, Sendable {
    package var heading: Heading
    package var body: JSONObject

    package init(heading: Heading, body: JSONObject) {
        self.heading = heading
        self.body = body
    }

    package var seq: Int { heading.seq }
    package var at: Date { heading.at }
    package var type: String { heading.type }
    package var caseNumber: String? { heading.caseNumber }
    package var group: Int { heading.group }
    package var isEnd: Bool { heading.isEnd }
}

/// What every line has, whatever its event.
package struct Heading: Hashable, Sendable {
    /// Counts from 1 through all files, without a gap.
    package var seq: Int
    /// In whole milliseconds.
    package var at: Date
    package var type: String
    package var caseNumber: String?
    /// The `seq` of the group's first line.
    package var group: Int
    /// Whether the line is the last of its group.
    package var isEnd: Bool

    package init(
        seq: Int,
        at: Date,
        type: String,
        caseNumber: String?,
        group: Int,
        isEnd: Bool
    ) {
        self.seq = seq
        self.at = at
        self.type = type
        self.caseNumber = caseNumber
        self.group = group
        self.isEnd = isEnd
    }
}
