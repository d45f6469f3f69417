import Testing

@testable import JSONLines

@Suite("JSON reader") struct JSONReaderTests {
    @Test(
        "what RFC 8259 allows",
        arguments: [
            ("null", nil), (" true ", true), ("\t\r\nfalse\n", false), ("0", 0), ("-1", -1),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", 9223372036854775808.0), ("1.5e3", 1_500.0), ("1E+2", 100),
            ("1e-2", 0.01), ("-0", -0.0), ("1e-999", 0.0), ("[]", []), ("[ ]", []), ("{ }", [:]),
            ("[1 , 2]", [1, 2]), (#"{"a" : {"b":[null]} , "c":1}"#, ["a": ["b": [nil]], "c": 1]),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
            (#""\u00e9\u00C9\u20ac""#, "éÉ€"), (#""\ud83d\ude42""#, "🙂"),
            (#""\ud83d""#, "\u{fffd}"), (#""\ude42x""#, "\u{fffd}x"),
            (#""\ud83d\ud83d\ude42""#, "\u{fffd}🙂"), (#""\ud83d\u0041""#, "\u{fffd}A"),
            (#""\ud83d\n""#, "\u{fffd}\n"), ("\"é\u{7f}🙂\"", "é\u{7f}🙂"),
            (#""\u0000""#, "\u{0}"),
        ] as [(String, JSONValue)]
    )
    func accepted(text: String, value: JSONValue) throws {
        #expect(try JSONReader.value(of: text) == value)
    }

    @Test(
        "what it does not, and where",
        arguments: [
            ("", 0, .endOfText), ("  ", 2, .endOfText), ("nul", 0, .badLiteral),
            ("True", 0, .unexpectedOctet), ("nulL", 0, .badLiteral), ("1 2", 2, .textAfterValue),
            ("01", 1, .badNumber), ("-", 1, .endOfText), ("-x", 1, .badNumber),
            ("1.", 2, .endOfText),
            ("1.e2", 2, .badNumber), (".5", 0, .unexpectedOctet), ("+1", 0, .unexpectedOctet),
            ("1e", 2, .endOfText), ("1e999", 0, .numberOutOfRange), ("NaN", 0, .unexpectedOctet),
            ("[1,]", 3, .unexpectedOctet), ("[1", 2, .endOfText), ("[1 2]", 3, .unexpectedOctet),
            ("{,}", 1, .unexpectedOctet), (#"{"a"}"#, 4, .unexpectedOctet),
            (#"{"a":1,}"#, 7, .unexpectedOctet), ("{1:2}", 1, .unexpectedOctet),
            (#"{"a":1"#, 6, .endOfText), ("'a'", 0, .unexpectedOctet), ("\"a", 2, .endOfText),
            (#""\"#, 2, .endOfText), (#""\x""#, 2, .badEscape), (#""\u12g4""#, 5, .badEscape),
            (#""\u12"#, 5, .endOfText), ("\"a\nb\"", 2, .controlCharacter),
            (#""\n"# + "\t\"", 3, .controlCharacter), ("[1]//", 3, .textAfterValue),
            ("\u{feff}1", 0, .unexpectedOctet),
        ] as [(String, Int, JSONError.Problem)]
    )
    func refused(text: String, offset: Int, problem: JSONError.Problem) {
        #expect(throws: JSONError(offset: offset, problem: problem)) {
            try JSONReader.value(of: text)
        }
    }

    @Test(
        "octets that are not UTF-8",
        arguments: [
            ([0x22, 0x61, 0xff, 0x22], 2), ([0x22, 0xc3, 0x22], 1), ([0x22, 0xc0, 0x80, 0x22], 1),
            ([0x22, 0xed, 0xa0, 0x80, 0x22], 1), ([0x22, 0x5c, 0x6e, 0xff, 0x22], 4),
        ] as [([UInt8], Int)]
    )
    func badUTF8(bytes: [UInt8], offset: Int) {
        #expect(throws: JSONError(offset: offset, problem: .badUTF8)) {
            try JSONReader.value(of: bytes)
        }
    }

    @Test("depth has a limit")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSONReader.value(of: nested(JSONReader.depthLimit))
        #expect(throws: JSONError(offset: 128, problem: .tooDeep)) {
            try JSONReader.value(of: nested(JSONReader.depthLimit + 1))
        }
        #expect(throws: JSONError(offset: 128, problem: .tooDeep)) {
            try JSONReader.value(of: String(repeating: "[", count: 1_000_000))
        }
    }

    @Test("of a name that stands twice the last is found, both are kept")
    func duplicates() throws {
        let text = #"{"a":1,"b":2,"a":3}"#
        let object = try JSONReader.object(of: Array(text.utf8))
        #expect(object["a"] == 3)
        #expect(object.serialized == text)
    }

    @Test("no octet string crashes it or what walks over members")
    func anyOctets() {
        let seed = Array(#"{"a":[1.5e3,"\u00e9\n",{"b":null}],"c":-0,"d":"é"}"#.utf8)
        for place in seed.indices {
            for octet in UInt8.min...UInt8.max {
                var bytes = seed
                bytes[place] = octet
                _ = try? JSONReader.value(of: bytes)
                _ = try? JSONReader.slice(of: "zz", in: bytes)
            }
            _ = try? JSONReader.value(of: seed[..<place])
            _ = try? JSONReader.slice(of: "zz", in: Array(seed[..<place]))
        }
    }
}

@Suite("JSON object") struct JSONObjectTests {
    @Test("members keep their order; setting replaces, appends or removes")
    func order() {
        var object: JSONObject = ["z": 1, "a": 2]
        object["z"] = 3
        object["m"] = "x"
        object["a"] = nil
        #expect(object.serialized == #"{"z":3,"m":"x"}"#)
        #expect(object.keys == ["z", "m"])
        #expect(object.integer("z") == 3)
        #expect(object.string("z") == nil)
        #expect(object.string("m") == "x")
    }

    @Test("a whole number is the same value in either form")
    func numbers() {
        #expect(JSONValue.number(3) == .integer(3))
        #expect(JSONValue.number(3).hashValue == JSONValue.integer(3).hashValue)
        #expect(JSONValue.number(3.5) != .integer(3))
        #expect(JSONValue.number(9.3e18) != .integer(.max))
        #expect(JSONValue.integer(3).numberValue == 3)
        #expect(JSONValue.number(3).integerValue == 3)
    }

    @Test("an array of strings only is one")
    func strings() {
        let object: JSONObject = ["a": ["x", "y"], "b": ["x", 1], "c": []]
        #expect(object.strings("a") == ["x", "y"])
        #expect(object.strings("b") == nil)
        #expect(object.strings("c") == [])
        #expect(object.strings("d") == nil)
    }
}

@Suite("Member cursor") struct MemberCursorTests {
    private let line = Array(
        #"{"v":1,"seq":12,"x":{"seq":"}\"","y":[1,"]"]},"type":"mail.queued", "mail":"a\"b","n":-1.5}"#
            .utf8
    )

    @Test(
        "a member is found as written, without looking inside others",
        arguments: [
            ("v", "1"), ("seq", "12"), ("x", #"{"seq":"}\"","y":[1,"]"]}"#),
            ("type", #""mail.queued""#), ("mail", #""a\"b""#), ("n", "-1.5"), ("y", nil),
        ]
    )
    func slices(name: String, expected: String?) throws {
        let range = try JSONReader.slice(of: name, in: line)
        #expect(range.map { String(decoding: line[$0], as: UTF8.self) } == expected)
    }

    @Test("leading members are read, what follows is not even looked at")
    func leading() throws {
        let torn = Array(#"{"v":1,"seq":12,"type":"a","mail":"unfinished"#.utf8)
        let object = try JSONReader.leadingMembers(of: torn, through: "type")
        #expect(object == ["v": 1, "seq": 12, "type": "a"])
    }

    @Test(
        "what is no object is refused",
        arguments: ["", "[1]", "1", #"{"a" 1}"#, #"{"a":}"#, #"{"a":1 "b":2}"#, "{a:1}", #"{"a":"#]
    )
    func refused(text: String) {
        #expect(throws: JSONError.self) {
            try JSONReader.slice(of: "zz", in: Array(text.utf8))
        }
    }
}
