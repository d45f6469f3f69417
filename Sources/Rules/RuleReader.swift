import French

/// A rule as read, before its words are given their forms.
struct RuleSource {
    var target: Target
    var name: String
    var weight: Double
    var isTrial: Bool
    var scope: Scope
    var pattern: Pattern
    var location: Location
}

/// An `oui`, `non` or `pas encore` line.
struct Example: Sendable {
    enum Kind: String, Sendable {
        case yes = "oui"
        case no = "non"
        case notYet = "pas encore"
    }

    var kind: Kind
    var target: Target
    var text: String
    var location: Location
}

/// Reads all rule files and collects everything that is wrong in them.
struct RuleReader {
    struct Section {
        var threshold: (value: Double, at: Location)?
        var margin: (value: Double, at: Location)?
    }

    struct WordSet {
        var members: [Pattern]
        var location: Location
        /// The name as its author wrote it.
        var name: String
    }

    private(set) var rules: [RuleSource] = []
    private(set) var examples: [Example] = []
    private(set) var sets: [String: WordSet] = [:]
    private(set) var sections: [Target: Section] = [:]
    /// For the sections that name no threshold or margin: what stands behind `[décision]`.
    private(set) var defaults = Section()
    private(set) var errors: [RuleError] = []
    /// Targets in the order of their first section.
    private(set) var targets: [Target] = []
    private(set) var abbreviations = Abbreviations()
    private(set) var decision = DecisionReader()
    /// Where the sentences of the decision begin, and where the last of them stands.
    private var decisionStart: Location?
    private var decisionEnd: Location?
    private var isInDecision = false
    private var isSecondDecision = false

    private let files: [RuleFile]
    private var current: Target?
    /// What an example that names no section belongs to: pistes, porteurs and actions are details
    /// of the offer above them in their file, so an example below them is one of the offer.
    private var exampleTarget: Target?
    private var names: [Target: [String: Location]] = [:]

    init(files: [RuleFile]) {
        self.files = files
        for index in files.indices { read(index) }
        checkReferences()
        checkDecision()
    }

    private mutating func read(_ file: Int) {
        current = nil
        exampleTarget = nil
        isInDecision = false
        let isAbbreviations = Abbreviations.isFile(files[file].name)
        for line in SourceLine.lines(of: files[file].text, file: file) {
            if isAbbreviations { abbreviation(line) } else { read(line) }
        }
    }

    private mutating func abbreviation(_ line: SourceLine) {
        do throws(PatternError) {
            try abbreviations.read(line, fileNames: files.map(\.name))
        } catch {
            report(error)
        }
    }

    private mutating func read(_ line: SourceLine) {
        switch line.characters.first {
        case "[": section(line)
        case "@": wordSet(line)
        case "+", "-", "−", "–": rule(line, isTrial: false)
        case _ where line.isExample: example(line)
        case _ where isInDecision: sentence(line)
        case _ where fold(line.text).hasPrefix("essai "):
            rule(line.trimmed(5..<line.characters.count), isTrial: true)
        default:
            let isAbbreviation = line.characters.contains("=")
            report(
                line.start,
                "cette ligne n'est ni une règle, ni une section, ni un exemple",
                isAbbreviation
                    ? "Une liste commence par @ ; une abréviation s'écrit dans abreviations.txt."
                    : "Une règle commence par ses points : +2 nom : mots."
                        + " Un commentaire commence par #."
            )
        }
    }

    private mutating func report(
        _ location: Location,
        _ problem: String,
        _ suggestion: String? = nil
    ) {
        errors.append(
            RuleError(
                file: files[location.file].name,
                line: location.line,
                column: location.column,
                problem: problem,
                suggestion: suggestion
            )
        )
    }

    private mutating func report(_ error: PatternError) {
        report(error.location, error.problem, error.suggestion)
    }

    // MARK: - Sections

    private mutating func section(_ line: SourceLine) {
        current = nil
        guard let close = line.characters.firstIndex(of: "]") else {
            return report(line.start, "« [ » n'est pas refermé", "Ajoutez « ] ».")
        }
        let name = line.trimmed(1..<close)
        let rest = line.trimmed(close + 1..<line.characters.count)
        isInDecision = fold(name.text) == "decision"
        if isInDecision { return startDecision(line, settings: rest) }
        guard let target = Target(named: name.text) else {
            let known = Target.all.map(\.description) + ["décision"]
            let nearest = EditDistance.nearest(to: name.text, among: known)
            return report(
                line.start,
                "la section [\(name.text)] n'existe pas",
                nearest.map { "Vouliez-vous [\($0)] ?" }
                    ?? "Sections possibles : \(known.map { "[\($0)]" }.joined(separator: ", "))."
            )
        }
        current = target
        let isDetail = [.track, .carrier, .action, .sign].contains(target.category)
        if !isDetail || exampleTarget?.category != .offer { exampleTarget = target }
        if sections[target] == nil {
            targets.append(target)
            sections[target] = Section()
        }
        settings(rest, of: target)
    }

