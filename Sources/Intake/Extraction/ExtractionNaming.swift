import Territory

/// An organisation named on one line.
struct NamedOrganisation {
    var words: Range<Int>
    var text: String
    var type: OrganisationType?
    var place: PlaceMention.Place?
    /// "La Région Normandie, …": the first words of a sentence are mostly about the writer.
    var startsSentence: Bool
}

/// Finds the organisations that a line names by what they are: "Ville de …", "CC …", "SIVOM …".
struct NamingReader {
    let line: Line
    let places: [PlaceMention]
    /// Signatures run to the end of a segment, whatever the case of their words; prose does not.
    let isSignature: Bool

    func all() -> [NamedOrganisation] {
        var found: [NamedOrganisation] = []
        var index = 0
        while index < line.words.count {
            if let organisation = organisation(at: index) {
                found.append(organisation)
                index = max(index + 1, organisation.words.upperBound)
            } else {
                index += 1
            }
        }
        return found
    }

    private func organisation(at index: Int) -> NamedOrganisation? {
        if let mention = places(near: index).first(where: { starts($0, at: index) }),
            let organisation = organisation(of: mention, at: index)
        {
            return organisation
        }
        guard let trigger = OrganisationWords.trigger(in: line, at: index), !isWithinRole(index),
            !isAnyOne(index, trigger)
        else {
            return nil
        }
        let after = index + trigger.words.count
        if trigger.isWhole {
            return make(
                index..<after,
                text: line.source(index..<after),
                type: trigger.type,
                place: places.first { $0.words.upperBound == after }?.place
            )
        }
        if let mention = places(near: after).first(where: { isLinked(after, $0) }),
            !mention.isPostalCode
        {
            // "une commune de l'Espace Sud", "une ville de l'Essonne".
            if trigger.type == .commune, mention.communes == nil { return nil }
            let words = index..<end(of: mention, after: after, trigger.type)
            let isTown = trigger.type == .commune || trigger.words == ["cias"]
            let text = line.source(words)
            return make(
                words,
                text: text,
                type: trigger.type,
                place: isTown || trigger.type != .commune ? mention.place : nil
            )
        }
        let end = nameEnd(from: after, trigger.type)
        guard end > after else { return nil }
        return make(index..<end, text: line.source(index..<end), type: trigger.type, place: nil)
    }

    /// Most words between the first one that announces a place and the place's name.
    private static let longestIntroduction = 12

