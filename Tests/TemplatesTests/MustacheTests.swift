import Foundation
import Templates
import Testing

/// One row: what a template makes of its data.
private struct Row: Sendable, CustomTestStringConvertible {
    var source: String
    var data: TemplateValue = [:]
    var partials: [String: String] = [:]
    var expected: String
    var testDescription: String { source.debugDescription }

    init(
        _ source: String,
        _ data: TemplateValue = [:],
        _ partials: [String: String] = [:],
        gives expected: String
    ) {
        self.source = source
        self.data = data
        self.partials = partials
        self.expected = expected
    }

    func check(escapesHTML: Bool = true) throws {
        let template = try Template(
            source: source,
            name: "essai.mustache",
            escapesHTML: escapesHTML,
            partials: { partials[$0] }
        )
        #expect(template.render(data) == expected)
    }
}

/// What the Mustache specification asks, case by case, with data of our own.
@Suite("Mustache") struct MustacheTests {
    @Test(
        "interpolation",
        arguments: [
            Row("Une {accolade} seule.\n", gives: "Une {accolade} seule.\n"),
            Row("Bonjour {{ville}} !\n", ["ville": "Léon"], gives: "Bonjour Léon !\n"),
            Row("{{v}}", ["v": "& \" < > '"], gives: "&amp; &quot; &lt; &gt; '"),
            Row("{{{v}}} {{&v}}", ["v": "& \" < >"], gives: "& \" < > & \" < >"),
            Row("{{n}} {{{n}}} {{&n}}", ["n": 85], gives: "85 85 85"),
            Row("{{n}} {{{n}}} {{&n}}", ["n": 1.21], gives: "1.21 1.21 1.21"),
            Row("[{{n}}{{{n}}}{{&n}}]", ["n": nil], gives: "[]"),
            Row("[{{rien}}{{{rien}}}{{&rien}}]", gives: "[]"),
            Row("{{a}}", ["a": "{{b}}", "b": "non"], gives: "{{b}}"),
            Row("{{.}} {{{.}}} {{&.}}", "<i>", gives: "&lt;i&gt; <i> <i>"),
            Row("{{.}} {{{.}}} {{&.}}", 7, gives: "7 7 7"),
            Row("{{p.nom}}={{#p}}{{nom}}{{/p}}", ["p": ["nom": "Zoé"]], gives: "Zoé=Zoé"),
            Row("{{{p.nom}}} {{&p.nom}}", ["p": ["nom": "<"]], gives: "< <"),
            Row("{{a.b.c.d}}", ["a": ["b": ["c": ["d": "au fond"]]]], gives: "au fond"),
            Row("[{{a.b.c}}]", ["a": [:]], gives: "[]"),
            Row("[{{a.b.c.n}}]", ["a": ["b": [:]], "c": ["n": "x"]], gives: "[]"),
            Row(
                "{{#a}}{{b.c}}{{/a}}",
                ["a": ["b": ["c": "dedans"]], "b": ["c": "dehors"]],
                gives: "dedans"
            ),
            Row("[{{#a}}{{b.c}}{{/a}}]", ["a": ["b": [:]], "b": ["c": "x"]], gives: "[]"),
            Row("[{{a.b}}]", ["a.b": "une seule clé"], gives: "[]"),
            Row("{{a.b}}", ["a.b": "non", "a": ["b": "oui"]], gives: "oui"),
            Row("{{#a}}[{{.n}}]{{/a}}", ["a": [:], "n": "dehors"], gives: "[]"),
            Row("| {{s}} |{{{s}}} | {{&s}}|", ["s": "-"], gives: "| - |- | -|"),
            Row("  {{s}}\n  {{{s}}}\n  {{&s}}\n", ["s": "-"], gives: "  -\n  -\n  -\n"),
            Row("|{{ s }}|{{{ s }}}|{{& s }}|", ["s": "-"], gives: "|-|-|-|"),
        ]
    )
    fileprivate func interpolation(row: Row) throws { try row.check() }

