import Testing

@testable import Mail

@Suite("AddressList") struct AddressListTests {
    /// Each address as `display name|addr-spec`, or the addr-spec alone.
    private func read(_ text: String, limit: Int = 100) -> (names: [String], defects: [String]) {
        var defects = DefectLog()
        let list = AddressList(parsing: text, limit: limit, &defects)
        let names = list.addresses.map { address in
            address.displayName.map { "\($0)|\(address.addrSpec)" } ?? address.addrSpec
        }
        return (names, defects.sentences)
    }

    private func expectRegular(_ text: String, _ expected: [String]) {
        let (names, defects) = read(text)
        #expect(names == expected)
        #expect(defects.isEmpty)
    }

    private func expectIrregular(_ text: String, _ expected: [String]) {
        let (names, defects) = read(text)
        #expect(names == expected)
        #expect(!defects.isEmpty)
    }

    @Test(
        "names and addresses of RFC 5322",
        arguments: [
            ("a@example.org", ["a@example.org"]),
            ("<a@example.org>", ["a@example.org"]),
            ("A B <a@example.org>", ["A B|a@example.org"]),
            ("A<a@example.org>", ["A|a@example.org"]),
            (#""A B"<a@example.org>"#, ["A B|a@example.org"]),
            (#""B, A" <a@example.org>, c@example.org"#, ["B, A|a@example.org", "c@example.org"]),
            (#""A (b) <c@d>; e:" <a@example.org>"#, ["A (b) <c@d>; e:|a@example.org"]),
            (#""A \"B\" C" <a@example.org>"#, [#"A "B" C|a@example.org"#]),
            (#""A \\ B" <a@example.org>"#, [#"A \ B|a@example.org"#]),
            (#""\A" <a@example.org>"#, ["A|a@example.org"]),
            (#"A "B" C <a@example.org>"#, ["A B C|a@example.org"]),
            (#""A" "B" <a@example.org>"#, ["A B|a@example.org"]),
            (#""" <a@example.org>"#, ["a@example.org"]),
            (#""  " <a@example.org>"#, ["a@example.org"]),
            (#"" A " <a@example.org>"#, ["A|a@example.org"]),
            (#""A  B" <a@example.org>"#, ["A  B|a@example.org"]),
            ("A \t  B\t<a@example.org>", ["A B|a@example.org"]),
            ("John Q. Public <a@example.org>", ["John Q. Public|a@example.org"]),
            ("Dr. A <a@example.org>", ["Dr. A|a@example.org"]),
            (#""j@example.net" <a@example.org>"#, ["j@example.net|a@example.org"]),
            (#""'A'" <a@example.org>"#, ["'A'|a@example.org"]),
            ("'A' <a@example.org>", ["'A'|a@example.org"]),
            ("A & B! <a@example.org>", ["A & B!|a@example.org"]),
            ("André Ñ <a@example.org>", ["André Ñ|a@example.org"]),
            ("[Ville] Accueil <a@example.org>", ["[Ville] Accueil|a@example.org"]),
            ("", []),
            ("   ", []),
            (",", []),
            (" , a@example.org,, ", ["a@example.org"]),
            ("a@example.org,b@example.org", ["a@example.org", "b@example.org"]),
            ("a@example.org, a@example.org", ["a@example.org", "a@example.org"]),
        ] as [(String, [String])]
    )
    func names(text: String, expected: [String]) { expectRegular(text, expected) }

    @Test(
        "addr-specs of RFC 5322, 5321 and 6532, and their obsolete forms",
        arguments: [
            (#""a b"@example.org"#, [#""a b"@example.org"#]),
            (#"<"a b"@example.org>"#, [#""a b"@example.org"#]),
            (#"<"a@b"@example.org>"#, [#""a@b"@example.org"#]),
            (#""a@b"@example.org"#, [#""a@b"@example.org"#]),
            (#""a\"b"@example.org"#, [#""a\"b"@example.org"#]),
            (#"<"a\"b>c"@example.org>"#, [#""a\"b>c"@example.org"#]),
            (#"<"a,b;c"@example.org>"#, [#""a,b;c"@example.org"#]),
            (#"A <"a (b)"@example.org>"#, [#"A|"a (b)"@example.org"#]),
            (#""a".b@example.org"#, [#""a".b@example.org"#]),
            (#""a b" . c @ example . org"#, [#""a b".c@example.org"#]),
            (#"a."b c"@example.org"#, [#"a."b c"@example.org"#]),
            (#""a"@example.org"#, [#""a"@example.org"#]),
            (#"""@example.org"#, [#"""@example.org"#]),
            ("a . b @ example . org", ["a.b@example.org"]),
            ("< a . b @ example . org >", ["a.b@example.org"]),
            ("a\t@\texample.org", ["a@example.org"]),
            ("a@[192.0.2.1]", ["a@[192.0.2.1]"]),
            ("a@[ 192.0.2.1 ]", ["a@[192.0.2.1]"]),
            ("A <a@[192.0.2.1]>", ["A|a@[192.0.2.1]"]),
            ("a@[IPv6:2001:db8::1]", ["a@[IPv6:2001:db8::1]"]),
            ("<a@[IPv6:2001:db8::1]>, b@c", ["a@[IPv6:2001:db8::1]", "b@c"]),
            ("a@[x,y;z]", ["a@[x,y;z]"]),
            ("é.b@mairie-évreux.example", ["é.b@mairie-évreux.example"]),
            ("a@xn--mairie-vreux-ieb.example", ["a@xn--mairie-vreux-ieb.example"]),
            ("用户@例子.example", ["用户@例子.example"]),
            ("A.B+c-d_e=f/g@EXAMPLE.org", ["A.B+c-d_e=f/g@EXAMPLE.org"]),
            ("a%b@example.org", ["a%b@example.org"]),
            ("a!b@example.org", ["a!b@example.org"]),
            ("!#$%&'*+-/=?^_`{|}~@example.org", ["!#$%&'*+-/=?^_`{|}~@example.org"]),
            ("a@localhost", ["a@localhost"]),
            ("a..b@example.org", ["a..b@example.org"]),
            ("IMCEAEX-_O=ORG_CN=a@example.org", ["IMCEAEX-_O=ORG_CN=a@example.org"]),
            ("<@a.example:b@example.org>", ["b@example.org"]),
            ("B <@a.example,@c.example:b@example.org>", ["B|b@example.org"]),
            ("<@a.example, @c.example : b@example.org>", ["b@example.org"]),
            ("<@[IPv6:::1]:b@example.org>", ["b@example.org"]),
        ] as [(String, [String])]
    )
    func addrSpecs(text: String, expected: [String]) { expectRegular(text, expected) }

    @Test(
        "comments",
        arguments: [
            ("a@example.org (A B)", ["A B|a@example.org"]),
            ("(A B) a@example.org", ["A B|a@example.org"]),
            ("a@example.org (A) (B)", ["A B|a@example.org"]),
            ("a@example.org (A (B) C)", ["A (B) C|a@example.org"]),
            (#"a@example.org (A \) B)"#, ["A ) B|a@example.org"]),
            (#"a@example.org (A \\)"#, [#"A \|a@example.org"#]),
            (#"a@example.org ("A)"#, [#""A|a@example.org"#]),
            ("a@example.org ()", ["a@example.org"]),
            ("<a@example.org> (A B)", ["A B|a@example.org"]),
            ("(A B) <a@example.org>", ["A B|a@example.org"]),
            ("<a@example.org (A B)>", ["A B|a@example.org"]),
            ("A (x) B <a@example.org>", ["A B|a@example.org"]),
            ("A(x)B <a@example.org>", ["A B|a@example.org"]),
            ("A B (x) <a@example.org> (y)", ["A B|a@example.org"]),
            ("a(x)@(y)example(z).org", ["x y z|a@example.org"]),
            ("<a(x)@(y)example(z).org>", ["x y z|a@example.org"]),
            ("a@example.org (A, B), c@example.org", ["A, B|a@example.org", "c@example.org"]),
            ("a@example.org (=?iso-8859-1?Q?Andr=E9?=)", ["André|a@example.org"]),
            ("a@example.org (A \t B)", ["A B|a@example.org"]),
            ("(only)", []),
            ("(a), (b) c@example.org", ["b|c@example.org"]),
            ("a (first) . (second) b@example.org", ["first second|a.b@example.org"]),
        ] as [(String, [String])]
    )
    func comments(text: String, expected: [String]) { expectRegular(text, expected) }

    @Test(
        "groups",
        arguments: [
            ("Group: a@example.org, B <b@example.org>;", ["a@example.org", "B|b@example.org"]),
            ("Empty:;", []),
            ("Empty: ;", []),
            ("Empty: , ;", []),
            (#""A, B: C":a@example.org;"#, ["a@example.org"]),
            ("undisclosed-recipients:;", []),
            ("undisclosed-recipients:;, a@example.org", ["a@example.org"]),
            ("(x) Hidden (y) : (z) ; (t)", []),
            ("A:a@example.org;, B:b@example.org;", ["a@example.org", "b@example.org"]),
            ("A:a@example.org; b@example.org", ["a@example.org", "b@example.org"]),
            ("c@example.org, A:a@example.org;", ["c@example.org", "a@example.org"]),
            (#"A: "B; C" <a@example.org>;"#, ["B; C|a@example.org"]),
            ("=?utf-8?Q?=C3=A9quipe?=: a@example.org;", ["a@example.org"]),
        ] as [(String, [String])]
    )
    func groups(text: String, expected: [String]) { expectRegular(text, expected) }

    @Test(
        "encoded-words are decoded once the list is cut",
        arguments: [
            ("=?utf-8?Q?A=2C_B?= <a@example.org>", ["A, B|a@example.org"]),
            ("=?utf-8?B?QSwgQg==?= <a@example.org>", ["A, B|a@example.org"]),
            ("=?utf-8?Q?A=3A_=3Cb=40c=3E?= <a@example.org>", ["A: <b@c>|a@example.org"]),
            ("=?utf-8?Q?A?= =?utf-8?Q?_B?= <a@example.org>", ["A B|a@example.org"]),
            ("=?utf-8?Q?A?= B <a@example.org>", ["A B|a@example.org"]),
            (#""=?utf-8?Q?A=2C_B?=" <a@example.org>"#, ["A, B|a@example.org"]),
            ("=?utf-8?Q?A=22B=22?= <a@example.org>", [#"A"B"|a@example.org"#]),
            ("=?utf-8?Q?=C3=A9?=<a@example.org>", ["é|a@example.org"]),
            ("=?utf-8?Q??= <a@example.org>", ["a@example.org"]),
            ("=?utf-8?Q?b@c?= <a@example.org>", ["b@c|a@example.org"]),
            // RFC 6857 §3.1.8 has groups stand for addresses in other scripts.
            ("=?utf-8?Q?A?= =?utf-8?Q?b@example.org?= :;", []),
            ("=?utf-8?Q?a?=@example.org", ["=?utf-8?Q?a?=@example.org"]),
        ] as [(String, [String])]
    )
    func encodedWords(text: String, expected: [String]) { expectRegular(text, expected) }

    @Test(
        "encoded-words where none may stand",
        arguments: [
            ("=?utf-8?Q?A,_B?= <a@example.org>", ["A, B|a@example.org"]),
            ("=?utf-8?Q?A, B?= <a@example.org>", ["A, B|a@example.org"]),
            ("=?utf-8?Q?A_(b)?= <a@example.org>", ["A (b)|a@example.org"]),
            (#"=?utf-8?Q?A_"b"?= <a@example.org>"#, [#"A "b"|a@example.org"#]),
            ("=?utf-8?Q?A:_b@c?= <a@example.org>", ["A: b@c|a@example.org"]),
            ("<=?utf-8?Q?a=40example.org?=>", ["a@example.org"]),
            ("=?utf-8?Q?A_<a@example.org>?=", ["A|a@example.org"]),
            ("=?utf-8?Q?A_=3Ca=40example.org=3E?=", ["A|a@example.org"]),
            (
                "=?utf-8?Q?a=40example.org=2C_b=40example.org?=",
                ["a@example.org", "b@example.org"]
            ),
            ("A <=?utf-8?Q?a=40example.org?=>", ["A|a@example.org"]),
        ] as [(String, [String])]
    )
    func misplacedEncodedWords(text: String, expected: [String]) {
        expectIrregular(text, expected)
    }

    @Test(
        "marks that ought to be quoted in a name",
        arguments: [
            ("B, A <a@example.org>", ["B, A|a@example.org"]),
            ("B,A <a@example.org>", ["B,A|a@example.org"]),
            (
                "B, A, Dr. <a@example.org>, c@example.org",
                ["B, A, Dr.|a@example.org", "c@example.org"]
            ),
            (
                "B, A <a@example.org>, D, C <c@example.org>",
                ["B, A|a@example.org", "D, C|c@example.org"]
            ),
            (#""B", A <a@example.org>"#, ["B, A|a@example.org"]),
            ("A; B <a@example.org>", ["A; B|a@example.org"]),
            ("A @ B <a@example.org>", ["A @ B|a@example.org"]),
            ("a@example.net <a@example.org>", ["a@example.net|a@example.org"]),
            (
                "'a@example.net' via list <a@example.org>",
                ["'a@example.net' via list|a@example.org"]
            ),
            ("A :-) <a@example.org>", ["A :-)|a@example.org"]),
            ("A) <a@example.org>", ["A)|a@example.org"]),
            ("http://example.net <a@example.org>", ["http://example.net|a@example.org"]),
            (#"\"A B\" <a@example.org>"#, ["A B|a@example.org"]),
            (#"B\, A <a@example.org>"#, ["B, A|a@example.org"]),
            (#""A "B" C" <a@example.org>, x"#, ["A B C|a@example.org", "x"]),
        ] as [(String, [String])]
    )
    func unquotedMarks(text: String, expected: [String]) { expectIrregular(text, expected) }

    @Test("a backslash in a name is kept")
    func backslash() { expectRegular(#"CORP\a <a@example.org>"#, [#"CORP\a|a@example.org"#]) }

    @Test(
        "brackets, quotes and parentheses that are missing or too many",
        arguments: [
            ("A <a@example.org", ["A|a@example.org"]),
            ("A <a@example.org, B <b@example.org>", ["A|a@example.org", "B|b@example.org"]),
            ("A <a@example.org; B <b@example.org>", ["A|a@example.org", "B|b@example.org"]),
            ("A <a@example.org <b@example.org>", ["A|a@example.org", "b@example.org"]),
            ("A a@example.org>", ["A|a@example.org"]),
            ("a@example.org>, b@example.org", ["a@example.org", "b@example.org"]),
            ("<<a@example.org>>", ["a@example.org"]),
            ("A <<a@example.org>>, b@example.org", ["A|a@example.org", "b@example.org"]),
            ("<a@example.org>>", ["a@example.org"]),
            (#""A <a@example.org>"#, ["A|a@example.org"]),
            (#"A" <a@example.org>"#, ["A|a@example.org"]),
            (#""B, A <a@example.org>"#, ["B, A|a@example.org"]),
            (#""A <a@example.org>, "B" <b@example.org>"#, ["A|a@example.org", "B|b@example.org"]),
            (#"A <"a@example.org>"#, ["A|a@example.org"]),
            (#""A\"#, []),
            (#"a@example.org\"#, [#"a@example.org\"#]),
            ("a@example.org (A", ["A|a@example.org"]),
            ("A (B <a@example.org>", ["A|a@example.org"]),
            ("((A) <a@example.org>", ["(A)|a@example.org"]),
            ("a@example.org (A, b@example.org", ["A|a@example.org", "b@example.org"]),
            ("a@example.org)", ["a@example.org)"]),
            ("a@[192.0.2.1", ["a@[192.0.2.1"]),
            ("Group: a@example.org, b@example.org", ["a@example.org", "b@example.org"]),
            ("A: B: a@example.org;, c@example.org;", ["a@example.org", "c@example.org"]),
            (": a@example.org;", ["a@example.org"]),
            ("a@example.org;", ["a@example.org"]),
        ] as [(String, [String])]
    )
    func unbalanced(text: String, expected: [String]) {
        // What cannot be repaired is shown as it was written.
        #expect(read(text).names == expected)
    }

    @Test(
        "addresses that nothing separates, or another mark",
        arguments: [
            ("a@example.org; b@example.org", ["a@example.org", "b@example.org"]),
            ("A <a@example.org>; B <b@example.org>;", ["A|a@example.org", "B|b@example.org"]),
            ("<a@example.org> <b@example.org>", ["a@example.org", "b@example.org"]),
            ("<a@example.org><b@example.org>", ["a@example.org", "b@example.org"]),
            ("A <a@example.org> B <b@example.org>", ["A|a@example.org", "B|b@example.org"]),
            (
                #"A <a@example.org> "C, B" <b@example.org>"#,
                ["A|a@example.org", "C, B|b@example.org"]
            ),
            ("a@example.org b@example.org", ["a@example.org", "b@example.org"]),
            ("A a@example.org B b@example.org", ["A|a@example.org", "B|b@example.org"]),
            ("<a@example.org> b@example.org", ["a@example.org", "b@example.org"]),
            ("<a@example.org b@example.org>", ["a@example.org", "b@example.org"]),
            ("<a@example.org, b@example.org>", ["a@example.org", "b@example.org"]),
            ("<a@example.org> <A@Example.org>", ["a@example.org"]),
            ("A <a@example.org> a@example.org", ["A|a@example.org"]),
        ] as [(String, [String])]
    )
    func unseparated(text: String, expected: [String]) { expectIrregular(text, expected) }

    @Test(
        "addresses in other dress",
        arguments: [
            ("A a@example.org", ["A|a@example.org"]),
            ("a@example.org A", ["A|a@example.org"]),
            // RFC 822 appendix A.1.5 and RFC 1911 §12.
            ("Galloping Gourmet@ ANT.Down-Under (x)", ["Galloping|Gourmet@ANT.Down-Under"]),
            ("Galloping Gourmet @ANT.Down-Under", ["Galloping|Gourmet@ANT.Down-Under"]),
            (
                #""Parsons, Glenn, W." 2145551234@VM1.mycompany.com"#,
                ["Parsons, Glenn, W.|2145551234@VM1.mycompany.com"]
            ),
            (#""A B" a@example.org"#, ["A B|a@example.org"]),
            ("a@example.org A (b)", ["A|a@example.org"]),
            ("<a@example.org> A B", ["A B|a@example.org"]),
            ("C <a@example.org> A B", ["C|a@example.org"]),
            ("a@example.org <A B>", ["A B|a@example.org"]),
            ("a@example.org <>", ["a@example.org"]),
            ("mailto:a@example.org", ["a@example.org"]),
            ("<mailto:a@example.org>", ["a@example.org"]),
            ("A <MAILTO:a@example.org?subject=x>", ["A|a@example.org"]),
            ("A [mailto:a@example.org]", ["A|a@example.org"]),
            ("A <SMTP:a@example.org>", ["A|a@example.org"]),
            ("'a@example.org'", ["a@example.org"]),
            ("<'a@example.org'>", ["a@example.org"]),
            ("[a@example.org]", ["a@example.org"]),
            (#""a@example.org""#, ["a@example.org"]),
            (#"<"a@example.org">"#, ["a@example.org"]),
            (#""A <a@example.org>""#, ["A|a@example.org"]),
            (#""A <a@example.org>" <>"#, ["A|a@example.org"]),
            ("a@example.org.", ["a@example.org"]),
            ("<a@example.org.>", ["a@example.org"]),
            ("<a@example.org>.", ["a@example.org"]),
            ("<a b@example.org>", ["a b@example.org"]),
            ("<a@exam ple.org>", ["a@example.org"]),
            ("A@B@example.org", ["A@B@example.org"]),
            ("<A@B@example.org>", ["A@B@example.org"]),
            ("a at example.org (A)", ["A|a@example.org"]),
            ("A <a at example.org>", ["A|a@example.org"]),
            ("A &lt;a@example.org&gt;", ["A|a@example.org"]),
            (
                "&lt;a@example.org&gt;, B &lt;b@example.org&gt;",
                ["a@example.org", "B|b@example.org"]
            ),
        ] as [(String, [String])]
    )
    func disguised(text: String, expected: [String]) { expectIrregular(text, expected) }

    @Test(
        "mailboxes without a domain",
        arguments: [
            ("root", ["root"]),
            ("MAILER-DAEMON (Mail Delivery System)", ["Mail Delivery System|MAILER-DAEMON"]),
            ("Mail Delivery System <MAILER-DAEMON>", ["Mail Delivery System|MAILER-DAEMON"]),
            ("<a>", ["a"]),
            ("root, a@example.org", ["root", "a@example.org"]),
            ("a@example.org, root", ["a@example.org", "root"]),
            (#"root, "B" <b@example.org>"#, ["root", "B|b@example.org"]),
            ("Group: a, b;", ["a", "b"]),
            ("relay.example!a", ["relay.example!a"]),
            (
                "X </O=ORG/OU=GROUP 1/CN=RECIPIENTS/CN=A>",
                ["X|/O=ORG/OU=GROUP 1/CN=RECIPIENTS/CN=A"]
            ),
            ("X </O=ORG, INC/CN=A>", ["X|/O=ORG, INC/CN=A"]),
        ] as [(String, [String])]
    )
    func withoutDomain(text: String, expected: [String]) { expectIrregular(text, expected) }

    @Test(
        "what is no address",
        arguments: [
            "A B", #""A B""#, #""A" <>"#, "<>", "< >", "a@", "@example.org", "<@>", "@", "<a@>",
            "undisclosed-recipients", "Undisclosed recipients", "<undisclosed-recipients:;>",
            #""undisclosed-recipients:;" <>"#, ";", ">", ".", "<;>", "A at B", "a@example.org@",
        ]
    )
    func noAddress(text: String) { expectIrregular(text, []) }

    @Test(
        "no more addresses than the limit are read",
        arguments: ["a@x.example, b@x.example, c@x.example", "a@x.example b@x.example c@x.example"]
    )
    func limit(text: String) {
        let (names, defects) = read(text, limit: 2)
        #expect(names == ["a@x.example", "b@x.example"])
        #expect(defects.contains("A field holds over 2 addresses; later ones were not read."))
    }

    @Test("a list that holds just the limit is whole")
    func exactLimit() {
        let (names, defects) = read("a@x.example, b@x.example, ", limit: 2)
        #expect(names == ["a@x.example", "b@x.example"])
        #expect(defects.isEmpty)
    }

    @Test(
        "any repetition is read",
        arguments: [
            "(", ")", "<", ">", "\"", "\\", "@", ",", ";", ":", "[", "a:", "a@b ", "<a@b>", "<a@b",
            "=?",
            "=?a?q?", "=?a?q? ?=", "\"\\\"", "(\\", "<\"", "a,", "a b ", "<,", "a@[", "<(", "a@ ",
            "\"<@>,",
            "(a)",
            "'", "mailto:", "a at ", "<a@b> (", "(\"", "\\(",
        ]
    )
    func repetition(text: String) {
        let many = String(repeating: text, count: 5_000)
        #expect(read(many, limit: 1000).names.count <= 1000)
        #expect(read("a@example.org, " + many, limit: 1000).names.count <= 1000)
    }

    @Test("comments and groups nest as deep as they like")
    func depth() {
        let open = String(repeating: "(", count: 100_000)
        let close = String(repeating: ")", count: 100_000)
        #expect(read("A \(open)x\(close) <a@example.org>").names == ["A|a@example.org"])
        let groups = String(repeating: "a:", count: 100_000)
        let ends = String(repeating: ";", count: 100_000)
        #expect(read("\(groups)a@example.org\(ends)").names == ["a@example.org"])
    }

    @Test(
        "configuration holds valid addresses only",
        arguments: [
            ("a@example.org", true), ("A <a@example.org>", true), ("a.b+c@x.example", true),
            ("a@mairie-évreux.example", true), ("a@localhost", true),
            ("", false), ("a", false), ("a@", false), ("A <a@example.org", false),
            ("a@example.org, b@example.org", false), ("a b@example.org", false),
            ("a@exa mple.org", false), ("a@-x.example", false), ("a@x..example", false),
            ("é@example.org", false), ("a@example.org\r\nBcc: b@example.org", false),
            ("a@example.org\u{0}", false), ("<>", false), ("a@ex<ample.org", false),
            ("a@example.org.", false), ("mailto:a@example.org", false), ("<a>", false),
            ("'a@example.org'", false), ("B, A <a@example.org>", false),
            ("a at example.org", false), ("A: a@example.org", false), ("\"a@example.org\"", false),
            ("<a@example.org> b", false), ("A @ B <a@example.org>", false),
        ] as [(String, Bool)]
    )
    func configuration(text: String, isValid: Bool) {
        #expect((Address(parsing: text) != nil) == isValid)
        #expect((Mailbox(parsing: text) != nil) == isValid)
    }

    @Test("a configured list is valid as a whole")
    func configuredList() throws {
        let list = try #require(Address.list(parsing: "A <a@example.org>, b@example.org"))
        #expect(list.map(\.addrSpec) == ["a@example.org", "b@example.org"])
        #expect(Address.list(parsing: "a@example.org, nobody") == nil)
    }

    @Test("nobody is written to without a domain")
    func noDomain() {
        let root = Address(displayName: "Root", localPart: "root", domain: "")
        #expect(root.addrSpec == "root")
        #expect(Mailbox(root) == nil)
    }
}
