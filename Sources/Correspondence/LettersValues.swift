import Foundation
import Intake
import Templates

/// An answer about one or several offers.
package struct AnswerValues: Hashable, LetterValues {
    package var caseNumber: String
    package var receivedAt: Date
    /// Main one first; empty for a letter that came scanned.
    package var offers: [Offer]
    /// The writer's words; printed only if `safeQuotation` lets them pass.
    package var quotation: String?
    package var organisationType: OrganisationType?
    package var track: Track?
    package var carrier: Carrier?
    /// Whether an unknown carrier is asked for.
    var asksCarrier = true
    /// Whether what the pages behind the links say is left out, with the links to all examples.
    var isBrief = false
    package var actions: [RequestedAction]
    package var phone: String?
    /// Whether the writer gave a number that is not repeated.
    package var phoneIsNoted: Bool
    /// The writer's words; printed only if `safeCallTimes` lets them pass.
    package var callTimes: String?
    /// Whether the writer gave hours that are not repeated.
    package var timesAreNoted = false
    /// What the writer says besides, and the letter takes up.
    package var signs: Set<Sign> = []
    /// Whether the writer calls the only offer by its name.
    package var namesOffer = false
    /// Whether the writer's clocks are not those of Paris.
    package var isOverseas = false
    /// The day until which somebody calls; printed only while the facts `delai_jours_ouvres` and
    /// `qui_rappelle` are filled.
    package var promisedDay: Date?
    package var examples: [ExampleLink]
    /// The services of the catalogue that the writer names; they stand beside the catalogue, not among
    /// the examples.
    package var namedServices: [ExampleLink]
    package var isScannedLetter: Bool
    /// Who asks, where the one we answer has only forwarded the mail.
    package var forwardedFor: String?
    /// Whether a member of staff handed the message on.
    package var isHandedOn = false

    package init(
        caseNumber: String,
        receivedAt: Date,
        offers: [Offer],
        quotation: String? = nil,
        organisationType: OrganisationType? = nil,
        track: Track? = nil,
        carrier: Carrier? = nil,
        actions: [RequestedAction] = [],
        phone: String? = nil,
        phoneIsNoted: Bool = false,
        callTimes: String? = nil,
        promisedDay: Date? = nil,
        examples: [ExampleLink] = [],
        namedServices: [ExampleLink] = [],
        isScannedLetter: Bool = false,
        forwardedFor: String? = nil
    ) {
        self.caseNumber = caseNumber
        self.receivedAt = receivedAt
        self.offers = offers
        self.quotation = quotation
        self.organisationType = organisationType
        self.track = track
        self.carrier = carrier
        self.actions = actions
        self.phone = phone
        self.phoneIsNoted = phoneIsNoted
        self.callTimes = callTimes
        self.promisedDay = promisedDay
        self.examples = examples
        self.namedServices = namedServices
        self.isScannedLetter = isScannedLetter
        self.forwardedFor = forwardedFor
    }

    package static var letter: Letter { .answer }

    /// Whether nothing is to be prepared: nothing is asked of the writer, nor asks he what it would be.
    private var preparesNothing: Bool {
        guard forwardedFor == nil, !signs.contains(.enclosure) else { return false }
        let isReached = phone.flatMap(safePhone) != nil || phoneIsNoted
        let isCarried = carrier == .identified && offers.contains(.investigation)
        return isCarried && isReached && !isBrief && !signs.contains(.preparation)
    }

    /// Who is no authority is not told that authorities may write.
    private var answeredSigns: Set<Sign> {
        switch organisationType {
        case .commune, .epci, .department, .region, .jointAuthority, nil: signs
        case .state, .association, .company, .individual: signs.subtracting([.eligibility])
        }
    }

    private var isCarriedByWriter: Bool {
        signs.contains(.carrier) && carrier == .identified && offers.contains(.investigation)
            && track != .irritants && forwardedFor == nil
    }

    package static var specimen: AnswerValues {
        AnswerValues(
            caseNumber: "2026-00042",
            receivedAt: Date(timeIntervalSince1970: 1_788_274_860),
            offers: [.investigation],
            quotation: "je voudrais comprendre pourquoi ça se passe comme ça",
            organisationType: .commune,
            track: .irritants,
            carrier: .identified,
            actions: [.recontact, .examples, .catalogue],
            phone: "02 61 91 00 00",
            callTimes: "le mardi ou le vendredi matin",
            promisedDay: Date(timeIntervalSince1970: 1_788_879_660),
            examples: [
                ExampleLink(
                    offer: .investigation,
                    title: "Rendre plus accessibles les services administratifs",
                    url: "https://incubateur.anct.gouv.fr/investigation/99/",
                    territory: "Le Havre"
                )
            ],
            namedServices: [
                ExampleLink(
                    offer: .store,
                    title: "RDV Solidarités",
                    url: "https://www.rdv-solidarites.fr/",
                    purpose: "moins de rendez-vous manqués"
                )
            ],
            isScannedLetter: true,
            forwardedFor: "la mairie de Lourdoueix-Saint-Michel"
        )
    }

    package var title: String { "Votre dossier \(caseNumber)" }

    package var links: [ExampleLink] { namedServices + examples }

    package static var wordLimit: Int? { 250 }

    /// In what order signs are passed over for want of room.
    private static let leastNeeded: [Sign] = [
        .eligibility, .preparation, .question, .reminder, .enclosure,
    ]

    package func shortened() -> AnswerValues? {
        var shorter = self
        if examples.count > 1 {
            shorter.examples.removeLast()
        } else if asksCarrier {
            shorter.asksCarrier = false
        } else if !isBrief {
            shorter.isBrief = true
        } else if quotation.flatMap(safeQuotation) != nil {
            shorter.quotation = nil
        } else if callTimes != nil {
            shorter.callTimes = nil
        } else if !namedServices.isEmpty {
            shorter.namedServices = []
        } else if !examples.isEmpty {
            shorter.examples = []
        } else if forwardedFor.flatMap(safeName) != nil {
            shorter.forwardedFor = ""
        } else if let sign = Self.leastNeeded.first(where: signs.contains) {
            shorter.signs.remove(sign)
        } else if carrier != nil {
            shorter.carrier = nil
        } else if !actions.isEmpty {
            shorter.actions = []
        } else {
            return nil
        }
        return shorter
    }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [
            "dossier": .text(caseNumber),
            "recu_le": .text(FrenchDates.received(receivedAt, isOverseas: isOverseas)),
            "transmis_par_agent": .bool(isHandedOn),
            "une_offre": .bool(offers.count == 1),
            "plusieurs_offres": .bool(offers.count > 1),
            "citation": LetterText.value(quotation.flatMap(safeQuotation)),
            "votre_organisme": .text(organisation),
            "irritants": .bool(track == .irritants),
            // Whoever studies a problem; the other offers need nobody yet.
            "porteur_trouve": .bool(carrier == .identified && offers.contains(.investigation)),
            "porteur_ecrit": .bool(isCarriedByWriter),
            "nom_connu": .bool(namesOffer),
            "porteur_absent": .bool(carrier == .missing && offers.contains(.investigation)),
            "porteur_inconnu": .bool(
                carrier == nil && asksCarrier && offers.contains(.investigation)
            ),
            "demande_exemples": .bool(actions.contains(.examples)),
            "demande_catalogue": .bool(actions.contains(.catalogue)),
            "demande_rappel": .bool(actions.contains(.recontact)),
            "telephone": LetterText.value(phone.flatMap(safePhone)),
            "telephone_note": .bool(phoneIsNoted),
            "heures": LetterText.value(callTimes.flatMap(safeCallTimes)),
            "heures_notees": .bool(timesAreNoted),
            "rien_a_preparer": .bool(preparesNothing),
            "exemples": .list(examples.map(Self.value)),
            "un_exemple": .bool(examples.count == 1),
            "plusieurs_exemples": .bool(examples.count > 1),
            "exemples_demandes": .bool(showsWantedExamples(facts: facts, on: day)),
            "bref": .bool(isBrief),
            "liens_montres": .bool(!isBrief || showsWantedExamples(facts: facts, on: day)),
            "liens_seuls": .bool(!isBrief && showsLinksAlone(facts: facts, on: day)),
            "lien_offres_seul": .bool(showsOffersPage(facts: facts, on: day)),
            "services_nommes": .list(namedServices.map(Self.value)),
            "service_nomme": LetterText.value(
                namedServices.isEmpty ? nil : namedServices.map(\.title).joined(separator: ", ")
            ),
            "courrier_joint": .bool(isScannedLetter),
            "transfert": .bool(forwardedFor != nil),
            "transfere_pour": LetterText.value(forwardedFor.flatMap(safeName)),
            "corrections": corrections,
            "promesse": promise(facts: facts, on: day),
        ]
        for offer in Offer.allCases { values[offer.rawValue] = .bool(offers.contains(offer)) }
        return values.merging(SignWords.values(of: answeredSigns)) { own, _ in own }
    }

    private var organisation: String {
        // A forwarder may sit elsewhere.
        if forwardedFor != nil { return "la collectivité" }
        return switch organisationType {
        case .commune: "votre mairie"
        case .epci: "votre intercommunalité"
        // "Une personne de votre région" would live there.
        case .department, .region: "votre collectivité"
        case .jointAuthority: "votre syndicat"
        case .state, .association, .company, .individual: "votre structure"
        case nil: "votre collectivité"
        }
    }

    /// The offers that were not understood, by the number that chooses each.
    private var corrections: TemplateValue {
        let others = offers.isEmpty ? [] : Offer.allCases.filter { !offers.contains($0) }
        return .list(
            others.enumerated().map { index, offer in
                .object([
                    "numero": .text(offer.choice),
                    "suivant": .bool(index > 0),
                    "est_investigation": .bool(offer == .investigation),
                    "est_startup": .bool(offer == .startup),
                    "est_store": .bool(offer == .store),
                ])
            }
        )
    }

    /// The page that shows all examples of the only offer; `nil` where there is none, or several offers.
    private var generalPage: String? {
        switch offers {
        case [.investigation]: "lien_investigations"
        case [.startup]: "lien_startups"
        default: nil
        }
    }

    /// Whether the examples that the writer wishes to see are there: some of them, or the page of all.
    private func showsWantedExamples(facts: Facts, on day: Date) -> Bool {
        guard actions.contains(.examples) else { return false }
        return !examples.isEmpty || generalPage.flatMap { facts.text($0, on: day) } != nil
    }

    /// Whether nothing closer can be shown than the page of the three offers.
    private func showsOffersPage(facts: Facts, on day: Date) -> Bool {
        examples.isEmpty && offers.count < 2
            && generalPage.flatMap { facts.text($0, on: day) } == nil
    }

    /// Whether only general pages stand in the place of examples.
    private func showsLinksAlone(facts: Facts, on day: Date) -> Bool {
        guard examples.isEmpty, offers.count < 2 else { return false }
        let wantsCatalogue = actions.contains(.catalogue) && !offers.contains(.store)
        let pages = [generalPage, wantsCatalogue ? "lien_catalogue" : nil, "lien_offres"]
        return pages.contains { $0.flatMap { facts.text($0, on: day) } != nil }
    }

    private func promise(facts: Facts, on day: Date) -> TemplateValue {
        guard let promisedDay, facts.text("delai_jours_ouvres", on: day) != nil,
            facts.text("qui_rappelle", on: day) != nil
        else { return .null }
        return ["date": .text(FrenchDates.day(promisedDay))]
    }

    private static func value(_ link: ExampleLink) -> TemplateValue {
        ["libelle": LetterText.value(link.label), "adresse": LetterText.value(link.url)]
    }
}

