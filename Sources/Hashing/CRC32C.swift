/// The cyclic redundancy check of iSCSI, Castagnoli's polynomial (RFC 3720 §12.1, B.4).
///
/// It finds damage, not malice.
package enum CRC32C {
    package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        let sum = bytes.withContiguousStorageIfAvailable { checksum(UnsafeRawBufferPointer($0)) }
        return sum ?? Array(bytes).withUnsafeBytes { checksum($0) }
    }

    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { checksum($0) }
    }

    /// Eight octets a step, each looked up in a table of its own ("slicing by 8").
    package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            var sum = UInt32.max
            var offset = 0
            let count = bytes.count
            while offset &+ 8 <= count {
                let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let word = UInt64(littleEndian: raw) ^ UInt64(sum)
                sum = eight(word, table)
                offset &+= 8
            }
            while offset < count {
                sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ bytes[offset])] ^ (sum &>> 8)
                offset &+= 1
            }
            return ~sum
        }
    }

    @inline(__always)
    private static func eight(_ word: UInt64, _ table: UnsafeBufferPointer<UInt32>) -> UInt32 {
        let low =
            table[1_792 &+ Int(word & 0xff)]
            ^ table[1_536 &+ Int((word &>> 8) & 0xff)]
            ^ table[1_280 &+ Int((word &>> 16) & 0xff)]
            ^ table[1_024 &+ Int((word &>> 24) & 0xff)]
        let high =
            table[768 &+ Int((word &>> 32) & 0xff)]
            ^ table[512 &+ Int((word &>> 40) & 0xff)]
            ^ table[256 &+ Int((word &>> 48) & 0xff)]
            ^ table[Int(word &>> 56)]
        return low ^ high
    }
}

/// Eight tables of 256 words, one after the other: table n holds each octet followed by n zeros.
private let tables: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 8 * 256)
    for octet in 0..<256 {
        var sum = UInt32(octet)
        for _ in 0..<8 {
            sum = (sum & 1) == 1 ? (sum >> 1) ^ 0x82f6_3b78 : sum >> 1
        }
        table[octet] = sum
    }
    for index in 256..<(8 * 256) {
        let previous = table[index - 256]
        table[index] = table[Int(previous & 0xff)] ^ (previous >> 8)
    }
    return table
}()
