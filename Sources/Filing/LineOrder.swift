/// Watches that lines follow each other: `seq` without a gap, groups whole and one after the other.
struct LineOrder: Sendable {
    private(set) var lastSequence: Int?
    /// The group that has begun and not ended.
    private(set) var openGroup: Int?

    /// With `nil` the first line may have any number.
    init(lastSequence: Int?) {
        self.lastSequence = lastSequence
    }

    mutating func accept(_ heading: Heading) throws(RawLine.Defect) {
        let expected = lastSequence.map { $0 + 1 } ?? heading.seq
        guard heading.seq == expected else {
            throw .form(
                "seq is \(heading.seq) where \(expected) should follow: lines or a file are missing"
            )
        }
        let group = openGroup ?? heading.seq
        guard heading.group == group else {
            throw .form("group is \(heading.group) where it should be \(group)")
        }
        lastSequence = heading.seq
        openGroup = heading.isEnd ? nil : group
    }
}