extension Offer {
    /// The figure that chooses it in the answer to a clarification.
    package var choice: String {
        switch self {
        case .investigation: "1"
        case .startup: "2"
        case .store: "3"
        }
    }
}

/// The one question to an authority whose mail does not say which offer fits.
package struct ClarificationValues: Hashable, LetterValues {
    package var caseNumber: String
    package var receivedAt: Date
    package var phone: String?
    /// Whether the writer gave a number that is not repeated.
    package var phoneIsNoted: Bool
    package var forwardedFor: String?
    /// Whether a member of staff handed the message on.
    package var isHandedOn = false
    /// Whether the writer wishes to be called or met.
    package var wantsContact = false
    /// Whether the writer knows the offers and cannot choose.
    package var hesitates = false
    /// What the writer says besides, and the letter takes up.
    package var signs: Set<Sign> = []
    /// Whether the writer's clocks are not those of Paris.
    package var isOverseas = false
    /// Whether what the pages behind the links say is left out.
    var isBrief = false

    package init(
        caseNumber: String,
        receivedAt: Date,
        phone: String? = nil,
        phoneIsNoted: Bool = false,
        forwardedFor: String? = nil
    ) {
        self.caseNumber = caseNumber
        self.receivedAt = receivedAt
        self.phone = phone
        self.phoneIsNoted = phoneIsNoted
        self.forwardedFor = forwardedFor
    }

    package static var letter: Letter { .clarification }

    package static var wordLimit: Int? { 250 }

    package func shortened() -> ClarificationValues? {
        guard !isBrief else { return nil }
        var shorter = self
        shorter.isBrief = true
        return shorter
    }

    package static var specimen: ClarificationValues {
        ClarificationValues(
            caseNumber: "2026-00043",
            receivedAt: AnswerValues.specimen.receivedAt,
            phone: "02 61 91 00 00",
            forwardedFor: "la mairie de Lourdoueix-Saint-Michel"
        )
    }

    package var title: String { "Votre dossier \(caseNumber)" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        [
            "dossier": .text(caseNumber),
            "recu_le": .text(FrenchDates.received(receivedAt, isOverseas: isOverseas)),
            "transmis_par_agent": .bool(isHandedOn),
            "telephone": LetterText.value(phone.flatMap(safePhone)),
            "telephone_note": .bool(phoneIsNoted),
            "transfert": .bool(forwardedFor != nil),
            "transfere_pour": LetterText.value(forwardedFor.flatMap(safeName)),
            // The question speaks of a problem: a hunt for irritants would have been understood.
            "irritants": .bool(false),
            "porteur_ecrit": .bool(false),
            "rappel_demande": .bool(wantsContact),
            "hesite": .bool(hesitates),
            "bref": .bool(isBrief),
        ].merging(SignWords.values(of: signs)) { own, _ in own }
    }
}

