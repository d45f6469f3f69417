/// Octets looked at while a text is read, counted in debug builds alone: a test that counts steps
/// tells linear from quadratic on any machine, which a clock cannot.
enum Steps {
    #if DEBUG
        final class Counter: @unchecked Sendable {
            fileprivate(set) var count = 0
        }

        @TaskLocal private static var counter: Counter?

        /// How many octets were looked at in one task.
        static func counted(_ work: () -> Void) -> Int {
            let counter = Counter()
            $counter.withValue(counter, operation: work)
            return counter.count
        }

        static func count(_ octets: Int) { counter?.count += octets }
    #else
        @inline(__always) static func count(_ octets: Int) {}
    #endif
}
