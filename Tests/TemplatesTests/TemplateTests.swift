import Foundation
import Templates
import Testing

@Suite("Templates") struct TemplateTests {
    @Test(
        "a broken template says where, what and what to do",
        arguments: [
            ("Bonjour {{nom", 1, 9, "ajoutez « }} »"),
            ("a\né {{{nom}}", 2, 3, "ajoutez « }}} »"),
            ("{{=<% %>}}", 1, 1, "ajoutez « =}} »"),
            ("{{}}", 1, 1, "il manque un nom"),
            ("{{> }}", 1, 1, "il manque un nom"),
            ("{{un nom}}", 1, 1, "d'un seul tenant"),
            ("{{=a=}}", 1, 1, "deux marques"),
            ("\n {{#a}}", 2, 2, "ajoutez « {{/a}} »"),
            ("{{/a}}", 1, 1, "n'a pas commencé"),
            ("{{#a}}{{#b}}{{/a}}{{/b}}", 1, 13, "écrivez d'abord « {{/b}} »"),
            ("{{>../secret}}", 1, 1, "lettres sans accent"),
            ("{{>été}}", 1, 1, "lettres sans accent"),
            (String(repeating: "{{#a}}", count: 400), 1, 601, "emboîtés"),
        ]
    )
    func errors(source: String, line: Int, column: Int, advice: String) throws {
        let error = try #require(throws: TemplateError.self) {
            try Template(source: source, name: "lettre.mustache", escapesHTML: true)
        }
        #expect(error.file == "lettre.mustache")
        #expect(error.line == line && error.column == column, "\(error)")
        #expect(error.description.contains(advice), "\(error)")
        #expect(error.description.hasPrefix("lettre.mustache:\(line):\(column) : "))
    }

    @Test("an error in a partial names the partial's file")
    func partialError() throws {
        let error = try #require(throws: TemplateError.self) {
            try Template(source: "{{>p}}", name: "t", escapesHTML: true) { _ in "\n{{" }
        }
        #expect(error.file == "p.mustache")
        #expect(error.line == 2)
    }

    @Test("names and missing partials are listed with their places")
    func uses() throws {
        let template = try Template(
            source: "{{a}}\n{{#b.c}}{{/b.c}}{{>q}}",
            name: "t",
            escapesHTML: false
        )
        #expect(template.variables == ["a", "b.c"])
        #expect(template.missingPartials.map(\.name) == ["q"])
        #expect(template.missingPartials.first?.line == 2)
        #expect(template.missingPartials.first?.column == 17)
    }

    @Test("each partial is read once")
    func partialsReadOnce() throws {
        var reads: [String] = []
        _ = try Template(source: "{{>a}}{{>a}}{{>b}}", name: "t", escapesHTML: false) { name in
            reads.append(name)
            return "{{>a}}{{>b}}"
        }
        #expect(reads == ["a", "b"])
    }

    @Test(
        "rendering ends even where partials call each other without end",
        arguments: ["{{>p}}", "x{{>p}}{{>p}}", "{{#l}}{{>p}}{{>p}}{{/l}}"]
    )
    func endless(partial: String) throws {
        let template = try Template(source: "{{>p}}", name: "t", escapesHTML: false) { _ in partial
        }
        #expect(template.render(["l": [1, 2, 3]]).utf8.count < 10_000_000)
    }

    @Test("a byte order mark and any bytes are read")
    func lenient() throws {
        let template = try Template(
            source: "\u{FEFF}{{! a }}\r\n{{x}}\0\r\n",
            name: "t",
            escapesHTML: false
        )
        #expect(template.render(["x": "é"]) == "é\0\r\n")
    }

    @Test("a file's name decides on escaping, its folder holds the partials")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, _ name: String) throws -> URL {
            let file = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: file)
            return file
        }
        _ = try write("<{{v}}>", "suite.mustache")
        let text = try Template.load(file: try write("{{>suite}}", "a.txt.mustache"))
        let page = try Template.load(file: try write("{{>suite}}", "b.html.mustache"))
        #expect(text.render(["v": "&"]) == "<&>")
        #expect(page.render(["v": "&"]) == "<&amp;>")
        #expect(throws: TemplateError.self) {
            try Template.load(file: folder.appendingPathComponent("absent.mustache"))
        }
    }

    @Test(
        "JSON is read as it is written",
        arguments: [
            ("85", "85"), ("1.21", "1.21"), ("1.210", "1.21"), ("-0.5", "-0.5"), ("null", ""),
            ("true", "true"), ("false", "false"), ("\"1\"", "1"), ("1e3", "1000"), ("0", "0"),
            ("12345678901234567", "12345678901234567"), ("[1]", ""), ("{\"a\":1}", ""),
        ]
    )
    func json(source: String, printed: String) throws {
        let template = try Template(source: "{{v}}", name: "t", escapesHTML: false)
        let value = try TemplateValue(json: Data("{\"v\":\(source)}".utf8))
        #expect(template.render(value) == printed)
        #expect(try TemplateValue(json: Data(source.utf8)).printed == printed)
    }

    @Test("what is no JSON is refused", arguments: ["", "{", "{\"a\":}", "[1"])
    func badJSON(source: String) {
        #expect(throws: (any Error).self) { try TemplateValue(json: Data(source.utf8)) }
    }
}
