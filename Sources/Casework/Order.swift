import Intake

/// What a member of staff tells the service to do about a case, in a word or two on the first line.
package enum Order: Hashable, Sendable {
    /// Let the held answer go.
    case send
    /// The one who orders looks after the case.
    case take
    /// Nothing is left to do, for the reason given; the reason may be empty.
    case close(reason: String)
    /// The case is about these offers, the main one first; none: about none of ours.
    case reclassify([Offer])
    /// Keep these words in the file.
    case note(String)
    /// Say which orders there are.
    case help

    /// As people read and type it.
    package var word: String {
        switch self {
        case .send: "envoyer"
        case .take: "prendre"
        case .close: "clore"
        case .reclassify(let offers):
            "reclasser " + (offers.isEmpty ? "0" : offers.map(\.figure).joined(separator: " "))
        case .note: "noter"
        case .help: "aide"
        }
    }
}

extension Offer {
    /// The figure that stands for it in questions to requesters and in orders.
    package var figure: String {
        switch self {
        case .investigation: "1"
        case .startup: "2"
        case .store: "3"
        }
    }
}

/// What the first words of a mail of staff say to the service.
package enum OrderReading: Hashable, Sendable {
    case order(Order)
    /// Nearly an order, by its word: nothing is done, and the writer is told how it is written.
    case resembles(String)
    /// Words for the file.
    case words

    /// Reads the first line that says more than hello: it is an order when it says that alone.
    ///
    /// "Oui, mais n'envoyez pas avant lundi" must order nothing. Only `clore` and `noter` take more
    /// words, on their line and below.
    package init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = OrderLine(line)
            guard line.isMute else {
                let below = lines[(index + 1)...].prefix { !OrderLine.isReference($0) }
                self = line.reading(below: below.joined(separator: "\n"))
                return
            }
            guard !line.asks else { break }
        }
        self = .words
    }
}

extension Order {
    /// The order that the text is; `nil` where it is none, or only nearly one.
    package init?(in text: String) {
        guard case .order(let order) = OrderReading(text) else { return nil }
        self = order
    }
}
