import Mail
import Rules

/// Says what a message asks for, by the points that rules give.
///
/// What a machine sent is automatic; spam wins over list and notification only. What a person wrote
/// is decided by the sentences of the rules' `[décision]`.
package struct Classifier: Sendable {
    private let rulebook: Rulebook

    package init(rulebook: Rulebook) { self.rulebook = rulebook }

    /// - Parameter isByPerson: whether someone has read it and says that a person wrote it, whatever
    ///   screening and rules say.
    package func classification(
        of message: Message,
        reading: Reading,
        screening: Screening,
        requester: Requester,
        isByPerson: Bool = false
    ) -> Classification {
        let reading = reading.lookedAt
        let writing = Self.writing(message, reading, requester)
        let points = Points(verdict: rulebook.verdict(on: writing), rulebook: rulebook)
        let bringsLetter = Self.bringsLetter(message, reading, screening)
        var classification = decision(
            points,
            machine: isByPerson
                ? .none
                : Machine(
                    screening,
                    points,
                    bringsLetter: bringsLetter,
                    isPersons: Screener.showsPerson(message, reading)
                ),
            bringsLetter: bringsLetter
        )
        classification.scores = Dictionary(
            uniqueKeysWithValues: Offer.allCases.map { ($0, points[$0.target]) }
        )
        classification.evidence = points.evidence
        if classification.kind == .request || classification.kind == .unclear {
            classification.actions = RequestedAction.allCases.filter { points.reached($0.target) }
            classification.carrier = points.carrier
        }
        if classification.offers.contains(.investigation) {
            classification.track = points.track
        }
        return classification
    }

    /// What may be done about a message: as screened, but for lists and notifications that a rule
    /// has answered all the same.
    package func screening(
        of message: Message,
        reading: Reading,
        requester: Requester,
        by screener: Screener
    ) -> Screening {
        let screening = screener.screening(of: message, reading: reading)
        guard screening.isBulk else { return screening }
        let writing = Self.writing(message, reading.lookedAt, requester)
        let points = Points(verdict: rulebook.verdict(on: writing), rulebook: rulebook)
        guard points.reached(Target(category: .answerable)) else { return screening }
        return screener.screening(of: message, reading: reading, allowsBulk: true)
    }

    private func decision(
        _ points: Points,
        machine: Machine,
        bringsLetter: Bool
    ) -> Classification {
        let sentence =
            machine == .none
            ? rulebook.sentence(for: points.verdict, bringsLetter: bringsLetter) : nil
        var classification: Classification
        switch (machine, sentence?.nature) {
        case (.spam, _): classification = Classification(kind: .spam)
        case (.automatic, _): classification = Classification(kind: .automatic)
        case (.none, .request) where !points.offers.isEmpty:
            classification = Classification(kind: .request)
            classification.offers = points.offers
        // A request for nothing that has its points asks for something else than the offers.
        case (.none, .request), (.none, .unclear): classification = Classification(kind: .unclear)
        case (.none, .other), (.none, nil):
            classification = Classification(kind: .other, topic: points.topic)
        }
        classification.ruling = Ruling(
            rules: rulebook.hash,
            sentence: sentence.map {
                Ruling.Sentence(text: $0.text, file: $0.file, line: $0.line)
            }
        )
        return classification
    }

    // MARK: - What rules look at

    private static func writing(
        _ message: Message,
        _ reading: Reading,
        _ requester: Requester
    ) -> Writing {
        let sender = message.from.first
        return Writing(
            subject: message.subject ?? "",
            body: reading.newText,
            signature: reading.signature ?? "",
            quotation: reading.quotation ?? "",
            sender: [sender?.displayName, sender?.addrSpec].compactMap { $0 }.joined(
                separator: " "
            ),
            attachmentNames: message.attachments.compactMap(\.filename),
            author: [requester.organisationType?.rawValue, requester.role].compactMap { $0 }
                .joined(separator: "\n\n")
        )
    }

    /// The scanned letter of a mayor: a document, and next to nothing to read in the mail.
    ///
    /// Of a copier any document, however much it says of itself.
    package static func bringsLetter(
        _ message: Message,
        _ reading: Reading,
        _ screening: Screening
    ) -> Bool {
        if screening.isOfDevice { return !message.attachments.isEmpty }
        return message.attachments.contains(where: isDocument)
            && wordCount(reading.newText) < fewestWordsOfALetter
    }

    private static let fewestWordsOfALetter = 25

    private static func isDocument(_ attachment: Attachment) -> Bool {
        let type = attachment.mediaType
        return type == "application/pdf" || type.hasPrefix("application/msword")
            || type.hasPrefix("application/vnd.oasis.opendocument")
            || type.hasPrefix("application/vnd.openxmlformats") || type == "image/tiff"
            || (type.hasPrefix("image/") && attachment.size > smallestScan)
            || attachment.filename?.lowercased().hasSuffix(".pdf") == true
    }

    /// In octets: a picture below is the logo of a signature.
    private static let smallestScan = 100_000

    private static func wordCount(_ text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count
    }
}

