import Casework
import Foundation
import Intake

/// How other open cases near one read to staff.
package enum NeighbourWords {
    /// Words in common that a line shows.
    private static let wordsShown = 3

    /// One line a case, as in
    /// `même commune : 2026-00031, Lescun (64), store, ouvert le 3 sept., Paul Prat`; before them the case
    /// that the message names.
    package static func lines(_ neighbours: Neighbours, of dossier: Case, on today: Date)
        -> [String]
    {
        let linked = dossier.linkedTo.map { "cite le dossier \($0) sans en faire partie" }
        guard !neighbours.named.isEmpty else {
            return [linked, none(neighbours)].compactMap(\.self)
        }
        let named = neighbours.named.map { line($0, of: dossier, neighbours.authority, today) }
        return [linked].compactMap(\.self) + named + [others(neighbours)].compactMap(\.self)
    }

    private static func line(
        _ neighbour: Neighbour,
        of dossier: Case,
        _ authority: AuthorityKey?,
        _ today: Date
    ) -> String {
        let other = neighbour.dossier
        let why = [
            neighbour.relation.map { word(for: $0, other, of: dossier, authority) },
            sameSubject(neighbour.sharedWords),
        ]
        let who = StaffWords.who(other)
        let name = other.requester.name.flatMap { who.hasPrefix($0) ? nil : $0 }
        let parts = [
            other.number.description, who, StaffWords.what(other),
            "ouvert le \(day(other.openedAt, today))",
            standing(other), name,
        ]
        return "\(joined(why)) : \(joined(parts))"
    }

    private static func joined(_ parts: [String?]) -> String {
        parts.compactMap(\.self).joined(separator: ", ")
    }

    private static func sameSubject(_ words: [String]) -> String? {
        guard !words.isEmpty else { return nil }
        let shown = words.prefix(wordsShown).map { "« \($0) »" }.joined(separator: ", ")
        return "même sujet (\(shown))"
    }

    private static func word(
        for relation: Relation,
        _ other: Case,
        of dossier: Case,
        _ authority: AuthorityKey?
    ) -> String {
        switch relation {
        case .person: "même personne"
        case .mailbox: "même adresse"
        case .authority: same(authority)
        case .intercommunality:
            switch (dossier.requester.organisationType, other.requester.organisationType) {
            case (_, .epci): "son intercommunalité"
            case (.epci, _): "commune de l'intercommunalité"
            default: "même intercommunalité"
            }
        }
    }

    private static func same(_ authority: AuthorityKey?) -> String {
        switch authority {
        case .commune: "même commune"
        case .epci: "même intercommunalité"
        case .department: "même département"
        case .region: "même région"
        // Not the département's own administration.
        case .named(_, .department, _): "même organisme"
        case .named(_, let type, _): "même \(type.map(noun) ?? "organisme")"
        case .domain: "même domaine de messagerie"
        case nil: "même collectivité"
        }
    }

    /// Of organisations that no code names.
    private static func noun(_ type: OrganisationType) -> String {
        type == .state ? "service de l'État" : StaffWords.label(type)
    }

    private static func day(_ date: Date, _ today: Date) -> String {
        let isThisYear = FrenchDates.year(of: date) == FrenchDates.year(of: today)
        return FrenchDates.dayOfMonth(date) + (isThisYear ? "" : " \(FrenchDates.year(of: date))")
    }

    private static func standing(_ other: Case) -> String? {
        switch other.state {
        case .new: nil
        case .inProgress: "pris en charge" + (other.takenBy.map { " par \($0)" } ?? "")
        case .waiting: "question posée"
        case .closed: "clos"
        }
    }

    private static func others(_ neighbours: Neighbours) -> String? {
        let count = neighbours.others
        guard count > 0 else { return nil }
        let least = neighbours.isCutShort ? "au moins " : ""
        return "et \(least)\(count) autre\(count > 1 ? "s" : "")"
    }

    /// That there is none: only where it is known whose cases were looked for, and all were.
    private static func none(_ neighbours: Neighbours) -> String? {
        guard !neighbours.isCutShort else { return nil }
        let withEPCI = neighbours.includesEPCI
        let whose: String
        switch neighbours.authority {
        case .commune:
            whose = "cette collectivité" + (withEPCI ? " ni de son intercommunalité" : "")
        case .epci: whose = "cette intercommunalité" + (withEPCI ? " ni de ses communes" : "")
        case .department, .region: whose = "cette collectivité"
        case .named(_, .association, _): whose = "cette association"
        case .named(_, .jointAuthority, _): whose = "ce syndicat"
        case .named(_, .state, _): whose = "ce service"
        case .named(_, .company, _), .domain, nil: return nil
        case .named: whose = "cette collectivité"
        }
        return "aucun autre dossier ouvert de \(whose)"
    }
}

extension StaffWords {
    /// What is asked, as in `investigation + store`, `à préciser`, `presse`.
    fileprivate static func what(_ dossier: Case) -> String {
        switch dossier.kind {
        case .request: list(dossier.offers)
        case .unclear: "à préciser"
        case .other, .automatic, .spam: label(dossier.topic).lowercased()
        }
    }
}
