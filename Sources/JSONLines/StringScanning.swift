/// Where the next quotation mark, reverse solidus or control character stands, else the count.
///
/// Those are the octets that a JSON string cannot hold as they are (RFC 8259 §7). Eight are looked at
/// together: in each expression the lowest bit left belongs to the first such octet.
@inline(__always)
func octetsBeforeSpecial(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    let count = bytes.count
    while index &+ 8 <= count {
        let word = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        )
        let quote = word ^ (ones &* 0x22)
        let solidus = word ^ (ones &* 0x5c)
        let found =
            (((quote &- ones) & ~quote) | ((solidus &- ones) & ~solidus)
                | ((word &- (ones &* 0x20)) & ~word)) & highs
        if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
        index &+= 8
    }
    while index < count {
        let octet = bytes[index]
        if octet < 0x20 || octet == 0x22 || octet == 0x5c { return index }
        index &+= 1
    }
    return count
}
