/// The code pages that the font table of an RTF document gives ([MSFT-RTF], "Font Table").
struct RTFFonts {
    var documentCodepage = Codepage.western
    var defaultFont = 0
    /// By number of font; 0 for the code page of the document.
    private var codepages: [Int: Int] = [:]
    private var defined = 0

    /// The code page of symbols, which have no characters of their own.
    private static let symbols = 42
    private static let maximum = 4096

    func codepage(of font: Int?) -> Int {
        let codepage = codepages[font ?? defaultFont] ?? 0
        return codepage == 0 ? documentCodepage : codepage
    }

    func isSymbol(_ font: Int?) -> Bool { codepages[font ?? defaultFont] == Self.symbols }

    mutating func define(_ font: Int) { defined = font }

    mutating func setCodepage(_ codepage: Int) {
        guard codepages.count < Self.maximum || codepages[defined] != nil else { return }
        codepages[defined] = max(0, codepage)
    }

    mutating func setCharset(_ charset: Int) { setCodepage(Self.codepage(ofCharset: charset)) }

    private static func codepage(ofCharset charset: Int) -> Int {
        switch charset {
        case 0: Codepage.western
        case 2: symbols
        case 77: 10000
        case 78: 10001
        case 128: 932
        case 129: 949
        case 130: 1361
        case 134: 936
        case 136: 950
        case 161: 1253
        case 162: 1254
        case 163: 1258
        case 177, 181: 1255
        case 178, 179, 180: 1256
        case 186: 1257
        case 204: 1251
        case 222: 874
        case 238: 1250
        case 254: 437
        case 255: 850
        default: 0
        }
    }

    /// What is meant by an octet of Symbol or Wingdings, which mails use for the marks of lists.
    static func symbol(_ octet: UInt8) -> Unicode.Scalar {
        switch octet {
        case 0xA7: "\u{25AA}"
        case 0xB7: "\u{2022}"
        case 0xD8: "\u{27A2}"
        case 0xE0, 0xE8: "\u{2192}"
        case 0xFC: "\u{2713}"
        default: Unicode.Scalar(octet)
        }
    }
}