    /// The places whose names begin at a word or a few behind it: they stand in order, so that a long
    /// line is not gone through at each of its words.
    private func places(near index: Int) -> ArraySlice<PlaceMention> {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].words.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return places[low...].prefix {
            $0.words.lowerBound - index <= Self.longestIntroduction
        }
    }

    /// The gazetteer's introductions and ours begin at the same word.
    private func starts(_ mention: PlaceMention, at index: Int) -> Bool {
        guard mention.introduction == .authority,
            line.folded.words[index].source.lowerBound == mention.wholeRange.lowerBound
        else { return false }
        switch mention.place {
        case .epcis: return true
        case .department:
            return line.words[index].hasPrefix("cd") || line.words[index].hasPrefix("cg")
        // "notre petite commune, Saint-André-des-Eaux".
        case .communes:
            return isBehindComma(mention)
                && ["commune", "ville", "village"].contains(line.words[index])
        default: return false
        }
    }

    private func isBehindComma(_ mention: PlaceMention) -> Bool {
        line.folded.words[mention.words.lowerBound].gap == .punctuation
    }

    private func organisation(of mention: PlaceMention, at index: Int) -> NamedOrganisation? {
        let words = index..<mention.words.upperBound
        // "CDG 70" is no "CD".
        if line.words[index].hasPrefix("cdg") { return nil }
        if let commune = mention.communes?.first {
            return make(
                words,
                text: FrenchName.of("Commune", commune.name),
                type: .commune,
                place: mention.place
            )
        }
        let isDepartment = if case .department = mention.place { true } else { false }
        return make(
            words,
            text: line.source(words),
            type: isDepartment ? .department : .epci,
            place: mention.place
        )
    }

    /// "Syndicat mixte Gironde Numérique": a name may go on behind the place in it.
    private func end(of mention: PlaceMention, after start: Int, _ type: OrganisationType?) -> Int {
        switch type {
        case .commune, .epci, .department, .region: mention.words.upperBound
        default: max(mention.words.upperBound, nameEnd(from: start, type))
        }
    }

    private func make(
        _ words: Range<Int>,
        text: String,
        type: OrganisationType?,
        place: PlaceMention.Place?
    ) -> NamedOrganisation {
        var start = words.lowerBound
        while start > 0, RoleWords.articles.contains(line.words[start - 1]),
            line.folded.words[start].gap < .punctuation
        {
            start -= 1
        }
        let gap = line.folded.words[start].gap
        let isFirst = start == 0 || gap == .line || isAfterFullStop(start)
        return NamedOrganisation(
            words: words,
            text: text,
            type: type,
            place: place,
            startsSentence: isFirst
        )
    }

    private func isAfterFullStop(_ index: Int) -> Bool {
        let between = line.folded.source[
            line.folded.words[index - 1].source
                .upperBound..<line.folded.words[index].source.lowerBound
        ]
        return between.contains { ".:!?".utf8.contains($0) }
    }

    /// "secrétaire de mairie", "adjoint au maire": part of a function.
    private func isWithinRole(_ index: Int) -> Bool {
        guard line.words[index] == "mairie", index >= 2 else { return false }
        return ["secretaire", "secretaires", "secretariat", "secretariats"].contains(
            line.words[index - 2]
        )
    }

    /// "une commune de l'Ain", "d'autres mairies": one among many, and not the writer's.
    private func isAnyOne(_ index: Int, _ trigger: OrganisationWords.Trigger) -> Bool {
        guard trigger.type == .commune || trigger.type == .epci, index > 0, !isSignature else {
            return false
        }
        let some: Set<String> = [
            "une", "un", "autre", "autres", "chaque", "plusieurs", "quelques", "petite", "grosse",
            "ptite", "grande",
        ]
        return some.contains(line.words[index - 1])
    }

    /// Only small words and qualities stand between the trigger and the place.
    private func isLinked(_ start: Int, _ mention: PlaceMention) -> Bool {
        let between = start..<mention.words.lowerBound
        guard between.count <= 5, mention.words.upperBound <= line.words.count else { return false }
        return (between.lowerBound...between.upperBound).allSatisfy {
            line.folded.words[$0].gap < (isSignature ? .dash : .punctuation)
        }
            && between.allSatisfy {
                OrganisationWords.links.contains(line.words[$0])
                    || OrganisationWords.adjectives.contains(line.words[$0])
                    || isArrondissement($0)
            }
    }

    /// "mairie du 18e arrondissement de Paris", "mairie annexe du 7e à Lyon".
    private func isArrondissement(_ index: Int) -> Bool {
        let word = line.words[index]
        return word == "arrondissement" || word == "annexe"
            || word.first?.isNumber == true && word.hasSuffix("e") && word.count <= 5
    }

    /// Where the name behind a trigger ends; `start` itself when there is none.
    private func nameEnd(from start: Int, _ type: OrganisationType?) -> Int {
        var end = start
        // "mairie 05 36 …", "commune de 15 000 habitants", "la commune et 3 autres".
        guard start < line.words.count, startsName(start, type) else { return start }
        while end < line.words.count, end - start < 12 {
            let word = line.folded.words[end]
            if word.gap >= .punctuation || word.gap == .dash { break }
            if word.isNumber, word.folded.count > 2 { break }
            let isCount = end + 1 < line.words.count && line.folded.words[end + 1].isNumber
            if line.words[end] == "et", isCount { break }
            if ["bp", "cs", "cedex", "tel", "tsa"].contains(line.words[end]) { break }
            guard isSignature || belongs(end, after: start) else { break }
            end += 1
        }
        while end > start, OrganisationWords.links.contains(line.words[end - 1]) { end -= 1 }
        // "la commune est", "la ville nous": nothing of a name.
        let isName = (start..<end).contains {
            line.folded.words[$0].isCapitalised || line.folded.words[$0].isNumber
        }
        return isName || isSignature && end > start && isNoun(end - 1) ? end : start
    }

    private func startsName(_ start: Int, _ type: OrganisationType?) -> Bool {
        if ["et", "ou", "est"].contains(line.words[start]) { return false }
        let first = OrganisationWords.links.contains(line.words[start]) ? start + 1 : start
        guard first < line.words.count, line.folded.words[first].isNumber else { return true }
        // "CDG 29", "SDIS 76", but no telephone number and no count.
        let isAlone =
            first + 1 >= line.words.count || !line.folded.words[first + 1].isNumber
            || line.folded.words[first + 1].gap >= .dash
        // "SIVOS des 4 Vents".
        if first > start {
            return line.words[first].count == 1 && first + 1 < line.words.count
                && line.folded.words[first + 1].isCapitalised
        }
        return type != .commune && type != .epci && line.words[first].count <= 3 && isAlone
            && line.byte(before: first) != UInt8(ascii: "/")
    }

    private func isNoun(_ index: Int) -> Bool {
        !["que", "qui", "votre", "notre", "nous", "est"].contains(line.words[index])
    }

    private func belongs(_ index: Int, after start: Int) -> Bool {
        let word = line.folded.words[index]
        if word.isCapitalised || word.isNumber { return true }
        let text = line.words[index]
        if OrganisationWords.links.contains(text) || OrganisationWords.adjectives.contains(text) {
            return true
        }
        let previous = index > 0 ? line.words[index - 1] : ""
        return ["de", "d", "du", "des", "pour", "l", "la", "les"].contains(previous)
    }
}

