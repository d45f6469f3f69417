import Foundation
import Mail

/// What a draft was given comes back from its octets.
@_cdecl("LLVMFuzzerTestOneInput")
public func composeAndRead(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var source = Pieces(octets: UnsafeBufferPointer(start: start, count: count)[...])
    guard let draft = source.draft() else { return 0 }
    let octets = draft.bytes()
    checkSound(octets)
    let message = Message(parsing: octets)
    checkHeader(message, draft)
    checkBody(message, draft)
    return 0
}

/// Cuts the input into pieces at octets FF, which UTF-8 never holds: a mutation of one piece leaves
/// the others as they are.
private struct Pieces {
    var octets: Slice<UnsafeBufferPointer<UInt8>>

    mutating func next() -> String {
        let piece = octets.prefix { $0 != 0xFF }
        octets = octets.dropFirst(piece.count + 1)
        // A byte order mark is no text where it stands first, such as in an encoded-word.
        return String(decoding: piece, as: UTF8.self).replacing("\u{FEFF}", with: "")
    }

    mutating func number() -> Int { next().utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF } }

    mutating func mailbox() -> Mailbox? {
        let (name, localPart, domain) = (next(), next(), next())
        return Mailbox(Address(displayName: name, localPart: localPart, domain: domain))
            ?? Mailbox(Address(displayName: name, localPart: "a", domain: "example.org"))
    }

    /// `nil` never: the fallbacks are valid.
    mutating func draft() -> Draft? {
        guard let from = mailbox(), let to = mailbox(), let cc = mailbox(),
            let messageID = MessageID(next()) ?? MessageID("1@example.org")
        else { return nil }
        var draft = Draft(
            from: from,
            to: [to, from],
            subject: HeaderText(next()),
            date: Date(timeIntervalSince1970: TimeInterval(number())),
            messageID: messageID,
            text: next()
        )
        draft.cc = [cc]
        draft.timeZone = TimeZone(secondsFromGMT: (number() % 1560 - 720) * 60) ?? .gmt
        let html = next()
        draft.html = html.isEmpty ? nil : html
        draft.inReplyTo = MessageID(next())
        // Each once, as they are read.
        draft.references = [next(), next(), next()].reduce(into: []) { known, text in
            if let id = MessageID(text), !known.contains(id) { known.append(id) }
        }
        draft.language = HeaderText(next())
        draft.extraFields = [(next(), next()), (next(), next())]
            .compactMap { ExtraField("X-\($0)", HeaderText($1)) }
        return draft
    }
}

/// US-ASCII in lines of CRLF that SMTP takes (RFC 5321 §4.5.3.1.6).
private func checkSound(_ octets: [UInt8]) {
    expect(
        octets.allSatisfy { (0x20..<0x7F).contains($0) || [0x09, 0x0A, 0x0D].contains($0) },
        "an octet is not printable"
    )
    var line = 0
    var last: UInt8 = 0
    for octet in octets {
        expect((octet == 0x0A) == (last == 0x0D), "a line does not end in CRLF")
        line = octet == 0x0A ? 0 : line + 1
        expect(line <= 999, "a line is over 998 octets")
        expect(line != 1 || octet != UInt8(ascii: "."), "a line starts with a dot")
        last = octet
    }
    expect(octets.suffix(2) == [0x0D, 0x0A], "the last line has no end")
}

private func checkHeader(_ message: Message, _ draft: Draft) {
    expectEqual(message.subject, draft.subject.text, "subject")
    expectEqual(message.from, [draft.from], "From")
    expectEqual(message.to, draft.to, "To")
    expectEqual(message.cc, draft.cc, "Cc")
    expectEqual(message.messageID, draft.messageID.text, "Message-ID")
    expect(message.inReplyTo == (draft.inReplyTo.map { [$0.text] } ?? []), "In-Reply-To")
    expect(
        message.references == draft.references.map(\.text),
        "References: \(message.references) instead of \(draft.references)"
    )
    expect(message.date == draft.date, "Date")
    let added =
        (draft.inReplyTo == nil ? 0 : 1) + (draft.references.isEmpty ? 0 : 1)
        + draft.extraFields.count
    // Date, From, To, Cc, Subject, Message-ID, MIME-Version, Content-Language, Content-Type, and
    // Content-Transfer-Encoding where there is one part.
    expect(message.fields.count == (draft.html == nil ? 10 : 9) + added, "fields were added")
}

private func checkBody(_ message: Message, _ draft: Draft) {
    expect(message.attachments.isEmpty, "an attachment came up")
    let children = message.root.children.map(\.mediaType)
    expect(children == (draft.html == nil ? [] : ["text/plain", "text/html"]), "the parts")
    // NUL is no text (RFC 5322 §2.2): where every other octet is one, it is read as UTF-16.
    guard !(draft.text + (draft.html ?? "")).utf8.contains(0) else { return }
    let text = asRead(draft.text)
    let html = asRead(draft.html ?? "")
    if !isBlank(text) {
        expectEqual(message.text, text, "text")
        expect(!message.textIsFromHTML, "text is from HTML")
    } else if isBlank(html) {
        expectEqual(message.text, "", "blank text")
    }
    expectEqual(message.html.map(asRead), isBlank(html) ? nil : html, "HTML")
    expect(message.defects.isEmpty, "defects: \(message.defects)")
}

/// Line ends as LF, one at the end.
private func asRead(_ text: String) -> String {
    var octets: [UInt8] = []
    var last: UInt8 = 0
    for octet in text.utf8 {
        if octet == 0x0D || (octet == 0x0A && last != 0x0D) { octets.append(0x0A) }
        if octet != 0x0D, octet != 0x0A { octets.append(octet) }
        last = octet
    }
    if let end = octets.last, end != 0x0A { octets.append(0x0A) }
    return String(decoding: octets, as: UTF8.self)
}

private func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
}

private func expectEqual(_ addresses: [Address], _ mailboxes: [Mailbox], _ what: String) {
    expect(addresses.count == mailboxes.count, "\(what): \(addresses)")
    for (address, mailbox) in zip(addresses, mailboxes) {
        // A display-name is words: how much white space lies between them does not matter.
        expectEqual(
            address.displayName.map(singleSpaced),
            (mailbox.displayName?.text).map(singleSpaced),
            what
        )
        expectEqual(address.addrSpec, mailbox.addrSpec, what)
    }
}

private func singleSpaced(_ text: String) -> String {
    text.unicodeScalars.split(separator: " ").map(String.init).joined(separator: " ")
}

/// Octet by octet: strings that Unicode takes for equivalent are not the same here.
private func expectEqual(_ read: String?, _ given: String?, _ what: String) {
    let isEqual =
        switch (read, given) {
        case (let read?, let given?): read.utf8.elementsEqual(given.utf8)
        case (nil, nil): true
        default: false
        }
    expect(isEqual, "\(what): \(read.debugDescription) instead of \(given.debugDescription)")
}

private func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
    guard holds else { fatalError(otherwise()) }
}
