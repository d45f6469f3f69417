/// What a mail program's own name for an element says of the element's content.
enum MarkRule: Equatable {
    /// It announces the quoted mail.
    case header
    /// The same, or a forwarded mail where dashes come first.
    case headerOrForward
    /// It announces a forwarded mail, together with what stands above it in its container.
    case forwardHeader
    /// It announces the quoted mail, which runs on behind it.
    case headerOfRest
    /// The quoted mail runs on from its start.
    case rest
    /// It is quoted mail without a `blockquote`.
    case quoted
    /// It holds a header and a quoted mail, and maybe answers between the blockquotes.
    case quoteContainer
    case signature
    /// The writer's own, which stands behind the quoted mail that was announced above.
    case signatureBelow
    /// Maybe `headerOfRest`: its lines must tell.
    case maybeHeaderOfRest
    /// The same, and else `quoted`.
    case maybeHeaderOrQuoted
    /// It says nothing, but what was opened in it ends with it.
    case bound

    init?(_ tag: HTMLTag, _ style: HTMLStyle) {
        guard Self.containers.contains(tag.name), tag.hasAttributes else { return nil }
        if let rule = Self.named(tag) {
            // Outlook for mobile gives its header the name of the whole.
            self = rule == .quoted && style.hasTopBorder ? .maybeHeaderOrQuoted : rule
        } else if tag.name == "div", style.hasTopBorder {
            self = .maybeHeaderOfRest
        } else if tag.name == "div", style.hasLeftBorder {
            self = .bound
        } else {
            return nil
        }
    }

    private static let containers: Set<String> = [
        "div", "span", "p", "pre", "signature", "table", "td", "hr", "section", "font", "tbody",
        "address",
    ]

    /// By id, class, name and the data attributes that programs have for the purpose.
    private static func named(_ tag: HTMLTag) -> MarkRule? {
        // Mailspring has an element of its own.
        if tag.name == "signature" { return .signature }
        if let id = tag.attribute("id"), let rule = rule(of: id.utf8, in: ids) { return rule }
        if let classes = tag.attribute("class") {
            for name in classes.utf8.prefix(500).split(whereSeparator: \.isWhiteSpace) {
                if let rule = rule(of: name, in: Self.classes) { return rule }
            }
        }
        if tag.name != "div" && tag.name != "hr" { return nil }
        if let marker = tag.attribute("data-marker") { return markers[marker.uppercased()] }
        if let mark = tag.attribute("data-smartmail"), mark == "gmail_signature" {
            return .signature
        }
        if let mark = tag.attribute("fairemail") {
            return markers["FAIREMAIL-\(mark.uppercased())"]
        }
        return tag.attribute("name").flatMap { names[$0.lowercased()] }
    }

    private static func rule(
        of name: some Collection<UInt8>,
        in table: [String: MarkRule]
    ) -> MarkRule? {
        guard (2...100).contains(name.count) else { return nil }
        let name = Octets(name.map(\.lowercased))
        for bare in bareNames(name) {
            if let rule = table[String(decoding: bare, as: UTF8.self)] { return rule }
        }
        return nil
    }

    /// The name without what programs put before the names of a mail that they quote: `x_`, `_`,
    /// `yiv0123456789`, `ydp1a2b3c4d`, `m_-0123`, `v1`; and without a number behind it.
    private static func bareNames(_ name: Octets) -> [Octets] {
        var bare = name
        while bare.hasPrefix("x_") || bare.hasPrefix("_") {
            bare = bare.dropFirst(bare.hasPrefix("x_") ? 2 : 1)
        }
        var found = [bare]
        if bare.hasPrefix("yiv") || bare.hasPrefix("v") {
            found.append(bare.drop(while: \.isLetter).drop(while: \.isDigit))
            let prefix = bare.hasPrefix("yiv") ? 3 : 1
            found.append(bare.dropFirst(prefix).drop(while: \.isDigit))
        } else if bare.hasPrefix("ydp") {
            found += (6...9).map { bare.dropFirst(3 + $0) }
        } else if bare.hasPrefix("m_") {
            let rest = bare.dropFirst(2).drop { $0 == UInt8(ascii: "-") || $0.isDigit }
            found.append(rest)
        }
        if bare.last?.isDigit == true {
            var stem = bare
            while stem.last?.isDigit == true { stem = stem.dropLast() }
            while let last = stem.last, last == UInt8(ascii: "_") || last == UInt8(ascii: "-") {
                stem = stem.dropLast()
            }
            found.append(stem)
        }
        return found
    }

