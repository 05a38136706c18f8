import Kubernetes
import YAML

/// Addresses of pods, 127.128.0.1 to 127.255.255.254: every pod can have its real ports on this machine.
enum PodAddresses {
    private static let last = 128 * 65_536 - 2

    /// The lowest that no other pod has.
    static func free(_ client: LocalClient) throws -> String? {
        let used = Set(
            try client.list(.pods).filter { $0.phase != "Succeeded" && $0.phase != "Failed" }
                .compactMap { $0[["status", "podIP"]]?.string })
        return (1...last).lazy.map(text).first { !used.contains($0) }
    }

    private static func text(_ number: Int) -> String {
        "127.\(128 + number / 65_536).\(number / 256 % 256).\(number % 256)"
    }
}
