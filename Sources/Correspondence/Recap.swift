import Casework
import Foundation
import Intake
import Mail

/// What the recap of a day tells, before it is put into words.
package struct RecapContent: Sendable {
    /// A case that nobody has looked after.
    package struct WaitingCase: Sendable {
        package var dossier: Case
        package var since: Date
        /// Whether its answer waits for staff.
        package var isAnswerHeld: Bool
        /// Until when our answer says that somebody calls.
        package var promisedDay: CivilDay?

        package init(
            dossier: Case,
            since: Date,
            isAnswerHeld: Bool,
            promisedDay: CivilDay? = nil
        ) {
            self.dossier = dossier
            self.since = since
            self.isAnswerHeld = isAnswerHeld
            self.promisedDay = promisedDay
        }
    }

    /// How the mailbox stands.
    package enum Mailbox: Hashable, Sendable {
        case counted(MailboxStock, at: Date)
        /// It cannot be read; with the time of the last scan, where there was one.
        case unreadable(lastScan: Date?)
    }

    package var day: CivilDay
    /// Those that were promised a call first, by the promised day; then the oldest first.
    package var waiting: [WaitingCase]
    package var undelivered: [UndeliveredAnswer]
    package var setAside: SetAsideList
    package var mailbox: Mailbox

    package init(
        day: CivilDay,
        waiting: [WaitingCase],
        undelivered: [UndeliveredAnswer],
        setAside: SetAsideList,
        mailbox: Mailbox
    ) {
        self.day = day
        self.waiting =
            waiting.filter { $0.promisedDay != nil }.sorted { a, b in
                (a.promisedDay ?? day, a.since, a.dossier.number)
                    < (b.promisedDay ?? day, b.since, b.dossier.number)
            } + waiting.filter { $0.promisedDay == nil }
        self.undelivered = undelivered
        self.setAside = setAside
        self.mailbox = mailbox
    }

    /// Lines of a part before the rest is only counted.
    package enum Limits {
        package static let waiting = 20
        package static let undelivered = 20
        package static let setAside = 50
        /// Senders of a group.
        package static let senders = 12
    }
}

extension Correspondent {
    /// The recap of a day, a mail to each person that answers may come back to.
    package func recap(
        _ content: RecapContent,
        to recipients: [Address],
        now: Date
    ) -> [QueuedMail] {
        recipients.enumerated().compactMap { index, address in
            let name = RecapName(day: content.day, sequence: index + 1)
            let left = name.leftPart(key: key)
            let head = Letterhead(
                role: .notice,
                recipient: address,
                subject: "Guichet, \(FrenchDates.weekday(now)) : \(counts(content))",
                thread: [],
                purpose: .staffThread
            )
            return mail(head, id: name.mailID, in: nil, leftPart: left, date: now) {
                letters.render(values(content, name: left, now: now), on: now)
            }
        }
    }

    private func counts(_ content: RecapContent) -> String {
        RecapWords.counts(
            waiting: content.waiting.count,
            undelivered: content.undelivered.count,
            setAside: content.setAside.count
        )
    }

    private func values(_ content: RecapContent, name: String, now: Date) -> RecapValues {
        RecapValues(
            waiting: waiting(content.waiting, now: now),
            undelivered: undelivered(content.undelivered),
            setAside: setAside(content.setAside, name: name),
            mailbox: mailbox(content.mailbox, now: now),
            reviews: RecapFacts.items(letters.facts, on: now),
            hasWaiting: !content.waiting.isEmpty,
            offersRecovery: content.setAside.count > 0
        )
    }

    // MARK: Parts

