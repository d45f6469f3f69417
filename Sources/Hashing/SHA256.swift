import CSHA256

/// The hash function SHA-256 (FIPS 180-4 §6.2).
package enum SHA256 {
    /// The 32 octets of the digest.
    package static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var stream = SHA256Stream()
        stream.update(bytes)
        return stream.finish()
    }
}

/// SHA-256 of a message that arrives in pieces.
package struct SHA256Stream: Sendable {
    private var state: SHA256State
    /// What does not fill a block yet: always fewer than 64 octets.
    private var pending: [UInt8] = []
    private var count: UInt64 = 0

    package init() { self.init(usesInstructions: hasInstructions) }

    /// Only a processor that has the instructions may be asked to use them.
    init(usesInstructions: Bool) {
        state = SHA256State(usesInstructions: usesInstructions && hasInstructions)
    }

    package mutating func update(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            absorb(UnsafeRawBufferPointer(buffer))
        }
        guard done == nil else { return }
        absorb(Array(bytes))
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        absorb(bytes)
    }

    /// The digest of all that was given; the stream then starts afresh.
    package mutating func finish() -> [UInt8] {
        let bitCount = count &* 8
        var padding: [UInt8] = [0x80]
        // The length takes the last eight octets of a block (§5.1.1).
        let filled = (pending.count + 1) % 64
        padding += [UInt8](repeating: 0, count: (filled <= 56 ? 56 : 120) - filled)
        for shift in stride(from: 56, through: 0, by: -8) {
            padding.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
        }
        absorb(padding)
        let digest = state.octets
        self = SHA256Stream(usesInstructions: state.usesInstructions)
        return digest
    }

    private mutating func absorb(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { absorb($0) }
    }

    private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        count &+= UInt64(bytes.count)
        var start = 0
        if !pending.isEmpty {
            start = min(64 - pending.count, bytes.count)
            pending.append(contentsOf: bytes[..<start])
            guard pending.count == 64 else { return }
            pending.withUnsafeBytes { state.compress($0) }
            pending.removeAll(keepingCapacity: true)
        }
        let whole = (bytes.count - start) / 64 * 64
        state.compress(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + whole)]))
        pending.append(contentsOf: bytes[(start + whole)...])
    }
}

/// The eight working words and the compression function (§6.2.2).
private struct SHA256State: Sendable {
    let usesInstructions: Bool
    private var words: SIMD8<UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    init(usesInstructions: Bool) { self.usesInstructions = usesInstructions }

    var octets: [UInt8] {
        words.indices.flatMap { index in
            (0..<4).map { UInt8(truncatingIfNeeded: words[index] >> UInt32(24 - 8 * $0)) }
        }
    }

    /// Takes whole blocks: the count must be a multiple of 64.
    mutating func compress(_ blocks: UnsafeRawBufferPointer) {
        if usesInstructions {
            compressByInstructions(blocks)
        } else {
            compressInWords(blocks)
        }
    }

    private mutating func compressByInstructions(_ blocks: UnsafeRawBufferPointer) {
        roundConstants.withUnsafeBufferPointer { constants in
            withUnsafeMutableBytes(of: &words) { words in
                let words = words.assumingMemoryBound(to: UInt32.self)
                sha256_compress(
                    words.baseAddress,
                    blocks.baseAddress,
                    blocks.count / 64,
                    constants.baseAddress
                )
            }
        }
    }

    /// For processors without instructions for SHA-256.
    private mutating func compressInWords(_ blocks: UnsafeRawBufferPointer) {
        roundConstants.withUnsafeBufferPointer { constants in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                for start in stride(from: 0, to: blocks.count, by: 64) {
                    prepare(schedule, from: blocks, at: start)
                    mix(schedule, constants)
                }
            }
        }
    }

    private func prepare(
        _ schedule: UnsafeMutableBufferPointer<UInt32>,
        from blocks: UnsafeRawBufferPointer,
        at start: Int
    ) {
        for index in 0..<16 {
            let word = blocks.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)
            schedule[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
            let (early, late) = (schedule[index &- 15], schedule[index &- 2])
            let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
            let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
            schedule[index] = schedule[index &- 16] &+ sigma0 &+ schedule[index &- 7] &+ sigma1
        }
    }

    private mutating func mix(
        _ schedule: UnsafeMutableBufferPointer<UInt32>,
        _ constants: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (words[0], words[1], words[2], words[3])
        var (e, f, g, h) = (words[4], words[5], words[6], words[7])
        var index = 0
        // Eight rounds a turn, so that the variables change places without being moved.
        while index < 64 {
            round(a, b, c, &d, e, f, g, &h, schedule[index] &+ constants[index])
            round(h, a, b, &c, d, e, f, &g, schedule[index &+ 1] &+ constants[index &+ 1])
            round(g, h, a, &b, c, d, e, &f, schedule[index &+ 2] &+ constants[index &+ 2])
            round(f, g, h, &a, b, c, d, &e, schedule[index &+ 3] &+ constants[index &+ 3])
            round(e, f, g, &h, a, b, c, &d, schedule[index &+ 4] &+ constants[index &+ 4])
            round(d, e, f, &g, h, a, b, &c, schedule[index &+ 5] &+ constants[index &+ 5])
            round(c, d, e, &f, g, h, a, &b, schedule[index &+ 6] &+ constants[index &+ 6])
            round(b, c, d, &e, f, g, h, &a, schedule[index &+ 7] &+ constants[index &+ 7])
            index &+= 8
        }
        words &+= SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private func round(
        _ a: UInt32,
        _ b: UInt32,
        _ c: UInt32,
        _ d: inout UInt32,
        _ e: UInt32,
        _ f: UInt32,
        _ g: UInt32,
        _ h: inout UInt32,
        _ input: UInt32
    ) {
        let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        let choice = g ^ (e & (f ^ g))
        let first = h &+ sum1 &+ choice &+ input
        let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        let majority = (a & b) | (c & (a | b))
        d = d &+ first
        h = first &+ sum0 &+ majority
    }
}

@inline(__always)
private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word &>> count) | (word &<< (32 &- count))
}

/// Whether the processor has instructions for SHA-256.
private let hasInstructions = sha256_has_instructions()

/// The constants K of §4.2.2.
private let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
]
