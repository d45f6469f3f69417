import Foundation
import ServerSupport
import Synchronization
import Testing
import Transport

@testable import guichet

@Suite("Trying links") struct LinkCheckTests {
    // MARK: Many pages

    /// Counts visits, and answers each as told.
    private final class Web: Sendable {
        let visited = Mutex<[String]>([])
        let answer: @Sendable (String) -> PageFinding

        init(_ answer: @escaping @Sendable (String) -> PageFinding) { self.answer = answer }

        func visits(threads: Int = 4) -> LinkVisits {
            LinkVisits(
                threads: threads,
                visitor: {
                    { address in
                        self.visited.withLock { $0.append(address) }
                        return self.answer(address)
                    }
                }
            )
        }

        var sorted: [String] { visited.withLock { $0.sorted() } }
    }

    private static let pages = (1...40).map { "https://site\($0 % 3).example/\($0)" }

    @Test("every page is visited once, whatever stands twice", arguments: [1, 4, 100])
    func once(threads: Int) throws {
        let web = Web { _ in .answers }
        let found = try #require(web.visits(threads: threads).visit(Self.pages + Self.pages))
        #expect(found.count == 40)
        #expect(web.sorted == Self.pages.sorted())
    }

    @Test("without a network, one page of each host is tried twice and no other")
    func noNetwork() {
        let web = Web { _ in .silent }
        #expect(web.visits().visit(Self.pages) == nil)
        #expect(web.sorted.count == 6)
        #expect(Set(web.sorted).count == 3)
    }

