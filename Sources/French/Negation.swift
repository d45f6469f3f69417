/// Finds the words of a sentence that a negation reaches.
///
/// A negation reaches the verb between its two parts and what follows, up to the end of the
/// clause: a pause, a conjunction, a new subject, or ten words.
struct Negation {
    let text: TokenizedText
    let roles: [FunctionWord]
    let sentence: Sentence

    static let reach = 10

    /// Particles that belong to a `ne` already dealt with, and what a negation before has turned
    /// round: the `sans` of `pas sans votre aide`, the second `ne` of `ne pas ne pas`.
    private var isTaken: Set<Int> = []

    init(text: TokenizedText, roles: [FunctionWord], sentence: Sentence) {
        self.text = text
        self.roles = roles
        self.sentence = sentence
    }

    private var end: Int { sentence.tokens.upperBound }

    private func role(_ index: Int) -> FunctionWord {
        sentence.tokens.contains(index) ? roles[index] : .none
    }

    private func isPause(_ index: Int) -> Bool {
        text.tokens[index].flags.contains(.afterPause)
    }

    private func folded(_ index: Int) -> String {
        sentence.tokens.contains(index) ? text.folded(index) : ""
    }

    private func ends(_ index: Int, in endings: [StaticString]) -> Bool {
        guard sentence.tokens.contains(index) else { return false }
        let word = text.folded[text.tokens[index].folded]
        return endings.contains { ending in
            word.suffix(ending.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
            )
        }
    }

    private func isInfinitive(_ index: Int) -> Bool {
        [.none, .having, .savoir, .telling].contains(role(index))
            && ends(index, in: ["er", "ir", "ndre", "ttre", "ire", "oir"])
    }

    mutating func mark(_ negated: inout [Bool]) {
        for index in sentence.tokens where roles[index] != .none {
            switch roles[index] {
            case .ne: afterNe(index, &negated)
            case .pas where !isTaken.contains(index): afterBarePas(index, &negated)
            case .jamais where !isTaken.contains(index): afterBareJamais(index, &negated)
            case .rien where !isTaken.contains(index): afterBareRien(index, &negated)
            case .aucun where !isTaken.contains(index):
                reach(from: index + 1, words: 5, &negated)
            case .guere where !isTaken.contains(index):
                reach(from: index + 1, words: 6, &negated)
            case .ni: reach(from: index + 1, words: 5, &negated)
            case .sans where !isTaken.contains(index): afterSans(index, &negated)
            case .plutot, .lieu, .place, .hors, .lack, .contrary, .idiom:
                instead(index, &negated)
            case .non: afterNon(index, &negated)
            default: continue
            }
        }
    }

    // MARK: - ne

    private mutating func afterNe(_ index: Int, _ negated: inout [Bool]) {
        if role(index + 1) == .importe || isNumberSign(index) { return }
        guard let particle = particle(after: index) else {
            return beforeNe(index, &negated)
        }
        isTaken.insert(particle)
        if isTaken.contains(index) || isPolite(index, particle) { return }
        if role(particle + 1) == .only || restricts(index, particle) { return }
        if turnsIntoContrary(after: particle) { return }
        let between = index + 1..<particle
        if between.contains(where: { roles[$0] == .harmless }) { return }
        markContracted(index, &negated)
        for word in between { negated[word] = true }
        reach(
            from: particle + 1,
            words: Negation.reach,
            crossesQue: raises(index, particle),
            turnsRound: true,
            &negated
        )
    }

    /// `pas contre`, `pas du tout opposés`, `pas forcément inutile`.
    private func turnsIntoContrary(after particle: Int) -> Bool {
        if role(particle + 1) == .contrary { return true }
        if ends(particle + 1, in: ["ment"]) { return role(particle + 2) == .contrary }
        return folded(particle + 2) == "tout" && role(particle + 3) == .contrary
    }

    /// The `n` of `n° 4512`.
    private func isNumberSign(_ index: Int) -> Bool {
        guard index + 1 < end, text.tokens[index].folded.count == 1 else { return false }
        return text.tokens[index + 1].flags.contains(.number)
    }

    /// Tolerated: `on na pas`, `nest`, where the verb stands in the same word.
    private func markContracted(_ index: Int, _ negated: inout [Bool]) {
        if text.tokens[index].folded.count > 2 { negated[index] = true }
    }

