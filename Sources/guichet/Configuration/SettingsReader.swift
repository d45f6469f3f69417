import Casework
import Desk
import Foundation
import French
import Intake
import Mail
import Transport

/// Turns a configuration file and the environment into `Settings`, or says what is wrong, all of it
/// at once.
struct SettingsReader {
    let file: ConfigurationFile
    private let folder: URL
    private let environment: [String: String]
    /// The folder of the credentials that systemd handed over; `nil`: none.
    private let credentials: URL?
    private var readsSecrets = true
    private(set) var errors: [ConfigurationError]
    /// What does not stop the start, as unknown variables of the environment.
    private(set) var warnings: [String] = []

    /// `folder` is where relative paths count from.
    init(file: ConfigurationFile, folder: URL, environment: [String: String]) {
        self.file = file
        self.folder = folder
        self.environment = environment.filter { $0.key.hasPrefix("GUICHET_") }
        credentials = environment["CREDENTIALS_DIRECTORY"].map {
            URL(fileURLWithPath: $0, isDirectory: true)
        }
        errors = file.errors
    }

    /// Reads the file at `path` with the environment of this process.
    ///
    /// - Parameter secrets: false leaves passwords unread, for commands that connect to nothing.
    static func read(path: String, environment: [String: String], secrets: Bool = true) throws -> (
        Settings, [String]
    ) {
        let url = URL(fileURLWithPath: path)
        guard let data = FileManager.default.contents(atPath: path) else {
            let remedy =
                FileManager.default.fileExists(atPath: path)
                ? "this user may not; the installed service's is read with: "
                    + "runuser -u guichet -- guichet …"
                : "make one with: guichet config example > \(path)"
            throw Failure(code: .badConfiguration, message: "\(path): cannot be read; \(remedy)")
        }
        let text = String(decoding: data, as: UTF8.self)
        var reader = SettingsReader(
            file: ConfigurationFile(name: path, text: text),
            folder: url.deletingLastPathComponent(),
            environment: environment
        )
        reader.readsSecrets = secrets
        let settings = try reader.settings()
        return (settings, reader.warnings)
    }

    mutating func settings() throws(ConfigurationErrors) -> Settings {
        checkNames()
        let mailboxConnection = connection("mailbox", schemes: ["imap", "imaps"])
        let deliveryConnection = connection("delivery", schemes: ["smtp", "smtps"])
        let from = address("delivery", "from")
        let routing = self.routing()
        let store = path("service", "store")
        if store == nil, errors.isEmpty { missing("service", "store") }
        guard let mailboxConnection, let deliveryConnection, let from, let store else {
            throw ConfigurationErrors(errors: sorted(errors))
        }
        var mailbox = Settings.Mailbox(
            connection: mailboxConnection,
            name: mailboxConnection.endpoint.mailbox
        )
        mailbox.pollSeconds = integer("mailbox", "poll_seconds", 1...86_400) ?? 60
        mailbox.idles = boolean("mailbox", "idle") ?? true
        mailbox.start = start() ?? .new
        mailbox.answerWithinDays = integer("mailbox", "answer_within_days", 0...3_650) ?? 10
        mailbox.mark = mark() ?? .keyword
        var settings = Settings(
            mailbox: mailbox,
            delivery: deliveryConnection,
            from: from,
            store: store,
            rules: path("service", "rules") ?? ShippedFiles.rules,
            templates: path("service", "templates") ?? ShippedFiles.templates,
            routing: routing
        )
        settings.territory = path("service", "territory")
        settings.tokenKeyFile = secretFile("service", "token_key_file")
        settings.holdsAnswers = choice("service", "answers", ["on": false, "hold": true]) ?? false
        settings.showsUncheckedExamples =
            choice("service", "unchecked_examples", ["show": true, "hide": false]) ?? true
        settings.ownAddresses = addresses("service", "own_addresses")
        settings.trustedServers = list("service", "trusted_servers")
        settings.metricsFile = path("service", "metrics_file")
        settings.usesDetail = boolean("delivery", "plus_addressing") ?? false
        settings.redirectTo = optionalAddress("delivery", "redirect_to")
        settings.alertRecipients = addresses("alerts", "to")
        settings.recapSchedule = recapSchedule()
        settings.recapReaders = addresses("staff", "recap")
        settings.attachesOriginals =
            choice("staff", "attach_original", ["never": false, "up_to_5MB": true]) ?? false
        settings.alwaysAnswered = alwaysAnswered(own: [settings.from] + settings.ownAddresses)
        checkStaff(settings)
        guard errors.isEmpty else { throw ConfigurationErrors(errors: sorted(errors)) }
        return settings
    }