    /// - Parameter target: `nil` for all sections that say nothing themselves.
    private mutating func settings(_ line: SourceLine, of target: Target?) {
        let words = line.words()
        var index = 0
        while index < words.count {
            let word = words[index]
            let key = fold(word.text)
            guard key == "seuil" || key == "marge" else {
                report(
                    word.start,
                    "« \(word.text) » n'est pas connu après une section",
                    "On peut écrire : seuil 4   marge 2."
                )
                return
            }
            if target?.category == .sign {
                let points = Int(Target.signThreshold)
                return report(
                    word.start,
                    "un signe n'a ni seuil ni marge",
                    "Il vaut dès \(points) points : enlevez « \(word.text) »."
                )
            }
            guard index + 1 < words.count, let value = RuleReader.number(words[index + 1].text),
                value >= 0
            else {
                return report(
                    word.start,
                    "« \(word.text) » demande un nombre",
                    "Par exemple : \(key) 3."
                )
            }
            set(key, value, of: target, at: word.start)
            index += 2
        }
    }

    private mutating func set(_ key: String, _ value: Double, of target: Target?, at: Location) {
        var section = target.map { sections[$0] ?? Section() } ?? defaults
        let known = key == "seuil" ? section.threshold : section.margin
        if let known, known.value != value {
            let place = "\(files[known.at.file].name), ligne \(known.at.line)"
            return report(
                at,
                "[\(target?.description ?? "décision")] a déjà "
                    + (key == "seuil" ? "un autre seuil" : "une autre marge") + " (\(place))",
                "Écrivez le même nombre, ou une seule fois."
            )
        }
        if key == "seuil" { section.threshold = (value, at) } else { section.margin = (value, at) }
        if let target { sections[target] = section } else { defaults = section }
    }

    /// Reads `3`, `+3`, `2,5`, `-1.5`.
    static func number(_ text: String) -> Double? {
        var plain = ""
        for character in text {
            switch character {
            case ",": plain.append(".")
            case "−", "–": plain.append("-")
            case "0"..."9", ".", "-", "+": plain.append(character)
            default: return nil
            }
        }
        guard let value = Double(plain), value.magnitude <= 1000 else { return nil }
        return value
    }

    // MARK: - The decision

    private mutating func startDecision(_ line: SourceLine, settings rest: SourceLine) {
        if let known = decisionStart {
            isSecondDecision = true
            return report(
                line.start,
                "[décision] existe déjà (\(files[known.file].name), ligne \(known.line))",
                "Gardez une seule section [décision]."
            )
        }
        decisionStart = line.start
        settings(rest, of: nil)
    }

    private mutating func sentence(_ line: SourceLine) {
        if isSecondDecision { return }
        decisionEnd = line.start
        do throws(PatternError) {
            try decision.read(line, file: files[line.start.file].name)
        } catch {
            report(error)
        }
    }

    private mutating func checkDecision() {
        guard let decisionStart, errors.isEmpty else { return }
        if !decision.isComplete {
            report(
                decisionEnd ?? decisionStart,
                "la décision ne dit pas quoi faire quand aucune phrase n'est vraie",
                "Ajoutez une dernière ligne, par exemple : autre : sinon."
            )
        } else if !decision.sentences.contains(where: { $0.nature == .request }) {
            report(
                decisionStart,
                "aucune phrase ne dit quand un message est une demande : personne n'aurait de"
                    + " réponse",
                "Par exemple : demande : offre sans autre."
            )
        }
    }

    // MARK: - Word sets

    private mutating func wordSet(_ line: SourceLine) {
        guard let equals = line.characters.firstIndex(of: "=") else {
            return report(
                line.start,
                "il manque « = » après le nom de l'ensemble",
                "Par exemple : @outil = logiciel, application."
            )
        }
        let name = line.trimmed(1..<equals)
        guard !name.characters.isEmpty, !name.characters.contains(" ") else {
            return report(line.start, "le nom de l'ensemble tient en un mot", "Mettez un tiret.")
        }
        let key = fold(name.text)
        if let known = sets[key] {
            let place = "\(files[known.location.file].name), ligne \(known.location.line)"
            return report(
                line.start,
                "« @\(name.text) » existe déjà (\(place))",
                "Ajoutez les mots là-bas, ou donnez un autre nom."
            )
        }
        var members: [Pattern] = []
        for part in line.trimmed(equals + 1..<line.characters.count).commaParts() {
            do throws(PatternError) {
                var parser = try PatternParser(part)
                members.append(try parser.parse())
            } catch {
                report(error)
            }
        }
        sets[key] = WordSet(members: members, location: line.start, name: name.text)
    }

    // MARK: - Rules