    private func waiting(_ cases: [RecapContent.WaitingCase], now: Date) -> [RecapValues.Item] {
        let limit = RecapContent.Limits.waiting
        var items = cases.prefix(limit).map { waiting in
            let dossier = waiting.dossier
            let who = StaffWords.who(dossier)
            let shown =
                who == dossier.requester.address
                ? RecapLines.inertAddress(who) : RecapLines.inert(who, limit: 90)
            var parts = [
                "\(dossier.number) \(shown)", StaffWords.label(dossier).lowercased(),
            ]
            if dossier.state == .waiting { parts.append("question posée, sans réponse") }
            if dossier.state == .inProgress, let holder = dossier.takenBy {
                parts.append("pris par \(RecapLines.inertAddress(holder))")
            }
            parts.append(
                waiting.promisedDay.map { RecapWords.promise($0, now: now) }
                    ?? RecapWords.age(since: waiting.since, now: now)
            )
            if waiting.isAnswerHeld { parts.append("réponse à relire (« envoyer »)") }
            return RecapValues.Item(
                lines: RecapLines.wrap(parts.joined(separator: ", "), hang: 2)
            )
        }
        if cases.isEmpty { items.append(RecapValues.Item(lines: ["rien"])) }
        if cases.count > limit {
            let rest = cases.count - limit
            let plural = rest > 1 ? "s" : ""
            let isByAge = cases[0].promisedDay == nil
            let age = isByAge ? ", plus récent\(plural)" : ""
            items.append(RecapValues.Item(lines: ["et \(rest) autre\(plural)\(age)"]))
        }
        return items
    }

    private func undelivered(_ answers: [UndeliveredAnswer]) -> [RecapValues.Item] {
        let limit = RecapContent.Limits.undelivered
        var items = answers.prefix(limit).map { answer in
            let number = answer.caseNumber.map { "\($0) " } ?? ""
            let address = RecapLines.inertAddress(answer.address)
            let text = "\(number)\(address) : \(RecapWords.failure(answer.reply))"
            return RecapValues.Item(lines: RecapLines.wrap(text, hang: 2))
        }
        if answers.count > limit {
            let rest = answers.count - limit
            items.append(RecapValues.Item(lines: ["et \(rest) autre\(rest > 1 ? "s" : "")"]))
        }
        return items
    }

    private func setAside(_ list: SetAsideList, name: String) -> [RecapValues.Item] {
        guard list.count > 0 else { return [RecapValues.Item(lines: ["rien"])] }
        let figures = String(list.count).count
        var items: [RecapValues.Item] = []
        var told = 0
        for group in list.groups {
            guard items.count < RecapContent.Limits.setAside else { break }
            if !group.isTold {
                items.append(grouped(group))
                told = group.last
                continue
            }
            for (offset, message) in group.messages.enumerated()
            where items.count < RecapContent.Limits.setAside {
                told = group.first + offset
                items.append(single(message, group.sort, number: told, figures, name: name))
            }
        }
        if told < list.count {
            let count = list.count - told
            let range = count == 1 ? "numéro \(list.count)" : "numéros \(told + 1) à \(list.count)"
            let plural = count > 1 ? "s" : ""
            items.append(RecapValues.Item(lines: ["et \(count) autre\(plural) (\(range))"]))
        }
        return items
    }

    private func single(
        _ message: SetAsideMessage,
        _ sort: SetAsideList.Sort,
        number: Int,
        _ figures: Int,
        name: String
    ) -> RecapValues.Item {
        let label = String(repeating: " ", count: figures - String(number).count) + "\(number) : "
        let who = message.from.map { " de \(RecapLines.inertAddress($0))" } ?? " sans expéditeur"
        let place = message.caseNumber.map { ", dossier \($0)" } ?? ""
        let subject = RecapLines.inert(message.subject ?? "", limit: 100)
        let shown = subject.isEmpty ? "sans objet" : "« \(subject) »"
        let reason = message.reason.map { " (\(RecapLines.inert($0, limit: 80)))" } ?? ""
        let margin = String(repeating: " ", count: label.count)
        let room = RecapLines.width - label.count
        let head = TextLayout.wrap("\(RecapWords.name(sort))\(who)\(place)", to: room)
        let rest = TextLayout.wrap(shown + reason, to: room)
        let lines = (head + rest).enumerated().map { ($0 == 0 ? label : margin) + $1 }
        let offers = !message.isCopy
        return RecapValues.Item(
            lines: lines,
            link: offers ? link("\(number)", name: name) : nil
        )
    }

