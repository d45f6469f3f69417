import Casework
import Foundation
import Intake
import JSONLines
import Mail

/// How events stand in the journal (CONTRACT, "The journal"): names and order of their members.
extension Event {
    /// The line that says this event.
    package var entry: Entry {
        switch self {
        case .mailboxOpened(let opening):
            Entry(type: "mailbox.opened", caseNumber: nil, body: opening.json)
        case .messageReceived(let receipt, let number):
            Entry(
                type: "message.received",
                caseNumber: number?.description,
                body: receipt.json
            )
        case .caseOpened(let opened, let content):
            Entry(
                type: "case.opened",
                caseNumber: opened.number.description,
                body: opened.json(with: content)
            )
        case .caseUpdated(let updated, let content):
            Entry(
                type: "case.updated",
                caseNumber: updated.number.description,
                body: updated.json(with: content)
            )
        case .mailQueued(let mail):
            Entry(type: "mail.queued", caseNumber: mail.caseNumber?.description, body: mail.json)
        case .mailSending(let ids):
            Entry(type: "mail.sending", caseNumber: nil, body: ["mail_ids": .strings(ids)])
        case .mailSent(let id, let reply):
            outcome("mail.sent", id, ["reply": .string(reply)])
        case .mailDeferred(let id, let reply, let retryAt):
            outcome(
                "mail.deferred",
                id,
                ["reply": .string(reply), "retry_at": .string(Timestamp.text(retryAt))]
            )
        case .mailRefused(let id, let reply):
            outcome("mail.refused", id, ["reply": .string(reply)])
        case .mailInDoubt(let id, let detail):
            outcome("mail.in_doubt", id, ["detail": .string(detail)])
        case .addressFailed(let failure):
            outcome(
                "address.failed",
                failure.mailID,
                ["address": .string(failure.address), "status": .string(orNull: failure.status)]
            )
        case .mailReleased(let id, let by):
            outcome("mail.released", id, ["by": .string(by)])
        case .mailWithdrawn(let id, let reason):
            outcome("mail.withdrawn", id, ["reason": .string(reason)])
        case .serviceState(let state):
            Entry(type: "service.state", caseNumber: nil, body: state.json)
        case .factReminded(let reminder):
            Entry(type: "fact.reminded", caseNumber: nil, body: reminder.json)
        case .recapMade(let record):
            Entry(type: "recap.made", caseNumber: nil, body: record.json)
        case .recoveryAsked(let request):
            Entry(type: "recovery.asked", caseNumber: nil, body: request.json)
        case .messageRecovered(let recovery, let number):
            Entry(
                type: "message.recovered",
                caseNumber: number.description,
                body: recovery.json
            )
        case .recoveryFailed(let request, let reason):
            Entry(
                type: "recovery.failed",
                caseNumber: nil,
                body: request.json.appending("failure", .string(reason))
            )
        }
    }

    private func outcome(_ type: String, _ id: String, _ rest: JSONObject) -> Entry {
        let number = CaseNumber(mailID: id)
        var body: JSONObject = ["mail_id": .string(id)]
        for member in rest.members { body.append(member.key, member.value) }
        return Entry(type: type, caseNumber: number?.description, body: body)
    }

