import Foundation

extension IMAPServerSession {
    private static let beforeLogin: Set<String> = [
        "CAPABILITY", "NOOP", "LOGOUT", "LOGIN", "AUTHENTICATE", "ID", "STARTTLS",
    ]
    private static let onSelected: Set<String> = [
        "CHECK", "CLOSE", "UNSELECT", "EXPUNGE", "UID EXPUNGE", "SEARCH", "UID SEARCH", "FETCH",
        "UID FETCH", "STORE", "UID STORE", "COPY", "UID COPY", "MOVE", "UID MOVE",
    ]
    /// What is there only with a capability.
    private static let needed = [
        "IDLE": "IDLE", "MOVE": "MOVE", "UID MOVE": "MOVE", "UID EXPUNGE": "UIDPLUS",
        "UNSELECT": "UNSELECT", "NAMESPACE": "NAMESPACE", "ID": "ID", "ENABLE": "ENABLE",
    ]

    /// Carries out one command whose name has been read.
    func execute(_ name: String, _ syntax: inout IMAPSyntax) throws -> Completion {
        if let capability = Self.needed[name], !desk.offers(capability) {
            return .bad("unknown command: \(name)")
        }
        guard account != nil || Self.beforeLogin.contains(name) else {
            return .bad("\(name): log in first, or no such command")
        }
        if Self.onSelected.contains(name) {
            guard selected != nil else { return .bad("\(name): no mailbox is selected") }
            return try executeOnSelected(name, &syntax)
        }
        return try executeAnywhere(name, &syntax)
    }

    private func executeAnywhere(_ name: String, _ syntax: inout IMAPSyntax) throws -> Completion {
        switch name {
        case "CAPABILITY":
            try syntax.end()
            output.line("* CAPABILITY \(capabilities)")
            return .ok("CAPABILITY done")
        case "NOOP":
            try syntax.end()
            try announceChanges()
            return .ok("NOOP done")
        case "LOGOUT":
            try syntax.end()
            output.line("* BYE until next time")
            return .ok("LOGOUT done")
        case "ID":
            output.line("* ID (\"name\" \"guichet sandbox\")")
            return .ok("ID done")
        case "STARTTLS": return .bad("STARTTLS: this server speaks without TLS")
        case "LOGIN": return try login(&syntax)
        case "AUTHENTICATE": return try authenticate(&syntax)
        case "ENABLE":
            output.line("* ENABLED")
            return .ok("ENABLE done")
        case "NAMESPACE":
            try syntax.end()
            output.line("* NAMESPACE ((\"\" \"/\")) NIL NIL")
            return .ok("NAMESPACE done")
        case "IDLE":
            try syntax.end()
            return try idle()
        default: return try executeOnFolders(name, &syntax)
        }
    }

    private func executeOnFolders(_ name: String, _ syntax: inout IMAPSyntax) throws -> Completion {
        guard syntax.skip(" ") else {
            return .bad("\(name): unknown command, or a mailbox is missing")
        }
        switch name {
        case "SELECT": return try select(&syntax, isReadOnly: false)
        case "EXAMINE": return try select(&syntax, isReadOnly: true)
        case "CREATE": return try create(&syntax)
        case "DELETE": return try delete(&syntax)
        case "RENAME": return try rename(&syntax)
        case "SUBSCRIBE": return try subscribe(&syntax)
        case "UNSUBSCRIBE": return try unsubscribe(&syntax)
        case "LIST": return try list(&syntax, isSubscribed: false)
        case "LSUB": return try list(&syntax, isSubscribed: true)
        case "STATUS": return try status(&syntax)
        case "APPEND": return try append(&syntax)
        default: return .bad("unknown command: \(name.prefix(40))")
        }
    }

