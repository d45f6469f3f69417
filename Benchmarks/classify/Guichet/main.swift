import Foundation
import French
import Intake
import Mail
import Rules
import Territory

/// Classifies texts with guichet's rules; see README.md.
///
///     ClassifyBenchmark forms                      words on standard input → their forms
///     ClassifyBenchmark find RULES TEXTS           for each text the rules that count
///     ClassifyBenchmark bench RULES DATA TEXTS…    `WHAT SIZE COUNT` on standard input → a round
struct Text: Decodable {
    var subject: String
    var body: String
    var signature: String
    var sender: String
    var mail: String

    var writing: Writing {
        Writing(subject: subject, body: body, signature: signature, sender: sender)
    }

    static func load(_ path: String) throws -> [Text] {
        try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A)
            .map { try JSONDecoder().decode(Text.self, from: $0) }
    }
}

func printJSON(_ value: some Encodable) throws {
    print(String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
}

func processTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

// MARK: - Forms and findings

/// For each word its tokens, for each token its forms without accents, itself first.
func printForms() throws {
    var forms: [String: [[String]]] = [:]
    while let word = readLine() {
        let text = TokenizedText(word)
        forms[word] = text.tokens.indices.map { index in
            WordForms.forms(of: text.accented(index)).map { fold($0) }
        }
    }
    try printJSON(forms)
}

struct Finding: Encodable {
    /// `section/name` of the rules that count.
    var rules: [String]
    /// Whether a word is negated somewhere, so that it does not count.
    var isNegated: Bool
}

func printFindings(rules: String, texts: String) throws {
    let rulebook = try Rulebook.load(folder: URL(filePath: rules))
    for text in try Text.load(texts) {
        let matches = rulebook.verdict(on: text.writing).matches
        try printJSON(
            Finding(
                rules: matches.map { "\($0.target)/\($0.rule)" },
                isNegated: [text.subject, text.body].contains {
                    Turns(TokenizedText($0)).isNegated.contains(true)
                }
            )
        )
    }
}

// MARK: - Rounds

/// What a round found, so that a reader that skips work shows.
struct Counts {
    var texts = 0
    var tokens = 0
    var matches = 0
    var steps = 0
}

/// What `guichet classify` does with a message.
struct Desk {
    let classifier: Classifier
    let extractor: Extractor
    let screener = Screener(ownAddresses: [])

    func evidence(of bytes: [UInt8]) -> Int {
        let message = Message(parsing: bytes)
        let reading = read(message)
        let requester = extractor.requester(
            from: message.from.first,
            subject: message.subject ?? "",
            reading: reading
        )
        let screening = classifier.screening(
            of: message,
            reading: reading,
            requester: requester,
            by: screener
        )
        return classifier.classification(
            of: message,
            reading: reading,
            screening: screening,
            requester: requester
        ).evidence.count
    }
}

func tokenCount(_ writing: Writing) -> Int {
    [writing.subject, writing.body, writing.signature].reduce(0) {
        $0 + TokenizedText($1).tokens.count
    } + TokenizedText(writing.sender, splitsAddresses: true).tokens.count
}

func bench(rules: String, data: String, texts paths: [String]) throws {
    let start = processTime()
    let rulebook = try Rulebook.load(folder: URL(filePath: rules))
    print(processTime() - start, rulebook.ruleCount)
    let desk = Desk(
        classifier: Classifier(rulebook: rulebook),
        extractor: Extractor(gazetteer: try Gazetteer(folder: URL(filePath: data)))
    )
    let texts = try paths.map { try Text.load($0) }
    let writings = texts.map { $0.map(\.writing) }
    let mails = texts.map { $0.map { Array($0.mail.utf8) } }
    fflush(nil)
    while let line = readLine() {
        let words = line.split(separator: " ")
        guard words.count == 3, let size = Int(words[1]), let count = Int(words[2]) else { break }
        var counts = Counts()
        let start = processTime()
        for index in texts[size].indices.prefix(count) {
            counts.texts += 1
            if words[0] == "whole" {
                counts.matches += desk.evidence(of: mails[size][index])
            } else {
                let verdict = rulebook.verdict(on: writings[size][index])
                counts.matches += verdict.matches.count
                counts.steps += verdict.steps
            }
        }
        let seconds = processTime() - start
        counts.tokens = writings[size].prefix(count).reduce(0) { $0 + tokenCount($1) }
        print(seconds, counts.texts, counts.tokens, counts.matches, counts.steps)
        fflush(nil)
    }
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("forms", 1): try printForms()
case ("find", 3): try printFindings(rules: arguments[2], texts: arguments[3])
case ("bench", 4...):
    try bench(rules: arguments[2], data: arguments[3], texts: Array(arguments.dropFirst(3)))
default:
    print("usage: ClassifyBenchmark forms | find RULES TEXTS | bench RULES DATA TEXTS…")
    exit(64)
}
