/// The public holidays that a part of France has beside the national ones, by département or
/// collectivity: a day for which we had better not announce a call there.
///
/// Typed in by hand. Alsace and Moselle: Code du travail, article L3134-13. Days of the abolition of
/// slavery: article L3422-2 and loi 83-550; Saint-Martin keeps 28 May since 2019, where the article
/// still says 27. The Pacific collectivities make their own law, here as it was known in 2026: Polynésie
/// française gave up 29 June for 20 November in May 2025.
package enum LocalHolidays {
    private enum Rule {
        case fixed(month: Int, day: Int)
        case goodFriday

        func holds(on day: CivilDay) -> Bool {
            switch self {
            case .fixed(let month, let number): day.month == month && day.day == number
            case .goodFriday: day == WorkingDays.easter(day.year).adding(days: -2)
            }
        }
    }

    /// By the code of the département, as in "67" or "974".
    private static let rules: [String: [Rule]] = {
        let alsaceMoselle: [Rule] = [.goodFriday, .fixed(month: 12, day: 26)]
        return [
            "57": alsaceMoselle, "67": alsaceMoselle, "68": alsaceMoselle,
            // Guadeloupe, Martinique, Guyane, La Réunion, Mayotte.
            "971": [.fixed(month: 5, day: 27)],
            "972": [.fixed(month: 5, day: 22)],
            "973": [.fixed(month: 6, day: 10)],
            "974": [.fixed(month: 12, day: 20)],
            "976": [.fixed(month: 4, day: 27)],
            // Saint-Barthélemy, Saint-Martin.
            "977": [.fixed(month: 10, day: 9)],
            "978": [.fixed(month: 5, day: 28)],
            // Wallis-et-Futuna: Saint Pierre Chanel, day of the territory.
            "986": [.fixed(month: 4, day: 28), .fixed(month: 7, day: 29)],
            // Polynésie française: arrival of the Gospel, Good Friday, Matari'i i ni'a.
            "987": [.fixed(month: 3, day: 5), .goodFriday, .fixed(month: 11, day: 20)],
            // Nouvelle-Calédonie: day of citizenship.
            "988": [.fixed(month: 9, day: 24)],
        ]
    }()

    /// Whether a day is a holiday there alone; of an unknown place, and of `nil`, no day is.
    package static func include(_ day: CivilDay, in department: String?) -> Bool {
        department.flatMap { rules[$0] }?.contains { $0.holds(on: day) } ?? false
    }
}
