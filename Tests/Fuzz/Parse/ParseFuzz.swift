import Mail

/// Any octets give a message, and what `Message` promises of its values holds.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyOctets(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    let message = Message(parsing: octets)
    checkIdentity(message, of: octets)
    checkText(message)
    checkFields(message, of: octets)
    checkBounds(message, of: octets)
    return 0
}

/// The same octets give an equal message, wherever they lie in memory.
private func checkIdentity(_ message: Message, of octets: [UInt8]) {
    let shifted = ([0x0A, 0x3A, 0x0A] + octets + [0x0A])[3..<(octets.count + 3)]
    expect(Message(parsing: shifted) == message, "read twice, it is not equal")
    expect(message.size == octets.count, "size is not the count of the octets")
    expect(isDigest(message.sha256), "sha256 is no SHA-256")
    expect(message.attachments.allSatisfy { isDigest($0.sha256) }, "an attachment has no SHA-256")
}

private func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

private func checkText(_ message: Message) {
    expect(!message.text.utf8.contains(0x0D), "a CR stands in the text")
    expect(!message.textIsFromHTML || message.html != nil, "text comes from HTML that is not there")
    expect(
        message.defects.allSatisfy { !$0.isEmpty && isOneLine($0) },
        "a defect is no sentence: \(message.defects)"
    )
}

/// No field breaks out of its line, and a cut does not change the names before it.
private func checkFields(_ message: Message, of octets: [UInt8]) {
    for field in message.fields {
        expect(isOneLine(field.fieldName), "a field name is not one line")
        expect(isOneLine(field.fieldBody), "a field body is not one line")
    }
    let half = octets.prefix(octets.count / 2)
    let beginning = Message(parsing: half)
    expect(beginning.size == half.count, "size of the first half")
    // Where no LF came yet, line ends may be CR alone.
    guard half.contains(0x0A) else { return }
    // Where the cut goes through a field, the last one may be another.
    let names = beginning.fields.map(\.fieldName).dropLast()
    expect(message.fields.map(\.fieldName).starts(with: names), "the first half has other fields")
}

private func isOneLine(_ text: String) -> Bool {
    !text.utf8.contains { $0 == 0 || $0 == 0x0A }
}

/// Nothing grows out of proportion to what was sent.
private func checkBounds(_ message: Message, of octets: [UInt8]) {
    let limits = Message.Limits()
    let attached = message.attachments.reduce(0) { $0 + $1.size }
    expect(message.attachments.allSatisfy { $0.size >= 0 }, "an attachment of negative size")
    expect(attached <= 2 * octets.count, "attachments are larger than the message")
    expect(message.text.utf8.count <= 4 * limits.decodedTextBytes, "the text has no bound")
    expect(message.fields.count <= limits.headerFields, "more fields than the limit")
    expect(message.defects.count <= 50, "more defects than the limit")
    expect(count(message.root) <= limits.parts + 1, "more parts than the limit")
}

private func count(_ part: BodyPart) -> Int { part.children.reduce(1) { $0 + count($1) } }

private func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
    guard holds else { fatalError(otherwise()) }
}
