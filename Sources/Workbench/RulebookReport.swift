import Rules

/// What a set of rules holds, in words for its authors.
package enum RulebookReport {
    /// As in `212 règles dans 9 fichiers, 21 rubriques`.
    package static func summary(of rulebook: Rulebook) -> String {
        let files = rulebook.fileNames.count
        return "\(rulebook.ruleCount) règles dans \(files) fichiers, "
            + "\(rulebook.targets.count) rubriques"
    }
}
