import Territory

/// Names of persons: in a display name, on a line of a signature.
enum PersonName {
    private static let civilities: Set<String> = WordList.words(
        """
        m mr mme mlle madame monsieur mademoiselle dr docteur pr me maitre mrs vve
        """
    ).union(ranks)
    private static let ranks: Set<String> = WordList.words(
        "colonel commandant capitaine lieutenant lt col cne cdt adjudant brigadier brigadiere chef bcp sergent"
    )
    private static let particles: Set<String> = WordList.words(
        """
        de du des la le van von da dos el al ben d l di del den der ait abd
        """
    )
    /// Words that make a display name a mailbox of a service, or a line no name.
    private static let impersonal: Set<String> = WordList.words(
        """
        mairie ville commune communaute communes departement region conseil secretariat \
        secretaire direction directeur directrice service services accueil contact ccas cias \
        sivom sivu petr pnr cc cabinet presidence president presidente pole cellule \
        metropole agglo agglomeration bureau equipe mission numerique association syndicat \
        prefecture sous elus elu maire dgs dga dsi drh rh smictom sictom centre agence \
        office etat civil urbanisme population comptabilite communication informatique \
        support assistance courrier lettre reseau info administration collectivite \
        territoire territoires incubateur groupe cedex rue avenue place boulevard allee \
        chemin route impasse tel telephone mob mobile gsm mail site standard bp cs merci \
        bonjour cordialement objet madame copie pour par jeunesse mediatheque ecole parc \
        pays gestion developpement technique techniques finances lab labo laboratoire projet \
        affaires generales maison france responsable charge chargee chef cheffe adjoint \
        adjointe agent agente technicien technicienne coordinatrice coordinateur ingenieur \
        conseiller conseillere vice attache attachee assistante assistant redacteur \
        bibliotheque culture sport sports tourisme hotel antenne secteur unite delegation \
        amr amf sdis mdph caf ddt sp interco comcom cdg village canton eau energie habitat \
        logement petite enfance vie bien achats pm mds dpo rssi compta spanc sivos siaep sirp \
        police municipale circonscription mutualisee gestionnaire decheterie perisco periscolaire \
        formulaire juridique fourriere capitainerie numerote portable bourgmestre ddtm sgcd
        """
    )

    /// The person in a display name, given name first; `nil` for a mailbox that is nobody's.
    static func inDisplayName(_ display: String) -> String? {
        let line = Line(display)
        var segments = line.segments[...]
        if let title = segments.first, segments.count > 1, title.count == 1,
            civilities.contains(line.words[title.lowerBound])
        {
            segments.removeFirst()
        }
        guard let first = segments.first else { return nil }
        var words = first
        // "DUPONT, Jean": the comma parts surname and given name.
        if segments.count == 2, line.segments.count == 2, first.count <= 2,
            line.segments[1].count <= 2,
            line.text.contains(","), isPerson(line, 0..<line.words.count)
        {
            let surname = tidy(line, first)
            let given = tidy(line, line.segments[1])
            return isGiven(line.words[first.lowerBound]) && !isGiven(line.words[first.upperBound])
                ? "\(surname) \(given)" : "\(given) \(surname)"
        }
        while let word = words.first, civilities.contains(line.words[word]), words.count > 1 {
            words = word + 1..<words.upperBound
        }
        if words.count >= 2, isPerson(line, words) { return ordered(line, words) }
        // "DRH Albi - Séverine Trémolières".
        let other = segments.dropFirst().first { segment in
            segment.count >= 2 && segment.count <= 4 && isGiven(line.words[segment.lowerBound])
                && isPerson(line, segment)
        }
        return other.map { ordered(line, $0) }
    }

    /// The name at the start of a signature's line, which may go on with a function.
    static func start(of line: Line) -> (name: String, words: Range<Int>)? {
        var start = 0
        var hasCivility = false
        while start < line.words.count, civilities.contains(line.words[start]) {
            start += 1
            hasCivility = true
        }
        // "Lieutenant-colonel (H) Aymar de La Fressange".
        if hasCivility, start + 1 < line.words.count, line.words[start].count == 1,
            line.byte(before: start) == UInt8(ascii: "(")
        {
            start += 1
        }
        var end = start
        while end < line.words.count, end - start < 6, continues(line, end, from: start) {
            end += 1
        }
        while end > start + 1, particles.contains(line.words[end - 1]) { end -= 1 }
        let words = start..<end
        guard !words.isEmpty else { return nil }
        let isKnown = isGiven(line.words[start])
        let rest = end < line.words.count && line.folded.words[end].gap < .dash
        // Words that run on must be those of a function or an office: "Sylvie secrétaire de mairie".
        if rest, RoleWords.head(of: line, at: end) == nil,
            !(isKnown && goesOn(line, end))
        {
            return nil
        }
        let isInitialled = words.count == 2 && line.isBehindInitial(start + 1)
        if words.count == 1 {
            guard isKnown || hasCivility else { return nil }
        } else if !line.folded.words[start].isCapitalised && !(isKnown && words.count == 2)
            || words.count > 2 && !isKnown && !looksLikeName(line, words)
            || !isKnown && !isInitialled && line.words.contains(where: isPostalCode)
        {
            return nil
        }
        return (ordered(line, words), words)
    }

    private static func isPostalCode(_ word: String) -> Bool {
        word.count == 5 && word.allSatisfy(\.isNumber)
    }

