/// Windows code pages by number, as MAPI, TNEF and RTF name charsets.
enum Codepage {
    /// ANSI of western Europe.
    static let western = 1252
    /// What stands where no code page is named: read as UTF-8 or windows-1252.
    static let unnamed = 0

    static func decode(_ octets: Octets, _ codepage: Int, _ defects: inout DefectLog) -> String {
        if codepage == 1200 { return utf16(octets) }
        return Charset.decode(octets, label: charset(codepage), &defects)
    }

    /// UTF-16LE; an unpaired surrogate becomes U+FFFD and an odd last octet is left out.
    static func utf16(_ octets: Octets) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(octets.count / 2)
        var position = octets.startIndex
        while position + 1 < octets.endIndex {
            units.append(UInt16(octets[position]) | UInt16(octets[position + 1]) << 8)
            position += 2
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The IANA name, or the name that begins with `cp`.
    static func charset(_ codepage: Int) -> String? {
        switch codepage {
        case unnamed: nil
        case 1252, 28591: "windows-1252"
        case 65001: "utf-8"
        case 20127: "us-ascii"
        case 28592...28606: "iso-8859-\(codepage - 28590)"
        case 936, 54936: "gb18030"
        case 950: "big5-hkscs"
        case 1361: "johab"
        case 10000: "macintosh"
        case 10001: "cp932"
        case 1201: "utf-16be"
        case 20866: "koi8-r"
        case 21866: "koi8-u"
        case 20932, 51932: "euc-jp"
        case 50220, 50221, 50222: "iso-2022-jp"
        case 50225: "iso-2022-kr"
        case 51949: "cp949"
        case 65000: "utf-7"
        default: "cp\(codepage)"
        }
    }
}