    @Test(
        "comments leave nothing behind",
        arguments: [
            Row("ab{{! rien }}cd", gives: "abcd"),
            Row("ab{{!\n  sur\n  trois lignes\n}}cd\n", gives: "abcd\n"),
            Row("A\n{{! seul }}\nB\n", gives: "A\nB\n"),
            Row("A\n  {{! en retrait }}\nB\n", gives: "A\nB\n"),
            Row("|\r\n{{! seul }}\r\n|", gives: "|\r\n|"),
            Row("  {{! au début }}\n!", gives: "!"),
            Row("!\n  {{! à la fin }}", gives: "!\n"),
            Row("A\n{{!\nlong\n}}\nB\n", gives: "A\nB\n"),
            Row("A\n  {{!\n    long\n  }}\nB\n", gives: "A\nB\n"),
            Row("  12 {{! 34 }}\n", gives: "  12 \n"),
            Row("12 {{! 34 }} 56", gives: "12  56"),
            Row("[{{! nom }}]", ["! nom": 1, "nom": 2], gives: "[]"),
        ]
    )
    fileprivate func comments(row: Row) throws { try row.check() }

    @Test(
        "delimiters",
        arguments: [
            Row("{{=<% %>=}}(<%t%>)", ["t": "oui"], gives: "(oui)"),
            Row("({{=[ ]=}}[t])", ["t": "oui"], gives: "(oui)"),
            Row(
                "[\n{{#s}}\n  {{d}}\n  |d|\n{{/s}}\n\n{{= | | =}}\n|#s|\n  {{d}}\n  |d|\n|/s|\n]\n",
                ["s": true, "d": "ici"],
                gives: "[\n  ici\n  |d|\n\n  {{d}}\n  ici\n]\n"
            ),
            Row(
                "{{^s}}{{d}} |d|{{/s}}{{= | | =}} |^s|{{d}} |d||/s|",
                ["s": false, "d": "ici"],
                gives: "ici |d| {{d}} ici"
            ),
            Row(
                "[{{>p}}]\n{{= | | =}}\n[|>p|]\n",
                ["v": "oui"],
                ["p": ".{{v}}."],
                gives: "[.oui.]\n[.oui.]\n"
            ),
            Row(
                "[ {{>p}} ]\n[ {{v}} |v| ]\n",
                ["v": "oui"],
                ["p": "{{v}} {{= | | =}} |v|"],
                gives: "[ oui  oui ]\n[ oui |v| ]\n"
            ),
            Row("| {{=@ @=}} |", gives: "|  |"),
            Row(" | {{=@ @=}}\n", gives: " | \n"),
            Row("A\n{{=@ @=}}\nB\n", gives: "A\nB\n"),
            Row("A\n  {{=@ @=}}\nB\n", gives: "A\nB\n"),
            Row("|\r\n{{= @ @ =}}\r\n|", gives: "|\r\n|"),
            Row("  {{=@ @=}}\n=", gives: "="),
            Row("=\n  {{=@ @=}}", gives: "=\n"),
            Row("|{{= @   @ =}}|", gives: "||"),
            Row("{{=<% %>=}}<%{h}%><%&h%><%h%>", ["h": "<"], gives: "<<&lt;"),
        ]
    )
    fileprivate func delimiters(row: Row) throws { try row.check() }

