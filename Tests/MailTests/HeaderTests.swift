import Testing

@testable import Mail

@Suite("EncodedWord") struct EncodedWordTests {
    @Test(
        "RFC 2047 and its misuse",
        arguments: [
            ("plain ? text", "plain ? text"),
            ("=?ISO-8859-1?Q?a?=", "a"),
            ("=?ISO-8859-1?Q?a?= b", "a b"),
            ("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"),
            ("=?ISO-8859-1?Q?a?=  \t =?ISO-8859-1?Q?b?=", "ab"),
            ("=?ISO-8859-1?Q?a_b?=", "a b"),
            ("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"),
            ("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"),
            ("=?utf-8?B?w6k=?= =?UTF-8?b?w6k=?=", "éé"),
            ("=?utf-8?Q?caf=C3=A9?=noir", "cafénoir"),
            ("=?utf-8*fr?Q?=C3=A9?=", "é"),
            ("=?utf-8?B?w6k?=", "é"),
            ("=?utf-8?Q?deux mots?=", "deux mots"),
            ("=?utf-8?Q?quoi_=3F?=", "quoi ?"),
            ("=?utf-8?Q?=3D?=", "="),
            ("=?windows-1252?Q?5_=80?=", "5 €"),
            ("=?iso-8859-15?Q?5_=A4?=", "5 €"),
            ("=?utf-8?Q?a=0Ab?=", "a b"),
            ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
            ("=?utf-8?Q?a", "=?utf-8?Q?a"),
            ("=?utf-8?Q?", "=?utf-8?Q?"),
            ("=?", "=?"),
            ("=?=", "=?="),
            ("a=?b?c", "a=?b?c"),
        ]
    )
    func decoding(text: String, expected: String) {
        var defects = DefectLog()
        #expect(EncodedWord.decode(text, &defects) == expected)
    }

    @Test("what does not decode well is noted")
    func defects() {
        var defects = DefectLog()
        #expect(EncodedWord.decode("=?x-none?Q?=C3=A9?=", &defects) == "é")
        #expect(EncodedWord.decode("=?utf-8?B?w6k*?=", &defects) == "é")
        #expect(EncodedWord.decode("=?utf-8?Q?=G?=", &defects) == "=G")
        #expect(defects.sentences.count == 4)
    }
}

@Suite("MessageIDList") struct MessageIDListTests {
    @Test(
        "lists of identifiers",
        arguments: [
            ("<a@b> <c@d>", ["a@b", "c@d"]), ("<a@b><c@d>", ["a@b", "c@d"]),
            ("<a@b>,<a@b>", ["a@b"]),
            ("a@b c@d", ["a@b", "c@d"]), ("<a@\tb>", ["a@b"]),
            ("Message of <a@b> and more", ["a@b"]),
            ("Your message of Monday", []), ("<>", []), ("<a@b", ["a@b"]), ("<a@b> <c", ["a@b"]),
        ] as [(String, [String])]
    )
    func lists(text: String, expected: [String]) {
        var defects = DefectLog()
        #expect(MessageIDList.list([text], limit: 10, &defects) == expected)
    }

    @Test(
        "the identifier of the message itself",
        arguments: [
            ("<a@b>", "a@b"), ("a@b", "a@b"), (" <a b@c> ", "ab@c"), ("<a (x) @b>", "a@b"),
            ("<a(x)@b>", "a(x)@b"), ("no-at", "no-at"), ("<>", nil), ("", nil),
        ] as [(String, String?)]
    )
    func single(text: String, expected: String?) {
        var defects = DefectLog()
        #expect(MessageIDList.single(text, &defects) == expected)
    }

    @Test("the latest references are kept")
    func limit() {
        var defects = DefectLog()
        #expect(MessageIDList.list(["<a@b> <c@d> <e@f>"], limit: 2, &defects) == ["c@d", "e@f"])
        #expect(defects.sentences.count == 1)
    }
}
