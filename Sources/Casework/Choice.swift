import Foundation
import Intake

/// The answer to the one question of a clarification: "1", "2 et 3", "le 1 plutôt", "0", or the
/// words of an offer; and the correction of an answer: "c'est plutôt votre n° 3".
package struct Choice: Hashable, Sendable {
    /// In the order named; empty when "0" was chosen.
    package var offers: [Offer]
    /// Whether the writer chose "0": we do not know yet, or would rather talk.
    package var isUndecided: Bool

    /// A longer text tells a story in which digits stand for something else: there only an offer
    /// named as one ("votre n° 3") is a choice.
    static let wordLimit = 60
    private static let storyLimit = 150
    /// Up to here the words of an offer, without a figure, choose it.
    private static let phraseLimit = 15

    /// Reads the figures 0 to 3 that stand alone, ordinals, or the words of an offer; `nil` when
    /// there is none.
    package init?(in text: String) {
        let sentence = ChoiceWords(text)
        let express = sentence.mentions.filter(\.isExpress)
        if !express.isEmpty, sentence.count <= Self.storyLimit {
            offers = Self.offers(express)
            isUndecided = false
            return
        }
        guard sentence.count <= Self.wordLimit else { return nil }
        if sentence.contains("0") {
            offers = []
            isUndecided = true
        } else if !sentence.mentions.isEmpty {
            offers = Self.offers(sentence.mentions)
            isUndecided = false
        } else if sentence.count <= Self.phraseLimit, let offer = sentence.phrase {
            offers = [offer]
            isUndecided = false
        } else {
            return nil
        }
    }

    /// Reads only what cannot be taken for anything else than an offer of ours: nobody was asked.
    package init?(correctionIn text: String) {
        let sentence = ChoiceWords(text)
        let express = sentence.mentions.filter(\.isExpress)
        guard sentence.count <= Self.storyLimit, !express.isEmpty else { return nil }
        offers = Self.offers(express)
        isUndecided = false
    }

    private static func offers(_ mentions: [ChoiceWords.Mention]) -> [Offer] {
        mentions.flatMap(\.offers).reduce(into: []) { offers, offer in
            if !offers.contains(offer) { offers.append(offer) }
        }
    }
}

extension Case {
    /// Whether a message in this case chooses among the offers: the question is open, or the writer
    /// corrects, by its number, the offer that was understood, before anybody took the case.
    package func takesChoice(in text: String) -> Bool {
        if state == .waiting { return true }
        guard state == .new, kind == .request || kind == .unclear,
            let choice = Choice(correctionIn: text)
        else { return false }
        return choice.offers != offers
    }
}
