import Foundation
import Hashing
import Testing

@testable import Mail

@Suite("TNEF") struct TNEFTests {
    /// A message whose only part is the stream, in its own octets.
    private static func message(_ stream: [UInt8], type: String = "application/ms-tnef")
        -> [UInt8]
    {
        Array(
            "Content-Type: \(type); name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                .utf8
        ) + Array(Data(stream).base64EncodedString().utf8)
    }

    private func read(_ stream: [UInt8], limits: Message.Limits = Message.Limits()) -> Message {
        Message(parsing: Self.message(stream), limits: limits)
    }

    private func read(_ write: (inout TNEFWriter) -> Void) -> Message {
        var writer = TNEFWriter()
        write(&writer)
        return read(writer.octets)
    }

    /// The attachments after the stream itself, as `name type size`.
    private func files(_ message: Message) -> [String] {
        message.attachments.dropFirst().map {
            "\($0.filename ?? "-") \($0.mediaType) \($0.size)"
        }
    }

    private static let long: UInt16 = 0x3707
    private static let display: UInt16 = 0x3001
    private static let mimeTag: UInt16 = 0x370E
    private static let data: UInt16 = 0x3701

    @Test("the stream is listed first, then its files")
    func listing() {
        var writer = TNEFWriter()
        writer.file(title: Array("a.txt".utf8), data: Array("hello".utf8))
        writer.file(title: Array("b.pdf".utf8), data: [])
        let message = read(writer.octets)
        #expect(message.attachments.map(\.filename) == ["winmail.dat", "a.txt", "b.pdf"])
        #expect(message.attachments.map(\.size) == [writer.octets.count, 5, 0])
        let hashes = [writer.octets, Array("hello".utf8), []].map { hexadecimal(SHA256.hash($0)) }
        #expect(message.attachments.map(\.sha256) == hashes)
        #expect(message.text == "")
        #expect(message.defects == [])
    }

    @Test(
        "a file has the best of its names and types",
        arguments: [
            (
                "A~1.DOC", [.unicode(long, "Réunion du 5 €.doc")],
                "Réunion du 5 €.doc application/msword 1"
            ),
            (
                "A~1.DOC", [.string8(long, Array("R".utf8) + [0xE9, 0x80])],
                "Ré€ application/octet-stream 1"
            ),
            ("a.txt", [.unicode(mimeTag, "image/PNG")], "a.txt image/png 1"),
            ("a.txt", [.string8(mimeTag, Array("image png".utf8))], "a.txt text/plain 1"),
            (
                "a.txt", [.string8(mimeTag, Array("Text/HTML ; charset=utf-8".utf8))],
                "a.txt text/html 1"
            ),
            ("a.txt", [.unicode(long, "")], "a.txt text/plain 1"),
            (
                "a.b.XLSX", [],
                "a.b.XLSX application/vnd.openxmlformats-officedocument.spreadsheetml.sheet 1"
            ),
            ("sans", [], "sans application/octet-stream 1"),
            ("a.txt", [.binary(data, [1, 2, 3])], "a.txt text/plain 3"),
            (
                "Untitled Attachment",
                [.unicode(display, "Classeur"), .object(data, interface: 0x0B, [1, 2])],
                "Classeur application/x-ole-storage 2"
            ),
            (
                "a.txt",
                [
                    .number(0x8001, 5, name: .number(7)),
                    .unicode(0x8002, "v", name: .string("Nom")),
                    Property(
                        0x8003,
                        type: 0x101F,
                        name: .string("n"),
                        Property.counted([[65, 0], [66, 0, 67, 0, 0, 0]])
                    ),
                    Property(0x3705, type: 0x0002, [1, 0, 0, 0]),
                    Property(0x0E13, type: 0x000B, [1, 0, 0, 0]),
                    Property(0x3007, type: 0x0040, [UInt8](repeating: 1, count: 8)),
                    Property(0x3008, type: 0x0048, [UInt8](repeating: 1, count: 16)),
                    Property(0x6001, type: 0x1003, [2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]),
                    .unicode(long, "b.txt"),
                ], "b.txt text/plain 1"
            ),
        ] as [(String, [Property], String)]
    )
    func names(title: String, properties: [Property], expected: String) {
        let message = read {
            $0.file(title: Array(title.utf8), data: [0x41], properties: properties)
        }
        #expect(files(message) == [expected])
        #expect(message.defects == [])
    }

