import Casework
import Foundation

extension Store {
    /// Reads what the journal holds of one case, from the month in which it was opened.
    ///
    /// What is only staged is not in it.
    package func caseFile(of number: CaseNumber) throws -> CaseFile {
        var file = CaseFile()
        guard let dossier = register.cases[number] else { return file }
        let name = number.description
        try journal.scan(from: dossier.openedAt) { raw in
            guard raw.heading.caseNumber == name else { return }
            let line = try raw.line()
            if let event = try Event(entry: line.body, type: line.type, case: name) {
                file.apply(event, at: line.at)
            }
        }
        return file
    }
}
