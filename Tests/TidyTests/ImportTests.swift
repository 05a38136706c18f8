import Testing

/// The direction of the modules and who may use what, as drawn in Sources/README.md.
@Suite struct ImportTests {
    /// Lowest first; a module imports only what stands before it.
    static let order = [
        "Diagnostics", "YAML", "Schema", "Template", "Chart", "Kubernetes", "IstioAPI", "Validation",
        "Analysis",
        "Conversion", "Injection", "Installation", "Serving", "Sandbox",
        "Commands", "istioctl",
    ]

    /// Libraries, and the modules that alone may import them.
    static let owners: [String: Set<String>] = [
        "ArgumentParser": ["Commands"],
        "CLibYAML": ["YAML"],
        "CSQLite": ["Sandbox"], "CZlib": ["Chart", "Sandbox"], "CProcess": ["Sandbox"],
        "CCharts": ["Installation"], "CRE2": ["Template", "Validation"],
        "AsyncHTTPClient": ["Kubernetes"],
        "Subprocess": ["Kubernetes"],
        "NIOCore": ["Kubernetes", "Serving", "Sandbox"],
        "NIOPosix": ["Kubernetes", "Sandbox"],
        "NIOSSL": ["Kubernetes", "Serving"],
        "NIOHTTP1": ["Kubernetes", "Sandbox"],
        "NIOWebSocket": ["Kubernetes"],
        "Hummingbird": ["Serving", "Sandbox"],
        "X509": ["Analysis", "Serving", "Template"],
        "Crypto": ["Injection", "Serving", "Sandbox", "Template"],
        "FoundationEssentials": ["Analysis", "Kubernetes", "Serving", "Sandbox", "Commands"],
    ]

    @Test func modulesLookDownwardsOnly() {
        for file in Tree.swiftFiles where !file.isTest {
            guard let own = Self.order.firstIndex(of: file.module) else {
                Issue.record("\(file): module \(file.module) is not in ImportTests.order")
                continue
            }
            for (module, line) in file.imports {
                if let other = Self.order.firstIndex(of: module) {
                    #expect(other < own, "\(file):\(line): \(file.module) must not import \(module)")
                }
            }
        }
    }

    @Test func librariesStayWithTheirOwners() {
        for file in Tree.swiftFiles where !file.isTest {
            for (module, line) in file.imports {
                if let owners = Self.owners[module] {
                    #expect(
                        owners.contains(file.module),
                        "\(file):\(line): only \(owners.sorted()) import \(module)")
                }
            }
        }
    }

    /// One use of full Foundation adds 40 MB of ICU to the binary.
    @Test func nobodyImportsFoundation() {
        for file in Tree.swiftFiles {
            for (module, line) in file.imports {
                #expect(module != "Foundation", "\(file):\(line): import FoundationEssentials instead")
            }
        }
    }
}
