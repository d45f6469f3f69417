/// What shells complete: the first words of commands, the second ones, and what may follow.
enum CompletionTable {
    /// The first word of every command, each once, and what else may stand there.
    static var firstWords: [String] {
        var words: [String] = []
        for word in Guichet.commands.map({ firstWord($0.syntax) }) + ["help", "version"]
        where !words.contains(word) {
            words.append(word)
        }
        return words
    }

    /// Of commands of two words, the second words by the first.
    static var secondWords: [(first: String, seconds: [String])] {
        var table: [(first: String, seconds: [String])] = []
        for syntax in Guichet.commands.map({ $0.syntax }) {
            let words = syntax.name.split(separator: " ").map(String.init)
            guard words.count == 2 else { continue }
            if let index = table.firstIndex(where: { $0.first == words[0] }) {
                table[index].seconds.append(words[1])
            } else {
                table.append((words[0], [words[1]]))
            }
        }
        return table
    }

    static func options(_ syntax: CommandSyntax) -> [String] {
        (syntax.options + syntax.flags + ["help"]).map { "--\($0)" }
    }

    private static func firstWord(_ syntax: CommandSyntax) -> String {
        String(syntax.name.prefix { $0 != " " })
    }
}
