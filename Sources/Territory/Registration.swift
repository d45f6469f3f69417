extension Gazetteer {
    /// The authority of a SIREN: an EPCI of the table, or the commune, département or region that the
    /// number tells; `nil` for any other.
    ///
    /// INSEE gave local authorities numbers made of their kind (21 commune, 22 département, 23 region),
    /// their code and a check digit (ISO/IEC 7812-1, Luhn). A region's holds no region's code but that of
    /// the département of its seat: 234 400 034 is Pays de la Loire, at Nantes.
    package func place(siren: String) -> PlaceMention.Place? {
        if let epci = epci(siren: siren) { return .epcis([epci]) }
        let digits = siren.utf8.compactMap { (0x30...0x39).contains($0) ? Int($0 - 0x30) : nil }
        guard digits.count == 9, siren.utf8.count == 9, Self.isChecked(digits) else { return nil }
        let code = String(siren.dropFirst(2).prefix(6))
        switch siren.prefix(2) {
        case "21": return commune(registered: code).map { .communes([$0]) }
        case "22": return department(registered: code).map { .department($0) }
        case "23": return department(registered: code)?.region.map { .region($0) }
        default: return nil
        }
    }

    private func department(registered code: String) -> Department? {
        department(code: String(code.prefix(code.hasPrefix("97") ? 3 : 2)))
    }

    /// "220113": two or three digits of département, then the commune's own; Corsica counts as 20.
    private func commune(registered code: String) -> Commune? {
        let insee =
            code.hasPrefix("97") || code.hasPrefix("98")
            ? code.prefix(3) + code.suffix(2) : code.prefix(2) + code.suffix(3)
        if let commune = commune(insee: String(insee)) { return commune }
        guard code.hasPrefix("20") else { return nil }
        return ["2A", "2B"].lazy.compactMap { [self] in commune(insee: $0 + code.suffix(3)) }.first
    }

    private static func isChecked(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }
}