    @Test(
        "strings of eight bits are in the code page of the stream",
        arguments: [
            (1252, [0xE9], "é"), (1251, [0xCF], "П"), (932, [0x82, 0xA0], "あ"),
            (65001, [0xC3, 0xA9], "é"), (28592, [0xB1], "ą"), (437, [0x82], "é"),
        ] as [(UInt32, [UInt8], String)]
    )
    func codepages(codepage: UInt32, octets: [UInt8], text: String) {
        var writer = TNEFWriter(codepage: codepage)
        writer.body(octets)
        writer.file(title: octets, data: [])
        let message = read(writer.octets)
        #expect(message.attachments.last?.filename == text)
        #expect(message.text == text)
        #expect(message.defects == [])
    }

    @Test(
        "without a code page the octets tell",
        arguments: [([0xE9], "é", "windows-1252"), ([0xC3, 0xA9], "é", "UTF-8")]
            as [([UInt8], String, String)]
    )
    func noCodepage(octets: [UInt8], text: String, reading: String) {
        var writer = TNEFWriter(codepage: 0)
        writer.file(title: octets, data: [])
        let message = read(writer.octets)
        #expect(message.attachments.last?.filename == text)
        #expect(
            message.defects == [
                "Text with octets outside US-ASCII names no charset; it was read as \(reading)."
            ]
        )
    }

    private static let rtf = RTFCompressor.compressed(Array(#"{\rtf1\ansi Le RTF\par}"#.utf8))
    private static let htmlInRTF = RTFCompressor.compressed(
        Array(#"{\rtf1\ansi\fromhtml1 {\*\htmltag <p>}Le \'e9l\'e9ment{\*\htmltag </p>}}"#.utf8)
    )

    @Test(
        "the body is taken from the first rendering that says something",
        arguments: [
            ([.unicode(0x1000, "L’été\r\nindien"), .binary(0x1009, rtf)], "L’été\nindien", false),
            ([.string8(0x1000, [0xE9])], "é", false),
            ([.unicode(0x1000, " \r\n"), .binary(0x1009, rtf)], "Le RTF\n", false),
            ([.binary(0x1009, htmlInRTF)], "Le élément", true),
            ([.binary(0x1009, RTFCompressor.stored(Array(#"{\rtf1 brut}"#.utf8)))], "brut", false),
            (
                [
                    .number(0x3FDE, 28591),
                    .binary(0x1013, Array("<p>\u{E9}</p>".unicodeScalars.map { UInt8($0.value) })),
                ], "é", true
            ),
            ([.binary(0x1013, Array("<p>é</p>".utf8)), .number(0x3FDE, 65001)], "é", true),
            ([.binary(0x1013, Array("<meta charset=utf-8><p>é</p>".utf8))], "é", true),
            ([.unicode(0x1013, "<p>é €</p>"), .binary(0x1009, rtf)], "é €", true),
            ([.unicode(0x1000, "texte"), .unicode(0x1013, "<p>html</p>")], "texte", false),
            ([], "", false),
        ] as [([Property], String, Bool)]
    )
    func body(properties: [Property], text: String, isFromHTML: Bool) {
        let message = read { $0.properties(properties) }
        #expect(message.text == text)
        #expect(message.textIsFromHTML == isFromHTML)
        #expect(message.attachments.map(\.filename) == ["winmail.dat"])
        #expect(message.defects == [])
    }

    @Test("the body of the mail goes before the body in TNEF")
    func ownText() {
        var writer = TNEFWriter()
        writer.body(Array("caché".utf8))
        writer.file(title: Array("a.txt".utf8), data: [1])
        let parts = { (text: String) in
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n\(text)\r\n--b\r\n"
        }
        for (own, text) in [("visible", "visible"), (" ", "cachÃ©")] {
            let octets =
                Array(parts(own).utf8) + Self.message(writer.octets) + Array("\r\n--b--".utf8)
            let message = Message(parsing: octets)
            #expect(message.text.trimmingCharacters(in: .whitespaces) == text)
            #expect(message.attachments.map(\.filename) == ["winmail.dat", "a.txt"])
        }
    }

    @Test(
        "a stream is known by its type or its name, and its signature",
        arguments: [
            ("application/ms-tnef; name=x", true), ("application/vnd.ms-tnef", true),
            ("application/octet-stream; name=WINMAIL.DAT", true),
            ("application/octet-stream; name=a.bin", false), ("image/png; name=winmail.dat", false),
        ]
    )
    func recognition(type: String, isRead: Bool) {
        var writer = TNEFWriter()
        writer.file(title: Array("a.txt".utf8), data: [1])
        let message = Message(
            parsing: Array(
                "Content-Type: \(type)\r\nContent-Transfer-Encoding: base64\r\n\r\n".utf8
            )
                + Array(Data(writer.octets).base64EncodedString().utf8)
        )
        #expect(message.attachments.count == (isRead ? 2 : 1))
        #expect(message.defects == [])
    }

    @Test("what is declared as TNEF and is none stays one attachment")
    func noSignature() {
        let message = read(Array("no stream".utf8))
        #expect(message.attachments.map(\.size) == [9])
        #expect(
            message.defects == ["A part declared as TNEF is none; nothing was taken out of it."]
        )
        let other = Message(
            parsing: Array("Content-Type: application/octet-stream; name=a.dat\r\n\r\nx".utf8)
        )
        #expect(other.defects == [])
    }

    @Test("an embedded message is listed, and after it its files")
    func embedded() {
        var inner = TNEFWriter(codepage: 1251)
        inner.body(Array("inner".utf8))
        inner.file(title: [0xCF], data: [1])
        let message = read {
            $0.file(
                title: Array("Untitled Attachment".utf8),
                properties: [
                    .number(0x3705, 5), .unicode(Self.display, "Transféré"),
                    .object(Self.data, interface: 7, inner.octets),
                ]
            )
            $0.file(title: Array("suite.txt".utf8), data: [1])
        }
        #expect(
            files(message) == [
                "Transféré application/ms-tnef \(inner.octets.count)",
                "П application/octet-stream 1", "suite.txt text/plain 1",
            ]
        )
        #expect(message.text == "")
        #expect(message.defects == [])
    }

    @Test("streams nested without end are read to the limit")
    func nested() {
        var stream = TNEFWriter().octets
        for level in 0..<100 {
            var outer = TNEFWriter()
            outer.file(
                properties: [
                    .unicode(Self.display, "\(level)"), .object(Self.data, interface: 7, stream),
                ]
            )
            stream = outer.octets
        }
        let message = read(stream)
        #expect(
            message.attachments.map(\.filename) == ["winmail.dat", "99", "98", "97", "96", "95"]
        )
        #expect(
            message.defects
                == ["TNEF streams are nested over 5 levels; deeper ones were not read."]
        )
    }

    private static func stream(_ write: (inout TNEFWriter) -> Void) -> [UInt8] {
        var writer = TNEFWriter()
        write(&writer)
        return writer.octets
    }

    private static let whole = stream { $0.file(title: Array("a.txt".utf8), data: [1, 2, 3, 4]) }
    private static let breaksOff = "A TNEF stream breaks off; what is there was read."
    private static let listBreaksOff =
        "A list of MAPI properties breaks off; those before were read."

    @Test(
        "what is damaged is read as far as it goes",
        arguments: [
            (Array(whole.dropLast(1)), ["a.txt text/plain 4"], [breaksOff]),
            (Array(whole.dropLast(4)), ["a.txt text/plain 2"], [breaksOff]),
            (Array(whole.dropLast(9)), ["a.txt text/plain 0"], [breaksOff]),
            (Array(whole.prefix(5)), [], [breaksOff]), (Array(whole.prefix(6)), [], []),
            (
                whole + [0, 0, 0], ["a.txt text/plain 4"],
                ["A TNEF stream goes on with what is no attribute; it was left out."]
            ),
            (whole + [2], ["a.txt text/plain 4"], [breaksOff]),
            (
                whole + [2, 0x0F, 0x80, 6, 0, 255, 255, 255, 255, 9], ["a.txt text/plain 4"],
                [breaksOff]
            ),
            (
                stream { $0.attribute(0x0001_8010, level: 2, [0x61], checksum: 5) },
                ["a application/octet-stream 0"],
                ["A TNEF attribute has a wrong checksum; it was read all the same."]
            ),
            (
                stream {
                    $0.file(
                        title: [0x61],
                        data: [1],
                        properties: [.unicode(long, "b"), Property(0x3001, type: 0x0999, [1])]
                    )
                },
                ["b application/octet-stream 1"],
                ["A MAPI property is of unknown type; those after it were not read."]
            ),
            (
                stream {
                    $0.file(
                        title: [0x61],
                        data: [1],
                        properties: [.unicode(long, "b"), Property(0x3001, type: 0x001E, [1])]
                    )
                },
                ["b application/octet-stream 1"], [listBreaksOff]
            ),
            (
                stream {
                    $0.file(title: [0x61], data: [1])
                    $0.attribute(
                        0x0006_9005,
                        level: 2,
                        TNEFWriter.list([.unicode(long, "b")], count: .max)
                    )
                }, ["b application/octet-stream 1"], [listBreaksOff]
            ),
            (
                stream {
                    $0.file(title: [0x61], data: [1])
                    $0.attribute(0x0006_9005, level: 2, [1, 0, 0])
                }, ["a application/octet-stream 1"], [listBreaksOff]
            ),
            (
                stream {
                    $0.file(
                        title: [0x61],
                        data: [1],
                        properties: [Property(0x6001, type: 0x1003, [255, 255, 255, 255, 0])]
                    )
                }, ["a application/octet-stream 1"], [listBreaksOff]
            ),
            (
                stream {
                    $0.file(
                        title: [0x61],
                        data: [1],
                        properties: [
                            Property(0x3701, type: 0x0102, [255, 255, 255, 255, 0, 0, 0, 0])
                        ]
                    )
                }, ["a application/octet-stream 1"], [listBreaksOff]
            ),
        ] as [([UInt8], [String], [String])]
    )
    func damaged(stream: [UInt8], expected: [String], defects: [String]) {
        let message = read(stream)
        #expect(files(message) == expected)
        #expect(message.defects == defects)
    }

    @Test("the limit that a stream goes over is named")
    func limits() {
        var limits = Message.Limits()
        limits.parts = 2
        limits.decodedTextBytes = 10
        var writer = TNEFWriter()
        for _ in 0..<3 { writer.file(title: [0x61], data: [1]) }
        let filed = read(writer.octets, limits: limits)
        #expect(filed.attachments.count == 3)
        #expect(filed.defects == ["TNEF streams hold over 2 files; later ones were not read."])
        let long = [UInt8](repeating: 0x61, count: 5000)
        let named = read { $0.file(title: long, data: [1]) }
        #expect(named.attachments.last?.filename?.utf8.count == 4096)
        #expect(
            named.defects == ["The name of a file in TNEF is over 4096 octets; it was cut off."]
        )
        let bodies: [Property] = [
            .string8(0x1000, Array("12345678901".utf8)), .unicode(0x1000, "123456"),
            .binary(0x1013, Array("<p>12345678".utf8)), .binary(0x1009, Self.rtf),
        ]
        for body in bodies {
            var writer = TNEFWriter()
            writer.properties([body])
            let cut = read(writer.octets, limits: limits)
            #expect(cut.defects == ["The text is over 10 octets; it was cut off."])
        }
    }

    @Test("a damaged stream gives a message", arguments: 0..<20)
    func mutations(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        var writer = TNEFWriter()
        writer.body(Array("corps".utf8))
        writer.properties([
            .unicode(0x1000, "corps"), .number(0x8001, 5, name: .string("Nom")),
            .binary(0x1009, seed % 2 == 0 ? Self.rtf : Self.htmlInRTF),
        ])
        writer.file(
            title: Array("a.txt".utf8),
            data: Array("hello".utf8),
            properties: [
                .unicode(Self.long, "b.txt"), .object(Self.data, interface: 7, Self.whole),
            ]
        )
        for _ in 0..<20 {
            var octets = writer.octets
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 4..<octets.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: octets[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: octets[place] = [0, 1, 0x7F, 0x80, 0xFF][place % 5]
                case 2: octets.remove(at: place)
                default: octets.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                }
            }
            let message = read(octets)
            #expect(message.attachments.first?.size == octets.count)
        }
    }
}