extension Screening {
    /// Whether it comes from the address of a scanner or copier, which nobody reads.
    package var isOfDevice: Bool { ["device-sender", "device-request"].contains(reason?.code) }
}

/// What keeps a message from being a person's.
private enum Machine {
    case none, automatic, spam

    /// `isPersons`: a person shows in it, against which rules do not count.
    init(_ screening: Screening, _ points: Points, bringsLetter: Bool, isPersons: Bool) {
        let isSpam = points.reached(Target(category: .spam))
        let isAutomatic = points.reached(Target(category: .automatic)) && !isPersons
        switch (screening, screening.reason?.automatic) {
        case (_, .autoReply), (_, .bounce), (_, .receipt), (_, .calendar): self = .automatic
        // What a copier sends on may be the letter of a mayor.
        case (_, .notification) where screening.isOfDevice && bringsLetter:
            self = isSpam ? .spam : .none
        case (_, .list), (_, .notification): self = isSpam ? .spam : .automatic
        case (.setAside(let reason), nil):
            self = reason.code == "spam-verdict" || isSpam ? .spam : .automatic
        // A person may write from an address that takes no answer.
        case (.fileOnly, nil), (.answer, nil):
            self = isSpam ? .spam : isAutomatic ? .automatic : .none
        }
    }
}

/// The points of each section for one message.
private struct Points {
    let verdict: Verdict
    let rulebook: Rulebook
    private var sums: [Target: Double] = [:]

    init(verdict: Verdict, rulebook: Rulebook) {
        self.verdict = verdict
        self.rulebook = rulebook
        for match in verdict.matches where !match.trial {
            sums[match.target, default: 0] += match.weight
        }
    }

    subscript(target: Target) -> Double { sums[target] ?? 0 }

    func reached(_ target: Target) -> Bool { self[target] >= rulebook.threshold(of: target) }

    /// The offers asked for, main one first: who asks for several tells first what matters most.
    ///
    /// Who announces several requests means each of them, however briefly one is told.
    var offers: [Offer] {
        let best = Offer.allCases.map { self[$0.target] }.max() ?? 0
        let announcesSeveral = reached(Target(category: .several))
        return Offer.allCases.filter { offer in
            reached(offer.target)
                && (announcesSeveral
                    || self[offer.target] >= best - rulebook.margin(of: offer.target))
        }.sorted {
            let (first, second) = (firstMention(of: $0), firstMention(of: $1))
            return first == second ? self[$0.target] > self[$1.target] : first < second
        }
    }

    /// Matches stand in the order of the text; a light one may be chance.
    private func firstMention(of offer: Offer) -> Int {
        verdict.matches.firstIndex {
            $0.target == offer.target && $0.place == .body && $0.weight >= 2 && !$0.trial
        } ?? Int.max
    }

    /// The best of the other subjects that reached their threshold.
    var topic: Topic? {
        Topic.allCases.filter { reached($0.target) }.max { self[$0.target] < self[$1.target] }
    }

    var carrier: Carrier? {
        let found = Target(category: .carrier, name: "trouvé")
        let missing = Target(category: .carrier, name: "absent")
        if reached(missing), self[missing] >= self[found] { return .missing }
        return reached(found) ? .identified : nil
    }

    /// Who asks for an investigation brings a problem, unless the agents are to find some.
    var track: Track {
        let irritants = Target(category: .track, name: "irritants")
        let problem = Target(category: .track, name: "problème")
        return reached(irritants) && self[irritants] >= self[problem] ? .irritants : .problem
    }

    var evidence: [Evidence] {
        verdict.matches.map { match in
            Evidence(
                rule: match.trial ? "essai \(match.rule)" : match.rule,
                target: match.target.category == .offer
                    ? match.target.name ?? "" : match.target.description,
                weight: match.trial ? 0 : match.weight,
                field: match.place.rawValue,
                text: match.text,
                file: match.file,
                line: match.line
            )
        }
    }
}

extension Offer {
    fileprivate var target: Target { Target(category: .offer, name: rawValue) }
}

extension Topic {
    fileprivate var target: Target { Target(category: .other, name: rawValue) }
}

extension RequestedAction {
    fileprivate var target: Target {
        let name =
            switch self {
            case .recontact: "rappel"
            case .examples: "exemples"
            case .catalogue: "catalogue"
            }
        return Target(category: .action, name: name)
    }
}