    /// Reads a line back; `nil` for a type this version does not know, which is passed over.
    package init?(entry body: JSONObject, type: String, case caseText: String?)
        throws(EventCodingError)
    {
        let number = caseText.flatMap { CaseNumber($0) }
        switch type {
        case "mailbox.opened": self = .mailboxOpened(try MailboxOpening(json: body))
        case "message.received": self = .messageReceived(try Receipt(json: body), number)
        case "case.opened":
            self = .caseOpened(
                try Case(json: body, number: number),
                CaseContent(json: body)
            )
        case "case.updated":
            self = .caseUpdated(
                try Case(json: body, number: number),
                body["new_text"] == nil ? nil : CaseContent(json: body)
            )
        case "mail.queued": self = .mailQueued(try QueuedMail(json: body, number: number))
        case "mail.sending": self = .mailSending(body.strings("mail_ids") ?? [])
        case "mail.sent":
            self = .mailSent(id: try body.required("mail_id"), reply: body.string("reply") ?? "")
        case "mail.deferred":
            let retryAt = body.string("retry_at").flatMap(Timestamp.date) ?? .distantPast
            self = .mailDeferred(
                id: try body.required("mail_id"),
                reply: body.string("reply") ?? "",
                retryAt: retryAt
            )
        case "mail.refused":
            self = .mailRefused(id: try body.required("mail_id"), reply: body.string("reply") ?? "")
        case "mail.in_doubt":
            self = .mailInDoubt(
                id: try body.required("mail_id"),
                detail: body.string("detail") ?? ""
            )
        case "address.failed":
            self = .addressFailed(
                AddressFailure(
                    mailID: try body.required("mail_id"),
                    address: try body.required("address"),
                    status: body.string("status")
                )
            )
        case "mail.released":
            self = .mailReleased(id: try body.required("mail_id"), by: body.string("by") ?? "")
        case "mail.withdrawn":
            self = .mailWithdrawn(
                id: try body.required("mail_id"),
                reason: body.string("reason") ?? ""
            )
        case "service.state": self = .serviceState(try ServiceState(json: body))
        case "fact.reminded": self = .factReminded(try FactReminder(json: body))
        case "recap.made": self = .recapMade(try RecapRecord(json: body))
        case "recovery.asked": self = .recoveryAsked(try RecoveryRequest(json: body))
        case "message.recovered":
            guard let number else { throw EventCodingError(member: "case") }
            self = .messageRecovered(try Recovery(json: body), number)
        case "recovery.failed":
            self = .recoveryFailed(
                try RecoveryRequest(json: body),
                reason: body.string("failure") ?? ""
            )
        default: return nil
        }
    }
}

/// A line whose check sum is right and whose members are not what this version writes.
package struct EventCodingError: Error, Hashable, CustomStringConvertible {
    package var member: String

    package init(member: String) { self.member = member }

    package var description: String {
        "a journal line lacks a usable `\(member)`; it was written by another version"
    }
}

extension JSONObject {
    fileprivate func required(_ key: String) throws(EventCodingError) -> String {
        guard let value = string(key) else { throw EventCodingError(member: key) }
        return value
    }

    fileprivate func required<Value: RawRepresentable>(
        _ key: String,
        as type: Value.Type = Value.self
    ) throws(EventCodingError) -> Value where Value.RawValue == String {
        guard let value = string(key).flatMap(Value.init(rawValue:)) else {
            throw EventCodingError(member: key)
        }
        return value
    }

    fileprivate func optional<Value: RawRepresentable>(
        _ key: String,
        as type: Value.Type = Value.self
    ) -> Value? where Value.RawValue == String {
        string(key).flatMap(Value.init(rawValue:))
    }

    fileprivate func list<Value: RawRepresentable>(_ key: String, of type: Value.Type = Value.self)
        -> [Value] where Value.RawValue == String
    {
        (array(key) ?? []).compactMap { $0.stringValue.flatMap(Value.init(rawValue:)) }
    }

    fileprivate func uint32(_ key: String) throws(EventCodingError) -> UInt32 {
        guard let value = integer(key).flatMap({ UInt32(exactly: $0) }) else {
            throw EventCodingError(member: key)
        }
        return value
    }
}

// MARK: The service itself

extension ServiceState {
    fileprivate var json: JSONObject {
        [
            "part": .string(part.rawValue), "state": .string(isFailing ? "failing" : "working"),
            "cause": .string(fault.rawValue), "detail": .string(detail),
            "since": .string(Timestamp.text(since)), "mail_ids": .strings(mailIDs),
        ]
    }

    fileprivate init(json: JSONObject) throws(EventCodingError) {
        guard let since = json.string("since").flatMap(Timestamp.date) else {
            throw EventCodingError(member: "since")
        }
        self.init(
            part: try json.required("part"),
            isFailing: try json.required("state") == "failing",
            fault: try json.required("cause"),
            detail: json.string("detail") ?? "",
            since: since,
            mailIDs: json.strings("mail_ids") ?? []
        )
    }
}

// MARK: Messages and mailboxes

