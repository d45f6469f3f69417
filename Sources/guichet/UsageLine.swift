/// What may stand after a command's name, read from its usage line.
struct UsageLine: Equatable {
    /// The placeholder that follows an option, by the option's name: `FILE` of `--config FILE`.
    private(set) var valueNames: [String: String] = [:]
    /// The placeholders of operands, as `FILE…` or `bash|zsh|fish`.
    private(set) var operands: [String] = []

    /// A `|` that stands alone separates ways of calling, and is none of either.
    init(_ syntax: CommandSyntax) {
        let words = syntax.usage.dropFirst(syntax.name.count).split { " []".contains($0) }
        var option: String?
        for word in words.map(String.init) where word != "|" {
            if word.hasPrefix("--") {
                let name = String(word.dropFirst(2))
                option = syntax.options.contains(name) ? name : nil
            } else if let name = option {
                valueNames[name] = word
                option = nil
            } else {
                operands.append(word)
            }
        }
    }

    /// What a shell offers in place of a placeholder.
    enum Offer: Equatable {
        case files
        case folders
        case words([String])
        case nothing

        init(for placeholder: String) {
            if placeholder.contains("|") {
                self = .words(placeholder.split(separator: "|").map(String.init))
            } else if placeholder.hasPrefix("FILE") {
                self = .files
            } else if placeholder.hasPrefix("DIR") {
                self = .folders
            } else {
                self = .nothing
            }
        }
    }

    func offer(forOption name: String) -> Offer {
        valueNames[name].map(Offer.init) ?? .nothing
    }

    /// What is offered for words that are no options; `nothing` where none is welcome.
    var operandOffer: Offer {
        operands.map(Offer.init).first { $0 != .nothing } ?? .nothing
    }
}
