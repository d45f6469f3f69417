import Territory

/// A table of Data/, built into the program: see Data/README.md.
enum VocabularyTable {
    /// The fields of each row behind the header line.
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        bytes.split(separator: 0x0A).dropFirst().map { line in
            line.split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }

    /// The folded words of a field.
    static func words(_ field: String) -> [String] { Line(field).words }
}

/// Phrases found by their first word, the longest first.
struct PhraseTable<Value: Sendable>: Sendable {
    private var byFirstWord: [String: [(words: [String], value: Value)]] = [:]

    init(_ phrases: [(words: [String], value: Value)]) {
        for phrase in phrases {
            guard let first = phrase.words.first else { continue }
            byFirstWord[first, default: []].append(phrase)
        }
        byFirstWord = byFirstWord.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// The longest phrase that stands at a word of a line.
    func longest(in line: Line, at index: Int) -> (words: [String], value: Value)? {
        guard line.words.indices.contains(index) else { return nil }
        return byFirstWord[line.words[index]]?.first { line.has($0.words, at: index) }
    }
}

/// Functions of elected members and staff.
enum RoleWords {
    /// How many words at `index` begin the name of a function; `nil` when none does.
    static func head(of line: Line, at index: Int) -> Int? {
        functions.longest(in: line, at: index)?.words.count
    }

    /// The type of organisation that a function shows by itself: a mayor's is a commune.
    static func organisation(of line: Line, at index: Int) -> OrganisationType? {
        functions.longest(in: line, at: index)?.value.type
    }

    /// Whether the function is mostly exercised outside authorities: a student's, a journalist's.
    static func isExercisedElsewhere(_ line: Line, at index: Int) -> Bool {
        functions.longest(in: line, at: index)?.value.isElsewhere ?? false
    }

    private static let functions = PhraseTable<(type: OrganisationType?, isElsewhere: Bool)>(
        VocabularyTable.rows(PackageResources.functions_tsv).compactMap { row in
            guard row.count == 3 else { return nil }
            let type = OrganisationType(rawValue: row[2])
            return (VocabularyTable.words(row[0]), (type, row[1] == "autre"))
        }
    )

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

/// The words that begin the names of organisations, and the type that they show.
enum OrganisationWords {
    struct Trigger: Sendable {
        let words: [String]
        /// `nil` where none of ours: universities, Parliament.
        let type: OrganisationType?
        /// Whether it is a name already, so that no other follows: "Collectivité de Corse".
        let isWhole: Bool
    }

    /// The longest trigger at a word.
    static func trigger(in line: Line, at index: Int) -> Trigger? {
        guard let found = triggers.longest(in: line, at: index) else { return nil }
        return Trigger(words: found.words, type: found.value.type, isWhole: found.value.isWhole)
    }

    private static let rows = VocabularyTable.rows(PackageResources.organisations_tsv)
        .filter { $0.count == 3 }

    private static let triggers = PhraseTable<(type: OrganisationType?, isWhole: Bool)>(
        rows.filter { $0[2] != "cue" }.map {
            (VocabularyTable.words($0[0]), (OrganisationType(rawValue: $0[1]), $0[2] == "whole"))
        }
    )

    /// Words that tell the type of an organisation whose own name does not.
    static let cues: [(words: [String], type: OrganisationType)] = rows.compactMap { row in
        guard row[2] == "cue", let type = OrganisationType(rawValue: row[1]) else { return nil }
        return (VocabularyTable.words(row[0]), type)
    }

    /// Qualities that belong to a name although written small.
    static let adjectives: Set<String> = WordList.words(
        """
        departemental departementale intercommunal intercommunale mixte regional regionale \
        municipal municipale territorial territoriale territoriales urbaine naturel \
        interdepartemental europeenne europeen rural rurale ruraux informatique numerique \
        francais francaise nationale national local locale
        """
    )
    static let links: Set<String> = WordList.words(
        """
        de d du des la le les l en sur et aux au pour a
        """
    )
}
