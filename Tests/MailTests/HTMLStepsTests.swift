import Testing

@testable import Mail

/// Steps are counted, not timed: they are the same on every machine.
@Suite("HTML steps") struct HTMLStepsTests {
    private static let mebi = 1 << 20

    /// `count` times the unit, between a start and an end.
    private static func html(
        _ unit: String,
        _ count: Int,
        from start: String = "",
        to end: String = ""
    ) -> String {
        start + String(repeating: unit, count: count) + end
    }

    @Test(
        "no page takes more steps than some for each octet, nor gives a text out of proportion",
        arguments: [
            ("<", mebi, "", ""), ("&", mebi, "", ""), ("&amp", 65_536, "", ""),
            ("&#", 131_072, "", ""), ("&ThickSpace", 25_000, "", ""), (">", mebi / 4, "", ""),
            ("<!--", 62_500, "", ""), ("<!--x>", 50_000, "", ""), ("<![endif]", 25_000, "", ""),
            ("<!--<![endif]", 20_000, "", ""), ("-", mebi / 4, "<!--", ">"),
            ("-->", 75_000, "", ""),
            ("<a b=\"", 37_500, "", ""), ("<a b='x' ", 25_000, "", ""), ("<?", 125_000, "", ""),
            ("x", 10 * mebi, "<p title='", "'>a"), ("x", mebi / 4, "<p title='", ""),
            ("x", mebi / 4, "<", ">a"), ("=", mebi / 4, "<p ", ">a"), (" a=b", 62_500, "<p", ">a"),
            ("/", mebi / 4, "<p ", ">a"), ("</", 125_000, "", ""), ("</p>", 62_500, "", ""),
            ("color:red;", 100_000, "<p style='", "'>a"), (":", mebi / 4, "<p style='", "'>a"),
            (" ", mebi / 4, "<p style='a:", "'>a"), ("x ", mebi / 4, "<p class='", "'>a"),
            ("<p style='x'>", 20_000, "", ""), ("<div>", 200_000, "", ""),
            ("<div class=gmail_quote>", 12_500, "", "a"),
            ("<div id=appendonsend>", 12_500, "", "a"),
            ("<div id=divRplyFwdMsg>a</div>b<br>", 10_000, "", ""),
            ("<div style='border-top:solid'>De : a<br>", 7_500, "", ""),
            ("<div class=moz-signature>a<div>", 10_000, "", ""),
            ("<hr id=zwchr>a<br>", 15_000, "", ""),
            ("<span class=gmail_signature>a", 10_000, "", ""),
            ("<div class=gmail_quote>a<blockquote>b</blockquote></div>", 5_000, "", ""),
            (
                "<div class=moz-forward-container>a<table class=moz-email-headers-table>", 3_750,
                "", ""
            ),
            ("<blockquote>", 25_000, "", "a"), ("<blockquote>a</blockquote>", 12_500, "", ""),
            ("</blockquote><blockquote>a", 12_500, "", ""),
            ("<blockquote><p>&nbsp;</p></blockquote>", 7_500, "", ""),
            ("<p>&nbsp;</p>", 25_000, "&gt;&gt;&gt;", "a"),
            ("&gt;", 50_000, "", "<p>&nbsp;<p>&nbsp;<p>a"),
            ("<td>", 250_000, "<table><tr>", "a"), ("<td>a", 62_500, "<table><tr>", ""),
            ("<table><tr><td>", 20_000, "", "a"), ("<tr><td>a<td>b", 20_000, "<table>", ""),
            ("<ul><li>", 37_500, "", "a"), ("<li>a", 62_500, "<ul>", ""), ("<ol>", 62_500, "", ""),
            ("<a href='https://a.example/'>", 10_000, "", "a"),
            ("<a href='https://a.example/'>a<p>", 10_000, "", ""),
            ("<b>", 75_000, "", "a"), ("<b></i>", 37_500, "", ""), ("<p>", 75_000, "", ""),
            ("</span>", 37_500, "<span hidden>", ""), ("<span><div>", 25_000, "", ""),
            ("<span hidden>", 20_000, "", ""), ("<span hidden></span>", 12_500, "", ""),
            ("<script>", 37_500, "", ""), ("<title/>", 37_500, "", ""), ("<style>", 37_500, "", ""),
            ("<style>p{}</style>", 15_000, "", ""),
            (".a{margin:0}", 22_500, "<style>", "</style>a"),
            ("{", mebi / 4, "<style>@media ", "</style>a"),
            ("/*", 131_072, "<style>", "{}</style>a"),
            (".a,", 75_000, "<style>", "{}</style>a"), ("@media{", 37_500, "<style>", "</style>"),
            ("<pre>\n", 37_500, "", "a"), ("\n", mebi / 4, "<pre>", "a"), ("<br>", 62_500, "", "a"),
            ("\u{AD}", 125_000, "", ""), ("&nbsp;", 50_000, "", ""), ("\0", mebi / 4, "<p>", ""),
            ("<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>·", 3_750, "", ""),
            ("<span style='font-family:Symbol'>·", 7_500, "", ""), ("<sup>1", 37_500, "", ""),
            ("<img alt='a b c'>", 15_000, "", ""), ("<head>", 37_500, "", ""),
            ("<q>", 75_000, "", ""), ("<input type=submit value=a>", 10_000, "", ""),
        ]
    )
    func bounded(unit: String, count: Int, start: String, end: String) {
        let html = Self.html(unit, count, from: start, to: end)
        let page = HTMLText.rendering(of: html)
        #expect(page.steps <= 8 * html.utf8.count + 100)
        #expect(page.text.utf8.count <= 8 * html.utf8.count + 100)
        #expect(page.marks.count <= html.utf8.count)
    }
}
