import YAML

/// What `kubectl apply` sends for the core kinds: a merge patch that merges some lists by a key of their
/// items.
enum StrategicMergePatch {
    /// Lists whose items have a key, by the name of the list.
    private static let keys: [String: [String]] = [
        "ports": ["port", "containerPort"], "containers": ["name"], "initContainers": ["name"],
        "env": ["name"], "volumes": ["name"], "volumeMounts": ["mountPath"], "imagePullSecrets": ["name"],
        "secrets": ["name"], "conditions": ["type"], "ownerReferences": ["uid"],
    ]

    static func apply(_ patch: Node, to target: Node) -> Node {
        guard let entries = patch.map else { return patch }
        if patch["$patch"]?.string == "replace" { return patch.setting("$patch", nil) }
        var result = target.map == nil ? Node.emptyMap : target
        for entry in entries where !entry.key.hasPrefix("$") {
            if entry.value.isNull {
                result.set(entry.key, nil)
            } else if let items = entry.value.list {
                result.set(entry.key, merged(items, into: result[entry.key]?.list ?? [], named: entry.key))
            } else {
                result.set(entry.key, apply(entry.value, to: result[entry.key] ?? .null))
            }
        }
        for entry in entries { reorder(&result, by: entry) }
        retain(&result, patch["$retainKeys"]?.list)
        return result
    }

    private static func merged(_ patch: [Node], into target: [Node], named list: String) -> Node {
        guard let key = keys[list]?.first(where: { key in patch.contains { $0[key] != nil } }) else {
            return Node(list == "finalizers" ? target + patch.filter { !target.contains($0) } : patch)
        }
        if patch.contains(where: { $0["$patch"]?.string == "replace" }) {
            return Node(patch.filter { $0["$patch"] == nil })
        }
        var result = target
        for item in patch {
            let index = result.firstIndex { $0[key] == item[key] }
            if item["$patch"]?.string == "delete" {
                if let index { result.remove(at: index) }
            } else if let index {
                result[index] = apply(item, to: result[index])
            } else {
                result.append(item)
            }
        }
        return Node(result)
    }

    /// `$setElementOrder/LIST` names the items in their wanted order; those it does not name stay behind
    /// them.
    private static func reorder(_ result: inout Node, by entry: Node.Entry) {
        let prefix = "$setElementOrder/"
        guard entry.key.hasPrefix(prefix), let order = entry.value.list else { return }
        let list = String(entry.key.dropFirst(prefix.count))
        guard let items = result[list]?.list else { return }
        let key = keys[list]?.first { key in order.contains { $0[key] != nil } }
        func place(_ item: Node) -> Int {
            order.firstIndex { wanted in key.map { wanted[$0] == item[$0] } ?? (wanted == item) }
                ?? order.count
        }
        let sorted = items.enumerated().sorted { a, b in
            (place(a.element), a.offset) < (place(b.element), b.offset)
        }
        result.set(list, Node(sorted.map(\.element)))
    }

    private static func retain(_ result: inout Node, _ names: [Node]?) {
        guard let names = names?.compactMap(\.string), let entries = result.map else { return }
        result = Node(entries.filter { names.contains($0.key) })
    }
}
