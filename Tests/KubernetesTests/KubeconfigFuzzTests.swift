import TestSupport
import Testing

@testable import Kubernetes

/// Any bytes in: a configuration, nil or a `ClusterError` out.
@Suite struct KubeconfigFuzzTests {
    /// The generator of Steele, Lea and Flood, so that every run sees the same inputs.
    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test func mutatedFilesNeverTrap() {
        var random = SplitMix(state: 71)
        let seed = Array(KubeconfigTests.two.utf8)
        let tokens = [
            "{", "}", "[", "]", ":", "\n", "- ", "  ", "\"", "&a ", "*a", "<<: ", "!!int ", "\0", "null",
            "0x", "|",
        ]
        for _ in 0..<2000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(place + 9, bytes.count))
                case 2:
                    bytes.insert(
                        contentsOf: Array((tokens.randomElement(using: &random) ?? "").utf8), at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(place + 30, bytes.count)], at: place)
                }
                if bytes.isEmpty { bytes = [0x0A] }
            }
            let files = MemoryFiles()
            try? files.replace("/k", with: bytes)
            var environment = Fixture.environment(["KUBECONFIG": "/k"])
            environment.files = files
            do {
                _ = try ClusterConfiguration.load(KubeconfigOverrides(), in: environment)
            } catch {
                guard case .configuration(let text) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(!text.isEmpty)
            }
        }
    }
}
