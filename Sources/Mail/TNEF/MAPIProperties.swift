/// One property of a message or attachment ([MS-OXPROPS]); of several values the first.
struct MAPIProperty {
    var id: UInt16
    var value: Value

    /// By property type ([MS-OXCDATA] §2.11.1), as far as mail is read from them.
    enum Value {
        case integer(Int)
        /// In the code page of the stream.
        case string8(Octets)
        /// In UTF-16LE.
        case unicode(Octets)
        case binary(Octets)
        /// An embedded object, after the identifier of its interface.
        case object(interface: Octets, data: Octets)
        case other
    }
}

extension MAPIProperty.Value {
    /// Up to its NUL; `nil` when the value is no text.
    func text(_ codepage: Int, _ defects: inout DefectLog) -> String? {
        switch self {
        case .string8(let octets):
            let end = octets.firstIndex(of: 0) ?? octets.endIndex
            return Codepage.decode(octets[..<end], codepage, &defects)
        case .unicode(let octets):
            let text = Codepage.utf16(octets)
            return String(text.unicodeScalars.prefix { $0.value != 0 })
        case .integer, .binary, .object, .other:
            return nil
        }
    }

    /// 0 for what is neither text nor binary.
    var octetCount: Int {
        switch self {
        case .string8(let octets), .unicode(let octets), .binary(let octets): octets.count
        case .integer, .object, .other: 0
        }
    }

    func prefix(_ count: Int) -> Self {
        switch self {
        case .string8(let octets): .string8(octets.prefix(count))
        case .unicode(let octets): .unicode(octets.prefix(count))
        case .binary(let octets): .binary(octets.prefix(count))
        case .integer, .object, .other: self
        }
    }
}

/// Takes the properties one by one off a MsgPropertyList ([MS-OXTNEF] §2.1.3.4).
struct MAPIPropertyReader {
    private var reader: LittleEndianReader
    private var left: Int

    init(_ octets: Octets, _ defects: inout DefectLog) {
        reader = LittleEndianReader(octets)
        left = reader.length() ?? 0
        if octets.count < 4 { defects.note(Self.breaksOff) }
    }

    private static let breaksOff =
        "A list of MAPI properties breaks off; those before were read."

    /// `nil` after the last, and where the list cannot be followed any more.
    mutating func next(_ defects: inout DefectLog) -> MAPIProperty? {
        guard left > 0 else { return nil }
        left -= 1
        guard let type = reader.uint16(), let id = reader.uint16(), skipName(of: id) else {
            return stop(Self.breaksOff, &defects)
        }
        guard let form = Form(type: type & ~Self.several) else {
            return stop(
                "A MAPI property is of unknown type; those after it were not read.",
                &defects
            )
        }
        let isSeveral = type & Self.several != 0
        guard let value = value(form, isSeveral: isSeveral, type & ~Self.several) else {
            return stop(Self.breaksOff, &defects)
        }
        return MAPIProperty(id: id, value: value)
    }

    private mutating func stop(_ defect: String, _ defects: inout DefectLog) -> MAPIProperty? {
        left = 0
        defects.note(defect)
        return nil
    }

    /// The flag of a type with several values.
    private static let several: UInt16 = 0x1000

    /// How the value of a type is laid out.
    private enum Form {
        case fixed(Int)
        case counted

        init?(type: UInt16) {
            switch type {
            // Shorter ones are padded to four octets.
            case 0x0001, 0x0002, 0x0003, 0x0004, 0x000A, 0x000B: self = .fixed(4)
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040: self = .fixed(8)
            case 0x0048: self = .fixed(16)
            case 0x000D, 0x001E, 0x001F, 0x0102: self = .counted
            default: return nil
            }
        }
    }

    /// Named properties, from 0x8000, have a namespace and a number or a string.
    private mutating func skipName(of id: UInt16) -> Bool {
        guard id >= 0x8000 else { return true }
        guard reader.take(16) != nil, let kind = reader.uint32(), let number = reader.length()
        else { return false }
        return kind == 0 || takePadded(number) != nil
    }

    private mutating func value(_ form: Form, isSeveral: Bool, _ type: UInt16)
        -> MAPIProperty.Value?
    {
        switch form {
        case .fixed(let size):
            var count = 1
            if isSeveral {
                guard let written = reader.length() else { return nil }
                count = written
            }
            guard let octets = reader.take(count * size) else { return nil }
            guard size == 4, type != 0x0004 else { return .other }
            var number = LittleEndianReader(octets)
            let value = type == 0x0002 ? number.uint16().map { Int($0) } : number.length()
            return value.map(MAPIProperty.Value.integer) ?? .other
        case .counted:
            guard let count = reader.length() else { return nil }
            var first: Octets?
            for _ in 0..<count {
                guard let size = reader.length(), let octets = takePadded(size) else { return nil }
                if first == nil { first = octets }
            }
            return first.map { Self.counted($0, type) } ?? .other
        }
    }

    private static func counted(_ octets: Octets, _ type: UInt16) -> MAPIProperty.Value {
        switch type {
        case 0x001E: .string8(octets)
        case 0x001F: .unicode(octets)
        case 0x0102: .binary(octets)
        default: .object(interface: octets.prefix(16), data: octets.dropFirst(16))
        }
    }

    /// Octets with what pads them to a multiple of four.
    private mutating func takePadded(_ count: Int) -> Octets? {
        guard let octets = reader.take(count) else { return nil }
        // Tolerated: no padding after the last value.
        _ = reader.take(min((4 - count % 4) % 4, reader.rest.count))
        return octets
    }
}
