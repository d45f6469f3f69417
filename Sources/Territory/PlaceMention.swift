/// A place named in a text, with where it stands and how it was introduced.
package struct PlaceMention: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        /// All of this name, the most populous first; more than one when nothing beside tells which.
        case communes([Commune])
        /// More than one when several share the name.
        case epcis([EPCI])
        case department(Department)
        case region(Region)
        /// The code, its département, and the communes of which it is the main one.
        case postalCode(String, department: String, communes: [Commune])

        /// Codes of the départements in which it may be; none for a region.
        package var departments: [String] {
            switch self {
            case .communes(let communes): communes.map(\.department)
            case .epcis(let epcis): epcis.map(\.department)
            case .department(let department): [department.code]
            case .region: []
            case .postalCode(_, let department, _): [department]
            }
        }
    }

    /// What in front of the name shows that it is a place; the strongest first.
    package enum Introduction: Int, Hashable, Sendable, Comparable {
        /// A SIREN, a SIRET or an INSEE code instead of a name.
        case code
        /// "mairie de", "commune de", "CC du", "département de la".
        case authority
        /// After a postal code, or before a département in brackets: "Darney (Vosges)".
        case qualified
        /// "à", "au", "aux".
        case location
        /// The name alone, which is no common word.
        case bare

        package static func < (left: Introduction, right: Introduction) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    package var place: Place
    package var introduction: Introduction
    /// UTF-8 offsets of the name in the text, without what introduces it.
    package var range: Range<Int>
    /// UTF-8 offsets with the words that introduce it: "mairie de Mézilles".
    package var wholeRange: Range<Int>
    /// Words in the text, for a caller that has folded the same text.
    package var words: Range<Int>
}

/// What else a mail says about where it comes from, to tell homonyms apart.
package struct PlaceHints: Hashable, Sendable {
    package var postalCodes: Set<String> = []
    /// Codes of départements.
    package var departments: Set<String> = []
    /// SIREN.
    package var epcis: Set<String> = []

    package init(
        postalCodes: Set<String> = [],
        departments: Set<String> = [],
        epcis: Set<String> = []
    ) {
        self.postalCodes = postalCodes
        self.departments = departments
        self.epcis = epcis
    }

    /// Those that the hints leave, by the most exact hint that leaves any; all of them when none does.
    package func narrow(_ communes: [Commune]) -> [Commune] {
        guard communes.count > 1 else { return communes }
        let tests: [(Commune) -> Bool] = [
            { $0.postalCode.map(postalCodes.contains) ?? false },
            { $0.epciSIREN.map(epcis.contains) ?? false },
            { departments.contains($0.department) },
        ]
        var left = communes
        for test in tests {
            let fitting = left.filter(test)
            if !fitting.isEmpty { left = fitting }
        }
        return left
    }

    package func narrow(_ found: [EPCI]) -> [EPCI] {
        guard found.count > 1 else { return found }
        let named = found.filter { epcis.contains($0.siren) }
        if !named.isEmpty { return named }
        let fitting = found.filter { departments.contains($0.department) }
        return fitting.isEmpty ? found : fitting
    }
}
