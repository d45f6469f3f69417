import Testing

@testable import Mail

@Suite("Flowed") struct FlowedTests {
    @Test(
        "RFC 3676",
        arguments: [
            // §4.1: flowed and fixed lines.
            ("a \nb\n", false, "a b\n"), ("a\nb\n", false, "a\nb\n"),
            ("a \nb \nc\nd\n", false, "a b c\nd\n"),
            ("", false, ""), ("\n\n", false, "\n\n"), ("a \n\nb\n", false, "a \nb\n"),
            ("a\n\nb\n", false, "a\n\nb\n"), ("a  \nb\n", false, "a  b\n"),
            ("a\t\nb\n", false, "a\t\nb\n"),
            // DelSp takes the one space before the line end, no other.
            ("a \nb\n", true, "ab\n"), ("a  \nb\n", true, "a b\n"), ("日本 \n語\n", true, "日本語\n"),
            ("a\nb\n", true, "a\nb\n"), ("> a \n> b\n", true, "> ab\n"),
            // The end of the body ends a paragraph.
            ("a ", false, "a "), ("a \n", false, "a "), ("a ", true, "a"),
            // A line of spaces is flowed once its stuffing is taken away.
            (" \nb\n", false, "\nb\n"), ("  \nb\n", false, " b\n"),
            // §4.3: the signature mark is neither flowed nor fixed.
            ("-- \nA\n", false, "-- \nA\n"), ("a \n-- \nA\n", false, "a\n-- \nA\n"),
            ("-- \nA \nB\n", false, "-- \nA B\n"), ("-- \nA\n", true, "-- \nA\n"),
            ("> -- \n> A\n", false, "> -- \n> A\n"), (">-- \n>A\n", false, "> -- \n> A\n"),
            ("--  \nA\n", false, "--  A\n"), ("--\nA\n", false, "--\nA\n"),
            ("> a \n> -- \n> B\n", false, "> a\n> -- \n> B\n"),
            // §4.4: space-stuffing.
            (" >not quoted\n", false, ">not quoted\n"), (" From me\n", false, "From me\n"),
            ("  indented\n", false, " indented\n"), ("a \n b\n", false, "a b\n"),
            ("a \n  b\n", false, "a  b\n"), ("> >a\n", false, "> >a\n"),
            // §4.5: quote depth.
            ("> a \n> b\nc\n", false, "> a b\nc\n"), ("> a \n>> b\n", false, "> a\n>> b\n"),
            (">>a \n>> b\n", false, ">> a b\n"), (">\n> a\n", false, ">\n> a\n"),
            ("> a \nb\n", false, "> a\nb\n"), ("a \n> b\n", false, "a\n> b\n"),
            (">>>a\n>>b\n>c\n", false, ">>> a\n>> b\n> c\n"), ("> \n> a\n", false, ">\n> a\n"),
            (">  a\n", false, ">  a\n"), ("> a \n>> b \n> c\n", false, "> a\n>> b\n> c\n"),
        ]
    )
    func unflowing(text: String, delSp: Bool, expected: String) {
        #expect(Flowed.unflow(text, delSp: delSp) == expected)
    }

    @Test(
        "the parameters in any case, with quotes and comments",
        arguments: [
            ("format=flowed", "a b\n"), ("FORMAT=\"Flowed\"", "a b\n"),
            ("format=flowed (x)", "a b\n"),
            ("format=flowed; delsp=yes", "ab\n"), ("format=flowed; DelSp=\"Yes\"", "ab\n"),
            ("format=flowed; delsp=no", "a b\n"), ("format=flowed; delsp=maybe", "a b\n"),
            ("format=fixed", "a \nb\n"), ("format=fixed; delsp=yes", "a \nb\n"), ("x=y", "a \nb\n"),
        ]
    )
    func parameters(text: String, expected: String) {
        let message = Message(
            parsing: Array("Content-Type: text/plain; \(text)\r\n\r\na \r\nb\r\n".utf8)
        )
        #expect(message.text == expected)
    }
}
