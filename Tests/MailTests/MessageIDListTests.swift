import Testing

@testable import Mail

@Suite("MessageIDList") struct MessageIDListTests {
    private func list(_ text: String) -> (identifiers: [String], defects: [String]) {
        var defects = DefectLog()
        let identifiers = MessageIDList.list([text], limit: 10, &defects)
        return (identifiers, defects.sentences)
    }

    @Test(
        "identifiers of RFC 5322, with its obsolete phrases",
        arguments: [
            ("<a@b>", ["a@b"]),
            ("<a@b> <c@d>", ["a@b", "c@d"]),
            ("<a@b><c@d>", ["a@b", "c@d"]),
            ("<a@b>\t<c@d>  <e@f>", ["a@b", "c@d", "e@f"]),
            ("<a@b> <a@b>", ["a@b", "a@b"]),
            ("<A@b> <a@b>", ["A@b", "a@b"]),
            ("< a@b >", ["a@b"]),
            ("<a.b@[192.0.2.1]>", ["a.b@[192.0.2.1]"]),
            ("<a@[IPv6:::1]>", ["a@[IPv6:::1]"]),
            (#"<"a b"@c>"#, [#""a b"@c"#]),
            (#"<"a>b"@c>"#, [#""a>b"@c"#]),
            (#"<"a\"b"@c>"#, [#""a\"b"@c"#]),
            (#"<"> <a@b>"#, [#"""#, "a@b"]),
            ("<1234   @   local(blah)  .machine .example>", ["1234@local.machine.example"]),
            ("<a @\tb>", ["a@b"]),
            ("<a (x) @b>", ["a@b"]),
            ("<a$1/b=c+d@e>", ["a$1/b=c+d@e"]),
            ("<é@b>", ["é@b"]),
            ("(x) <a@b> (y) <c@d> (z)", ["a@b", "c@d"]),
            ("(of <x@y>) <a@b>", ["a@b"]),
            (#"Message from ann@a.example of "Tue, 1 Jan 1991 00:00:00 EST.""#, []),
            ("<a@b> (Jean <x@y>'s message (of Tuesday))", ["a@b"]),
            ("<a@b>(c)<d@e>", ["a@b", "d@e"]),
            ("Your message of Tuesday <a@b>", ["a@b"]),
            (#"Your message of "Tue, 24 Nov 2026 09:12:00 +0100" <a@b>"#, ["a@b"]),
            (#""Jean <x@y>" <a@b>"#, ["a@b"]),
            ("Message of <a@b> and more", ["a@b"]),
            ("<a@b> from \"Jean\" at Nov 24", ["a@b"]),
            ("Message from <a@b>", ["a@b"]),
            ("<=?utf-8?Q?a?=@b>", ["=?utf-8?Q?a?=@b"]),
            ("Your message of Monday", []),
            ("", []),
        ] as [(String, [String])]
    )
    func regular(text: String, expected: [String]) {
        let (identifiers, defects) = list(text)
        #expect(identifiers == expected)
        #expect(defects.isEmpty)
    }

    @Test(
        "identifiers of the wild are read and noted",
        arguments: [
            ("<a@b>, <c@d>", ["a@b", "c@d"]),
            ("<a@b>;<c@d>", ["a@b", "c@d"]),
            ("<<a@b>>", ["a@b"]),
            ("&lt;a@b&gt; &lt;c@d&gt;", ["a@b", "c@d"]),
            (#""<a@b>" <c@d>"#, ["a@b", "c@d"]),
            ("<a@b>>", ["a@b"]),
            ("<a@b", ["a@b"]),
            ("<a@b<c@d>", ["a@b", "c@d"]),
            ("<a@b> <c@d", ["a@b", "c@d"]),
            ("<a@b> <c", ["a@b"]),
            ("a@b", ["a@b"]),
            ("a@b>", ["a@b"]),
            ("a@b c@d", ["a@b", "c@d"]),
            ("a@b, c@d", ["a@b", "c@d"]),
            ("a@b (x@y)", ["a@b"]),
            (#""a b"@c"#, [#""a b"@c"#]),
            ("<abc def@ghi>", ["abcdef@ghi"]),
            ("<abc@de f>", ["abc@def"]),
            ("=?utf-8?Q?=3Ca=40b=3E?=", ["a@b"]),
            ("=?utf-8?B?PGFAYj4=?=", ["a@b"]),
            ("=?utf-8?Q?=3Ca=40?= =?utf-8?Q?b=3E?=", ["a@b"]),
            ("<a@b> =?utf-8?Q?=3Cc=40d=3E?= <e@f>", ["a@b", "c@d", "e@f"]),
            ("=?utf-8?Q?=3Ca=40b=3E_=3Cc=40d=3E?=", ["a@b", "c@d"]),
            ("Message from Jean <x@y> of Tuesday <a@b>", ["a@b"]),
            ("Message of Monday, x@example.org", []),
            ("ann@a.example's message of Tue, 5 Mar 96", []),
        ] as [(String, [String])]
    )
    func irregular(text: String, expected: [String]) {
        let (identifiers, defects) = list(text)
        #expect(identifiers == expected)
        #expect(!defects.isEmpty)
    }

    @Test(
        "what names no message",
        arguments: ["<>", "< >", "<> <>", "abc", "@", "a@", "@b", "<", ">", "()", "\"", "<\t>"]
    )
    func none(text: String) { #expect(list(text).identifiers == []) }

    @Test(
        "the identifier of the message itself",
        arguments: [
            ("<a@b>", "a@b", true), (" <a@b> ", "a@b", true), ("<a @b>", "a@b", true),
            ("<a (x) @b>", "a@b", true), ("(x) <a@b> (y)", "a@b", true),
            ("<a(x)@b>", "a(x)@b", true), ("<no-at>", "no-at", true),
            (#"<"a b"@c>"#, #""a b"@c"#, true),
            ("<a b@c>", "ab@c", false), ("<a@b> <c@d>", "a@b", false), ("a@b", "a@b", false),
            ("no-at", "no-at", false), ("a@b (added by x@y)", "a@b", false),
            ("by host a@b", "a@b", false), ("ab cd", "abcd", false), ("<a@b", "a@b", false),
            ("<abc", "abc", false), ("a@b>", "a@b", false), ("<> <a@b>", "a@b", true),
            ("=?utf-8?Q?=3Ca=40b=3E?=", "a@b", false), ("<>", nil, false), ("", nil, false),
            ("()", nil, false),
        ] as [(String, String?, Bool)]
    )
    func single(text: String, expected: String?, isRegular: Bool) {
        var defects = DefectLog()
        #expect(MessageIDList.single(text, &defects) == expected)
        #expect(defects.sentences.isEmpty == isRegular)
    }

    @Test("several fields are read together, as written")
    func fields() {
        var defects = DefectLog()
        let identifiers = MessageIDList.list(["<a@b> <c@d>", "x@y", "<a@b>"], limit: 10, &defects)
        #expect(identifiers == ["a@b", "c@d", "x@y", "a@b"])
    }

    @Test("the latest references are kept")
    func limit() {
        var defects = DefectLog()
        #expect(MessageIDList.list(["<a@b> <c@d> <e@f>"], limit: 2, &defects) == ["c@d", "e@f"])
        #expect(defects.sentences.count == 1)
    }

    @Test(
        "any repetition is read",
        arguments: [
            "<", ">", "<>", "<a@b", "<a@b>", "<a@b> ", "(", "(<", "\"", "<\"", "<\"a", "\\", ",",
            "a@b ", "=?",
            "=?a?q?", "=?a?q?=3C?=", "from <a@b>", "<a b", "<(", "<a ( ",
        ]
    )
    func repetition(text: String) {
        let many = String(repeating: text, count: 5_000)
        #expect(list(many).identifiers.count <= 10)
        #expect(list("<x@y> " + many).identifiers.count <= 10)
    }
}
