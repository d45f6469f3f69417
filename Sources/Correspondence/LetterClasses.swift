import Foundation
import Intake

/// A letter that is tried with everything it may have to leave out.
protocol TriedValues: LetterValues {
    static func variants(_ facts: [FactsState], examples: ExampleLinks) -> LetterVariants<Self>
}

/// A letter to who wrote to us, which has to say certain things whatever else it says.
protocol RequesterValues: TriedValues {
    var caseNumber: String { get }
    var receivedAt: Date { get }
}

/// A letter that takes up what a writer says besides.
protocol SignedValues {
    var signs: Set<Sign> { get set }
}

extension AnswerValues: SignedValues {}
extension ClarificationValues: SignedValues {}
extension AcknowledgementValues: SignedValues {}

extension LetterVariants {
    /// The states of one field, the most ordinary first.
    fileprivate static func axis<Field: Sendable>(
        _ field: any WritableKeyPath<Values, Field> & Sendable,
        _ states: [(words: String, value: Field)]
    ) -> [Option] {
        states.map { state in Option(words: state.words) { $0[keyPath: field] = state.value } }
    }

    /// Fields that are filled or empty.
    fileprivate static func emptied<Element>(
        _ field: any WritableKeyPath<Values, [Element]> & Sendable,
        _ words: String
    ) -> [Option] {
        [Option(words: "") { _ in }, Option(words: words) { $0[keyPath: field] = [] }]
    }

    fileprivate static func emptied(
        _ field: any WritableKeyPath<Values, String> & Sendable,
        _ words: String
    ) -> [Option] {
        [Option(words: "") { _ in }, Option(words: words) { $0[keyPath: field] = "" }]
    }

    fileprivate static func removed<Field>(
        _ field: any WritableKeyPath<Values, Field?> & Sendable,
        _ words: String
    ) -> [Option] {
        [Option(words: "") { _ in }, Option(words: words) { $0[keyPath: field] = nil }]
    }
}

private let handedOn = (
    no: (words: "", value: false), yes: (words: "transmis par un agent", value: true)
)

extension AnswerValues: RequesterValues {
    private typealias Variants = LetterVariants<AnswerValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<AnswerValues> {
        let axes = [
            offerSets, kinds, contacts, shown(examples), wishes,
            Variants.axis(
                \.track,
                [("", .problem), ("irritants", .irritants), ("sans piste", nil)]
            ),
            Variants.axis(
                \.carrier,
                [("", .identified), ("sans porteur", .missing), ("porteur inconnu", nil)]
            ),
            Variants.axis(
                \.forwardedFor,
                [
                    ("", nil), ("transféré", "la mairie de Lourdoueix"),
                    ("transféré, sans nom", ""),
                ]
            ),
            Variants.axis(
                \.namedServices,
                [("", []), ("service nommé", specimen.namedServices)]
            ),
            Variants.axis(\.isBrief, [("", false), ("raccourci", true)]),
            Variants.removed(\.quotation, "sans citation"),
            Variants.removed(\.callTimes, "sans heures"),
            Variants.removed(\.promisedDay, "sans date promise"),
            Variants.axis(\.isHandedOn, [handedOn.no, handedOn.yes]),
            Variants.axis(\.isScannedLetter, [("", false), ("courrier scanné", true)]),
            Variants.signs,
            Variants.axis(\.namesOffer, [("", false), ("offre nommée", true)]),
        ]
        return Variants(specimen, axes: axes, facts: facts) { $0.keepWhatOccurs() }
    }

    /// Of a letter that came scanned nothing is known but who sent it.
    private mutating func keepWhatOccurs() {
        guard offers.isEmpty else { return }
        isScannedLetter = true
        (quotation, callTimes, promisedDay, forwardedFor) = (nil, nil, nil, nil)
        (track, carrier, actions, examples, namedServices) = (nil, nil, [], [], [])
    }

    private static var offerSets: [Variants.Option] {
        let sets: [[Offer]] = [
            [.investigation], [.startup], [.store], [.investigation, .startup],
            [.startup, .store], [.store, .investigation], [.investigation, .startup, .store], [],
        ]
        return Variants.axis(
            \.offers,
            sets.map { offers in
                let names = offers.map { "« \($0.rawValue) »" }.joined(separator: " et ")
                return (offers.isEmpty ? "courrier scanné, aucune offre" : "offre \(names)", offers)
            }
        )
    }

