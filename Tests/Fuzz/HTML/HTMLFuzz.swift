import Mail

/// Any octets are a page of HTML, and what `HTMLText` promises of its text and marks holds.
@_cdecl("LLVMFuzzerTestOneInput")
public func renderAnyOctets(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let html = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let page = HTMLText.rendering(of: html)
    let text = Array(page.text.utf8)
    let length = html.utf8.count
    expect(page.steps <= 8 * length + 100, "\(page.steps) steps for \(length) octets")
    // Marks of quotes and indents are paid on every line, tabs and targets by their tags.
    expect(text.count <= 16 * length + 100, "\(text.count) octets of text from \(length)")
    expect(!text.contains(0x0D), "a CR stands in the text")
    expect(page.marks.count <= length, "more marks than octets")
    checkMarks(page.marks, of: text)
    return 0
}

/// Each mark holds whole lines; they are in order, nested and never crossing.
private func checkMarks(_ marks: [TextMark], of text: [UInt8]) {
    var open: [Range<Int>] = []
    var previous: Range<Int>?
    for mark in marks {
        let span = mark.span
        expect(!span.isEmpty && span.upperBound <= text.count, "a mark out of the text: \(span)")
        let startsLine = span.lowerBound == 0 || text[span.lowerBound - 1] == 0x0A
        let endsLine = span.upperBound == text.count || text[span.upperBound] == 0x0A
        expect(startsLine && endsLine, "a mark of half a line: \(span)")
        if let previous {
            let isInOrder =
                previous.lowerBound < span.lowerBound
                || (previous.lowerBound == span.lowerBound
                    && previous.upperBound >= span.upperBound)
            expect(isInOrder, "marks out of order: \(previous), \(span)")
        }
        previous = span
        while let last = open.last, last.upperBound <= span.lowerBound { open.removeLast() }
        let holds = open.last.map { span.upperBound <= $0.upperBound } ?? true
        expect(holds, "marks that cross: \(open), \(span)")
        open.append(span)
    }
}

private func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
    guard holds else { fatalError(otherwise()) }
}
