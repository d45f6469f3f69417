import Casework
import Correspondence
import Foundation
import Intake
import Mail
import Rules
import Territory

/// Rules, letters and tables, loaded and checked: replaced as a whole or not at all.
package struct Instruments: Sendable {
    package var rulebook: Rulebook
    package var letters: Letters
    package var screener: Screener
    package var extractor: Extractor
    package var classifier: Classifier

    /// Loads everything from its folders.
    ///
    /// `gazetteer`: `nil` where no table was found; places are then not looked up.
    package init(settings: Settings, gazetteer: Gazetteer?, today: Date) throws {
        rulebook = try Rulebook.load(folder: settings.rules)
        // A program that is not optimised would take seconds at each start; `check` tries them there.
        #if DEBUG
            let isTried = false
        #else
            let isTried = true
        #endif
        letters = try Letters(
            folder: settings.templates,
            today: today,
            showsUncheckedExamples: settings.showsUncheckedExamples,
            isTried: isTried
        )
        screener = Screener(
            ownAddresses: [settings.from] + settings.ownAddresses,
            trustedAuthenticationServers: settings.trustedServers,
            allowedSenders: settings.alwaysAnswered
        )
        extractor = Extractor(gazetteer: gazetteer)
        classifier = Classifier(rulebook: rulebook)
    }
}
