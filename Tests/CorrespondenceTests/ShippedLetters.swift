import Foundation

@testable import Correspondence

/// The folder of templates that is shipped.
let shippedTemplates = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("templates")

/// Tuesday 24 November 2026, 09:12 UTC.
let today = Date(timeIntervalSince1970: 1_795_511_520)

/// What is shipped, loaded once.
let shippedLetters = Result { try Letters(folder: shippedTemplates, today: today) }
