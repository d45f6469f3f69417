import Casework
import Filing
import Foundation
import Intake
import JSONLines
import Mail
import Testing

@Suite("Events as lines") struct EventCodingTests {
    private static let number = CaseNumber(year: 2026, sequence: 42)
    private static let time = Date(timeIntervalSince1970: 1_790_000_000.125)

    private static let dossier: Case = {
        var classification = Classification(kind: .request)
        classification.offers = [.store, .investigation]
        classification.scores = [.store: 7.5, .investigation: 6, .startup: 0]
        classification.actions = [.catalogue]
        classification.track = .irritants
        classification.carrier = .missing
        var requester = Requester()
        requester.name = "Josiane Auclert"
        requester.address = "mairie@lourdoueix.example"
        requester.organisationType = .commune
        requester.department = "36"
        requester.region = "24"
        requester.postalCode = "36140"
        requester.authorities = [
            AuthorityCandidate(
                code: .commune(insee: "36099"),
                name: "Lourdoueix-Saint-Michel (36)",
                reasons: ["nommée dans le texte", "code postal 36140"]
            ),
            AuthorityCandidate(code: .epci(siren: "200007052"), name: "CC", reasons: []),
        ]
        requester.provenance = [
            .name: Provenance([.signature, .header], .certain),
            .callTimes: Provenance([], .doubtful),
        ]
        requester.contradictions = [
            Contradiction(.name, taken: "A", from: .header, other: "B", from: .signature)
        ]
        requester.forwarder = Forwarder(name: "M. Prat", organisation: "CC du Pays de Fayence")
        var dossier = Case(
            number: number,
            openedAt: time,
            state: .inProgress,
            classification: classification,
            requester: requester,
            subject: "les gens « pressés » / urgent",
            linkedTo: CaseNumber(year: 2026, sequence: 7)
        )
        dossier.takenBy = "a.delaunay@anct.example"
        dossier.reclassifiedBy = "p.prat@anct.example"
        return dossier
    }()

    private static let promised: Case = {
        var promised = dossier
        promised.promisedDay = CivilDay(year: 2026, month: 9, day: 8)
        return promised
    }()

    private static let content: CaseContent = {
        var content = plainContent
        content.receivedAt = time
        content.isAuthenticated = true
        content.readsForward = true
        return content
    }()

    private static let plainContent = CaseContent(
        subject: "Re: suite",
        reading: Reading(newText: "Ligne 1\nLigne 2\t\u{1}é€😀", signature: "J.", quotation: "> a"),
        attachments: [
            Attachment(filename: nil, mediaType: "application/pdf", size: 12, sha256: "ab")
        ],
        evidence: [
            Evidence(
                rule: "phrase-du-site",
                target: "store",
                weight: 6,
                field: "body",
                text: "Territoires Store",
                file: "store.rules",
                line: 12
            )
        ],
        ruling: Ruling(
            rules: "e3b0",
            sentence: Ruling.Sentence(text: "demande : offre", file: "decision.rules", line: 4)
        )
    )

    private static let mail = QueuedMail(
        id: "2026-00042.1",
        caseNumber: number,
        role: .reply,
        offers: [.store],
        reversePath: "incubateur@anct.example",
        forwardPaths: ["mairie@lourdoueix.example"],
        subject: "Re: suite [2026-00042]",
        messageID: "2026-00042.1.token@anct.example",
        isHeld: true,
        bytes: Array("Subject: x\r\n\r\nBonjour\r\n".utf8)
    )

    private static let mailWithExamples: QueuedMail = {
        var mail = Self.mail
        mail.showsAnswer = true
        mail.examples = [
            ShownExample(
                url: "https://a.example/1/",
                offer: .store,
                score: 1.27,
                terms: ["repas jetés", "« cantine »"]
            ),
            ShownExample(url: "https://a.example/2/", offer: .investigation, score: 1, terms: []),
        ]
        return mail
    }()

    private static let receipt = Receipt(
        messageID: "a@b",
        sha256: "cd",
        position: MailboxPosition(mailbox: "INBOX", uidValidity: 4_294_967_295, uid: 7),
        from: "mairie@lourdoueix.example",
        subject: "x",
        disposition: .newCase,
        reason: nil
    )

    private static let order: Receipt = {
        var order = receipt
        order.disposition = .staffCommand
        order.attention = .wanted
        return order
    }()

