import Casework
import JSONLines

// How it stands in the journal that staff were told of a fact.

extension FactReminder {
    var json: JSONObject {
        [
            "mail_ids": .strings(mailIDs), "fact": .string(fact),
            "review_date": .string(reviewDay.description), "stage": .string(stage.rawValue),
        ]
    }

    init(json: JSONObject) throws(EventCodingError) {
        guard let fact = json.string("fact") else { throw EventCodingError(member: "fact") }
        guard let day = json.string("review_date").flatMap({ CivilDay($0) }) else {
            throw EventCodingError(member: "review_date")
        }
        guard let stage = json.string("stage").flatMap(Stage.init(rawValue:)) else {
            throw EventCodingError(member: "stage")
        }
        self.init(
            fact: fact,
            reviewDay: day,
            stage: stage,
            mailIDs: json.strings("mail_ids") ?? []
        )
    }
}
