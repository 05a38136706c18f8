import Diagnostics
import YAML

/// One kubeconfig file as it is written: its entries with their places, not yet looked into.
struct KubeconfigFile {
    static let sizeLimit = 16 << 20

    private(set) var clusters: [KubeconfigEntry] = []
    private(set) var users: [KubeconfigEntry] = []
    private(set) var contexts: [KubeconfigEntry] = []
    private(set) var currentContext: String?

    /// Nil when the file does not exist.
    static func read(_ path: String, _ files: any FileAccess) throws(ClusterError) -> KubeconfigFile? {
        guard let root = try root(of: path, files) else { return nil }
        return try KubeconfigFile(path, root)
    }

    /// The tree of a file, a map or null; nil when it does not exist.
    static func root(of path: String, _ files: any FileAccess) throws(ClusterError) -> Node? {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, limit: sizeLimit)
        } catch .missing {
            return nil
        } catch {
            throw .configuration(
                "cannot read kubernetes configuration file \"\(path.escapingControls)\": \(error.reason)")
        }
        let source = Source(name: path, text: bytes)
        // kubectl reads the first document and knows no more than one.
        let documents = YAMLReader.documents(in: source)
        if let problem = documents.flatMap(\.problems).inReadingOrder().first(where: { $0.severity == .error }
        ) {
            throw .configuration(problem.inOneText)
        }
        guard let root = documents.first?.root, !root.isNull else { return .null }
        guard root.map != nil else {
            throw .configuration(
                "\(source.position(root.mark)): a kubernetes configuration is a map, not \(root.kindName)")
        }
        return root
    }

    init(_ path: String, _ root: Node) throws(ClusterError) {
        let top = KubeconfigEntry(name: "", node: root, file: path, section: "")
        if let kind = try top.string("kind"), kind != "Config" {
            throw top.problem("kind", "the kind of a kubernetes configuration is Config, not \"\(kind)\"")
        }
        if let version = try top.string("apiVersion"), version != "v1" {
            throw top.problem("apiVersion", "only version v1 is known, not \"\(version)\"")
        }
        currentContext = try top.string("current-context")
        clusters = try Self.entries(top, "clusters", "cluster")
        users = try Self.entries(top, "users", "user")
        contexts = try Self.entries(top, "contexts", "context")
    }

    private static func entries(_ top: KubeconfigEntry, _ list: String, _ content: String)
        throws(ClusterError) -> [KubeconfigEntry]
    {
        var result: [KubeconfigEntry] = []
        var places: [String: Int] = [:]
        for item in try top.maps(list) {
            let wrapper = KubeconfigEntry(name: "", node: item, file: top.file, section: list)
            let name = try wrapper.string("name") ?? ""
            let entry = KubeconfigEntry(
                name: name, node: try wrapper.child(content), file: top.file, section: content,
                mark: item.mark)
            if let first = places.updateValue(result.count, forKey: name) {
                throw wrapper.problem(
                    "name",
                    "duplicate name \"\(name)\" in \(list); the first is at \(result[first].position)")
            }
            result.append(entry)
        }
        return result
    }
}

extension Diagnostic {
    /// The finding with its place, its notes and its hint, for an error that has room for one text.
    fileprivate var inOneText: String {
        var text = position.map { "\($0): \(message)" } ?? message
        for note in notes { text += "; \(note.message)" + (note.position.map { " (\($0))" } ?? "") }
        return text + (hint.map { "; \($0)" } ?? "")
    }
}
