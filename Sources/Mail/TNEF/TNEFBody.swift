/// The message in a TNEF stream, in up to four renderings that are not decoded yet.
struct TNEFBody {
    let limits: Message.Limits
    /// Of the strings of eight bits; attOemCodepage.
    var codepage = Codepage.unnamed
    /// attBody.
    var attribute: Octets?
    private var plain: MAPIProperty.Value?
    private var html: MAPIProperty.Value?
    /// Of the octets of `html`; PidTagInternetCodepage.
    private var internetCodepage: Int?
    private var compressedRTF: Octets?

    init(limits: Message.Limits) { self.limits = limits }

    /// Takes what it needs of the properties of the message.
    mutating func read(_ octets: Octets, _ defects: inout DefectLog) {
        var properties = MAPIPropertyReader(octets, &defects)
        while let property = properties.next(&defects) {
            switch (property.id, property.value) {
            case (0x1000, let value): plain = value
            case (0x1013, let value): html = value
            case (0x3FDE, .integer(let number)): internetCodepage = number
            case (0x1009, .binary(let octets)): compressedRTF = octets
            default: break
            }
        }
    }

    /// The plain text and the HTML; what only RTF has is taken from there.
    func stretch(_ bytesLeft: inout Int, _ defects: inout DefectLog) -> BodyReader.Stretch {
        var stretch = BodyReader.Stretch()
        for value in [plain, attribute.map(MAPIProperty.Value.string8)] {
            guard let value, BodyReader.Stretch.isBlank(stretch.plain) else { continue }
            stretch.plain = cut(value, &bytesLeft, &defects).text(codepage, &defects)
        }
        if let html { stretch.html = decodedHTML(cut(html, &bytesLeft, &defects), &defects) }
        guard stretch.isBlank, let compressedRTF,
            let rtf = CompressedRTF.decompress(compressedRTF, limit: bytesLeft, &defects)
        else { return stretch }
        bytesLeft -= rtf.octets.count
        if rtf.isCutOff { noteLimit(&defects) }
        switch RTFText.read(rtf.octets[...], &defects) {
        case .html(let html): stretch.html = html
        case .text(let text): stretch.plain = text
        }
        return stretch
    }

    private func decodedHTML(_ value: MAPIProperty.Value, _ defects: inout DefectLog) -> String? {
        guard case .binary(let octets) = value else { return value.text(codepage, &defects) }
        if let internetCodepage { return Codepage.decode(octets, internetCodepage, &defects) }
        return Charset.decode(octets, label: HTMLText.declaredCharset(octets), &defects)
    }
    /// As much as is left.
    private func cut(
        _ value: MAPIProperty.Value,
        _ bytesLeft: inout Int,
        _ defects: inout DefectLog
    ) -> MAPIProperty.Value {
        if value.octetCount > bytesLeft { noteLimit(&defects) }
        let kept = value.prefix(bytesLeft)
        bytesLeft -= kept.octetCount
        return kept
    }

    private func noteLimit(_ defects: inout DefectLog) {
        defects.note("The text is over \(limits.decodedTextBytes) octets; it was cut off.")
    }
}