    /// One for each way in which a letter may call an organisation.
    private static var kinds: [Variants.Option] {
        let kinds: [OrganisationType] = [
            .epci, .department, .region, .jointAuthority, .association,
        ]
        return Variants.axis(
            \.organisationType,
            [(words: "", value: .commune)] + kinds.map { (words: $0.rawValue, value: $0) }
                + [("organisme inconnu", nil)]
        )
    }

    private static var contacts: [Variants.Option] {
        [
            // The longer date of receipt makes no difference but its words.
            Variants.Option(words: "") { ($0.phone, $0.isOverseas) = (specimen.phone, true) },
            Variants.Option(words: "téléphone noté seulement") {
                $0.phone = nil
                $0.phoneIsNoted = true
                $0.timesAreNoted = true
            },
            Variants.Option(words: "sans téléphone") { $0.phone = nil },
        ]
    }

    /// One, two, three of the longest, none.
    private static func shown(_ examples: ExampleLinks) -> [Variants.Option] {
        let longest = examples.links.sorted { $0.title.utf8.count > $1.title.utf8.count }
        let links = [0, 1, 2].map {
            longest.indices.contains($0) ? longest[$0] : specimen.examples[0]
        }
        return Variants.axis(
            \.examples,
            [
                ("", [links[0]]), ("deux exemples", Array(links.prefix(2))),
                ("trois exemples", links), ("sans exemple", []),
            ]
        )
    }

    private static var wishes: [Variants.Option] {
        Variants.axis(
            \.actions,
            [
                ("", [.recontact]), ("exemples et catalogue demandés", RequestedAction.allCases),
                ("exemples demandés", [.examples]), ("catalogue demandé", [.catalogue]),
                ("sans souhait", []),
            ]
        )
    }
}

extension LetterVariants where Values: SignedValues {
    /// None, all, and each alone.
    fileprivate static var signs: [Option] {
        let single = Sign.allCases.map { (words: "signe « \($0.rawValue) »", value: Set([$0])) }
        return axis(\.signs, [("", []), ("tous les signes", Set(Sign.allCases))] + single)
    }
}

