import Foundation
import ServerSupport
import Testing

@testable import Transport

@Suite("Mail servers", .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"))
struct MailServersTests {
    @Test("two pairs stand side by side, and nothing of a stopped one remains")
    func stop() throws {
        let shared = try MailServers.shared.get()
        let other = try MailServers()
        #expect(shared.imapsPort != other.imapsPort)
        let settings = other.settings(.imaps, user: "stop")
        #expect(throws: Never.self) { try IMAPSession(settings) }
        other.stop()
        let error = #expect(throws: TransportError.self) { try IMAPSession(settings) }
        #expect(error?.kind == .unreachable || error?.kind == .certificateUntrusted)
        #expect(!FileManager.default.fileExists(atPath: other.folder.path))
        #expect(commandLines(naming: other.folder.path).isEmpty)
        #expect(throws: Never.self) { try shared.inbox(of: "stop") }
    }

    private func commandLines(naming path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { Int($0) != nil }.compactMap { pid -> String? in
            let line = try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8)
            return line?.contains(path) == true ? line : nil
        }
    }
}
