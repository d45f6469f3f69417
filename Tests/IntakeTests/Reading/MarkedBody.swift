import Mail
import Testing

@testable import Intake

/// A body whose lines say which part they are: `S|` signature, `D|` disclaimer, `X|` neither of
/// these nor the writer's; the rest is the writer's own.
struct MarkedBody: Sendable, CustomTestStringConvertible {
    let name: String
    let sender: Address
    private let marked: String

    init(
        _ name: String,
        by displayName: String? = "Nathalie Perrin",
        at localPart: String = "n.perrin",
        _ marked: String
    ) {
        self.name = name
        sender = Address(displayName: displayName, localPart: localPart, domain: "lannion.example")
        self.marked = marked
    }

    var testDescription: String { name }

    func check() {
        var message = Message()
        message.subject = "Demande"
        message.from = [sender]
        message.text = lines.map(\.text).joined(separator: "\n")
        let reading = read(message)
        #expect(reading.newText == part("") ?? "", "\(name)")
        #expect(reading.signature == part("S"), "\(name)")
        #expect(reading.disclaimer == part("D"), "\(name)")
    }

    private var lines: [(mark: Substring, text: Substring)] {
        marked.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isMarked = ["S|", "D|", "X|"].contains(line.prefix(2))
            return isMarked ? (line.prefix(1), line.dropFirst(2)) : ("", line)
        }
    }

    /// The lines of one mark; where others or blank lines stood between them, one blank line.
    private func part(_ mark: Substring) -> String? {
        var result: [Substring] = []
        var isBlankPending = false
        for line in lines {
            if line.text.isEmpty || line.mark == "X" {
                isBlankPending = true
            } else if line.mark == mark {
                if isBlankPending, !result.isEmpty { result.append("") }
                isBlankPending = false
                result.append(line.text)
            }
        }
        return result.isEmpty ? nil : result.joined(separator: "\n")
    }
}