    private static let ids: [String: MarkRule] = [
        // Outlook, on the web, on telephones and for Mac.
        "appendonsend": .rest, "divrplyfwdmsg": .headerOfRest,
        "ms-outlook-mobile-reference-message": .quoted,
        "mail-editor-reference-message-container": .quoted, "olk_src_body_section": .quoted,
        "signature": .signature, "ms-outlook-mobile-signature": .signature,
        // Apple, Samsung, Roundcube, Yahoo, Zimbra, Fastmail, NetEase, Airmail.
        "applemailsignature": .signature, "composer_signature": .signature,
        "reply-intro": .header, "rc_sig": .signature, "forwardbody": .quoted,
        "yahoo_quoted": .quoted, "zwchr": .rest, "qt": .quoted,
        "isreplycontent": .quoted, "isforwardcontent": .quoted, "bloop_sign": .signature,
        "protonmail_mobile_signature_block": .signature,
        // BlueMind.
        "data-bm-reply-separator": .quoteContainer, "data-bm-forward-separator": .quoteContainer,
    ]

    private static let classes: [String: MarkRule] = [
        // Gmail, and those that took its names.
        "gmail_quote": .quoteContainer, "gmail_quote_container": .quoteContainer,
        "gmail_attr": .headerOrForward, "gmail_quote_attribution": .header,
        "gmail_signature": .signature, "gmail_signature_prefix": .signature,
        // Outlook.
        "outlookmessageheader": .headerOfRest, "ms-outlook-mobile-reference-message": .quoted,
        "ms-outlook-mobile-signature": .signature,
        // Thunderbird.
        "moz-cite-prefix": .header, "moz-forward-container": .quoted,
        "moz-email-headers-table": .forwardHeader, "moz-signature": .signature,
        // Yahoo, Proton, Zoho, Fastmail, Airmail, Postbox, K-9, Front.
        "yahoo_quoted": .quoted, "protonmail_quote": .quoteContainer,
        "protonmail_signature_block": .signature, "zmail_extra": .quoteContainer, "qt": .quoted,
        "airmail_on": .header, "bloop_sign": .signature, "pbconvbody": .quoted,
        "k9mail-signature": .signature, "front-signature": .signature,
        "tutanota_quote": .quoted, "bm-signature": .signature,
    ]

    /// Values of `name`: GMX and web.de, Spark.
    private static let names: [String: MarkRule] = [
        "quote": .quoted, "messagereplysection": .quoteContainer,
        "messagesignaturesection": .signature,
    ]

    /// Values of Zimbra's `data-marker`, and FairEmail's own.
    private static let markers: [String: MarkRule] = [
        "__DIVIDER__": .rest, "__HEADERS__": .headerOfRest, "__QUOTED_TEXT__": .quoted,
        "__SIG_PRE__": .signature, "__SIG_POST__": .signatureBelow,
        "FAIREMAIL-SIGNATURE": .signature, "FAIREMAIL-REFERENCE": .quoteContainer,
    ]
}

extension MarkRule {
    /// Whether the lines say when a mail was sent and name at least three of its fields, whatever
    /// the language: a border alone is no header, and telephone numbers have labels as well.
    static func readsLikeHeader(_ text: Octets) -> Bool {
        var (lines, labels) = (0, 0)
        var hasYear = false
        var hasTime = false
        for line in text.split(separator: .lf) {
            let content = line.drop { $0 == UInt8(ascii: ">") || $0 == .space || $0 == .tab }
            guard !content.isEmpty else { continue }
            lines += 1
            guard lines <= 12 else { return false }
            if let colon = content.prefix(40).firstIndex(of: UInt8(ascii: ":")),
                colon >= content.startIndex + 2
            {
                labels += 1
            }
            hasYear = hasYear || holdsYear(content.prefix(200))
            hasTime = hasTime || holdsTime(content.prefix(200))
        }
        return labels >= 3 && hasYear && hasTime
    }

    /// `1998` to `2099`, or a date in short: `03/05/25`.
    private static func holdsYear(_ line: Octets) -> Bool {
        let runs = line.split { !$0.isDigit }
        if runs.contains(where: { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }) {
            return true
        }
        return zip(runs, runs.dropFirst()).contains {
            $0.count == 2 && $1.count == 2 && $1.startIndex == $0.endIndex + 1
                && line[$0.endIndex] == UInt8(ascii: "/")
        }
    }

    /// `9:05`, `09h05`, `09.05`.
    private static func holdsTime(_ line: Octets) -> Bool {
        let runs = line.split { !$0.isDigit }
        return zip(runs, runs.dropFirst()).contains {
            $0.count <= 2 && $1.count == 2 && $1.startIndex == $0.endIndex + 1
                && ":hH.".utf8.contains(line[$0.endIndex])
        }
    }
}
