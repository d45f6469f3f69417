/// Text that comes in pieces of several code pages.
struct CodedPage {
    private var text = ""
    /// Octets that are not decoded yet, from the first outside US-ASCII on.
    private var pending: [UInt8] = []
    private var codepage = Codepage.western

    mutating func put(_ octets: Octets, codepage: Int, _ defects: inout DefectLog) {
        if codepage != self.codepage {
            flush(&defects)
            self.codepage = codepage
        }
        if pending.isEmpty, octets.isASCII {
            text.append(contentsOf: String(decoding: octets, as: UTF8.self))
        } else {
            pending.append(contentsOf: octets)
        }
    }

    mutating func put(_ scalar: Unicode.Scalar, _ defects: inout DefectLog) {
        if scalar.isASCII, !pending.isEmpty {
            pending.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            flush(&defects)
            text.unicodeScalars.append(scalar)
        }
    }

    mutating func finish(_ defects: inout DefectLog) -> String {
        flush(&defects)
        return text
    }

    private mutating func flush(_ defects: inout DefectLog) {
        guard !pending.isEmpty else { return }
        text.append(contentsOf: Codepage.decode(pending[...], codepage, &defects))
        pending.removeAll(keepingCapacity: true)
    }
}
