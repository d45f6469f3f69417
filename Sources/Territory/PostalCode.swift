/// French postal codes (five digits), those of CEDEX included.
package enum PostalCode {
    /// Code of the département of a postal code; `nil` when its digits belong to none.
    ///
    /// Corsica's 20xxx are split between 2A and 2B; overseas codes have three digits, but the CEDEX
    /// 977xx and 978xx are Réunion's, while Saint-Barthélemy and Saint-Martin have one code each.
    package static func department(_ code: String) -> String? {
        let digits = Array(code.utf8)
        guard digits.count == 5, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        switch code.prefix(2) {
        case "00", "96", "99": return nil
        case "20": return corsica(third: digits[2])
        case "97": return overseas(code)
        case "98": return ["986", "987", "988"].first(where: code.hasPrefix)
        default: return String(code.prefix(2))
        }
    }

    private static func corsica(third digit: UInt8) -> String? {
        switch digit {
        case UInt8(ascii: "0"), UInt8(ascii: "1"): "2A"
        case UInt8(ascii: "2"), UInt8(ascii: "4"), UInt8(ascii: "6"): "2B"
        default: nil
        }
    }

    private static func overseas(_ code: String) -> String? {
        switch code {
        case "97133": "977"
        case "97150": "978"
        default:
            switch code.prefix(3) {
            case "977", "978": "974"
            case "970", "979": nil
            default: String(code.prefix(3))
            }
        }
    }
}
