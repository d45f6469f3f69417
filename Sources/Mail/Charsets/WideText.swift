/// UTF-16 and UTF-32 (RFC 2781, Unicode Standard Annex 19), in either order of octets.
struct WideText: Hashable {
    /// Octets of a code unit: 2 or 4.
    var width: Int
    var isBigEndian: Bool

    static func isWide(_ name: String) -> Bool {
        name.hasPrefix("utf-16") || name.hasPrefix("utf-32")
    }

    /// The form that the octets have, under a name that is wide.
    ///
    /// A byte order mark says more than the name. Without either, the order counts that gives more
    /// characters of common scripts; big-endian is what RFC 2781 §4.3 falls back to.
    init(of octets: Octets, named name: String) {
        if let marked = WideText(markOf: octets) {
            self = marked
            return
        }
        width = name.hasPrefix("utf-32") ? 4 : 2
        isBigEndian = !name.hasSuffix("le")
        let swapped = WideText(width: width, isBigEndian: !isBigEndian)
        // Without a mark a name that says the order is wrong only where the other one is all right.
        let isExact = name.hasSuffix("le") || name.hasSuffix("be")
        let (here, there) = (commonUnits(octets), swapped.commonUnits(octets))
        if isExact {
            if here == 0, there > 2 { self = swapped }
            return
        }
        // Characters of one script share their high halves: few of them beside many tell, too.
        let (high, low) = (variety(octets), swapped.variety(octets))
        if low * 2 <= high || (high * 2 > low && there > here) { self = swapped }
    }

    /// The form that a byte order mark at the start gives away.
    init?(markOf octets: Octets) {
        if octets.starts(with: [0xFF, 0xFE, 0, 0]) {
            self.init(width: 4, isBigEndian: false)
        } else if octets.starts(with: [0, 0, 0xFE, 0xFF]) {
            self.init(width: 4, isBigEndian: true)
        } else if octets.starts(with: [0xFF, 0xFE]) {
            self.init(width: 2, isBigEndian: false)
        } else if octets.starts(with: [0xFE, 0xFF]) {
            self.init(width: 2, isBigEndian: true)
        } else {
            return nil
        }
    }

    /// The form of text that names no charset, or a wrong one, where its zero octets leave no doubt.
    init?(guessedFrom octets: Octets) {
        let sample = octets.prefix(4096)
        guard sample.count >= 4, sample.contains(0) else { return nil }
        let zeros = Self.zeros(sample)
        let quarter = sample.count / 4
        if sample.count % 4 == 0, zeros[1] + zeros[2] >= quarter * 2 - quarter / 8 {
            if zeros[0] == quarter, zeros[3] == 0 {
                self.init(width: 4, isBigEndian: true)
                return
            }
            if zeros[3] == quarter, zeros[0] == 0 {
                self.init(width: 4, isBigEndian: false)
                return
            }
        }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        // Half of the characters are of US-ASCII, and hardly any octet is zero by chance.
        guard max(even, odd) > 2, max(even, odd) * 4 >= sample.count,
            min(even, odd) * 20 <= max(even, odd)
        else { return nil }
        self.init(width: 2, isBigEndian: even > odd)
    }

    static let bigEndian = WideText(width: 2, isBigEndian: true)

    private init(width: Int, isBigEndian: Bool) {
        self.width = width
        self.isBigEndian = isBigEndian
    }

    /// How many octets are zero at each place of a group of four.
    private static func zeros(_ sample: Octets) -> [Int] {
        var zeros = [0, 0, 0, 0]
        for (place, octet) in sample.enumerated() where octet == 0 { zeros[place & 3] += 1 }
        return zeros
    }

    /// How many code units near the start are characters of common scripts, read in this order.
    private func commonUnits(_ octets: Octets) -> Int {
        let sample = octets.prefix(4096)
        return stride(from: sample.startIndex, through: sample.endIndex - width, by: width).count {
            Self.isCommon(unit(sample, $0))
        }
    }

    /// How many values the high octets have near the start, read in this order.
    private func variety(_ octets: Octets) -> Int {
        let sample = octets.prefix(4096)
        let start = sample.startIndex + (isBigEndian ? 0 : width - 1)
        return Set(stride(from: start, to: sample.endIndex, by: width).map { sample[$0] }).count
    }

    private static func isCommon(_ unit: UInt32) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20..<0x1000, 0x1E00..<0x2030, 0x3000..<0x3100, 0x4E00..<0xA000,
            0xAC00..<0xD7A4,
            0xD83C..<0xD83F, 0xDC00..<0xE000, 0xFF00..<0xFFF0, 0x1_F300..<0x1_FA00:
            true
        default: false
        }
    }

    func decode(_ octets: Octets) -> DecodedText {
        var out = String.UnicodeScalarView()
        var invalid = 0
        var high: UInt32?
        func replace() {
            invalid += 1
            out.append("\u{FFFD}")
        }
        var index = octets.startIndex
        while index + width <= octets.endIndex {
            let unit = unit(octets, index)
            index += width
            if let first = high {
                high = nil
                if width == 2, (0xDC00...0xDFFF).contains(unit),
                    let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (unit - 0xDC00))
                {
                    out.append(scalar)
                    continue
                }
                replace()
            }
            if width == 2, (0xD800...0xDBFF).contains(unit) {
                high = unit
            } else if let scalar = Unicode.Scalar(unit) {
                if scalar != "\u{FEFF}" || !out.isEmpty { out.append(scalar) }
            } else {
                replace()
            }
        }
        if high != nil || index < octets.endIndex { replace() }
        return DecodedText(text: String(out), invalid: invalid)
    }

    private func unit(_ octets: Octets, _ index: Int) -> UInt32 {
        var value: UInt32 = 0
        for place in 0..<width {
            let octet = octets[index + (isBigEndian ? place : width - 1 - place)]
            value = value << 8 | UInt32(octet)
        }
        return value
    }
}
