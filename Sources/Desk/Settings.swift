import Casework
import Foundation
import Intake
import Mail
import Transport

/// All that an installation decides, checked and complete.
package struct Settings: Sendable {
    /// What the first start on a mailbox takes.
    package enum Start: Hashable, Sendable {
        /// Only what arrives from now on.
        case new
        case all
        case uid(UInt32)
        /// What arrived at or after that time.
        case date(Date)
    }

    /// How a message is marked once its lines are durable.
    package enum Mark: Hashable, Sendable {
        case none
        /// By a keyword (RFC 9051 §2.3.2), where PERMANENTFLAGS allows it.
        case keyword
        /// By moving it to that folder.
        case move(folder: String)
    }

    package struct Mailbox: Sendable {
        package var connection: ConnectionSettings
        /// Decoded name, as in `INBOX`.
        package var name: String
        package var pollSeconds = 60
        package var idles = true
        package var start: Start = .new
        /// Older mail is filed and not answered; 0: no limit.
        package var answerWithinDays = 10
        package var mark: Mark = .keyword

        package init(connection: ConnectionSettings, name: String) {
            self.connection = connection
            self.name = name
        }
    }

    package var mailbox: Mailbox
    package var delivery: ConnectionSettings
    /// Whether mail to our address with a +detail arrives: failures then come back to one that names
    /// the mail.
    package var usesDetail = false
    /// Where every mail goes instead of to its recipients, for a trial; `nil`: to its recipients.
    package var redirectTo: Address?
    /// The author of every mail, and the address whose mailbox is read.
    package var from: Address
    package var store: URL
    package var rules: URL
    package var templates: URL
    package var territory: URL?
    /// Whether answers wait for staff.
    package var holdsAnswers = false
    /// Whether answers give example links that nobody has checked yet.
    package var showsUncheckedExamples = true
    /// `nil`: a key made at the first start, in the store.
    package var tokenKeyFile: URL?
    package var routing: Routing
    /// Further addresses of ours, never answered.
    package var ownAddresses: [Address] = []
    /// The servers whose Authentication-Results and spam verdicts count.
    package var trustedServers: [String] = []
    /// Addresses and domains answered though their mail looks like a list's or a notification.
    package var alwaysAnswered: [String] = []
    /// A file of metrics in the Prometheus text format, written again after each scan; `nil`: none.
    package var metricsFile: URL?
    /// Who is told when the service cannot read, send or file, and when it can again.
    package var alertRecipients: [Address] = []
    /// When staff get the recap; `nil`: never.
    package var recapSchedule: RecapSchedule? = RecapSchedule()
    /// Who gets it; empty: those who receive what no offer claims.
    package var recapReaders: [Address] = []

    /// Whether messages go with the summaries of them, up to 5 MB each.
    package var attachesOriginals = false

    package var recapRecipients: [Address] {
        recapReaders.isEmpty ? routing.fallback : recapReaders
    }

    package init(
        mailbox: Mailbox,
        delivery: ConnectionSettings,
        from: Address,
        store: URL,
        rules: URL,
        templates: URL,
        routing: Routing
    ) {
        self.mailbox = mailbox
        self.delivery = delivery
        self.from = from
        self.store = store
        self.rules = rules
        self.templates = templates
        self.routing = routing
    }
}