    /// The `pas` of this `ne`; none if `que` comes first (ne … que is no negation).
    private func particle(after index: Int) -> Int? {
        for word in index + 1..<max(index + 1, min(index + 9, end)) {
            switch roles[word] {
            case .pas, .jamais, .aucun, .rien, .personne, .ni, .guere, .plus: return word
            case .point where isParticle(word): return word
            case .stop where isForNow(word): continue
            case .ne, .que, .mais, .stop: return nil
            default: continue
            }
        }
        return nil
    }

    /// Not the noun of `faire le point`.
    private func isParticle(_ index: Int) -> Bool {
        ![.article, .de, .pronoun].contains(role(index - 1))
    }

    private func raises(_ index: Int, _ particle: Int) -> Bool {
        (index + 1..<max(index + 1, particle)).contains { roles[$0] == .raising }
    }

    /// `nous n'avons plus qu'un agent`, `ce n'est pas qu'un outil`.
    private func restricts(_ index: Int, _ particle: Int) -> Bool {
        guard role(particle + 1) == .que else { return false }
        switch roles[particle] {
        case .pas: return !raises(index, particle)
        case .plus, .rien, .jamais, .guere:
            return !raises(index, particle) || role(particle + 2) != .pronoun
        default: return false
        }
    }

    /// `ne pourrions-nous pas …`, `vous n'auriez pas … ?`: a polite way to ask for it.
    private func isPolite(_ index: Int, _ particle: Int) -> Bool {
        for word in index + 1..<max(index + 1, particle + 1)
        where text.tokens[word].flags.contains(.afterHyphen) && roles[word] == .pronoun {
            return true
        }
        if folded(index - 1) == "pourquoi", particle == index + 1 { return true }
        guard sentence.endsInQuestion else { return false }
        let between = index + 1..<max(index + 1, particle)
        if between.contains(where: { ends($0, in: ["iez"]) }) { return true }
        if isSupposed(before: index) { return false }
        if folded(index - 1) == "vous" { return between.contains { ends($0, in: ["ez"]) } }
        return between.contains { ends($0, in: ["rait", "raient", "existe", "existent"]) }
            || (folded(index + 1) == "y" && folded(index + 2) == "a")
    }

    /// Whether `si`, `quand` or the like opens the clause.
    private func isSupposed(before index: Int) -> Bool {
        for word in max(sentence.tokens.lowerBound, index - 6)..<index
        where roles[word] == .si || roles[word] == .stop {
            return true
        }
        return false
    }

    /// `aucun agent n'est libre`, `personne n'a le temps`: what is denied stands before.
    private mutating func beforeNe(_ index: Int, _ negated: inout [Bool]) {
        // ne … que restricts; it denies nothing.
        if (index + 1..<max(index + 1, min(index + 9, end))).contains(where: {
            roles[$0] == .que
        }) {
            return
        }
        var start = index - 1
        while start >= sentence.tokens.lowerBound, index - start <= 7 {
            switch roles[start] {
            case .aucun, .rien, .personne, .ni, .jamais, .pas:
                if start + 1 < index {
                    for word in start + 1..<index { negated[word] = true }
                }
                markContracted(index, &negated)
                return reach(
                    from: index + 1,
                    words: Negation.reach,
                    turnsRound: true,
                    &negated
                )
            case .que, .mais, .stop: return
            default: start -= 1
            }
        }
    }

    // MARK: - Without ne

    private mutating func afterBarePas(_ index: Int, _ negated: inout [Bool]) {
        let before = role(index - 1)
        let after = role(index + 1)
        if before == .idiom || before == .article || after == .only { return }
        if after == .idiom || after == .contrary || folded(index - 1) == "pourquoi" { return }
        if after == .que, before != .raising || role(index + 2) != .pronoun { return }
        // pas à pas
        if role(index + 2) == .pas || role(index - 2) == .pas, !isPause(index) { return }
        if asksWithPas(index) { return }
        reach(
            from: index + 1,
            words: Negation.reach,
            crossesQue: after == .que,
            turnsRound: true,
            &negated
        )
        markVerb(before: index, &negated)
    }

