import Foundation

/// The manual pages, made from the same tables that read command lines and configurations.
enum ManualPages {
    /// guichet(1).
    static func program(date: String) -> String {
        var page = Roff(page: "guichet", section: 1, date: date, manual: "User Commands")
        page.name("guichet", "reads and answers the mail of local authorities, and tells staff")
        page.section("SYNOPSIS")
        page.paragraph("guichet COMMAND [OPTIONS]")
        page.section("DESCRIPTION")
        page.prose(Guichet.introduction)
        page.prose(Guichet.firstSteps)
        page.section("COMMANDS")
        page.paragraph(
            "Every command takes --help. An option's value may also be joined to it, as in "
                + "--config=FILE; after -- no word is taken for an option."
        )
        for type in Guichet.commands {
            page.subsection("guichet \(type.syntax.usage)")
            page.paragraph(type.syntax.summary)
            page.prose(type.syntax.help)
        }
        page.section("EXIT STATUS")
        page.prose(Guichet.exitCodes)
        page.section("ENVIRONMENT")
        page.item(
            "GUICHET_SECTION_KEY",
            "A key of the configuration, as in \(ConfigurationKeys.all[0].environmentName); it wins "
                + "over the file."
        )
        page.item(
            "CREDENTIALS_DIRECTORY",
            "Where systemd put the unit's credentials; files of secrets are looked for there first, "
                + "as guichet.conf(5) says."
        )
        files(&page)
        page.section("SEE ALSO")
        page.paragraph("guichet.conf(5), systemctl(1), journalctl(1)")
        return page.text
    }

    private static func files(_ page: inout Roff) {
        page.section("FILES")
        page.item(Arguments.installedConfiguration, "The configuration, unless --config names one.")
        page.item(
            "/var/lib/guichet",
            "The store of the service that the package installs: the journal, a JSON Lines file a "
                + "month, and token.key. Back it up whole."
        )
        page.item(
            "/usr/share/guichet",
            "The shipped rules, templates and territory tables, and guichet.conf as this version "
                + "would install it. An upgrade replaces them: copy a folder before changing it."
        )
    }

    /// guichet.conf(5).
    static func configuration(date: String) -> String {
        var page = Roff(page: "guichet.conf", section: 5, date: date, manual: "File Formats")
        page.name("guichet.conf", "configuration of guichet")
        page.section("SYNOPSIS")
        page.paragraph(Arguments.installedConfiguration)
        page.section("DESCRIPTION")
        page.prose(ConfigurationKeys.form)
        page.paragraph(ConfigurationKeys.credentials)
        for section in ConfigurationKeys.sections {
            page.section("THE SECTION [\(section.name)]")
            page.paragraph(section.help)
            for key in ConfigurationKeys.all where key.section == section.name {
                page.item(key.name, meaning(of: key))
            }
            if section.name == "staff" { team(&page) }
        }
        page.section("SEE ALSO")
        page.paragraph("guichet(1), systemd.exec(5)")
        return page.text
    }

    private static func team(_ page: inout Roff) {
        page.section("THE SECTIONS [staff.NAME]")
        page.paragraph(ConfigurationKeys.teamHelp)
        for key in ConfigurationKeys.keys(ofTeam: "staff.NAME").prefix(1) {
            page.item(key.name, meaning(of: key))
        }
    }

    private static func meaning(of key: ConfigurationKey) -> String {
        var meaning = key.help
        if !key.defaultValue.isEmpty { meaning += "\nDefault: \(key.defaultValue)." }
        if let example = key.example { meaning += "\nExample: \(example)" }
        return meaning
    }

    /// The day a page bears: that of SOURCE_DATE_EPOCH where it is set, so that the same source
    /// always gives the same page; today otherwise.
    static func date(environment: [String: String], now: Date) -> String {
        let epoch = environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
        let date = epoch.map { Date(timeIntervalSince1970: $0) } ?? now
        return date.formatted(.iso8601.year().month().day())
    }
}
