/// A field body that holds other octets than US-ASCII without encoded-words.
struct HeaderOctets {
    let octets: Octets
    /// The header they stand in, as defects name it.
    let what: String

    /// UTF-8 (RFC 6532); `nil` when they are something else.
    func utf8(_ defects: inout DefectLog) -> String? {
        guard octets.isASCII else { return String(validating: octets, as: UTF8.self) }
        guard octets.firstIndex(of: 0x1B, from: octets.startIndex) != nil,
            let name = ISO2022.name(in: octets), let reading = Charset.reading(octets, name)
        else { return String(decoding: octets, as: UTF8.self) }
        // Tolerated: old programs of East Asia wrote their 7-bit charsets just so.
        defects.note("Text in \(name) stood in \(what) without being declared.")
        return reading.text
    }

    /// What is not UTF-8: broken UTF-8, else the charset of the body or of an encoded-word beside
    /// it, else windows-1252.
    func text(declared: String?, _ defects: inout DefectLog) -> String {
        let mended = String(decoding: octets, as: UTF8.self)
        if Charset.isMostlyRight(mended, margin: 2) { return broken(mended, &defects) }
        for label in [EncodedWord.charset(in: octets), declared] {
            guard let label, CharsetNames.isKnown(label) else { continue }
            let name = CharsetNames.canonical(label)
            guard name != "utf-8", name != "us-ascii",
                let reading = Charset.reading(octets, name), reading.invalid == 0
            else { continue }
            defects.note("Octets outside UTF-8 stood in \(what); they were read as \(name).")
            return reading.text
        }
        if Charset.isMostlyRight(mended) { return broken(mended, &defects) }
        defects.note("Octets outside UTF-8 stood in \(what); they were read as windows-1252.")
        return Charset.windows1252(octets)
    }

    private func broken(_ mended: String, _ defects: inout DefectLog) -> String {
        defects.note("Octets outside UTF-8 stood in \(what); each became U+FFFD.")
        return mended
    }
}
