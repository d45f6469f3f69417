import Foundation
import Templates

/// An order that staff can give, offered as a prefilled mail.
package struct OrderLink: Hashable, Sendable {
    /// As in "prendre" or "reclasser 2".
    package var order: String
    /// A mailto address (RFC 6068), percent-encoded.
    package var mailto: String

    package init(order: String, mailto: String) {
        self.order = order
        self.mailto = mailto
    }
}

/// How staff can write to the requester, with the service in copy.
package struct RequesterLink: Hashable, Sendable {
    package var address: String
    /// The service's address with the case token.
    package var copyTo: String
    /// A mailto address (RFC 6068), percent-encoded.
    package var mailto: String
    /// Whether it is who asks, and not who passed the request on.
    package var isRequester: Bool

    package init(address: String, copyTo: String, isRequester: Bool = true, mailto: String) {
        self.address = address
        self.copyTo = copyTo
        self.isRequester = isRequester
        self.mailto = mailto
    }
}

/// A new case as staff see it: each field is printed line by line beside its label, or not at all
/// where it is empty.
package struct SummaryValues: Hashable, LetterValues {
    package var caseNumber: String
    /// Above all else, in capitals: a scanned letter, a held answer, a forged sender.
    package var warnings: [String]
    /// À FAIRE
    package var todo: [String]
    /// QUI
    package var who: [String]
    /// OÙ
    package var place: [String]
    /// TRANSMIS, where the message is one that the writer only handed on: by which words, whose it is.
    package var handedOn: [String]
    /// RÉCUPÉRÉ, where the message had been set aside: why, and who took it back.
    package var takenBack: [String]
    /// DEMANDE
    package var request: [String]
    /// POURQUOI, as in "+3 « comprendre pourquoi » ; +3 « une journee par semaine »".
    package var reasons: [String]
    /// MANQUE
    package var missing: [String]
    /// RÉPONDU
    package var answered: [String]
    /// VOISINS
    package var neighbours: [String]
    /// ORIGINAL
    package var original: [String]
    /// SON MESSAGE
    package var message: String
    /// LA RÉPONSE QUI ATTEND: the text of an answer that is held.
    package var heldAnswer: String
    package var orders: [OrderLink]
    package var writeTo: RequesterLink?

    package init(
        caseNumber: String,
        warnings: [String] = [],
        todo: [String] = [],
        who: [String] = [],
        place: [String] = [],
        handedOn: [String] = [],
        takenBack: [String] = [],
        request: [String] = [],
        reasons: [String] = [],
        missing: [String] = [],
        answered: [String] = [],
        neighbours: [String] = [],
        original: [String] = [],
        message: String = "",
        heldAnswer: String = "",
        orders: [OrderLink] = [],
        writeTo: RequesterLink? = nil
    ) {
        self.caseNumber = caseNumber
        self.warnings = warnings
        self.todo = todo
        self.who = who
        self.place = place
        self.handedOn = handedOn
        self.takenBack = takenBack
        self.request = request
        self.reasons = reasons
        self.missing = missing
        self.answered = answered
        self.neighbours = neighbours
        self.original = original
        self.message = message
        self.heldAnswer = heldAnswer
        self.orders = orders
        self.writeTo = writeTo
    }

    package static var letter: Letter { .summary }

    package static var specimen: SummaryValues {
        SummaryValues(
            caseNumber: "2026-00042",
            warnings: ["Courrier scanné : à lire"],
            todo: [
                "rappeler Josiane Auclert", "02 61 91 00 00, « le mardi ou le vendredi matin »",
            ],
            who: ["Josiane Auclert, secrétaire de mairie, mairie@lourdoueix.example"],
            place: ["Lourdoueix-Saint-Michel, commune, Indre (36), INSEE 36099"],
            handedOn: [
                "« Pour suite à donner. »",
                "message de : Alain Fouquet <a.fouquet@belleme.example>, mardi 1 septembre 2026 10:12",
            ],
            takenBack: ["indésirable : « cartes cadeaux »", "repris par a.delaunay@anct.example"],
            request: ["investigation 11 points (suivante : store 0) ; porteur trouvé"],
            reasons: ["+3 « comprendre pourquoi »", "+3 « une journee par semaine »"],
            missing: ["rien"],
            answered: ["1er sept. 17 h 02, réponse « investigation », exemple Le Havre"],
            neighbours: [
                "même intercommunalité : 2026-00031, La Châtre (36), store, ouvert le 3 sept., Paul Prat",
                "même sujet (« papiers », « guichet ») : 2026-00017, Lescun (64), à préciser, "
                    + "ouvert le 24 août, question posée, Anne Lacoste",
            ],
            original: ["INBOX, 1er sept. 17 h 01, sans pièce jointe"],
            message: "je suis secretaire de mairie a Lourdoueix Saint Michel",
            heldAnswer: "Bonjour,\n\nVotre message est bien arrivé.",
            orders: [
                OrderLink(
                    order: "prendre",
                    mailto: "mailto:incubateur@anct.example?subject=prendre"
                ),
                OrderLink(order: "aide", mailto: "mailto:incubateur@anct.example?subject=aide"),
            ],
            writeTo: RequesterLink(
                address: "mairie@lourdoueix.example",
                copyTo: "incubateur+jeton@anct.example",
                mailto: "mailto:mairie@lourdoueix.example?cc=incubateur%2Bjeton@anct.example"
            )
        )
    }

    package var title: String { "Dossier \(caseNumber)" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        StaffFields.values(orders: orders, writeTo: writeTo).merging([
            "dossier": .text(caseNumber),
            "avertissements": .list(warnings.map { .text(LetterText.line($0).uppercased()) }),
            "a_faire": StaffFields.lines(todo),
            "qui": StaffFields.lines(who),
            "ou": StaffFields.lines(place),
            "transmis": StaffFields.lines(handedOn),
            "recupere": StaffFields.lines(takenBack),
            "demande": StaffFields.lines(request),
            "pourquoi": StaffFields.lines(reasons),
            "manque": StaffFields.lines(missing),
            "repondu": StaffFields.lines(answered),
            "voisins": StaffFields.lines(neighbours),
            "original": StaffFields.lines(original),
            "message": StaffFields.block(message),
            "reponse_en_attente": StaffFields.block(heldAnswer),
        ]) { _, own in own }
    }
}

