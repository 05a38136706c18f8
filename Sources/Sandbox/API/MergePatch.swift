import YAML

/// RFC 7386: null removes, maps are merged, everything else replaces.
enum MergePatch {
    static func apply(_ patch: Node, to target: Node) -> Node {
        guard let entries = patch.map else { return patch }
        var result = target.map == nil ? Node.emptyMap : target
        for entry in entries {
            if entry.value.isNull {
                result.set(entry.key, nil)
            } else {
                result.set(entry.key, apply(entry.value, to: result[entry.key] ?? .null))
            }
        }
        return result
    }
}
