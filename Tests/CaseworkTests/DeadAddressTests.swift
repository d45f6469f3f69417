import Casework
import Foundation
import Testing

@Suite("Dead addresses") struct DeadAddressTests {
    @Test(
        "only what says that nobody has the address counts",
        arguments: [
            ("5.1.1", nil, true), ("5.1.2", "550 5.1.2 host", true), ("5.1.10", nil, true),
            ("5.1.6", nil, true), ("5.1.0", "550 unknown user", true),
            (nil, "550 5.1.1 no such user", true), (nil, "550 No such user here", true),
            ("5.0.0", "smtp; 550 User unknown in virtual mailbox table", true),
            (nil, "Utilisateur inconnu", true), ("5.4.1", "cette adresse n'existe pas", true),
            (nil, "L’adresse n’existe pas", true),
            ("5.1.0", "550 5.1.0 Address rejected", false), ("5.1.8", "host unknown", false),
            ("5.1.7", nil, false), ("5.1.5", nil, false), ("4.1.1", "user unknown", false),
            ("5.2.2", "over quota, user unknown", false), ("5.2.1", "mailbox disabled", false),
            ("4.4.1", "delayed", false), ("5.7.1", "rejected by policy", false),
            (nil, "552 mailbox full, address does not exist any more", false),
            (nil, "450 4.2.0 greylisted: unknown user", false),
            (nil, "550 sender domain does not exist", false), (nil, "451 no such user yet", false),
            (nil, nil, false), ("", "", false), ("5.1", "5.1", false),
        ] as [(String?, String?, Bool)]
    )
    func meant(status: String?, diagnostic: String?, expected: Bool) {
        #expect(DeadAddress.isMeant(status: status, diagnostic: diagnostic) == expected)
    }

    private static let sample = SampleRegister()

    /// A register in which answers came back, each so many hours after the first.
    private func register(answers: [Double], failures: [Double]) -> Register {
        var register = Self.sample.register
        let steps =
            answers.enumerated().map { ($0.element, true, $0.offset) }
            + failures.enumerated().map { ($0.element, false, $0.offset) }
        for (hours, isAnswer, index) in steps.sorted(by: { $0.0 < $1.0 }) {
            let time = Self.sample.opened.addingTimeInterval(hours * 3_600)
            let mail = Self.sample.mail(index + 1, .reply, to: "Marie@ville.example")
            register.apply(
                isAnswer
                    ? .mailQueued(mail)
                    : .addressFailed(
                        AddressFailure(
                            mailID: mail.id,
                            address: "marie+x@VILLE.example",
                            status: "5.1.1"
                        )
                    ),
                at: time
            )
        }
        return register
    }

    @Test(
        "who writes after one failure is tried once more; after two, not for sixty days",
        arguments: [
            ([0], [], 1, true), ([0], [0.1], 1, true), ([0, 2], [0.1], 3, false),
            ([0, 2], [0.1], 25, false), ([0, 2], [0.1], 27, true),
            ([0, 2], [0.1, 2.1], 50, false),
            ([0, 2], [0.1, 2.1], 1_441, true), ([0, 2], [0.1, 2.1], 1_438, false),
            ([0, 1_500], [0.1, 1_500.1], 1_530, true),
        ] as [([Double], [Double], Double, Bool)]
    )
    func pause(answers: [Double], failures: [Double], hours: Double, isAnswered: Bool) {
        let register = register(answers: answers, failures: failures)
        let time = Self.sample.opened.addingTimeInterval(hours * 3_600)
        let objection = register.deliveries.objection(
            toAnswering: "marie@ville.example",
            at: time
        )
        #expect((objection == nil) == isAnswered, "\(objection ?? "none")")
        #expect(register.deliveries.objection(toAnswering: "luc@ville.example", at: time) == nil)
    }

    @Test(
        "a server that refuses the answer at once says the same",
        arguments: [
            ("550 5.1.1 no such user", true), ("552 5.2.2 mailbox full", false),
            ("given up after days of trying; last: 451 later", false),
        ]
    )
    func refused(reply: String, counts: Bool) {
        var register = register(answers: [0, 0.2], failures: [])
        for sequence in 1...2 {
            register.apply(
                .mailRefused(id: Self.sample.mail(sequence, .reply, to: "").id, reply: reply),
                at: Self.sample.opened
            )
        }
        let objection = register.deliveries.objection(
            toAnswering: "marie@ville.example",
            at: Self.sample.opened
        )
        #expect((objection != nil) == counts)
    }
}
