/// Decodes base64 into a block that is given away whenever it is full.
struct Base64Decoder {
    /// What RFC 2045 §6.8 does not know, and how it was read all the same.
    enum Oddity: String, CaseIterable {
        case foreign = "Base64 held characters outside its alphabet; they were skipped."
        case urlSafe =
            "Base64 was in the alphabet of RFC 4648 §5, with \"-\" and \"_\"; it was read in it."
        case cut =
            "Base64 ended in the middle of a group; the octets that were whole were kept."
        case textAfterEnd = "Text stood after the end of base64; it was left out."
    }

    let input: UnsafeBufferPointer<UInt8>
    let out: UnsafeMutableBufferPointer<UInt8>
    private(set) var oddities: Set<Oddity> = []
    private var index = 0
    private var length = 0
    private var group: UInt32 = 0
    /// Characters of the group that is not full yet.
    private var held = 0
    private var isURLSafe = false
    private var hasSurveyed = false
    /// Up to where base64 is known to go on; set back by padding.
    private var continuesUntil = Int.max

    init(input: UnsafeBufferPointer<UInt8>, out: UnsafeMutableBufferPointer<UInt8>) {
        self.input = input
        self.out = out
    }

    mutating func run(
        _ groups: UnsafeBufferPointer<UInt32>,
        _ values: UnsafeBufferPointer<UInt8>,
        into sink: (UnsafeRawBufferPointer) -> Void
    ) {
        while index < input.count {
            if held == 0, continuesUntil == .max { takeGroups(groups) }
            if length + 3 > out.count { give(to: sink) }
            guard index < input.count else { break }
            guard take(values[Int(input[index])], values) else {
                oddities.insert(.textAfterEnd)
                break
            }
            index += 1
        }
        if held > 0 { oddities.insert(.cut) }
        endGroup()
        give(to: sink)
    }

    /// Whole groups, as long as nothing stands between them.
    @inline(never)
    private mutating func takeGroups(_ groups: UnsafeBufferPointer<UInt32>) {
        let (source, target) = (UnsafeRawBufferPointer(input), UnsafeMutableRawBufferPointer(out))
        var (read, written) = (index, length)
        // Four octets are stored for each three, the last of them for nothing.
        let (lastRead, lastWritten) = (input.count - 4, out.count - 4)
        while read <= lastRead, written <= lastWritten {
            let group = UInt32(
                littleEndian: source.loadUnaligned(fromByteOffset: read, as: UInt32.self)
            )
            let sum =
                groups[Int(group & 0xFF)]
                | groups[256 &+ Int(group >> 8 & 0xFF)]
                | groups[512 &+ Int(group >> 16 & 0xFF)]
                | groups[768 &+ Int(group >> 24)]
            guard sum & Base64Table.broken == 0 else { break }
            target.storeBytes(of: (sum << 8).bigEndian, toByteOffset: written, as: UInt32.self)
            read &+= 4
            written &+= 3
        }
        (index, length) = (read, written)
    }

    private mutating func give(to sink: (UnsafeRawBufferPointer) -> Void) {
        guard length > 0 else { return }
        sink(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(out)[..<length]))
        length = 0
    }

    /// One octet; `false` when base64 ended before it.
    private mutating func take(_ value: UInt8, _ values: UnsafeBufferPointer<UInt8>) -> Bool {
        switch value {
        case Base64Table.whiteSpace:
            return true
        case Base64Table.padding:
            if held >= 2 {
                endGroup()
                // A line that was looked at is not looked at again.
                if continuesUntil == .max || index >= continuesUntil { continuesUntil = index }
            } else if held == 1 {
                oddities.insert(.foreign)
            }
            return true
        case Base64Table.foreign:
            return takeForeign()
        default:
            guard continues(values) else { return false }
            add(value)
            return true
        }
    }

    private mutating func add(_ value: UInt8) {
        group = group << 6 | UInt32(value)
        held += 1
        guard held == 4 else { return }
        out[length] = UInt8(truncatingIfNeeded: group >> 16)
        out[length + 1] = UInt8(truncatingIfNeeded: group >> 8)
        out[length + 2] = UInt8(truncatingIfNeeded: group)
        length += 3
        held = 0
    }

    private mutating func endGroup() {
        if held == 2 {
            out[length] = UInt8(truncatingIfNeeded: group >> 4)
            length += 1
        } else if held == 3 {
            out[length] = UInt8(truncatingIfNeeded: group >> 10)
            out[length + 1] = UInt8(truncatingIfNeeded: group >> 2)
            length += 2
        }
        held = 0
    }

    /// Tolerated: after padding another encoding, put there by programs that encode in pieces.
    ///
    /// It must fill its line; what a mailing list appends does not.
    private mutating func continues(_ values: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index >= continuesUntil else { return true }
        var characters = 0
        var hasBlank = false
        var end = index
        while end < input.count, input[end] != .lf, input[end] != .cr {
            let value = values[Int(input[end])]
            guard value != Base64Table.foreign else { return false }
            if value == Base64Table.whiteSpace {
                hasBlank = true
            } else if hasBlank {
                return false
            } else {
                characters += 1
            }
            end += 1
        }
        guard characters % 4 == 0 else { return false }
        continuesUntil = end
        return true
    }

    /// Tolerated: characters outside the alphabet (§6.8 says to skip them), the alphabet for URLs,
    /// and the footer of a mailing list behind its ruler.
    private mutating func takeForeign() -> Bool {
        let octet = input[index]
        let isMark = octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_")
        if isMark {
            if isAtLineStart, startsFooter { return false }
            if !hasSurveyed { survey() }
            if isURLSafe {
                add(octet == UInt8(ascii: "-") ? 62 : 63)
                return true
            }
        }
        oddities.insert(.foreign)
        return true
    }

    private var isAtLineStart: Bool {
        index == 0 || input[index - 1] == .lf || input[index - 1] == .cr
    }

    /// A line of nothing but one mark, at least two of them, or one like that of a boundary.
    private var startsFooter: Bool {
        let line = input[index...].prefix { $0 == input[index] }
        guard line.count > 1 else { return false }
        if index > 0, !isURLSafe, input[index] == UInt8(ascii: "-") { return true }
        let rest = input[line.endIndex...].prefix { $0.isBlank }
        return rest.endIndex == input.count || input[rest.endIndex] == .lf
            || input[rest.endIndex] == .cr
    }

    /// Looks once through all of it: "-" and "_" count only where nothing else is foreign.
    private mutating func survey() {
        hasSurveyed = true
        isURLSafe = input.allSatisfy { octet in
            octet.isLetter || octet.isDigit || octet.isWhiteSpace || octet == UInt8(ascii: "-")
                || octet == UInt8(ascii: "_") || octet == UInt8(ascii: "=")
        }
        if isURLSafe { oddities.insert(.urlSafe) }
    }
}
