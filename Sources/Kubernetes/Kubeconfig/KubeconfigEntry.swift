package import Diagnostics
package import YAML

/// A cluster, user or context of a kubeconfig, and the file that gave it: a typed view that names places in
/// errors.
package struct KubeconfigEntry: Sendable {
    package let name: String
    package let node: Node
    /// The path of the file; relative paths in the entry start at its folder.
    package let file: String
    /// `cluster`, `user` or `context`.
    package let section: String
    private let mark: Mark

    init(name: String, node: Node, file: String, section: String, mark: Mark? = nil) {
        self.name = name
        self.node = node
        self.file = file
        self.section = section
        self.mark = mark ?? node.mark
    }

    package var position: Position { Position(file: file, mark: mark) }

    /// An error about a key, at its place.
    func problem(_ key: String, _ text: String) -> ClusterError {
        let position = Position(file: file, mark: node.keyMark(key))
        let owner = name.isEmpty ? "" : "\(section) \"\(name.escapingControls)\": "
        return .configuration("\(position): \(owner)\(text.escapingControls)")
    }

    private func value<T>(_ key: String, _ wanted: String, _ read: (Node) -> T?) throws(ClusterError) -> T? {
        guard let node = node[key], !node.isNull else { return nil }
        guard let value = read(node) else {
            let isScalar = node.list == nil && node.map == nil
            let hint = wanted == "a string" && isScalar ? "; put it in quotes" : ""
            throw problem(key, "\(key) must be \(wanted), not \(node.kindName)\(hint)")
        }
        return value
    }

    /// Nil when the key is absent, null or empty, which all mean "not set".
    func string(_ key: String) throws(ClusterError) -> String? {
        let text = try value(key, "a string") { $0.string }
        return text?.isEmpty == false ? text : nil
    }

    func bool(_ key: String) throws(ClusterError) -> Bool {
        try value(key, "true or false") { $0.bool } ?? false
    }

    func strings(_ key: String) throws(ClusterError) -> [String] {
        try value(key, "a list of strings") { node in
            guard let items = node.list else { return nil }
            let texts = items.compactMap(\.string)
            return texts.count == items.count ? texts : nil
        } ?? []
    }

    /// A map of lists of strings, as `as-user-extra` is.
    func stringLists(_ key: String) throws(ClusterError) -> [String: [String]] {
        try value(key, "a map of lists of strings") { node in
            guard let entries = node.map else { return nil }
            var result: [String: [String]] = [:]
            for entry in entries {
                guard let items = entry.value.list else { return nil }
                let texts = items.compactMap(\.string)
                guard texts.count == items.count else { return nil }
                result[entry.key] = texts
            }
            return result
        } ?? [:]
    }

    func maps(_ key: String) throws(ClusterError) -> [Node] {
        try value(key, "a list of maps") { node in
            guard let items = node.list, items.allSatisfy({ $0.map != nil }) else { return nil }
            return items
        } ?? []
    }

    /// The map under a key; an empty one when the key is absent.
    func child(_ key: String) throws(ClusterError) -> Node {
        let found = try value(key, "a map") { value -> Node? in
            if value.map == nil { return nil }
            return value
        }
        return found ?? Node(.map([]), at: node.mark)
    }

    /// A path, resolved against the folder of the entry's file.
    func path(_ key: String) throws(ClusterError) -> String? {
        try string(key).map { Path.resolve($0, in: Path.directory(of: file)) }
    }

    /// Base64 bytes of `key`.
    func data(_ key: String) throws(ClusterError) -> [UInt8]? {
        guard let text = try string(key) else { return nil }
        guard let bytes = Base64.decode(text) else { throw problem(key, "\(key) is not valid base64") }
        return bytes.isEmpty ? nil : bytes
    }

    /// The bytes of `KEY-data`, or of the file that `KEY` names.
    func material(_ key: String, _ files: any FileAccess) throws(ClusterError) -> [UInt8]? {
        let inline = try data("\(key)-data")
        guard let path = try path(key) else { return inline }
        guard inline == nil else {
            throw problem(key, "\(key) and \(key)-data are both given; keep one of them")
        }
        return try contents(path, of: key, files)
    }

    /// The bytes of a file that `key` named.
    func contents(_ path: String, of key: String, _ files: any FileAccess) throws(ClusterError) -> [UInt8] {
        do {
            return try files.read(path, limit: KubeconfigFile.sizeLimit)
        } catch {
            throw problem(key, "unable to read \(key) \(path): \(error.reason)")
        }
    }
}

extension String? {
    /// The value of a flag, or without one what an entry says.
    func or(_ key: String, of entry: KubeconfigEntry?) throws(ClusterError) -> String? {
        if let flag = nonEmpty { return flag }
        return try entry?.string(key)
    }
}
