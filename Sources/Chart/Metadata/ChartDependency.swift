import Template
import YAML

/// What `Chart.yaml` says about a subchart.
package struct ChartDependency: Sendable {
    /// The name of the chart, or the alias that it goes by once it has been chosen.
    package var name: String
    package let version: String
    package let repository: String
    /// Paths of values, separated by commas: the first that is a Boolean says whether the chart is used.
    package let condition: String
    package let tags: [String]
    package var isEnabled: Bool
    /// Names of exports, or maps with `child` and `parent`.
    var importedValues: [Value]
    package let alias: String

    init(_ node: Node) {
        name = Self.text(node["name"])
        version = Self.text(node["version"])
        repository = Self.text(node["repository"])
        condition = Self.text(node["condition"])
        tags = (node["tags"]?.list ?? []).map(Self.text)
        isEnabled = node["enabled"]?.bool ?? false
        importedValues = (node["import-values"]?.list ?? []).map { Value($0) }
        alias = Self.text(node["alias"])
    }

    /// `.Chart.Dependencies` shows it so.
    var value: Value {
        [
            "Name": .string(name), "Version": .string(version), "Repository": .string(repository),
            "Condition": .string(condition), "Tags": .strings(tags), "Enabled": .bool(isEnabled),
            "ImportValues": .items(importedValues), "Alias": .string(alias),
        ]
    }

    private static func text(_ node: Node?) -> String { ChartMetadata.text(node).text?.string ?? "" }
}