    static let events: [Event] = [
        .mailboxOpened(
            MailboxOpening(mailbox: "INBOX", uidValidity: 9, firstUID: 3, notBefore: time)
        ),
        .messageReceived(receipt, number), .messageReceived(order, number),
        .messageReceived(
            Receipt(
                messageID: nil,
                sha256: "ef",
                position: nil,
                from: nil,
                subject: nil,
                disposition: .spam,
                reason: "« cartes cadeaux »"
            ),
            nil
        ),
        .caseOpened(dossier, content), .caseUpdated(dossier, content), .caseUpdated(dossier, nil),
        .caseOpened(promised, content), .caseUpdated(promised, nil),
        .mailQueued(mail), .mailQueued(mailWithExamples),
        .mailSending(["2026-00042.1", "2026-00043.2"]),
        .mailSent(id: "2026-00042.1", reply: "250 2.0.0 Ok"),
        .mailDeferred(id: "2026-00042.1", reply: "451 later", retryAt: time),
        .mailRefused(id: "2026-00042.1", reply: "550 5.1.1 unknown"),
        .mailInDoubt(id: "2026-00042.1", detail: "closed after the final dot"),
        .mailWithdrawn(id: "service.3.1", reason: "over before it could leave"),
        .serviceState(
            ServiceState(
                part: .mailbox,
                isFailing: true,
                fault: .credentialsRefused,
                detail: "login refused: NO « non »",
                since: time,
                mailIDs: ["service.3.1", "service.3.2"]
            )
        ),
        .serviceState(
            ServiceState(
                part: .gaps,
                isFailing: false,
                fault: .messagesMissed,
                detail: "",
                since: time
            )
        ),
        .factReminded(
            FactReminder(
                fact: "duree",
                reviewDay: CivilDay(year: 2027, month: 6, day: 30),
                stage: .soon,
                mailIDs: ["facts.1.1"]
            )
        ),
        .addressFailed(
            AddressFailure(
                mailID: "2026-00042.1",
                address: "mairie@lourdoueix.example",
                status: "5.1.1"
            )
        ),
        .addressFailed(
            AddressFailure(mailID: "2026-00042.1", address: "m@x.example", status: nil)
        ),
        .caseOpened(
            {
                var handedOn = dossier
                handedOn.handedOnBy = "agent@anct.example"
                return handedOn
            }(),
            content
        ),
        .mailReleased(id: "2026-00042.1", by: "agent@anct.example"),
        .mailWithdrawn(id: "2026-00042.1", reason: "remplacée par 2026-00042.3"),
        .messageReceived(bounce, number),
        .recapMade(
            RecapRecord(
                day: CivilDay(year: 2026, month: 9, day: 8),
                setAside: ["ef", "cd"],
                mailIDs: ["recap-20260908.1"]
            )
        ),
        .recoveryAsked(recovery(ordered: true)), .recoveryAsked(recovery(ordered: false)),
        .recoveryFailed(recovery(ordered: true), reason: "le message n'est plus dans la boîte"),
        .messageRecovered(
            Recovery(
                request: recovery(ordered: true),
                position: receipt.position,
                from: "promo@casino.example",
                subject: "« Gagnez »",
                disposition: .spam,
                reason: "« cartes cadeaux »"
            ),
            number
        ),
        .messageRecovered(
            Recovery(
                request: recovery(ordered: false),
                position: nil,
                from: nil,
                subject: nil,
                disposition: .setAside,
                reason: nil
            ),
            number
        ),
    ]

    private static let bounce: Receipt = {
        var receipt = Self.receipt
        receipt.disposition = .bounce
        receipt.reason = "en-tête Content-Type"
        receipt.automatic = .bounce
        receipt.undelivered = [
            Receipt.Failure(address: "a@b.example", reply: "5.1.1 550 inconnu")
        ]
        return receipt
    }()

    private static func recovery(ordered: Bool) -> RecoveryRequest {
        RecoveryRequest(
            sha256: "ef",
            messageID: ordered ? "x@y.example" : nil,
            by: "nadia@anct.example",
            order: ordered
                ? RecoveryOrderMail(
                    messageID: "ordre@anct.example",
                    sha256: "01",
                    recap: "recap-20260908.1.token@anct.example",
                    number: 1
                ) : nil
        )
    }

    @Test("a message of an earlier version, without its class, is read")
    func earlierVersion() throws {
        let line = """
            {"message_id":"a@b","sha256":"cd","mailbox":null,"uidvalidity":null,"uid":null,\
            "from":"x@y.example","subject":"s","disposition":"automatic","reason":"List-Id"}
            """
        let body = try #require(try JSONReader.value(of: line).objectValue)
        guard
            case .messageReceived(let receipt, nil)? = try Event(
                entry: body,
                type: "message.received",
                case: nil
            )
        else { throw EventCodingError(member: "type") }
        #expect(receipt.automatic == nil)
        #expect(receipt.undelivered.isEmpty)
        #expect(receipt.isSetAside(in: nil))
    }

    @Test("every event comes back from its line", arguments: events)
    func roundTrip(event: Event) throws {
        let entry = event.entry
        let line = JSONValue.object(entry.body).serialized
        let body = try #require(try JSONReader.value(of: line).objectValue)
        #expect(try Event(entry: body, type: entry.type, case: entry.caseNumber) == event)
    }

    @Test("members stand in the order that outside programs read")
    func order() {
        #expect(
            Event.messageReceived(Self.receipt, nil).entry.body.keys == [
                "message_id", "sha256", "mailbox", "uidvalidity", "uid", "from", "subject",
                "disposition", "reason",
            ]
        )
        let opened = Event.caseOpened(Self.dossier, Self.content).entry
        #expect(opened.caseNumber == "2026-00042")
        #expect(
            opened.body.keys == [
                "kind", "topic", "offers", "scores", "actions", "matches", "requester", "track",
                "porteur", "subject", "message_subject", "new_text", "signature", "quotation",
                "attachments", "state", "opened_at", "linked_to", "rules", "decision",
                "taken_by", "reclassified_by", "received_at", "authenticated", "reads_forward",
            ]
        )
        #expect(Event.mailQueued(Self.mail).entry.body.keys.last == "mail")
        #expect(
            Event.mailQueued(Self.mailWithExamples).entry.body.keys.suffix(3)
                == ["shows_answer", "examples", "mail"]
        )
        #expect(Event.mailSent(id: "2026-00042.1", reply: "").entry.caseNumber == "2026-00042")
    }

    @Test("a line of a later version is passed over, a line without its members is refused")
    func unknown() throws {
        #expect(try Event(entry: ["x": 1], type: "case.merged", case: nil) == nil)
        #expect(throws: EventCodingError(member: "mail_id")) {
            try Event(entry: [:], type: "mail.sent", case: nil)
        }
        #expect(throws: EventCodingError(member: "case")) {
            try Event(entry: ["kind": "request", "state": "new"], type: "case.opened", case: nil)
        }
    }
}
