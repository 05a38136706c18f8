import YAML

/// Which other origins may call from a browser; the policy has the same fields in both APIs of 0.7.1.
enum CrossOrigin {
    static func node(_ policy: Node?, _ work: inout ConversionWork) -> Node {
        var result = Node.emptyMap
        for entry in policy?.map ?? [] where !entry.value.isNull {
            switch entry.key {
            case "allowOrigin":
                let origins = (entry.value.list ?? []).filter { $0.string != "" }
                if !origins.isEmpty { result.set("allowOrigins", Node(origins.map { ["exact": $0] })) }
            case "maxAge": result.set("maxAge", durationNode(entry.value))
            case "allowMethods", "allowHeaders", "exposeHeaders", "allowCredentials":
                result.set(entry.key, entry.value)
            default: break
            }
        }
        return result
    }
}

/// Headers that are added to requests.
enum AppendedHeaders {
    static func node(_ headers: Node?, _ work: inout ConversionWork) -> Node? {
        let entries = (headers?.map ?? []).filter { !$0.value.isNull }
        if entries.isEmpty { return nil }
        let added = entries.map { entry -> Node.Entry in
            let text = entry.value.string ?? ""
            guard text.contains("%") else { return entry }
            work.ledger.changed(entry.value.mark, "percent signs doubled: single ones begin variables today")
            let escaped = text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
            return Node.Entry(entry.key, Node(.string(escaped), at: entry.value.mark))
        }
        return ["request": ["add": Node(added)]]
    }
}