    /// `vous avez pas un outil ?`, `y a pas un outil ?`
    private func asksWithPas(_ index: Int) -> Bool {
        guard sentence.endsInQuestion else { return false }
        if ends(index - 1, in: ["ez"]) { return true }
        let verb = folded(index - 1)
        guard verb == "ya" || (verb == "a" && folded(index - 2) == "y") else { return false }
        return !isSupposed(before: index)
    }

    /// The verb that a bare particle follows: `on veut pas`, `on utilise jamais`.
    private func markVerb(before index: Int, _ negated: inout [Bool]) {
        let joins: [FunctionWord] = [.et, .mais, .ou, .non, .stop, .si]
        guard index > sentence.tokens.lowerBound, !isPause(index) else { return }
        if !joins.contains(role(index - 1)) { negated[index - 1] = true }
    }

    private mutating func afterBareJamais(_ index: Int, _ negated: inout [Bool]) {
        let before = role(index - 1)
        if before == .si || before == .que || before == .plus { return }
        if before == .none, folded(index - 1) == "a" || folded(index - 1) == "comme" { return }
        reach(from: index + 1, words: 6, &negated)
        if before == .none, !beginsNe(after: index) { markVerb(before: index, &negated) }
    }

    /// `on a rien trouvé`, `on y comprend rien`; not `rien ne va`, `de rien`.
    private mutating func afterBareRien(_ index: Int, _ negated: inout [Bool]) {
        let before = role(index - 1)
        guard index > sentence.tokens.lowerBound, !isPause(index), !beginsNe(after: index),
            before == .none || before == .avoir, role(index + 1) != .que
        else { return }
        if folded(index - 1) == "a", before == .none { return }
        negated[index - 1] = true
        reach(from: index + 1, words: 4, turnsRound: true, &negated)
    }

    private func beginsNe(after index: Int) -> Bool {
        (index + 1...index + 3).contains { role($0) == .ne }
    }

    // MARK: - sans, non

    private mutating func afterSans(_ index: Int, _ negated: inout [Bool]) {
        let after = role(index + 1)
        if after == .idiom || after == .harmless || role(index - 1) == .non { return }
        if after == .aucun {
            // sans aucun doute
            isTaken.insert(index + 1)
            if role(index + 2) == .idiom || role(index + 2) == .harmless { return }
        }
        if ["parler", "compter"].contains(folded(index + 1)) { return }
        reach(from: index + 1, words: 6, crossesQue: after == .que, &negated)
    }

    private mutating func afterNon(_ index: Int, _ negated: inout [Bool]) {
        let before = role(index - 1)
        let after = role(index + 1)
        if after == .only || after == .plus { return }
        if after == .pas { return reach(from: index + 2, words: 8, &negated) }
        if after == .article || after == .de || before == .et {
            return reach(from: index + 1, words: 8, &negated)
        }
        // des démarches non dématérialisées
        guard index > sentence.tokens.lowerBound, index + 1 < end, before == .none,
            after == .none, !isPause(index), !isPause(index + 1)
        else { return }
        negated[index + 1] = true
    }

    // MARK: - Instead of

    private mutating func instead(_ index: Int, _ negated: inout [Bool]) {
        let isOf = role(index + 1) == .de
        switch roles[index] {
        case .plutot: afterPlutot(index, &negated)
        case .lieu where folded(index - 1) == "au" && isOf,
            .place where folded(index - 1) == "la" && isOf:
            reach(from: index + 2, words: 8, &negated)
        case .hors where folded(index + 1) == "de" && folded(index + 2) == "question":
            reach(
                from: role(index + 3) == .de ? index + 4 : index + 3,
                words: Negation.reach,
                crossesQue: true,
                &negated
            )
        case .lack where isLack(index): reach(from: index + 2, words: 6, &negated)
        case .contrary where folded(index) == "inutile" && isOf && !isDenied(index):
            reach(from: index + 2, words: Negation.reach, &negated)
        case .idiom where isOf && isInfinitive(index + 2) && folded(index) == "loin":
            if !isDenied(index) { reach(from: index + 2, words: 8, &negated) }
        default: return
        }
    }

