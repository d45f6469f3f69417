import Mail

// MARK: - Verdicts of the servers before us

extension Signs {
    /// What a filter on the way has said; a missing verdict says nothing.
    func spamVerdict() -> String? {
        if let found = said(
            ["X-Spam-Flag", "X-Spam", "X-Spam-Status", "X-Barracuda-Spam-Status"],
            ["yes"]
        ) {
            return found
        }
        if let found = said(
            [
                "X-Bogosity", "X-DSPAM-Result", "X-Ovh-Spam-Status", "X-VR-SPAMSTATE",
                "X-VADE-STATUS",
            ],
            ["yes", "spam", "phishing", "malware", "virus"]
        ) {
            return found
        }
        return said(["X-Rspamd-Action"], ["reject", "addheader", "add"]) ?? microsoftVerdict()
    }

    private func said(_ names: [String], _ keywords: Set<String>) -> String? {
        for name in names {
            for value in values(name) where keywords.contains(Self.keyword(of: value)) {
                return Self.quote(name, value)
            }
        }
        return nil
    }

    /// Spam confidence level 5 and above, or the verdict of Exchange Online Protection.
    private func microsoftVerdict() -> String? {
        let name = "X-MS-Exchange-Organization-SCL"
        if let value = value(name), let level = Int(Self.keyword(of: value)), level >= 5 {
            return Self.quote(name, value)
        }
        let report = "X-Forefront-Antispam-Report"
        guard let value = value(report) else { return nil }
        let verdicts = value.uppercased().split { $0 == ";" || $0 == " " }
        let isSpam =
            verdicts.contains { ["SFV:SPM", "SFV:SKB", "SFV:BLK"].contains($0) }
            || verdicts.contains {
                ["CAT:SPM", "CAT:HSPM", "CAT:PHSH", "CAT:HPHISH", "CAT:MALW"].contains($0)
            }
        return isSpam ? Self.quote(report, value) : nil
    }

    /// `dmarc=fail` in the results of a server that we trust (RFC 8601 §2.7, RFC 7489 §11.2).
    func failedDMARC() -> String? {
        for value in values("Authentication-Results") {
            let results = AuthenticationResults(value)
            guard screener.trustedAuthenticationServers.contains(results.server) else { continue }
            return results.methods["dmarc"] == "fail"
                ? Self.quote("Authentication-Results", value) : nil
        }
        return nil
    }
}

/// One Authentication-Results field (RFC 8601 §2.2): who says it, and the result of each method.
struct AuthenticationResults: Sendable {
    let server: String
    let methods: [String: String]

    init(_ value: String) {
        let statements = Self.withoutComments(value).split(
            separator: ";",
            omittingEmptySubsequences: false
        )
        server = statements.first.map { Signs.keyword(of: String($0)) } ?? ""
        var methods: [String: String] = [:]
        for statement in statements.dropFirst() {
            guard let equals = statement.firstIndex(of: "=") else { continue }
            let method = String(statement[..<equals]).trimmingBlankEnds()
                .prefix { $0 != "/" && $0 != " " }.lowercased()
            let result = Signs.keyword(of: String(statement[statement.index(after: equals)...]))
            if methods[method] == nil { methods[method] = result }
        }
        self.methods = methods
    }

    private static func withoutComments(_ value: String) -> String {
        var text = ""
        var depth = 0
        for character in value {
            if character == "(" {
                depth += 1
            } else if character == ")" {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                text.append(character)
            }
        }
        return text
    }
}
