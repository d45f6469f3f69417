import Mail

@testable import Intake

/// A message with the signs of one case, as values.
struct ScreeningCase: Sendable {
    var name: String
    var message: Message

    static let request = """
        Bonjour,

        Nous cherchons un outil pour les inscriptions à la cantine. Pouvez-vous nous rappeler ?

        Cordialement,

        Nathalie Perrin
        Ville de Lannion
        """

    init(
        _ name: String,
        from: String = "n.perrin@ville-lannion.example",
        displayName: String? = "Nathalie Perrin",
        subject: String = "Inscriptions à la cantine",
        fields: KeyValuePairs<String, String> = [:],
        path: ReversePath = .unknown,
        root: BodyPart = BodyPart(mediaType: "text/plain"),
        _ text: String = ScreeningCase.request
    ) {
        self.name = name
        message = Message()
        message.from = [Self.address(from, displayName)]
        message.subject = subject
        message.fields = fields.map { Field(fieldName: $0.key, fieldBody: $0.value) }
        message.reversePath = path
        message.root = root
        message.text = text
    }

    private static func address(_ addrSpec: String, _ displayName: String?) -> Address {
        let parts = addrSpec.split(separator: "@", maxSplits: 1).map(String.init)
        return Address(displayName: displayName, localPart: parts[0], domain: parts.last ?? "")
    }

    static let screener = Screener(
        ownAddresses: [Address(localPart: "incubateur", domain: "anct.example")],
        trustedAuthenticationServers: ["mx.anct.example"],
        allowedSenders: ["allowed@ville.example"]
    )

    func screening(without code: String? = nil) -> Screening {
        Self.screener.screening(
            of: message,
            reading: read(message),
            by: Screener.table.filter { $0.code != code }
        )
    }
}
