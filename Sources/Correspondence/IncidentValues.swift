import Foundation
import Templates

/// A change of state of the service, for who administers it.
package struct IncidentValues: Hashable, LetterValues {
    /// One or two sentences: what does not work, or works again.
    package var happened: [String]
    /// Written only while it fails.
    package var since: String?
    /// Written only once it is over.
    package var lasted: String?
    /// À FAIRE
    package var todo: [String]
    /// When the service tries again.
    package var nextTry: String?
    /// What waits, or has waited.
    package var waiting: String?
    /// DÉTAIL: in the words of the server or the system.
    package var details: [String]
    /// When the mail is written; set while the failure goes on, since the mail may be read later.
    package var writtenAt: String?
    /// Whether the journal does not know of this mail.
    package var isUnjournalled: Bool
    /// Whether the mail that told of the failure never left.
    package var replacesAlarm: Bool

    package init(
        happened: [String],
        since: String? = nil,
        lasted: String? = nil,
        todo: [String] = [],
        nextTry: String? = nil,
        waiting: String? = nil,
        details: [String] = [],
        writtenAt: String? = nil,
        isUnjournalled: Bool = false,
        replacesAlarm: Bool = false
    ) {
        self.happened = happened
        self.since = since
        self.lasted = lasted
        self.todo = todo
        self.nextTry = nextTry
        self.waiting = waiting
        self.details = details
        self.writtenAt = writtenAt
        self.isUnjournalled = isUnjournalled
        self.replacesAlarm = replacesAlarm
    }

    package static var letter: Letter { .incident }

    package static var specimen: IncidentValues {
        IncidentValues(
            happened: [
                "La boîte n'est plus lue : le serveur ne répond pas.",
                "Les messages y restent et seront pris ensuite.",
            ],
            since: "mardi 8 septembre 2026 à 8 h 02",
            lasted: "2 h 05, du 8 sept. 8 h 02 au 8 sept. 10 h 07",
            todo: ["vérifier que le serveur répond", "guichet check dit ce qui manque"],
            nextTry: "au plus tard à 8 h 07",
            waiting: "3 courriers à envoyer",
            details: ["imaps://imap.anct.example:993: timed out"],
            writtenAt: "8 sept. 8 h 05",
            isUnjournalled: true,
            replacesAlarm: true
        )
    }

    package var title: String { "État du service" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        [
            "fait": .list(happened.map { LetterText.value($0) }),
            "depuis": LetterText.value(since),
            "duree": LetterText.value(lasted),
            "a_faire": StaffFields.lines(todo),
            "essai": LetterText.value(nextTry),
            "attente": LetterText.value(waiting),
            "detail": StaffFields.lines(details),
            "en_panne": .bool(writtenAt != nil),
            "ecrit": LetterText.value(writtenAt),
            "hors_journal": .bool(isUnjournalled),
            "avis_retire": .bool(replacesAlarm),
        ]
    }
}
