/// How a body was made fit for transport (RFC 2045 §6).
enum TransferEncoding: Hashable {
    case identity
    case quotedPrintable
    case base64
    /// Of before MIME, under a name that RFC 2045 §6.3 leaves to private use.
    case uuencode

    /// Reads Content-Transfer-Encoding; `nil` when it is none of RFC 2045 and none in use.
    init?(parsing fieldBody: String) {
        var scanner = ParameterScanner(octets: Octets(fieldBody.utf8))
        // Tolerated: quotes, and parameters and other values after the name.
        switch scanner.value() {
        case "7bit", "8bit", "binary", "7-bit", "8-bit", "7", "8", "7bits", "8bits", "utf-8",
            "none", "":
            self = .identity
        case "quoted-printable", "quotedprintable", "quoted-printeable", "quoted_printable",
            "quoted", "qp":
            self = .quotedPrintable
        case "base64", "base-64", "base_64", "b64": self = .base64
        case "x-uuencode", "x-uue", "uuencode", "uue", "x-uu", "x-uuencoded": self = .uuencode
        default: return nil
        }
    }

    /// Reads Content-Transfer-Encoding; what is unknown is taken for no encoding.
    init(reading fieldBody: String, _ defects: inout DefectLog) {
        let shown = fieldBody.prefix(40)
        guard let encoding = TransferEncoding(parsing: fieldBody) else {
            defects.note(
                "The transfer encoding \"\(shown)\" is unknown; the content was read as it is."
            )
            self = .identity
            return
        }
        self = encoding
        var scanner = ParameterScanner(octets: Octets(fieldBody.utf8))
        let name = scanner.value()
        guard !name.isEmpty, !Self.names.contains(name) || !scanner.oddities.isEmpty else { return }
        defects.note("The transfer encoding \"\(shown)\" was read as \(encoding.name).")
    }

    /// Of RFC 2045 §6.1, and private ones.
    private static let names: Set<String> = [
        "7bit", "8bit", "binary", "quoted-printable", "base64", "x-uuencode", "x-uue",
    ]

    private var name: String {
        switch self {
        case .identity: "8bit"
        case .quotedPrintable: "quoted-printable"
        case .base64: "base64"
        case .uuencode: "x-uuencode"
        }
    }

    func decode(_ octets: Octets, _ defects: inout DefectLog) -> Octets {
        switch self {
        case .identity: octets
        case .quotedPrintable: QuotedPrintable.decode(octets, &defects)[...]
        case .base64: Base64.decode(octets, &defects)[...]
        case .uuencode: UUEncoding.decode(octets, &defects)[...]
        }
    }

    /// Decodes block by block, so that a large file is never held a second time.
    func decode(
        _ octets: Octets,
        _ defects: inout DefectLog,
        into sink: (UnsafeRawBufferPointer) -> Void
    ) {
        switch self {
        case .identity: octets.withUnsafeBytes(sink)
        case .quotedPrintable: QuotedPrintable.decode(octets, &defects, into: sink)
        case .base64: Base64.decode(octets, &defects, into: sink)
        case .uuencode: UUEncoding.decode(octets, &defects).withUnsafeBytes(sink)
        }
    }
}
