import Testing

@testable import Intake

@Suite("Signatures of everyday mail") struct SignatureEverydayTests {
    @Test("names below a text", arguments: names + moreNames)
    func name(_ body: MarkedBody) { body.check() }

    @Test("own words that look like a name or a function", arguments: words + moreWords)
    func ownWords(_ body: MarkedBody) { body.check() }

    @Test("closings in many languages", arguments: closings)
    func closing(_ body: MarkedBody) { body.check() }

    @Test("notices and marks of mail programs", arguments: marks)
    func mark(_ body: MarkedBody) { body.check() }
}
