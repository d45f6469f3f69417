/// A message's number in its mailbox, never given twice under one UIDVALIDITY (RFC 9051 §2.3.1.1).
package struct UID: Hashable, Sendable, Codable, Comparable {
    package var rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static func < (left: UID, right: UID) -> Bool { left.rawValue < right.rawValue }
}

/// The generation of a mailbox's UIDs (RFC 9051 §2.3.1.1).
package struct UIDValidity: Hashable, Sendable, Codable {
    package var rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Where one message sits on the server (RFC 9051 §2.3.1.1).
///
/// A UID names a message only together with its mailbox's UIDVALIDITY. When the server announces
/// a new UIDVALIDITY, every location noted under the old one is void.
package struct MessageLocation: Hashable, Sendable, Codable {
    package var mailbox: String
    package var uidValidity: UIDValidity
    package var uid: UID

    package init(mailbox: String, uidValidity: UIDValidity, uid: UID) {
        self.mailbox = mailbox
        self.uidValidity = uidValidity
        self.uid = uid
    }
}

/// Writes UIDs as sequence sets such as `2:4,7` (RFC 9051 §9), each short enough for one command.
func sequenceSets(_ uids: [UID], maxLength: Int = 4_000) -> [String] {
    var sets: [String] = []
    var current = ""
    let sorted = Set(uids).map(\.rawValue).sorted()
    var index = 0
    while index < sorted.count {
        let first = sorted[index]
        var last = first
        while index + 1 < sorted.count, sorted[index + 1] == last + 1 {
            index += 1
            last = sorted[index]
        }
        index += 1
        let range = first == last ? "\(first)" : "\(first):\(last)"
        if !current.isEmpty, current.utf8.count + 1 + range.utf8.count > maxLength {
            sets.append(current)
            current = ""
        }
        current += current.isEmpty ? range : ",\(range)"
    }
    if !current.isEmpty { sets.append(current) }
    return sets
}
