import Synchronization

/// Matchers that wait for their next writing: making room for all rules anew for each message would
/// cost more than reading it.
final class MatcherPool: Sendable {
    /// As many as there are threads that understand messages, and a few.
    private static let most = 4

    private let program: Program
    private let fileNames: [String]
    private let waiting = Mutex<[Matcher]>([])

    init(program: Program, fileNames: [String]) {
        self.program = program
        self.fileNames = fileNames
    }

    func run(on writing: Writing) -> (matches: [Match], steps: Int) {
        var matcher =
            waiting.withLock { $0.popLast() } ?? Matcher(program: program, fileNames: fileNames)
        matcher.run(on: writing)
        let result = (matcher.matches, matcher.steps)
        matcher.clear()
        if matcher.isFresh { giveBack(matcher) }
        return result
    }

    private func giveBack(_ matcher: consuming Matcher) {
        let matcher = matcher
        waiting.withLock { if $0.count < MatcherPool.most { $0.append(matcher) } }
    }
}
