import Testing

@testable import Intake

@Suite("Authors of quoted mail") struct QuotedAuthorTests {
    @Test("name and address are read from what a header gives", arguments: rows)
    func readsRows(_ row: Row) {
        let author = QuotedAuthor(row.written)
        #expect(author.name == row.name, "\(row.written ?? "nil")")
        #expect(author.personName == row.person ?? row.name, "\(row.written ?? "nil")")
        #expect(author.address?.addrSpec == row.address, "\(row.written ?? "nil")")
    }

    struct Row: Sendable {
        var written: String?
        var name: String?
        var address: String?
        var person: String?

        init(_ written: String?, _ name: String?, _ address: String?, person: String? = nil) {
            self.written = written
            self.name = name
            self.address = address
            self.person = person
        }
    }

    static let rows: [Row] = [
        Row("Riou Paul <p@gue.example>", "Riou Paul", "p@gue.example"),
        Row("\"Riou, Paul\" <p@gue.example>", "Riou, Paul", "p@gue.example"),
        Row("p@gue.example", nil, "p@gue.example"),
        Row("<p@gue.example>", nil, "p@gue.example"),
        Row("Paul Riou [mailto:p@gue.example]", "Paul Riou", "p@gue.example"),
        Row("[mailto:p@gue.example]", nil, "p@gue.example"),
        Row("Paul Riou <mailto:p@gue.example>", "Paul Riou", "p@gue.example"),
        Row("p@gue.example <mailto:p@gue.example>", nil, "p@gue.example"),
        Row("p@gue.example<mailto:p@gue.example>", nil, "p@gue.example"),
        Row("Paul Riou <p@gue.example <mailto:p@gue.example>>", "Paul Riou", "p@gue.example"),
        Row("Paul Riou <p@gue.example<mailto:p@gue.example>>", "Paul Riou", "p@gue.example"),
        Row(
            "Paul Riou via Maires <l@gue.example>",
            "Paul Riou via Maires",
            "l@gue.example",
            person: "Paul Riou"
        ),
        Row("Riou P. (mairie)", "Riou P. (mairie)", nil, person: "Riou P."),
        Row(
            "Riou P. (mairie) <p@gue.example>",
            "Riou P. (mairie)",
            "p@gue.example",
            person: "Riou P."
        ),
        Row("Paul Riou (p@gue.example)", "Paul Riou", "p@gue.example"),
        Row("Ana Gil (<a@gue.example>)", "Ana Gil", "a@gue.example"),
        Row("p@gue.example (Paul Riou)", nil, "p@gue.example"),
        Row("Paul Riou/GUE/FR", "Paul Riou", nil),
        Row("CN=Paul Riou/OU=GUE/O=FR", "Paul Riou", nil),
        Row("Paul Riou/GUE/FR@GUE", "Paul Riou", nil),
        Row("'p@gue.example' <p@gue.example>", nil, "p@gue.example"),
        Row("« Paul Riou » <p@gue.example>", "Paul Riou", "p@gue.example"),
        Row("Paul Riou <p.riou@ gue.example>", "Paul Riou", "p.riou@gue.example"),
        Row("Paul Riou < p@gue.example >", "Paul Riou", "p@gue.example"),
        Row("*Paul Riou* <p@gue.example>", "Paul Riou", "p@gue.example"),
        Row("'Paul Riou' <p@gue.example>", "Paul Riou", "p@gue.example"),
        Row(
            "'Paul Riou' via Contact <c@gue.example>",
            "'Paul Riou' via Contact",
            "c@gue.example",
            person: "Paul Riou"
        ),
        Row("Maires « de l'Ouest » <m@gue.example>", "Maires « de l'Ouest »", "m@gue.example"),
        Row("\"Paul Riou <p@gue.example>", "Paul Riou", "p@gue.example"),
        Row("Paul Riou' <p@gue.example>", "Paul Riou", "p@gue.example"),
        Row("\"'Paul Riou'\" <p@gue.example>", "Paul Riou", "p@gue.example"),
        Row("'", nil, nil), Row("\"\"", nil, nil),
        Row("Élus 22/29", "Élus 22/29", nil),
        Row("Paul Riou", "Paul Riou", nil),
        Row("Paul Riou <>", "Paul Riou", nil),
        Row("@", nil, nil),
        Row("<@>", nil, nil),
        Row("", nil, nil),
        Row(nil, nil, nil),
        Row(
            "\u{202A}Paul\u{202C}\u{200F} <\u{202A}p@gue.example\u{202C}>",
            "Paul",
            "p@gue.example"
        ),
    ]
}
