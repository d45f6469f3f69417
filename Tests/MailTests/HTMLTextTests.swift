import Testing

@testable import Mail

@Suite("HTMLText") struct HTMLTextTests {
    @Test(
        "as a person reads it",
        arguments: [
            ("<i>a</i>  b\n c", "a b c"), ("a  b &amp;\n c", "a b & c"),
            ("Nom : a\n\n3 < 4 & b\n", "Nom : a\n\n3 < 4 & b"), ("a\n<b>b</b>", "a b"),
            ("<p>a</p><p>&nbsp;</p><p> </p><p>b</p>", "a\n\nb"), ("a</br>b", "a\nb"),
            ("a<!--->b<!-- x --!>c<!-- -- y -->d", "abcd"),
            ("<p><a href='https://a.example/x'>ici<p>b", "ici <https://a.example/x>\n\nb"),
            ("<a href='https://a.example/x'>ici", "ici <https://a.example/x>"),
            ("<a href='https://a.example/x'><p>a</p><p>b</p></a>", "a\n\nb <https://a.example/x>"),
            ("<div style='white-space: pre-wrap'>a\n b<div>c</div>d</div>e\nf", "a\n b\nc\nd\ne f"),
            ("<p>a</p><table><tr><td><img src=x></td><td>b</td><td>c</td></table>", "a\n\nb\tc"),
            ("<span style='visibility:hidden'>a</span>b", "b"),
            ("<div style='max-height:0;overflow:hidden'>a</div>b", "b"),
            ("<span style='font-size:0px'>a</span>b", "b"),
            ("<span style='font-size:0.9em'>a</span>b", "ab"),
            ("<td style='font-size:0'><div style='font-size:13px'>a</div></td>", "a"),
            ("<p>a</p><p>b</p>", "a\n\nb"),
            ("<div>a</div><div>b</div>", "a\nb"),
            ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
            ("a<br>b<br/>c", "a\nb\nc"),
            ("<p>a<br></p><p>b</p>", "a\n\nb"),
            ("<p class=MsoNormal>a</p><p class=\"MsoNormal\">b</p>", "a\nb"),
            ("<p class=MsoNormal>a</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>b", "a\n\nb"),
            ("<p style='margin:0cm'>a</p><p style='margin:0cm'>b</p>", "a\nb"),
            ("<b>a</b><i>b</i> <u>c</u>", "ab c"),
            ("a <b> b</b>", "a b"),
            ("<h1>T</h1>a", "T\n\na"),
            ("<ul><li>a</li><li>b</li></ul>c", "- a\n- b\n\nc"),
            ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n\n- b"),
            ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
            ("<ol start=3><li>a<li value=7>b<li>c</ol>", "3. a\n7. b\n8. c"),
            ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a\tb\nc\td"),
            ("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a\tb"),
            (
                "<table><tr><td><p>a</p><td><p>b</p></tr><tr><td><p>c</p><td><p>d</p></tr></table>",
                "a\tb\nc\td"
            ),
            ("<blockquote>a<br>b</blockquote>c", "> a\n> b\n\nc"),
            ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n>> b"),
            ("<blockquote style='margin:0 0 0 40px;border:none'>a</blockquote>", "a"),
            ("<pre>a\n  b\n</pre>c", "a\n  b\n\nc"),
            ("<a href='https://a.example/x'>ici</a>", "ici <https://a.example/x>"),
            ("<a href='https://a.example/'>a.example</a>", "a.example"),
            ("<a href='https://a.example'>https://a.example</a>", "https://a.example"),
            ("<a href='mailto:a@b.example'>Écrire</a>", "Écrire"),
            ("<a href='https://a.example/'><img src=x></a>b", "b"),
            (
                "<p>Voir <a href='https://a.example/x'>ici</a>.</p>",
                "Voir ici <https://a.example/x>."
            ),
            ("x<script>a < b</script>y<style>p{}</style>z", "xyz"),
            ("<head><title>t</title><meta charset=utf-8></head><body>a", "a"),
            ("<div style='display:none'>a<div>b</div>c</div>d", "d"),
            ("<p style='display: none !important'>a<p>b", "b"),
            ("a<!-- c -->b<!--[if mso]>x<![endif]-->", "ab"),
            ("<![if !supportLists]>1.<![endif]> a", "1. a"),
            ("<!DOCTYPE html>a", "a"),
            ("&eacute;&#233;&#xE9;&euro;&#8364;&#128;", "éé" + "é€€€"),
            ("&lt;b&gt; &amp;amp; &unknown; &", "<b> &amp; &unknown; &"),
            ("AT&T R&D a &eacute b", "AT&T R&D a é b"),
            ("a&shy;b\u{200B}c", "abc"),
            ("19&nbsp;000", "19\u{A0}000"),
            ("3 < 4 et 5 > 2", "3 < 4 et 5 > 2"),
            ("<img alt='😀' src=x> ok", "😀 ok"),
            ("<img alt='logo' src=x>a", "a"),
            ("", ""),
            ("   \n ", ""),
            ("<", "<"),
            ("<a href=\"x>b</a>", "b"),
            ("a<!-- never closed", "a"),
            ("</p></blockquote></ul></table></td>a", "a"),
        ]
    )
    func rendering(html: String, expected: String) {
        #expect(HTMLText.render(html) == expected)
    }

    @Test(
        "a head without its end tag ends where the body starts",
        arguments: [
            "<html><head><title>t</title><body>Bonjour</body></html>",
            "<head><style>p{}</style><p>Bonjour</p>",
        ]
    )
    func openHead(html: String) {
        #expect(HTMLText.render(html) == "Bonjour")
    }

    @Test(
        "deep or broken nesting makes no text out of proportion",
        arguments: [
            "<blockquote>", "<div>", "<table><tr><td>", "<ul><li>", "<!--", "<a href=\"", "<p", "<",
            "&", "&#", "<script>", "</", "<div style='display:none'>", "<pre>\n", "<br>", "\u{AD}",
        ]
    )
    func hostile(unit: String) {
        let html = String(repeating: unit, count: 100_000 / unit.utf8.count) + "fin"
        #expect(HTMLText.render(html).utf8.count <= 20 * html.utf8.count)
    }
}
