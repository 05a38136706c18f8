import Diagnostics
package import YAML

extension ComponentRelease {
    /// What one of the program's own charts gets: between the chart's own values and those of the
    /// installation lie what the profile, the platform and the release whose behaviour is to be kept make
    /// different.
    package func builtInValues() throws(InstallationError) -> Node {
        var result = Node.emptyMap
        for name in try layerNames() {
            guard let layer = BuiltInCharts.layer(name) else { continue }
            result = result.overlaid(by: component.takesValuesFlat ? flat(layer) : layer)
        }
        result = result.overlaid(by: values)
        if component.isGateway, let kind = component.values.split(separator: ".").last {
            result.set("gateway", Node(String(kind)))
        }
        return result
    }

    /// The layers that the values name, the weakest first.
    private func layerNames() throws(InstallationError) -> [String] {
        func text(_ path: [String]) -> String? { values[path]?.scalarText.flatMap { $0.isEmpty ? nil : $0 } }
        var names: [String] = []
        if let version = text(["compatibilityVersion"]) {
            names.append(try Self.layer("compatibility-", version, "compatibilityVersion"))
        }
        // Profiles without values of their own differ in components only.
        if let profile = text(["profile"]), BuiltInCharts.layers.contains(profile) { names.append(profile) }
        if let platform = text(["global", "platform"]) ?? text(["platform"]) {
            names.append(try Self.layer("platform-", platform, "values.global.platform"))
        }
        return names
    }

    private static func layer(
        _ prefix: String, _ name: String, _ setting: String
    ) throws(InstallationError) -> String {
        let known = BuiltInCharts.layers.filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(prefix.count))
        }
        guard known.contains(name) else {
            let near = Suggestion.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
            throw InstallationError(
                "\(setting) is \"\(name.escapingControls)\"\(near) (there are \(known.joined(separator: ", ")))"
            )
        }
        return prefix + name
    }

    private func flat(_ layer: Node) -> Node {
        var flat = layer
        for entry in layer[component.values]?.map ?? [] { flat.set(entry.key, entry.value) }
        return flat
    }
}
