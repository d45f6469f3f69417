import Testing

@testable import Mail

@Suite("ParameterizedField") struct ParameterizedFieldTests {
    @Test(
        "RFC 2045, 2231 and their misuse",
        arguments: [
            ("text/plain; charset=utf-8", "text/plain", ["charset": "utf-8"]),
            ("Text/Plain; Charset=\"utf-8\"", "text/plain", ["charset": "utf-8"]),
            ("text/plain (comment); charset=a (b)", "text/plain", ["charset": "a (b)"]),
            ("a/b; name=\"x;y\\\"z\"", "a/b", ["name": "x;y\"z"]),
            ("a/b; name=deux mots.pdf; x=1", "a/b", ["name": "deux mots.pdf", "x": "1"]),
            ("a/b; name=\"C:\\tmp\\x\"", "a/b", ["name": "C:\\tmp\\x"]),
            ("a/b; name*=utf-8''%C3%A9", "a/b", ["name": "é"]),
            ("a/b; name*=iso-8859-1'fr'%E9", "a/b", ["name": "é"]),
            ("a/b; name*0=abc; name*1=def", "a/b", ["name": "abcdef"]),
            ("a/b; name*1=def; name*0=abc", "a/b", ["name": "abcdef"]),
            ("a/b; name*0*=utf-8''%C3; name*1*=%A9", "a/b", ["name": "é"]),
            ("a/b; name=old; name*=utf-8''new", "a/b", ["name": "new"]),
            ("a/b; name=\"=?utf-8?B?w6k=?=\"", "a/b", ["name": "é"]),
            ("a/b;", "a/b", [:]),
            (";;;", "", [:]),
            ("a/b; =x; y", "a/b", [:]),
            ("", "", [:]),
        ] as [(String, String, [String: String])]
    )
    func reading(text: String, value: String, parameters: [String: String]) {
        var defects = DefectLog()
        let field = ParameterizedField(parsing: text, &defects)
        #expect(field.value == value)
        #expect(field.parameters == parameters)
        #expect(defects.sentences.isEmpty)
    }

    @Test("twice the same, no closing quote, a lost section")
    func defects() {
        var defects = DefectLog()
        let field = ParameterizedField(
            parsing: "a/b; x=1; x=2; y*0=a; y*2=c; n*=%C3%A9; z=\"open",
            &defects
        )
        #expect(field.parameters == ["x": "1", "y": "ac", "n": "é", "z": "open"])
        #expect(defects.sentences.count == 4)
    }
}