    private mutating func afterPlutot(_ index: Int, _ negated: inout [Bool]) {
        if role(index + 1) == .que {
            // Not `je pensais plutôt qu'ils …`.
            if role(index + 2) != .pronoun { reach(from: index + 2, words: 8, &negated) }
            return
        }
        // plutôt une méthode qu'un logiciel
        for word in index + 2..<max(index + 2, min(index + 7, end)) {
            if isPause(word) { return }
            guard roles[word] == .que else { continue }
            let isContrast = role(word + 1) == .de || ["un", "une"].contains(folded(word + 1))
            if isContrast { reach(from: word + 1, words: 8, &negated) }
            return
        }
    }

    /// `faute de budget`, `à défaut d'agent`; not `la faute du logiciel`.
    private func isLack(_ index: Int) -> Bool {
        guard ["de", "d"].contains(folded(index + 1)) else { return false }
        return folded(index) == "faute"
            ? role(index - 1) != .article : folded(index - 1) == "a"
    }

    /// `pas inutile`, `pas loin`.
    private func isDenied(_ index: Int) -> Bool {
        role(index - 1) == .pas || role(index - 2) == .pas || role(index - 1) == .non
    }

    // MARK: - Reach

    /// - Parameter turnsRound: whether a `sans` or `ne` that comes next says yes again.
    private mutating func reach(
        from first: Int,
        words: Int,
        crossesQue: Bool = false,
        turnsRound: Bool = false,
        _ negated: inout [Bool]
    ) {
        var crossesQue = crossesQue
        let start = turnsRound ? afterAside(first) : first
        for index in start..<max(start, min(start + words, end)) {
            if isPause(index), index > start || start == first {
                if !goesOn(index, after: start) { return }
            }
            switch roles[index] {
            case .que:
                if !crossesQue { return }
                crossesQue = false
            case .stop where isForNow(index) || (index == start && isPurpose(index)): break
            case .sans:
                if turnsRound { isTaken.insert(index) }
                return
            case .ne:
                if turnsRound, index == start { isTaken.insert(index) }
                return
            case .mais, .stop, .si, .plutot, .interrogative: return
            case .ou where folded(index - 1) == "par": return
            case .contrary where folded(index) == "contre" && folded(index - 1) == "par": return
            case .et:
                let next = role(index + 1)
                if next != .de, next != .ni { return }
            case .pronoun where index > start + 1 && isSubject(index): return
            default: break
            }
            negated[index] = true
        }
    }

    /// Past what is put in between: `nous n'avons pas, à ce jour, d'outil`.
    private func afterAside(_ start: Int) -> Int {
        guard start < end, isPause(start) else { return start }
        for index in start + 1..<max(start + 1, min(start + 6, end)) where isPause(index) {
            return roles[index] == .de ? index : start
        }
        return start
    }

    private func isPurpose(_ index: Int) -> Bool { folded(index) == "pour" }

    /// `pour le moment`, `pour l'instant` end no clause.
    private func isForNow(_ index: Int) -> Bool {
        guard folded(index) == "pour" else { return false }
        let word = folded(index + 2)
        return word == "moment" || word == "instant"
    }

    /// Whether a pronoun begins a clause of its own, rather than being the object of its verb.
    private func isSubject(_ index: Int) -> Bool {
        if text.tokens[index].flags.contains(.afterHyphen) || role(index - 1) == .que {
            return false
        }
        if isAfterPreposition(index) { return false }
        if role(index - 1) == .pronoun, !isAfterPreposition(index - 1) { return false }
        switch folded(index) {
        case "ce": return Negation.copulas.contains(folded(index + 1))
        case "nous", "vous": return !isInfinitive(index + 1)
        default: return true
        }
    }

    private func isAfterPreposition(_ index: Int) -> Bool {
        let before = role(index - 1)
        guard before == .none || before == .de || before == .avoir else { return before == .sans }
        return Negation.prepositions.contains(folded(index - 1))
    }

    private static let copulas: Set<String> = [
        "est", "sont", "sera", "serait", "etait", "n", "ne", "qui", "que", "qu", "dont",
    ]

    private static let prepositions: Set<String> = [
        "chez", "avec", "a", "entre", "vers", "par", "sur", "contre", "selon", "de", "d",
    ]

    /// An enumeration goes on past its comma: `pas d'agent, de budget, ni de temps`.
    private func goesOn(_ index: Int, after start: Int) -> Bool {
        guard index > start else { return false }
        return roles[index] == .de || roles[index] == .ni
    }
}
