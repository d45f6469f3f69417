import Casework
import Desk
import Foundation
import Intake
import Mail
import Testing

@testable import guichet

@Suite("Configuration of staff") struct StaffConfigurationTests {
    /// Eleven lines: those of a test begin in line 12.
    private static let head = """
        [mailbox]
        url = imap://127.0.0.1:1143/INBOX
        user = boite@anct.example
        password = x
        [delivery]
        url = smtp://127.0.0.1:1025
        from = incubateur@anct.example
        [service]
        store = data
        own_addresses = autre@anct.example
        [staff]

        """

    private func read(_ lines: [String], environment: [String: String] = [:]) -> Result<
        (Settings, [String]), ConfigurationErrors
    > {
        var reader = SettingsReader(
            file: ConfigurationFile(
                name: "g.conf",
                text: Self.head + lines.joined(separator: "\n")
            ),
            folder: URL(fileURLWithPath: "/etc/guichet", isDirectory: true),
            environment: environment
        )
        return Result { () throws(ConfigurationErrors) in
            (try reader.settings(), reader.warnings)
        }
    }

    private func errors(_ lines: [String], environment: [String: String] = [:]) -> [String] {
        switch read(lines, environment: environment) {
        case .success: []
        case .failure(let errors): errors.errors.map(\.description)
        }
    }

    private static let teams = [
        "default = eve@anct.example", "presse = max@anct.example",
        "autre-programme = eve@anct.example",
        "[staff.iles]", "territories = Outre-mer", "default = ivo@anct.example",
        "[staff.grand-ouest]", "territories = Bretagne, \"Pays de la Loire\"",
        "store = lea@anct.example", "facture = lou@anct.example",
        "[staff.armor]", "territories = cotes d’armor, 2a,la réunion",
        "startup = Yann <yann@anct.example>",
    ]

    // MARK: What is read

    @Test(
        "a team has its territory, by code or name, and the most exact one wins",
        arguments: [
            ("22", "armor"), ("2A", "armor"), ("974", "armor"), ("2B", nil), ("29", "grand-ouest"),
            ("44", "grand-ouest"), ("85", "grand-ouest"), ("971", "iles"), ("988", "iles"),
            ("975", "iles"), ("75", nil),
        ]
    )
    func territory(department: String, expected: String?) throws {
        let (settings, warnings) = try read(Self.teams).get()
        #expect(settings.routing.team(for: department)?.name == expected)
        #expect(warnings.isEmpty)
    }

    @Test("offers, topics and the rest are read, in [staff] and in teams")
    func rosters() throws {
        let routing = try read(Self.teams).get().0.routing
        func told(_ matter: Matter, _ department: String?) -> String {
            routing.recipients(for: matter, in: routing.team(for: department))
                .map(\.localPart).joined(separator: " ")
        }
        #expect(told(.topic(.presse), "29") == "max")
        #expect(told(.topic(.facture), "29") == "lou")
        #expect(told(.topic(.facture), "22") == "eve")
        #expect(told(.offer(.startup), "22") == "yann")
        #expect(told(.rest, "972") == "ivo")
        #expect(told(.topic(.autreProgramme), "972") == "eve")
        #expect(routing.everyone.count == 6)
    }

    @Test("every topic has its key, in the file and in the environment", arguments: Topic.allCases)
    func topics(topic: Topic) throws {
        let line = "\(topic.rawValue) = max@anct.example"
        let routing = try read(["default = eve@anct.example", line]).get().0.routing
        #expect(routing.roster[.topic(topic)]?.map(\.localPart) == ["max"])
        let name = "GUICHET_STAFF_\(topic.rawValue.uppercased().replacing("-", with: "_"))"
        let (settings, warnings) = try read(
            ["default = eve@anct.example"],
            environment: [name: "max@anct.example"]
        ).get()
        #expect(settings.routing.roster == routing.roster)
        #expect(warnings.isEmpty)
    }

