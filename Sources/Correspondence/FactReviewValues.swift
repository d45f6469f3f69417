import Foundation
import Templates

/// Facts that staff are to review.
package struct FactReviewValues: Hashable, LetterValues {
    struct Item: Hashable, Sendable {
        /// With the place where it stands.
        var name: String
        var state: String
        /// ÉCRIT: what letters state today.
        var written: String
        /// AVANT: what they stated, where the review day is over.
        var before: String?
        /// ENSUITE: what they will state, where it is not.
        var next: String?
        var owner: String
        var source: String
    }

    var items: [Item]

    package static var letter: Letter { .factReview }

    package static var specimen: FactReviewValues {
        FactReviewValues(items: [
            Item(
                name: "duree (faits.conf, ligne 20)",
                state: "à revoir d'ici au 30 juin 2027",
                written: "« 9 à 12 semaines »",
                before: "« 3 mois »",
                next: "« quelques semaines », à partir du 1er juillet 2027",
                owner: "équipe Investigations",
                source: "https://incubateur.anct.gouv.fr/offre/collectivites/"
            )
        ])
    }

    package var title: String { "Faits à revoir" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        [
            "un_fait": .bool(items.count == 1),
            "plusieurs_faits": .bool(items.count > 1),
            "faits": .list(items.map(Self.value)),
        ]
    }

    private static func value(_ item: Item) -> TemplateValue {
        func lines(_ text: String?) -> TemplateValue {
            StaffFields.lines(text.map { TextLayout.wrap(LetterText.line($0), to: width) } ?? [])
        }
        return [
            "nom": lines(item.name), "etat": lines(item.state), "ecrit": lines(item.written),
            "avant": lines(item.before), "ensuite": lines(item.next), "tenu_par": lines(item.owner),
            "source": lines(item.source),
        ]
    }

    /// Columns beside the labels of the template.
    private static let width = 68
}
