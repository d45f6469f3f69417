import Foundation
import Intake
import Mail

/// Where a case stands (CONTRACT: `state`).
package enum CaseState: String, Hashable, Sendable {
    case new
    case inProgress = "in-progress"
    /// A question was put to the requester.
    case waiting
    case closed
}

/// One request and what became of it: small, so that all of them stay in memory.
package struct Case: Hashable, Sendable {
    package var number: CaseNumber
    package var openedAt: Date
    package var state: CaseState
    package var kind: Kind
    package var topic: Topic?
    /// Main one first.
    package var offers: [Offer]
    package var scores: [Offer: Double]
    package var actions: [RequestedAction]
    package var track: Track?
    package var carrier: Carrier?
    package var requester: Requester
    /// Decoded subject of the first message.
    package var subject: String
    /// A case that this message names or resembles without belonging to it.
    package var linkedTo: CaseNumber?
    /// The member of staff who handed the message on; the requester is then who wrote it first.
    package var handedOnBy: String?
    /// The day until which our answer says that somebody calls; kept, whatever is written later.
    package var promisedDay: CivilDay?
    /// The member of staff who took it last; stays when it is closed.
    package var takenBy: String?
    /// The member of staff who decided about the offers; `nil`: the words did, or the requester.
    package var reclassifiedBy: String?

    package init(
        number: CaseNumber,
        openedAt: Date,
        state: CaseState = .new,
        classification: Classification,
        requester: Requester,
        subject: String,
        linkedTo: CaseNumber? = nil
    ) {
        self.number = number
        self.openedAt = openedAt
        self.state = state
        kind = classification.kind
        topic = classification.topic
        offers = classification.offers
        scores = classification.scores
        actions = classification.actions
        track = classification.track
        carrier = classification.carrier
        self.requester = requester
        self.subject = subject
        self.linkedTo = linkedTo
    }

    /// Takes over what a later message of the requester made clear.
    package mutating func reclassify(as classification: Classification) {
        reclassifiedBy = nil
        kind = classification.kind
        topic = classification.topic
        offers = classification.offers
        scores = classification.scores
        if !classification.actions.isEmpty { actions = classification.actions }
        track = classification.track ?? track
        carrier = classification.carrier ?? carrier
    }

    /// Takes over what a member of staff decided; no offers: it is about none of ours.
    package mutating func reclassify(to offers: [Offer], by addrSpec: String) {
        kind = offers.isEmpty ? .other : .request
        topic = nil
        self.offers = offers
        reclassifiedBy = addrSpec
    }
}

/// What one message brought to a case: written to the journal, not kept in memory.
package struct CaseContent: Hashable, Sendable {
    package var subject: String
    package var newText: String
    package var signature: String?
    package var quotation: String?
    package var attachments: [Attachment]
    /// The rules that counted for this message.
    package var evidence: [Evidence]
    /// `nil` in a journal of older versions.
    package var ruling: Ruling?
    /// When the mailbox received it; `nil` in a journal of older versions.
    package var receivedAt: Date?
    /// Whether a trusted server vouches for the From domain.
    package var isAuthenticated = false
    /// Whether the words are those of a mail that the message forwards.
    package var readsForward = false

    package init(
        subject: String,
        reading: Reading,
        attachments: [Attachment],
        evidence: [Evidence],
        ruling: Ruling? = nil
    ) {
        self.subject = subject
        newText = reading.newText
        signature = reading.signature
        quotation = reading.quotation
        readsForward = reading.readsForward
        self.attachments = attachments
        self.evidence = evidence
        self.ruling = ruling
    }
}