extension MailboxOpening {
    fileprivate var json: JSONObject {
        [
            "mailbox": .string(mailbox), "uidvalidity": .integer(Int(uidValidity)),
            "first_uid": .integer(Int(firstUID)),
            "not_before": .string(orNull: notBefore.map(Timestamp.text)),
        ]
    }

    fileprivate init(json: JSONObject) throws(EventCodingError) {
        self.init(
            mailbox: try json.required("mailbox"),
            uidValidity: try json.uint32("uidvalidity"),
            firstUID: try json.uint32("first_uid"),
            notBefore: json.string("not_before").flatMap(Timestamp.date)
        )
    }
}

extension Receipt {
    fileprivate var json: JSONObject {
        var json: JSONObject = [
            "message_id": .string(orNull: messageID), "sha256": .string(sha256),
            "mailbox": .string(orNull: position?.mailbox),
            "uidvalidity": position.map { .integer(Int($0.uidValidity)) } ?? .null,
            "uid": position.map { .integer(Int($0.uid)) } ?? .null,
            "from": .string(orNull: from), "subject": .string(orNull: subject),
            "disposition": .string(disposition.rawValue), "reason": .string(orNull: reason),
        ]
        if let automatic { json.append("class", .string(automatic.rawValue)) }
        if !undelivered.isEmpty { json.append("undelivered", .array(undelivered.map(\.json))) }
        if attention != .paid { json.append("attention", .string(attention.rawValue)) }
        return json
    }

    fileprivate init(json: JSONObject) throws(EventCodingError) {
        var position: MailboxPosition?
        if let mailbox = json.string("mailbox") {
            position = MailboxPosition(
                mailbox: mailbox,
                uidValidity: try json.uint32("uidvalidity"),
                uid: try json.uint32("uid")
            )
        }
        self.init(
            messageID: json.string("message_id"),
            sha256: try json.required("sha256"),
            position: position,
            from: json.string("from"),
            subject: json.string("subject"),
            disposition: try json.required("disposition"),
            reason: json.string("reason"),
            automatic: json.optional("class")
        )
        undelivered = (json.array("undelivered") ?? [])
            .compactMap { $0.objectValue.map(Failure.init(json:)) }
        attention = json.optional("attention") ?? .paid
    }
}

extension QueuedMail {
    /// The whole mail stands last, so that a reader can stop before it.
    fileprivate var json: JSONObject {
        var json: JSONObject = [
            "mail_id": .string(id), "role": .string(role.rawValue),
            "offers": .strings(offers.map(\.rawValue)), "to": .strings(forwardPaths),
            "reverse_path": .string(reversePath), "subject": .string(subject),
            "message_id": .string(messageID), "held": .bool(isHeld),
        ]
        if showsAnswer { json.append("shows_answer", .bool(true)) }
        if !examples.isEmpty { json.append("examples", .array(examples.map(\.json))) }
        json.append("mail", .string(String(decoding: bytes, as: UTF8.self)))
        return json
    }

    fileprivate init(json: JSONObject, number: CaseNumber?) throws(EventCodingError) {
        self.init(
            id: try json.required("mail_id"),
            caseNumber: number,
            role: try json.required("role"),
            offers: json.list("offers"),
            reversePath: try json.required("reverse_path"),
            forwardPaths: json.strings("to") ?? [],
            subject: json.string("subject") ?? "",
            messageID: try json.required("message_id"),
            isHeld: json.bool("held") ?? false,
            bytes: Array(try json.required("mail").utf8)
        )
        showsAnswer = json.bool("shows_answer") ?? false
        examples = (json.array("examples") ?? [])
            .compactMap { $0.objectValue.flatMap(ShownExample.init(json:)) }
    }
}

extension ShownExample {
    fileprivate var json: JSONValue {
        .object([
            "url": .string(url), "offer": .string(offer.rawValue), "score": .number(score),
            "terms": .strings(terms),
        ])
    }

    /// `nil` for one that this version cannot read: the mail stands for itself.
    fileprivate init?(json: JSONObject) {
        guard let url = json.string("url"), let offer: Offer = json.optional("offer") else {
            return nil
        }
        self.init(
            url: url,
            offer: offer,
            score: json.number("score") ?? 0,
            terms: json.strings("terms") ?? []
        )
    }
}

