// swift-tools-version: 6.0
import PackageDescription

// The rooms, bottom up: a target imports only targets above it (see README, "How the parts fit").
/// Rules, place names, templates and words are read whole at every start: unoptimised that takes seconds,
/// and the tests start the program hundreds of times.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "guichet",
    products: [.executable(name: "guichet", targets: ["guichet"])],
    targets: [
        .systemLibrary(
            name: "CCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]
        ),
        // A header alone: the processor's instructions for SHA-256.
        .systemLibrary(name: "CSHA256"),
        .target(name: "Hashing", dependencies: ["CSHA256"]),
        .target(name: "JSONLines"),
        .target(name: "Mail", dependencies: ["Hashing"]),
        .target(name: "French", swiftSettings: optimised),
        .target(name: "Rules", dependencies: ["Hashing", "French"], swiftSettings: optimised),
        .target(
            name: "Territory",
            dependencies: ["French"],
            resources: [.copy("Data")],
            swiftSettings: optimised
        ),
        .target(name: "Templates", swiftSettings: optimised),
        .target(
            name: "Intake",
            dependencies: ["Mail", "French", "Rules", "Territory"],
            exclude: ["Data/README.md"],
            resources: [.embedInCode("Data/functions.tsv"), .embedInCode("Data/organisations.tsv")]
        ),
        .target(name: "Casework", dependencies: ["Hashing", "Mail", "French", "Intake"]),
        .target(
            name: "Correspondence",
            dependencies: ["Mail", "French", "Territory", "Templates", "Intake", "Casework"]
        ),
        .target(
            name: "Filing",
            dependencies: ["Hashing", "JSONLines", "Mail", "Intake", "Casework"]
        ),
        .target(name: "Transport", dependencies: ["CCurl", "Mail"]),
        .target(
            name: "Desk",
            dependencies: [
                "Hashing", "JSONLines", "Mail", "French", "Rules", "Territory", "Templates",
                "Intake",
                "Casework", "Correspondence", "Filing", "Transport",
            ]
        ),
        .target(
            name: "Workbench",
            dependencies: ["Rules", "Intake", "Templates", "Correspondence", "Filing"]
        ),
        .target(name: "Sandbox", dependencies: ["Mail"]),
        .executableTarget(
            name: "guichet",
            dependencies: [
                "JSONLines", "Mail", "French", "Rules", "Territory", "Templates", "Intake",
                "Casework",
                "Correspondence", "Filing", "Transport", "Desk", "Workbench", "Sandbox",
            ],
            resources: [
                .copy("Demo/Mails"), .embedInCode("Letters/letters.html.mustache"),
                .embedInCode("Letters/letter.html.mustache"), .embedInCode("Letters/letters.css"),
            ]
        ),
        .testTarget(name: "HashingTests", dependencies: ["Hashing"]),
        .testTarget(name: "JSONLinesTests", dependencies: ["JSONLines"]),
        .testTarget(
            name: "MailTests",
            dependencies: ["Hashing", "Mail"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "FrenchTests", dependencies: ["French"], exclude: ["Fixtures"]),
        .testTarget(name: "RulesTests", dependencies: ["Rules", "French"]),
        .testTarget(name: "TerritoryTests", dependencies: ["Territory"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates"]),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Intake", "Mail", "Rules", "Territory"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "Mail", "Intake"]),
        .testTarget(
            name: "CorrespondenceTests",
            dependencies: [
                "Correspondence", "Casework", "French", "Intake", "Mail", "Templates", "Territory",
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "FilingTests",
            dependencies: ["Filing", "Casework", "JSONLines", "Hashing", "Mail", "Intake"]
        ),
        .target(name: "ServerSupport", path: "Tests/ServerSupport"),
        .testTarget(
            name: "TransportTests",
            dependencies: ["Transport", "Mail", "Sandbox", "ServerSupport"]
        ),
        .testTarget(
            name: "SandboxTests",
            dependencies: ["Sandbox", "Mail", "Transport", "ServerSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "JSONLines", "Mail", "Rules", "Territory", "Intake", "Casework", "Correspondence",
                "Filing", "Transport", "Desk", "Sandbox", "ServerSupport",
            ]
        ),
        .testTarget(
            name: "guichetTests",
            dependencies: [
                "guichet", "JSONLines", "Mail", "Intake", "Casework", "Correspondence",
                "Filing", "Transport", "Desk", "Sandbox", "ServerSupport",
            ],
            exclude: ["Fixtures"]
        ),
    ]
)

// Built by Benchmarks/run alone.
if Context.environment["GUICHET_BENCHMARKS"] != nil {
    package.targets += [
        .executableTarget(
            name: "ParseBenchmark",
            dependencies: ["Mail"],
            path: "Benchmarks/parse/Guichet"
        ),
        .executableTarget(
            name: "ClassifyBenchmark",
            dependencies: ["Mail", "French", "Rules", "Territory", "Intake"],
            path: "Benchmarks/classify/Guichet"
        ),
        .executableTarget(
            name: "TerritoryBenchmark",
            dependencies: ["Mail", "Rules", "Territory", "Intake"],
            path: "Benchmarks/territory/Guichet"
        ),
    ]
}
