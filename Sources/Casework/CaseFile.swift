import Foundation

/// What the messages of one case said and how each was answered: read again from the journal where
/// more is needed than the register keeps.
package struct CaseFile: Sendable {
    /// A message of the requester.
    package struct Entry: Sendable {
        package var at: Date
        /// The folder it came from; `nil` for a file.
        package var mailbox: String?
        package var content: CaseContent
        /// Composed for it, the newest last.
        package var answers: [Answer] = []
    }

    package struct Answer: Sendable {
        package var mail: QueuedMail
        package var composedAt: Date
        /// Whether it never left and never will.
        package var isWithdrawn = false
    }

    /// Oldest first.
    package private(set) var entries: [Entry] = []
    /// What the events in hand come from.
    private var mailbox: String?
    private var isByStaff = false
    /// Whose answer was taken back last: the next one is composed for it again.
    private var reopened: Int?

    package init() {}

    /// Takes in the events of that case alone, in the order of the journal.
    package mutating func apply(_ event: Event, at time: Date) {
        switch event {
        case .messageReceived(let receipt, _):
            mailbox = receipt.position?.mailbox
            isByStaff = receipt.disposition == .staffCommand
            reopened = nil
        case .messageRecovered(let recovery, _):
            mailbox = recovery.position?.mailbox
            isByStaff = false
            reopened = nil
        case .caseOpened(_, let content): note(content, at: time)
        case .caseUpdated(_, let content?) where !isByStaff: note(content, at: time)
        case .mailWithdrawn(let id, _): withdraw(id)
        case .mailQueued(let mail) where mail.role.answersRequester:
            let index = isByStaff ? reopened ?? entries.count - 1 : entries.count - 1
            guard entries.indices.contains(index) else { break }
            entries[index].answers.append(Answer(mail: mail, composedAt: time))
        default: break
        }
    }

    private mutating func note(_ content: CaseContent, at time: Date) {
        entries.append(Entry(at: time, mailbox: mailbox, content: content))
    }

    private mutating func withdraw(_ id: String) {
        for index in entries.indices {
            for answer in entries[index].answers.indices
            where entries[index].answers[answer].mail.id == id {
                entries[index].answers[answer].isWithdrawn = true
                reopened = index
            }
        }
    }

    /// The message for which an answer was composed.
    package func entry(ofAnswer mailID: String) -> Entry? {
        entries.last { $0.answers.contains { $0.mail.id == mailID } }
    }
}