    @Test("the environment changes a team of the file, and makes none")
    func environment() throws {
        let (settings, warnings) = try read(
            Self.teams,
            environment: [
                "GUICHET_STAFF_GRAND_OUEST_STORE": "zoe@anct.example",
                "GUICHET_STAFF_GRAND_OUEST_TERRITORIES": "Normandie",
                "GUICHET_STAFF_EST_STORE": "zoe@anct.example",
            ]
        ).get()
        let team = try #require(settings.routing.team(for: "50"))
        #expect(team.roster[.offer(.store)]?.map(\.localPart) == ["zoe"])
        #expect(warnings.count == 1 && warnings[0].contains("GUICHET_STAFF_EST_STORE is no key"))
    }

    // MARK: What is refused

    @Test(
        "an error of a team names its place and what to do",
        arguments: [
            (["territories = Bretange, 44"], "14:15: `territories`: `Bretange`", "`Bretagne`?"),
            (["territories = 44,  Finistere, Manch"], "14:31: `territories`", "`Manche`?"),
            (["territories = 22, Lannion"], "14:19: `territories`: `Lannion`", "département, `22`"),
            (["territories = 5"], "14:15: `territories`: `5` is no", "did you mean `05`?"),
            (["territories = 20"], "14:15: `territories`: `20` is no", "`2A` and `2B`"),
            (["territories = outremer"], "14:15: `territories`", "did you mean `outre-mer`?"),
            (["territories = PACA"], "14:15: `territories`", "`Provence-Alpes-Côte d'Azur`?"),
            (["territories = AURA"], "14:15: `territories`", "`Auvergne-Rhône-Alpes`?"),
            (["territories = Bretagne et 44"], "14:15: `territories`", "; write codes or names"),
            (["territories = ,"], "14:15: `territories` names no", ""),
            (["territories ="], "13:1: `territories` is missing in [staff.x]", "Bretagne, 44"),
            ([], "13:1: `territories` is missing in [staff.x]", "as in `Bretagne, 44`"),
            (["territories = 22", "stor = a@b.example"], "15:1: unknown key `stor`", "`store`?"),
            (["territories = 22", "recap_at = 9:00"], "15:1: unknown key `recap_at`", ""),
            (["territories = 22", "store = nobody"], "15:9: `store` must be mail addresses", ""),
        ]
    )
    func refused(lines: [String], place: String, remedy: String) {
        var team = ["default = eve@anct.example", "[staff.x]"] + lines
        if !lines.contains(where: { $0.contains("store") }) {
            team.append("store = a@anct.example")
        }
        let found = errors(team)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("g.conf:\(place)") == true, "\(found)")
        #expect(remedy.isEmpty || found.first?.contains(remedy) == true, "\(found)")
    }

    @Test("territories in [staff] are told where they belong")
    func misplaced() {
        let found = errors(["default = eve@anct.example", "territories = 22"])
        #expect(
            found == [
                "g.conf:13:1: unknown key `territories` in [staff]; it belongs to a team, as in "
                    + "[staff.bretagne]"
            ]
        )
    }

    @Test(
        "a region itself is the team's that has all of it",
        arguments: [
            ("53", "grand-ouest"), ("52", "grand-ouest"), ("94", nil), ("04", "armor"),
            ("02", "iles"),
        ]
            as [(String, String?)]
    )
    func regions(code: String, expected: String?) throws {
        let routing = try read(Self.teams).get().0.routing
        #expect(routing.team(ofRegion: code)?.name == expected)
    }

    @Test("a team of a region whose départements are others' has the region itself")
    func regionAlone() throws {
        let lines = ["default = eve@anct.example", "[staff.x]", "territories = Corse"]
        let (settings, warnings) = try read(
            lines + ["store = b@x.example"]
                + ["[staff.y]", "territories = 2A", "store = c@x.example"]
                + ["[staff.z]", "territories = 2B", "store = d@x.example"]
        ).get()
        #expect(warnings.isEmpty)
        #expect(settings.routing.team(ofRegion: "94")?.name == "x")
    }

    @Test("a team without any address is refused")
    func nobody() {
        let found = errors(["default = eve@anct.example", "[staff.x]", "territories = 22"])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("g.conf:13:1: [staff.x] names nobody; give it") == true)
    }

    @Test(
        "two teams with one place are refused, and both lines named",
        arguments: [
            ("22", "44, Côtes-d'Armor", "17:19: `territories`: `Côtes-d'Armor` is [staff.x]'s"),
            ("Bretagne", "bretagne", "17:15: `territories`: `bretagne` is [staff.x]'s"),
            ("974", "La Réunion", "17:15: `territories`: `La Réunion` is [staff.x]'s"),
            ("outre-mer", "Outre Mer", "17:15: `territories`: `Outre Mer` is [staff.x]'s"),
            ("22", "Bretagne", nil), ("outre-mer", "974", nil), ("35", "22", nil),
        ]
    )
    func clash(first: String, second: String, expected: String?) {
        let found = errors([
            "default = eve@anct.example",
            "[staff.x]", "territories = \(first)", "store = a@anct.example",
            "[staff.y]", "territories = \(second)", "store = b@anct.example",
        ])
        #expect(found.count == (expected == nil ? 0 : 1), "\(found)")
        if let expected {
            #expect(found.first?.hasPrefix("g.conf:\(expected)") == true, "\(found)")
            #expect(found.first?.contains("in line 14;") == true, "\(found)")
        }
    }

    @Test(
        "a section that is no team's is refused",
        arguments: [
            ("[staff.pays de loire]", "as in [staff.pays-de-loire]"),
            ("[staff.]", "as in [staff.bretagne]"),
            ("[staff.a_b]", "as in [staff.a-b]"),
            ("[staf.ouest]", "unknown section [staf.ouest]; did you mean `staff.ouest`?"),
            ("[staff ouest]", "unknown section [staff ouest]; did you mean `staff.ouest`?"),
            ("[stuff]", "unknown section [stuff]; did you mean `staff`?"),
        ]
    )
    func sections(section: String, expected: String) {
        let found = errors(["default = eve@anct.example", section])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("g.conf:13:1: ") == true, "\(found)")
        #expect(found.first?.contains(expected) == true, "\(found)")
    }

    @Test("two teams whose names differ by case alone are refused")
    func sameName() {
        let found = errors([
            "default = eve@anct.example",
            "[staff.ouest]", "territories = 22", "store = a@anct.example",
            "[staff.Ouest]", "territories = 29", "store = a@anct.example",
        ])
        #expect(
            found == [
                "g.conf:16:1: [staff.Ouest] is called like [staff.ouest]; "
                    + "give it another name"
            ]
        )
    }

    // MARK: Addresses

    @Test(
        "an address whose mail comes back to the service is refused where it stands",
        arguments: [
            ("store = a@anct.example, Incubateur@anct.example", "13:25"),
            ("store = incubateur+suite@anct.example", "13:9"),
            ("presse = Presse <autre@ANCT.example>", "13:10"),
            ("rgpd = autre+x@anct.example", "13:8"), ("recap = boite@anct.example", "13:9"),
            ("[staff.x]\nterritories = 22\nfacture = BOITE@anct.example", "15:11"),
            ("[alerts]\nto = a@anct.example, incubateur+a@anct.example", "14:22"),
            ("[delivery]\nredirect_to = incubateur+a@anct.example", "14:15"),
            ("[delivery]\nredirect_to = autre@anct.example", "14:15"),
        ]
    )
    func loops(line: String, place: String) {
        let found = errors(["default = eve@anct.example", line])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("g.conf:\(place): ") == true, "\(found)")
        #expect(found.first?.contains("is the service's own address; its mail would come") == true)
    }

    @Test("neither a look-alike nor the login behind another folder is the service's own")
    func noLoop() {
        let others = "store = incubateur@autre.example, incubateur2@anct.example"
        #expect(errors(["default = eve@anct.example", others]).isEmpty)
        // Who opens a shared mailbox with a login of their own may be told by mail.
        let shared = ["default = boite@anct.example", "[mailbox]", "act_as = incubateur"]
        #expect(errors(shared).isEmpty)
        #expect(
            errors(
                ["default = boite@anct.example"],
                environment: ["GUICHET_MAILBOX_URL": "imap://127.0.0.1/Partage/incubateur"]
            ).isEmpty
        )
    }

    @Test(
        "what is odd but harmless is a warning at its place",
        arguments: [
            ("store = a@anct.example, Ann <A@anct.example>", "13:25: `store` names A@anct"),
            ("[staff.x]\nterritories = 22\nrgpd = b@x.example,b@x.example", "15:20: `rgpd`"),
            ("[staff.x]\nterritories = 22,Côtes-d'Armor\nrgpd = b@x.example", "14:18: `terr"),
            (
                "[staff.x]\nterritories = Corse\nstore = b@x.example\n"
                    + "[staff.y]\nterritories = 2A, 2B\nstore = c@x.example",
                "14:15: [staff.x] is never told of anything: [staff.y] claims all"
            ),
        ]
    )
    func warned(line: String, expected: String) throws {
        let warnings = try read(["default = eve@anct.example", line]).get().1
        #expect(warnings.count == 1)
        #expect(warnings.first?.hasPrefix("g.conf:\(expected)") == true, "\(warnings)")
    }

    // MARK: What is shown

    @Test("check shows who gets what, a row for what a team changes")
    func table() throws {
        let routing = try read(Self.teams).get().0.routing
        #expect(
            CheckCommand.staffTable(routing) == [
                "investigation    all others   eve@anct.example",
                "                 iles         ivo@anct.example",
                "startup          all others   eve@anct.example",
                "                 iles         ivo@anct.example",
                "                 armor        yann@anct.example",
                "store            all others   eve@anct.example",
                "                 iles         ivo@anct.example",
                "                 grand-ouest  lea@anct.example",
                "facture          all others   eve@anct.example",
                "                 iles         ivo@anct.example",
                "                 grand-ouest  lou@anct.example",
                "presse           all others   max@anct.example",
                "autre-programme  all others   eve@anct.example",
                "default          all others   eve@anct.example",
                "                 iles         ivo@anct.example",
            ]
        )
        let plain = try read(["default = eve@anct.example, b@anct.example"]).get().0.routing
        #expect(
            CheckCommand.staffTable(plain).last == "default        eve@anct.example, b@anct.example"
        )
    }

    @Test("check --route says who is told for a place, or that there is no such place")
    func route() throws {
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent("guichet.conf")
            let text = Self.head + Self.teams.joined(separator: "\n")
            try text.write(to: file, atomically: true, encoding: .utf8)
            func check(_ place: String) throws -> Program.Result {
                try Program.run(["check", "--config", file.path, "--route", place])
            }
            let lannion = try check("Lannion")
            #expect(lannion.code == 0)
            #expect(lannion.output.hasPrefix("22 Côtes-d'Armor: team armor\n  investigation "))
            #expect(lannion.output.contains("\n  startup          yann@anct.example\n"))
            let region = try check("Bretagne")
            #expect(region.output.contains("22 Côtes-d'Armor: team armor\n"))
            #expect(region.output.contains("\n29 Finistère, 35 Ille-et-Vilaine, 56 Morbihan: team"))
            #expect(try check("75").output.hasPrefix("75 Paris: no team\n"))
            let unknown = try check("Bretange")
            #expect(unknown.code == 64)
            #expect(unknown.errors.contains("no place is called `Bretange`; did you mean"))
        }
    }

    @Test("the example's team is read as it stands once its signs of comment are gone")
    func example() throws {
        let lines = ConfigurationKeys.teamExample.split(separator: "\n").map(String.init)
        let (settings, warnings) = try read(["default = eve@anct.example"] + lines).get()
        #expect(warnings.isEmpty)
        #expect(settings.routing.team(for: "44")?.name == "bretagne")
        for line in lines { #expect(ConfigurationKeys.exampleFile.contains("\n#\(line)\n")) }
    }
}
