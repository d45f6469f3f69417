import Correspondence
import Desk
import Foundation

extension CheckCommand {
    /// How many example pages nobody has opened, or not for long, and what letters do with them.
    static func tellExamples(
        _ examples: ExampleLinks,
        _ settings: Settings,
        _ report: inout CheckReport,
        now: Date
    ) {
        let neglected = examples.neglected(on: now)
        if neglected.unchecked > 0 {
            let count = neglected.unchecked
            report.notice(
                "templates",
                (count == 1 ? "1 exemple jamais vérifié" : "\(count) exemples jamais vérifiés")
                    + (settings.showsUncheckedExamples
                        ? " : montrés quand même (unchecked_examples = show)"
                        : " : aucun courrier ne les montre (unchecked_examples = hide)")
                    + " ; guichet check --links --write les vérifie"
            )
        }
        if neglected.outdated > 0 {
            let count = neglected.outdated
            report.notice(
                "templates",
                (count == 1 ? "1 exemple vérifié" : "\(count) exemples vérifiés")
                    + " il y a plus de \(ExampleLinks.checkedForDays) jours : aucun courrier ne"
                    + " les montre ; guichet check --links --write les vérifie de nouveau"
            )
        }
    }
}
