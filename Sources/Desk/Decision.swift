import Casework
import Intake
import Mail

/// What was decided about one message, and all that follows from it: one group of the journal.
package struct Decision: Sendable {
    package var receipt: Receipt
    package var caseNumber: CaseNumber?
    /// `nil` for a message that was not classified (a duplicate).
    package var classification: Classification?
    package var mails: [QueuedMail] = []
    /// What it means for mails that wait and for addresses that were written to.
    package var effects: [Event] = []
    /// The case whose file has to be read first: to be decided again, and not to be written.
    package var wantedFile: CaseNumber?
    /// In the order of the journal.
    package var events: [Event] = []

    package var disposition: Disposition { receipt.disposition }
}
