import Foundation
import Synchronization
import Transport

/// Looks at many pages, few at a time.
///
/// One page of each host comes first: where no host is heard at all, it is the network, and the rest
/// is not asked for. A host that is not heard twice is not asked for its other pages either: a hundred
/// of them would only be waited for.
struct LinkVisits: Sendable {
    /// How many pages are asked for at the same time.
    var threads = 4
    /// Makes what looks at a page; called once in each thread.
    var visitor: @Sendable () -> (_ address: String) -> PageFinding
    /// Told how many of how many are done.
    var onProgress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }

    /// What was found at each address; `nil` where no server was heard at all.
    func visit(_ addresses: [String]) -> [String: PageFinding]? {
        var seen: Set<String> = []
        let unique = addresses.filter { seen.insert($0).inserted }
        let firsts = Dictionary(grouping: unique, by: Self.host).compactMap(\.value.first)
        let first = unique.filter(Set(firsts).contains)
        var findings = run(first, done: 0, total: unique.count)
        let isUnheard = findings.filter(\.value.isUnheard)
        for (address, finding) in run(isUnheard.keys.sorted(), done: nil, total: unique.count) {
            findings[address] = finding
        }
        if !findings.isEmpty, findings.values.allSatisfy(\.isUnheard) { return nil }
        var deaf: [String: PageFinding] = [:]
        for (address, finding) in findings where finding.isUnheard {
            deaf[Self.host(address)] = finding
        }
        let rest = unique.filter { findings[$0] == nil }
        let asked = rest.filter { deaf[Self.host($0)] == nil }
        for address in rest { findings[address] = deaf[Self.host(address)] }
        let done = unique.count - asked.count
        if asked.isEmpty, first.count < done { onProgress(done, unique.count) }
        for (address, finding) in run(asked, done: done, total: unique.count) {
            findings[address] = finding
        }
        return findings
    }

    private struct Work {
        var next = 0
        var findings: [String: PageFinding] = [:]
    }

    /// Looks at pages on threads of its own.
    ///
    /// - Parameter done: how many were done before; `nil`: these were counted already.
    private func run(_ addresses: [String], done: Int?, total: Int) -> [String: PageFinding] {
        let shared = Shared()
        let group = DispatchGroup()
        for _ in 0..<min(threads, addresses.count) {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                let look = visitor()
                while let address = shared.take(from: addresses) {
                    let finding = look(address)
                    let count = shared.note(finding, at: address)
                    if let done { onProgress(done + count, total) }
                }
            }
        }
        group.wait()
        return shared.findings
    }

    /// What the threads share.
    private final class Shared: Sendable {
        private let work = Mutex(Work())

        func take(from addresses: [String]) -> String? {
            work.withLock { work in
                guard work.next < addresses.count else { return nil }
                work.next += 1
                return addresses[work.next - 1]
            }
        }

        /// How many are done now.
        func note(_ finding: PageFinding, at address: String) -> Int {
            work.withLock { work in
                work.findings[address] = finding
                return work.findings.count
            }
        }

        var findings: [String: PageFinding] { work.withLock(\.findings) }
    }

    /// Scheme, host and port.
    private static func host(_ address: String) -> String {
        guard let colon = address.range(of: "://") else { return address }
        let end =
            address[colon.upperBound...].firstIndex { "/?#".contains($0) } ?? address.endIndex
        return address[..<end].lowercased()
    }
}
