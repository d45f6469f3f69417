import Foundation

/// A certificate authority and one server certificate, made for a test by the `openssl` command.
struct Certificates {
    let folder: URL
    var authority: String { folder.appending(path: "ca.pem").path }
    var certificate: String { folder.appending(path: "server.pem").path }
    var key: String { folder.appending(path: "server.key").path }
    /// Another authority, which signed nothing.
    var stranger: String { folder.appending(path: "stranger.pem").path }

    /// Makes them in a folder that does not exist yet.
    init(in folder: URL) throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let extensions = folder.appending(path: "extensions")
        try "subjectAltName=DNS:localhost,IP:127.0.0.1\n"
            .write(to: extensions, atomically: false, encoding: .utf8)
        try makeAuthority("ca", name: "Test authority")
        try makeAuthority("stranger", name: "Another authority")
        try openssl(
            ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
                + ["-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr"]
        )
        try openssl(
            ["x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key"]
                + ["-CAcreateserial", "-days", "2", "-extfile", "extensions", "-out", "server.pem"]
        )
    }

    private func makeAuthority(_ file: String, name: String) throws {
        try openssl(
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
                + ["-subj", "/CN=\(name)", "-days", "2"]
                + ["-keyout", "\(file).key", "-out", "\(file).pem"]
        )
    }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ServerFailure("openssl \(arguments[0]) failed")
        }
    }
}

/// Why the servers could not be started.
package struct ServerFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
