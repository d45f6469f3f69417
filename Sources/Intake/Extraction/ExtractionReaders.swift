import Mail
import Territory

/// The name of the person who writes.
struct NameReader {
    let sheet: Sheet
    let address: Address?

    /// A name, where it was read, and the other one that the mail shows.
    struct Found {
        var name: String
        var provenance: Provenance
        /// That of the header or the signature, whichever was not taken, when it names somebody else.
        var other: (name: String, part: Provenance.Part)?
    }

    /// From the header where it names a person, else from the signature, else "je suis Prénom Nom".
    func find() -> Found? {
        let signed = completed(inTail() ?? closing())
        if let display = address?.displayName, let name = PersonName.inDisplayName(display),
            isPlausible(name, signed: signed)
        {
            return settle(header: completed(name) ?? name, signed: signed)
        }
        if let signed {
            let isInAddress = PersonName.overlap(signed, address?.localPart ?? "")
            let parts: [Provenance.Part] = isInAddress ? [.signature, .address] : [.signature]
            return Found(name: signed, provenance: .init(parts, isInAddress ? .certain : .likely))
        }
        return completed(introduced()).map { Found(name: $0, provenance: .init([.text], .likely)) }
    }

    private func settle(header name: String, signed: String?) -> Found {
        guard let signed else { return Found(name: name, provenance: .init([.header], .likely)) }
        let both = Provenance([.header, .signature], .certain)
        let header = Set(Line(name).words)
        let signature = Set(Line(signed).words)
        // The signature shows which word is the given name, and is often the longer one.
        if header.isSubset(of: signature) { return Found(name: signed, provenance: both) }
        let isSame = PersonName.overlap(name, signed) && !PersonName.areRelatives(name, signed)
        if isSame || isInitialled(signed) {
            let isFuller =
                signature.contains(where: PersonName.isGiven)
                && !header.contains(where: PersonName.isGiven)
            return Found(name: isFuller ? signed : name, provenance: both)
        }
        // Somebody else's mailbox: who signs has written.
        guard signature.count > 1, signature.contains(where: PersonName.isGiven) else {
            return Found(
                name: name,
                provenance: .init([.header], .likely),
                other: (signed, .signature)
            )
        }
        return Found(
            name: signed,
            provenance: .init([.signature], .likely),
            other: (name, .header)
        )
    }

    /// "S. Trémolières" or "lucas" in full where the address spells it: `severine.tremolieres@`.
    private func completed(_ name: String?) -> String? {
        guard let name else { return nil }
        let parts = (address?.localPart ?? "").split(whereSeparator: { ".-_".contains($0) })
            .map { FoldedText.fold(String($0.prefix { !$0.isNumber })) }
        let line = Line(name)
        guard let first = line.words.first else { return name }
        if line.words.count == 1, let told = introduced(), Line(told).words.first == first {
            return told
        }
        guard parts.count == 2 else { return name }
        let surname = line.words.dropFirst().joined()
        if first.count == 1, surname == parts[1] || surname == parts[1].replacing(" ", with: ""),
            parts[0].hasPrefix(first), PersonName.isGiven(parts[0])
        {
            return parts[0].capitalized + " " + line.source(1..<line.words.count)
        }
        let isNobody = PersonName.isImpersonal(parts[1])
        if line.words.count == 1, first == parts[0], parts[1].count > 2, !isNobody {
            return name + " " + parts[1].capitalized
        }
        return name
    }

    /// Behind the last words of a text: "merci nicole 06 39 …", "Merci J-Louis, 1er adjoint", "Mme Pagès,
    /// Gorges du Tarn".
    private func closing() -> String? {
        for line in (sheet.tail + sheet.body.suffix(3)).reversed() {
            for index in line.words.indices.dropFirst().reversed()
            where Self.farewells.contains(line.words[index - 1]) {
                var end = index
                while end < line.words.count, end - index < 4, isNamed(line, end, from: index) {
                    end += 1
                }
                guard end > index, PersonName.isGiven(line.words[index]) || end - index > 1,
                    end == line.words.count || line.folded.words[end].gap >= .dash
                        || line.folded.words[end].isNumber
                else { continue }
                return PersonName.tidy(line, index..<end)
            }
        }
        return nil
    }

    private func isNamed(_ line: Line, _ index: Int, from start: Int) -> Bool {
        let word = line.folded.words[index]
        if index > start, word.gap >= .dash { return false }
        guard line.words[index].allSatisfy(\.isLetter), !PersonName.isImpersonal(line.words[index])
        else { return false }
        return PersonName.isGiven(line.words[index]) || word.isCapitalised && index > start
    }

    private static let farewells: Set<String> = WordList.words(
        "merci mci cordialement cdlt cdt bises salutations slt svp stp avance"
    )

    /// "Véro", "JM": too little to be somebody else.
    private func isInitialled(_ name: String) -> Bool {
        Line(name).words.allSatisfy { $0.count < 3 } || Line(name).words.count == 1
    }

