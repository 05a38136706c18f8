package import Template
package import YAML

/// What `Chart.yaml` says, under the names of Go's fields where templates see it as `.Chart`.
package struct ChartMetadata: Sendable {
    private let node: Node
    /// What the chart goes by: its own name, or the alias that its parent gives it.
    package var name: String
    package var dependencies: [ChartDependency]

    package init(_ node: Node) {
        self.node = node
        name = Self.text(node["name"]).text?.string ?? ""
        dependencies = (node["dependencies"]?.list ?? []).map(ChartDependency.init)
    }

    package var version: String { string("version") }
    /// A condition on the version of Kubernetes, or nothing.
    package var kubeVersion: String { string("kubeVersion") }
    /// `application`, `library`, or nothing, which is an application.
    package var type: String { string("type") }
    package var isDeprecated: Bool { node["deprecated"]?.bool ?? false }
    /// What charts that do not say it are.
    package var apiVersion: String { string("apiVersion").isEmpty ? "v1" : string("apiVersion") }

    package func value(isRoot: Bool) -> Value {
        [
            "Name": .string(name), "Home": text("home"), "Sources": strings(node["sources"]),
            "Version": text("version"), "Description": text("description"),
            "Keywords": strings(node["keywords"]), "Maintainers": list("maintainers", maintainer),
            "Icon": text("icon"), "APIVersion": .string(apiVersion), "Condition": text("condition"),
            "Tags": text("tags"), "AppVersion": text("appVersion"), "Deprecated": .bool(isDeprecated),
            "Annotations": annotations, "KubeVersion": text("kubeVersion"),
            "Dependencies": .list(
                ListValue(dependencies.map(\.value), isNil: node["dependencies"]?.list == nil)),
            "Type": text("type"), "IsRoot": .bool(isRoot),
        ]
    }

    private func string(_ name: String) -> String { text(name).text?.string ?? "" }

    private func text(_ name: String) -> Value { Self.text(node[name]) }

    static func text(_ node: Node?) -> Value {
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
}
