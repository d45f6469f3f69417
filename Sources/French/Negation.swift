/// Finds the words of a sentence that a negation reaches.
///
/// A negation reaches the verb between its two parts and what follows, up to the end of the
/// clause: a pause, a conjunction, a new subject, or ten words.
struct Negation {
    let text: TokenizedText
    let roles: [FunctionWord]
    let sentence: Sentence

    static let reach = 10

    /// Particles that belong to a `ne` already dealt with.
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

    mutating func mark(_ negated: inout [Bool]) {
        for index in sentence.tokens {
            switch roles[index] {
            case .ne: afterNe(index, &negated)
            case .pas where !isTaken.contains(index): afterBarePas(index, &negated)
            case .jamais where !isTaken.contains(index): afterBareJamais(index, &negated)
            case .aucun where !isTaken.contains(index):
                reach(from: index + 1, words: 5, &negated)
            case .ni: reach(from: index + 1, words: 5, &negated)
            case .sans: afterSans(index, &negated)
            // Not `je pensais plutôt qu'ils …`.
            case .plutot where role(index + 1) == .que && role(index + 2) != .pronoun:
                reach(from: index + 2, words: 8, &negated)
            case .lieu where folded(index - 1) == "au" && role(index + 1) == .de:
                reach(from: index + 2, words: 8, &negated)
            case .place where folded(index - 1) == "la" && role(index + 1) == .de:
                reach(from: index + 2, words: 8, &negated)
            case .non: afterNon(index, &negated)
            default: continue
            }
        }
    }

    private func folded(_ index: Int) -> String {
        sentence.tokens.contains(index) ? text.folded(index) : ""
    }

    // MARK: - ne

    private mutating func afterNe(_ index: Int, _ negated: inout [Bool]) {
        if role(index + 1) == .importe { return }
        guard let particle = particle(after: index) else {
            return beforeNe(index, &negated)
        }
        isTaken.insert(particle)
        if isPolite(index, particle) || role(particle + 1) == .only { return }
        if role(particle) == .pas, role(particle + 1) == .que, !raises(index, particle) { return }
        let between = index + 1..<particle
        if between.contains(where: { roles[$0] == .harmless }) { return }
        for word in between { negated[word] = true }
        reach(
            from: particle + 1,
            words: Negation.reach,
            crossesQue: raises(index, particle),
            &negated
        )
    }

    /// The `pas` of this `ne`; none if `que` comes first (ne … que is no negation).
    private func particle(after index: Int) -> Int? {
        for word in index + 1..<max(index + 1, min(index + 9, end)) {
            switch roles[word] {
            case .pas, .jamais, .aucun, .rien, .personne, .ni, .guere: return word
            case .plus: return word
            case .stop where isForNow(word): continue
            case .ne, .que, .mais, .stop: return nil
            default: continue
            }
        }
        return nil
    }

    private func raises(_ index: Int, _ particle: Int) -> Bool {
        (index + 1..<particle).contains { roles[$0] == .raising }
    }

    /// `ne pourrions-nous pas …`, `vous n'auriez pas … ?`: a polite way to ask for it.
    private func isPolite(_ index: Int, _ particle: Int) -> Bool {
        for word in index + 1...particle
        where text.tokens[word].flags.contains(.afterHyphen) && roles[word] == .pronoun {
            return true
        }
        guard sentence.endsInQuestion else { return false }
        return (index + 1..<particle).contains { folded($0).hasSuffix("iez") }
    }

    /// `aucun agent n'est libre`, `personne n'a le temps`: what is denied stands before.
    private mutating func beforeNe(_ index: Int, _ negated: inout [Bool]) {
        // ne … que restricts; it denies nothing.
        if (index + 1..<min(index + 9, end)).contains(where: { roles[$0] == .que }) { return }
        var start = index - 1
        while start >= sentence.tokens.lowerBound, index - start <= 7 {
            switch roles[start] {
            case .aucun, .rien, .personne, .ni, .jamais, .pas:
                for word in start + 1..<index { negated[word] = true }
                return reach(from: index + 1, words: Negation.reach, &negated)
            case .que, .mais, .stop: return
            default: start -= 1
            }
        }
    }

    // MARK: - Without ne

    private func afterBarePas(_ index: Int, _ negated: inout [Bool]) {
        let before = role(index - 1)
        let after = role(index + 1)
        if before == .idiom || before == .article || after == .only || after == .que { return }
        if after == .idiom || folded(index - 1) == "pourquoi" { return }
        // pas à pas
        if role(index + 2) == .pas || role(index - 2) == .pas, !isPause(index) { return }
        if sentence.endsInQuestion, folded(index - 1).hasSuffix("ez") { return }
        reach(from: index + 1, words: Negation.reach, &negated)
        let joins: [FunctionWord] = [.et, .mais, .ou, .non, .stop, .si]
        if index > sentence.tokens.lowerBound, !isPause(index), !joins.contains(before) {
            negated[index - 1] = true
        }
    }

    private func afterBareJamais(_ index: Int, _ negated: inout [Bool]) {
        let before = role(index - 1)
        if before == .si || before == .que || before == .plus { return }
        if folded(index - 1) == "a", before == .none { return }
        reach(from: index + 1, words: 6, &negated)
    }

    private func afterSans(_ index: Int, _ negated: inout [Bool]) {
        let after = role(index + 1)
        if after == .idiom || after == .harmless || role(index - 1) == .non { return }
        let crosses = role(index + 1) == .que
        reach(from: index + 1, words: 6, crossesQue: crosses, &negated)
    }

    private func afterNon(_ index: Int, _ negated: inout [Bool]) {
        let after = role(index + 1)
        if after == .only || after == .plus { return }
        if after == .pas { return reach(from: index + 2, words: 8, &negated) }
        guard after == .article || after == .de || role(index - 1) == .et else { return }
        reach(from: index + 1, words: 8, &negated)
    }

    // MARK: - Reach

    private func reach(
        from start: Int,
        words: Int,
        crossesQue: Bool = false,
        _ negated: inout [Bool]
    ) {
        var crossesQue = crossesQue
        for index in start..<max(start, min(start + words, end)) {
            if isPause(index), !goesOn(index, after: start) { return }
            switch roles[index] {
            case .que:
                if !crossesQue { return }
                crossesQue = false
            case .stop where isForNow(index): break
            case .mais, .stop, .si: return
            case .ne, .sans, .plutot: return
            case .et:
                let next = role(index + 1)
                if next != .de, next != .ni { return }
            case .pronoun where index > start + 1:
                if !text.tokens[index].flags.contains(.afterHyphen), !follows(.que, index) {
                    return
                }
            default: break
            }
            negated[index] = true
        }
    }

    /// `pour le moment`, `pour l'instant` end no clause.
    private func isForNow(_ index: Int) -> Bool {
        let word = folded(index + 2)
        return folded(index) == "pour" && (word == "moment" || word == "instant")
    }

    private func follows(_ wanted: FunctionWord, _ index: Int) -> Bool { role(index - 1) == wanted }

    /// An enumeration goes on past its comma: `pas d'agent, de budget, ni de temps`.
    private func goesOn(_ index: Int, after start: Int) -> Bool {
        guard index > start else { return false }
        return roles[index] == .de || roles[index] == .ni
    }
}
