import Mail
import Territory

/// The name of the person who writes.
struct NameReader {
    let sheet: Sheet
    let address: Address?

    /// From the header where it names a person, else from the signature, else "je suis Prénom Nom".
    func name() -> String? {
        let signed = inTail()
        if let display = address?.displayName, let name = PersonName.inDisplayName(display),
            isPlausible(name, signed: signed)
        {
            // The signature shows which word is the given name.
            if let signed, Set(Line(signed).words) == Set(Line(name).words) { return signed }
            return name
        }
        return signed ?? introduced()
    }

    /// A display name of no known given name must agree with the address or the signature, or at
    /// least leave no other name to take.
    private func isPlausible(_ name: String, signed: String?) -> Bool {
        let words = Line(name).words
        if words.contains(where: PersonName.isGiven) { return true }
        let local = FoldedText.fold(address?.localPart ?? "")
        if words.contains(where: { $0.count > 2 && local.contains($0) }) { return true }
        guard let signed else { return words.count <= 3 }
        return PersonName.overlap(name, signed)
    }

    private func inTail() -> String? {
        var single: String?
        for line in sheet.tail {
            if RoleWords.head(of: line, at: 0) != nil { continue }
            if let found = PersonName.start(of: line) {
                if found.words.count > 1 { return found.name }
                single = single ?? found.name
                continue
            }
            // "Pour l'association, Monique Parisot": the name ends the line.
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

    init(sheet: Sheet) {
        let signed = sheet.tail.flatMap { PhoneScanner.numbers(in: $0.text) }
        let told = sheet.body.flatMap { PhoneScanner.numbers(in: $0.text) }
        all = signed + told
        var distinct: [PhoneNumber] = []
        for number in signed where !distinct.contains(where: { $0.digits == number.digits }) {
            distinct.append(number)
        }
        best =
            distinct.isEmpty
            ? told.first?.text : distinct.prefix(2).map(\.text).joined(separator: " / ")
    }
}
