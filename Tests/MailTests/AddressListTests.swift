import Testing

@testable import Mail

@Suite("AddressList") struct AddressListTests {
    private func read(_ text: String, limit: Int = 100) -> (names: [String], defects: [String]) {
        var defects = DefectLog()
        let list = AddressList(parsing: text, limit: limit, &defects)
        let names = list.addresses.map { address in
            address.displayName.map { "\($0)|\(address.addrSpec)" } ?? address.addrSpec
        }
        return (names, defects.sentences)
    }

    @Test(
        "well-formed lists",
        arguments: [
            ("a@example.org", ["a@example.org"]),
            ("<a@example.org>", ["a@example.org"]),
            ("A B <a@example.org>", ["A B|a@example.org"]),
            ("\"B, A\" <a@example.org>, c@example.org", ["B, A|a@example.org", "c@example.org"]),
            ("a@example.org (A B)", ["A B|a@example.org"]),
            ("A (x) B <a@example.org>", ["A B|a@example.org"]),
            ("\"A \\\"B\\\" C\" <a@example.org>", ["A \"B\" C|a@example.org"]),
            ("\"a b\"@example.org", ["\"a b\"@example.org"]),
            ("<\"a@b\"@example.org>", ["\"a@b\"@example.org"]),
            ("a@[192.0.2.1]", ["a@[192.0.2.1]"]),
            ("a@[IPv6:2001:db8::1]", ["a@[IPv6:2001:db8::1]"]),
            ("a.b@mairie-évreux.example", ["a.b@mairie-évreux.example"]),
            ("Group: a@example.org, B <b@example.org>;", ["a@example.org", "B|b@example.org"]),
            ("Empty:;", []),
            ("undisclosed-recipients:;, a@example.org", ["a@example.org"]),
            ("a . b @ example . org", ["a.b@example.org"]),
            ("=?utf-8?Q?A=2C_B?= <a@example.org>", ["A, B|a@example.org"]),
            ("[Ville] Accueil <a@example.org>", ["[Ville] Accueil|a@example.org"]),
            (" , a@example.org,, ", ["a@example.org"]),
            ("", []),
        ] as [(String, [String])]
    )
    func wellFormed(text: String, expected: [String]) {
        let (names, defects) = read(text)
        #expect(names == expected)
        #expect(defects.isEmpty)
    }

    @Test(
        "malformed lists are read and noted",
        arguments: [
            ("B, A <a@example.org>", ["B, A|a@example.org"]),
            ("A <a@example.org", ["A|a@example.org"]),
            ("A <a@example.org, B <b@example.org>", ["A|a@example.org", "B|b@example.org"]),
            ("A a@example.org", ["A|a@example.org"]),
            ("a@example.org A", ["A|a@example.org"]),
            ("\"A <a@example.org>", ["A|a@example.org"]),
            ("a@example.org; b@example.org", ["a@example.org", "b@example.org"]),
            ("nobody", []),
            ("nobody, a@example.org", ["a@example.org"]),
            ("<nobody>", []),
            ("a@", []),
            ("@example.org", []),
            ("a@example.org (A", ["A|a@example.org"]),
        ] as [(String, [String])]
    )
    func malformed(text: String, expected: [String]) {
        let (names, defects) = read(text)
        #expect(names == expected)
        #expect(!defects.isEmpty)
    }

    @Test("no more addresses than the limit are read")
    func limit() {
        let (names, defects) = read("a@x.example, b@x.example, c@x.example", limit: 2)
        #expect(names == ["a@x.example", "b@x.example"])
        #expect(defects == ["A field holds over 2 addresses; later ones were not read."])
    }

    @Test(
        "configuration holds valid addresses only",
        arguments: [
            ("a@example.org", true), ("A <a@example.org>", true), ("a.b+c@x.example", true),
            ("a@mairie-évreux.example", true), ("a@localhost", true),
            ("", false), ("a", false), ("a@", false), ("A <a@example.org", false),
            ("a@example.org, b@example.org", false), ("a b@example.org", false),
            ("a@exa mple.org", false), ("a@-x.example", false), ("a@x..example", false),
            ("é@example.org", false), ("a@example.org\r\nBcc: b@example.org", false),
            ("a@example.org\u{0}", false), ("<>", false), ("a@ex<ample.org", false),
        ] as [(String, Bool)]
    )
    func configuration(text: String, isValid: Bool) {
        #expect((Address(parsing: text) != nil) == isValid)
        #expect((Mailbox(parsing: text) != nil) == isValid)
    }

    @Test("a configured list is valid as a whole")
    func configuredList() throws {
        let list = try #require(Address.list(parsing: "A <a@example.org>, b@example.org"))
        #expect(list.map(\.addrSpec) == ["a@example.org", "b@example.org"])
        #expect(Address.list(parsing: "a@example.org, nobody") == nil)
    }
}