    /// A display name of no known given name must agree with the address or the signature, or at
    /// least leave no other name to take.
    private func isPlausible(_ name: String, signed: String?) -> Bool {
        let words = Line(name).words
        if words.contains(where: PersonName.isGiven) { return true }
        if let signed, Line(signed).words.contains(where: PersonName.isGiven) {
            return PersonName.overlap(name, signed)
        }
        let local = FoldedText.fold(address?.localPart ?? "")
        if words.contains(where: { $0.count > 2 && local.contains($0) }) { return true }
        guard let signed else { return words.count <= 3 }
        return PersonName.overlap(name, signed)
    }

    private func inTail() -> String? {
        var single: String?
        for line in sheet.tail {
            let isFunction =
                RoleWords.head(of: line, at: 0) != nil && !PersonName.isRank(line.words[0])
            if !isFunction, let found = PersonName.start(of: line) {
                if found.words.count > 1 { return found.name }
                single = single ?? found.name
                continue
            }
            // "Pour l'association, Monique Parisot", "Secrétaire, Anne Morel": the name ends the line.
            if let last = line.segments.last, last.lowerBound > 0, last.count >= 2,
                let found = PersonName.start(of: Line(line.source(last))), found.words.count > 1,
                PersonName.isGiven(line.words[last.lowerBound])
            {
                return found.name
            }
        }
        return single
    }

    private func introduced() -> String? {
        for line in sheet.body {
            for index in line.words.indices.dropLast(2) {
                let start: Int
                guard
                    line.has(["je", "suis"], at: index)
                        || line.has(["je", "m", "appelle"], at: index)
                else {
                    continue
                }
                start = line.words[index + 1] == "suis" ? index + 2 : index + 3
                guard start < line.words.count, PersonName.isGiven(line.words[start]),
                    line.folded.words[start].isCapitalised
                else { continue }
                var end = start + 1
                while end < line.words.count, end - start < 4, line.folded.words[end].isCapitalised,
                    line.folded.words[end].gap < .dash
                {
                    end += 1
                }
                return PersonName.tidy(line, start..<end)
            }
        }
        return nil
    }
}

/// The telephone numbers of a mail and the one to call.
struct PhoneReader {
    /// Those of the signature first.
    let all: [PhoneNumber]
    /// As written; two numbers of a signature are parted by " / ".
    let best: String?
    /// Of `best`; `nil` where there is none.
    let provenance: Provenance?

    /// - Parameter departments: those that the mail names, in which other numbering plans may hold.
    init(sheet: Sheet, departments: Set<String> = []) {
        let plan = NumberingPlan.all.first { departments.contains($0.department) }
        let signed = Self.distinct(sheet.tail, plan)
        let told = Self.distinct(sheet.body, plan)
        all = signed + told
        if let asked = Self.asked(sheet.body, plan),
            !signed.contains(where: { $0.digits == asked.digits })
        {
            best = ([asked] + signed.prefix(1)).map(\.text).joined(separator: " / ")
            provenance = .init(signed.isEmpty ? [.text] : [.signature, .text], .certain)
        } else if signed.isEmpty {
            best = told.first?.text
            provenance = told.isEmpty ? nil : .init([.text], told.count > 1 ? .doubtful : .likely)
        } else {
            best = signed.prefix(2).map(\.text).joined(separator: " / ")
            let isTold = told.contains { $0.digits == signed[0].digits }
            provenance = .init(isTold ? [.signature, .text] : [.signature], .certain)
        }
    }

    /// "Je suis joignable au 06 …", "appelez-moi au": the number that the writer asks to be called at,
    /// whatever stands in the signature.
    private static func asked(_ lines: [Line], _ plan: NumberingPlan?) -> PhoneNumber? {
        for line in lines {
            var end = 0
            for number in PhoneScanner.numbers(in: line.text, plan: plan) {
                while end < line.words.count,
                    line.folded.words[end].source.upperBound <= number.range.lowerBound
                {
                    end += 1
                }
                let words = line.words[..<end].suffix(6)
                let isMine = words.contains { ["moi", "m", "me", "suis"].contains($0) }
                if isMine, words.contains(where: calls.contains) { return number }
            }
        }
        return nil
    }

    private static let calls: Set<String> = WordList.words(
        "joignable joindre appelez rappelez appeler rappeler contacter telephoner telephonez"
    )

    private static func distinct(_ lines: [Line], _ plan: NumberingPlan?) -> [PhoneNumber] {
        var found: [PhoneNumber] = []
        var known: Set<String> = []
        for (index, line) in lines.enumerated() {
            let isFax = index > 0 && PhoneScanner.isFaxLabel(lines[index - 1])
            for number in PhoneScanner.numbers(in: line.text, plan: plan)
            where !(isFax && number.range.lowerBound == 0)
                && known.insert(number.digits).inserted
            {
                found.append(number)
            }
        }
        return found
    }
}
