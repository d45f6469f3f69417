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
        "what is hidden is not read",
        arguments: [
            ("<div hidden>a</div>b", "b"), ("<div aria-hidden=true>a</div>b", "a\nb"),
            ("<p style='mso-hide:all'>a</p>b", "b"), ("<div style='opacity:0'>a</div>b", "a\nb"),
            ("<div style='opacity:0;font-size:1px'>a</div>b", "b"),
            ("<div style='opacity:0;height:0'>a</div>b", "b"),
            ("<div style='height:0px;overflow:hidden'>a</div>b", "b"),
            ("<div style='font-size:0'>a<p style='font-size:12px'>b</p>c</div>d", "b\n\nd"),
            ("<div style='font-size:1px;color:#fff'>a</div>b", "b"),
            ("<font style='font-size:0'>a<font size=2>b</font></font>c", "bc"),
            ("<span style='text-indent:-9999px'>a</span>b", "b"),
            ("<div style='display:none'>a<p>b</div>c", "c"),
            ("<div style='DISPLAY : NONE'>a</div>b", "b"),
            ("<span style='display:none'>a<div>b</span>c</div>d", "c\nd"),
            (
                "<table><tr style='display:none'><td>a<table><tr><td>b</table></tr><tr><td>c</table>",
                "c"
            ),
            ("<td style='display:none'>a<td>b", "b"),
            ("<style>.x{display:none}</style><p class='y x'>a</p>b", "b"),
            ("<style>@media screen{.x{display:none}}</style><p class=x>a</p>", "a"),
            (
                "<style>/* { */ p.x, .y { display : none }</style><p class=x>a</p><p class=y>b</p>c",
                "c"
            ),
            ("<style>.x{display:none}</style><p class=x style='display:block'>a</p>", "a"),
            ("a<title>b</title>c<textarea>d</textarea>e<select><option>f</select>g", "aceg"),
            ("a<br style='display:none'>b", "ab"),
        ]
    )
    func hidden(html: String, expected: String) {
        #expect(HTMLText.render(html) == expected)
    }

    @Test(
        "blocks and free lines",
        arguments: [
            ("<p>a<div>b</div>c", "a\n\nb\nc"), ("<div>a<p>b</p></div>c", "a\n\nb\n\nc"),
            ("<p>&nbsp;</p><p>a</p>", "a"), ("a<br>&nbsp;<br>&nbsp;<br>b", "a\n\nb"),
            ("<p>a<br><br>b<br></p><p>c", "a\n\nb\n\nc"), ("<div>a</div><br><div>b", "a\n\nb"),
            (
                "<p style='margin:0'>a</p><p style='margin:0 0 1em'>b</p><p style='margin:0'>c",
                "a\nb\n\nc"
            ),
            (
                "<p class=MsoNormal>a</p><p class=MsoNormal style='margin-bottom:12.0pt'>b</p>c",
                "a\nb\n\nc"
            ),
            ("<p class=x_MsoNormal>a</p><p class=x_MsoNormal>b", "a\nb"),
            ("<style>P {margin-top:0;margin-bottom:0;}</style><p>a</p><p>b", "a\nb"),
            (
                "<style>.s p{margin:0}</style><div class=s><p>a</p><p>b</p></div><p>c</p><p>d",
                "a\nb\n\nc\n\nd"
            ),
            ("a<hr>b", "a\n\nb"), ("<dl><dt>a<dd>b</dl>c", "a\nb\n\nc"),
            ("<details><summary>a</summary>b</details>c", "a\nb\nc"),
            ("<h1>a</h1><p>b", "a\n\nb"), ("<center>a</center>b", "a\nb"),
            (
                "<blockquote><p>&nbsp;</p><p>&nbsp;</p>a<p>&nbsp;</p><p>b</blockquote>",
                "> a\n>\n> b"
            ),
            ("<blockquote style='border:none;border-left:solid #CCC 1pt'>a</blockquote>", "> a"),
            ("&gt;&gt;&gt;<p>&nbsp;<p>&nbsp;<p>a", ">>>\n\na"),
            ("<p>a</p><p><img src=x></p><p style='margin:0'>b", "a\n\nb"),
            ("<div>a</div><div><img src=x></div><div>b", "a\n\nb"),
            ("<div>a</div><img src=x width=1 height=1><div>b", "a\nb"),
            (
                "<div style='white-space:pre-wrap'>a\n<span style='white-space:normal'>b\n c</span></div>",
                "a\nb c"
            ),
            ("<pre>\u{D}\na\u{D}\n</pre>", "a"),
        ]
    )
    func blocks(html: String, expected: String) {
        #expect(HTMLText.render(html) == expected)
    }

    @Test(
        "lists",
        arguments: [
            ("<ol type=a><li>a<li>b</ol>", "a. a\nb. b"),
            ("<ol type=I start=4><li>a<li>b", "IV. a\nV. b"),
            ("<ol type=A start=27><li>a", "27. a"),
            ("<ol start=-1><li>a<li>b<li>c", "-1. a\n0. b\n1. c"),
            ("<ol><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ol>", "1. a\n  - b\n    1. c\n2. d"),
            ("<ul style='list-style:none'><li>a<li>b</ul>", "a\nb"), ("<li>a<li>b", "- a\n- b"),
            ("<ul><li></li><li>a</ul>b", "- a\n\nb"),
            ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n- b"),
            ("a<ul style='margin-top:0cm'><li>b</ul>", "a\n- b"),
            (
                "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span "
                    + "style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt \"Times New "
                    + "Roman\"'>&nbsp;&nbsp; </span></span><![endif]>a</p>", "  - a"
            ),
            (
                "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>"
                    + "2)<span>&nbsp; </span></span>a</p><p class=MsoNormal>b", "2) a\nb"
            ),
            (
                "<p class=MsoListParagraph><span style='font-family:\"Courier New\"'>o</span>&nbsp; a",
                "- a"
            ),
            (
                "<p><span style='mso-list:Ignore'>1.&nbsp; "
                    + "<b>" + String(repeating: "a ", count: 120) + "</b>b",
                "1. " + String(repeating: "a ", count: 120) + "b"
            ),
            ("<p><span style='mso-list:Ignore'>&nbsp; iv. </span>a", "iv. a"),
            ("<p class=MsoListParagraph>ou a</p>", "ou a"),
            ("<p><span style='font-family:Symbol'>·</span>&nbsp;&nbsp;a", "- a"),
            ("Merci <span style='font-family:Wingdings'>J</span>", "Merci ☺"),
            ("<font face=Wingdings>à</font> b", "- b"),
            ("a <font face=Wingdings>à</font> b", "a → b"),
        ]
    )
    func lists(html: String, expected: String) {
        #expect(HTMLText.render(html) == expected)
    }

    @Test(
        "tables",
        arguments: [
            ("<table><tr><td>a<td><td>c</table>", "a\t\tc"),
            ("<table><tr><td>a<td>&nbsp;<td>c</table>", "a\t\tc"),
            ("<table role=presentation><tr><td>a<td>&nbsp;<td>c</table>", "a\tc"),
            ("<table border=0 cellpadding=0><tr><td>&nbsp;<td>a<td>&nbsp;</table>b", "a\nb"),
            ("<table><tr><td>a<br>b<td>c<br>d</table>", "a\nb\nc\nd"),
            ("<table><tr><td>a<td>c<br>d</table>", "a\tc\nd"),
            ("<table><tr><td>a<td><table><tr><td>b<tr><td>c</table></table>", "a\nb\nc"),
            ("<table><tr><td><p>a</p></table><table><tr><td><p>b</p></table>", "a\n\nb"),
            ("<table><tr><td>a</td></tr><tr><td><p>b</p><p>c</p></td></tr></table>", "a\n\nb\n\nc"),
            (
                "<table><caption>a</caption><thead><tr><th>b<th>c</thead><tr><td>d<td>e</table>",
                "a\nb\tc\nd\te"
            ),
            ("<table>a<tr><td>b</table>c", "a\nb\nc"), ("<tr><td>a<td>b</tr>c", "a\nb\nc"),
            ("<table><tr><td>a</div></p><td>b</table>", "a\tb"),
        ]
    )
    func tables(html: String, expected: String) {
        #expect(HTMLText.render(html) == expected)
    }

    @Test(
        "links, pictures and forms",
        arguments: [
            ("<a href='tel:+33102'>01 02</a> <a href='#x'>a</a> <a name=x>b</a>", "01 02 a b"),
            ("<a href='mailto:a@b.example'>a@b.example</a>", "a@b.example"),
            (
                "<a href='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F"
                    + "x&amp;data=1'>https://a.example/x</a>", "https://a.example/x"
            ),
            (
                "<a href='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F"
                    + "x&amp;data=1'>ici</a>", "ici <https://a.example/x>"
            ),
            (
                "<a href='https://urldefense.com/v3/__https://a.example/__;!!x'>a.example</a>",
                "a.example"
            ),
            (
                "<a href='https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x&d=y'>ici</a>",
                "ici <https://a.example/x>"
            ),
            (
                "<a href='https://www.google.com/url?q=https://a.example/&sa=D'>ici</a>",
                "ici <https://a.example/>"
            ),
            ("<a href='http://www.a.example/x/?utm_source=m'>a.example/x</a>", "a.example/x"),
            (
                "<a href='https://b.example/'>www.a.example</a>",
                "www.a.example <https://b.example/>"
            ),
            ("&lt;<a href='https://a.example'>https://a.example</a>&gt;", "<https://a.example>"),
            ("<a href='javascript:x()'>a</a><a href=''>b</a>", "ab"),
            ("<a href='https://a.example/x y'>a</a>", "a"),
            ("<img alt=':-)'> <img alt='Facebook'> <img alt='image001.png'>a", ":-) a"),
            ("<img alt='Réunion publique le 3 mars' src=x>", "Réunion publique le 3 mars"),
            ("<img alt='Réunion publique le 3 mars' src=x>a", "a"), ("<img alt='Logo' src=x>", ""),
            ("<button>a</button> <input type=submit value=b><input value=c>", "a b"),
            ("<input type=checkbox checked>a <input type=radio>b", "[x] a [ ] b"),
            ("m<sup>2</sup> 10<sup>6</sup> 1<sup>er</sup> H<sub>2</sub>O", "m2 10^6 1er H2O"),
            ("a <q>b</q> c", "a “b” c"),
        ]
    )
    func links(html: String, expected: String) {
        #expect(HTMLText.render(html) == expected)
    }

    @Test(
        "what no program should send",
        arguments: [
            ("a\u{0}b&#0;c", "ab\u{FFFD}c"), ("a < b <3 c", "a < b <3 c"),
            ("<DIV CLASS=X>a</DIV><BR>b", "a\n\nb"), ("<a href=x title=\"y>z</a>b", "zb"),
            ("a<![CDATA[b]]>c<?xml d ?>e", "ace"), ("a<!--[if mso]>b<![endif]>c", "ac"),
            ("a<!--[if !mso]><!-->b<!--<![endif]-->c", "abc"), ("a<![if mso]>b<![endif]>c", "abc"),
            ("<xml><w:x>a</w:x></xml>b<o:p>&nbsp;</o:p><st1:place>c</st1:place>", "b\u{A0}c"),
            ("<title/>a", "a"), ("<head><title>t</title>a", "a"),
            ("</head>a</body></html>b", "a\nb"),
            ("&nbsp", ""), ("&#146;&#x85;&rsquo;&euro", "’…’&euro"),
            ("&AMP;&Eacute&EACUTE;", "&É&EACUTE;"),
            ("a&#xD;b&#13;c", "a b c"), ("<p/>a<br/>b<hr/>c", "a\nb\n\nc"),
            ("<a><b><i>a</a>b</i>c", "abc"), ("<p title='a>b'>c</p>", "c"),
            ("<p title=a>b>c", "b>c"),
        ]
    )
    func tolerated(html: String, expected: String) {
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