    /// "Nadège accueil CCAS", "Maëva Sainte-Rose et Loïc Cadrot", "nadine 02 61 …".
    private static func goesOn(_ line: Line, _ index: Int) -> Bool {
        let next = line.words[index]
        if ["et", "accueil", "mairie", "ccas", "service", "compta"].contains(next) { return true }
        return line.folded.words[index].isNumber && next.count >= 2 || next == "comite"
    }

    private static func continues(_ line: Line, _ index: Int, from start: Int) -> Bool {
        let word = line.folded.words[index]
        if index > start, word.gap >= .dash, !line.isBehindInitial(index) { return false }
        guard line.words[index].allSatisfy({ !$0.isNumber }),
            !impersonal.contains(line.words[index])
        else {
            return false
        }
        if particles.contains(line.words[index]) { return index > start || word.isCapitalised }
        return word.isCapitalised || (index == start && isGiven(line.words[index]))
    }

    private static func looksLikeName(_ line: Line, _ words: Range<Int>) -> Bool {
        words.contains { isGiven(line.words[$0]) || particles.contains(line.words[$0]) }
            || words.count <= 3
    }

    private static func isPerson(_ line: Line, _ words: Range<Int>) -> Bool {
        words.count <= 6 && line.words[words.lowerBound] != "les"
            && words.allSatisfy { index in
                !impersonal.contains(line.words[index])
                    && line.words[index].allSatisfy { !$0.isNumber }
            }
    }

    static func isGiven(_ word: String) -> Bool { GivenNames.contains(word) }

    /// "Brigadier-chef Rosan Lubeth": a function that stands in front of the name.
    static func isRank(_ word: String) -> Bool { ranks.contains(word) }

    static func isImpersonal(_ word: String) -> Bool { impersonal.contains(word) }

    /// Given name first, capitals only where names have them.
    private static func ordered(_ line: Line, _ words: Range<Int>) -> String {
        let parts = groups(line, words)
        guard parts.count > 1, let first = parts.first, let last = parts.last else {
            return tidy(line, words)
        }
        let firstIsShouted = first.allSatisfy { isShouted(line, $0) }
        let lastIsShouted = last.allSatisfy { isShouted(line, $0) }
        if parts.count == 2, line.isBehindInitial(last.lowerBound) { return tidy(line, words) }
        let surnameFirst =
            firstIsShouted != lastIsShouted
            ? firstIsShouted
            : !isGiven(line.words[first.lowerBound]) && isGiven(line.words[last.lowerBound])
                && line.folded.words[first.lowerBound].folded.count > 1
        guard surnameFirst else { return tidy(line, words) }
        let boundary = parts.lastIndex { $0.allSatisfy { isShouted(line, $0) } } ?? parts.count - 2
        let cut = firstIsShouted && !lastIsShouted ? boundary : parts.count - 2
        let surname = words.lowerBound..<parts[min(cut, parts.count - 2)].upperBound
        return "\(tidy(line, surname.upperBound..<words.upperBound)) \(tidy(line, surname))"
    }

    private static func isShouted(_ line: Line, _ index: Int) -> Bool {
        line.folded.words[index].isUppercase || particles.contains(line.words[index])
    }

    /// Words joined by hyphens or apostrophes count as one.
    private static func groups(_ line: Line, _ words: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in words {
            let gap = line.folded.words[index].gap
            if let last = found.last, gap == .hyphen || gap == .apostrophe {
                found[found.count - 1] = last.lowerBound..<index + 1
            } else {
                found.append(index..<index + 1)
            }
        }
        return found
    }

    /// The words as written, those in capitals with one capital each: "DE VILLEPOIX" → "de Villepoix".
    static func tidy(_ line: Line, _ words: Range<Int>) -> String {
        var text = ""
        for index in words {
            let source = line.source(index..<index + 1)
            if index > words.lowerBound {
                let start = line.folded.words[index - 1].source.upperBound
                let gap = line.folded.source[start..<line.folded.words[index].source.lowerBound]
                text += String(decoding: gap.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
            }
            text += cased(line, index, source)
        }
        return text
    }

    private static func cased(_ line: Line, _ index: Int, _ source: String) -> String {
        let word = line.folded.words[index]
        let isBeforeShout =
            index + 1 < line.words.count && line.folded.words[index + 1].isUppercase
        if ["de", "du", "des", "d"].contains(line.words[index]), isBeforeShout {
            return source.lowercased()
        }
        if word.isUppercase || !word.isCapitalised && !particles.contains(line.words[index]) {
            return source.prefix(1).uppercased() + source.dropFirst().lowercased()
        }
        return source
    }

    /// "Paul Durand" and "Françoise Durand": one surname, two given names of which neither begins the other.
    static func areRelatives(_ left: String, _ right: String) -> Bool {
        let left = Line(left).words.filter(isGiven)
        let right = Line(right).words.filter(isGiven)
        guard !left.isEmpty, !right.isEmpty else { return false }
        return !left.contains { one in
            right.contains { one.hasPrefix($0) || $0.hasPrefix(one) }
        }
    }

    /// Whether two names share a word of three letters or more.
    static func overlap(_ left: String, _ right: String) -> Bool {
        let words = Set(Line(left).words.filter { $0.count > 2 })
        return Line(right).words.contains { words.contains($0) }
    }
}
