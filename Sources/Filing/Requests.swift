import Casework
import Foundation
import Glibc

/// What a command asks of the service that holds the store, by files in a folder of the store.
///
/// A request is written whole under its name, answered under the same name with another ending, and
/// each side removes what it has read; so either may be killed at any moment.
package struct Requests: Sendable {
    /// That held answers of a case may leave.
    package struct Release: Hashable, Sendable {
        package var caseNumber: CaseNumber
        /// Who asks, for the journal.
        package var by: String

        package init(caseNumber: CaseNumber, by: String) {
            self.caseNumber = caseNumber
            self.by = by
        }
    }

    /// That a message which was set aside is taken back.
    package struct Recovery: Hashable, Sendable {
        /// Its number in the last recap, or its Message-ID.
        package var message: String
        /// Who asks, for the journal.
        package var by: String

        package init(message: String, by: String) {
            self.message = message
            self.by = by
        }
    }

    package enum Request: Hashable, Sendable {
        case release(Release)
        case recovery(Recovery)

        fileprivate var lines: [String] {
            switch self {
            case .release(let release): ["\(release.caseNumber)", release.by]
            case .recovery(let recovery): [Self.recoveryWord, recovery.message, recovery.by]
            }
        }

        /// No case number, so that no version takes the one for the other.
        private static let recoveryWord = "recover"

        fileprivate init?(lines: [String]) {
            switch lines.count {
            case 2:
                guard let number = CaseNumber(lines[0]) else { return nil }
                self = .release(Release(caseNumber: number, by: lines[1]))
            case 3 where lines[0] == Self.recoveryWord:
                self = .recovery(Recovery(message: lines[1], by: lines[2]))
            default: return nil
            }
        }
    }

    /// What the service made of a request.
    package struct Answer: Hashable, Sendable {
        /// Whether it was done, or had been done before.
        package var isDone: Bool
        /// For the person who asked.
        package var sentence: String

        package init(isDone: Bool, sentence: String) {
            self.isDone = isDone
            self.sentence = sentence
        }
    }

    /// A request that waits, by the name of its file.
    package struct Ticket: Hashable, Sendable {
        fileprivate var name: String
    }

    /// The endings of a ticket's file as it goes through: left by the command, in the service's hands,
    /// answered.
    private static let asked = "request"
    private static let taken = "taken"
    private static let answered = "answer"
    /// Seconds after which a request is no longer done: longer than a command waits.
    private static let requestLifetime: TimeInterval = 60
    /// Seconds after which an answer that nobody fetched is removed.
    private static let answerLifetime: TimeInterval = 600

    private let folder: URL

    package init(store: URL) {
        folder = store.appendingPathComponent("requests", isDirectory: true)
    }

    // MARK: The command's side

    /// Leaves a request for the service.
    package func post(_ release: Release) throws -> Ticket { try post(.release(release)) }

    package func post(_ request: Request) throws -> Ticket {
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let ticket = Ticket(name: UUID().uuidString)
        // A line each, whatever a person typed.
        let lines = request.lines.map {
            $0.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8)
            .write(to: file(ticket, Self.asked), options: .atomic)
        return ticket
    }

    /// The service's answer, removed once read; `nil` when there is none yet.
    package func takeAnswer(_ ticket: Ticket) -> Answer? {
        let file = file(ticket, Self.answered)
        guard let data = Self.content(of: file) else { return nil }
        try? FileManager.default.removeItem(at: file)
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", maxSplits: 1)
        return Answer(isDone: lines.first == "done", sentence: String(lines.last ?? ""))
    }

    /// Takes a request back; false when the service has it already.
    package func withdraw(_ ticket: Ticket) -> Bool { remove(ticket, Self.asked) }

    // MARK: The service's side

    /// Takes the requests that wait, and those that were in hand when the service was cut off just now:
    /// doing what they ask a second time is harmless. What was asked longer ago is dropped, for who
    /// asked has gone, and other answers may be held meanwhile.
    package func takeAll() -> [(ticket: Ticket, request: Request)] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            return []
        }
        var found: [(Ticket, Request)] = []
        for name in names.sorted() {
            let parts = name.split(separator: ".")
            guard parts.count == 2 else { continue }
            let ticket = Ticket(name: String(parts[0]))
            switch String(parts[1]) {
            case Self.asked, Self.taken:
                if let request = take(ticket) { found.append((ticket, request)) }
            case Self.answered where isOlder(file(ticket, Self.answered), than: Self.answerLifetime):
                _ = remove(ticket, Self.answered)
            default: break
            }
        }
        return found
    }

    /// `nil` for one that was taken back meanwhile, or is old or cannot be read and is then removed.
    private func take(_ ticket: Ticket) -> Request? {
        let hand = file(ticket, Self.taken)
        try? FileManager.default.moveItem(at: file(ticket, Self.asked), to: hand)
        guard let data = Self.content(of: hand) else { return nil }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        guard !isOlder(hand, than: Self.requestLifetime), let request = Request(lines: lines) else {
            _ = remove(ticket, Self.taken)
            return nil
        }
        return request
    }

    /// Says what became of a request, which is done with.
    package func answer(_ ticket: Ticket, _ answer: Answer) {
        try? Data("\(answer.isDone ? "done" : "undone")\n\(answer.sentence)".utf8).write(
            to: file(ticket, Self.answered),
            options: .atomic
        )
        _ = remove(ticket, Self.taken)
    }

    /// Longer files are cut: none of ours are.
    private static let octetLimit = 4_000

    /// Of a file that is no pipe, which would keep us waiting for ever, and no link.
    private static func content(of file: URL) -> [UInt8]? {
        let descriptor = open(file.path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: octetLimit)
        let count = read(descriptor, &bytes, bytes.count)
        return count < 0 ? nil : Array(bytes.prefix(count))
    }

    private func remove(_ ticket: Ticket, _ ending: String) -> Bool {
        (try? FileManager.default.removeItem(at: file(ticket, ending))) != nil
    }

    private func isOlder(_ file: URL, than seconds: TimeInterval) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let written = attributes?[.modificationDate] as? Date else { return false }
        return Date().timeIntervalSince(written) > seconds
    }

    private func file(_ ticket: Ticket, _ ending: String) -> URL {
        folder.appendingPathComponent("\(ticket.name).\(ending)")
    }
}