    private mutating func rule(_ line: SourceLine, isTrial: Bool) {
        guard let target = current else {
            return report(
                line.start,
                "cette règle n'est sous aucune section",
                "Écrivez par exemple [offre investigation] au-dessus."
            )
        }
        let points = line.characters.firstIndex(of: " ") ?? line.characters.count
        guard let weight = RuleReader.number(line.text(0..<points)), weight != 0 else {
            return report(
                line.start,
                "« \(line.text(0..<points)) » n'est pas un nombre de points",
                "Par exemple : +2 ou -1,5."
            )
        }
        let rest = line.trimmed(points..<line.characters.count)
        guard let colon = rest.characters.firstIndex(of: ":") else {
            return report(
                rest.start,
                "il manque « : » après le nom de la règle",
                "Par exemple : +2 nom-de-la-règle : mots cherchés."
            )
        }
        let name = rest.trimmed(0..<colon)
        guard checkName(name, of: target, at: rest.start) else { return }
        let (scope, pattern) = PlaceWords.scope(
            of: rest.trimmed(colon + 1..<rest.characters.count)
        )
        do throws(PatternError) {
            if pattern.characters.isEmpty {
                throw PatternError(
                    location: rest.location(colon),
                    problem: "le motif est vide",
                    suggestion: "Écrivez les mots cherchés après les deux-points."
                )
            }
            var parser = try PatternParser(pattern)
            rules.append(
                RuleSource(
                    target: target,
                    name: name.text,
                    weight: weight,
                    isTrial: isTrial,
                    scope: scope,
                    pattern: try parser.parse(),
                    location: line.start
                )
            )
        } catch {
            report(error)
        }
    }

    private mutating func checkName(_ name: SourceLine, of target: Target, at: Location) -> Bool {
        guard !name.characters.isEmpty else {
            report(at, "la règle n'a pas de nom", "Par exemple : +2 nom-de-la-règle : mots.")
            return false
        }
        guard !name.characters.contains(" ") else {
            let joined = name.text.split(separator: " ").joined(separator: "-")
            report(at, "le nom d'une règle tient en un mot", "Écrivez « \(joined) ».")
            return false
        }
        let key = fold(name.text)
        if let known = names[target]?[key] {
            let place = "\(files[known.file].name), ligne \(known.line)"
            report(
                at,
                "[\(target)] a déjà une règle « \(name.text) » (\(place))",
                "Donnez-lui un autre nom."
            )
            return false
        }
        names[target, default: [:]][key] = at
        return true
    }

    // MARK: - Examples

    private mutating func example(_ line: SourceLine) {
        guard let colon = line.characters.firstIndex(of: ":") else { return }
        let head = line.trimmed(0..<colon)
        let kinds: [Example.Kind] = [.notYet, .yes, .no]
        let folded = fold(head.text)
        guard let kind = kinds.first(where: { folded.hasPrefix($0.rawValue) }) else { return }
        let name = head.trimmed(kind.rawValue.count..<head.characters.count)
        let text = line.trimmed(colon + 1..<line.characters.count).text
        if text.isEmpty { return report(line.start, "l'exemple est vide") }
        var target = exampleTarget
        if !name.characters.isEmpty {
            target = Target(named: name.text)
            guard target != nil else {
                let known = Target.all.map(\.description)
                let nearest = EditDistance.nearest(to: name.text, among: known)
                return report(
                    name.start,
                    "la section [\(name.text)] n'existe pas",
                    nearest.map { "Vouliez-vous « \(kind.rawValue) \($0) : » ?" }
                )
            }
        }
        guard let target else {
            return report(
                line.start,
                "cet exemple n'est sous aucune section",
                "Nommez-la : \(kind.rawValue) offre investigation : …"
            )
        }
        examples.append(Example(kind: kind, target: target, text: text, location: line.start))
    }

    // MARK: - References

    private mutating func checkReferences() {
        var checked: Set<String> = []
        for rule in rules { check(rule.pattern, path: [], &checked) }
        for key in sets.keys.sorted() where checked.insert(key).inserted {
            for member in sets[key]?.members ?? [] { check(member, path: [key], &checked) }
        }
    }

    private mutating func check(_ pattern: Pattern, path: [String], _ checked: inout Set<String>) {
        switch pattern {
        case .word, .phrase: return
        case .any(let parts), .together(let parts, _):
            for part in parts { check(part, path: path, &checked) }
        case .sequence(let elements):
            for element in elements { check(element.pattern, path: path, &checked) }
        case .set(let name, let location):
            let key = fold(name)
            guard let set = sets[key] else {
                let names = sets.values.map(\.name).sorted()
                let nearest = EditDistance.nearest(to: name, among: names)
                return report(
                    location,
                    "« @\(name) » n'existe pas",
                    nearest.map { "Vouliez-vous @\($0) ?" }
                        ?? "Écrivez une ligne : @\(name) = mot, mot."
                )
            }
            if path.contains(key) {
                return report(
                    location,
                    "« @\(name) » se contient lui-même",
                    "Enlevez-le de sa propre liste."
                )
            }
            guard checked.insert(key).inserted else { return }
            for member in set.members { check(member, path: path + [key], &checked) }
        }
    }
}