/// What is new in a case.
package struct UpdateValues: Hashable, LetterValues {
    package var caseNumber: String
    package var warnings: [String]
    /// NOUVEAU
    package var news: [String]
    /// À FAIRE
    package var todo: [String]
    /// QUI
    package var who: [String]
    /// RÉCUPÉRÉ, where the message had been set aside: why, and who took it back.
    package var takenBack: [String]
    /// AVANT: what was understood before, where it changed.
    package var before: [String]
    /// DEMANDE
    package var request: [String]
    package var reasons: [String]
    /// RÉPONDU
    package var answered: [String]
    /// ORIGINAL
    package var original: [String]
    package var message: String
    package var heldAnswer: String
    package var orders: [OrderLink]
    package var writeTo: RequesterLink?

    package init(
        caseNumber: String,
        warnings: [String] = [],
        news: [String] = [],
        todo: [String] = [],
        who: [String] = [],
        takenBack: [String] = [],
        before: [String] = [],
        request: [String] = [],
        reasons: [String] = [],
        answered: [String] = [],
        original: [String] = [],
        message: String = "",
        heldAnswer: String = "",
        orders: [OrderLink] = [],
        writeTo: RequesterLink? = nil
    ) {
        self.caseNumber = caseNumber
        self.warnings = warnings
        self.news = news
        self.todo = todo
        self.who = who
        self.takenBack = takenBack
        self.before = before
        self.request = request
        self.reasons = reasons
        self.answered = answered
        self.original = original
        self.message = message
        self.heldAnswer = heldAnswer
        self.orders = orders
        self.writeTo = writeTo
    }

    package static var letter: Letter { .update }

    package static var specimen: UpdateValues {
        let summary = SummaryValues.specimen
        return UpdateValues(
            caseNumber: summary.caseNumber,
            warnings: ["Demande retirée"],
            news: ["complément du demandeur, 3 sept. 09 h 12"],
            todo: summary.todo,
            who: summary.who,
            takenBack: summary.takenBack,
            before: ["investigation"],
            request: ["store 6 points"],
            reasons: summary.reasons,
            answered: ["pas de nouvel accusé"],
            original: summary.original,
            message: "Finalement, c'est le catalogue qui nous intéresse.",
            heldAnswer: summary.heldAnswer,
            orders: summary.orders,
            writeTo: summary.writeTo
        )
    }

    package var title: String { "Dossier \(caseNumber)" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        StaffFields.values(orders: orders, writeTo: writeTo).merging([
            "dossier": .text(caseNumber),
            "avertissements": .list(warnings.map { .text(LetterText.line($0).uppercased()) }),
            "nouveau": StaffFields.lines(news),
            "a_faire": StaffFields.lines(todo),
            "qui": StaffFields.lines(who),
            "recupere": StaffFields.lines(takenBack),
            "avant": StaffFields.lines(before),
            "demande": StaffFields.lines(request),
            "pourquoi": StaffFields.lines(reasons),
            "repondu": StaffFields.lines(answered),
            "original": StaffFields.lines(original),
            "message": StaffFields.block(message),
            "reponse_en_attente": StaffFields.block(heldAnswer),
        ]) { _, own in own }
    }
}

