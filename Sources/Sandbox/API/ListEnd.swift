import YAML

/// What is known when a page of a list has been read.
struct ListEnd: Sendable {
    /// The state of the store that the list shows.
    var revision: Int64
    /// Where the next page begins; nil when this was the last.
    var next: ContinueToken?

    /// The metadata of the list (ListMeta of meta.k8s.io/v1).
    var metadata: Node {
        var metadata: Node = ["resourceVersion": Node(String(revision))]
        guard let next else { return metadata }
        metadata.set("continue", Node(next.text))
        if let remaining = next.remaining { metadata.set("remainingItemCount", Node(remaining)) }
        return metadata
    }
}
