import Foundation
import Testing

/// What rule authors and staff break with Notepad: the service refuses to start, with their place.
@Suite("Broken files") struct BrokenFilesTests {
    /// A configuration whose servers are never reached.
    private func configuration(in folder: URL) throws -> String {
        let file = folder.appendingPathComponent("guichet.conf")
        let text = """
            [mailbox]
            url = imap://127.0.0.1:1
            user = u
            password = p
            [delivery]
            url = smtp://127.0.0.1:1
            from = incubateur@anct.example
            [service]
            store = data
            rules = rules
            templates = templates
            [staff]
            default = a@anct.example
            """
        try Data(text.utf8).write(to: file)
        for name in ["rules", "templates"] {
            try FileManager.default.copyItem(
                at: Checkout.root.appendingPathComponent(name),
                to: folder.appendingPathComponent(name)
            )
        }
        return file.path
    }

    @Test(
        "are refused by file, line and column, and nothing is filed",
        arguments: [
            ("rules/store.rules", "[offre store]\n+3 x : @sans-nom\n", "store.rules, ligne 2"),
            ("rules/neuf.rules", "[offre store]\n+3 : bonjour\n", "neuf.rules, ligne 2"),
            ("templates/accuse.txt.mustache", "Bonjour {{nom_inconnu}}\n", "accuse.txt.mustache"),
            ("templates/reponse.txt.mustache", "{{#citation}} sans fin\n", "reponse.txt.mustache"),
            ("templates/faits.conf", "[duree]\nvaleur\n", "faits.conf"),
            ("templates/exemples-services.tsv", "rien\n", "exemples-services.tsv"),
        ]
    )
    func refused(file: String, text: String, words: String) throws {
        try Checkout.withFolder { folder in
            let configuration = try configuration(in: folder)
            try Data(text.utf8).write(to: folder.appendingPathComponent(file))
            for command in [["run", "--once"], ["check", "--offline"]] {
                let result = try Program.run(command + ["--config", configuration])
                #expect(result.code == 78, "\(command): \(result.output)\(result.errors)")
                #expect((result.output + result.errors).contains(words))
            }
            let store = folder.appendingPathComponent("data")
            #expect(!FileManager.default.fileExists(atPath: store.path))
        }
    }

    @Test("check says whether the store can be made, and written once it is there")
    func store() throws {
        try Checkout.withFolder { folder in
            let configuration = try configuration(in: folder)
            let store = folder.appendingPathComponent("data")
            func check() throws -> Program.Result {
                try Program.run(["check", "--offline", "--config", configuration])
            }
            let before = try check()
            #expect(before.code == 0, "\(before.output)")
            #expect(before.output.contains("\(store.path) is made at the first start"))
            #expect(!FileManager.default.fileExists(atPath: store.path))
            try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
            #expect(try check().output.contains("\(store.path) can be written"))
            // Not even root can work in a file.
            try FileManager.default.removeItem(at: store)
            try Data().write(to: store)
            let after = try check()
            #expect(after.code == 78)
            #expect(after.output.contains("\(store.path) cannot be written by this user"))
        }
    }
}
