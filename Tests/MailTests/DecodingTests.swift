import Testing

@testable import Mail

@Suite("Charset") struct CharsetTests {
    @Test(
        "declared charsets",
        arguments: [
            ([0xC3, 0xA9], "utf-8", "é", 0), ([0xC3, 0xA9], "UTF8", "é", 0),
            ([0xEF, 0xBB, 0xBF, 0x41], "utf-8", "A", 0), ([0xE9], "iso-8859-1", "é", 0),
            ([0x80, 0x92, 0x9C], "iso-8859-1", "€’œ", 0), ([0x80], "windows-1252", "€", 0),
            ([0xA4, 0xBD], "ISO-8859-15", "€œ", 0), ([0x82], "cp850", "é", 0),
            ([0x8E], "macintosh", "é", 0), ([0xB1, 0xE2], "ks_c_5601-1987", "기", 0),
            (Array("+AOk-".utf8), "utf-7", "é", 0), ([0x00, 0x41], "utf-16be", "A", 0),
            ([0xE9], nil, "é", 1), ([0xC3, 0xA9], nil, "é", 1), ([0xE9], "us-ascii", "é", 1),
            ([0xE9], "utf-8", "é", 1), ([0xC3, 0xA9, 0xE9], "utf-8", "é\u{FFFD}", 1),
            ([0xE9], "x-none", "é", 1), ([0xE9], "UTF-8//TRANSLIT", "é", 1),
            ([0xE9], "wchar_t", "é", 1), ([0x41, 0xFF, 0x42], "shift_jis", "A\u{FFFD}B", 1),
            ([0x41], "", "A", 0), ([0x41], nil, "A", 0), ([0x92], "iso_8859-1:1987", "’", 0),
            ([0x92], "iso-ir-100", "’", 0), ([0x92], "cp819", "’", 0), ([0x92], "IBM819", "’", 0),
            ([0x92], "x-cp1252", "’", 0), ([0xB1, 0xE2], "windows-949", "기", 0),
            ([0xA4, 0xA2], "x-euc-jp", "あ", 0), ([0xCF], "x-cp1251", "П", 0),
            ([0x82], "ibm-850", "é", 0),
        ] as [([UInt8], String?, String, Int)]
    )
    func decoding(octets: [UInt8], label: String?, expected: String, defectCount: Int) {
        var defects = DefectLog()
        #expect(Charset.decode(octets[...], label: label, &defects) == expected)
        #expect(defects.sentences.count == defectCount)
    }
}