/// A notice to staff: something happened that a person must know.
package struct AlertValues: Hashable, LetterValues {
    package var caseNumber: String?
    /// One or two sentences: what happened.
    package var happened: [String]
    /// À FAIRE
    package var todo: [String]
    /// QUI
    package var who: [String]
    /// DÉTAIL: reply codes, mail ids, counts.
    package var details: [String]
    package var orders: [OrderLink]
    package var writeTo: RequesterLink?

    package init(
        caseNumber: String? = nil,
        happened: [String],
        todo: [String] = [],
        who: [String] = [],
        details: [String] = [],
        orders: [OrderLink] = [],
        writeTo: RequesterLink? = nil
    ) {
        self.caseNumber = caseNumber
        self.happened = happened
        self.todo = todo
        self.who = who
        self.details = details
        self.orders = orders
        self.writeTo = writeTo
    }

    package static var letter: Letter { .alert }

    package static var specimen: AlertValues {
        AlertValues(
            caseNumber: "2026-00047",
            happened: ["L'accusé de réception n'a pas été remis : adresse inconnue."],
            todo: ["trouver une autre adresse, ou téléphoner"],
            who: ["mairie@inconnue.example, 02 61 91 00 00"],
            details: ["550 5.1.1, 8 sept. 08 h 02"],
            orders: SummaryValues.specimen.orders,
            writeTo: SummaryValues.specimen.writeTo
        )
    }

    package var title: String { caseNumber.map { "Alerte, dossier \($0)" } ?? "Alerte" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        StaffFields.values(orders: orders, writeTo: writeTo).merging([
            "dossier": LetterText.value(caseNumber),
            "fait": .list(happened.map { LetterText.value($0) }),
            "a_faire": StaffFields.lines(todo),
            "qui": StaffFields.lines(who),
            "detail": StaffFields.lines(details),
        ]) { _, own in own }
    }
}

/// The shapes that mails to staff share.
enum StaffFields {
    /// The first line stands beside its label, the others below it.
    static func lines(_ lines: [String]) -> TemplateValue {
        let lines = lines.map(LetterText.line).filter { !$0.isEmpty }
        guard let first = lines.first else { return .null }
        return [
            "debut": .text(first), "suite": .list(lines.dropFirst().map(TemplateValue.text)),
        ]
    }

    static func block(_ text: String) -> TemplateValue {
        guard case .list(let lines) = LetterText.verbatim(text), !lines.isEmpty else {
            return .null
        }
        return ["lignes": .list(lines)]
    }

    /// Short pieces side by side, as many as fit on a line.
    static func filled(_ pieces: [String]) -> [String] {
        pieces.map(LetterText.line).reduce(into: []) { lines, piece in
            if let last = lines.last, last.count + piece.count < 66 {
                lines[lines.count - 1] = "\(last) ; \(piece)"
            } else {
                lines.append(piece)
            }
        }
    }

    static func values(
        orders: [OrderLink],
        writeTo: RequesterLink?
    ) -> [String: TemplateValue] {
        let writeTo: TemplateValue =
            if let writeTo {
                [
                    "lien": LetterText.link(writeTo.address, to: writeTo.mailto),
                    "copie": LetterText.value(writeTo.copyTo),
                    "a_qui_transmet": .bool(!writeTo.isRequester),
                ]
            } else { .null }
        return [
            "peut_repondre": .bool(!orders.isEmpty),
            "ordres": .list(
                orders.enumerated().map { index, link in
                    [
                        "lien": LetterText.link(link.order, to: link.mailto),
                        "suivant": .bool(index > 0),
                    ]
                }
            ),
            "ecrire": writeTo,
        ]
    }
}
