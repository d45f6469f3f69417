import Foundation

/// Names of folders as IMAP writes them: modified UTF-7 (RFC 3501 §5.1.3).
enum WireName {
    static func encode(_ name: String) -> String {
        var encoded = ""
        var pending: [UInt8] = []
        for unit in name.utf16 {
            guard let byte = UInt8(exactly: unit), (0x20...0x7E).contains(byte) else {
                pending += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                continue
            }
            encoded += shifted(pending)
            pending = []
            encoded += byte == UInt8(ascii: "&") ? "&-" : String(Unicode.Scalar(byte))
        }
        return normalized(encoded + shifted(pending))
    }

    /// INBOX has no case (RFC 3501 §5.1).
    static func normalized(_ name: String) -> String {
        name.uppercased() == "INBOX" ? "INBOX" : name
    }

    private static func shifted(_ units: [UInt8]) -> String {
        guard !units.isEmpty else { return "" }
        let base64 = Data(units).base64EncodedString()
            .replacingOccurrences(of: "/", with: ",")
            .replacingOccurrences(of: "=", with: "")
        return "&\(base64)-"
    }
}
