import Testing

@testable import Hashing

@Suite("SHA-256") struct SHA256Tests {
    @Test(
        "the examples of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                    + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ]
    )
    func examples(text: String, digest: String) {
        #expect(hexadecimal(SHA256.hash(text.utf8)) == digest)
    }

    @Test("a million letters a")
    func million() {
        let digest = SHA256.hash(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(hexadecimal(digest) == expected)
    }

    @Test("with and without the processor's instructions the digest is the same")
    func instructions() {
        let bytes = (0..<400).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 3) }
        for count in 0...bytes.count {
            var plain = SHA256Stream(usesInstructions: false)
            plain.update(bytes[..<count])
            #expect(plain.finish() == SHA256.hash(bytes[..<count]), "\(count) octets")
        }
    }

    @Test("pieces of any size give the digest of the whole")
    func pieces() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for count in 0...bytes.count {
            let whole = SHA256.hash(bytes[..<count])
            for size in [1, 3, 63, 64, 65, 128] {
                var stream = SHA256Stream()
                for start in stride(from: 0, to: count, by: size) {
                    stream.update(bytes[start..<min(start + size, count)])
                }
                #expect(stream.finish() == whole, "\(count) octets in pieces of \(size)")
            }
        }
    }
}

@Suite("HMAC") struct HMACTests {
    @Test(
        "the examples of RFC 4231",
        arguments: [
            (
                [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                Array(1...25), [UInt8](repeating: 0xcd, count: 50),
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131),
                Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131),
                Array(
                    ("This is a test using a larger than block-size key and a larger than "
                        + "block-size data. The key needs to be hashed before being used by the "
                        + "HMAC algorithm.").utf8
                ),
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
            ),
        ] as [([UInt8], [UInt8], String)]
    )
    func examples(key: [UInt8], message: [UInt8], digest: String) {
        #expect(hexadecimal(HMAC.sha256(key: key, message: message)) == digest)
    }

    @Test("the 128 bits that RFC 4231 §4.6 keeps")
    func truncated() {
        let digest = HMAC.sha256(
            key: [UInt8](repeating: 0x0c, count: 20),
            message: Array("Test With Truncation".utf8)
        )
        #expect(hexadecimal(Array(digest.prefix(16))) == "a3b6167473100ee06e0c796c2955552b")
    }

    @Test(
        "two digests are compared whole",
        arguments: [
            ([], [], true), ([1, 2], [1, 2], true), ([1, 2], [1, 3], false),
            ([9, 2], [1, 2], false),
            ([1], [1, 2], false),
        ] as [([UInt8], [UInt8], Bool)]
    )
    func comparison(a: [UInt8], b: [UInt8], expected: Bool) {
        #expect(HMAC.isEqual(a, b) == expected)
    }
}
