// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "strop",
  products: [.executable(name: "strop", targets: ["strop"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    .executableTarget(name: "strop", dependencies: ["StropCLI"], swiftSettings: settings),
    .target(
      name: "StropCLI",
      dependencies: ["StropApp", "StropRender", "StropCore", "CLibedit", argumentParser],
      swiftSettings: settings),
    .target(
      name: "StropApp",
      dependencies: [
        "StropStore", "Seeds", "StropCore", "CLibcrypto", "CLinux", subprocess, system,
      ],
      swiftSettings: settings),
    .target(
      name: "StropRender", dependencies: ["StropCore", mustache],
      resources: [.embedInCode("HTML/Templates")], swiftSettings: settings),
    .target(
      name: "StropStore", dependencies: ["StropCore", grdb, sqlite], swiftSettings: settings),
    .target(
      name: "Seeds", dependencies: ["StropCore", yams], path: "seeds",
      resources: [.embedInCode("reading-list.yaml"), .embedInCode("skills")],
      swiftSettings: settings),
    .target(name: "StropCore", swiftSettings: settings),
    // Debian's libcrypto, for SHA-256 and HMAC.
    .systemLibrary(name: "CLibcrypto", providers: [.apt(["libssl-dev"])]),
    // What Swift's Glibc leaves out of the system's own.
    .systemLibrary(name: "CLinux"),
    // Debian's libedit, for lines typed at a prompt.
    .systemLibrary(name: "CLibedit", providers: [.apt(["libedit-dev"])]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "Fuzzing",
      dependencies: ["StropApp", "StropRender", "StropStore", "Seeds", "StropCore"],
      path: "Tests/Fuzzing/Parsers", swiftSettings: settings),
    .testTarget(
      name: "StropCoreTests", dependencies: ["StropCore", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "SeedsTests", dependencies: ["Seeds", "StropCore"], swiftSettings: settings),
    .testTarget(
      name: "StropStoreTests",
      dependencies: ["StropStore", "Seeds", "StropCore", "TestSupport", grdb],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "StropRenderTests", dependencies: ["StropRender", "StropCore"],
      exclude: ["Fixtures", "Golden"], swiftSettings: settings),
    .testTarget(
      name: "StropAppTests",
      dependencies: [
        "StropApp", "StropRender", "StropStore", "Seeds", "StropCore", "TestSupport", "Fuzzing",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "StropCLITests", dependencies: ["StropRender", "StropCore", "TestSupport", "strop"],
      swiftSettings: settings),
  ]
)

// It needs libFuzzer, which scripts/fuzz links.
if Context.environment["STROP_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "strop-fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzzing/Driver",
      swiftSettings: settings))
}
