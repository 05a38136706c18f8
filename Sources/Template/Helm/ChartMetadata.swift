package import YAML

/// `.Chart`: what `Chart.yaml` says, under the names of Go's fields.
package struct ChartMetadata: Sendable {
    private let node: Node
    private let isRoot: Bool

    /// The metadata of a chart that stands for itself, or of a subchart.
    package init(_ node: Node, isRoot: Bool) {
        self.node = node
        self.isRoot = isRoot
    }

    package var name: String { node["name"]?.string ?? "" }

    package var value: Value {
        [
            "Name": text("name"), "Home": text("home"), "Sources": strings(node["sources"]),
            "Version": text("version"), "Description": text("description"),
            "Keywords": strings(node["keywords"]), "Maintainers": list("maintainers", maintainer),
            "Icon": text("icon"), "APIVersion": text("apiVersion"), "Condition": text("condition"),
            "Tags": text("tags"), "AppVersion": text("appVersion"),
            "Deprecated": .bool(node["deprecated"]?.bool ?? false), "Annotations": annotations,
            "KubeVersion": text("kubeVersion"), "Dependencies": list("dependencies", dependency),
            "Type": text("type"), "IsRoot": .bool(isRoot),
        ]
    }

    private func text(_ name: String) -> Value { Self.text(node[name]) }

    private static func text(_ node: Node?) -> Value {
        switch node?.content {
        case .string(let text): .string(text)
        case .none, .null: ""
        default: .text(Printer.text(of: node.map { Value($0) } ?? .null))
        }
    }

    private func strings(_ node: Node?) -> Value {
        .list(ListValue((node?.list ?? []).map(Self.text), of: .string, isNil: node?.list == nil))
    }

    private func list(_ name: String, _ element: (Node) -> Value) -> Value {
        let items = node[name]?.list
        return .list(ListValue((items ?? []).map(element), isNil: items == nil))
    }

    private var annotations: Value {
        let entries = node["annotations"]?.map
        return .map(
            MapValue(
                (entries ?? []).map { (Text($0.key), Self.text($0.value)) }, of: .string,
                isNil: entries == nil))
    }

    private func maintainer(_ node: Node) -> Value {
        ["Name": Self.text(node["name"]), "Email": Self.text(node["email"]), "URL": Self.text(node["url"])]
    }

    private func dependency(_ node: Node) -> Value {
        [
            "Name": Self.text(node["name"]), "Version": Self.text(node["version"]),
            "Repository": Self.text(node["repository"]), "Condition": Self.text(node["condition"]),
            "Tags": strings(node["tags"]), "Enabled": .bool(node["enabled"]?.bool ?? false),
            "ImportValues": .items((node["import-values"]?.list ?? []).map { Value($0) }),
            "Alias": Self.text(node["alias"]),
        ]
    }
}
