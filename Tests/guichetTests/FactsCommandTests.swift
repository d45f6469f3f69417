import Casework
import Correspondence
import Foundation
import Testing

@testable import guichet

@Suite("The facts command") struct FactsCommandTests {
    @Test("a row says how a fact stands on a day")
    func rows() throws {
        let section = """
            [duree]
            valeur = trois mois
            source = note
            responsable = équipe
            revoir_le = 2027-06-30
            repli = des semaines
            [delai_jours_ouvres]
            valeur =
            source =
            responsable =
            revoir_le = 2027-06-30
            repli =
            """
        let facts = try Facts(source: section, file: "f")
        for (day, row) in [
            ("2027-05-30", "duree à jour 2027-06-30 équipe trois mois"),
            ("2027-05-31", "duree à revoir 2027-06-30 équipe trois mois"),
            ("2027-06-30", "duree à revoir 2027-06-30 équipe trois mois"),
            ("2027-07-01", "duree repli 2027-06-30 équipe des semaines"),
        ] {
            let table = FactsCommand.table(facts, on: try #require(CivilDay(day)))
            let lines = table.split(separator: "\n").map { line in
                line.split(separator: " ").joined(separator: " ")
            }
            let head = "FAIT ÉTAT REVOIR LE RESPONSABLE ÉCRIT"
            #expect(lines == [head, row, "delai_jours_ouvres vide"])
        }
    }

    @Test("a broken file of facts ends the command with its place, and a bad day is a wrong usage")
    func errors() throws {
        try Checkout.withFolder { folder in
            try "[duree]\nvaleurs = 1\n".write(
                to: folder.appendingPathComponent(Facts.fileName),
                atomically: true,
                encoding: .utf8
            )
            let broken = try Program.run(["facts", "--templates", folder.path])
            #expect(broken.code == 78)
            #expect(broken.errors.contains("faits.conf:2:1 : « valeurs » n'existe pas"))
        }
        #expect(try Program.run(["facts", "--on", "demain"]).code == 64)
        let shipped = try Program.run(["facts"])
        #expect(shipped.code == 0 && shipped.output.hasPrefix("FAIT "))
    }
}
