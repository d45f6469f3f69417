import Casework
import Mail
import Testing

@Suite("Return paths") struct ReturnPathTests {
    private let key = TokenKey(Array(repeating: 7, count: 32))!
    private let own = Address(localPart: "incubateur", domain: "anct.example")

    private func name(_ series: Character? = nil) -> String {
        MailName.leftPart(
            of: CaseNumber(year: 2026, series: series, sequence: 42),
            sequence: 3,
            purpose: .caseThread,
            key: key
        )
    }

    private func names(_ fields: [String]) -> [MailName] {
        let text = fields.joined(separator: "\r\n") + "\r\n\r\n"
        return ReturnPath.mailNames(in: Message(parsing: Array(text.utf8)), own: own, key: key)
    }

    @Test(
        "the address that a notice came to tells the mail, whatever the capitals",
        arguments: ["To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"]
    )
    func found(field: String) throws {
        for series in [nil, Character("B")] {
            let address = try #require(ReturnPath.addrSpec(of: own, naming: name(series)))
            #expect(address.hasPrefix("incubateur+2026-"))
            for written in [address, address.lowercased(), address.uppercased(), "X <\(address)>"] {
                let found = names(["From: x@y.example", "\(field): \(written)"])
                #expect(found.map(\.mailID) == ["2026-\(series.map(String.init) ?? "")00042.3"])
            }
        }
    }

    @Test("a forged detail, another's address and no detail tell nothing")
    func strangers() throws {
        let token = name()
        for address in [
            "incubateur+2026-00042.3.aaaaaaaaaaaaaaaa@anct.example", "incubateur@anct.example",
            "incubateur+\(token)@ailleurs.example", "autre+\(token)@anct.example",
            "incubateur+\(token)x@anct.example", "incubateur+@anct.example", "+@anct.example",
            "incubateur+2026-00042.4.\(token.suffix(16))@anct.example",
        ] {
            #expect(names(["To: \(address)", "Delivered-To: \(address)"]).isEmpty, "\(address)")
        }
    }

    @Test("where the detail finds no place there is none")
    func noPlace() {
        for localPart in [String(repeating: "x", count: 50), "a+b", "\"a b\""] {
            let address = Address(localPart: localPart, domain: "anct.example")
            #expect(ReturnPath.addrSpec(of: address, naming: name()) == nil)
        }
    }
}
