import Filing
import Foundation
import Glibc
import Testing

@testable import guichet

@Suite("The owner of a store") struct StoreOwnerTests {
    private static let service = StoreOwner(user: 990, group: 980)

    @Test(
        "root becomes the owner of another's store, and nobody else becomes anybody",
        arguments: [
            (0, service, service), (0, StoreOwner(user: 0, group: 0), nil), (0, nil, nil),
            (990, service, nil), (1_000, service, nil),
        ] as [(uid_t, StoreOwner?, StoreOwner?)]
    )
    func decision(user: uid_t, owner: StoreOwner?, expected: StoreOwner?) {
        #expect(StoreOwner.toBecome(effectiveUser: user, owner: owner) == expected)
    }

    @Test(
        "a service started by root leaves no file of root's in it",
        .enabled(if: geteuid() == 0, "only root can give a folder away")
    )
    func run() throws {
        try Checkout.withFolder { folder in
            let configuration = try StatusCommandTests.configure(folder)
            // What the service itself must be able to read.
            for name in ["rules", "templates"] {
                try FileManager.default.copyItem(
                    at: Checkout.root.appendingPathComponent(name),
                    to: folder.appendingPathComponent(name)
                )
            }
            let text = try String(contentsOf: configuration, encoding: .utf8)
                .replacingOccurrences(of: Checkout.root.path + "/", with: "")
                .replacingOccurrences(of: "password_file = /nowhere/secret", with: "password = x")
            try Data(text.utf8).write(to: configuration)
            let data = folder.appendingPathComponent("data")
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: false)
            let nobody: uid_t = 65_534
            #expect(chown(data.path, nobody, nobody) == 0)
            let result = try Program.run(["run", "--once", "--config", configuration.path])
            #expect(result.code == 69, "\(result.errors)")
            #expect(result.errors.contains("working as user 65534, who owns the store"))
            let names = try FileManager.default.subpathsOfDirectory(atPath: data.path)
            #expect(names.contains("status.json"))
            for name in names {
                let owner = StoreOwnerTests.owner(of: data.appendingPathComponent(name))
                #expect(owner == nobody, "\(name)")
            }
            let status = try Program.run(["status", "--config", configuration.path])
            #expect(status.code == 2, "\(status.output)")
        }
    }

    private static func owner(of file: URL) -> uid_t? {
        var status = stat()
        return stat(file.path, &status) == 0 ? status.st_uid : nil
    }
}

@Suite("How a command ends over its store") struct StoreExitTests {
    @Test("a service that finds its store in use is started again by its manager")
    func locked() {
        // The unit names the codes after which there is no other try: 64, 65, 77 and 78.
        #expect(JournalError(path: "a", problem: .locked(pid: 1)).exitCode == .tryAgain)
        #expect(JournalError(path: "a", problem: .unreadableKind).exitCode == .badConfiguration)
    }
}