    @Test(
        "sections",
        arguments: [
            Row("[{{#b}}oui{{/b}}]", ["b": true], gives: "[oui]"),
            Row("[{{#b}}oui{{/b}}]", ["b": false], gives: "[]"),
            Row("[{{#b}}oui{{/b}}]", ["b": nil], gives: "[]"),
            Row("[{{#b}}oui{{/b}}]", gives: "[]"),
            Row("[{{#b}}oui{{/b}}]", ["b": ""], gives: "[]"),
            Row("{{#c}}Vu : {{n}}{{/c}}", ["c": ["n": "Aix"]], gives: "Vu : Aix"),
            Row(
                "{{#s}}{{a}} {{b}} {{c.d}}{{/s}}",
                ["a": "1", "b": "x", "s": ["b": "2"], "c": ["d": "3"]],
                gives: "1 2 3"
            ),
            Row("{{#t}}{{.}} = {{t}}{{/t}}", ["t": "v"], gives: "v = v"),
            Row(
                "{{#r}}{{#d}}{{n.a}}{{m}}.{{#c}}{{n.b}}{{m}}{{x}}.{{/c}}{{/d}}{{/r}}",
                [
                    "r": [
                        [
                            "n": ["a": "a", "b": "A"],
                            "d": [["m": "1", "c": [["x": "y"], ["x": "z"]]]],
                        ]
                    ]
                ],
                gives: "a1.A1y.A1z."
            ),
            Row(
                "{{#a}}\n{{x}}\n{{#b}}\n{{x}}{{y}}\n{{#b.z}}\n{{x}}{{.}}\n{{/b.z}}\n{{/b}}\n{{/a}}\n",
                ["a": ["x": 1], "b": ["y": 2, "z": 3]],
                gives: "1\n12\n13\n"
            ),
            Row("{{#l}}{{i}}{{/l}}", ["l": [["i": 1], ["i": 2], ["i": 3]]], gives: "123"),
            Row("[{{#l}}x{{/l}}]", ["l": []], gives: "[]"),
            Row("{{#s}}une fois{{/s}}", ["s": "123"], gives: "une fois"),
            Row(
                "{{#b}}\n* 1\n{{/b}}\n* {{d}}\n{{#b}}\n* 3\n{{/b}}\n",
                ["b": true, "d": "2"],
                gives: "* 1\n* 2\n* 3\n"
            ),
            Row("A {{#b}}B {{#b}}C{{/b}} D{{/b}} E", ["b": true], gives: "A B C D E"),
            Row("A {{#b}}B {{#b}}C{{/b}} D{{/b}} E", ["b": false], gives: "A  E"),
            Row("{{#l}}({{.}}){{/l}}", ["l": ["a", "<"]], gives: "(a)(&lt;)"),
            Row("{{#l}}({{{.}}}{{&.}}){{/l}}", ["l": ["<", "\""]], gives: "(<<)(\"\")"),
            Row("{{#l}}({{.}}){{/l}}", ["l": [1, 2.2, 3.3]], gives: "(1)(2.2)(3.3)"),
            Row("{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", ["l": [[1, 2], ["a"]]], gives: "(12)(a)"),
            Row("{{#.}}({{v}}){{/.}}", [["v": "a"], ["v": "b"]], gives: "(a)(b)"),
            Row("{{#a.b.c}}ici{{/a.b.c}}", ["a": ["b": ["c": true]]], gives: "ici"),
            Row("[{{#a.b.c}}ici{{/a.b.c}}]", ["a": ["b": ["c": false]]], gives: "[]"),
            Row("[{{#a.b.c}}ici{{/a.b.c}}]", ["a": [:]], gives: "[]"),
        ]
    )
    fileprivate func sections(row: Row) throws { try row.check() }

    @Test(
        "the lines of section tags",
        arguments: [
            Row(" | {{#b}}\t|\t{{/b}} | \n", ["b": true], gives: " | \t|\t | \n"),
            Row(" | {{#b}} {{! x }}\n {{/b}} | \n", ["b": true], gives: " |  \n  | \n"),
            Row(" {{#b}}A{{/b}}\n {{#b}}B{{/b}}\n", ["b": true], gives: " A\n B\n"),
            Row("| 1\n{{#b}}\n|\n{{/b}}\n| 2\n", ["b": true], gives: "| 1\n|\n| 2\n"),
            Row("| 1\n  {{#b}}\n|\n  {{/b}}\n| 2\n", ["b": true], gives: "| 1\n|\n| 2\n"),
            Row("|\r\n{{#b}}\r\n{{/b}}\r\n|", ["b": true], gives: "|\r\n|"),
            Row("  {{#b}}\n#{{/b}}\n/", ["b": true], gives: "#\n/"),
            Row("#{{#b}}\n/\n  {{/b}}", ["b": true], gives: "#\n/\n"),
            Row("|{{# b }}={{/ b }}|", ["b": true], gives: "|=|"),
            Row("|{{#b}}\t\n{{/b}}|", ["b": true], gives: "|\t\n|"),
        ]
    )
    fileprivate func sectionLines(row: Row) throws { try row.check() }