extension ClarificationValues: RequesterValues {
    private typealias Variants = LetterVariants<ClarificationValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<ClarificationValues> {
        let axes = [
            [
                Variants.Option(words: "") { $0.phone = specimen.phone },
                Variants.Option(words: "téléphone noté seulement") {
                    $0.phone = nil
                    $0.phoneIsNoted = true
                },
                Variants.Option(words: "sans téléphone") { $0.phone = nil },
            ],
            Variants.axis(
                \.forwardedFor,
                [
                    ("", nil), ("transféré", "la mairie de Lourdoueix"),
                    ("transféré, sans nom", ""),
                ]
            ),
            Variants.axis(\.isHandedOn, [handedOn.no, handedOn.yes]),
            Variants.axis(\.wantsContact, [("", false), ("rappel demandé", true)]),
            Variants.axis(\.hesitates, [("", false), ("hésitation", true)]),
            Variants.signs,
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}

extension AcknowledgementValues: RequesterValues {
    private typealias Variants = LetterVariants<AcknowledgementValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<AcknowledgementValues> {
        let topics = Topic.allCases.map { (words: "sujet « \($0.rawValue) »", value: Optional($0)) }
        let axes = [
            Variants.axis(\.topic, [(words: "sans sujet", value: nil)] + topics),
            Variants.axis(\.isResident, [("", false), ("habitant", true)]),
            Variants.axis(\.isScannedLetter, [("", false), ("courrier scanné", true)]),
            Variants.axis(\.isHandedOn, [handedOn.no, handedOn.yes]),
            Variants.axis(\.hasDetails, [("", true), ("sans précisions", false)]),
            Variants.signs,
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}

extension SummaryValues: TriedValues {
    private typealias Variants = LetterVariants<SummaryValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<SummaryValues> {
        let axes = [
            Variants.emptied(\.warnings, "sans avertissement"),
            Variants.emptied(\.todo, "rien à faire"), Variants.emptied(\.who, "auteur inconnu"),
            Variants.emptied(\.place, "lieu inconnu"),
            Variants.emptied(\.handedOn, "sans transmission"),
            Variants.emptied(\.takenBack, "non récupéré"),
            Variants.emptied(\.request, "sans demande"), Variants.emptied(\.reasons, "sans raison"),
            Variants.emptied(\.missing, "rien ne manque"),
            Variants.emptied(\.answered, "sans réponse"),
            Variants.emptied(\.neighbours, "sans voisin"),
            Variants.emptied(\.original, "sans original"),
            Variants.emptied(\.message, "sans texte"),
            Variants.emptied(\.heldAnswer, "sans réponse en attente"),
            Variants.emptied(\.orders, "sans ordres"),
            Variants.removed(\.writeTo, "sans adresse du demandeur"),
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}

extension UpdateValues: TriedValues {
    private typealias Variants = LetterVariants<UpdateValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<UpdateValues> {
        let axes = [
            Variants.emptied(\.warnings, "sans avertissement"),
            Variants.emptied(\.news, "sans nouveauté"), Variants.emptied(\.todo, "rien à faire"),
            Variants.emptied(\.who, "auteur inconnu"),
            Variants.emptied(\.takenBack, "non récupéré"),
            Variants.emptied(\.before, "sans changement"),
            Variants.emptied(\.request, "sans demande"), Variants.emptied(\.reasons, "sans raison"),
            Variants.emptied(\.answered, "sans réponse"),
            Variants.emptied(\.original, "sans original"),
            Variants.emptied(\.message, "sans texte"),
            Variants.emptied(\.heldAnswer, "sans réponse en attente"),
            Variants.emptied(\.orders, "sans ordres"),
            Variants.removed(\.writeTo, "sans adresse du demandeur"),
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}

extension AlertValues: TriedValues {
    private typealias Variants = LetterVariants<AlertValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<AlertValues> {
        let axes = [
            Variants.removed(\.caseNumber, "sans dossier"),
            Variants.emptied(\.todo, "rien à faire"), Variants.emptied(\.who, "auteur inconnu"),
            Variants.emptied(\.details, "sans détail"), Variants.emptied(\.orders, "sans ordres"),
            Variants.removed(\.writeTo, "sans adresse du demandeur"),
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}

extension IncidentValues: TriedValues {
    private typealias Variants = LetterVariants<IncidentValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<IncidentValues> {
        let axes = [
            Variants.removed(\.since, "panne finie"), Variants.removed(\.lasted, "panne en cours"),
            Variants.emptied(\.todo, "rien à faire"), Variants.removed(\.nextTry, "sans réessai"),
            Variants.removed(\.waiting, "rien n'attend"),
            Variants.emptied(\.details, "sans détail"),
            Variants.removed(\.writtenAt, "sans heure d'écriture"),
            Variants.axis(\.isUnjournalled, [("", false), ("hors du journal", true)]),
            Variants.axis(\.replacesAlarm, [("", false), ("avis retiré", true)]),
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}

extension RecapValues: TriedValues {
    private typealias Variants = LetterVariants<RecapValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<RecapValues> {
        let axes = [
            Variants.emptied(\.waiting, "rien à prendre"),
            Variants.emptied(\.undelivered, "tout est remis"),
            Variants.emptied(\.setAside, "rien d'écarté"),
            Variants.emptied(\.mailbox, "sans état de la boîte"),
            Variants.axis(\.hasWaiting, [("", true), ("rien n'attend", false)]),
            Variants.axis(\.offersRecovery, [("", true), ("rien à récupérer", false)]),
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}

extension FactReviewValues: TriedValues {
    private typealias Variants = LetterVariants<FactReviewValues>

    static func variants(
        _ facts: [FactsState],
        examples: ExampleLinks
    ) -> LetterVariants<FactReviewValues> {
        let expired = specimen.items.map { item in
            var item = item
            item.next = nil
            return item
        }
        let due = specimen.items.map { item in
            var item = item
            item.before = nil
            return item
        }
        let axes = [
            Variants.axis(
                \.items,
                [("", due), ("expiré", expired), ("plusieurs faits", due + expired)]
            )
        ]
        return Variants(specimen, axes: axes, facts: facts)
    }
}
