import Desk
import Mail
import Transport

extension CheckCommand {
    /// Finds what still stands as `config example` printed it.
    static func checkExampleValues(_ settings: Settings, _ report: inout CheckReport) {
        for (section, connection) in [
            ("mailbox", settings.mailbox.connection), ("delivery", settings.delivery),
        ] where connection.isOfExample {
            report.bad(
                "configuration",
                "`url` in [\(section)] still names the example's server, "
                    + "\(connection.endpoint.host): put your own",
                .badConfiguration
            )
        }
        let addresses = ([settings.from] + settings.routing.everyone + settings.alertRecipients)
            .filter { isOfExample($0.domain) }.map(\.addrSpec)
        if !addresses.isEmpty {
            report.notice(
                "configuration",
                "no mail can reach these addresses of the example; put your own:\n"
                    + addresses.joined(separator: "\n")
            )
        }
    }

    /// Names that end in .example exist nowhere (RFC 2606 §2).
    fileprivate static func isOfExample(_ domain: String) -> Bool {
        domain.lowercased().hasSuffix(".example")
    }
}

extension ConnectionSettings {
    var isOfExample: Bool { CheckCommand.isOfExample(endpoint.host) }
}
