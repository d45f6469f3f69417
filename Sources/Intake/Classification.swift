import Rules

/// The three offers to local authorities.
package enum Offer: String, Hashable, Sendable, CaseIterable {
    case investigation, startup, store
}

/// What a message is about (CONTRACT: `kind`).
package enum Kind: String, Hashable, Sendable {
    case request, unclear, other, automatic, spam
}

/// What is asked for.
package enum RequestedAction: String, Hashable, Sendable, CaseIterable {
    case recontact, examples, catalogue
}

/// The way into an investigation.
package enum Track: String, Hashable, Sendable {
    case problem, irritants
}

/// What else the words say that an answer takes up.
package enum Sign: String, Hashable, Sendable, CaseIterable {
    /// Something is asked that a person has to answer.
    case question
    /// The writer asks whether one of their kind may turn to us at all.
    case eligibility = "éligibilité"
    /// The writer asks what to prepare or to send.
    case preparation = "préparation"
    /// The writer has written before, and was not answered.
    case reminder = "relance"
    /// The writer says that a document is enclosed.
    case enclosure = "pièce annoncée"
    /// It is the writer who is ready to carry the problem.
    case carrier = "porteur"
}

/// Whether an agent is ready to carry the problem.
package enum Carrier: String, Hashable, Sendable {
    case identified, missing
}

/// The subject of a mail that asks for none of the offers (CONTRACT: `topic`).
package enum Topic: String, Hashable, Sendable, CaseIterable {
    case candidature, fournisseur, facture, presse, recherche, usager
    case autreProgramme = "autre-programme"
    case invitation, remerciement, rgpd, accessibilite, desinscription, erreur
}

/// A rule that counted: where it stands and the words it met.
package struct Evidence: Hashable, Sendable {
    package var rule: String
    /// As in `investigation`, `piste irritants`, `spam`.
    package var target: String
    package var weight: Double
    /// The place of the message: `subject`, `body`, `signature`, …
    package var field: String
    /// As the sender wrote it.
    package var text: String
    package var file: String
    /// Counts from 1.
    package var line: Int

    package init(
        rule: String,
        target: String,
        weight: Double,
        field: String,
        text: String,
        file: String,
        line: Int
    ) {
        self.rule = rule
        self.target = target
        self.weight = weight
        self.field = field
        self.text = text
        self.file = file
        self.line = line
    }
}

/// Which rules decided, for whoever asks later why.
package struct Ruling: Hashable, Sendable {
    /// The sentence of `decision.rules` that held.
    package struct Sentence: Hashable, Sendable {
        /// As its author wrote it.
        package var text: String
        package var file: String
        /// Counts from 1; 0 for the sentences that hold where no file has any.
        package var line: Int

        package init(text: String, file: String, line: Int) {
            self.text = text
            self.file = file
            self.line = line
        }
    }

    /// SHA-256 of the rule set, in hexadecimal.
    package var rules: String
    /// `nil` for what a machine sent and for spam, which no sentence decides.
    package var sentence: Sentence?

    package init(rules: String, sentence: Sentence? = nil) {
        self.rules = rules
        self.sentence = sentence
    }
}

/// What the rules made of a message.
package struct Classification: Hashable, Sendable {
    package var kind: Kind
    package var topic: Topic?
    /// Main one first; empty unless `kind` is a request.
    package var offers: [Offer] = []
    package var scores: [Offer: Double] = [:]
    package var actions: [RequestedAction] = []
    package var track: Track?
    package var carrier: Carrier?
    package var evidence: [Evidence] = []
    /// `nil` where it was read back from a journal of older versions.
    package var ruling: Ruling?

    package init(kind: Kind, topic: Topic? = nil) {
        self.kind = kind
        self.topic = topic
    }

    package func shows(_ sign: Sign) -> Bool {
        let target = Target(category: .sign, name: sign.rawValue).description
        return evidence.reduce(0) { $1.target == target ? $0 + $1.weight : $0 }
            >= Target.signThreshold
    }
}