    /// By place, each once: a value that is looked at twice is wrong once.
    private func sorted(_ errors: [ConfigurationError]) -> [ConfigurationError] {
        var unique: [ConfigurationError] = []
        for error in errors where !unique.contains(error) { unique.append(error) }
        return unique.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    // MARK: Names

    private mutating func checkNames() {
        for (section, line) in file.sectionLines where !isKnown(section) {
            fail(line, 1, objection(toSection: section))
        }
        for (section, entries) in file.entries where isKnown(section) {
            let names = ConfigurationKeys.keys(of: section).map(\.name)
            for (name, entry) in entries where !names.contains(name) {
                let hint =
                    section == "staff" && name == "territories"
                    ? "; it belongs to a team, as in [staff.bretagne]" : nearest(name, among: names)
                fail(entry.line, entry.keyColumn, "unknown key `\(name)` in [\(section)]" + hint)
            }
        }
        let sections = ConfigurationKeys.sections.map(\.name) + teamSections
        let known = Set(sections.flatMap(ConfigurationKeys.keys(of:)).map(\.environmentName))
        for name in environment.keys.sorted() where !known.contains(name) {
            warnings.append("\(name) is no key of the configuration" + nearest(name, among: known))
        }
    }

    private func isKnown(_ section: String) -> Bool {
        ConfigurationKeys.sections.contains { $0.name == section }
            || ConfigurationKeys.teamName(in: section) != nil
    }

    private func objection(toSection section: String) -> String {
        let team = ConfigurationKeys.teamSection(near: section)
        if section.hasPrefix("staff."), ConfigurationKeys.teamName(in: section) == nil {
            let example = ConfigurationKeys.teamName(in: team) == nil ? "staff.bretagne" : team
            return "the name of a team has letters, digits and hyphens alone, as in [\(example)]"
        }
        let names = ConfigurationKeys.sections.map(\.name) + [team]
        return "unknown section [\(section)]" + nearest(section, among: names)
    }

    private func nearest(_ name: String, among known: some Collection<String>) -> String {
        guard let best = EditDistance.nearest(to: name, among: Array(known)) else {
            return ""
        }
        return "; did you mean `\(best)`?"
    }

    mutating func fail(_ line: Int, _ column: Int, _ message: String) {
        errors.append(
            ConfigurationError(file: file.name, line: line, column: column, message: message)
        )
    }

    // MARK: Values

    struct Value {
        var raw: String
        var text: String
        var line: Int
        var column: Int
        var source: String
    }

    /// The environment wins over the file.
    func value(_ section: String, _ name: String) -> Value? {
        guard let key = ConfigurationKeys.key(section, name) else { return nil }
        if let text = environment[key.environmentName] {
            let unquoted = ConfigurationFile.unquoted(text)
            return Value(raw: text, text: unquoted, line: 0, column: 0, source: key.environmentName)
        }
        guard let entry = file.entries[section]?[name], !entry.raw.isEmpty else { return nil }
        return Value(
            raw: entry.raw,
            text: entry.value,
            line: entry.line,
            column: entry.column,
            source: file.name
        )
    }

    mutating func reject(_ value: Value, _ message: String) {
        errors.append(
            ConfigurationError(
                file: value.source,
                line: value.line,
                column: value.column,
                message: message
            )
        )
    }

    mutating func warn(_ place: Value, _ message: String) {
        let warning = ConfigurationError(
            file: place.source,
            line: place.line,
            column: place.column,
            message: message
        )
        warnings.append(warning.description)
    }

    mutating func missing(_ section: String, _ name: String) {
        let example = ConfigurationKeys.key(section, name)?.example.map { ", as in `\($0)`" } ?? ""
        let line = file.sectionLines[section] ?? 1
        fail(line, 1, "`\(name)` is missing in [\(section)]\(example)")
    }

    private mutating func integer(_ section: String, _ name: String, _ range: ClosedRange<Int>)
        -> Int?
    {
        guard let value = value(section, name) else { return nil }
        if let number = Int(value.text), range.contains(number) { return number }
        reject(
            value,
            "`\(name)` must be a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
        return nil
    }

    private mutating func choice<Choice>(
        _ section: String,
        _ name: String,
        _ choices: KeyValuePairs<String, Choice>
    ) -> Choice? {
        guard let value = value(section, name) else { return nil }
        if let match = choices.first(where: { $0.key.lowercased() == value.text.lowercased() }) {
            return match.value
        }
        let allowed = choices.map(\.key).joined(separator: " or ")
        reject(value, "`\(name)` must be \(allowed), not `\(value.text)`")
        return nil
    }

    private mutating func boolean(_ section: String, _ name: String) -> Bool? {
        choice(section, name, ["true": true, "false": false])
    }

    func path(_ section: String, _ name: String) -> URL? {
        guard let value = value(section, name) else { return nil }
        return URL(fileURLWithPath: value.text, relativeTo: folder).absoluteURL.standardizedFileURL
    }

    /// A file that may hold a secret: the credential of its name where systemd handed one over, so
    /// that the file itself need not be readable by the service.
    ///
    /// A credential's name is the path from this file's folder with `_` for each `/`, as
    /// `LoadCredential=secrets:/etc/guichet/secrets` names those of a folder (systemd.exec(5)).
    private func secretFile(_ section: String, _ name: String) -> URL? {
        guard let file = path(section, name) else { return nil }
        let home = folder.standardizedFileURL.path
        guard let credentials, file.path.hasPrefix(home + "/") else { return file }
        let inside = String(file.path.dropFirst(home.count + 1)).replacing("/", with: "_")
        let credential = credentials.appendingPathComponent(inside)
        return FileManager.default.fileExists(atPath: credential.path) ? credential : file
    }

    private func list(_ section: String, _ name: String) -> [String] {
        value(section, name).map { pieces(of: $0).map(\.text) } ?? []
    }

    /// What stands between the commas outside double quotes, each where it stands.
    func pieces(of value: Value) -> [Value] {
        var pieces: [Value] = []
        var isQuoted = false
        var isEscaped = false
        var written = ""
        var start = 0
        let end = value.raw.count
        for (index, character) in (value.raw + ",").enumerated() {
            if character == ",", !isQuoted || index == end {
                let blanks = written.prefix { $0 == " " || $0 == "\t" }.count
                var piece = value
                piece.raw = written.trimmingCharacters(in: .whitespaces)
                piece.text = ConfigurationFile.unquoted(piece.raw)
                if value.line > 0 { piece.column += start + blanks }
                if !piece.text.isEmpty { pieces.append(piece) }
                written = ""
                start = index + 1
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && character == "\\" && !isEscaped
            written.append(character)
        }
        return pieces
    }

    mutating func addresses(_ section: String, _ name: String) -> [Address] {
        guard let value = value(section, name) else { return [] }
        guard let list = Address.list(parsing: value.raw), !list.isEmpty else {
            reject(value, "`\(name)` must be mail addresses separated by commas")
            return []
        }
        return list
    }

    private mutating func address(_ section: String, _ name: String) -> Address? {
        guard value(section, name) != nil else {
            missing(section, name)
            return nil
        }
        return optionalAddress(section, name)
    }

    private mutating func optionalAddress(_ section: String, _ name: String) -> Address? {
        guard value(section, name) != nil else { return nil }
        let list = addresses(section, name)
        if list.count > 1, let value = value(section, name) {
            reject(value, "`\(name)` must be one address")
        }
        return list.first
    }

    // MARK: Parts

    private mutating func connection(_ section: String, schemes: [String]) -> ConnectionSettings? {
        guard let url = value(section, "url") else {
            missing(section, "url")
            return nil
        }
        let endpoint: Endpoint
        do {
            endpoint = try Endpoint(url: url.text)
        } catch {
            reject(url, "`url`: \(error)")
            return nil
        }
        guard schemes.contains(endpoint.scheme.rawValue) else {
            let wanted = schemes.map { "\($0)://" }.joined(separator: " or ")
            reject(url, "`url` of [\(section)] must begin with \(wanted)")
            return nil
        }
        var settings = ConnectionSettings(endpoint: endpoint)
        settings.user = value(section, "user")?.text
        if readsSecrets { settings.password = password(section) }
        settings.actAs = value(section, "act_as")?.text
        if let file = secretFile(section, "ca_file") {
            settings.caFile = file.path
            if !FileManager.default.isReadableFile(atPath: file.path),
                let value = value(section, "ca_file")
            {
                reject(value, "`ca_file`: \(file.path) cannot be read")
            }
        }
        settings.allowsPlaintext = boolean(section, "plaintext") ?? false
        if section == "mailbox", settings.user == nil { missing(section, "user") }
        if readsSecrets, settings.user != nil, settings.password == nil, errors.isEmpty {
            missing(section, "password_file")
        }
        return settings
    }

    private mutating func password(_ section: String) -> String? {
        let given = ["password", "password_file", "password_command"]
            .filter { value(section, $0) != nil }
        if given.count > 1, let value = value(section, given[1]) {
            reject(value, "`\(given[1])` and `\(given[0])` are both given; keep one")
            return nil
        }
        if let value = value(section, "password") { return value.text }
        if let value = value(section, "password_file"),
            let file = secretFile(section, "password_file")
        {
            guard let data = FileManager.default.contents(atPath: file.path) else {
                reject(value, "`password_file`: \(file.path) " + Self.whyUnreadable(file))
                return nil
            }
            return firstLine(of: data)
        }
        if let value = value(section, "password_command") {
            switch ShellCommand.output(of: value.text) {
            case .success(let data): return firstLine(of: data)
            case .failure(let failure):
                reject(value, "`password_command`: \(failure.message)")
                return nil
            }
        }
        return nil
    }

    private static func whyUnreadable(_ file: URL) -> String {
        FileManager.default.fileExists(atPath: file.path)
            ? "cannot be read by this user"
            : "does not exist; write the password into its first line"
    }

    private func firstLine(of data: Data) -> String {
        let text = String(decoding: data, as: UTF8.self)
        return String(text.prefix { !$0.isNewline })
    }

    private mutating func start() -> Settings.Start? {
        guard let value = value("mailbox", "start") else { return nil }
        switch value.text.lowercased() {
        case "new": return .new
        case "all": return .all
        default:
            if let uid = UInt32(value.text), uid > 0 { return .uid(uid) }
            if let date = Self.date(value.text) { return .date(date) }
            reject(value, "`start` must be new, all, a UID, or a date such as 2026-09-01")
            return nil
        }
    }

    /// A day (its first second in UTC) or an RFC 3339 time.
    static func date(_ text: String) -> Date? {
        let style = Date.ISO8601FormatStyle()
        return (try? style.parse(text)) ?? (try? style.year().month().day().parse(text))
    }

    private mutating func mark() -> Settings.Mark? {
        guard let value = value("mailbox", "mark") else { return nil }
        switch value.text {
        case "keyword": return .keyword
        case "none": return Settings.Mark.none
        default:
            let folder = value.text.dropFirst("move:".count).trimmingCharacters(in: .whitespaces)
            if value.text.hasPrefix("move:"), !folder.isEmpty { return .move(folder: folder) }
            reject(value, "`mark` must be keyword, move:FOLDER or none")
            return nil
        }
    }

    private mutating func recapSchedule() -> RecapSchedule? {
        guard let value = value("staff", "recap_at") else { return RecapSchedule() }
        if value.text.lowercased() == "never" { return nil }
        if let schedule = RecapSchedule(value.text) { return schedule }
        reject(value, "`recap_at` must be a time such as 08:30, or never")
        return nil
    }
}
