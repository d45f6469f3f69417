/// text/enriched and its forerunner text/richtext turned into plain text (RFC 1896, RFC 1341 §7.1.3).
enum EnrichedText {
    /// Without the commands; one line break is a space, of several one goes (RFC 1896 §3).
    static func render(_ text: String) -> String {
        let octets = Array(text.utf8)[...]
        var page = Page()
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            if octet == UInt8(ascii: "<") {
                if octets[index...].first == octet {
                    page.write(octet)
                    index += 1
                } else if let command = command(octets, at: index) {
                    page.follow(command.name)
                    index = command.next
                } else {
                    page.write(octet)
                }
            } else if octet == .lf {
                page.lineBreak()
            } else {
                page.write(octet)
            }
        }
        return page.finish()
    }

    /// The command behind a "<"; its name has at most 60 characters (§3).
    private static func command(_ octets: Octets, at start: Int) -> (name: String, next: Int)? {
        let name = octets[start...].prefix(62).prefix {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/")
        }
        guard !name.isEmpty, octets[name.endIndex...].first == UInt8(ascii: ">") else { return nil }
        return (name.lowercasedString, name.endIndex + 1)
    }

    private struct Page {
        private var out: [UInt8] = []
        private var breaks = 0
        /// Whether a command asks for a line break where none stands.
        private var isForced = false
        private var noFill = 0
        private var parameters = 0

        mutating func lineBreak() {
            guard parameters == 0 else { return }
            if noFill > 0 { out.append(.lf) } else { breaks += 1 }
        }

        mutating func write(_ octet: UInt8) {
            guard parameters == 0 else { return }
            payBreaks()
            out.append(octet)
        }

        mutating func follow(_ command: String) {
            switch command {
            case "param": parameters += 1
            case "/param": parameters = max(0, parameters - 1)
            case "nofill":
                payBreaks()
                noFill += 1
            case "/nofill": noFill = max(0, noFill - 1)
            case "nl", "paragraph", "/paragraph":
                payBreaks()
                out.append(.lf)
            case "center", "flushleft", "flushright", "flushboth", "paraindent", "excerpt",
                "/center", "/flushleft", "/flushright", "/flushboth", "/paraindent", "/excerpt":
                isForced = true
            case "lt": write(UInt8(ascii: "<"))
            default: break
            }
        }

        private mutating func payBreaks() {
            defer { (breaks, isForced) = (0, false) }
            if breaks > 1 {
                out.append(contentsOf: repeatElement(.lf, count: breaks - 1))
            } else if isForced {
                while out.last?.isBlank == true { out.removeLast() }
                if let last = out.last, last != .lf { out.append(.lf) }
            } else if breaks == 1, let last = out.last, !last.isWhiteSpace {
                out.append(.space)
            }
        }

        mutating func finish() -> String { String(decoding: out, as: UTF8.self) }
    }
}
