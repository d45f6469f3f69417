import Testing

@testable import Hashing

@Suite("CRC-32C") struct CRC32CTests {
    @Test(
        "the examples of RFC 3720 B.4, and the usual check value",
        arguments: [
            ([UInt8](repeating: 0, count: 32), 0x8a91_36aa),
            ([UInt8](repeating: 0xff, count: 32), 0x62a8_ab43),
            (Array(0...31), 0x46dd_794e),
            (Array((0...31).reversed()), 0x113f_db5c),
            (
                [
                    0x01, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                    0x00, 0x00, 0x00, 0x14, 0x00, 0x00, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x00,
                    0x00, 0x14, 0x00, 0x00, 0x00, 0x18, 0x28, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                    0x00, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                ], 0xd996_3a56
            ),
            (Array("123456789".utf8), 0xe306_9283),
            ([], 0),
        ] as [([UInt8], UInt32)]
    )
    func examples(bytes: [UInt8], sum: UInt32) {
        #expect(CRC32C.checksum(bytes) == sum)
        #expect(CRC32C.checksum(AnySequence(bytes)) == sum)
    }

    @Test("eight octets a step give what one octet a step gives")
    func slices() {
        let bytes = (0..<64).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
        for start in 0..<9 {
            for end in start...bytes.count {
                var expected = UInt32.max
                for byte in bytes[start..<end] {
                    expected ^= UInt32(byte)
                    for _ in 0..<8 {
                        expected = (expected >> 1) ^ (expected & 1 == 1 ? 0x82f6_3b78 : 0)
                    }
                }
                #expect(CRC32C.checksum(bytes[start..<end]) == ~expected, "\(start)..<\(end)")
            }
        }
    }
}
