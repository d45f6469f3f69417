import Foundation
import Templates
import Testing

@testable import Correspondence

@Suite("HTML frame") struct HTMLFrameTests {
    private let bare: HTMLFrame
    private let shipped: String

    init() throws {
        bare = HTMLFrame(
            frame: try Template(source: "{{{contenu}}}", name: "cadre", escapesHTML: true)
        )
        let file = shippedTemplates.appendingPathComponent(HTMLFrame.fileName)
        shipped = try String(contentsOf: file, encoding: .utf8)
    }

    @Test(
        "text becomes what its reader sees in it",
        arguments: [
            ("Bonjour,\n", "<p>Bonjour,</p>"),
            ("Un\nDeux\n\nTrois\n", "<p>Un<br>\nDeux</p>\n<p>Trois</p>"),
            ("LA SUITE\nOui.\n", "<h2>LA SUITE</h2>\n<p>Oui.</p>"),
            ("À VOIR, ICI\n", "<h2>À VOIR, ICI</h2>"),
            ("- un\n  et demi\n- deux\n", "<ul>\n<li>un et demi</li>\n<li>deux</li>\n</ul>"),
            (
                "1 - Oui\n    parce que\n2 - Non\n",
                "<dl>\n<dt>1 - Oui</dt>\n<dd>parce que</dd>\n<dt>2 - Non</dt>\n<dd></dd>\n</dl>"
            ),
            (
                "QUI       moi\n          toi\n",
                "<dl class=\"fiche\">\n<dt>QUI</dt>\n<dd>moi<br>\ntoi</dd>\n</dl>"
            ),
            (
                "SON MESSAGE\n  a\n  b\n\n  LOIN   c\n",
                "<h2>SON MESSAGE</h2>\n<blockquote>\n<p>a<br>\nb</p>\n<p>LOIN   c</p>\n</blockquote>"
            ),
            ("<b> & \"x\"\n", "<p>&lt;b&gt; &amp; &quot;x&quot;</p>"),
            ("- <i>\n", "<ul>\n<li>&lt;i&gt;</li>\n</ul>"),
            (
                "Oui ? « non » : 17 h 01\n",
                "<p>Oui\u{A0}? «\u{A0}non\u{A0}»\u{A0}: 17\u{A0}h\u{A0}01</p>"
            ),
            ("", ""),
        ]
    )
    func blocks(text: String, html: String) {
        #expect(bare.html(from: text, title: "t") == html)
    }

    @Test(
        "an address is a link named by the words before it",
        arguments: [
            (
                "- Le catalogue\n  https://a.example/\n",
                "<ul>\n<li><a href=\"https://a.example/\">Le catalogue</a></li>\n</ul>"
            ),
            (
                "Bien. Le catalogue : https://a.example/x?a=1&b=2.\n",
                "<p>Bien. <a href=\"https://a.example/x?a=1&amp;b=2\">Le catalogue</a>.</p>"
            ),
            (
                "https://a.example/\n",
                "<p><a href=\"https://a.example/\">https://a.example/</a></p>"
            ),
            ("javascript:alert(1)\n", "<p>javascript:alert(1)</p>"),
            (
                "QUI       https://a.example/\n",
                "<dl class=\"fiche\">\n<dt>QUI</dt>\n<dd>https://a.example/</dd>\n</dl>"
            ),
            ("  https://a.example/\n", "<blockquote>\n<p>https://a.example/</p>\n</blockquote>"),
        ]
    )
    func links(text: String, html: String) {
        #expect(bare.html(from: text, title: "t") == html)
    }

    @Test("a marked phrase is a link, and plain words in the text")
    func marked() {
        guard
            case .text(let link) = LetterText.link(
                "prendre",
                to: "mailto:a@b.example?subject=prendre"
            )
        else { return }
        let html = bare.html(from: "Ordres :\n  \(link)    \(link)\n", title: "t")
        #expect(
            html.contains("<a href=\"mailto:a@b.example?subject=prendre\">prendre</a> &nbsp; <a")
        )
        #expect(LetterText.plain(link) == "prendre")
    }

    @Test("the shipped frame is accessible, and brings nothing along")
    func accessible() throws {
        for part in [
            "<html lang=\"fr\"", "<meta charset=\"utf-8\">", "width=device-width",
            "prefers-color-scheme: dark", "<title>{{titre}}</title>", "underline",
        ] { #expect(shipped.contains(part), "\(part)") }
        for part in ["<img", "url(", "http", "@import", "<script", "<link", "position:"] {
            #expect(!shipped.contains(part), "\(part)")
        }
        let letters = try shippedLetters.get()
        var summary = SummaryValues.specimen
        summary.message = String(repeating: "<é>\n", count: 100_000)
        #expect(letters.render(summary, on: today).html.utf8.count < 100_000)
        let html = letters.render(AnswerValues.specimen, on: today).html
        #expect(html.contains("<title>Votre dossier 2026-00042</title>"))
        for tag in ["h2", "p", "ul", "li", "a", "div", "body", "html"] {
            let opened =
                html.components(separatedBy: "<\(tag)>").count
                + html.components(separatedBy: "<\(tag) ").count
            #expect(opened - 1 == html.components(separatedBy: "</\(tag)>").count, "\(tag)")
        }
    }

    @Test("every rule with a colour sets both, and they contrast by 4.5 or more")
    func contrast() throws {
        let rules = shipped.components(separatedBy: "{").map {
            $0.prefix { $0 != "}" }
        }
        var checked = 0
        for rule in rules {
            let declarations = rule.split(separator: ";").map { $0.split(separator: ":") }
            func colour(_ property: String) -> String? {
                declarations.first { $0.first?.trimmingCharacters(in: .whitespaces) == property }?
                    .last.flatMap { $0.split(separator: " ").first }.map(String.init)
            }
            guard let text = colour("color"), let ground = colour("background-color") else {
                #expect(colour("color") == nil && colour("background-color") == nil, "\(rule)")
                continue
            }
            let ratio = try contrast(luminance(text), luminance(ground))
            #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
            checked += 1
        }
        #expect(checked >= 10)
    }

    /// Contrast ratio and relative luminance as WCAG 2.2 defines them.
    private func contrast(_ first: Double, _ second: Double) -> Double {
        (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ colour: String) throws -> Double {
        let number = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [number >> 16, number >> 8 & 255, number & 255].map { byte in
            let part = Double(byte) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
