import Casework
import Correspondence
import Filing
import Foundation
import Territory

extension Office {
    /// Opens the store of an installation with everything that works in it.
    package convenience init(
        settings: Settings,
        kind: StoreKind,
        instruments: Instruments,
        gazetteer: Gazetteer?,
        now: Date,
        log: Log
    ) throws {
        try self.init(
            storeFolder: settings.store,
            kind: kind,
            clerk: { _ in
                let key = try TokenKeyFile.key(
                    at: settings.tokenKeyFile,
                    orIn: settings.store
                )
                var clerk = Clerk(
                    instruments: instruments,
                    correspondent: Correspondent(
                        letters: instruments.letters,
                        from: settings.from,
                        key: key,
                        gazetteer: gazetteer,
                        holdsAnswers: settings.holdsAnswers
                    ),
                    routing: settings.routing,
                    key: key,
                    answerWithinDays: settings.mailbox.answerWithinDays
                )
                clerk.correspondent.usesDetail = settings.usesDetail
                clerk.correspondent.attachesOriginals = settings.attachesOriginals
                if case .move(let folder) = settings.mailbox.mark {
                    clerk.correspondent.filingFolder = folder
                }
                clerk.standIn = settings.redirectTo
                return clerk
            },
            now: now,
            log: log
        )
    }
}
