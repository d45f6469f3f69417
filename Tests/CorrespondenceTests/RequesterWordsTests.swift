import Foundation
import Intake
import Territory
import Testing

@testable import Correspondence

@Suite("Who writes, for staff") struct RequesterWordsTests {
    private func words(_ change: (inout Requester) -> Void) -> RequesterWords {
        var requester = Requester()
        change(&requester)
        return RequesterWords(requester, nil)
    }

    @Test("what is known stands on one line")
    func known() {
        let words = words {
            $0.name = "Josiane Auclert"
            $0.role = "secrétaire de mairie"
            $0.phone = "02 61 91 33 50"
            $0.organisation = "mairie de Lourdoueix"
            $0.organisationType = .commune
            $0.department = "36"
            $0.placeEvidence = "Probable : nommée dans le texte"
        }
        #expect(words.who == ["Josiane Auclert, secrétaire de mairie, 02 61 91 33 50"])
        #expect(
            words.place == ["Mairie de Lourdoueix, commune, 36", "Probable : nommée dans le texte"]
        )
    }

    @Test("nothing known is said to be unknown") func unknown() {
        #expect(words { _ in }.who == ["inconnu"])
        #expect(words { _ in }.place.isEmpty)
    }

    @Test("who handed on, what is doubtful and what contradicts itself have lines of their own")
    func unsure() {
        let words = words {
            $0.name = "Anne Morel"
            $0.forwarder = Forwarder(name: "Michel Prat", organisation: "CC du Pays de Fayence")
            $0.provenance[.phone] = Provenance([.text], .doubtful)
            $0.contradictions = [
                Contradiction(
                    .name,
                    taken: "Anne Morel",
                    from: .header,
                    other: "Paul Prat",
                    from: .signature
                ),
                Contradiction(
                    .organisation,
                    taken: "Paimpol (22)",
                    from: .text,
                    other: "Lannion (22)",
                    from: .address
                ),
            ]
        }
        #expect(
            words.who == [
                "Anne Morel", "transmis par Michel Prat, CC du Pays de Fayence",
                "À vérifier : plusieurs numéros dans le texte",
                "À vérifier : l'en-tête dit « Anne Morel », la signature dit « Paul Prat »",
            ]
        )
        #expect(
            words.place == [
                "À vérifier : le texte dit « Paimpol (22) », l'adresse électronique dit « Lannion (22) »"
            ]
        )
    }

    @Test(
        "a body that belongs to authorities is not called one",
        arguments: [
            ("CCAS de Tulle", OrganisationType.commune, ["CCAS de Tulle"]),
            ("CDG 70", .jointAuthority, ["CDG 70"]),
            (
                "SIVOM du Val", .jointAuthority,
                ["SIVOM du Val, syndicat", "À vérifier : notre annuaire n'a pas les syndicats"]
            ),
            (
                "Mairie de Nulle-Part", .commune,
                [
                    "Mairie de Nulle-Part, commune",
                    "À vérifier : ce nom n'est pas dans notre annuaire",
                ]
            ),
        ]
    )
    func bodies(name: String, type: OrganisationType, lines: [String]) throws {
        var requester = Requester()
        requester.organisation = name
        requester.organisationType = type
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let gazetteer = try Gazetteer(
            folder: root.appendingPathComponent("Sources/Territory/Data")
        )
        #expect(RequesterWords(requester, gazetteer).place == lines)
    }

    @Test("several candidates come with what tells them apart")
    func candidates() {
        let shared = "nommée dans la signature"
        let words = words { requester in
            requester.placeEvidence = "À vérifier : 8 communes de ce nom"
            requester.authorities = (1...8).map { number in
                AuthorityCandidate(
                    code: .commune(insee: "0000\(number)"),
                    name: "Saint-Denis (\(number))",
                    reasons: number == 1 ? [shared, "département 93"] : [shared]
                )
            }
        }
        let line = words.place.first ?? ""
        #expect(
            line.hasPrefix(
                "À vérifier : 8 communes de ce nom : Saint-Denis (1), département 93 ; Saint-Denis (2) ;"
            )
        )
        #expect(line.hasSuffix("Saint-Denis (6) ; et d'autres"))
        #expect(!line.contains(shared))
    }

    @Test("one body under two codes is no doubt", arguments: [nil, "Sûr : nommée dans le texte"])
    func oneBody(evidence: String?) {
        let words = words { requester in
            requester.organisation = "Collectivité européenne d'Alsace"
            requester.placeEvidence = evidence
            requester.authorities = ["67", "68"].map {
                AuthorityCandidate(
                    code: .department(code: $0),
                    name: "Collectivité européenne d'Alsace",
                    reasons: []
                )
            }
        }
        let lines = ["Collectivité européenne d'Alsace", evidence].compactMap(\.self)
        #expect(words.place == lines)
    }
}
