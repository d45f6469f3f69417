/// What an address shows of the organisation that owns it.
package struct DomainHint: Hashable, Sendable {
    /// The sort of organisation that the name of the domain claims.
    package enum Claim: String, Hashable, Sendable {
        case commune, epci, department, region, state, jointAuthority, association
    }

    /// A public provider of mailboxes: its domain says nothing of who writes.
    package var isMailboxProvider: Bool
    package var claim: Claim?
    /// The places that the name may mean, the likeliest first.
    package var places: [PlaceMention.Place] = []
    /// The word that made the claim, as in "mairie", "ville", "cc".
    package var keyword: String?

    package init(isMailboxProvider: Bool) {
        self.isMailboxProvider = isMailboxProvider
    }
}

extension Gazetteer {
    /// Reads `mairie-x`, `ville-x`, `cc-x`, `x-agglo`, `departement22`, `x.fr`. At a mailbox provider the
    /// local part is read instead, and only where it says what it is (`mairie.mezilles@…`).
    package func hint(localPart: String, domain: String) -> DomainHint {
        var labels = domain.lowercased().split(separator: ".").map(String.init)
        if labels.count > 1 { labels.removeLast() }
        guard let name = labels.last else { return DomainHint(isMailboxProvider: false) }
        if MailboxProviders.contain(name) || labels.contains(where: MailboxProviders.contain) {
            var hint = hint(name: localPart.lowercased(), needsKeyword: true)
            hint.isMailboxProvider = true
            return hint
        }
        if name == "gouv" || name.hasSuffix("-gouv") || name.hasPrefix("gouv-") {
            let rest = labels.dropLast().last ?? name
            var hint = hint(name: rest.replacing("gouv", with: ""), needsKeyword: false)
            hint.claim = .state
            return hint
        }
        if let owner = Self.owners[name], let region = region(code: owner) {
            var hint = DomainHint(isMailboxProvider: false)
            hint.claim = .region
            hint.places = [.region(region)]
            return hint
        }
        if ["asso", "com", "org", "re", "nc", "pf"].contains(name), labels.count > 1 {
            return hint(name: labels[labels.count - 2], needsKeyword: false)
        }
        return hint(name: name, needsKeyword: false)
    }

    /// Domains that do not hold the name of the region they belong to, and its INSEE code.
    private static let owners = ["isula": "94", "maregionsud": "93", "laregion": "76"]

    private func hint(name: String, needsKeyword: Bool) -> DomainHint {
        var words = FoldedText(name.replacing("_", with: "-").replacing(".", with: "-"))
            .splitNumbers()
        var hint = DomainHint(isMailboxProvider: false)
        var department: Department?
        if let last = words.last, words.count > 1, last.first?.isNumber ?? false,
            let found = self.department(code: last)
        {
            department = found
            words.removeLast()
        }
        if let (keyword, claim, rest) = DomainKeywords.take(from: words) {
            hint.claim = claim
            hint.keyword = keyword
            words = rest
        } else if needsKeyword {
            return hint
        }
        let name = words.joined()
        hint.places = places(squeezed: name, claim: hint.claim, within: department)
        if hint.places.isEmpty || hint.places == [department.map { .department($0) }],
            hint.claim == .commune,
            let link = ["de", "du", "des", "d"].first(where: name.hasPrefix),
            name.count > link.count + 2
        {
            // "villedelaval53"
            let bare = String(name.dropFirst(link.count))
            hint.places = places(squeezed: bare, claim: hint.claim, within: department)
        }
        let named = hint.places.first
        // "syded39": a number says where, not what.
        if hint.places.isEmpty, let department { hint.places = [.department(department)] }
        if hint.claim == nil { hint.claim = named.map(DomainHint.Claim.init) }
        return hint
    }

    private func places(
        squeezed name: String,
        claim: DomainHint.Claim?,
        within department: Department?
    ) -> [PlaceMention.Place] {
        guard !name.isEmpty else { return department.map { [.department($0)] } ?? [] }
        var found: [PlaceMention.Place] = []
        let hash = WordHash.of(name.utf8)
        if claim == nil || claim == .region, let region = departments.region(squeezed: name) {
            found.append(.region(region))
        }
        if claim != .commune, claim != .epci, let match = departments.department(squeezed: name) {
            found.append(.department(match))
        }
        var communes = ordered(squeezedCommuneNames.rows(hash))
        if let department {
            communes = PlaceHints(departments: [department.code]).narrow(communes)
        }
        if claim == .epci {
            let siren = Set(communes.prefix(1).compactMap(\.epciSIREN))
            let rows = epcis.squeezedCores.rows(hash)
            let named = rows.map { epcis.all[$0] }
            let ofSeat = siren.compactMap(epci(siren:))
            let all = named.isEmpty ? ofSeat : named
            if !all.isEmpty { found.append(.epcis(all)) }
            let short = epcis.epcis(acronym: name)
            if found.isEmpty, !short.isEmpty { found.append(.epcis(short)) }
            return found
        }
        if communes.isEmpty, claim == .commune {
            // "ville-saintdie", "mairie-plougastel": the beginning of a longer name.
            communes = ordered(squeezedCommuneBeginnings.rows(hash))
            if let department {
                communes = PlaceHints(departments: [department.code]).narrow(communes)
            }
        }
        if !communes.isEmpty { found.append(.communes(communes)) }
        if claim == nil, found.isEmpty {
            let named = epcis.squeezedCores.rows(hash).map { epcis.all[$0] }
            let all = named.isEmpty ? epcis.epcis(acronym: name) : named
            if !all.isEmpty, all.count < 4 { found.append(.epcis(all)) }
        }
        return found
    }
}