    @Test("a host that is not heard is not waited for forty times")
    func deafHost() throws {
        let web = Web { $0.contains("site1") ? .noSuchHost : .answers }
        let found = try #require(web.visits().visit(Self.pages))
        #expect(found.count == 40)
        #expect(
            found.allSatisfy { $0.value == ($0.key.contains("site1") ? .noSuchHost : .answers) }
        )
        #expect(web.sorted.count { $0.contains("site1") } == 2)
    }

    @Test("a host that is heard the second time is asked for all")
    func secondTry() throws {
        let tries = Mutex(0)
        let web = Web { _ in
            tries.withLock {
                $0 += 1
                return $0 <= 3 ? .silent : .answers
            }
        }
        let found = try #require(web.visits().visit(Self.pages))
        #expect(found.values.allSatisfy { $0.isGood })
        #expect(found.count == 40)
    }

    @Test("progress counts up to all")
    func progress() throws {
        let counts = Mutex<[Int]>([])
        var visits = Web { $0.hasSuffix("7") ? .noSuchHost : .answers }.visits()
        visits.onProgress = { done, total in
            #expect(total == 40)
            counts.withLock { $0.append(done) }
        }
        _ = visits.visit(Self.pages)
        #expect(counts.withLock { $0.max() } == 40)
        #expect(visits.visit([])?.isEmpty == true)
    }

    // MARK: What is read

    @Test("every shipped link is listed, by file and line")
    func shipped() throws {
        let folder = Checkout.root.appendingPathComponent("templates")
        let links = try LinkList.read(in: folder)
        for link in links {
            let text = try String(
                contentsOf: folder.appendingPathComponent(link.file),
                encoding: .utf8
            )
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            #expect(lines[link.line - 1].contains(link.address), "\(link)")
        }
        #expect(Set(links.map(\.file)).count == 4)
        #expect(links.contains { $0.title == "[lien_catalogue]" })
    }

    @Test("each finding says what it is and what to do, in French")
    func words() {
        let findings: [PageFinding] = [
            .moved(to: "https://n/"), .refused(status: 404), .refused(status: 410),
            .refused(status: 403), .refused(status: 429), .refused(status: 503),
            .refused(status: 418), .endlessRedirects, .misdirected(to: "http://n/"),
            .untrusted("expired"), .noSuchHost, .unreachable("refused"), .silent, .broken("x"),
            .notAnAddress,
        ]
        let words = findings.map(LinkReport.words)
        #expect(Set(words).count == findings.count)
        #expect(words.allSatisfy { $0.count > 20 && !$0.contains("\n") })
        let hostile = LinkReport.words(.moved(to: "https://n/\u{1B}[2J\u{202E}x"))
        #expect(!hostile.unicodeScalars.contains("\u{1B}"))
        #expect(!hostile.unicodeScalars.contains("\u{202E}"))
    }

    // MARK: The command

    /// A folder of templates with these tables' rows, all else as shipped.
    private func withTemplates<Value>(
        services: String,
        fact: String,
        _ body: (URL) throws -> Value
    ) throws -> Value {
        try Checkout.withFolder { folder in
            let files = [
                "exemples-investigations.tsv":
                    "adresse\ttitre\tterritoire\tthemes\tprogramme\tstatut\tverifie_le\n",
                "exemples-startups.tsv": "titre\tadresse\tthemes\tobjet\tverifie_le\n",
                "exemples-services.tsv":
                    "\u{FEFF}titre\tadresse\tthemes\tobjet\tverifie_le\r\n" + services,
                "faits.conf": """
                [lien_offres]
                valeur = \(fact)
                source = \(fact)
                responsable = équipe
                revoir_le = 2027-06-30
                repli =

                """,
            ]
            for (name, text) in files {
                try text.write(
                    to: folder.appendingPathComponent(name),
                    atomically: false,
                    encoding: .utf8
                )
            }
            return try body(folder)
        }
    }

    private static let alone = ["no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"]

    private func check(_ folder: URL, _ more: String...) throws -> Program.Result {
        try Program.run(
            ["check", "--links", "--templates", folder.path] + more,
            environment: Self.alone
        )
    }

    private static let site = Result {
        try WebServer { _, path in
            switch path {
            case "/bon", "/aussi": .ok
            case "/ancien": .redirect(301, "/bon")
            default: .init("404 Not Found")
            }
        }
    }

    private func row(_ name: String, _ address: String) -> String {
        "\(name)\t\(address)\tmots\tobjet\t\r\n"
    }

    @Test("dead and moved links are named, and --write dates those that answered")
    func write() throws {
        let base = try Self.site.get().base
        let rows = [("A", "/bon"), ("B", "/perdu"), ("C", "/ancien")]
        let services = rows.map { row($0.0, base + $0.1) }.joined()
        try withTemplates(services: services, fact: base + "/aussi") { folder in
            let file = folder.appendingPathComponent("exemples-services.tsv")
            chmod(file.path, 0o640)
            let before = try Data(contentsOf: file)
            let first = try check(folder)
            #expect(first.code == 65)
            #expect(
                first.output.contains(
                    "exemples-services.tsv:3 : B\n    \(base)/perdu\n    page introuvable (404)"
                )
            )
            #expect(first.output.contains("exemples-services.tsv:4 : C\n"))
            #expect(first.output.contains("a déménagé"))
            #expect(!first.output.contains("tsv:2"))
            #expect(
                first.output.contains(
                    "4 liens : 3 répondent, dont 1 à mettre à jour ; 1 ne répond pas"
                )
            )
            #expect(first.errors == "4/4\n")
            #expect(try Data(contentsOf: file) == before)

            let second = try check(folder, "--write")
            #expect(second.code == 65)
            #expect(second.output.contains("exemples-services.tsv, 1 ligne"))
            let after = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let lines = after.components(separatedBy: "\r\n")
            let today = try #require(lines[1].split(separator: "\t").last)
            #expect(today.count == 10)
            #expect(lines[2] == "B\t\(base)/perdu\tmots\tobjet\t")
            // The page has moved: somebody looks at the new one first.
            #expect(lines[3].hasSuffix("\tobjet\t"))
            #expect(
                Array(after.replacingOccurrences(of: "objet\t\(today)", with: "objet\t").utf8)
                    == Array(before)
            )
            var status = stat()
            #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o640)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 4)
            #expect(try check(folder, "--write").output.contains("rien à changer"))
        }
    }

    @Test("all good is 0")
    func good() throws {
        let base = try Self.site.get().base
        try withTemplates(services: row("A", base + "/bon"), fact: base + "/aussi") { folder in
            let result = try check(folder)
            #expect(result.code == 0)
            #expect(result.output == "2 liens : 2 répondent ; 0 ne répond pas comme il faut.\n")
        }
    }

    @Test("where nothing is heard the network is named, not every link, and nothing is written")
    func noWeb() throws {
        let listener = try #require(listeningSocket(port: 0))
        let port = try #require(boundPort(listener))
        close(listener)
        let base = "http://127.0.0.1:\(port)"
        let services = (1...20).map { row("S\($0)", "\(base)/\($0)") }.joined()
        try withTemplates(services: services, fact: base + "/") { folder in
            let file = folder.appendingPathComponent("exemples-services.tsv")
            let before = try Data(contentsOf: file)
            let result = try check(folder, "--write")
            #expect(result.code == 69)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("aucun des 21 liens"))
            #expect(!result.errors.contains("S7"))
            #expect(try Data(contentsOf: file) == before)
        }
    }

    @Test("of a configuration only the folder of templates counts")
    func configuration() throws {
        let base = try Self.site.get().base
        try withTemplates(services: row("A", base + "/bon"), fact: base + "/aussi") { folder in
            let file = folder.appendingPathComponent("g.conf")
            try "[service]\ntemplates = \(folder.path)\n[nonsense]\nx\n"
                .write(to: file, atomically: false, encoding: .utf8)
            let result = try Program.run(
                ["check", "--links", "--config", file.path],
                environment: Self.alone
            )
            #expect(result.code == 0, "\(result.errors)")
        }
    }

    @Test("what cannot be read is said where it is")
    func broken() throws {
        try withTemplates(services: "", fact: "https://a.example/") { folder in
            let file = folder.appendingPathComponent("exemples-startups.tsv")
            try "titre\n".write(to: file, atomically: false, encoding: .utf8)
            let result = try check(folder)
            #expect(result.code == 78)
            #expect(
                result.errors.contains("exemples-startups.tsv:1 : la colonne « adresse » manque")
            )
        }
        #expect(try check(URL(fileURLWithPath: "/nowhere")).code == 78)
    }

    @Test(
        "options that mean nothing together",
        arguments: [
            (["--write"], 64), (["--templates", "x"], 64), (["--links", "--offline"], 64),
            (["--links", "--route", "22"], 64), (["--links", "--ca-file", "/nowhere"], 66),
            (["--links", "--config", "/nowhere.conf"], 78),
        ] as [([String], Int32)]
    )
    func usage(words: [String], code: Int32) throws {
        #expect(try Program.run(["check"] + words).code == code)
    }
}
