import Foundation
import Synchronization
import Testing

@testable import Mail

/// SplitMix64: the same seed gives the same octets on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Hostile input", .timeLimit(.minutes(20))) struct HostileInputTests {
    /// What a reader of mail looks for, so that random octets come near to a message.
    private static let pieces = [
        "\r\n", "\n", "\r", "\r\n\r\n", ": ", ":", ";", ",", "<", ">", "\"", "(", ")", "\\", "=?",
        "?=",
        "?Q?", "?B?", "=?utf-8?", "--b", "--b--", "--", "boundary=b", "From: ", "To: ", "Subject: ",
        "Date: ", "References: ", "Content-Type: multipart/mixed; boundary=b",
        "Content-Type: text/html",
        "Content-Type: message/rfc822", "Content-Type: message/delivery-status",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable",
        "Content-Disposition: attachment; filename*0*=utf-8''%C3", "Final-Recipient: rfc822;",
        "=C3",
        "=", "QUJD", "@", "a@b", "<p>", "</p>", "<table><td>", "<blockquote>", "<!--", "-->", "&#x",
        "&eacute;", "+0100", "24 Nov 2026", "09:12", " ", "\t", "\u{0}", "é", "charset=utf-16",
        "charset=utf-7", "format=flowed", "From ", "\u{FEFF}",
    ]

    @Test("random octets give a message", arguments: 0..<20)
    func random(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        for _ in 0..<40 {
            let octets = (0..<Int.random(in: 0...300, using: &generator)).flatMap { _ -> [UInt8] in
                if Int.random(in: 0..<10, using: &generator) == 0 {
                    return [UInt8.random(in: 0...255, using: &generator)]
                }
                return Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
            }
            let message = Message(parsing: octets)
            #expect(message.size == octets.count)
            #expect(message.sha256.count == 64)
        }
    }

    @Test(
        "large multiparts are nested less deep than small ones",
        arguments: [(1, true), (3, false)]
    )
    func largeMultiparts(factor: Int, isCut: Bool) {
        var text = "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
        for level in 0..<15 {
            text += "--b\(level)\r\nContent-Type: multipart/mixed; boundary=b\(level + 1)\r\n\r\n"
        }
        text += "--b15\r\n\r\n" + String(repeating: "a", count: 20_000)
        var limits = Message.Limits()
        limits.messageBytes = text.utf8.count * factor
        let message = Message(parsing: Array(text.utf8), limits: limits)
        let sentence = "Multiparts are nested too deep for their size; deeper ones were not read."
        #expect(message.defects.contains(sentence) == isCut)
        #expect(message.attachments.count == (isCut ? 1 : 0))
    }

    @Test("multiparts nested without end are read to the limit")
    func nestedMultiparts() {
        let levels = 300
        var text = "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
        for level in 0..<levels {
            text += "--b\(level)\r\nContent-Type: multipart/mixed; boundary=b\(level + 1)\r\n\r\n"
        }
        let message = Message(parsing: Array(text.utf8))
        #expect(
            message.defects.contains(
                "Body parts are nested over 40 levels; deeper ones were not read."
            )
        )
    }

    /// Half a mebibyte is what Foundation gives a thread; ours have more.
    @Test(
        "a nested message fits a small stack",
        arguments: [
            "multipart/mixed", "multipart/alternative", "multipart/related", "multipart/signed",
            "multipart/report", "multipart/encrypted", "multipart/digest",
        ]
    )
    func stack(mediaType: String) {
        let limits = Message.Limits()
        let levels = limits.depth + 1
        var text = ""
        for level in 0..<levels {
            text += "Content-Type: \(mediaType); boundary=b\(level)\n\n--b\(level)\n"
        }
        let octets = Array("\(text)\ntexte".utf8)
        let count = Mutex(0)
        let isRead = DispatchSemaphore(value: 0)
        let thread = Thread {
            let message = Message(parsing: octets)
            count.withLock { $0 = message.parts(ofType: "multipart/").count }
            isRead.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        isRead.wait()
        #expect(count.withLock { $0 } == levels)
    }

    @Test("forwards of forwards are read")
    func forwards() {
        var text = "Subject: premier\n\ntexte"
        for level in 0..<19 {
            text = """
                Content-Type: multipart/mixed; boundary=b\(level)

                --b\(level)
                Content-Type: message/rfc822

                \(text)
                --b\(level)--
                """
        }
        let message = Message(parsing: Array(text.utf8))
        #expect(message.parts(ofType: "message/rfc822").count == 19)
        #expect(message.defects == [])
    }

    @Test("messages in messages are read to the limit")
    func nestedMessages() {
        let unit = "Content-Type: message/rfc822\r\n\r\n"
        let message = Message(parsing: Array(String(repeating: unit, count: 5000).utf8))
        #expect(message.parts(ofType: "message/rfc822").count == 41)
        #expect(message.attachments.count == 1)
    }

    @Test(
        "a token repeated without end gives a message",
        arguments: [
            ("Subject: ", "=?utf-8?Q?"), ("Subject: ", "=?utf-8?Q?a?= "), ("To: ", "a,"),
            ("To: ", "("), ("To: ", "<"), ("To: ", "\""), ("To: ", "a@b.example,"),
            ("To: ", "g:"), ("To: x@", ":"), ("To: ", "\"a\" "), ("References: ", "<a@b> "),
            ("To: a" + String(repeating: " ", count: 125_000) + "<a@b>", "["),
            ("References: ", "<"),
            ("Content-Type: ", "a;"), ("Content-Type: a/b", "; x*0*=a"), ("Content-Type: ", "("),
            ("Content-Type: text/plain", "; a=b"), ("Date: ", "("), ("Date: ", "1 "), ("", "a"),
            ("", "a: b\r\n"), ("", " \r\n"), ("A: b\r\n", " c\r\n"), ("", "\r\n"), ("", "\u{0}"),
            ("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n"),
            ("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--c\r\n"),
            ("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--"),
            ("Content-Type: message/delivery-status\r\n\r\n", "a\r\n"),
            ("Content-Type: message/delivery-status\r\n\r\n", "Final-Recipient: x;y\r\n\r\n"),
            ("Content-Type: text/plain; format=flowed\r\n\r\n", "> \r\n"),
            ("Content-Transfer-Encoding: base64\r\n\r\n", "===="),
            ("Content-Transfer-Encoding: quoted-printable\r\n\r\n", "= "),
        ]
    )
    func repetition(start: String, unit: String) {
        let octets = Array((start + String(repeating: unit, count: 150_000 / unit.utf8.count)).utf8)
        #expect(Message(parsing: octets).size == octets.count)
    }

    /// Small limits, so that a small message goes over each.
    private static let small: Message.Limits = {
        var limits = Message.Limits()
        limits.textLines = 3
        limits.reportedRecipients = 2
        limits.repeats = 2
        return limits
    }()

    @Test(
        "the limit that a message goes over is named",
        arguments: [
            ("Subject: s\r\n\r\na\r\nb\r\nc\r\nd", "The text is over 3 lines; it was cut off."),
            (
                "Content-Type: text/html\r\n\r\na<br>b<br>c<br>d",
                "The text is over 3 lines; it was cut off."
            ),
            (
                String(repeating: "To: a@b.example\r\n", count: 3),
                "The field to appears over 2 times; later ones were not read."
            ),
            (
                "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\n"
                    + String(repeating: "Final-Recipient: rfc822; a@b.example\r\n\r\n", count: 3),
                "A delivery report names over 2 recipients; later ones were not read."
            ),
            (
                "Content-Type: a/b" + (0...200).map { "; n\($0)=v" }.joined(),
                "A field has over 200 parameters; later ones were not read."
            ),
            (
                "A: b\r\n" + String(repeating: " c\r\n", count: 140_000),
                "A field of the header is over 262144 octets; it was cut off."
            ),
            (
                "Content-Type: a/b; name=" + String(repeating: "a", count: 4097),
                "A parameter is over 4096 octets; it was cut off."
            ),
        ]
    )
    func namedLimits(text: String, defect: String) {
        #expect(Message(parsing: Array(text.utf8), limits: Self.small).defects.contains(defect))
    }

    @Test(
        "a message at its limits is read whole",
        arguments: [
            "Subject: s\r\n\r\na\r\nb\r\nc\r\n",
            String(repeating: "To: a@b.example\r\n", count: 2) + "\r\n",
            "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\n"
                + String(repeating: "Final-Recipient: rfc822; a@b.example\r\n\r\n", count: 2),
            "Content-Type: a/b" + (0..<200).map { "; n\($0)=v" }.joined() + "\r\n\r\n",
            "Content-Type: a/b; name=" + String(repeating: "a", count: 4096) + "\r\n\r\n",
        ]
    )
    func withinLimits(text: String) {
        #expect(Message(parsing: Array(text.utf8), limits: Self.small).defects == [])
    }

    @Test("what is over a limit is left out, no character cut in two")
    func cuts() {
        let lines = Message(parsing: Array("A: b\n\na\nb\nc\nd\n".utf8), limits: Self.small)
        #expect(lines.text == "a\nb\nc")
        let name = String(repeating: "a", count: 4095)
        let named = Message(parsing: Array("Content-Type: a/b; name=\"\(name)é\"\n\n".utf8))
        #expect(named.attachments.map(\.filename) == [name])
    }

    @Test("a defect met again and again is put in words once")
    func wordsOnce() {
        var defects = DefectLog()
        var worded = 0
        var isNoted = false
        func sentence() -> String {
            worded += 1
            return "odd"
        }
        for _ in 0..<1000 { defects.note(sentence(), unless: &isNoted) }
        #expect(worded == 1)
        #expect(defects.sentences == ["odd"])
    }

    @Test("a defect is one line, whatever it quotes")
    func oneLine() {
        var defects = DefectLog()
        defects.note("The charset \"a\u{1B}(b\r\nc\u{0}é\u{7F}\" is unknown.")
        #expect(defects.sentences == ["The charset \"a (b  c é \" is unknown."])
    }

    @Test("defects stay few")
    func defects() {
        let parts = (0..<400).map { "--b\r\nContent-Type: bad\($0)\r\n\r\nx\r\n" }.joined()
        let text = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts
        #expect(Message(parsing: Array(text.utf8)).defects.count == 50)
    }
}
