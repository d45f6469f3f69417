import Testing

@testable import Mail

/// Each row's text is written with what its marks say of each line, outermost first: `H` and `F` for
/// the header of a quoted or forwarded mail, `q` for quoted mail, `S` for a signature.
@Suite("HTML marks") struct HTMLMarksTests {
    /// `q/H|De : Anne` for a header in quoted mail.
    private static func marked(_ text: String, _ marks: [TextMark]) -> String {
        var offset = 0
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            defer { offset += line.utf8.count + 1 }
            let letters = marks.filter { $0.span.contains(offset) }.map { mark in
                switch mark.kind {
                case .quoteHeader: "H"
                case .forwardHeader: "F"
                case .quoted: "q"
                case .signature: "S"
                }
            }
            return letters.joined(separator: "/") + "|" + line
        }.joined(separator: "\n")
    }

    private static let fields =
        "<b>De :</b> Anne<br><b>Envoyé :</b> lundi 6 octobre 2025 16:44<br><b>À :</b> Luc<br>"

    private static let markedFields = "De : Anne\nEnvoyé : lundi 6 octobre 2025 16:44\nÀ : Luc"
        .split(separator: "\n")

    /// The same fields, each line marked.
    private static func header(_ letters: String) -> String {
        markedFields.map { "\(letters)|\($0)" }.joined(separator: "\n")
    }

    @Test(
        "Outlook",
        arguments: [
            (
                "a<div id=appendonsend></div><hr><div id=divRplyFwdMsg>\(fields)</div><div>b</div>c",
                "|a\n|\n\(header("H"))\nq|b\nq|c"
            ),
            ("a<div id=appendonsend></div><div>b</div>", "|a\nq|b"),
            ("a<div id=appendonsend></div>", "|a"),
            ("a<div id=appendonsend></div><blockquote>b</blockquote>c", "|a\n|\n|> b\n|\n|c"),
            (
                "<div id=divRplyFwdMsg>x</div><blockquote>b</blockquote>c",
                "H|x\n|\n|> b\n|\n|c"
            ),
            (
                "a<div id=x_divRplyFwdMsg>x</div>b<div id=x_x_divRplyFwdMsg>y</div>c",
                "|a\nH|x\nq|b\nq/H|y\nq/q|c"
            ),
            (
                "a<blockquote><div id=x_divRplyFwdMsg>x</div>b</blockquote><p>c</p>",
                "|a\n|\nH|> x\nq|> b\n|\n|c"
            ),
            (
                "a<div style='border:none;border-top:solid #E1E1E1 1.0pt'>\(fields)</div>b",
                "|a\n\(header("H"))\nq|b"
            ),
            (
                "<div><div style='border-style:solid none none;border-width:1pt'>\(fields)</div></div>b",
                "\(header("H"))\nq|b"
            ),
            ("a<div style='border-top:solid #E1E1E1 1.0pt'>b</div>c", "|a\n|b\n|c"),
            (
                "a<div style='border-top:solid red 1pt'>Tél : 1<br>Fax : 2<br>Web : w.example</div>c",
                "|a\n|Tél : 1\n|Fax : 2\n|Web : w.example\n|c"
            ),
            (
                "a<div style='border-left:solid blue 1.5pt'><div style='border-top:solid red 1pt'>"
                    + "\(fields)</div>b</div>c",
                "|a\n\(header("H"))\nq|b\n|c"
            ),
            (
                "a<div class='ms-outlook-mobile-reference-message'>b</div>c",
                "|a\nq|b\n|c"
            ),
            (
                "<div id=mail-editor-reference-message-container><div style='border-style:solid none "
                    + "none' class=ms-outlook-mobile-reference-message>\(fields)</div>b</div>c",
                "\(header("q/H"))\nq/q|b\n|c"
            ),
            (
                "<div class=ms-outlook-mobile-reference-message style='border-top:1pt solid'>b</div>c",
                "q|b\n|c"
            ),
            (
                "a<span id=OLK_SRC_BODY_SECTION><div style='border-top:1pt solid'>\(fields)</div>b"
                    + "</span><div>c</div>",
                "|a\n\(header("q/H"))\nq/q|b\n|c"
            ),
            ("<div class=OutlookMessageHeader>x</div>b", "H|x\nq|b"),
            ("a<div id=Signature>b<br>c</div>d", "|a\nS|b\nS|c\n|d"),
            ("a<div id=ms-outlook-mobile-signature>b</div>", "|a\nS|b"),
            (
                "a<div id=divRplyFwdMsg>x</div>b<div id=x_Signature>c</div>d",
                "|a\nH|x\nq|b\nq/S|c\nq|d"
            ),
        ]
    )
    func outlook(html: String, expected: String) { expect(html, expected) }

    @Test(
        "Gmail and those that took its names",
        arguments: [
            (
                "a<div class=gmail_quote><div class=gmail_attr>x :<br></div><blockquote>b"
                    + "</blockquote>c<blockquote>d</blockquote></div>e",
                "|a\nH|x :\n|\n|> b\n|\n|c\n|\n|> d\n|\n|e"
            ),
            (
                "a<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message -----<br>"
                    + "De : x</div><br>b<blockquote>c</blockquote>d</div>e",
                "|a\nq/F|---------- Forwarded message -----\nq/F|De : x\nq|\nq|b\nq|\nq|> c\nq|\nq|d\n|e"
            ),
            (
                "a<div class='gmail_quote gmail_quote_container'>x a écrit :<br><blockquote "
                    + "class=gmail_quote>b</blockquote></div>",
                "|a\nH|x a écrit :\n|\n|> b"
            ),
            ("a<div class=gmail_quote>b</div>c", "|a\nq|b\n|c"),
            (
                "a<div class=gmail_extra><br><div class=gmail_quote>x :<blockquote>b</blockquote>c</div>"
                    + "</div>",
                "|a\n|\nH|x :\n|\n|> b\n|\n|c"
            ),
            (
                "<div class=gmail_quote><div class=gmail_quote><div class=gmail_attr>x :</div>"
                    + "<blockquote>b</blockquote></div>c</div>",
                "H|x :\n|\n|> b\n|\n|c"
            ),
            (
                "<blockquote><div class=gmail_quote><div class=gmail_attr>x :</div><blockquote>b"
                    + "</blockquote></div></blockquote>",
                "H|> x :\n|>\n|>> b"
            ),
            (
                "<span class=gmail_signature_prefix>-- </span><br><div class=gmail_signature>a</div>b",
                "S|--\nS|a\n|b"
            ),
            ("a<div data-smartmail=gmail_signature>b</div>", "|a\nS|b"),
            ("<div class=m_-123gmail_signature>b</div>c", "S|b\n|c"),
            ("<div class=yiv0123456789gmail_quote>b</div>c", "q|b\n|c"),
            (
                "<div class=gmail_quote_attribution>x</div><blockquote>b</blockquote>",
                "H|x\n|\n|> b"
            ),
            ("a<signature id=x><div>b</div></signature>c", "|a\nS|b\n|c"),
        ]
    )
    func gmail(html: String, expected: String) { expect(html, expected) }

    @Test(
        "Thunderbird, Zimbra and others",
        arguments: [
            ("<div class=moz-cite-prefix>x :</div><blockquote>b</blockquote>", "H|x :\n|\n|> b"),
            (
                "a<div class=moz-forward-container><br>--- x ---<table class=moz-email-headers-table>"
                    + "<tr><th>Sujet :<td>y</table>b</div>c",
                "|a\n|\nq/F|--- x ---\nq/F|Sujet :\ty\nq|b\n|c"
            ),
            ("<table class=moz-email-headers-table><tr><td>y</table>b", "F|y\n|b"),
            ("<pre class=moz-signature>-- \na</pre>b", "S|--\nS|a\n|\n|b"),
            (
                "a<hr id=zwchr><div data-marker=__HEADERS__>x</div><div data-marker=__QUOTED_TEXT__>b"
                    + "</div><div data-marker=__SIG_POST__>c</div>",
                "|a\n|\nH|x\nq/q|b\nS|c"
            ),
            ("<div data-marker=__SIG_PRE__>a</div><hr id=zwchr>b", "S|a\n|\nq|b"),
            (
                "<hr id=zwchr><blockquote>b</blockquote>c",
                "|> b\n|\n|c"
            ),
            (
                "<div data-marker=__QUOTED_TEXT__><blockquote>b</blockquote>c</div>",
                "|> b\n|\n|c"
            ),
            (
                "a<div id=yahoo_quoted_0123 class=yahoo_quoted>x :<div>b</div></div>",
                "|a\nq|x :\nq|b"
            ),
            ("a<div class=ydp1a2b3c4dyahoo_quoted>b</div>", "|a\nq|b"),
            ("a<div id=AppleMailSignature>b</div>", "|a\nS|b"),
            ("a<div id=composer_signature>b</div>c", "|a\nS|b\n|c"),
            (
                "a<div class=protonmail_quote>x :<blockquote>b</blockquote></div>",
                "|a\nH|x :\n|\n|> b"
            ),
            ("a<div class=protonmail_signature_block>b</div>", "|a\nS|b"),
            (
                "a<div class=zmail_extra>---- x ----</div><blockquote>b</blockquote>",
                "|a\nH|---- x ----\n|\n|> b"
            ),
            ("<p id=reply-intro>x :</p><blockquote>b</blockquote>", "H|x :\n|\n|> b"),
            ("<p id=v1reply-intro>x :</p><blockquote>b</blockquote>", "H|x :\n|\n|> b"),
            ("<div id=_rc_sig>b</div><div id=forwardbody1>c</div>d", "S|b\nq|c\n|d"),
            ("a<div name=quote>b<div name=quoted-content>c</div></div>d", "|a\nq|b\nq|c\n|d"),
            ("a<div id=qt>b</div>c", "|a\nq|b\n|c"),
            (
                "<div name=messageSignatureSection>a</div><div name=messageReplySection>x :<blockquote>"
                    + "b</blockquote></div>",
                "S|a\nH|x :\n|\n|> b"
            ),
            ("<div class=bm-signature>a</div><div id=data-bm-reply-separator>b</div>", "S|a\nq|b"),
            ("a<div class=k9mail-signature>b</div>", "|a\nS|b"),
            ("a<div fairemail=signature>b</div>", "|a\nS|b"),
        ]
    )
    func others(html: String, expected: String) { expect(html, expected) }

    @Test(
        "marks hold whole lines",
        arguments: [
            ("a<span class=moz-signature>b</span>c", "|abc"),
            ("a<span class=moz-signature>b<br>c</span>", "|ab\nS|c"),
            ("<span class=moz-signature>b<br>c</span>d", "S|b\n|cd"),
            ("<span class=moz-signature>b</span><br>c", "S|b\n|c"),
            ("<div class=moz-signature><p>&nbsp;</p></div>b", "|b"),
            ("<div class=moz-signature></div>b", "|b"),
            ("<div class=moz-signature>a<div>b</div></p></span>c</div>d", "S|a\nS|b\nS|\nS|c\n|d"),
            ("<div class=moz-signature>a", "S|a"),
            ("<div class=moz-signature>a<p>&nbsp;</p></div><p>b", "S|a\n|\n|b"),
            ("<div style='display:none' class=moz-signature>a</div>b", "|b"),
            ("<table><tr><td>a<td><div class=moz-signature>b</div></table>c", "|a\tb\n|c"),
            ("<table><tr><td class=moz-signature>a</div></td></table>b", "S|a\n|b"),
            ("<div class=moz-signature><table><tr><td></div>a</table></div>b", "S|a\n|b"),
            ("<a class=moz-signature>a</a><img id=Signature>", "|a"),
            ("<hr class=moz-signature>a", "|a"),
            ("<div id=designature>a</div><div class=signature>b</div>", "|a\n|b"),
            (
                "<div class=gmail_quote><div data-marker=__HEADERS__>x</div>y<blockquote>o",
                "q/H|x\nq/q|y\nq/q|\nq/q|> o"
            ),
        ]
    )
    func wholeLines(html: String, expected: String) { expect(html, expected) }

    private func expect(_ html: String, _ expected: String) {
        let page = HTMLText.rendering(of: html)
        #expect(Self.marked(page.text, page.marks) == expected)
    }

    @Test("marks move with the stretch they are in, and end with the text")
    func stretches() {
        let mail = """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            é
            --b
            Content-Type: text/html

            <div id=Signature>a</div><div id=divRplyFwdMsg>x</div>b
            --b
            Content-Type: text/html

            <div id=Signature>c<br>d</div>
            --b--
            """
        let message = Message(parsing: Array(mail.utf8))
        #expect(Self.marked(message.text, message.marks) == "|é\nS|a\nH|x\nq|b\nS|c\nS|d")
        var limits = Message.Limits()
        limits.textLines = 5
        let cut = Message(parsing: Array(mail.utf8), limits: limits)
        #expect(Self.marked(cut.text, cut.marks) == "|é\nS|a\nH|x\nq|b\nS|c")
        limits.textLines = 3
        let short = Message(parsing: Array(mail.utf8), limits: limits)
        #expect(short.marks.map(\.kind) == [.signature, .quoteHeader])
    }

    @Test("a text that was sent as such has no marks")
    func plain() {
        let mail = """
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            a
            --b
            Content-Type: text/html

            <div id=Signature>a</div>
            --b--
            """
        #expect(Message(parsing: Array(mail.utf8)).marks == [])
    }
}
