// swift-tools-version: 6.2
import PackageDescription

// One line a module, lowest first. A module may import only what its line names: the build runs with
// `--explicit-target-dependency-import-check error`, so the direction drawn in Sources/README.md holds by itself.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func module(
    _ name: String, needs: [String] = [], uses: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: needs.map { .byName(name: $0) } + uses, exclude: [], resources: resources,
        swiftSettings: strict)
}

func tests(_ name: String, needs: [String], uses: [Target.Dependency] = [], exclude: [String] = []) -> Target
{
    .testTarget(
        name: name, dependencies: needs.map { .byName(name: $0) } + uses, exclude: exclude,
        swiftSettings: strict)
}

func product(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package)
}

let argumentParser = product("ArgumentParser", "swift-argument-parser")
let http: [Target.Dependency] = [
    product("AsyncHTTPClient", "async-http-client"), product("NIOCore", "swift-nio"),
    product("NIOHTTP1", "swift-nio"), product("NIOWebSocket", "swift-nio"),
    product("NIOSSL", "swift-nio-ssl"), product("NIOPosix", "swift-nio"),
]
let subprocess = product("Subprocess", "swift-subprocess")
let logging = product("Logging", "swift-log")
let server: [Target.Dependency] = [
    product("Hummingbird", "hummingbird"), product("X509", "swift-certificates"),
    product("Crypto", "swift-crypto"), product("NIOCore", "swift-nio"), product("NIOPosix", "swift-nio"),
    product("NIOSSL", "swift-nio-ssl"),
    product("ServiceLifecycle", "swift-service-lifecycle"), logging,
]

let package = Package(
    name: "istioctl",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "istioctl", targets: ["istioctl"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2"), .linkedLibrary("stdc++")]),
        .target(name: "CProcess"),
        .target(name: "CCharts", exclude: ["charts"]),
        module("Diagnostics"),
        module("YAML", needs: ["Diagnostics", "CLibYAML"]),
        module("Schema", needs: ["YAML", "Diagnostics"]),
        module(
            "Template", needs: ["Schema", "YAML", "Diagnostics", "CRE2"],
            uses: [
                product("Crypto", "swift-crypto"), product("CryptoExtras", "swift-crypto"),
                product("X509", "swift-certificates"),
            ]),
        module("Chart", needs: ["Template", "YAML", "Diagnostics", "CZlib"]),
        module("Kubernetes", needs: ["Schema", "YAML", "Diagnostics"], uses: http + [subprocess, logging]),
        module("IstioAPI", needs: ["Schema", "YAML", "Diagnostics"]),
        module("Validation", needs: ["IstioAPI", "Schema", "YAML", "Diagnostics", "CRE2"]),
        module(
            "Analysis", needs: ["Validation", "IstioAPI", "Schema", "YAML", "Diagnostics"],
            uses: [product("X509", "swift-certificates")]),
        module(
            "Injection",
            needs: ["Template", "Validation", "IstioAPI", "Kubernetes", "Schema", "YAML", "Diagnostics"],
            uses: [product("Crypto", "swift-crypto")]),
        module(
            "Installation",
            needs: [
                "Injection", "IstioAPI", "Kubernetes", "Chart", "Schema", "YAML", "Diagnostics", "CCharts",
            ]),
        module("Serving", uses: server),
        module("Conversion", needs: ["Validation", "IstioAPI", "Schema", "YAML", "Diagnostics"]),
        module(
            "Sandbox",
            needs: [
                "Serving", "Validation", "IstioAPI", "Kubernetes", "Schema", "YAML", "Diagnostics", "CSQLite",
                "CZlib", "CProcess",
            ],
            uses: server),
        module(
            "Commands",
            needs: [
                "Conversion", "Analysis", "Sandbox", "Serving", "Installation", "Injection", "Validation",
                "IstioAPI", "Kubernetes", "Chart", "Template", "Schema", "YAML", "Diagnostics",
            ],
            uses: [argumentParser]),
        .executableTarget(name: "istioctl", dependencies: ["Commands"], swiftSettings: strict),
        tests(
            "CommandsTests",
            needs: [
                "Commands", "Analysis", "Sandbox", "Serving", "Injection", "Installation", "Validation",
                "IstioAPI", "Kubernetes", "Chart", "Schema", "YAML", "Diagnostics", "TestSupport",
            ], exclude: ["Completion/shell_completion.py"]),
        .target(
            name: "TestSupport", dependencies: ["Kubernetes", "YAML", "Diagnostics"], path: "Tests/Support",
            swiftSettings: strict),
        tests(
            "AnalysisTests",
            needs: ["Analysis", "Validation", "IstioAPI", "Schema", "YAML", "Diagnostics", "TestSupport"]),
        tests("DiagnosticsTests", needs: ["YAML", "Diagnostics"]),
        tests(
            "KubernetesTests", needs: ["Kubernetes", "Schema", "YAML", "Diagnostics", "TestSupport"],
            uses: http),
        tests(
            "ConversionTests",
            needs: ["Conversion", "Validation", "IstioAPI", "Schema", "YAML", "Diagnostics", "TestSupport"]),
        tests("IstioAPITests", needs: ["IstioAPI", "Schema", "YAML", "Diagnostics"]),
        tests("SchemaTests", needs: ["Schema", "YAML", "Diagnostics", "TestSupport"]),
        tests("YAMLTests", needs: ["YAML", "Diagnostics", "TestSupport"]),
        tests("TemplateTests", needs: ["Template", "YAML", "Diagnostics", "TestSupport"]),
        tests("ChartTests", needs: ["Chart", "Template", "YAML", "Diagnostics", "TestSupport"]),
        tests(
            "InjectionTests", needs: ["Injection", "Kubernetes", "YAML", "Diagnostics", "TestSupport"]),
        tests(
            "InstallationTests",
            needs: ["Installation", "Kubernetes", "Chart", "Schema", "YAML", "TestSupport"]),
        tests("ServingTests", needs: ["Serving", "Kubernetes"], uses: server),
        tests("TidyTests", needs: []),
        tests(
            "ValidationTests",
            needs: ["Validation", "IstioAPI", "Schema", "YAML", "Diagnostics", "TestSupport"]),
        tests(
            "SandboxTests",
            needs: [
                "Sandbox", "Serving", "Injection", "Validation", "IstioAPI", "Kubernetes", "Schema", "YAML",
                "Diagnostics",
            ],
            uses: server, exclude: ["Strangers/python_client.py", "Streams/python_streams.py"]),
    ],
    cxxLanguageStandard: .cxx17
)

// `ONLY_TESTS=SandboxTests swift test` builds no other tests, which saves minutes while working on one module.
if let wanted = Context.environment["ONLY_TESTS"]?.split(separator: ",") {
    package.targets.removeAll { $0.type == .test && !wanted.contains($0.name[...]) }
}
