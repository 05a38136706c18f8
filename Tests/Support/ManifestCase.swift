package import YAML

/// A recorded run of `manifest generate`, of `../shared/conformance/istio-1.30/manifest`.
package struct ManifestCase {
    package let node: Node

    package static let folder = Repository.root + "/../shared/conformance/istio-1.30/manifest"

    /// The cases of a group; none, with a note, where the recordings are not at hand.
    package static func all(of group: String) throws -> [ManifestCase] {
        guard let bytes = Repository.bytes(of: folder + "/cases.jsonl") else {
            print("note: the recorded manifests are absent, nothing is compared")
            return []
        }
        return try bytes.split(separator: UInt8(ascii: "\n")).map {
            ManifestCase(node: try JSONReader.node(Array($0)))
        }
        .filter { $0.id.hasPrefix("manifest/\(group)/") }
    }

    /// The words after the command's.
    package var arguments: [String] { (node["args"]?.list ?? []).compactMap(\.string) }

    package var id: String { node["id"]?.string ?? "" }

    package func text(_ name: String) -> String? { node[name]?.string }

    /// The documents of a file that the case names.
    package func documents(_ name: String) -> [Node] {
        guard let path = text(name), let bytes = Repository.bytes(of: "\(Self.folder)/\(path)") else {
            return []
        }
        return Self.documents(bytes)
    }

    package static func documents(_ bytes: [UInt8]) -> [Node] {
        YAMLReader.documents(in: Source(name: "recorded", text: bytes)).map(\.root).filter { !$0.isNull }
    }
}

extension Node {
    /// JSON with keys in order and whole numbers as such.
    package var comparable: String { JSONWriter.text(canonical) }

    private var canonical: Node {
        switch content {
        case .map(let entries):
            Node(.map(entries.map { Entry($0.key, $0.value.canonical) }.sorted { $0.key < $1.key }))
        case .list(let items): Node(.list(items.map(\.canonical)))
        case .double(let number): Int64(exactly: number).map { Node(.int($0)) } ?? self
        case .unsigned(let number): Node(.int(Int64(clamping: number)))
        default: Node(content)
        }
    }
}
