import Intake
import JSONLines

/// The members of a requester in the journal; the first ones are also those of `classify` (CONTRACT).
extension Requester {
    package var json: JSONValue {
        [
            "name": .string(orNull: name), "address": .string(orNull: address),
            "role": .string(orNull: role), "phone": .string(orNull: phone),
            "call_times": .string(orNull: callTimes),
            "organisation": .string(orNull: organisation),
            "organisation_type": .string(orNull: organisationType?.rawValue),
            "insee": .string(orNull: insee), "siren": .string(orNull: siren),
            "department": .string(orNull: department),
            "place_evidence": .string(orNull: placeEvidence),
            "region": .string(orNull: region), "postal_code": .string(orNull: postalCode),
            "authorities": .array(authorities.map(\.json)),
            "read_in": .object(
                JSONObject(
                    RequesterField.allCases.compactMap { field in
                        provenance[field].map { (field.rawValue, $0.json) }
                    }
                )
            ),
            "contradictions": .array(contradictions.map(\.json)),
            "forwarder": forwarder?.json ?? .null,
        ]
    }

    /// Members that journals of older versions lack are empty.
    package init(json: JSONObject) {
        self.init()
        name = json.string("name")
        address = json.string("address")
        role = json.string("role")
        phone = json.string("phone")
        callTimes = json.string("call_times")
        organisation = json.string("organisation")
        organisationType = json.string("organisation_type").flatMap(OrganisationType.init)
        insee = json.string("insee")
        siren = json.string("siren")
        department = json.string("department")
        placeEvidence = json.string("place_evidence")
        region = json.string("region")
        postalCode = json.string("postal_code")
        authorities = Self.objects(json["authorities"]).compactMap(AuthorityCandidate.init)
        let readIn = json.object("read_in")
        for field in RequesterField.allCases {
            provenance[field] = readIn?.object(field.rawValue).flatMap(Provenance.init)
        }
        contradictions = Self.objects(json["contradictions"]).compactMap(Contradiction.init)
        forwarder = json.object("forwarder").map(Forwarder.init)
    }

    private static func objects(_ value: JSONValue?) -> [JSONObject] {
        value?.arrayValue?.compactMap(\.objectValue) ?? []
    }
}

extension AuthorityCandidate {
    var json: JSONValue {
        ["code": .string(code.text), "name": .string(name), "reasons": .strings(reasons)]
    }

    init?(json: JSONObject) {
        guard let code = json.string("code").flatMap(AuthorityCode.init(text:)) else { return nil }
        self.init(
            code: code,
            name: json.string("name") ?? "",
            reasons: json.strings("reasons") ?? []
        )
    }
}

extension Provenance {
    var json: JSONValue {
        ["parts": .strings(parts.map(\.rawValue)), "certainty": .string(certainty.rawValue)]
    }

    init?(json: JSONObject) {
        guard let certainty = json.string("certainty").flatMap(Certainty.init) else { return nil }
        self.init((json.strings("parts") ?? []).compactMap(Part.init), certainty)
    }
}

extension Contradiction {
    var json: JSONValue {
        [
            "field": .string(field.rawValue), "taken": .string(taken),
            "taken_from": .string(takenFrom.rawValue), "other": .string(other),
            "other_from": .string(otherFrom.rawValue),
        ]
    }

    init?(json: JSONObject) {
        guard let field = json.string("field").flatMap(RequesterField.init),
            let takenFrom = json.string("taken_from").flatMap(Provenance.Part.init),
            let otherFrom = json.string("other_from").flatMap(Provenance.Part.init)
        else { return nil }
        self.init(
            field,
            taken: json.string("taken") ?? "",
            from: takenFrom,
            other: json.string("other") ?? "",
            from: otherFrom
        )
    }
}

extension Forwarder {
    var json: JSONValue {
        [
            "name": .string(orNull: name), "address": .string(orNull: address),
            "role": .string(orNull: role), "organisation": .string(orNull: organisation),
        ]
    }

    init(json: JSONObject) {
        self.init(
            name: json.string("name"),
            address: json.string("address"),
            role: json.string("role"),
            organisation: json.string("organisation")
        )
    }
}
