/// Takes little-endian numbers and runs of octets off the front; `nil` when too few are left.
struct LittleEndianReader {
    private(set) var rest: Octets

    init(_ octets: Octets) { rest = octets }

    mutating func octet() -> UInt8? { rest.popFirst() }

    mutating func uint16() -> UInt16? {
        take(2).map { $0.reversed().reduce(0) { $0 << 8 | UInt16($1) } }
    }

    mutating func uint32() -> UInt32? {
        take(4).map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    }

    /// A length or count, written in four octets.
    mutating func length() -> Int? { uint32().map { Int($0) } }

    mutating func take(_ count: Int) -> Octets? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
