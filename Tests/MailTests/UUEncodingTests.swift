import Testing

@testable import Mail

@Suite("UUEncoding") struct UUEncodingTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var what: String
        var text: String
        /// The text without its files.
        var rest: String
        /// Name and content.
        var files: [[String]]
        var defects: Int

        init(
            _ what: String,
            _ text: String,
            _ rest: String,
            _ files: [[String]],
            _ defects: Int = 1
        ) {
            self.what = what
            self.text = text
            self.rest = rest
            self.files = files
            self.defects = defects
        }

        var testDescription: String { what }
    }

    @Test(
        "files in a text",
        arguments: [
            Row("one file", "begin 644 cat.txt\n#0V%T\n`\nend\n", "", [["cat.txt", "Cat"]]),
            Row("text around", "a\nbegin 644 x\n#0V%T\n`\nend\nb\n", "a\nb\n", [["x", "Cat"]]),
            Row("CRLF", "a\r\nbegin 644 x\r\n#0V%T\r\n`\r\nend\r\nb", "a\r\nb", [["x", "Cat"]]),
            Row("a mode of four digits", "begin 0644 x\n#0V%T\n`\nend\n", "", [["x", "Cat"]]),
            Row("a space for zero", "begin 644 x\n#0V%T\n \nend\n", "", [["x", "Cat"]]),
            Row("an empty line for zero", "begin 644 x\n#0V%T\n\nend\n", "", [["x", "Cat"]]),
            Row("no zero line", "begin 644 x\n#0V%T\nend\n", "", [["x", "Cat"]]),
            Row(
                "blank lines before the end",
                "begin 644 x\n#0V%T\n`\n\n\nend\n",
                "",
                [["x", "Cat"]]
            ),
            Row("an empty file", "begin 644 x\n`\nend\n", "", [["x", ""]]),
            Row(
                "a name of several words",
                "begin 644 plan de ville.txt \n#0V%T\n`\nend\n",
                "",
                [["plan de ville.txt", "Cat"]]
            ),
            Row("a name in UTF-8", "begin 644 été\n#0V%T\n`\nend\n", "", [["été", "Cat"]]),
            Row("two lines", "begin 644 x\n&0V%T0V%T\n#0V%T\n`\nend\n", "", [["x", "CatCatCat"]]),
            Row(
                "a length that is no multiple of three",
                "begin 644 x\n$0V%T0P``\n`\nend\n",
                "",
                [["x", "CatC"]]
            ),
            Row(
                "two files",
                "begin 644 x\n#0V%T\n`\nend\n\nbegin 600 y\n#0V%T\n`\nend\n",
                "\n",
                [["x", "Cat"], ["y", "Cat"]]
            ),
            Row("NULs by backticks", "begin 644 x\n#````\n`\nend\n", "", [["x", "\0\0\0"]]),
            Row("NULs by spaces", "begin 644 x\n#    \n`\nend\n", "", [["x", "\0\0\0"]]),
            Row("base64", "a\nbegin-base64 644 x\nQ2F0\n====\nb\n", "a\nb\n", [["x", "Cat"]]),
            Row(
                "base64, two lines, padding",
                "begin-base64 644 x\nQ2F0\nQw==\n====\n",
                "",
                [["x", "CatC"]]
            ),
            Row("an empty file in base64", "begin-base64 644 x\n====\n", "", [["x", ""]]),
        ]
    )
    func files(row: Row) { check(row) }

    @Test(
        "files gone wrong",
        arguments: [
            Row("no end", "a\nbegin 644 x\n#0V%T\n", "a\n", [["x", "Cat"]], 2),
            Row(
                "text where the end should be",
                "begin 644 x\n#0V%T\nMerci.\nPaul\n",
                "Merci.\nPaul\n",
                [["x", "Cat"]],
                2
            ),
            Row(
                "text after the zero line",
                "begin 644 x\n#0V%T\n`\nMerci.\n",
                "Merci.\n",
                [["x", "Cat"]],
                2
            ),
            Row("a check character", "begin 644 x\n#0V%TZ\n`\nend\n", "", [["x", "Cat"]], 2),
            Row(
                "blanks taken from the end",
                "begin 644 x\n&0V%T\n`\nend\n",
                "",
                [["x", "Cat\0\0\0"]],
                2
            ),
            Row("a last group cut short", "begin 644 x\n$0V%T0P\n`\nend\n", "", [["x", "CatC"]]),
            Row(
                "garbage after later lines",
                "begin 644 x\n#0V%T\n#0V%T garb\n`\nend\n",
                "",
                [["x", "CatCat"]],
                2
            ),
            Row(
                "a small letter in a later line",
                "begin 644 x\n#0V%T\n#0v%T\n`\nend\n",
                "",
                [["x", "CatAat"]],
                2
            ),
            Row(
                "base64 without an end",
                "begin-base64 644 x\n\(String(repeating: "Q2F0", count: 15))\n\nMerci !\n",
                "\nMerci !\n",
                [["x", String(repeating: "Cat", count: 15)]],
                2
            ),
        ]
    )
    func broken(row: Row) { check(row) }

    @Test(
        "what is no file stays in the text",
        arguments: [
            "begin 2 weeks later\nM\n", "begin\n#0V%T\nend\n", "begin 644\n#0V%T\n`\nend\n",
            "begin 644 x\nBonjour\nend\n", "begin 644 x\n", "begin 644 x", "begin 644 x\n\n",
            "begin 644 pages from here\nMERCI BEAUCOUP\n", "begin 64 x\n#0V%T\n`\nend\n",
            "begin 64400 x\n#0V%T\n`\nend\n", "begin 689 x\n#0V%T\n`\nend\n",
            "> begin 644 x\n> #0V%T\n> `\n> end\n", " begin 644 x\n#0V%T\n`\nend\n",
            "Begin 644 x\n#0V%T\n`\nend\n", "beginning 644 x\n#0V%T\n", "begin 644 x\n`\nBonjour\n",
            "begin-base64 644 x\nBonjour à tous\n====\n", "begin-base64 644 x\nBonjour\n====\n",
            "begin-base64 644 x\nBravo et\nmerci !\n", "begin-base64 644 x\nABCD\n",
            "begin 644 x\n\nend\n", "begin 644 x\n%PDF-1.4\nBonjour\n", "begin 644 x\n&#233;\n",
            "b", "", "begin", "begin ",
            "begin-base64", "begin 644 x\n#0v%T\n`\nend\n",
        ]
    )
    func sentences(text: String) {
        check(Row(text, text, text, [], 0))
    }

    private func check(_ row: Row) {
        var defects = DefectLog()
        var files: [[String]] = []
        let rest = UUEncoding.cut(from: Octets(row.text.utf8), &defects) { file in
            files.append([file.name, String(decoding: file.octets, as: UTF8.self)])
        }
        #expect(String(decoding: rest, as: UTF8.self) == row.rest)
        #expect(files == row.files)
        #expect(defects.sentences.count == row.defects, "\(defects.sentences)")
    }

    @Test(
        "as a transfer encoding",
        arguments: [
            ("begin 644 x\n#0V%T\n`\nend\n", "Cat", 0),
            ("\r\nbegin 644 x\r\n#0V%T\r\nend", "Cat", 0),
            ("#0V%T\n`\nend\n", "Cat", 1), ("Bonjour à tous\n", "Bonjour à tous\n", 1),
            ("", "", 0), ("\r\n", "\r\n", 0), ("#0V%T", "Cat", 2),
        ]
    )
    func transferEncoding(text: String, expected: String, defectCount: Int) {
        var defects = DefectLog()
        let decoded = TransferEncoding.uuencode.decode(Octets(text.utf8), &defects)
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
        #expect(defects.sentences.count == defectCount, "\(defects.sentences)")
    }

    @Test("over a hundred files, the others stay in the text")
    func limit() {
        let file = "begin 644 x\n#0V%T\n`\nend\n"
        var defects = DefectLog()
        var count = 0
        let text = Octets(String(repeating: file, count: 102).utf8)
        let rest = UUEncoding.cut(from: text, &defects) { _ in count += 1 }
        #expect(count == 100)
        #expect(rest.count == 2 * file.utf8.count)
        #expect(
            defects.sentences.first
                == "A text holds over 100 uuencoded files; later ones were left in it."
        )
    }

    @Test(
        "no repeated line is read more than it says",
        arguments: [
            "begin 644 x\n", "M\n", "M\n\n", "begin 644 x\n`\n", "`\n",
            "begin-base64 644 x\nQUJD\n",
        ]
    )
    func hostile(unit: String) {
        let text = "begin 644 x\n#0V%T\n" + String(repeating: unit, count: 20_000)
        var defects = DefectLog()
        var octets = 0
        _ = UUEncoding.cut(from: Octets(text.utf8), &defects) { octets += $0.octets.count }
        #expect(octets <= 3 * text.utf8.count)
    }
}
