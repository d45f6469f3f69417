import Foundation
import Testing

@testable import Correspondence

/// The HTML of every letter as it leaves, each written from its specimen.
@Suite("Letter pages") struct LetterPageTests {
    private let pages: [RenderedLetter]

    init() throws {
        let letters = try Letters(folder: shippedTemplates, today: today)
        pages = [
            letters.render(AnswerValues.specimen, on: today),
            letters.render(ClarificationValues.specimen, on: today),
            letters.render(AcknowledgementValues.specimen, on: today),
            letters.render(SummaryValues.specimen, on: today),
            letters.render(UpdateValues.specimen, on: today),
            letters.render(AlertValues.specimen, on: today),
            letters.render(IncidentValues.specimen, on: today),
            letters.render(RecapValues.specimen, on: today),
        ]
    }

    /// One opening tag.
    private struct Tag {
        var name: String
        var attributes: String
        var declarations: [(property: String, value: String)]

        static func all(in html: String) -> [Tag] {
            html.matches(of: /<([a-z][a-z0-9]*)([^>]*)>/).map { match in
                let style = match.2.firstMatch(of: /style="([^"]*)"/)?.1 ?? ""
                let declarations = style.split(separator: ";").map { declaration in
                    let parts = declaration.split(separator: ":", maxSplits: 1).map(String.init)
                    return (parts[0], parts.count == 2 ? parts[1] : "")
                }
                return Tag(
                    name: String(match.1),
                    attributes: String(match.2),
                    declarations: declarations
                )
            }
        }
    }

    private func body(of page: RenderedLetter) throws -> String {
        let start = try #require(page.html.firstRange(of: "<body")?.lowerBound)
        return String(page.html[start...])
    }

    // MARK: Outlook

    @Test("Outlook's renderer follows every style, but for the enhancements named")
    func word() throws {
        var ignored: Set<String> = []
        for page in pages {
            // What stands in a comment is for that renderer alone, and must work there.
            let body = try body(of: page)
            for tag in Tag.all(in: body) {
                #expect(WordRenderer.elements.contains(tag.name), "\(tag.name)")
                for (property, value) in tag.declarations
                where !WordRenderer.follows(property, value, on: tag.name) {
                    ignored.insert("\(tag.name) \(property)")
                }
            }
        }
        #expect(ignored == Set(WordRenderer.enhancements.keys))
    }

    @Test("no letter needs its style element: elements carry their own")
    func styled() throws {
        for page in pages {
            for tag in Tag.all(in: try body(of: page))
            where !["br", "tr"].contains(tag.name) {
                #expect(!tag.declarations.isEmpty || tag.name == "table", "\(tag.name)")
            }
        }
    }

    @Test("the table for Outlook opens and closes, in comments that others skip")
    func ghostTable() throws {
        let body = try body(of: pages[0])
        let comments = body.matches(of: /<!--\[if mso\]>([^!]*)<!\[endif\]-->/).map { $0.1 }
        #expect(comments.count == 2)
        let tags = comments.joined().matches(of: /<(\/?[a-z]+)/).map { String($0.1) }
        #expect(tags == ["table", "tr", "td", "/td", "/tr", "/table"])
        #expect(comments.first?.contains("role=\"presentation\"") == true)
    }

    // MARK: Readers

    @Test("one heading of the first level comes first, and those of the second after it")
    func headings() throws {
        for page in pages {
            let levels = Tag.all(in: try body(of: page)).map(\.name)
                .filter { $0.first == "h" && $0.count == 2 }
            #expect(levels.first == "h1")
            #expect(levels.dropFirst().allSatisfy { $0 == "h2" })
        }
    }

    @Test("links say where they lead, each text to one place, and are underlined")
    func links() throws {
        var count = 0
        for page in pages {
            var targets: [Substring: Substring] = [:]
            for link in page.html.matches(of: /<a href="([^"]*)"([^>]*)>([^<]*)<\/a>/) {
                let (target, text) = (link.1, link.3)
                #expect(link.2.contains("text-decoration:underline"), "\(text)")
                #expect(targets[text] == nil || targets[text] == target, "\(text)")
                #expect(text.contains { $0.isLetter })
                let isNaked = ["ici", "lien", "cliquez ici"].contains(text.lowercased())
                #expect(!isNaked, "\(text)")
                targets[text] = target
                count += 1
            }
        }
        #expect(count >= 8)
    }

    @Test("every element is closed in its order")
    func nesting() throws {
        for page in pages {
            var open: [Substring] = []
            for match in page.html.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) {
                if match.1.isEmpty {
                    if !["meta", "br"].contains(match.2) { open.append(match.2) }
                } else {
                    #expect(open.popLast() == match.2)
                }
            }
            #expect(open.isEmpty)
        }
    }

    @Test("the text says all that the page says")
    func text() throws {
        for page in pages {
            let start = try #require(page.html.firstRange(of: "</h1>")?.upperBound)
            let said = page.html[start...].replacing(/<!--.*?-->/.dotMatchesNewlines(), with: " ")
                .replacing(/<\/?(a|b)( [^>]*)?>/, with: "").replacing(/<[^>]*>/, with: " ")
                .replacing("&nbsp;", with: " ").replacing("&lt;", with: "<")
                .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            #expect(words(said) == words(page.text[...]))
        }
    }

    /// Without marks that stand alone and without addresses, which links carry.
    private func words(_ text: Substring) -> [String] {
        let addresses = /https?:\/\/[^ \n]*/
        return text.replacing(addresses, with: " ").replacing(#/ :(?=\s|$)/#, with: " ")
            .split { $0.isWhitespace }.map { $0.trimmingCharacters(in: .punctuationCharacters) }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
    }
}
