import Rules

/// What a set of rules holds, in words for its authors.
package enum RulebookReport {
    /// As in `212 règles dans 9 fichiers, 21 rubriques, version 3f2a9c01d4e7`: the start of the hash
    /// that the journal keeps beside what they decided.
    package static func summary(of rulebook: Rulebook) -> String {
        let files = rulebook.fileNames.count
        return "\(rulebook.ruleCount) règles dans \(files) fichiers, "
            + "\(rulebook.targets.count) rubriques, version \(rulebook.hash.prefix(12))"
    }
}
