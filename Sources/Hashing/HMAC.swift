/// Keyed hashing for message authentication (RFC 2104).
package enum HMAC {
    /// HMAC with SHA-256, 32 octets (RFC 4231).
    package static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8] {
        // A key longer than a block is replaced by its hash (RFC 2104 §2).
        var block = key.count > 64 ? SHA256.hash(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        var inner = SHA256Stream()
        inner.update(block.map { $0 ^ 0x36 })
        inner.update(message)
        var outer = SHA256Stream()
        outer.update(block.map { $0 ^ 0x5c })
        outer.update(inner.finish())
        return outer.finish()
    }

    /// Whether both are the same, in a time that depends on their lengths only.
    ///
    /// Lengths are no secret: two of different lengths are told apart at once.
    package static func isEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        var difference: UInt8 = 0
        for index in a.indices { difference |= a[index] ^ b[index] }
        return difference == 0
    }
}
