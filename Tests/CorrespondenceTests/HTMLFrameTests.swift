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

    @Test("elements carry the frame's styles, those of their place first, none from an at-rule")
    func styles() throws {
        let source = """
            <style>
            :root { color: red }
            p, h2 { margin : 0  0 1px; font-family: "A B" }
            blockquote p { margin: 0; }
            li { }
            @media (x) { a { color: blue; } ul { margin: 0; } }
            </style>{{{contenu}}}
            """
        let frame = HTMLFrame(frame: try Template(source: source, name: "c", escapesHTML: true))
        let html = frame.html(from: "UN\nDeux https://a.example/\n\n- x\n\n  y\n", title: "t")
        let style = " style=\"margin:0 0 1px;font-family:&quot;A B&quot;\""
        #expect(
            html.hasSuffix(
                """
                <h2\(style)>UN</h2>
                <p\(style)><a href="https://a.example/">Deux</a></p>
                <ul>
                <li>x</li>
                </ul>
                <blockquote>
                <p style="margin:0">y</p>
                </blockquote>
                """
            )
        )
    }

    @Test("the shipped frame is accessible, and brings nothing along")
    func accessible() throws {
        for part in [
            "<html lang=\"fr\"", "<meta charset=\"utf-8\">", "width=device-width",
            "prefers-color-scheme: dark", "<title>{{titre}}</title>", "role=\"main\"",
            "overflow-wrap:anywhere", "max-width:640px",
        ] { #expect(shipped.contains(part), "\(part)") }
        for part in ["<img", "url(", "http", "@import", "<script", "<link", "position:", "src="] {
            #expect(!shipped.contains(part), "\(part)")
        }
    }

    @Test(
        "the longest summary stays below the 102 KB at which Gmail cuts",
        arguments: ["<é>\n", "a\n\n", "\"\n\n", "\"", "\n- a", "👩", "https://a.example/\n"]
    )
    func size(message: String) throws {
        let letters = try shippedLetters.get()
        var summary = SummaryValues.specimen
        summary.message = String(repeating: message, count: 100_000 / message.count)
        let size = letters.render(summary, on: today).html.utf8.count
        #expect(size < 100_000)
    }

    @Test("each colour contrasts with each ground of its scheme by 4.5 or more")
    func contrast() throws {
        let schemes = shipped.components(separatedBy: "@media")
        let dark = try #require(schemes.last?.components(separatedBy: "</style>").first)
        let light = shipped.replacingOccurrences(of: dark, with: "")
        for (scheme, count) in [(light, 2), (dark, 2)] {
            let colours = Set(scheme.matches(of: /[{; "]color: ?(#[0-9a-f]{6})/).map(\.1))
            let grounds = Set(scheme.matches(of: /background-color: ?(#[0-9a-f]{6})/).map(\.1))
            #expect(colours.count >= count && grounds.count >= count)
            for (colour, ground) in colours.flatMap({ colour in grounds.map { (colour, $0) } }) {
                let ratio = try contrast(luminance(colour), luminance(ground))
                #expect(ratio >= 4.5, "\(colour) on \(ground): \(ratio)")
            }
        }
    }

    /// Contrast ratio and relative luminance as WCAG 2.2 defines them.
    private func contrast(_ first: Double, _ second: Double) -> Double {
        (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ colour: Substring) throws -> Double {
        let number = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [number >> 16, number >> 8 & 255, number & 255].map { byte in
            let part = Double(byte) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
