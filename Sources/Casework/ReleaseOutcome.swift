/// What became of the wish to let the held answers of a case go.
package enum ReleaseOutcome: Hashable, Sendable {
    case released(to: [String])
    /// No answer waits; with the last release, if there was one.
    case nothingHeld(Release?)
    case unknownCase

    /// What will be, before it is done.
    package init(of number: CaseNumber, register: Register) {
        guard register.cases[number] != nil else {
            self = .unknownCase
            return
        }
        let held = register.heldAnswers(in: number)
        self =
            held.isEmpty
            ? .nothingHeld(register.lastRelease(in: number))
            : .released(to: held.flatMap(\.recipients))
    }
}
