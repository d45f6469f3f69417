import Casework
import Desk
import Foundation
import Intake
import Mail
import Testing

/// A desk with a person for each offer, and one request about the catalogue.
final class OrderDesk {
    let store = TestOffice.temporaryFolder()
    private var settings: Settings
    private(set) var office: Office

    static let number = CaseNumber(year: 2026, sequence: 1)
    static let anne = "anne@anct.example"
    static let paul = "paul@anct.example"
    static let zoe = "zoe@anct.example"
    static let remi = "remi@anct.example"
    static let requester = "marie@ville-x.example"
    static let request = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        Marie Vial, mairie de Lannion
        """

    /// Anne looks after investigations, Paul and Rémi after startups, Zoé and Rémi after the store.
    init(holdsAnswers: Bool = false, usesDetail: Bool = false) throws {
        settings = TestOffice.settings(store: store)
        settings.holdsAnswers = holdsAnswers
        settings.usesDetail = usesDetail
        settings.trustedServers = [TestOffice.trusted]
        func addresses(_ list: String...) -> [Address] {
            list.compactMap { Address.list(parsing: $0)?.first }
        }
        settings.routing.roster[.offer(.investigation)] = addresses(Self.anne)
        settings.routing.roster[.offer(.startup)] = addresses(Self.paul, Self.remi)
        settings.routing.roster[.offer(.store)] = addresses(Self.zoe, Self.remi)
        office = try TestOffice.open(settings)
    }

    deinit {
        office.close()
        try? FileManager.default.removeItem(at: store)
    }

    func restart() throws {
        office.close()
        office = try TestOffice.open(settings)
    }

    @discardableResult
    func take(_ bytes: [UInt8], days: Double = 0) throws -> Decision {
        let now = TestOffice.morning.addingTimeInterval(days * 86_400)
        return try #require(
            try office.take([Arrival(internalDate: now, bytes: bytes)], at: now).first
        )
    }

    @discardableResult
    func open(_ text: String = request) throws -> Decision {
        try take(message(from: "Marie Vial <\(Self.requester)>", text: text, id: "first"))
    }

    /// What a member of staff answers to a mail of ours.
    @discardableResult
    func answer(
        _ mail: QueuedMail,
        _ text: String,
        from: String? = nil,
        fields: [String] = [],
        id: String = UUID().uuidString,
        days: Double = 0
    ) throws -> Decision {
        let references = Message(parsing: mail.bytes).references + [mail.messageID]
        return try take(
            message(
                from: from ?? mail.recipient,
                subject: "Re: \(mail.subject)",
                text: text,
                fields: [
                    "In-Reply-To: <\(mail.messageID)>",
                    "References: \(references.map { "<\($0)>" }.joined(separator: " "))",
                ] + fields,
                id: id
            ),
            days: days
        )
    }

    var dossier: Case { get throws { try #require(try office.ask { $0.cases[Self.number] }) } }

    /// Whether the recap lists the case as one to take.
    var isWaiting: Bool {
        get throws {
            try office.ask { register in
                register.recaps.waitingCases.contains { $0.number == Self.number }
            }
        }
    }
}

extension QueuedMail {
    var message: Message { Message(parsing: bytes) }
    var text: String { message.text }
    /// Without line breaks.
    var prose: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var recipient: String { forwardPaths.first ?? "" }

    /// The mails that its links would have a mail program write, by the words of the links.
    var links: [String: LinkedMail] {
        get throws {
            let html = try #require(message.html)
            var links: [String: LinkedMail] = [:]
            for piece in html.components(separatedBy: "href=\"mailto:").dropFirst() {
                let address = piece.prefix { $0 != "\"" }
                let label = piece.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
                links[String(label)] = try LinkedMail(mailto: address)
            }
            return links
        }
    }
}

/// What a mailto address says (RFC 6068).
struct LinkedMail {
    var to: String
    var cc: String?
    var subject: String
    var body: String

    init(mailto: Substring) throws {
        let text = mailto.replacing("&amp;", with: "&")
        #expect(!text.contains { $0.isWhitespace || !$0.isASCII || "'<>\"".contains($0) })
        #expect(text.count < 500)
        let address = text.prefix { $0 != "?" }
        to = try #require(address.removingPercentEncoding)
        var values: [Substring: String] = [:]
        for field in text.dropFirst(address.count + 1).split(separator: "&") {
            let name = field.prefix { $0 != "=" }
            let value: String = try #require(
                field.dropFirst(name.count + 1).removingPercentEncoding
            )
            values[name] = value
        }
        cc = values["cc"]
        subject = try #require(values["subject"])
        body = values["body"] ?? ""
    }

    /// As a mail program writes it.
    func mail(from: String) -> [UInt8] {
        message(
            from: from,
            subject: subject,
            text: body,
            fields: cc.map { ["Cc: \($0)"] } ?? []
        )
    }
}

extension Decision {
    /// Those written to with a role, by the address.
    func mails(_ role: MailRole) -> [String: QueuedMail] {
        Dictionary(mails.filter { $0.role == role }.map { ($0.recipient, $0) }) { first, _ in first
        }
    }

    /// The text of the receipt that its writer gets.
    var toldBack: String { mails.last { $0.role == .orderReceipt }?.prose ?? "" }
}
