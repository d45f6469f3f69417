import Testing

@testable import Mail

@Suite("ParameterizedField") struct ParameterizedFieldTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var text: String
        var value: String
        var parameters: [String: String]
        /// How many kinds of malformation are named.
        var defects = 0

        init(_ text: String, _ value: String, _ parameters: [String: String], _ defects: Int = 0) {
            self.text = text
            self.value = value
            self.parameters = parameters
            self.defects = defects
        }

        var testDescription: String { text }
    }

    private func check(_ row: Row) {
        var defects = DefectLog()
        let field = ParameterizedField(parsing: row.text, &defects)
        #expect(field.value == row.value)
        #expect(field.parameters == row.parameters)
        #expect(defects.sentences.count == row.defects, "\(defects.sentences)")
    }

    @Test(
        "the value before the parameters",
        arguments: [
            Row("text/plain", "text/plain", [:]),
            Row("TEXT/Plain;", "text/plain", [:]),
            Row(" text / plain ; charset=utf-8", "text/plain", ["charset": "utf-8"]),
            Row("(a) text (b) / (c (d)) plain (e)", "text/plain", [:]),
            Row("text/plain charset=utf-8", "text/plain", ["charset": "utf-8"], 1),
            Row("text/plain, charset=utf-8", "text/plain", ["charset": "utf-8"], 1),
            Row("text/plain: charset=utf-8", "text/plain", ["charset": "utf-8"], 2),
            Row("text/plain; charset=utf-8; ", "text/plain", ["charset": "utf-8"]),
            Row("text/plain foo; charset=utf-8", "text/plain", ["charset": "utf-8"], 1),
            Row("; name=x", "", ["name": "x"]),
            Row("filename=x.pdf", "", ["filename": "x.pdf"], 1),
            Row("\"attachment\"; filename=x.pdf", "attachment", ["filename": "x.pdf"]),
            Row("attachment filename=x.pdf", "attachment", ["filename": "x.pdf"], 1),
            Row("attachment;filename=x.pdf", "attachment", ["filename": "x.pdf"]),
            Row("'text/html'; charset=utf-8", "text/html", ["charset": "utf-8"]),
            Row("image/jpg", "image/jpg", [:]),
            Row("text", "text", [:]),
            Row("application/x-foo*bar; a=1", "application/x-foo*bar", ["a": "1"]),
            Row("", "", [:]), Row(";", "", [:]), Row(";;;", "", [:]), Row("(", "", [:], 1),
            Row("a/b (no end; name=x", "a/b", ["name": "x"], 1),
        ]
    )
    func values(row: Row) { check(row) }

    @Test(
        "parameters as RFC 2045 has them",
        arguments: [
            Row("text/plain; charset=us-ascii", "text/plain", ["charset": "us-ascii"]),
            Row("text/plain; charset=us-ascii (Plain text)", "text/plain", ["charset": "us-ascii"]),
            Row("text/plain; charset=\"us-ascii\"", "text/plain", ["charset": "us-ascii"]),
            Row("text/plain; Charset=UTF-8", "text/plain", ["charset": "UTF-8"]),
            Row("a/b; x = y", "a/b", ["x": "y"]),
            Row("a/b; x (c) = (d) y (e); z=1", "a/b", ["x": "y", "z": "1"]),
            Row("a/b (c); (d) x=y (e) (f); z=1", "a/b", ["x": "y", "z": "1"]),
            Row("a/b; x=y(c)", "a/b", ["x": "y"]),
            Row("a/b; x=\"(no comment)\"", "a/b", ["x": "(no comment)"]),
            Row("a/b; x=y (a \\) b); z=1", "a/b", ["x": "y", "z": "1"]),
            Row("a/b; x=y (\"); z=1", "a/b", ["x": "y", "z": "1"]),
            Row("a/b; name=\"x;y=z\"", "a/b", ["name": "x;y=z"]),
            Row("a/b; name=\"x\\\"y\\\\z\"", "a/b", ["name": "x\"y\\z"]),
            Row("a/b; name=\"x\\ y\\;z\"", "a/b", ["name": "x y;z"]),
            Row("a/b; name=\"\"", "a/b", ["name": ""]),
            Row(
                "a/b; boundary=\"gc0pJq0M:08jU534c0p\"",
                "a/b",
                ["boundary": "gc0pJq0M:08jU534c0p"]
            ),
            Row("a/b; name=it's", "a/b", ["name": "it's"]),
            Row("a/b; name='x'", "a/b", ["name": "'x'"]),
            Row("a/b; name=plan%20x", "a/b", ["name": "plan%20x"]),
            Row("a/b; size=12; name=x", "a/b", ["size": "12", "name": "x"]),
        ]
    )
    func grammar(row: Row) { check(row) }

    @Test(
        "what RFCs print",
        arguments: [
            Row(
                "multipart/mixed (; boundary=foo ; xyz=\");bOuNdArY*=''next%20part(\")",
                "multipart/mixed",
                ["boundary": "next part"]
            ),
            Row(
                "multipart/digest; boundary (not=me) = (\"yes ;-) simple (foo;bar\") ; x-foo = xyzzy",
                "multipart/digest",
                ["boundary": "simple", "x-foo": "xyzzy"]
            ),
            Row(
                "Multipart/Related; boundary=example-1 start=\"<950120.aaCC@XIson.com>\"; type=\"Application/X-FixedRecord\" start-info=\"-o ps\"",
                "multipart/related",
                [
                    "boundary": "example-1", "start": "<950120.aaCC@XIson.com>",
                    "type": "Application/X-FixedRecord", "start-info": "-o ps",
                ],
                1
            ),
            Row(
                "application/x-stuff title*0*=us-ascii'en'This%20is%20even%20more%20 title*1*=%2A%2A%2Afun%2A%2A%2A%20 title*2=\"isn't it!\"",
                "application/x-stuff",
                ["title": "This is even more ***fun*** isn't it!"],
                1
            ),
            Row(
                "message/external-body; access-type=URL; URL*0=\"ftp://\"; URL*1=\"cs.utk.edu/pub/moose/bulk-mailer/bulk-mailer.tar\"",
                "message/external-body",
                [
                    "access-type": "URL",
                    "url": "ftp://cs.utk.edu/pub/moose/bulk-mailer/bulk-mailer.tar",
                ]
            ),
            Row(
                "application/x-stuff; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
                "application/x-stuff",
                ["title": "This is ***fun***"]
            ),
            Row(
                "attachment; filename=genome.jpeg; modification-date=\"Wed, 12 Feb 1997 16:29:51 -0500\"",
                "attachment",
                ["filename": "genome.jpeg", "modification-date": "Wed, 12 Feb 1997 16:29:51 -0500"]
            ),
            Row(
                "matter-transport/sentient-life-form height = 200; width = 60",
                "matter-transport/sentient-life-form",
                ["height": "200", "width": "60"],
                1
            ),
        ]
    )
    func printed(row: Row) { check(row) }

    @Test(
        "separators that are missing, doubled or others",
        arguments: [
            Row("a/b;; name=x;;", "a/b", ["name": "x"]),
            Row("a/b; charset=utf-8 name=x.pdf", "a/b", ["charset": "utf-8", "name": "x.pdf"], 1),
            Row("a/b; name=x.pdf size=12", "a/b", ["name": "x.pdf", "size": "12"], 1),
            Row("a/b; name=\"x y\" size=12", "a/b", ["name": "x y", "size": "12"], 1),
            Row("a/b; name=\"x\"size=12", "a/b", ["name": "x", "size": "12"], 1),
            Row("a/b; charset=utf-8, name=x.pdf", "a/b", ["charset": "utf-8", "name": "x.pdf"], 1),
            Row("a/b; name=\"x\", size=12", "a/b", ["name": "x", "size": "12"], 1),
            Row("a/b; name=a,b.pdf", "a/b", ["name": "a,b.pdf"]),
            Row("a/b; charset=utf-8,", "a/b", ["charset": "utf-8"], 1),
            Row("a/b; charset", "a/b", [:], 1),
            Row("a/b; charset=", "a/b", ["charset": ""]),
            Row("a/b; charset=; name=x", "a/b", ["charset": "", "name": "x"]),
            Row("a/b; foo; name=x", "a/b", ["name": "x"], 1),
            Row("a/b; =x", "a/b", [:]),
            Row("a/b; =\"x\"; name=y", "a/b", ["name": "y"]),
            Row("a/b; foo name=x", "a/b", ["name": "x"]),
            Row("a/b; \"name\"=x", "a/b", ["name": "x"]),
            Row("a/b; charset=3D\"utf-8\"; x=3D", "a/b", ["charset": "utf-8", "x": "3D"], 1),
            Row("a/b; charset:utf-8; foo:bar", "a/b", ["charset": "utf-8"], 2),
            Row("a/b; charset=charset=utf-8", "a/b", ["charset": "utf-8"], 1),
            Row("a/b; Name=\"name=x\"", "a/b", ["name": "name=x"]),
            Row("a/b; name=name", "a/b", ["name": "name"]),
            Row("a/b; boundary=\"=?a?q?b?=\"", "a/b", ["boundary": "=?a?q?b?="]),
            Row("a/b;\tname=x;\t size=1", "a/b", ["name": "x", "size": "1"]),
        ]
    )
    func separators(row: Row) { check(row) }

    @Test(
        "values that should have been quoted",
        arguments: [
            Row("a/b; name=plan de ville.pdf", "a/b", ["name": "plan de ville.pdf"]),
            Row(
                "a/b; name=plan de ville.pdf; size=1",
                "a/b",
                ["name": "plan de ville.pdf", "size": "1"]
            ),
            Row("a/b; name=plan (1).pdf", "a/b", ["name": "plan (1).pdf"]),
            Row("a/b; name=plan(a;b).pdf", "a/b", ["name": "plan(a;b).pdf"]),
            Row("a/b; name=plan (1) bis.pdf", "a/b", ["name": "plan (1) bis.pdf"]),
            Row("a/b; name=:-( x", "a/b", ["name": ":-( x"]),
            Row("a/b; name=x=y.pdf", "a/b", ["name": "x=y.pdf"]),
            Row("a/b; name=E = mc2.pdf", "a/b", ["name": "E = mc2.pdf"]),
            Row("a/b; name=dossier/plan.pdf", "a/b", ["name": "dossier/plan.pdf"]),
            Row("a/b; name=C:\\Mes documents\\x.pdf", "a/b", ["name": "C:\\Mes documents\\x.pdf"]),
            Row("a/b; name=été.pdf", "a/b", ["name": "été.pdf"]),
            Row("a/b; name=[x]@<y>?.pdf", "a/b", ["name": "[x]@<y>?.pdf"]),
            Row("a/b; boundary=----=_Part_1.2", "a/b", ["boundary": "----=_Part_1.2"]),
            Row("a/b; boundary=a b", "a/b", ["boundary": "a b"]),
            Row("a/b; charset=utf-8 foo", "a/b", ["charset": "utf-8"], 1),
            Row("a/b; charset='utf-8'", "a/b", ["charset": "utf-8"]),
            Row("a/b; name='plan de ville.pdf'", "a/b", ["name": "plan de ville.pdf"]),
            Row("a/b; name=  x  ; y=1", "a/b", ["name": "x", "y": "1"]),
        ]
    )
    func unquoted(row: Row) { check(row) }

    @Test(
        "quotes gone wrong",
        arguments: [
            Row("a/b; name=\"\"x.pdf\"\"", "a/b", ["name": "x.pdf"], 1),
            Row("a/b; name=\"\"x.pdf\"\"; size=1", "a/b", ["name": "x.pdf", "size": "1"], 1),
            Row("a/b; name=\"a \"b\" c.pdf\"", "a/b", ["name": "a \"b\" c.pdf"], 1),
            Row("a/b; name=\"a\"b\".pdf\"; size=1", "a/b", ["name": "a\"b\".pdf", "size": "1"], 1),
            Row("a/b; name=\"a \"b\", c.pdf\"", "a/b", ["name": "a \"b\", c.pdf"], 1),
            Row("a/b; name=\"x.pdf\" foo; size=1", "a/b", ["name": "x.pdf", "size": "1"], 1),
            Row("a/b; name=\"x.pdf", "a/b", ["name": "x.pdf"], 1),
            Row("a/b; name=\"x.pdf ", "a/b", ["name": "x.pdf"], 1),
            Row("a/b; name=\"x;y.pdf", "a/b", ["name": "x;y.pdf"], 1),
            Row("a/b; name=\"x.pdf; size=1", "a/b", ["name": "x.pdf", "size": "1"], 1),
            Row(
                "a/b; name=\"x.pdf; size=1; z=\"2\"",
                "a/b",
                ["name": "x.pdf", "size": "1", "z": "2"],
                1
            ),
            Row(
                "a/b; name=\"x.pdf; z=\"a b\"; y=1",
                "a/b",
                ["name": "x.pdf", "z": "a b", "y": "1"],
                1
            ),
            Row("a/b; name=\"", "a/b", ["name": ""], 1),
            Row("a/b; name=\"x.pdf\\\"", "a/b", ["name": "x.pdf"], 1),
            Row("a/b; name=\"\"\"", "a/b", ["name": ""], 1),
            Row("a/b; name=x.pdf\"; size=1", "a/b", ["name": "x.pdf", "size": "1"], 1),
            Row("a/b; name=\\\"x.pdf\\\"", "a/b", ["name": "x.pdf"], 1),
            Row("a/b; name=\"C:\\tmp\\x.pdf\"", "a/b", ["name": "C:\\tmp\\x.pdf"]),
            Row("a/b; name=\"C:\\tmp\\\"; size=1", "a/b", ["name": "C:\\tmp\\", "size": "1"]),
            Row("a/b; name=\"C:\\\\tmp\\\\x.pdf\"", "a/b", ["name": "C:\\tmp\\x.pdf"]),
            Row("a/b; name=\"\\\\srv\\doc\\x.pdf\"", "a/b", ["name": "\\\\srv\\doc\\x.pdf"]),
            Row("a/b; name=\"x\\", "a/b", ["name": "x\\"], 1),
        ]
    )
    func quotes(row: Row) { check(row) }

    @Test(
        "repetition and emptiness",
        arguments: [
            Row("a/b; x=1; x=2", "a/b", ["x": "1"], 1),
            Row("a/b; charset=\"utf-8\"; charset=iso-8859-1", "a/b", ["charset": "utf-8"], 1),
            Row("a/b; name=\"\"; name=x", "a/b", ["name": "x"]),
            Row("a/b; name=x; NAME=y", "a/b", ["name": "x"], 1),
            Row("a/b; name*=utf-8''x; name*=utf-8''y", "a/b", ["name": "x"]),
            Row("a/b; name*0=x; name*0=y; name*1=z", "a/b", ["name": "xz"], 1),
        ]
    )
    func repetition(row: Row) { check(row) }

    @Test(
        "RFC 2231",
        arguments: [
            Row("a/b; name*=utf-8''%C3%A9.pdf", "a/b", ["name": "é.pdf"]),
            Row("a/b; name*=UTF-8'fr'%c3%a9", "a/b", ["name": "é"]),
            Row("a/b; name*=iso-8859-1'fr'%E9", "a/b", ["name": "é"]),
            Row(
                "a/b; name*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
                "a/b",
                ["name": "This is ***fun***"]
            ),
            Row("a/b; name*=''x.pdf", "a/b", ["name": "x.pdf"]),
            Row("a/b; name*=utf-8''l'%C3%A9t%C3%A9", "a/b", ["name": "l'été"]),
            Row("a/b; name*0=abc; name*1=def", "a/b", ["name": "abcdef"]),
            Row("a/b; name*1=def; name*0=abc", "a/b", ["name": "abcdef"]),
            Row("a/b; NAME*0=\"a;\"; name*1=\" b\"", "a/b", ["name": "a; b"]),
            Row("a/b; name*0*=utf-8''%C3; name*1*=%A9", "a/b", ["name": "é"]),
            Row(
                "a/b; name*0*=utf-8''%C3%A9; name*1=\"%41\"; name*2*=%42",
                "a/b",
                ["name": "é%41B"]
            ),
            Row("a/b; name*0=a%41; name*1*=%42", "a/b", ["name": "a%41B"]),
            Row(
                "a/b; name*10=k; name*9=j; name*8=i; name*7=h; name*6=g; name*5=f; name*4=e; name*3=d; name*2=c; name*1=b; name*0=a",
                "a/b",
                ["name": "abcdefghijk"]
            ),
            Row("a/b; name=old; name*=utf-8''new", "a/b", ["name": "new"]),
            Row("a/b; name*=utf-8''new; name=old", "a/b", ["name": "new"]),
            Row("a/b; name=old; name*0=n; name*1=ew", "a/b", ["name": "new"]),
            Row("a/b; name*=utf-8''whole; name*0=pie; name*1=ces", "a/b", ["name": "whole"]),
            Row("a/b; name*0=a; size*=''1", "a/b", ["name": "a", "size": "1"]),
        ]
    )
    func extended(row: Row) { check(row) }

    @Test(
        "RFC 2231 gone wrong",
        arguments: [
            Row("a/b; name*=\"utf-8''%C3%A9\"", "a/b", ["name": "é"]),
            Row("a/b; name*=utf-8''\"%C3%A9.pdf\"", "a/b", ["name": "é.pdf"]),
            Row("a/b; name*=UTF-8'%C3%A9", "a/b", ["name": "é"], 1),
            Row("a/b; name*=x.pdf", "a/b", ["name": "x.pdf"]),
            Row("a/b; name*=l'%41", "a/b", ["name": "l'A"]),
            Row("a/b; name*=utf-8''plan de ville.pdf", "a/b", ["name": "plan de ville.pdf"]),
            Row("a/b; name*=utf-8''100%.pdf", "a/b", ["name": "100%.pdf"], 1),
            Row("a/b; name*=utf-8''%4", "a/b", ["name": "%4"], 1),
            Row("a/b; name*=utf-8''%ZZ", "a/b", ["name": "%ZZ"], 1),
            Row("a/b; name*=utf-8''; name=x", "a/b", ["name": "x"]),
            Row("a/b; name**=utf-8''x", "a/b", ["name": "x"]),
            Row("a/b; name*1=b; name*2=c", "a/b", ["name": "bc"], 1),
            Row("a/b; name*0=a; name*2=c", "a/b", ["name": "ac"], 1),
            Row("a/b; name*00=a; name*01=b", "a/b", ["name": "ab"]),
            Row("a/b; name*10000=x; y=1", "a/b", ["y": "1"], 1),
            Row("a/b; name*99999999999999999999=x", "a/b", [:], 1),
            Row("a/b; name*0*=utf-8''%C3%A9; name*1*=utf-8''%41", "a/b", ["name": "éA"]),
            Row("a/b; name*0*=iso-8859-1''%E9; name*1=é", "a/b", ["name": "éé"]),
            Row("a/b; name*x=y", "a/b", ["name*x": "y"]),
            Row("a/b; *=y; *0=z", "a/b", ["*": "y", "*0": "z"]),
            Row("a/b; name=\"utf-8''%C3%A9.pdf\"", "a/b", ["name": "é.pdf"], 1),
            Row("a/b; name=\"L'école d'été.pdf\"", "a/b", ["name": "L'école d'été.pdf"]),
            Row(
                "a/b; name=\"ISO-9001 dossier d'audit de l'an 1.pdf\"",
                "a/b",
                ["name": "ISO-9001 dossier d'audit de l'an 1.pdf"]
            ),
            Row("a/b; name*=x-none''%E9", "a/b", ["name": "é"], 1),
        ]
    )
    func extendedMisuse(row: Row) { check(row) }

    @Test(
        "encoded-words where RFC 2047 §5 forbids them",
        arguments: [
            Row("a/b; name=\"=?utf-8?B?w6k=?=\"", "a/b", ["name": "é"]),
            Row("a/b; name==?utf-8?B?w6k=?=", "a/b", ["name": "é"]),
            Row("a/b; name==?utf-8?Q?a;b_=C3=A9?=; size=1", "a/b", ["name": "a;b é", "size": "1"]),
            Row("a/b; name=\"=?utf-8?Q?a?= =?utf-8?Q?b?=\"", "a/b", ["name": "ab"]),
            Row("a/b; name=\"=?utf-8?Q?a?=\t=?utf-8?Q?b?=\"", "a/b", ["name": "ab"]),
            Row("a/b; name=\"=?utf-8?Q?a?=\" \"=?utf-8?Q?b?=\"", "a/b", ["name": "ab"], 1),
            Row("a/b; name==?utf-8?Q?a?= =?utf-8?Q?b?=", "a/b", ["name": "ab"]),
            Row("a/b; name=\"=?utf-8?Q?plan=20?=1.pdf\"", "a/b", ["name": "plan 1.pdf"], 1),
            Row("a/b; name*0=\"=?utf-8?Q?=C3\"; name*1=\"=A9?=\"", "a/b", ["name": "é"]),
            Row("a/b; name*=utf-8''=?utf-8?Q?=C3=A9?=", "a/b", ["name": "é"]),
            Row("a/b; name*=utf-8''%3D%3Futf-8%3FQ%3Fx%3F%3D", "a/b", ["name": "x"]),
            Row("a/b; name=\"=?utf-8?Q?a=22b?=\"", "a/b", ["name": "a\"b"]),
        ]
    )
    func encodedWords(row: Row) { check(row) }

    @Test(
        "file names are kept as sent, on one line",
        arguments: [
            Row("a/b; name=\"../../etc/passwd\"", "a/b", ["name": "../../etc/passwd"]),
            Row("a/b; name=\" x.pdf \"", "a/b", ["name": "x.pdf"]),
            Row("a/b; name=\"x.pdf. .\"", "a/b", ["name": "x.pdf. ."]),
            Row("a/b; name=\"deux\tmots\"", "a/b", ["name": "deux mots"]),
            Row("a/b; name*=utf-8''a%0D%0Ab%00c", "a/b", ["name": "a  b c"], 1),
            Row("a/b; name=\"a\u{1B}[1m\"", "a/b", ["name": "a [1m"], 1),
            Row("a/b; name=\"a\u{2028}b\"", "a/b", ["name": "a b"], 1),
            Row("a/b; name=\"a\u{202E}fdp.exe\"", "a/b", ["name": "a\u{202E}fdp.exe"], 1),
            Row("a/b; boundary=\"a\tb\"", "a/b", ["boundary": "a\tb"]),
        ]
    )
    func fileNames(row: Row) { check(row) }

    @Test("a long name is cut between two characters")
    func long() {
        var defects = DefectLog()
        let name = "a" + String(repeating: "é", count: 3000)
        let field = ParameterizedField(parsing: "a/b; name=\"\(name)\"", &defects)
        #expect(field.parameters["name"]?.utf8.count == 4095)
        #expect(defects.sentences == ["A parameter is over 4096 octets; it was cut off."])
    }

    @Test(
        "repeated marks end and are read in one go",
        arguments: [
            "\"", "(", ")", "\\", "=", ";", ",", " ", "\"(", "=\"", "=?", "?=", "a=\"", "a=\"x;",
            "''",
            "%", "a*0*=%;", "((a", "\" ", ", a", "a=b ", "(\"", "\\\"", "=?a?q?", "\"a\" ",
        ]
    )
    func hostile(unit: String) {
        for prefix in ["", "a/b; name=", "a/b; name=\"", "a/b; name*=", "a/b ("] {
            var defects = DefectLog()
            let text = prefix + String(repeating: unit, count: 10_000 / unit.utf8.count)
            let field = ParameterizedField(parsing: text, &defects)
            #expect(field.parameters.count <= 200)
            for value in field.parameters.values { #expect(value.utf8.count <= 4096) }
        }
    }
}
