import FoundationEssentials

/// The checked-out tree, as text.
enum Tree {
    struct File: Sendable, CustomStringConvertible {
        /// Relative to the package's root.
        let path: String
        let lines: [Substring]

        var description: String { path }
        var isTest: Bool { path.hasPrefix("Tests/") }
        /// Written by the program, for the compiler to read.
        var isGenerated: Bool { lines.prefix(3).contains { $0.hasPrefix("// Written by `make") } }

        /// The folder below `Sources` or `Tests`.
        var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

        /// The modules it imports, with their lines, counted from 1.
        var imports: [(module: String, line: Int)] {
            lines.enumerated().compactMap { index, line in
                var words = line.split(separator: " ")
                while let first = words.first, first != "import" {
                    guard ["@testable", "package", "public", "internal", "private"].contains(first) else {
                        return nil
                    }
                    words.removeFirst()
                }
                guard words.count >= 2 else { return nil }
                // `import struct Module.Type` names the module third.
                let name =
                    ["struct", "class", "enum", "func", "protocol"].contains(words[1]) ? words[2] : words[1]
                return (String(name.split(separator: ".")[0]), index + 1)
            }
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let swiftFiles =
        files(below: "Sources", ending: ".swift") + files(below: "Tests", ending: ".swift")
    static let samples = files(below: "samples", ending: ".yaml")

    static func files(below folder: String, ending: String) -> [File] {
        let base = root.appending(path: folder).path()
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: base) else { return [] }
        return names.sorted().filter { $0.hasSuffix(ending) }.compactMap { name in
            guard let text = try? String(contentsOfFile: base + "/" + name, encoding: .utf8) else {
                return nil
            }
            return File(
                path: "\(folder)/\(name)",
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }
}
