/// Nouns and adjectives by number and gender.
///
/// The word is taken as written: from a masculine singular come its plural and its feminines, from
/// a plural only itself. Feminines are made where an ending or a list says that the word has one: a
/// feminine that does not exist may be another word (un plan, il plane; un outil, il s'outille).
package enum Inflection {
    package static func forms(of word: String) -> [String] {
        guard word.count > 2 else { return [word] }
        if let listed = InflectionLists.irregular[word] { return [word] + listed }
        var forms = [word] + plurals(of: word)
        for feminine in feminines(of: word) { forms += [feminine, feminine + "s"] }
        return forms
    }

    private static func plurals(of word: String) -> [String] {
        if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") { return [] }
        if word.hasSuffix("eau") || word.hasSuffix("au") || word.hasSuffix("eu") {
            return InflectionLists.plainPlurals.contains(word) ? [word + "s"] : [word + "x"]
        }
        if word.hasSuffix("al") {
            return InflectionLists.plainPlurals.contains(word)
                ? [word + "s"] : [word.dropLast() + "ux"]
        }
        if word.hasSuffix("ou"), InflectionLists.pluralsInOux.contains(word) { return [word + "x"] }
        if word.hasSuffix("ail"), InflectionLists.pluralsInAux.contains(word) {
            return [word.dropLast(2) + "ux"]
        }
        return [word + "s"]
    }

    private static func feminines(of word: String) -> [String] {
        if InflectionLists.withoutFeminine.contains(word) { return [] }
        if InflectionLists.feminineByE.contains(word) { return [word + "e"] }
        if InflectionLists.doubling.contains(word) { return [word + String(word.suffix(1)) + "e"] }
        for (ending, replacements) in InflectionLists.endings where word.hasSuffix(ending) {
            return replacements.map { word.dropLast(ending.count) + $0 }
        }
        return []
    }
}
