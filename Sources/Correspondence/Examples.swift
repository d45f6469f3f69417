import Foundation
import Intake

/// What a message says by which examples are chosen.
package struct ExampleQuery: Sendable {
    package var subject: String
    /// The writer's new words.
    package var text: String
    /// The words that decided which offer is asked for: their sentences count more.
    package var deciding: [String] = []
    /// The name of who writes, which tells nothing about the problem.
    package var organisation: String?
    /// The writer's commune, intercommunalité, département and région.
    package var places: [String] = []

    package init(subject: String = "", text: String) {
        self.subject = subject
        self.text = text
    }
}

/// A link with what speaks for showing it, and whether it is shown.
package struct RankedExample: Sendable {
    /// With its `fit`.
    package var link: ExampleLink
    package var verdict: Verdict

    package enum Verdict: Hashable, Sendable {
        case shown
        /// Too little speaks for it.
        case belowThreshold
        /// Something else fits far better.
        case farBehind
        /// The same work was done elsewhere, and that page is shown.
        case sameTitle
        case beyondLimit
        /// Nobody has ever opened the page, and such pages are not shown.
        case unchecked
        /// The page was opened too long ago.
        case outdated
    }
}

/// The example links of the three offers, and which of them fit a message.
///
/// A link fits by the subjects that its themes, title and purpose name and that the message names too,
/// rare ones counting more, and by likeness to what people wrote who had that problem. A service that is
/// named fits at once. Below a threshold nothing is better than something beside the point; where the
/// writer lives only chooses among those above it.
package struct ExampleLinks: Sendable {
    package let links: [ExampleLink]
    /// Whether pages are shown that nobody has checked yet.
    package var showsUnchecked = true
    /// Days for which a page that was checked may be shown.
    package static let checkedForDays = 365
    /// What has to speak for a link: a subject and some likeness, or one of them plainly.
    package static let threshold = 1.75
    /// What full likeness is worth.
    private static let likenessWorth = 12.0
    /// Points for subjects from which a short message says plainly what it is about.
    private static let plainly = 0.5
    /// Points of likeness below which nothing is said of it.
    private static let leastLikeness = 0.3
    /// What a link may have less than the best one, as a part of that.
    private static let farBehind = 0.55

    private var entries: [Entry] = []
    private var thesaurus: ExampleThesaurus
    private let likeness: LazyLikeness

    /// One link, made ready for comparison.
    private struct Entry {
        /// What each of its subjects is worth here.
        var subjects: [Int: Double] = [:]
        /// A service's name; `nil` where names tell nothing.
        var name: ServiceName?
        /// The folded names of its territories, and of those around them.
        var places: Set<String> = []
    }

    package init(folder: URL) throws {
        var links: [ExampleLink] = []
        for table in ExamplesTable.all { links += try table.read(in: folder) }
        let phrases = try ExamplePhrases(folder: folder)
        try phrases.check(links)
        self.init(links, thesaurus: try ExampleThesaurus(folder: folder), phrases: phrases)
    }

    package init(_ links: [ExampleLink]) { self.init(links, thesaurus: ExampleThesaurus()) }

    init(
        _ links: [ExampleLink],
        thesaurus: ExampleThesaurus,
        phrases: ExamplePhrases = ExamplePhrases()
    ) {
        self.links = links
        self.thesaurus = thesaurus
        likeness = LazyLikeness(
            links.map { link in
                let table = [link.title, link.purpose ?? ""] + link.themes
                return ExampleLikeness.Source(
                    table: table.joined(separator: "\n\n"),
                    territory: link.territory ?? "",
                    phrases: phrases.byURL[link.url] ?? []
                )
            }
        )
        var fields: [(themes: Set<Int>, others: Set<Int>)] = links.map { link in
            (Set(link.themes.compactMap { self.thesaurus.subject(ofTheme: $0) }), [])
        }
        for index in links.indices {
            // The title says what was wished, a purpose what it is for; the programme only who paid.
            let rest = [links[index].title, links[index].purpose ?? ""].joined(separator: "\n\n")
            let mentions = ExampleMentions(of: rest, in: self.thesaurus).all
            fields[index].others = Set(mentions.map(\.subject)).subtracting(fields[index].themes)
        }
        let worth = Self.worth(of: self.thesaurus.subjects, in: fields.map(\.themes))
        entries = links.indices.map { index in
            var entry = Entry()
            for subject in fields[index].themes { entry.subjects[subject] = worth[subject] }
            for subject in fields[index].others {
                entry.subjects[subject] = worth[subject] * Self.otherFields
            }
            let link = links[index]
            entry.name = link.purpose == nil ? nil : ServiceName(link.title)
            entry.places = Set((link.territory ?? "").split(separator: ",").map(ExampleWords.place))
            return entry
        }
    }

    /// What a subject is worth that a title or a purpose names, as a part of what it is as a theme.
    private static let otherFields = 0.4
    private static let weakPart = 0.5

    /// The rarer a subject is in the tables the more it tells (inverse frequency, at most 1).
    private static func worth(of subjects: [ExampleThesaurus.Subject], in rows: [Set<Int>])
        -> [Double]
    {
        var counts = Array(repeating: 0, count: subjects.count)
        for row in rows { for subject in row { counts[subject] += 1 } }
        // A few links alone would make everything look frequent.
        let total = Double(max(rows.count, 100)) + 1
        return subjects.indices.map { subject in
            let strength =
                switch subjects[subject].strength {
                case .strong: 1.0
                case .weak: weakPart
                case .ignored: 0.0
                }
            let frequency = Double(max(counts[subject], 1)) + 0.5
            return strength * log(total / frequency) / log(total / 1.5)
        }
    }

    /// Adds to each link's territories those around them.
    package mutating func locate(_ around: (String) -> [String]) {
        for index in links.indices {
            let names = (links[index].territory ?? "").split(separator: ",")
                .map { $0.trimmingCharacters(in: .whitespaces) }
            entries[index].places.formUnion(names.flatMap(around).map(ExampleWords.place))
        }
    }

    /// How many links nobody has ever checked, and how many too long ago.
    package func neglected(on day: Date) -> (unchecked: Int, outdated: Int) {
        (
            links.count { $0.checkedOn == nil },
            links.count { Self.isOutdated($0, on: day) }
        )
    }

    /// Whether the page was checked, and too long ago.
    private static func isOutdated(_ link: ExampleLink, on day: Date) -> Bool {
        guard let checked = link.checkedOn.flatMap(FrenchDates.dayNumber(iso:)) else {
            return false
        }
        let oldest = day.addingTimeInterval(-86_400 * Double(checkedForDays))
        return checked < FrenchDates.dayNumber(oldest)
    }
}

