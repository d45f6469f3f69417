/// Character references of HTML (HTML Living Standard §13.2.5.72): all numeric ones, and the named
/// ones that European writers and their programs use.
enum HTMLEntities {
    static func decode(_ octets: Octets, inAttribute: Bool = false) -> String {
        var out: [UInt8] = []
        append(octets, inAttribute: inAttribute, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    static func append(_ octets: Octets, inAttribute: Bool = false, to out: inout [UInt8]) {
        var index = octets.startIndex
        while let mark = octets.firstIndex(of: UInt8(ascii: "&"), from: index) {
            out.append(contentsOf: octets[index..<mark])
            if let (text, end) = reference(octets, at: mark, inAttribute: inAttribute) {
                out.append(contentsOf: text.utf8)
                index = end
            } else {
                out.append(UInt8(ascii: "&"))
                index = mark + 1
            }
        }
        out.append(contentsOf: octets[index...])
    }

    private static func reference(
        _ octets: Octets,
        at mark: Int,
        inAttribute: Bool
    ) -> (text: String, end: Int)? {
        let rest = octets[(mark + 1)...]
        guard let first = rest.first else { return nil }
        if first == UInt8(ascii: "#") { return numeric(rest.dropFirst()) }
        let name = rest.prefix(32).prefix { $0.isLetter || $0.isDigit }
        guard !name.isEmpty, let text = named[String(decoding: name, as: UTF8.self)] else {
            return nil
        }
        let following = octets[name.endIndex...].first
        if following == UInt8(ascii: ";") { return (text, name.endIndex + 1) }
        // Tolerated: a missing semicolon, but not in `?a=1&copy=2`.
        if inAttribute || (text.utf8.count > 2 && !["lt", "gt", "amp"].contains(text)) {
            return nil
        }
        return (text, name.endIndex)
    }

    private static func numeric(_ octets: Octets) -> (text: String, end: Int)? {
        let isHexadecimal = octets.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let radix: UInt32 = isHexadecimal ? 16 : 10
        var index = octets.startIndex + (isHexadecimal ? 1 : 0)
        let start = index
        var value: UInt32 = 0
        while index < octets.endIndex, let digit = octets[index].hexadecimalValue, digit < radix {
            value = min(value * radix + UInt32(digit), 0x11_0000)
            index += 1
        }
        guard index > start else { return nil }
        if index < octets.endIndex, octets[index] == UInt8(ascii: ";") { index += 1 }
        return (character(value), index)
    }

    /// 128-159 mean windows-1252, as browsers have it; what is no character becomes U+FFFD.
    private static func character(_ value: UInt32) -> String {
        if (0x80...0x9F).contains(value) {
            return Charset.windows1252([UInt8(truncatingIfNeeded: value)])
        }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return String(Character(scalar))
    }

    private static let named: [String: String] = {
        var table = latin1()
        for (name, value) in others { table[name] = String(Character(value)) }
        return table
    }()

    /// The names of U+00A0 to U+00FF in their order.
    private static func latin1() -> [String: String] {
        let names = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg \
            plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 \
            iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml \
            Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
            Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig \
            ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
            otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """
        var table: [String: String] = [:]
        var value: UInt32 = 0xA0
        for name in names.split(separator: " ") {
            if let scalar = Unicode.Scalar(value) {
                table[String(name)] = String(Character(scalar))
            }
            value += 1
        }
        return table
    }

    private static let others: [String: Unicode.Scalar] = [
        "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"",
        "QUOT": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š",
        "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜", "ensp": "\u{2002}",
        "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
        "lrm": "\u{200E}", "rlm": "\u{200F}", "ndash": "–", "mdash": "—", "lsquo": "‘",
        "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†",
        "Dagger": "‡", "bull": "•", "bullet": "•", "hellip": "…", "permil": "‰", "prime": "′",
        "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "oline": "‾", "frasl": "⁄", "euro": "€",
        "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔",
        "rArr": "⇒", "hArr": "⇔", "minus": "−", "infin": "∞", "asymp": "≈", "ne": "≠",
        "equiv": "≡", "le": "≤", "ge": "≥", "sum": "∑", "radic": "√", "loz": "◊", "check": "✓",
        "phone": "☎", "star": "☆", "starf": "★", "nbhy": "\u{2011}", "hyphen": "‐", "NewLine": "\n",
        "Tab": "\t", "num": "#", "commat": "@", "colon": ":", "comma": ",", "period": ".",
        "excl": "!", "quest": "?", "lpar": "(", "rpar": ")", "lsqb": "[", "rsqb": "]",
        "lowbar": "_", "sol": "/", "semi": ";", "plus": "+", "equals": "=", "percnt": "%",
        "dollar": "$", "ast": "*", "vert": "|", "alpha": "α", "beta": "β", "gamma": "γ",
        "delta": "δ", "Delta": "Δ", "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "omega": "ω",
        "Omega": "Ω", "ZeroWidthSpace": "\u{200B}", "NonBreakingSpace": "\u{A0}",
    ]
}
