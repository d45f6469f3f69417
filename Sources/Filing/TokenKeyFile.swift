import Casework
import Foundation

/// Where the key that signs tokens comes from.
package enum TokenKeyFile {
    package struct KeyError: Error, CustomStringConvertible {
        package var description: String
    }

    /// Reads the configured file; without one, the key in the store, made at the first start from 32
    /// random bytes that only the service may read.
    package static func key(at file: URL?, orIn store: URL) throws -> TokenKey {
        if let file { return try read(file) }
        let own = store.appendingPathComponent("token.key")
        if FileManager.default.fileExists(atPath: own.path) { return try read(own) }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        guard let key = TokenKey(bytes) else { throw KeyError(description: "no random bytes") }
        do throws(FileFault) {
            // Durable and whole before it signs anything: a key lost with the power would void every
            // token that has left, and half a key would stop the next start.
            try SystemDisk().replace(own.path, with: bytes, in: store.path)
        } catch {
            let reason = String(cString: strerror(error.code))
            throw KeyError(description: "\(own.path): cannot be written: \(reason)")
        }
        return key
    }

    private static func read(_ file: URL) throws -> TokenKey {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw KeyError(description: "\(file.path): the token key cannot be read")
        }
        guard let key = TokenKey(Array(data)) else {
            throw KeyError(
                description: "\(file.path): a token key needs at least 16 bytes; make one with "
                    + "head -c 32 /dev/urandom"
            )
        }
        return key
    }
}