    @Test(
        "inverted sections",
        arguments: [
            Row("[{{^b}}rien{{/b}}]", ["b": false], gives: "[rien]"),
            Row("[{{^b}}rien{{/b}}]", ["b": true], gives: "[]"),
            Row("[{{^b}}rien{{/b}}]", ["b": nil], gives: "[rien]"),
            Row("[{{^b}}rien{{/b}}]", ["b": ["n": "x"]], gives: "[]"),
            Row("[{{^l}}rien{{/l}}]", ["l": [1, 2]], gives: "[]"),
            Row("[{{^l}}rien{{/l}}]", ["l": []], gives: "[rien]"),
            Row("[{{^b}}rien{{/b}}]", gives: "[rien]"),
            Row(
                "{{^b}}\n* 1\n{{/b}}\n* {{d}}\n{{^b}}\n* 3\n{{/b}}\n",
                ["b": false, "d": "2"],
                gives: "* 1\n* 2\n* 3\n"
            ),
            Row("A {{^b}}B {{^b}}C{{/b}} D{{/b}} E", ["b": false], gives: "A B C D E"),
            Row("A {{^b}}B {{^b}}C{{/b}} D{{/b}} E", ["b": true], gives: "A  E"),
            Row("[{{^a.b.c}}rien{{/a.b.c}}]", ["a": ["b": ["c": true]]], gives: "[]"),
            Row("[{{^a.b.c}}rien{{/a.b.c}}]", ["a": ["b": ["c": false]]], gives: "[rien]"),
            Row("[{{^a.b.c}}rien{{/a.b.c}}]", ["a": [:]], gives: "[rien]"),
            Row(" | {{^b}}\t|\t{{/b}} | \n", ["b": false], gives: " | \t|\t | \n"),
            Row(" | {{^b}} {{! x }}\n {{/b}} | \n", ["b": false], gives: " |  \n  | \n"),
            Row(" {{^b}}A{{/b}}\n {{^b}}B{{/b}}\n", ["b": false], gives: " A\n B\n"),
            Row("| 1\n{{^b}}\n|\n{{/b}}\n| 2\n", ["b": false], gives: "| 1\n|\n| 2\n"),
            Row("| 1\n  {{^b}}\n|\n  {{/b}}\n| 2\n", ["b": false], gives: "| 1\n|\n| 2\n"),
            Row("|\r\n{{^b}}\r\n{{/b}}\r\n|", ["b": false], gives: "|\r\n|"),
            Row("  {{^b}}\n^{{/b}}\n/", ["b": false], gives: "^\n/"),
            Row("^{{^b}}\n/\n  {{/b}}", ["b": false], gives: "^\n/\n"),
            Row("|{{^ b }}={{/ b }}|", ["b": false], gives: "|=|"),
        ]
    )
    fileprivate func inverted(row: Row) throws { try row.check() }

    @Test(
        "partials",
        arguments: [
            Row("[{{>p}}]", [:], ["p": "du fichier"], gives: "[du fichier]"),
            Row("[{{>absent}}]", gives: "[]"),
            Row("{{>p}}", ["t": "v"], ["p": "*{{t}}*"], gives: "*v*"),
            Row(
                "{{>p}}",
                ["c": "X", "l": [["c": "Y", "l": []]]],
                ["p": "{{c}}<{{#l}}{{>p}}{{/l}}>"],
                gives: "X<Y<>>"
            ),
            Row("{{>a}}", ["t": "v"], ["a": "1{{>b}}3", "b": "{{t}}"], gives: "1v3"),
            Row("| {{>p}} |", [:], ["p": "\t|\t"], gives: "| \t|\t |"),
            Row("  {{d}}  {{> p}}\n", ["d": "|"], ["p": ">\n>"], gives: "  |  >\n>\n"),
            Row("|\r\n{{>p}}\r\n|", [:], ["p": ">"], gives: "|\r\n>|"),
            Row("  {{>p}}\n>", [:], ["p": ">\n>"], gives: "  >\n  >>"),
            Row(">\n  {{>p}}", [:], ["p": ">\n>"], gives: ">\n  >\n  >"),
            Row(
                "\\\n {{>p}}\n/\n",
                ["c": "<\n->"],
                ["p": "|\n{{{c}}}\n|\n"],
                gives: "\\\n |\n <\n->\n |\n/\n"
            ),
            Row(
                "  {{>p}}\n",
                ["l": [1, 2]],
                [
                    "p": "{{#l}}\n- {{.}}\n{{/l}}\n{{#l}}{{.}}{{/l}}\n\t{{>q}}\nfin\n",
                    "q": "q\nq\n",
                ],
                gives: "  - 1\n  - 2\n  12\n  \tq\n  \tq\n  fin\n"
            ),
            Row("|{{> p }}|", [:], ["p": "[]"], gives: "|[]|"),
        ]
    )
    fileprivate func partials(row: Row) throws { try row.check() }

    @Test("a text template escapes nothing, in its partials neither")
    func plainText() throws {
        try Row("{{v}} {{>p}}", ["v": "a & b"], ["p": "{{v}}"], gives: "a & b a & b")
            .check(escapesHTML: false)
    }
}
