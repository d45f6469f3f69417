import Intake
import Mail

/// Any text is cut into parts that are all of it, and what `Reading` promises of them holds; it is
/// screened, and read as a notice of what could not be delivered.
///
/// The first octet says how the message came: as an answer, as a forward, with marks of HTML.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    guard let choice = octets.first else { return 0 }
    let message = message(octets.dropFirst(), choice)
    let reading = read(message)
    expect(read(message) == reading, "read twice, it is not equal")
    checkParts(reading, of: message)
    checkTexts(reading, of: message)
    checkForwards(reading, of: message)
    checkScreening(reading, of: message)
    checkNotice(message)
    return 0
}

private func message(_ octets: ArraySlice<UInt8>, _ choice: UInt8) -> Message {
    var message = Message()
    message.text = String(decoding: octets, as: UTF8.self)
    message.from = [
        Address(displayName: "Nathalie Perrin", localPart: "n.perrin", domain: "lannion.example")
    ]
    message.subject =
        [
            "Absence : cantine", "Re: cantine", "Undelivered Mail Returned to Sender", nil,
        ][Int(choice & 3)]
    message.inReplyTo = choice & 4 == 0 ? [] : ["a@anct.example"]
    if choice & 8 != 0 { message.marks = marks(in: message.text, choice) }
    return message
}

/// Marks as HTML leaves them: whole lines, nested, by where they begin.
private func marks(in text: String, _ choice: UInt8) -> [TextMark] {
    let kinds: [TextMark.Kind] = [.quoteHeader, .forwardHeader, .quoted, .signature]
    let octets = Array(text.utf8)
    let starts = [0] + octets.indices.filter { octets[$0] == 0x0A }.map { $0 + 1 }
    let outer = starts[starts.count / 3]..<octets.count
    let inner = starts[starts.count / 2]..<(starts[starts.count * 3 / 4])
    return [outer, inner].enumerated().filter { !$0.element.isEmpty }.map { index, span in
        TextMark(kind: kinds[Int(choice >> (4 + 2 * index)) & 3], span: span)
    }
}

/// In order, apart from each other, whole lines, and nothing is left but white space.
private func checkParts(_ reading: Reading, of message: Message) {
    var rest = Array(message.text.utf8)
    var end = 0
    for part in reading.parts {
        expect(part.span.lowerBound >= end, "parts overlap")
        expect(part.span.upperBound <= rest.count, "a part ends behind the text")
        expect(!part.span.isEmpty, "a part is empty")
        let isLineStart = part.span.lowerBound == 0 || rest[part.span.lowerBound - 1] == 0x0A
        expect(isLineStart || part.span.lowerBound == end, "a part starts within a line")
        end = part.span.upperBound
    }
    for part in reading.parts {
        for index in part.span where rest[index] != 0x0A { rest[index] = 0x20 }
    }
    let left = String(decoding: rest, as: UTF8.self)
    expect(left.unicodeScalars.allSatisfy(isInvisible), "something is in no part")
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .nonspacingMark:
        true
    default: scalar.properties.isWhitespace
    }
}

private func checkTexts(_ reading: Reading, of message: Message) {
    let size = message.text.utf8.count
    let own = reading.parts.filter { $0.kind == .own }.reduce(0) { $0 + $1.span.count }
    expect(reading.sendersText.utf8.count <= own + reading.parts.count * 2, "own text grew")
    for text in [reading.signature, reading.quotation, reading.disclaimer] {
        expect(text.map { !$0.isEmpty && $0.utf8.count <= 2 * size } ?? true, "a part has no bound")
    }
    for answer in reading.answers {
        expect(!answer.text.isEmpty && !answer.quoted.isEmpty, "an answer to nothing")
    }
}

private func checkForwards(_ reading: Reading, of message: Message) {
    expect(
        !reading.readsForward || !reading.forwards.isEmpty,
        "a forward is read that is not there"
    )
    expect(reading.readsForward == (reading.forwarderText != nil), "no forwarder's text")
    for part in reading.forwards.flatMap(\.parts) {
        expect(part.span.upperBound <= message.text.utf8.count, "a forward ends behind the text")
    }
}

private func checkScreening(_ reading: Reading, of message: Message) {
    let screener = Screener(ownAddresses: [Address(localPart: "guichet", domain: "anct.example")])
    let reason = screener.screening(of: message, reading: reading).reason
    expect(reason.map { !$0.evidence.isEmpty } ?? true, "a reason without words")
    _ = screener.automaticReason(of: message, reading: reading)
}

private func checkNotice(_ message: Message) {
    for recipient in deliveryReport(of: message)?.recipients ?? [] {
        expect(recipient.address.contains("@"), "a recipient that is no address")
        expect(recipient.diagnostic?.contains("\n") != true, "a diagnostic of several lines")
    }
}

private func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
    guard holds else { fatalError(otherwise()) }
}
