import Sandbox
import Testing

@Suite("A mail server in memory")
struct LoopbackServerTests {
    @Test func opens() throws {
        let server = try LoopbackServer()
        server.stop()
    }
}
