import Filing
import Foundation
import Glibc
import JSONLines

/// How the running service stands, in `STORE/status.json` for `guichet status`.
///
/// It saves reading the journal of years each minute, and says what the journal cannot. Losing it
/// loses nothing: the journal stays the truth.
package struct StateFile: Sendable {
    /// Longer files are none of ours.
    private static let octetLimit = 1 << 20

    private let file: URL

    package init(store: URL) { file = store.appendingPathComponent("status.json") }

    /// As readable as the store itself, which is the service's alone: the cause of a failure may name
    /// an address. What other users may see is in the metrics file.
    package func write(_ standing: ServiceStanding) {
        PublishedFile.write(Array((standing.json.serialized + "\n").utf8), to: file, mode: 0o600)
    }

    /// `nil` when there is none, or none that this version wrote.
    package func read() -> ServiceStanding? {
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: Self.octetLimit),
            let object = try? JSONReader.object(of: data)
        else { return nil }
        return ServiceStanding(json: object)
    }

    /// What the holder of the store says of itself; `nil` when what is there is of a process before
    /// it, or of another one.
    ///
    /// In a container every service has the same number: the time tells them apart.
    package func read(of holder: StoreGlance.Holder) -> ServiceStanding? {
        guard let standing = read(), standing.pid == holder.pid else { return nil }
        var status = stat()
        guard stat(file.path, &status) == 0, status.modified >= holder.since else { return nil }
        return standing
    }
}