extension PlaceMention {
    var isPostalCode: Bool {
        if case .postalCode = place { true } else { false }
    }

    /// The communes of a commune's name, or of none.
    var communes: [Commune]? {
        if case .communes(let communes) = place { communes } else { nil }
    }
}

/// Names put together as French does.
enum FrenchName {
    private static let kinds = [
        "mairie": "Mairie", "ville": "Ville", "commune": "Commune", "ccas": "CCAS",
        "municipalite": "Mairie", "hotel de ville": "Mairie",
    ]

    /// A commune's name written all small or in capitals gets its own form: "Ville de REVIN", "mairie de
    /// mana"; anything else stays as written.
    static func tidy(_ text: String, commune: Commune?) -> String {
        guard let commune else { return text }
        let line = Line(text)
        let name = Line(commune.name).words
        guard line.words.count > name.count, line.words.suffix(name.count).elementsEqual(name)
        else {
            return text
        }
        var kind = line.words.dropLast(name.count)
        let isLinked = kind.count > 1 && ["de", "d", "du", "des"].contains(kind.last)
        if isLinked { kind.removeLast() }
        let written = line.source(line.words.count - name.count..<line.words.count)
        let isPlain = written == written.uppercased() || written == written.lowercased()
        guard let canonical = kinds[kind.joined(separator: " ")],
            isPlain || !isLinked || kind.first == "hotel"
        else { return text }
        return of(canonical, isPlain ? commune.name : written)
    }

    /// "Mairie d'Oullins", "Ville du Havre", "Commune des Herbiers", "Mairie de La Rochelle".
    static func of(_ kind: String, _ name: String) -> String {
        if name.hasPrefix("Le ") { return "\(kind) du \(name.dropFirst(3))" }
        if name.hasPrefix("Les ") { return "\(kind) des \(name.dropFirst(4))" }
        let first = Line(name).words.first?.first ?? "x"
        return "aeiouyh".contains(first) && !name.hasPrefix("Ha") && !name.hasPrefix("Y")
            ? "\(kind) d'\(name)" : "\(kind) de \(name)"
    }

    /// "Département de l'Ain", "Département des Vosges", "Département de la Creuse".
    static func of(_ department: Department) -> String { of("Département", department) }

    static func of(_ kind: String, _ department: Department) -> String {
        let name = department.name
        // "Département de Seine-et-Marne": two rivers take no article.
        if name.contains("-et-") { return of(kind, name) }
        let first = Line(name).words.first ?? ""
        if name.hasPrefix("La ") || bare.contains(first) { return "\(kind) de \(name)" }
        if plurals.contains(first) || name.hasPrefix("Côtes-d'") { return "\(kind) des \(name)" }
        if let letter = first.first, "aeiouyh".contains(letter), !first.hasPrefix("haut") {
            return "\(kind) de l'\(name)"
        }
        return masculines.contains(first) ? "\(kind) du \(name)" : "\(kind) de la \(name)"
    }

    private static let plurals: Set<String> = WordList.words(
        "alpes ardennes bouches deux hautes hauts landes pyrenees vosges yvelines"
    )
    private static let bare: Set<String> = WordList.words("paris mayotte saint vaucluse wallis")
    private static let masculines: Set<String> = WordList.words(
        """
        calvados cantal cher doubs finistere gard gers jura loir loiret lot maine morbihan nord pas puy rhone \
        bas haut tarn territoire var val
        """
    )
}
