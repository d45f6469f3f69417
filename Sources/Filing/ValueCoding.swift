import Foundation
import Intake
import JSONLines
import Mail

/// The members that the journal and the command line share (CONTRACT, `classify`).
extension Dictionary where Key == Offer, Value == Double {
    /// Every offer, in the order of the offers.
    package var json: JSONValue {
        .object(JSONObject(Offer.allCases.map { ($0.rawValue, .number(self[$0] ?? 0)) }))
    }
}

extension Evidence {
    package var json: JSONValue {
        [
            "rule": .string(rule), "target": .string(target), "weight": .number(weight),
            "field": .string(field), "text": .string(text), "file": .string(file),
            "line": .integer(line),
        ]
    }

    package init(json: JSONObject) {
        self.init(
            rule: json.string("rule") ?? "",
            target: json.string("target") ?? "",
            weight: json.number("weight") ?? 0,
            field: json.string("field") ?? "",
            text: json.string("text") ?? "",
            file: json.string("file") ?? "",
            line: json.integer("line") ?? 0
        )
    }
}

extension JSONObject {
    /// Adds `rules` and, where a sentence decided, `decision`.
    package mutating func append(_ ruling: Ruling) {
        append("rules", .string(ruling.rules))
        guard let sentence = ruling.sentence else { return }
        append(
            "decision",
            [
                "text": .string(sentence.text), "file": .string(sentence.file),
                "line": .integer(sentence.line),
            ]
        )
    }
}

extension Ruling {
    /// Reads what `append` writes; `nil` where there is none.
    init?(json: JSONObject) {
        guard let rules = json.string("rules") else { return nil }
        self.init(
            rules: rules,
            sentence: json.object("decision").map {
                Sentence(
                    text: $0.string("text") ?? "",
                    file: $0.string("file") ?? "",
                    line: $0.integer("line") ?? 0
                )
            }
        )
    }
}

extension Attachment {
    package var json: JSONValue {
        [
            "filename": .string(orNull: filename), "media_type": .string(mediaType),
            "size": .integer(size), "sha256": .string(sha256),
        ]
    }

    package init(json: JSONObject) {
        self.init(
            filename: json.string("filename"),
            mediaType: json.string("media_type") ?? "application/octet-stream",
            size: json.integer("size") ?? 0,
            sha256: json.string("sha256") ?? ""
        )
    }
}
