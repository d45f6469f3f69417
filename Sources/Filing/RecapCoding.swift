import Casework
import Foundation
import JSONLines

// How recaps and what is taken back stand in the journal.

extension RecapRecord {
    var json: JSONObject {
        [
            "day": .string(day.description), "mail_ids": .strings(mailIDs),
            "set_aside": .strings(setAside),
        ]
    }

    init(json: JSONObject) throws(EventCodingError) {
        guard let day = json.string("day").flatMap({ CivilDay($0) }) else {
            throw EventCodingError(member: "day")
        }
        self.init(
            day: day,
            setAside: json.strings("set_aside") ?? [],
            mailIDs: json.strings("mail_ids") ?? []
        )
    }
}

extension RecoveryRequest {
    var json: JSONObject {
        [
            "message_id": .string(orNull: messageID), "sha256": .string(sha256),
            "by": .string(by), "order": order.map { .object($0.json) } ?? .null,
        ]
    }

    init(json: JSONObject) throws(EventCodingError) {
        guard let sha256 = json.string("sha256") else { throw EventCodingError(member: "sha256") }
        self.init(
            sha256: sha256,
            messageID: json.string("message_id"),
            by: json.string("by") ?? "",
            order: json.object("order").flatMap(RecoveryOrderMail.init(json:))
        )
    }
}

extension RecoveryOrderMail {
    fileprivate var json: JSONObject {
        [
            "message_id": .string(orNull: messageID), "sha256": .string(sha256),
            "recap": .string(recap), "number": .integer(number),
        ]
    }

    fileprivate init?(json: JSONObject) {
        guard let sha256 = json.string("sha256"), let recap = json.string("recap"),
            let number = json.integer("number")
        else { return nil }
        self.init(
            messageID: json.string("message_id"),
            sha256: sha256,
            recap: recap,
            number: number
        )
    }
}

extension Recovery {
    var json: JSONObject {
        var json = request.json
        json.append("mailbox", .string(orNull: position?.mailbox))
        json.append("uidvalidity", position.map { .integer(Int($0.uidValidity)) } ?? .null)
        json.append("uid", position.map { .integer(Int($0.uid)) } ?? .null)
        json.append("from", .string(orNull: from))
        json.append("subject", .string(orNull: subject))
        json.append("disposition", .string(disposition.rawValue))
        json.append("reason", .string(orNull: reason))
        return json
    }

    init(json: JSONObject) throws(EventCodingError) {
        guard let disposition = json.string("disposition").flatMap(Disposition.init) else {
            throw EventCodingError(member: "disposition")
        }
        var position: MailboxPosition?
        if let mailbox = json.string("mailbox"),
            let uidValidity = json.integer("uidvalidity").flatMap({ UInt32(exactly: $0) }),
            let uid = json.integer("uid").flatMap({ UInt32(exactly: $0) })
        {
            position = MailboxPosition(mailbox: mailbox, uidValidity: uidValidity, uid: uid)
        }
        self.init(
            request: try RecoveryRequest(json: json),
            position: position,
            from: json.string("from"),
            subject: json.string("subject"),
            disposition: disposition,
            reason: json.string("reason")
        )
    }
}

extension Receipt.Failure {
    var json: JSONValue { ["address": .string(address), "reply": .string(reply)] }

    init(json: JSONObject) {
        self.init(address: json.string("address") ?? "", reply: json.string("reply") ?? "")
    }
}

extension JSONObject {
    func appending(_ key: String, _ value: JSONValue) -> JSONObject {
        var object = self
        object.append(key, value)
        return object
    }
}
