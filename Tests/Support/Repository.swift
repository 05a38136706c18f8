import FoundationEssentials

/// The files of this repository, and of what lies beside it.
package enum Repository {
    package static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    package static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { Array($0) }
    }

    /// The recorded cases that differ on purpose, with their reasons.
    package static func differences(from release: String) -> Differences {
        let path = root + "/Tests/Conformance/differences-\(release).tsv"
        let lines = String(decoding: bytes(of: path) ?? [], as: UTF8.self).split(separator: "\n")
        return Differences(
            lines.filter { !$0.hasPrefix("#") }.map { line in
                let parts = line.split(separator: "\t", maxSplits: 1)
                return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
            })
    }
}

/// Reasons by the names of cases; a name may end in `*`.
package struct Differences {
    private var reasons: [String: String] = [:]
    private var patterns: [(prefix: Substring, reason: String)] = []

    init(_ lines: [(String, String)]) {
        for (name, reason) in lines {
            if name.hasSuffix("*") {
                patterns.append((name.dropLast(), reason))
            } else {
                reasons[name] = reason
            }
        }
    }

    package subscript(name: String) -> String? {
        reasons[name] ?? patterns.first { name.hasPrefix($0.prefix) }?.reason
    }

    package var names: [String] { Array(reasons.keys) }
}
