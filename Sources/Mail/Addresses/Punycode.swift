import Foundation

/// The A-label form of domain labels with letters outside US-ASCII (RFC 3492, 5890).
enum Punycode {
    /// The label itself when it is in US-ASCII; `nil` when it cannot be encoded.
    static func aLabel(_ label: String) -> String? {
        if label.utf8.allSatisfy({ $0 < 0x80 }) { return label }
        let scalars = label.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars
        guard scalars.count <= 63, scalars.allSatisfy({ isLabelScalar($0) }),
            let encoded = encode(scalars.map(\.value))
        else { return nil }
        return "xn--" + encoded
    }

    private static func isLabelScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic || scalar == "-" { return true }
        return switch scalar.properties.generalCategory {
        // A virama, for one, joins the letters of Indic scripts.
        case .nonspacingMark, .spacingMark, .decimalNumber: true
        default: false
        }
    }

    private static let base: UInt32 = 36
    private static let tMin: UInt32 = 1
    private static let tMax: UInt32 = 26

    /// RFC 3492 §6.3.
    private static func encode(_ scalars: [UInt32]) -> String? {
        var out: [UInt8] = scalars.filter { $0 < 0x80 }.map { UInt8(truncatingIfNeeded: $0) }
        let basicCount = UInt32(out.count)
        var handled = basicCount
        if basicCount > 0 { out.append(UInt8(ascii: "-")) }
        var next: UInt32 = 128
        var delta: UInt32 = 0
        var bias: UInt32 = 72
        while handled < UInt32(scalars.count) {
            guard let smallest = scalars.filter({ $0 >= next }).min() else { return nil }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                appendNumber(delta, bias: bias, to: &out)
                bias = adapt(delta, handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func appendNumber(_ number: UInt32, bias: UInt32, to out: inout [UInt8]) {
        var rest = number
        var place = base
        while true {
            let threshold = place <= bias ? tMin : min(place - bias, tMax)
            if rest < threshold { break }
            out.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            place += base
        }
        out.append(digit(rest))
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 97 : value - 26 + 48)
    }

    /// RFC 3492 §6.1.
    private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps: UInt32 = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            steps += base
        }
        return steps + (base - tMin + 1) * delta / (delta + 38)
    }
}
