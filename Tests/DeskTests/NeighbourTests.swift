import Casework
import Desk
import Foundation
import Intake
import Mail
import Testing

/// Which other cases staff read of in a summary, and that nobody else does.
@Suite("Other open cases") struct NeighbourTests {
    private static let lescun = message(
        from: "Paul Prat <paul.prat@lescun-mairie.example>",
        subject: "Inscriptions à la cantine",
        text: """
            Bonjour,

            Nous souhaitons consulter le catalogue Territoires Store. Les parents inscrivent leurs \
            enfants à la cantine sur papier et le traiteur reçoit le nombre de repas par téléphone.

            Cordialement,
            Paul Prat
            Mairie de Lescun (64)
            """,
        id: "un"
    )
    private static let accous = message(
        from: "Anne Lacoste <a.lacoste@accous.example>",
        subject: "cantine scolaire",
        text: """
            Bonjour,

            Nous souhaitons voir des exemples et consulter le catalogue Territoires Store. Pour la \
            cantine, l'inscription se fait sur papier et les repas sont perdus. Je suis joignable \
            au 05 59 34 00 00 le matin.

            Cordialement,
            Anne Lacoste
            Mairie d'Accous (64)
            """,
        id: "deux"
    )
    /// What nobody but staff may learn of the first case.
    private static let secrets = [
        "2026-00001", "lescun", "paul prat", "paul.prat", "voisins", "même intercommunalité",
    ]

    private func neighbours(_ decision: Decision) -> String {
        let lines = decision.told.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("VOISINS") }) else { return "" }
        let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        return ([lines[start]] + rest).joined(separator: " ")
            .split(separator: " ").joined(separator: " ")
    }

    @Test("a case of the same intercommunality about the same subject, taken together with it")
    func sameBatch() throws {
        try TestOffice.with { office in
            let decisions = try office.take(
                [Arrival(bytes: Self.lescun), Arrival(bytes: Self.accous)],
                at: TestOffice.morning
            )
            #expect(
                neighbours(decisions[0]) == """
                    VOISINS aucun autre dossier ouvert de cette collectivité ni de son intercommunalité
                    """
            )
            let line = neighbours(decisions[1])
            #expect(
                line.hasPrefix("VOISINS même intercommunalité, même sujet (« cantine »"),
                "\(line)"
            )
            #expect(line.contains(": 2026-00001, "))
            #expect(line.hasSuffix("store, ouvert le 21 sept., Paul Prat"), "\(line)")
        }
    }

    @Test("who writes learns nothing of it", arguments: [false, true])
    func secret(holdsAnswers: Bool) throws {
        try TestOffice.with(holdsAnswers: holdsAnswers) { office in
            _ = try office.take(Self.lescun)
            let decision = try office.take(Self.accous)
            #expect(neighbours(decision).contains("2026-00001"))
            let answers = decision.mails.filter(\.role.answersRequester)
            #expect(answers.map(\.forwardPaths) == [["a.lacoste@accous.example"]])
            for mail in answers {
                let parsed = Message(parsing: mail.bytes)
                let html = parsed.html ?? ""
                #expect(parsed.text.contains("2026-00002") && html.contains("2026-00002"))
                let raw = String(decoding: mail.bytes, as: UTF8.self)
                for part in [parsed.text, html, raw, mail.subject] {
                    for secret in Self.secrets {
                        #expect(!part.lowercased().contains(secret), "\(secret) in \(part)")
                    }
                }
            }
        }
    }

    @Test("the same after a restart")
    func restart() throws {
        var told: [String] = []
        for isRestarted in [false, true] {
            let store = TestOffice.temporaryFolder()
            defer { try? FileManager.default.removeItem(at: store) }
            var office = try TestOffice.open(store)
            _ = try office.take(Self.lescun)
            if isRestarted {
                office.close()
                office = try TestOffice.open(store)
            }
            told.append(neighbours(try office.take(Self.accous)))
            office.close()
        }
        #expect(told[0] == told[1])
        #expect(told[0].contains("même intercommunalité, même sujet"))
    }

    @Test("what the same person wrote before")
    func samePerson() throws {
        try TestOffice.with { office in
            _ = try office.take(Self.lescun)
            let decision = try office.take(
                message(
                    from: "Paul Prat <Paul.Prat@lescun-mairie.example>",
                    subject: "Piscine",
                    text: "Bonjour,\n\nNous souhaitons un outil pour la piscine.\n\nPaul Prat"
                )
            )
            #expect(decision.caseNumber == CaseNumber(year: 2026, sequence: 2))
            #expect(neighbours(decision).hasPrefix("VOISINS même personne : 2026-00001, "))
        }
    }
}
