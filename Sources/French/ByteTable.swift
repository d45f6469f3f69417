/// A hash table from words, as UTF-8 bytes, to small numbers.
///
/// Looking a word up takes its bytes where they lie, so nothing is allocated for each word of a text.
package struct ByteTable: Sendable {
    private struct Entry: Sendable {
        var start: Int32
        var end: Int32
        var value: Int32
        var hash: UInt32
    }

    private var keys: [UInt8] = []
    private var entries: [Entry] = []
    /// Index into `entries` plus one; zero is free. Its length is a power of two.
    private var slots: [Int32]

    package init(minimumCapacity: Int = 16) {
        var size = 32
        while size < minimumCapacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// Numbers the words from zero in their order.
    package init(words: [String]) {
        self.init(minimumCapacity: words.count)
        for (index, word) in words.enumerated() {
            insert(Array(word.utf8), value: index)
        }
    }

    package var count: Int { entries.count }

    /// Enters a word unless it is there already, and returns the number it has in the table.
    @discardableResult
    package mutating func insert(_ key: [UInt8], value: Int) -> Int {
        if let known = self.value(in: key, 0..<key.count) { return known }
        if entries.count * 2 >= slots.count { grow() }
        let hash = ByteTable.hash(key, 0..<key.count)
        let start = keys.count
        keys.append(contentsOf: key)
        entries.append(
            Entry(start: Int32(start), end: Int32(keys.count), value: Int32(value), hash: hash)
        )
        place(entries.count - 1)
        return value
    }

    /// The number of the word that `range` of `buffer` spells, or `nil`.
    package func value(in buffer: [UInt8], _ range: Range<Int>) -> Int? {
        let hash = ByteTable.hash(buffer, range)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, spells(entry, buffer, range) { return Int(entry.value) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    package func value(of word: String) -> Int? {
        let bytes = Array(word.utf8)
        return value(in: bytes, 0..<bytes.count)
    }

    private func spells(_ entry: Entry, _ buffer: [UInt8], _ range: Range<Int>) -> Bool {
        guard Int(entry.end - entry.start) == range.count else { return false }
        var at = Int(entry.start)
        for index in range {
            if keys[at] != buffer[index] { return false }
            at += 1
        }
        return true
    }

    /// FNV-1a, 32 bits.
    private static func hash(_ buffer: [UInt8], _ range: Range<Int>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for index in range { hash = (hash ^ UInt32(buffer[index])) &* 16_777_619 }
        return hash ^ (hash >> 15)
    }

    private mutating func place(_ index: Int) {
        let mask = slots.count - 1
        var slot = Int(entries[index].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(index + 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for index in entries.indices { place(index) }
    }
}
