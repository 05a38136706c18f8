import IstioAPI
import Schema
import Validation
import YAML

/// A CustomResourceDefinition on its way into the store: what is wrong with it, and what the server adds.
enum CustomDefinition {
    /// Whether objects of a kind are definitions.
    static func isOne(_ kind: Kind) -> Bool {
        kind.group == "apiextensions.k8s.io" && kind.plural == "customresourcedefinitions"
    }

    /// Fills in what may be left out: names, the storage version among the stored ones, and the conditions
    /// that clients wait for. The sandbox serves a definition as soon as it is stored.
    static func complete(_ node: inout Node, old: Node?) {
        let spec = node["spec"]
        let kind = spec?["names"]?["kind"]?.string ?? ""
        if spec?["names"]?["singular"] == nil {
            node.set(path: ["spec", "names", "singular"], Node(kind.lowercased()))
        }
        if spec?["names"]?["listKind"] == nil {
            node.set(path: ["spec", "names", "listKind"], Node(kind + "List"))
        }
        if spec?["conversion"] == nil { node.set(path: ["spec", "conversion"], ["strategy": "None"]) }
        if spec?["conversion"]?["strategy"]?.string == "Webhook" {
            ResponseWarnings.add(
                "the sandbox calls no conversion webhooks: objects are served in each version as they are stored"
            )
        }
        let storage = (spec?["versions"]?.list ?? []).first { $0["storage"]?.bool == true }?["name"]
        var stored = old?["status"]?["storedVersions"]?.list ?? []
        if let storage, !stored.contains(storage) { stored.append(storage) }
        let since =
            old?["status"]?["conditions"]?.list?.first?["lastTransitionTime"]
            ?? Node(Timestamp.text(Timestamp.now()))
        node.set(
            "status",
            [
                "acceptedNames": node["spec"]?["names"] ?? .emptyMap,
                "conditions": [
                    condition("NamesAccepted", "NoConflicts", "no conflicts found", since),
                    condition(
                        "Established", "InitialNamesAccepted", "the initial names have been accepted", since),
                ],
                "storedVersions": Node(stored),
            ])
        // Istio's own kinds are checked by the same rules in other words.
        guard
            Catalog.kind(
                group: spec?["group"]?.string ?? "", name: spec?[["names", "kind"]]?.string ?? "") == nil
        else { return }
        for version in spec?["versions"]?.list ?? [] where hasRules(version["schema"] ?? .null) {
            ResponseWarnings.add(
                "version \(version["name"]?.string ?? ""): the sandbox does not evaluate x-kubernetes-validations"
            )
        }
    }

    private static func condition(_ type: String, _ reason: String, _ message: String, _ since: Node) -> Node
    {
        [
            "lastTransitionTime": since, "message": Node(message), "reason": Node(reason), "status": "True",
            "type": Node(type),
        ]
    }

    private static func hasRules(_ schema: Node) -> Bool {
        switch schema.content {
        case .map(let entries):
            entries.contains { $0.key == "x-kubernetes-validations" || hasRules($0.value) }
        case .list(let values): values.contains(where: hasRules)
        default: false
        }
    }

    /// What Kubernetes refuses in a definition.
    static func causes(_ node: Node) -> [APIFailure.Cause] {
        let spec = node["spec"] ?? .emptyMap
        let group = spec["group"]?.string ?? ""
        let plural = spec["names"]?["plural"]?.string ?? ""
        var causes: [APIFailure.Cause] = []
        func require(
            _ holds: Bool, _ field: String, _ message: String, _ reason: String = "FieldValueInvalid"
        ) {
            if !holds { causes.append(.init(reason: reason, message: message, field: field)) }
        }
        func requireText(_ path: [String]) {
            let text = spec[path]?.string ?? ""
            require(
                !text.isEmpty, (["spec"] + path).joined(separator: "."), "Required value",
                "FieldValueRequired")
        }
        requireText(["group"])
        requireText(["names", "plural"])
        requireText(["names", "kind"])
        let name = node["metadata"]?["name"]?.string ?? ""
        require(
            name == "\(plural).\(group)", "metadata.name",
            "Invalid value: \"\(name)\": must be spec.names.plural+\".\"+spec.group")
        let scope = spec["scope"]?.string ?? ""
        require(
            ["Namespaced", "Cluster"].contains(scope), "spec.scope",
            "Unsupported value: \"\(scope)\": supported values: \"Cluster\", \"Namespaced\"",
            "FieldValueNotSupported")
        let versions = spec["versions"]?.list ?? []
        require(
            versions.filter { $0["storage"]?.bool == true }.count == 1, "spec.versions",
            "Invalid value: must have exactly one version marked as storage version")
        let names = versions.compactMap { $0["name"]?.string }
        require(
            Set(names).count == names.count, "spec.versions",
            "Invalid value: must contain unique version names")
        for (index, version) in versions.enumerated() {
            let path = "spec.versions[\(index)]"
            for field in ["served", "storage"] {
                require(
                    version[field]?.bool != nil, "\(path).\(field)", "Required value", "FieldValueRequired")
            }
            let schema = version["schema"]?["openAPIV3Schema"]
            let place = "\(path).schema.openAPIV3Schema"
            require(schema?.map != nil, place, "Required value: schemas are required", "FieldValueRequired")
            guard let schema else { continue }
            require(
                schema["type"]?.string == "object", "\(place).type",
                "Invalid value: \"\(schema["type"]?.string ?? "")\": must be object at the root")
        }
        return causes
    }
}
