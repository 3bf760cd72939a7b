// swift-tools-version: 6.2
import PackageDescription

/// Strict from the first line: every target builds with the same language rules.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    // Interfaces of other people's libraries may be deprecated without breaking our build.
    .treatWarning("DeprecatedDeclaration", as: .warning),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")

/// What every room of the site may use; never another room.
let room: [Target.Dependency] = [
    "Site", "PageKit", "HTTPBase", hummingbird, "Domain", "Matching", "Actions", "Store", "Postgres", logging,
]

let rooms: [Target.Dependency] = ["Cases", "Places", "Accounts", "LearningNetwork", "Scheme"]

let package = Package(
    name: "doorwijzer",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "doorwijzer", targets: ["doorwijzer"]),
        .executable(name: "doorwijzer-bench", targets: ["doorwijzer-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ",
            path: "Sources/CLibPQ",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]
        ),
        .systemLibrary(
            name: "CQREncode",
            path: "Sources/CQREncode",
            pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]
        ),
        .target(name: "QRCode", dependencies: ["CQREncode"], swiftSettings: strict),
        .target(
            name: "Postgres",
            dependencies: ["CLibPQ", logging, metrics, lifecycle, subprocess],
            swiftSettings: strict
        ),
        .target(name: "Domain", swiftSettings: strict),
        .target(name: "Matching", dependencies: ["Domain"], swiftSettings: strict),
        .target(
            name: "Schema",
            path: "Schema",
            resources: [.copy("Migrations"), .copy("structure.sql")],
            swiftSettings: strict
        ),
        .target(
            name: "Seeds",
            path: "Seeds",
            resources: [.copy("Reference"), .copy("Demo")],
            swiftSettings: strict
        ),
        .target(name: "Store", dependencies: ["Domain", "Postgres", logging], swiftSettings: strict),
        .target(
            name: "Mail",
            dependencies: ["Domain", mustache, subprocess, nioCore, nioPosix, nioSSL],
            resources: [.copy("Resources/Mails")],
            swiftSettings: strict
        ),
        .target(
            name: "Actions",
            dependencies: ["Domain", "Matching", "Store", "Mail", crypto, cryptoExtras, lifecycle, logging],
            swiftSettings: strict
        ),
        .target(
            name: "PageKit",
            dependencies: ["Domain", "Matching", mustache],
            resources: [.copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "HTTPBase",
            dependencies: [hummingbird, "Domain", "Store", crypto, cryptoExtras, httpClient, logging],
            swiftSettings: strict
        ),
        .target(
            name: "Site",
            dependencies: [
                "HTTPBase", hummingbird, "PageKit", "Domain", "Matching", "Actions", "Store", "Postgres", logging,
            ],
            path: "Sources/Web/Site",
            resources: [.copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "Cases",
            dependencies: room,
            path: "Sources/Web/Cases",
            resources: [.copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "Places",
            dependencies: room,
            path: "Sources/Web/Places",
            resources: [.copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "Accounts",
            dependencies: room + ["QRCode"],
            path: "Sources/Web/Accounts",
            resources: [.copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "LearningNetwork",
            dependencies: room,
            path: "Sources/Web/LearningNetwork",
            resources: [.copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "Scheme",
            dependencies: room,
            path: "Sources/Web/Scheme",
            resources: [.copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "Web",
            dependencies: room + rooms,
            path: "Sources/Web/Application",
            resources: [.copy("Resources/Public"), .copy("Resources/Templates")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "doorwijzer",
            dependencies: [
                "Postgres", "Domain", "Matching", "Schema", "Seeds", "Store", "Mail", "Actions", "PageKit", "HTTPBase",
                "Site", "Web", hummingbird, arguments, lifecycle, unixSignals, logging,
            ],
            resources: [.copy("Service")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "doorwijzer-bench",
            dependencies: [
                "Matching", "Domain", "Store", "HTTPBase", "Postgres", "Schema", "Seeds", "Actions", "Site", "Web",
                hummingbird,
                httpClient, arguments, logging,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                "Domain", "Matching", "Postgres", "Schema", "Seeds", "Store", "Mail", "Actions", "PageKit", "HTTPBase",
                "Site", "Web",
                hummingbird, hummingbirdTesting, httpClient, subprocess, customDump, logging,
            ],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: strict),
        .testTarget(name: "MatchingTests", dependencies: ["Matching", "Domain", "Seeds"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "Schema", "TestSupport", "Domain", "Postgres", subprocess],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ActionsTests",
            dependencies: ["Actions", "Domain", "QRCode", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailTests",
            dependencies: ["Mail", "Domain", nioCore, nioPosix, nioSSL],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PagesTests",
            dependencies: rooms + ["Site", "Web", "PageKit", "Domain", "TestSupport", mustache],
            exclude: ["Snapshots"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebTests",
            dependencies: rooms + [
                "Site", "Web", "HTTPBase", "Domain", "Matching", "Mail", "Actions", "Store", "Postgres", "TestSupport",
                hummingbird, hummingbirdTesting, crypto,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DoorwijzerTests",
            dependencies: ["doorwijzer", "Actions", "Domain", "Postgres", "Store", "TestSupport", arguments, logging],
            swiftSettings: strict
        ),
        .testTarget(
            name: "BrowserTests",
            dependencies: ["TestSupport", "Domain", "Actions", "Postgres", hummingbird],
            swiftSettings: strict
        ),
    ]
)
