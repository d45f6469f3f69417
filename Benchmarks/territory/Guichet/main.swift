import Foundation
import Intake
import Mail
import Rules
import Territory

/// Loads the gazetteer, looks for places and reads who asks; see README.md.
///
///     TerritoryBenchmark load|floor DATA ROUNDS    seconds of each round
///     TerritoryBenchmark fold                      lines on standard input → folded lines
///     TerritoryBenchmark texts MAILS…              the folded text of each mail
///     TerritoryBenchmark bench DATA FEWER MORE RULES MAILS…
///                                                  what is to be done on standard input → a round
///
/// FEWER and MORE are folders like DATA with fewer and with more names, MAILS folders of mails.
func processTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = processTime()
    try work()
    return processTime() - start
}

func files(_ folder: String, _ ending: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
        at: URL(filePath: folder),
        includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == ending }
    .sorted { $0.path < $1.path }
}

// MARK: - Loading

func load(_ folder: String, rounds: Int) throws {
    let url = URL(filePath: folder)
    for _ in 0..<rounds {
        print(try seconds { withExtendedLifetime(try Gazetteer(folder: url)) {} })
    }
}

/// What no loading can do without: the octets of the tables in memory.
func readTables(_ folder: String, rounds: Int) throws {
    let tables = try files(folder, "tsv")
    for _ in 0..<rounds {
        print(
            try seconds {
                for table in tables {
                    withExtendedLifetime([UInt8](try Data(contentsOf: table))) {}
                }
            }
        )
    }
}

// MARK: - Rounds

/// A mail with what the stages before extraction made of it.
struct Mail {
    let bytes: [UInt8]
    let message: Message
    let reading: Reading

    init(_ url: URL) throws {
        bytes = [UInt8](try Data(contentsOf: url))
        message = Message(parsing: bytes)
        reading = read(message)
    }
}

struct Bench {
    let gazetteer: Gazetteer
    let fewer: Gazetteer
    let more: Gazetteer
    let extractor: Extractor
    let classifier: Classifier
    let screener = Screener(ownAddresses: [])
    let mails: [Mail]
    let texts: [String]
    let folded: [FoldedText]

    init(data: String, fewer: String, more: String, rules: String, mails folders: [String]) throws {
        gazetteer = try Gazetteer(folder: URL(filePath: data))
        self.fewer = try Gazetteer(folder: URL(filePath: fewer))
        self.more = try Gazetteer(folder: URL(filePath: more))
        extractor = Extractor(gazetteer: gazetteer)
        classifier = Classifier(rulebook: try Rulebook.load(folder: URL(filePath: rules)))
        mails = try folders.flatMap { try files($0, "eml").map(Mail.init) }
        texts = mails.map(\.message.text)
        folded = texts.map { FoldedText($0) }
    }

    func requester(_ mail: Mail, _ reading: Reading) -> Requester {
        extractor.requester(
            from: mail.message.from.first,
            subject: mail.message.subject ?? "",
            reading: reading
        )
    }

    /// What `guichet classify` does with a message.
    func evidence(of mail: Mail) -> Int {
        let message = Message(parsing: mail.bytes)
        let reading = read(message)
        let requester = requester(mail, reading)
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

    /// One pass over the texts that `name` means, and the octets in them.
    ///
    /// A pass returns how many places, authors or reasons it found, so that skipped work shows.
    func work(_ name: Substring, _ size: Int, _ phrase: String) -> (octets: Int, pass: () -> Int)? {
        let all = texts.reduce(0) { $0 + $1.utf8.count }
        func each<Value>(_ values: [Value], _ found: @escaping (Value) -> Int) -> (Int, () -> Int) {
            (all, { values.reduce(0) { $0 + found($1) } })
        }
        switch name {
        case "fold": return each(texts) { FoldedText($0).words.count }
        case "places": return each(texts) { gazetteer.places(in: $0).count }
        case "search": return each(folded) { gazetteer.places(in: $0).count }
        case "fewer": return each(folded) { fewer.places(in: $0).count }
        case "more": return each(folded) { more.places(in: $0).count }
        case "read": return each(mails) { read($0.message).newText.isEmpty ? 0 : 1 }
        case "requester":
            return each(mails) { requester($0, $0.reading).organisation == nil ? 0 : 1 }
        case "whole": return each(mails) { evidence(of: $0) }
        case "joined":
            let text = Array(repeating: texts.joined(separator: "\n"), count: size)
                .joined(separator: "\n")
            let folded = FoldedText(text)
            return (text.utf8.count, { gazetteer.places(in: folded).count })
        case "repeated":
            let text = String(repeating: phrase, count: size / phrase.utf8.count)
            return (text.utf8.count, { gazetteer.places(in: text).count })
        case "signed":
            let line = String(repeating: phrase, count: max(1, 72 / phrase.utf8.count)) + "\n"
            let text = String(repeating: line, count: size / line.utf8.count)
            guard let mail = mails.first else { return nil }
            let reading = Reading(newText: text, signature: text)
            return (text.utf8.count, { requester(mail, reading).organisation == nil ? 0 : 1 })
        default: return nil
        }
    }

    /// Answers `NAME [SIZE PHRASE]` with the seconds of a pass, octets and finds; a round takes as many
    /// passes as fit into a fifth of a second.
    func answer() {
        print(mails.count)
        fflush(nil)
        while let line = readLine() {
            let words = line.split(separator: " ", maxSplits: 2)
            guard let name = words.first,
                let (octets, pass) = work(
                    name,
                    words.count > 1 ? Int(words[1]) ?? 1 : 1,
                    words.count > 2 ? String(words[2]) : ""
                )
            else { break }
            var passes = 0
            var found = 0
            let start = processTime()
            var end = start
            repeat {
                found = pass()
                passes += 1
                end = processTime()
            } while end - start < 0.2
            print((end - start) / Double(passes), octets, found)
            fflush(nil)
        }
    }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("load", 3): try load(arguments[1], rounds: Int(arguments[2]) ?? 1)
case ("floor", 3): try readTables(arguments[1], rounds: Int(arguments[2]) ?? 1)
case ("fold", 1): while let line = readLine() { print(FoldedText.fold(line)) }
case ("texts", 2...):
    for mail in try arguments.dropFirst().flatMap({ try files($0, "eml") }) {
        print(FoldedText.fold(try Mail(mail).message.text))
    }
case ("bench", 6...):
    try Bench(
        data: arguments[1],
        fewer: arguments[2],
        more: arguments[3],
        rules: arguments[4],
        mails: Array(arguments.dropFirst(5))
    )
    .answer()
default:
    print("usage: TerritoryBenchmark load|floor DATA ROUNDS | fold | texts MAILS…")
    print("       TerritoryBenchmark bench DATA FEWER MORE RULES MAILS…")
    exit(64)
}
