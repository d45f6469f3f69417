import Territory

/// Functions of elected members and staff, as data.
enum RoleWords {
    /// How many words at `index` begin the name of a function; `nil` when none does.
    static func head(of line: Line, at index: Int) -> Int? {
        guard index < line.words.count else { return nil }
        let word = line.words[index]
        if heads.contains(word) { return 1 }
        guard index + 1 < line.words.count, line.folded.words[index + 1].gap < .punctuation else {
            return nil
        }
        return pairs.contains("\(word) \(line.words[index + 1])") ? 2 : nil
    }

    private static let heads: Set<String> = Set(
        """
        maire mairesse adjoint adjointe president presidente conseiller conseillere elu elue prefet prefete \
        dgs dga dgst dst drh daf dsi rssi dpo dac directeur directrice secretaire charge chargee chef cheffe \
        responsable technicien technicienne agent agente coordinateur coordinatrice coordonnateur \
        coordonnatrice animateur animatrice gestionnaire assistant assistante attache attachee redacteur \
        redactrice ingenieur ingenieure architecte referent referente delegue deleguee collaborateur \
        collaboratrice mediateur mediatrice bibliothecaire instructeur instructrice urbaniste geomaticien \
        geomaticienne comptable developpeur developpeuse journaliste etudiant etudiante doctorant \
        doctorante stagiaire tresorier tresoriere atsem ambassadeur ambassadrice controleur controleuse \
        inspecteur inspectrice conservateur conservatrice archiviste documentaliste webmestre webmaster \
        informaticien informaticienne educateur educatrice puericultrice regisseur regisseuse placier \
        designer manager chercheur chercheuse apprenti apprentie intrapreneur intrapreneuse administrateur \
        administratrice greffier commissaire infirmier infirmiere psychologue juriste economiste \
        paysagiste policier garde gardien gardienne facilitateur facilitatrice alternant alternante \
        pilote econome hydrologue ripeur eboueur cuisinier cuisiniere jardinier jardiniere policiere
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    )

    private static let pairs: Set<String> = [
        "vice president", "vice presidente", "sous prefet", "sous prefete", "premier adjoint",
        "premiere adjointe", "1er adjoint", "1ere adjointe", "deuxieme adjoint",
        "deuxieme adjointe",
        "2e adjoint", "2e adjointe", "3e adjoint", "3e adjointe", "community manager",
        "cheffe adjointe",
        "officier d", "maitre d", "aide soignante", "aide a", "premier vice", "1er vice",
        "1ere vice",
        "premiere vice", "co president", "co presidente", "product owner", "data manager",
    ]

    static let articles: Set<String> = ["le", "la", "l", "un", "une", "votre", "les"]

    /// Words of organisations that end a function: "directrice | du CCAS de Decazeville".
    static let organisations: Set<String> = WordList.words(
        """
        ccas cias mairie ville commune communaute conseil departement region cc cdc comcom \
        agglo agglomeration metropole syndicat sivom sivu petr pnr cdg prefecture \
        association smictom sictom collectivite universite sein village epci interco centre \
        parc
        """
    )
}

/// Finds the function of the person who writes.
struct RoleReader {
    /// Words that a place's name takes, so that "maire de Lescun" ends before it.
    let isPlace: (Line, Int) -> Bool

    /// From the lines that sign a mail: the first that begins with a function, or goes on with one
    /// behind the name.
    func inTail(_ tail: [Line]) -> (role: String, line: Int, words: Range<Int>)? {
        for (number, line) in tail.enumerated() {
            for segment in line.segments.prefix(4) {
                var start = segment.lowerBound
                if start == 0, let name = PersonName.start(of: line) {
                    start = name.words.upperBound
                }
                if ["pour", "copie"].contains(line.words[segment.lowerBound]) { continue }
                while start < segment.upperBound, RoleWords.articles.contains(line.words[start]) {
                    start += 1
                }
                guard start < segment.upperBound, RoleWords.head(of: line, at: start) != nil else {
                    continue
                }
                let words = extent(line, from: start, isSignature: true)
                return (Self.lowered(line, words), number, words)
            }
        }
        return nil
    }

    /// From the text: "je suis secrétaire de mairie à …", "en tant que maire", "DSI de …, je prépare".
    func inBody(_ body: [Line]) -> (role: String, line: Int, words: Range<Int>)? {
        for (number, line) in body.enumerated() {
            for index in line.words.indices {
                guard let start = introduction(line, index) ?? apposition(line, index, number)
                else {
                    continue
                }
                var head = start
                while head < line.words.count, head - start < 2,
                    Self.fillers.contains(line.words[head])
                {
                    head += 1
                }
                guard RoleWords.head(of: line, at: head) != nil else { continue }
                let words = extent(line, from: head, isSignature: false)
                return (Self.lowered(line, words), number, words)
            }
        }
        return nil
    }

    private static let fillers: Set<String> = WordList.words(
        """
        le la l un une moi meme aussi egalement actuellement nouveau nouvelle simple jeune \
        ancien bien seul seule
        """
    )

    private static let introductions = WordList.phrases(
        """
        je suis, j suis, jsuis, jsui, chui, suis, en tant que, en tant qu, en qualite de, en \
        ma qualite de, travaille comme, je soussigne, je soussignee, nouvellement elu, elu, \
        elue, poste de, je viens d etre elu, je viens d etre elue, je viens d etre nomme, je \
        viens d etre nommee, comme, soussigne, soussignee
        """
    )

    private func introduction(_ line: Line, _ index: Int) -> Int? {
        guard let phrase = Self.introductions.first(where: { line.has($0, at: index) }) else {
            return nil
        }
        // "comme directeur" may be somebody else's.
        if phrase == ["comme"] || phrase == ["suis"] {
            guard index > 0, ["travaille", "ne", "je", "j"].contains(line.words[index - 1]) else {
                return nil
            }
        }
        return index + phrase.count
    }

    /// A sentence that begins with a function and goes on: "DSI de Valence Romans Agglo, je prépare",
    /// or "Kevin, 27 ans, agent technique à …"; only in the first lines.
    private func apposition(_ line: Line, _ index: Int, _ number: Int) -> Int? {
        guard number < 4, index < 12 else { return nil }
        guard RoleWords.head(of: line, at: index) != nil else { return nil }
        if index == 0 { return line.folded.words[0].isCapitalised ? 0 : nil }
        guard line.folded.words[index].gap == .punctuation else { return nil }
        let before = line.words[..<index]
        if before.allSatisfy({
            ["bonjour", "madame", "monsieur", "mesdames", "messieurs", "bonsoir"].contains($0)
        }) {
            return line.folded.words[index].isCapitalised && number < 1
                && line.words.count > index + 6 && line.text.contains(", je") ? index : nil
        }
        return PersonName.isGiven(line.words[0]) && line.folded.words[0].gap == .start && index < 6
            ? index : nil
    }

    /// From the head of a function to where the organisation, the place or the clause begins.
    private func extent(_ line: Line, from head: Int, isSignature: Bool) -> Range<Int> {
        var end = head + (RoleWords.head(of: line, at: head) ?? 1)
        let first = line.words[head]
        while end < line.words.count, end - head < 14, goesOn(line, end, head, isSignature) {
            end += 1
        }
        if first == "secretaire", head + 1 < line.words.count,
            line.has(["de", "mairie"], at: head + 1)
        {
            end = max(end, head + 3)
        }
        while end > head + 1, Self.trailing.contains(line.words[end - 1]) { end -= 1 }
        return head..<end
    }

    private static let trailing: Set<String> = WordList.words(
        """
        de d du des a au aux la le les l et en pour sur chez dans un une par
        """
    )
    private static let clauseWords: Set<String> = WordList.words(
        """
        je j nous depuis chez qui que mais dans avec on vous jusqu afin car donc et
        """
    )

    private func goesOn(_ line: Line, _ index: Int, _ head: Int, _ isSignature: Bool) -> Bool {
        let word = line.folded.words[index]
        if word.gap == .line || word.gap == .dash { return false }
        if word.gap == .punctuation { return isSignature && goesOnPastComma(line, index) }
        if line.words[index].allSatisfy(\.isNumber) { return line.words[index].count == 1 }
        if !isSignature, Self.clauseWords.contains(line.words[index]) { return false }
        if ["secretaire", "secretaires"].contains(line.words[head]), line.words[index] == "mairie" {
            return true
        }
        if endsAtOrganisation(line, index, head) { return false }
        let previous = line.words[index - 1]
        let isLinked = Self.trailing.contains(previous)
        if isLinked, isPlace(line, index) { return false }
        if !isSignature, line.words[index] == "a", index + 1 < line.words.count {
            let next = line.folded.words[index + 1]
            return
                !(next.isCapitalised || ["la", "l"].contains(line.words[index + 1])
                || isPlace(line, index + 1))
        }
        return true
    }

    private func endsAtOrganisation(_ line: Line, _ index: Int, _ head: Int) -> Bool {
        RoleWords.organisations.contains(line.words[index])
            && Self.trailing.contains(line.words[index - 1])
    }

    /// "directeur général adjoint Jeunesse, Formation": the list goes on where capitals do.
    private func goesOnPastComma(_ line: Line, _ index: Int) -> Bool {
        let source = line.folded.source
        let between = source[
            line.folded.words[index - 1].source
                .upperBound..<line.folded.words[index].source.lowerBound
        ]
        guard between.contains(UInt8(ascii: ",")), !between.contains(UInt8(ascii: "(")) else {
            return false
        }
        return line.folded.words[index].isCapitalised && !line.folded.words[index].isUppercase
            && !line.folded.words[index].isNumber
            && ![
                "service", "direction", "pole", "mairie", "ville", "communaute", "departement",
                "region",
            ]
            .contains(line.words[index])
            && !isPlace(line, index) && RoleWords.head(of: line, at: index) == nil
    }

    /// Lower case, but for acronyms and what stays capital within a sentence.
    private static func lowered(_ line: Line, _ words: Range<Int>) -> String {
        let isShouted =
            words.count > 2
            && words.allSatisfy { line.folded.words[$0].isUppercase || line.words[$0].count == 1 }
        var text = ""
        for index in words {
            if index > words.lowerBound {
                let gap =
                    line.folded.words[index - 1].source
                    .upperBound..<line.folded.words[index].source.lowerBound
                text += String(decoding: line.folded.source[gap], as: UTF8.self)
            }
            let source = line.source(index..<index + 1)
            let isAcronym =
                line.folded.words[index].isUppercase && !isShouted
                && !spelled.contains(line.words[index])
            text += isAcronym ? source : source.lowercased()
        }
        return text
    }

    /// Functions that are no acronyms even in capitals.
    private static let spelled: Set<String> = [
        "maire", "adjoint", "adjointe", "president", "presidente", "directeur", "directrice",
        "secretaire",
    ]
}