// MARK: Cases

extension Case {
    fileprivate func json(with content: CaseContent?) -> JSONObject {
        var json: JSONObject = [
            "kind": .string(kind.rawValue), "topic": .string(orNull: topic?.rawValue),
            "offers": .strings(offers.map(\.rawValue)), "scores": scores.json,
            "actions": .strings(actions.map(\.rawValue)),
        ]
        if let content { json.append("matches", .array(content.evidence.map(\.json))) }
        json.append("requester", requester.json)
        json.append("track", .string(orNull: track?.rawValue))
        json.append("porteur", .string(orNull: carrier?.rawValue))
        json.append("subject", .string(subject))
        if let content {
            json.append("message_subject", .string(content.subject))
            json.append("new_text", .string(content.newText))
            json.append("signature", .string(orNull: content.signature))
            json.append("quotation", .string(orNull: content.quotation))
            json.append("attachments", .array(content.attachments.map(\.json)))
        }
        json.append("state", .string(state.rawValue))
        json.append("opened_at", .string(Timestamp.text(openedAt)))
        json.append("linked_to", .string(orNull: linkedTo?.description))
        if let handedOnBy { json.append("handed_on_by", .string(handedOnBy)) }
        if let ruling = content?.ruling { json.append(ruling) }
        if let promisedDay { json.append("promised", .string(promisedDay.description)) }
        if let takenBy { json.append("taken_by", .string(takenBy)) }
        if let reclassifiedBy { json.append("reclassified_by", .string(reclassifiedBy)) }
        if let content { json.append(circumstancesOf: content) }
        return json
    }

    fileprivate init(json: JSONObject, number: CaseNumber?) throws(EventCodingError) {
        guard let number else { throw EventCodingError(member: "case") }
        var classification = Classification(kind: try json.required("kind"))
        classification.topic = json.optional("topic")
        classification.offers = json.list("offers")
        for (name, value) in (json.object("scores")?.members ?? []).map({ ($0.key, $0.value) }) {
            if let offer = Offer(rawValue: name) {
                classification.scores[offer] = value.numberValue
            }
        }
        classification.actions = json.list("actions")
        classification.track = json.optional("track")
        classification.carrier = json.optional("porteur")
        self.init(
            number: number,
            openedAt: json.string("opened_at").flatMap(Timestamp.date) ?? .distantPast,
            state: try json.required("state"),
            classification: classification,
            requester: Requester(json: json.object("requester") ?? JSONObject()),
            subject: json.string("subject") ?? "",
            linkedTo: json.string("linked_to").flatMap { CaseNumber($0) }
        )
        handedOnBy = json.string("handed_on_by")
        promisedDay = json.string("promised").flatMap { CivilDay($0) }
        takenBy = json.string("taken_by")
        reclassifiedBy = json.string("reclassified_by")
    }
}

extension JSONObject {
    /// How the message came, as far as an answer composed later needs it.
    fileprivate mutating func append(circumstancesOf content: CaseContent) {
        if let receivedAt = content.receivedAt {
            append("received_at", .string(Timestamp.text(receivedAt)))
        }
        if content.isAuthenticated { append("authenticated", .bool(true)) }
        if content.readsForward { append("reads_forward", .bool(true)) }
    }
}

extension CaseContent {
    fileprivate init(json: JSONObject) {
        self.init(
            subject: json.string("message_subject") ?? "",
            reading: Reading(
                newText: json.string("new_text") ?? "",
                signature: json.string("signature"),
                quotation: json.string("quotation")
            ),
            attachments: (json.array("attachments") ?? [])
                .compactMap { $0.objectValue.map(Attachment.init(json:)) },
            evidence: (json.array("matches") ?? [])
                .compactMap { $0.objectValue.map(Evidence.init(json:)) },
            ruling: Ruling(json: json)
        )
        receivedAt = json.string("received_at").flatMap(Timestamp.date)
        isAuthenticated = json.bool("authenticated") ?? false
        readsForward = json.bool("reads_forward") ?? false
    }
}
