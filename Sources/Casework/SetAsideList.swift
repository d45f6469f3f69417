import Intake

/// The messages set aside since the last recap, numbered from 1: those of one sort stand together.
package struct SetAsideList: Hashable, Sendable {
    /// Why a message was set aside, as people tell such mail apart; in the order of the recap.
    package enum Sort: Int, Hashable, Sendable, CaseIterable {
        case autoReply, machine, notification, list, spam, calendar, receipt, bounce, ownLoop
        case refused, copy, duplicate

        package init(_ message: SetAsideMessage) {
            self =
                switch message.disposition {
                case .spam: .spam
                case .duplicate: message.isCopy ? .copy : .duplicate
                case .setAside: .ownLoop
                case .refused: .refused
                case .bounce: .bounce
                default: Self(message.automatic)
                }
        }

        private init(_ automatic: Screening.AutomaticClass?) {
            self =
                switch automatic {
                case .autoReply: .autoReply
                case .bounce: .bounce
                case .list: .list
                case .receipt: .receipt
                case .calendar: .calendar
                case .notification: .notification
                case nil: .machine
                }
        }
    }

    /// Messages of one sort; together on a line where they are many.
    package struct Group: Hashable, Sendable {
        package var sort: Sort
        /// The number of the first; the others follow it.
        package var first: Int
        package var messages: [SetAsideMessage]

        package var isTold: Bool { messages.count <= SetAsideList.toldApart }
        package var last: Int { first + messages.count - 1 }
    }

    /// Up to so many messages of one sort are told one by one.
    package static let toldApart = 10

    package let groups: [Group]

    package init(_ messages: [SetAsideMessage]) {
        var first = 1
        groups = Sort.allCases.compactMap { sort in
            let own = messages.filter { Sort($0) == sort }
            guard !own.isEmpty else { return nil }
            defer { first += own.count }
            return Group(
                sort: sort,
                first: first,
                messages: own.count > Self.toldApart ? Self.bySender(own) : own
            )
        }
    }

    package var count: Int { groups.last?.last ?? 0 }

    /// In the order of their numbers.
    package var messages: [SetAsideMessage] { groups.flatMap(\.messages) }

    /// Those of one sender stand together, who wrote most first, so that their numbers follow each
    /// other.
    private static func bySender(_ messages: [SetAsideMessage]) -> [SetAsideMessage] {
        var order: [String] = []
        var bySender: [String: [SetAsideMessage]] = [:]
        for message in messages {
            let sender = message.from?.lowercased() ?? ""
            if bySender[sender] == nil { order.append(sender) }
            bySender[sender, default: []].append(message)
        }
        return order.enumerated()
            .sorted {
                let (a, b) = (bySender[$0.element]?.count ?? 0, bySender[$1.element]?.count ?? 0)
                return (b, $0.offset) < (a, $1.offset)
            }
            .flatMap { bySender[$0.element] ?? [] }
    }
}

/// What lies in the mailbox beside what the journal knows.
package struct MailboxStock: Hashable, Sendable {
    package var messages: Int
    /// Of these, in the journal.
    package var filed: Int
    /// Of these, older than the service's start and left alone.
    package var leftAlone: Int

    package init(messages: Int, filed: Int, leftAlone: Int) {
        self.messages = messages
        self.filed = filed
        self.leftAlone = leftAlone
    }

    /// In the mailbox, ours to take, and not in the journal.
    package var missing: Int { max(0, messages - filed - leftAlone) }
}
