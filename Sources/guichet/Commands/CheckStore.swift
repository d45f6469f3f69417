import Desk
import Foundation

extension CheckCommand {
    /// Whether whoever runs this could work on the store, or make it.
    static func checkStore(_ settings: Settings, _ report: inout CheckReport) {
        let store = settings.store.standardizedFileURL
        var folder = store
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
            folder.deleteLastPathComponent()
        }
        guard access(folder.path, W_OK | X_OK) == 0 else {
            report.bad(
                "store",
                "\(folder.path) cannot be written by this user; run check as the user of the "
                    + "service, or correct `store` of [service]",
                .badConfiguration
            )
            return
        }
        report.good(
            "store",
            folder == store
                ? "\(store.path) can be written" : "\(store.path) is made at the first start"
        )
    }
}
