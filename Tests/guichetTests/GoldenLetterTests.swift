import Foundation
import Testing

/// The letters to eighteen mails of our own, kept word for word: whoever changes a text, a fact or a
/// value reads here what becomes of them.
///
/// With GUICHET_WRITE_LETTERS=1 the test writes the files anew, to be read as a difference before they
/// are committed.
@Suite("Golden letters") struct GoldenLetterTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Fixtures/lettres")

    /// The letters of one mail: role, addressee and subject above each text.
    private struct Outcome: Decodable {
        var file: String
        var mails: [Mail]

        struct Mail: Decodable {
            var role: String
            var to: [String]
            var subject: String
            var text: String
        }

        var page: String {
            mails.map { mail in
                "=== \(mail.role)\nÀ : \(mail.to.joined(separator: ", "))\n"
                    + "Objet : \(mail.subject)\n\n\(mail.text)"
            }
            .joined(separator: "\n")
        }
    }

    @Test("each mail gets the letters that were read and approved")
    func letters() throws {
        let mails = try FileManager.default
            .contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "eml" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        try #require(mails.count >= 15)
        let configuration = FileManager.default.temporaryDirectory
            .appendingPathComponent("guichet-letters-\(UUID().uuidString).conf")
        try Self.configuration.write(to: configuration, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: configuration) }
        let result = try Program.run(
            ["simulate", "--config", configuration.path] + mails.map(\.path)
        )
        try #require(result.code == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == mails.count)
        let isWriting = ProcessInfo.processInfo.environment["GUICHET_WRITE_LETTERS"] == "1"
        for (mail, line) in zip(mails, lines) {
            let outcome = try JSONDecoder().decode(Outcome.self, from: Data(line.utf8))
            let golden = mail.deletingPathExtension().appendingPathExtension("txt")
            if isWriting {
                try outcome.page.write(to: golden, atomically: true, encoding: .utf8)
            }
            let approved = try String(contentsOf: golden, encoding: .utf8)
            #expect(outcome.page == approved, "\(mail.lastPathComponent)")
        }
    }

    /// One whose server vouches for senders, so that their own words may be repeated.
    private static let configuration = """
        [mailbox]
        url = imaps://imap.anct.example/INBOX
        user = incubateur@anct.example
        password = secret
        answer_within_days = 0
        [delivery]
        url = smtps://smtp.anct.example
        from = Incubateur des Territoires <incubateur@anct.example>
        [service]
        store = store
        rules = \(Checkout.root.path)/rules
        templates = \(Checkout.root.path)/templates
        answers = on
        trusted_servers = mx.anct.example
        [staff]
        default = equipe@anct.example
        """
}
