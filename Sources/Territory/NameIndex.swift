/// Finds rows by the hash of a sequence of words; several rows may share a name.
///
/// Open addressing over 64-bit hashes, and a filter of the hashes of all beginnings, so that a scan
/// stops as soon as no name can go on. Two different names of one hash are not told apart: with 64
/// bits that does not happen by chance.
struct NameIndex: Sendable {
    private var keys: [UInt64]
    private var rows: [Int32]
    private var filter: [UInt64]
    private let mask: Int

    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        rows = Array(repeating: 0, count: size)
        filter = Array(repeating: 0, count: max(64, size / 4))
        mask = size - 1
    }

    mutating func insert(_ words: some Sequence<UInt64>, row: Int) {
        var hash = WordHash.seed
        var isEmpty = true
        for word in words {
            hash = WordHash.extend(hash, by: word)
            let bit = Int(truncatingIfNeeded: hash) & (filter.count * 64 - 1)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
            isEmpty = false
        }
        if !isEmpty { insert(hash: hash, row: row) }
    }

    mutating func insert(hash: UInt64, row: Int) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash, rows[slot] == Int32(row) { return }
            slot = (slot + 1) & mask
        }
        keys[slot] = hash == 0 ? 1 : hash
        rows[slot] = Int32(truncatingIfNeeded: row)
    }

    /// Whether a name may begin with, or be, the words of this hash.
    func mayContinue(_ hash: UInt64) -> Bool {
        let bit = Int(truncatingIfNeeded: hash) & (filter.count * 64 - 1)
        return filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    func rows(_ hash: UInt64) -> [Int] {
        var found: [Int] = []
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash { found.append(Int(rows[slot])) }
            slot = (slot + 1) & mask
        }
        return found
    }

    func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }
}
