import Casework
import French
import Territory

/// Finds the départements that a name in the configuration stands for.
struct TerritoryNames {
    /// What a name means.
    struct Territory: Hashable {
        var exactness: Team.Exactness
        /// The code of a département, the name of a region, or outre-mer.
        var label: String
        /// Codes of the départements in it.
        var departments: Set<String>
    }

    /// The départements and collectivités whose code has three characters.
    static let overseas = "outre-mer"

    private let gazetteer: Gazetteer
    private let departments: [Department]

    init(_ gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        // All codes there can be; the tables say which there are.
        let numbers = (1...999).map { $0 < 10 ? "0\($0)" : "\($0)" }
        departments = (numbers + ["2A", "2B"]).compactMap(gazetteer.department(code:))
    }

    /// A name that is both a département's and a region's, as "La Réunion", is the département's.
    func territory(named name: String) -> Territory? {
        if let department = department(named: name) {
            return Territory(
                exactness: .department,
                label: department.code,
                departments: [department.code]
            )
        }
        let wanted = Self.key(name)
        let regional = departments.filter { $0.region.map { Self.key($0.name) } == wanted }
        if let region = regional.first?.region {
            return Territory(
                exactness: .region,
                label: region.name,
                departments: Set(regional.map(\.code))
            )
        }
        guard wanted == Self.key(Self.overseas) else { return nil }
        let codes = departments.map(\.code).filter { $0.count == 3 }
        return Territory(exactness: .overseas, label: Self.overseas, departments: Set(codes))
    }

    /// INSEE codes of the regions that lie wholly in some départements.
    func regions(within codes: Set<String>) -> Set<String> {
        let inside = departments.filter { codes.contains($0.code) }.compactMap(\.region?.code)
        let outside = departments.filter { !codes.contains($0.code) }.compactMap(\.region?.code)
        return Set(inside).subtracting(outside)
    }

    private func department(named name: String) -> Department? {
        if let department = gazetteer.department(code: name) { return department }
        let wanted = Self.key(name)
        return departments.first { Self.key($0.name) == wanted }
    }

    /// The départements of the communes of that name.
    func departments(ofCommune name: String) -> Set<String> {
        Set(gazetteer.communes(named: name).map(\.department))
    }

    /// The code and the name of a département.
    func title(of code: String) -> String {
        gazetteer.department(code: code).map { "\($0.code) \($0.name)" } ?? code
    }

    /// What to write for a name that means nothing here; `nil` when nothing is near.
    func remedy(for name: String) -> String? {
        if name.allSatisfy({ $0.isASCII && $0.isNumber }) {
            if name == "20" { return "Corse has `2A` and `2B`" }
            return gazetteer.department(code: "0" + name).map { "did you mean `\($0.code)`?" }
        }
        let homes = departments(ofCommune: name).sorted()
        if homes.count == 1 { return "that is a commune; name its département, `\(homes[0])`" }
        // "PACA", "IDF"; of several words it would find any one.
        if !name.contains(" "), let region = gazetteer.region(named: name) {
            return "did you mean `\(region.name)`?"
        }
        let names = departments.flatMap { [$0.name] + [$0.region?.name].compactMap(\.self) }
        return EditDistance.nearest(to: name, among: names + [Self.overseas])
            .map { "did you mean `\($0)`?" }
    }

    /// However it is accented, hyphenated or capitalised, without its article.
    private static func key(_ name: String) -> String {
        let words = FoldedText.fold(name).split(separator: " ")
        let isArticle = words.count > 1 && ["le", "la", "les", "l"].contains(words[0])
        return words.dropFirst(isArticle ? 1 : 0).joined(separator: " ")
    }
}
