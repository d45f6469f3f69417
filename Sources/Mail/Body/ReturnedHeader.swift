/// What the header of a returned mail says, which a report carries whole or in part (RFC 6522 §3).
package struct ReturnedHeader: Hashable, Sendable {
    /// Without angle brackets.
    package var messageID: String?
    package var from: [Address] = []
    package var to: [Address] = []
    package var cc: [Address] = []

    package init() {}

    /// Read from a text that starts with that header, as old mail systems append it to theirs.
    package init(readingStartOf text: some StringProtocol) {
        let octets = Octets(text.utf8.prefix(Self.maximumOctets))
        var unnoted = DefectLog()
        let limits = Message.Limits()
        self.init(
            HeaderSection(
                reading: MessageStart.find(in: octets, &unnoted),
                what: "",
                limits: limits,
                defects: &unnoted
            ),
            limits: limits
        )
    }

    /// Far more than the header of a returned mail takes.
    private static let maximumOctets = 128 * 1024

    init(_ header: HeaderSection, limits: Message.Limits) {
        var unnoted = DefectLog()
        messageID = header.first("message-id").flatMap { MessageIDList.single($0, &unnoted) }
        func addresses(_ name: String) -> [Address] {
            header.first(name).map {
                AddressList(parsing: $0, limit: limits.addresses, &unnoted).addresses
            } ?? []
        }
        from = addresses("from")
        to = addresses("to")
        cc = addresses("cc")
    }
}
