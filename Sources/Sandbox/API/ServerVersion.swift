import FoundationEssentials
import YAML

/// What `/version` says: the Kubernetes whose ways the sandbox has, and this program.
enum ServerVersion {
    static let node: Node = [
        "major": "1", "minor": "32", "gitVersion": "v1.32.0+istioctl-sandbox", "gitCommit": "",
        "gitTreeState": "clean", "buildDate": Node(built), "goVersion": "none", "compiler": "swiftc",
        "platform": "\(system)/\(architecture)",
    ]

    /// When the program was written to its file, since nothing else says when it was built.
    private static var built: String {
        let path = CommandLine.arguments.first ?? ""
        for path in ["/proc/self/exe", path] {
            let file = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? path
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            guard let date = attributes?[.modificationDate] as? Date else { continue }
            return Timestamp.text(Int64(date.timeIntervalSince1970))
        }
        return Timestamp.text(0)
    }

    private static var system: String {
        #if os(Linux)
            "linux"
        #else
            "darwin"
        #endif
    }

    private static var architecture: String {
        #if arch(arm64)
            "arm64"
        #else
            "amd64"
        #endif
    }
}
