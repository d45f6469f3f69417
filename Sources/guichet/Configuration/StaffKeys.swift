import Casework
import Intake

/// The keys that say who is told, in [staff] and in the section of each team.
extension ConfigurationKeys {
    static let topics: [ConfigurationKey] = Topic.allCases.map { topic in
        ConfigurationKey(
            section: "staff",
            name: topic.rawValue,
            help: meaning(of: topic),
            isRemark: true
        )
    }

    private static func meaning(of topic: Topic) -> String {
        switch topic {
        case .candidature: "Applications for a job."
        case .fournisseur: "Offers of suppliers."
        case .facture: "Invoices."
        case .presse: "Journalists."
        case .recherche: "Researchers and students."
        case .usager: "Inhabitants who take us for their town hall."
        case .autreProgramme: "Other programmes of the agency."
        case .invitation: "Invitations."
        case .remerciement: "Thanks."
        case .rgpd: "Rights over personal data."
        case .accessibilite: "Accessibility."
        case .desinscription: "Wishes to leave a mailing list."
        case .erreur: "Mail sent to us by mistake."
        }
    }

    private static let teamPrefix = "staff."

    /// The name in the section of a team; `nil` for any other section and where none may bear it.
    static func teamName(in section: String) -> String? {
        guard section.hasPrefix(teamPrefix) else { return nil }
        let name = section.dropFirst(teamPrefix.count)
        let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        return isName ? String(name) : nil
    }

    /// What the section was perhaps meant to be called, where it was meant for a team.
    static func teamSection(near section: String) -> String {
        let name = section.drop { $0.isLetter }
            .map { $0.isLetter || $0.isNumber ? $0 : "-" }
            .split(separator: "-")
        return teamPrefix + String(name.joined(separator: "-"))
    }

    /// The keys of a team.
    static func keys(ofTeam section: String) -> [ConfigurationKey] {
        let territories = ConfigurationKey(
            section: section,
            name: "territories",
            example: "Bretagne, 44",
            help: "Départements (22, Côtes-d'Armor, 2A, 974), regions (Bretagne), or outre-mer."
        )
        return [territories]
            + Matter.allCases.map { matter in
                ConfigurationKey(section: section, name: matter.key, help: "As in [staff].")
            }
    }

    static let teamHelp = """
        A team for a territory has a section [staff.NAME]; there may be several. There, its keys take
        the place of those of [staff], which stay where it has none and where the département is
        unknown. A place that several teams have is that team's which names it most exactly: as a
        département, then as a region, then as outre-mer. What a region itself writes goes to the
        team that names it. Beside `territories` the keys are those above, without the recap's.
        """

    /// How a team looks in the example file, without its signs of comment.
    static let teamExample = """
        [staff.bretagne]
        territories = Bretagne, 44
        store = store.ouest@anct.example
        default = ouest@anct.example
        """
}

extension Matter {
    /// The key of those who are told of it.
    var key: String {
        switch self {
        case .offer(let offer): offer.rawValue
        case .topic(let topic): topic.rawValue
        case .rest: "default"
        }
    }
}