    /// Many of one sort: how many, and of whom which numbers are.
    private func grouped(_ group: SetAsideList.Group) -> RecapValues.Item {
        var senders: [(address: String, first: Int, last: Int)] = []
        for (offset, message) in group.messages.enumerated() {
            let address = message.from?.lowercased() ?? "sans expéditeur"
            let number = group.first + offset
            if senders.last?.address == address {
                senders[senders.count - 1].last = number
            } else {
                senders.append((address, number, number))
            }
        }
        let range = "\(group.first)-\(group.last)"
        let limit = RecapContent.Limits.senders
        var parts = senders.prefix(limit).map { sender in
            let numbers =
                sender.first == sender.last ? "\(sender.first)" : "\(sender.first)-\(sender.last)"
            return "\(RecapLines.inertAddress(sender.address)) \(numbers)"
        }
        if senders.count > limit {
            let first = senders[limit].first
            let others = senders.count - limit
            let plural = others > 1 ? "s" : ""
            parts.append("\(others) autre\(plural) expéditeur\(plural) \(first)-\(group.last)")
        }
        let count = group.messages.count
        let sort = RecapWords.name(group.sort, count: count)
        let head = "\(range) : \(StaffWords.grouped(count)) \(sort) :"
        let margin = "    "
        let rest = TextLayout.wrap(
            parts.joined(separator: ", "),
            to: RecapLines.width - margin.count
        )
        return RecapValues.Item(lines: [head] + rest.map { margin + $0 })
    }

    /// A mail with the order already in it.
    private func link(_ numbers: String, name: String) -> OrderLink {
        let order = "\(RecoveryOrder.word) \(numbers)"
        let body = "\(order)\r\n\r\nRéférence, à garder : \(name)".percentEncoded
        let address = from.addrSpec.percentEncoded
        return OrderLink(
            order: order,
            mailto: "mailto:\(address)?subject=\(order.percentEncoded)&body=\(body)"
        )
    }

    private func mailbox(_ mailbox: RecapContent.Mailbox, now: Date) -> [String] {
        switch mailbox {
        case .counted(let stock, let time):
            let messages = StaffWords.grouped(stock.messages)
            let filed = StaffWords.grouped(stock.filed)
            var text = "\(messages) message\(stock.messages > 1 ? "s" : ""), registre \(filed)"
            if stock.leftAlone > 0 {
                text += ", \(StaffWords.grouped(stock.leftAlone)) d'avant la mise en service"
            }
            text +=
                stock.missing == 0
                ? " : complet." : " : \(StaffWords.grouped(stock.missing)) pas encore classés."
            return RecapLines.wrap(text + " Dernier relevé \(Self.when(time, now)).")
        case .unreadable(let lastScan):
            let last = lastScan.map { "dernier relevé \(Self.when($0, now))" }
            let text = "ne peut pas être lue en ce moment ; \(last ?? "aucun relevé encore")."
            return RecapLines.wrap(text)
        }
    }

    private static func when(_ time: Date, _ now: Date) -> String {
        CivilDay(of: time) == CivilDay(of: now)
            ? FrenchDates.time(time) : FrenchDates.short(time)
    }
}

extension RecapLines {
    /// An address as it was written, unless it hides an address of the web.
    static func inertAddress(_ address: String) -> String {
        let hidesLink = address.contains("/") || address.lowercased().hasPrefix("www.")
        let address = String(address.unicodeScalars.prefix(500))
        let line = LetterText.line(address)
        return hidesLink || line != address
            ? inert(address, limit: 80) : TextLayout.shortened(line, to: 80)
    }
}