/// The receipt for a mail that asks for none of the offers.
package struct AcknowledgementValues: Hashable, LetterValues {
    package var caseNumber: String
    package var receivedAt: Date
    package var topic: Topic?
    /// Whether a resident writes, who has no "collectivité".
    package var isResident: Bool
    package var isScannedLetter: Bool
    /// Whether a member of staff handed the message on.
    package var isHandedOn = false
    /// Whether the message holds figures, an address or a document: what else is usually asked for.
    package var hasDetails = false
    /// What the writer says besides, and the letter takes up.
    package var signs: Set<Sign> = []
    /// Whether the writer's clocks are not those of Paris.
    package var isOverseas = false

    package init(
        caseNumber: String,
        receivedAt: Date,
        topic: Topic? = nil,
        isResident: Bool = false,
        isScannedLetter: Bool = false
    ) {
        self.caseNumber = caseNumber
        self.receivedAt = receivedAt
        self.topic = topic
        self.isResident = isResident
        self.isScannedLetter = isScannedLetter
    }

    package static var letter: Letter { .acknowledgement }

    package static var specimen: AcknowledgementValues {
        AcknowledgementValues(
            caseNumber: "2026-00044",
            receivedAt: AnswerValues.specimen.receivedAt,
            topic: .presse,
            isResident: false,
            isScannedLetter: true
        )
    }

    package var title: String { "Votre dossier \(caseNumber)" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        let topics = Topic.allCases.map { topic in
            (topic.rawValue, TemplateValue.bool(topic == self.topic))
        }
        return [
            "dossier": .text(caseNumber),
            "recu_le": .text(FrenchDates.received(receivedAt, isOverseas: isOverseas)),
            "transmis_par_agent": .bool(isHandedOn),
            "sujet": .object(Dictionary(topics, uniquingKeysWith: { first, _ in first })),
            "sujet_compris": .bool(topic != nil),
            "precisions_absentes": .bool(!hasDetails),
            "habitant": .bool(isResident || topic == .usager),
            "courrier_joint": .bool(isScannedLetter),
        ].merging(SignWords.values(of: signs)) { own, _ in own }
    }
}

/// What letters take up of what a writer says besides.
enum SignWords {
    static func values(of signs: Set<Sign>) -> [String: TemplateValue] {
        let names: [Sign: String] = [
            .question: "questions", .eligibility: "ouvert_a_tous", .preparation: "a_preparer",
            .reminder: "relance", .enclosure: "piece_absente",
        ]
        return Dictionary(
            uniqueKeysWithValues: names.map { ($1, TemplateValue.bool(signs.contains($0))) }
        )
    }
}