extension DomainHint.Claim {
    fileprivate init(_ place: PlaceMention.Place) {
        switch place {
        case .communes, .postalCode: self = .commune
        case .epcis: self = .epci
        case .department: self = .department
        case .region: self = .region
        }
    }
}

extension FoldedText {
    /// The words, with a number at a word's end split off: "departement32" gives two.
    fileprivate func splitNumbers() -> [String] {
        words.indices.flatMap { index -> [String] in
            let word = string(index)
            let letters = word.prefix { !$0.isNumber }
            let digits = word.dropFirst(letters.count)
            return letters.isEmpty || digits.isEmpty ? [word] : [String(letters), String(digits)]
        }
    }
}

/// The words of a domain that say what sort of organisation it belongs to.
enum DomainKeywords {
    private static let table: [(String, DomainHint.Claim)] = [
        ("mairie", .commune), ("ville", .commune), ("commune", .commune), ("ccas", .commune),
        ("village", .commune), ("departement", .department), ("dept", .department),
        ("dpt", .department), ("cdg", .jointAuthority), ("cd", .department), ("cg", .department),
        ("comcom", .epci), ("cdc", .epci), ("cc", .epci), ("ca", .epci), ("cu", .epci),
        ("agglomeration", .epci), ("agglo", .epci), ("metropole", .epci), ("eurometropole", .epci),
        ("communaute", .epci), ("interco", .epci), ("cias", .epci), ("region", .region),
        ("sivom", .jointAuthority), ("sivu", .jointAuthority), ("smictom", .jointAuthority),
        ("sictom", .jointAuthority), ("petr", .jointAuthority), ("pnr", .jointAuthority),
        ("parc", .jointAuthority), ("syndicat", .jointAuthority), ("sdis", .department),
        ("mdph", .department), ("pref", .state), ("prefecture", .state), ("ddt", .state),
        ("asso", .association),
    ]

    /// Takes the keyword from the front or the end of the words, standing alone or written together
    /// with the name ("ccbugeysud", "valenceromansagglo").
    static func take(
        from words: [String]
    ) -> (keyword: String, claim: DomainHint.Claim, rest: [String])? {
        for (keyword, claim) in table {
            if words.first == keyword { return (keyword, claim, rest(words.dropFirst())) }
            if words.last == keyword { return (keyword, claim, Array(words.dropLast())) }
        }
        guard let first = words.first, let last = words.last else { return nil }
        for (keyword, claim) in table
        where first.hasPrefix(keyword) && first.count > keyword.count + 2 {
            // Two letters may well begin a name ("cahors", "cuers"): they need more behind them.
            guard keyword.count > 2 || (keyword == "cc" || keyword == "cd") else { continue }
            return (
                keyword, claim, rest([String(first.dropFirst(keyword.count))] + words.dropFirst())
            )
        }
        for (keyword, claim) in table where keyword.count > 4 && last.hasSuffix(keyword) {
            return (keyword, claim, words.dropLast() + [String(last.dropLast(keyword.count))])
        }
        return nil
    }

    /// "mairie-de-x", "villedex": the preposition goes too.
    private static func rest(_ words: some Sequence<String>) -> [String] {
        var words = Array(words)
        if words.count > 1, ["de", "du", "des", "d"].contains(words[0]) { words.removeFirst() }
        return words
    }
}

/// Names of domains where anybody can have a mailbox.
enum MailboxProviders {
    private static let names: Set<String> = [
        "orange", "wanadoo", "free", "gmail", "googlemail", "laposte", "sfr", "neuf", "hotmail",
        "outlook", "live", "msn", "yahoo", "ymail", "icloud", "me", "mac", "aol", "bbox",
        "numericable",
        "gmx", "proton", "protonmail", "pm", "club-internet", "aliceadsl", "cegetel", "noos",
        "9online",
        "voila", "mailo", "netcourrier", "zaclys", "riseup", "tutanota", "caramail", "only",
        "mayotte-orange",
        "guadeloupe-orange", "libertysurf", "nordnet", "bouyguestelecom", "hey", "fastmail",
    ]

    static func contain(_ name: String) -> Bool { names.contains(name) }
}
