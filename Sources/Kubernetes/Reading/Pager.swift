package import YAML

/// Reads whole lists, page by page.
package struct Pager: Sendable {
    package struct Page: Sendable {
        /// Each with `apiVersion` and `kind`, which servers leave out of the items of a list.
        package let items: [Node]
        /// From where a watch continues this list.
        package let resourceVersion: String
        /// The list began anew because the server forgot the earlier pages: what came before must be dropped.
        package let isRestart: Bool
    }

    private let cluster: any Cluster
    private let type: ResourceType
    private let namespace: String?
    private let options: ListOptions

    /// A nil namespace lists all of them.
    package init(
        _ cluster: any Cluster, _ type: ResourceType, namespace: String? = nil,
        _ options: ListOptions = ListOptions()
    ) {
        self.cluster = cluster
        self.type = type
        self.namespace = namespace
        self.options = options
    }

    /// All items of all pages.
    package func all() async throws -> [Node] { try await snapshot().items }

    /// All items, and the version from which a watch continues.
    package func snapshot() async throws -> (items: [Node], resourceVersion: String) {
        var items: [Node] = []
        var version = ""
        try await pages { page in
            if page.isRestart { items = [] }
            items += page.items
            version = page.resourceVersion
        }
        return (items, version)
    }

    /// Hands each page to `body` before the next is asked for.
    ///
    /// A token that expired between two pages makes the list begin anew, in one piece.
    package func pages(_ body: (Page) async throws -> Void) async throws {
        var options = options
        var isRestart = false
        while true {
            let answer: Node
            do {
                answer = try await cluster.page(type, namespace: namespace, options)
            } catch ClusterError.status(let status) where status.code == 410 && options.continueToken != nil {
                options = self.options
                options.limit = 0
                options.continueToken = nil
                isRestart = true
                continue
            }
            try await body(page(answer, isRestart: isRestart))
            isRestart = false
            guard let token = answer["metadata"]?["continue"]?.string, !token.isEmpty else { return }
            guard token != options.continueToken else {
                throw ClusterError.malformed(server: "", reason: "the list does not go on")
            }
            options.continueToken = token
        }
    }

    private func page(_ answer: Node, isRestart: Bool) throws -> Page {
        guard let content = answer["items"], let items = content.isNull ? [] : content.list else {
            throw ClusterError.malformed(server: "", reason: "it is no list of \(type.plural)")
        }
        return Page(
            items: items.map(complete),
            resourceVersion: answer["metadata"]?["resourceVersion"]?.string ?? "", isRestart: isRestart)
    }

    private func complete(_ item: Node) -> Node {
        guard item.map != nil, item["kind"] == nil || item["apiVersion"] == nil else { return item }
        var entries = item.map ?? []
        entries.removeAll { $0.key == "kind" || $0.key == "apiVersion" }
        let head = [
            Node.Entry("apiVersion", item["apiVersion"] ?? Node(type.apiVersion)),
            Node.Entry("kind", item["kind"] ?? Node(type.kind)),
        ]
        return Node(.map(head + entries), at: item.mark)
    }
}
