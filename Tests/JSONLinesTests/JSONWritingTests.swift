import Testing

@testable import JSONLines

@Suite("JSON writing") struct JSONWritingTests {
    @Test(
        "values are written compactly, in UTF-8, escaping only what must be",
        arguments: [
            (nil, "null"), (true, "true"), (false, "false"), (0, "0"), (-42, "-42"),
            (.integer(.max), "9223372036854775807"), (.integer(.min), "-9223372036854775808"),
            (3.0, "3"), (7.5, "7.5"), (-0.0, "-0"), (0.1, "0.1"), (1e16, "1e+16"),
            (123_456_789_012_345, "123456789012345"), (.number(.leastNonzeroMagnitude), "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (.number(.nan), "null"), (.number(.infinity), "null"),
            ("", "\"\""), ("a/b", "\"a/b\""), ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#),
            ("\u{0}\u{8}\u{b}\u{c}\u{1f}\u{7f}", #""\u0000\u0008\u000b\u000c\u001f"# + "\u{7f}\""),
            ("été €\u{2028}🙂", "\"été €\u{2028}🙂\""),
            ("seventeen octets\nand more than that", #""seventeen octets\nand more than that""#),
            ([], "[]"), ([1, [], "x"], #"[1,[],"x"]"#), ([:], "{}"),
            (["b": 1, "a": ["c": nil]], #"{"b":1,"a":{"c":null}}"#),
            (["a\"b": "x"], #"{"a\"b":"x"}"#),
        ] as [(JSONValue, String)]
    )
    func table(value: JSONValue, text: String) {
        #expect(value.serialized == text)
    }

    @Test("every character of Unicode's first plane comes back as it was")
    func characters() throws {
        let scalars = (0..<0x1_1000).compactMap { Unicode.Scalar(UInt32($0)) }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let value = JSONValue.string(text)
        let back = try #require(try JSONReader.value(of: value.serialized).stringValue)
        #expect(Array(back.unicodeScalars) == scalars)
    }

    @Test("the place of a special character does not matter")
    func places() throws {
        for length in 0..<40 {
            for place in 0...length {
                for special in ["\"", "\\", "\n", "\u{1}", "é", "\u{80}", "¢"] {
                    let text =
                        String(repeating: "x", count: place) + special
                        + String(repeating: "y", count: length - place)
                    let value = try JSONReader.value(of: JSONValue.string(text).serialized)
                    #expect(value == .string(text), "\(special) at \(place) of \(length)")
                }
            }
        }
    }

    @Test("any double comes back as it was")
    func doubles() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            let back = try JSONReader.value(of: JSONValue.number(number).serialized)
            #expect(back == .number(number))
        }
    }
}
