import Testing

@testable import Mail

@Suite("Mutations", .timeLimit(.minutes(20))) struct MutationTests {
    @Test("a damaged message is a message", arguments: try Fixture.all())
    func damage(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        var generator = SeededGenerator(state: UInt64(bytes.count))
        for _ in 0..<12 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                damaged = Self.mutated(damaged, &generator)
            }
            let message = Message(parsing: damaged)
            #expect(message.size == damaged.count)
            #expect(message.attachments.allSatisfy { $0.sha256.count == 64 })
            // A slice reads like the array of its own.
            let padded = [0x0A, 0x2D] + damaged + [0x2D]
            #expect(Message(parsing: padded[2..<(padded.count - 1)]) == message)
        }
    }

    /// One thing that goes wrong on the way: to a line, or to an octet.
    private static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var lines = bytes.split(separator: .lf, omittingEmptySubsequences: false).map(Array.init)
        let place = Int.random(in: lines.indices, using: &generator)
        let other = Int.random(in: lines.indices, using: &generator)
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: lines = Array(lines[..<place])
        case 1: lines.insert(lines[place], at: other)
        case 2: lines.swapAt(place, other)
        case 3: lines.remove(at: place)
        case 4: lines[place].insert(UInt8(ascii: "-"), at: 0)
        case 5: lines[place] = []
        case 6: lines[place] += lines[other]
        case 7: if !lines[place].isEmpty { lines[place].removeLast() }
        default:
            guard !lines[place].isEmpty else { break }
            let octet = Int.random(in: lines[place].indices, using: &generator)
            lines[place][octet] = UInt8.random(in: 0...255, using: &generator)
        }
        return Array(lines.joined(separator: [.lf]))
    }
}