// MARK: - Choosing

extension ExampleLinks {
    /// The links that fit a message best, the best first; those of several offers in turn.
    package func closest(
        to query: ExampleQuery,
        offers: [Offer],
        on day: Date,
        limit: Int
    ) -> [ExampleLink] {
        ranking(for: query, offers: offers, on: day, limit: limit)
            .filter { $0.verdict == .shown }.map(\.link)
    }

    /// Every link for which anything speaks: those shown in their order, then the others.
    package func ranking(
        for query: ExampleQuery,
        offers: [Offer],
        on day: Date,
        limit: Int
    ) -> [RankedExample] {
        let message = ExampleMessage(query, thesaurus: thesaurus)
        let likenesses = message.likenesses(in: likeness.value)
        var queues: [[RankedExample]] = offers.map { ranked($0, message, likenesses, on: day) }
        var all: [RankedExample] = queues.flatMap { $0.filter { $0.verdict != .shown } }
        queues = queues.map { $0.filter { $0.verdict == .shown } }
        var shown: [RankedExample] = []
        while queues.contains(where: { !$0.isEmpty }) {
            for index in queues.indices where !queues[index].isEmpty {
                var next = queues[index].removeFirst()
                // Two territories that did the same are one example.
                let isTwin = shown.contains {
                    $0.link.url == next.link.url || $0.link.title == next.link.title
                }
                if isTwin { next.verdict = .sameTitle }
                if !isTwin, shown.count >= limit { next.verdict = .beyondLimit }
                if next.verdict == .shown { shown.append(next) } else { all.append(next) }
            }
        }
        all.sort { ($0.link.fit?.score ?? 0, $1.link.url) > ($1.link.fit?.score ?? 0, $0.link.url) }
        return shown + all
    }

    private func ranked(
        _ offer: Offer,
        _ message: ExampleMessage,
        _ likenesses: [Int: ExampleLikeness.Score],
        on day: Date
    ) -> [RankedExample] {
        var found: [(example: RankedExample, rank: Double)] = []
        for index in links.indices where links[index].offer == offer {
            guard let fit = fit(entries[index], message, likenesses[index]) else { continue }
            var link = links[index]
            link.fit = fit
            let shared = entries[index].places.intersection(message.places).count
            // Only among those that fit.
            let nearness = shared == 0 ? 1 : 1.1 + 0.05 * Double(shared)
            let rank = fit.score * nearness + (link.isFinished ? 0.02 : 0)
            found.append((RankedExample(link: link, verdict: standing(of: link, on: day)), rank))
        }
        found.sort { ($0.rank, $1.example.link.url) > ($1.rank, $0.example.link.url) }
        let best =
            found.filter { $0.example.verdict == .shown }
            .compactMap { $0.example.link.fit?.score }.max() ?? 0
        return found.map { item in
            var example = item.example
            let score = example.link.fit?.score ?? 0
            if example.verdict == .shown, score < best * Self.farBehind {
                example.verdict = .farBehind
            }
            return example
        }
    }

    private func standing(of link: ExampleLink, on day: Date) -> RankedExample.Verdict {
        guard let fit = link.fit, fit.score >= Self.threshold else { return .belowThreshold }
        if link.checkedOn == nil { return showsUnchecked ? .shown : .unchecked }
        return Self.isOutdated(link, on: day) ? .outdated : .shown
    }

    /// What speaks for a link; `nil`: nothing.
    private func fit(
        _ entry: Entry,
        _ message: ExampleMessage,
        _ likeness: ExampleLikeness.Score?
    ) -> ExampleLink.Fit? {
        if let name = entry.name, message.names(name) {
            let term = ExampleLink.Fit.Term(text: name.folded, points: 3)
            return ExampleLink.Fit(subjects: [term], isNamed: true)
        }
        var terms: [ExampleLink.Fit.Term] = []
        for (subject, worth) in entry.subjects {
            guard let mention = message.subjects[subject], worth * mention.weight > 0 else {
                continue
            }
            terms.append(
                ExampleLink.Fit.Term(text: mention.words, points: worth * mention.weight)
            )
        }
        terms.sort { ($0.points, $1.text) > ($1.points, $0.text) }
        // Words that name two subjects are still the same words.
        var texts: Set<String> = []
        var fit = ExampleLink.Fit(subjects: terms.filter { texts.insert($0.text).inserted })
        if let likeness, likeness.likeness * Self.likenessWorth >= Self.leastLikeness {
            fit.likeness = ExampleLink.Fit.Term(
                text: likeness.words.joined(separator: ", "),
                points: likeness.likeness * Self.likenessWorth
            )
        }
        if fit.subjects.reduce(0, { $0 + $1.points }) >= Self.plainly {
            fit.scale(by: message.density)
        }
        return fit.terms.isEmpty ? nil : fit
    }
}