    private func executeOnSelected(_ name: String, _ syntax: inout IMAPSyntax) throws -> Completion
    {
        let isUID = name.hasPrefix("UID ")
        switch name {
        case "CHECK":
            try syntax.end()
            try announceChanges()
            return .ok("CHECK done")
        case "CLOSE", "UNSELECT":
            try syntax.end()
            if name == "CLOSE" { removeDeleted() }
            selected = nil
            return .ok("\(name) done")
        case "EXPUNGE":
            try syntax.end()
            return try expunge(nil)
        case "UID EXPUNGE":
            try syntax.space()
            let set = try syntax.sequenceSet()
            try syntax.end()
            return try expunge(set)
        default: break
        }
        try syntax.space()
        switch isUID ? String(name.dropFirst(4)) : name {
        case "SEARCH": return try search(&syntax, isUID: isUID)
        case "FETCH": return try fetch(&syntax, isUID: isUID)
        case "STORE": return try storeFlags(&syntax, isUID: isUID)
        case "MOVE": return try copy(&syntax, isUID: isUID, moves: true)
        default: return try copy(&syntax, isUID: isUID, moves: false)
        }
    }
}

// MARK: - Login

extension IMAPServerSession {
    private func login(_ syntax: inout IMAPSyntax) throws -> Completion {
        try syntax.space()
        let user = try syntax.text("a user")
        try syntax.space()
        let password = try syntax.text("a password")
        try syntax.end()
        return logIn(user: user, password: password, mailbox: nil)
    }

    private func authenticate(_ syntax: inout IMAPSyntax) throws -> Completion {
        try syntax.space()
        let mechanism = try syntax.keyword("a mechanism")
        guard ["PLAIN", "LOGIN"].contains(mechanism), desk.offers("AUTH=\(mechanism)") else {
            return .no("[CANNOT] no such mechanism; there are PLAIN and LOGIN")
        }
        var initial: [UInt8]?
        if syntax.skip(" ") {
            guard desk.offers("SASL-IR") else { return .bad("an initial response is not offered") }
            let text = syntax.skip("=") ? "" : try syntax.text("a response")
            guard let decoded = SASL.decode(text) else { return .bad("the response is not base64") }
            initial = decoded
        }
        try syntax.end()
        let login: SASL.Login?
        if mechanism == "PLAIN" {
            guard let response = try initial ?? answer(to: "") else { return .bad("cancelled") }
            login = SASL.plain(response)
        } else {
            guard let user = try initial ?? answer(to: "Username:"),
                let password = try answer(to: "Password:")
            else { return .bad("cancelled") }
            login = SASL.login(user: user, password: password)
        }
        guard let login else { return .bad("not a response of \(mechanism)") }
        return logIn(user: login.user, password: login.password, mailbox: login.actsAs)
    }

    /// - Returns: `nil` when the client cancels, or says what is no base64.
    private func answer(to challenge: String) throws(Channel.Ended) -> [UInt8]? {
        try channel.send("+ \(SASL.encode(challenge))\r\n")
        guard case .line(let line, _) = try channel.line(limit: IMAPLimits.lineOctets) else {
            return nil
        }
        return SASL.decode(String(decoding: line, as: UTF8.self))
    }

    private func logIn(user: String, password: String, mailbox: String?) -> Completion {
        guard account == nil else { return .bad("already logged in") }
        for name in [user, mailbox ?? user] where !SASL.isUser(name) {
            return .no("[AUTHENTICATIONFAILED] \(SASL.userRule)")
        }
        guard password == self.password else {
            return .no("[AUTHENTICATIONFAILED] wrong password")
        }
        account = mailbox ?? user
        return .ok("[CAPABILITY \(capabilities)] logged in")
    }
}

// MARK: - IDLE

extension IMAPServerSession {
    /// RFC 2177: changes are told as they happen, up to DONE.
    private func idle() throws -> Completion {
        guard let wakeup = Wakeup() else { return .no("[LIMIT] no descriptors are left") }
        store.listen(wakeup)
        defer { store.ignore(wakeup) }
        output.line("+ idling")
        try flush()
        while true {
            wakeup.reset()
            if !isDeaf {
                try announceChanges()
                try flush()
            }
            if channel.hasInput { break }
            try channel.waitForInput(or: wakeup.fileDescriptor)
        }
        isDeaf = false
        guard case .line(let line, _) = try channel.line(limit: IMAPLimits.lineOctets),
            String(decoding: line, as: UTF8.self).uppercased() == "DONE"
        else { return .bad("DONE expected") }
        return .ok("IDLE done")
    }
}
