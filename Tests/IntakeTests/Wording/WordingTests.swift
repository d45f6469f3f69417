import Testing

@testable import Intake

@Suite("Folding") struct WordingTests {
    @Test(
        "letters lose their marks, in every Latin alphabet",
        arguments: [
            ("Élève ÇA Œuvre", "eleve ca oeuvre"), ("Łódź, świąt", "lodz, swiat"),
            ("Příště žluť", "priste zlut"), ("Győr fűző", "gyor fuzo"),
            ("İĞŞ ışığı", "igs isigi"), ("Țară și ştiri", "tara si stiri"),
            ("Đường Nguyễn Ước Ơn", "duong nguyen uoc on"), ("Straße Þór ŉ", "strasse tor n"),
            ("e\u{301}t\u{E9}", "ete"), ("Ĳsselmeer", "ijsselmeer"),
        ]
    )
    func latin(text: String, folded: String) {
        #expect(Wording(text).string == folded)
    }

    @Test(
        "letters of other alphabets and signs are told apart",
        arguments: [
            ("да", "\u{7F}\u{7F}"), ("谢谢！", "\u{7F}\u{7F}!"), ("はい、", "\u{7F}\u{7F},"),
            ("• x", "\u{1A} x"), ("☎ 01", "\u{1A} 01"), ("👍", "\u{1A}"), ("ＡＢ：", "ab:"),
            ("时间：", "\u{7F}\u{7F}:"), ("「は」", "\"\u{7F}\""),
        ]
    )
    func other(text: String, folded: String) {
        #expect(Wording(text).string == folded)
    }

    @Test("every scalar folds to ASCII")
    func everyScalar() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(Wording(String(scalar)).bytes.allSatisfy { $0 < 0x80 })
        }
    }
}
