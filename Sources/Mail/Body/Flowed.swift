/// Text of type `format=flowed` with its paragraphs joined again (RFC 3676 §4).
enum Flowed {
    /// `text` has `\n` line ends; quoted lines keep their marks as `> `.
    static func unflow(_ text: String, delSp: Bool) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        /// Quote depth of the paragraph that goes on; `nil` when the last line was fixed.
        var openDepth: Int?
        let octets = Octets(text.utf8)
        var position = octets.startIndex
        while position < octets.endIndex {
            let end = octets.firstIndex(of: .lf, from: position) ?? octets.endIndex
            var line = octets[position..<end]
            position = end + 1
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            line = line.dropFirst(depth)
            if line.first == .space { line = line.dropFirst() }
            if openDepth != depth || isSignatureMark(line) {
                // A paragraph ends where the depth changes, even if its last line is flowed.
                if openDepth != nil { endLine(&out, delSp: delSp) }
                openDepth = nil
                appendQuoteMarks(depth, isBlank: line.isEmpty, to: &out)
            }
            let isFlowed = line.last == .space && !isSignatureMark(line)
            out.append(contentsOf: isFlowed && delSp ? line.dropLast() : line)
            openDepth = isFlowed ? depth : nil
            if !isFlowed, end < octets.endIndex { out.append(.lf) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// `-- ` is never flowed (§4.3).
    private static func isSignatureMark(_ line: Octets) -> Bool {
        line.count == 3 && line.hasPrefix("-- ")
    }

    /// Without the space that only said that the line is flowed.
    private static func endLine(_ out: inout [UInt8], delSp: Bool) {
        if !delSp, out.last == .space { out.removeLast() }
        out.append(.lf)
    }

    private static func appendQuoteMarks(_ depth: Int, isBlank: Bool, to out: inout [UInt8]) {
        guard depth > 0 else { return }
        out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
        if !isBlank { out.append(.space) }
    }
}
