import Testing

@testable import Hashing

@Suite("Base32") struct Base32Tests {
    @Test(
        "the examples of RFC 4648 §10, in lower case and without padding",
        arguments: [
            ("", ""), ("f", "my======"), ("fo", "mzxq===="), ("foo", "mzxw6==="),
            ("foob", "mzxw6yq="), ("fooba", "mzxw6ytb"), ("foobar", "mzxw6ytboi======"),
        ]
    )
    func examples(plain: String, padded: String) {
        let encoded = padded.filter { $0 != "=" }
        #expect(Base32.encode(Array(plain.utf8)) == encoded)
        for text in [padded, encoded, padded.uppercased(), encoded.uppercased()] {
            #expect(Base32.decode(text) == Array(plain.utf8), "\(text)")
        }
    }

    @Test(
        "what no encoder writes is refused",
        arguments: [
            "m", "mzx", "mzxw6y", "my=", "my=====", "my=======", "=my=====", "mz======", "m1======",
            "my 3", "mé", "mzxw6ytb========",
        ]
    )
    func refused(text: String) {
        #expect(Base32.decode(text) == nil)
    }

    @Test("all octets survive the round trip")
    func roundTrip() {
        let bytes = (0...255).map { UInt8($0) }
        for count in 0...bytes.count {
            #expect(Base32.decode(Base32.encode(Array(bytes[..<count]))) == Array(bytes[..<count]))
        }
    }

    @Test("hexadecimal digits are in lower case, two an octet")
    func hexadecimalDigits() {
        #expect(hexadecimal([0, 1, 0x9a, 0xff]) == "00019aff")
    }
}
