import Foundation
import JSONLines
import Testing

@testable import Filing

@Suite("Line of the journal") struct RawLineTests {
    /// Their sums were computed by the recipe in the documentation of ``RawLine``, in Python.
    static let known: [(Line, String)] = [
        (
            Line(
                heading: Heading(
                    seq: 1_234,
                    at: Date(timeIntervalSince1970: 1_795_511_520.123),
                    type: "case.opened",
                    caseNumber: "2026-00042",
                    group: 1_230,
                    isEnd: true
                ),
                body: [
                    "topic": nil, "offers": ["startup"], "score": 7.5, "subject": "Été/\"x\"",
                ]
            ),
            #"{"v":1,"seq":1234,"at":"2026-11-24T09:12:00.123Z","type":"case.opened","#
                + #""case":"2026-00042","group":1230,"topic":null,"offers":["startup"],"#
                + #""score":7.5,"subject":"Été/\"x\"","end":true,"crc":"5177d29b"}"#
        ),
        (
            Line(
                heading: Heading(
                    seq: 7,
                    at: Date(timeIntervalSince1970: 1_795_511_520.123),
                    type: "note",
                    caseNumber: nil,
                    group: 7,
                    isEnd: false
                ),
                body: [:]
            ),
            #"{"v":1,"seq":7,"at":"2026-11-24T09:12:00.123Z","type":"note","group":7,"#
                + #""crc":"349f70a8"}"#
        ),
    ]

    @Test("is written as promised and reads back", arguments: known)
    func layout(line: Line, text: String) throws {
        var bytes: [UInt8] = []
        RawLine.write(line.heading, line.body, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text + "\n")
        try bytes.withUnsafeBytes { buffer in
            let raw = try RawLine(UnsafeRawBufferPointer(rebasing: buffer.dropLast()))
            #expect(try raw.line() == line)
        }
    }

    @Test("a member is found in the body only")
    func member() throws {
        let heading = Heading(
            seq: 1,
            at: .now,
            type: "t",
            caseNumber: nil,
            group: 1,
            isEnd: true
        )
        let body: JSONObject = ["a": ["type": 1], "mail": "x\ny"]
        var bytes: [UInt8] = []
        RawLine.write(heading, body, into: &bytes)
        try bytes.withUnsafeBytes { buffer in
            let raw = try RawLine(UnsafeRawBufferPointer(rebasing: buffer.dropLast()))
            #expect(try raw.value(of: "mail") == "x\ny")
            #expect(try raw.value(of: "a") == ["type": 1])
            for key in ["type", "end", "crc", "v", "none"] {
                #expect(try raw.value(of: key) == nil, "\(key)")
            }
        }
    }

    @Test(
        "whole but not ours",
        arguments: [
            "{", "[]", #"{"v":2,"seq":1,"at":"2026-11-24T09:12:00.123Z","type":"t","group":1"#,
            #"{"v":1,"seq":0,"at":"2026-11-24T09:12:00.123Z","type":"t","group":0"#,
            #"{"v":1,"seq":1,"at":"2026-11-24T09:12:00Z","type":"t","group":1"#,
            #"{"v":1,"seq":1,"at":"2026-11-24T09:12:00.123Z","type":"t","group":2"#,
            #"{"v":1,"seq":1,"at":"2026-11-24T09:12:00.123Z","group":1,"type":"t""#,
            #"{"v":1,"seq":1,"at":"2026-11-24T09:12:00.123Z","type":null,"group":1"#,
            #"{"v":1,"seq":1,"at":"2026-11-24T09:12:00.123Z","type":"t","case":null,"group":1"#,
            #"{"v":1,"seq":99999999999999999999,"at":"2026-11-24T09:12:00.123Z","type":"t","group":1"#,
        ]
    )
    func form(text: String) {
        var bytes = Array(text.utf8)
        Array(text.utf8).withUnsafeBytes { RawLine.writeClosing(for: $0, into: &bytes) }
        _ = bytes.withUnsafeBytes { buffer in
            #expect(
                throws: RawLine.Defect.form("the line does not begin as a line of the journal does")
            ) {
                try RawLine(buffer).heading
            }
        }
    }

    @Test("names that need escapes read back too")
    func escapes() throws {
        let heading = Heading(
            seq: 1,
            at: Date(timeIntervalSince1970: 0),
            type: "a\"b",
            caseNumber: "c\\d",
            group: 1,
            isEnd: true
        )
        var bytes: [UInt8] = []
        RawLine.write(heading, [:], into: &bytes)
        try bytes.withUnsafeBytes { buffer in
            let raw = try RawLine(UnsafeRawBufferPointer(rebasing: buffer.dropLast()))
            #expect(raw.heading == heading)
            #expect(try raw.body() == [:])
        }
    }
}

@Suite("Line scanner") struct LineScannerTests {
    @Test("lines of any length, whatever a read gives", arguments: [1, 2, 7, 64, 1_000])
    func lines(chunk: Int) throws {
        let lengths = [0, 1, 5, 63, 64, 65, 300, 0, 0, 1_000, 3]
        let lines = lengths.map { String(repeating: "x", count: $0) }
        let bytes = Array((lines.joined(separator: "\n") + "\ntail").utf8)
        for limit in [1, 3, 50, Int.max] {
            let file = MemoryFile(bytes: bytes, readLimit: limit)
            let scanner = LineScanner(file, end: bytes.count, chunk: chunk)
            var found: [String] = []
            while let line = try scanner.next() {
                found.append(String(decoding: line, as: UTF8.self))
            }
            #expect(found == lines)
            #expect(scanner.lineNumber == lines.count)
            #expect(scanner.offset == bytes.count - 4)
        }
    }
}
