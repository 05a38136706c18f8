package import YAML

/// A chart that is to be rendered for a component.
package struct ComponentRelease: Sendable {
    /// The release's name of all charts.
    package static let name = "istio"

    package let component: Component
    package let namespace: String
    /// What the chart gets.
    package let values: Node
    /// What is said of the component itself.
    let spec: Node

    /// A gateway's own name, else the component's key.
    package var title: String {
        let own = component.isList ? spec["name"]?.string ?? "" : ""
        return own.isEmpty ? component.key : own
    }
}

extension InstallationSettings {
    /// The charts of all components that are on, in the order of installation.
    package func releases() throws(InstallationError) -> [ComponentRelease] {
        var releases: [ComponentRelease] = []
        for component in Component.all {
            for spec in try specs(of: component) {
                let namespace = spec["namespace"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? namespace
                releases.append(
                    ComponentRelease(
                        component: component, namespace: namespace, values: try values(for: component, spec),
                        spec: spec))
            }
        }
        return releases
    }

    /// What is said of a component, once for each that there is of it.
    private func specs(of component: Component) throws(InstallationError) -> [Node] {
        let path = ["spec", component.section.rawValue, component.key]
        // Gateways may be turned on among the values, too.
        let isOnInValues =
            component.isGateway
            && (try? SettingPath("\(component.values).enabled")).flatMap(values.setting)?.bool == true
        guard let said = root[path], !said.isNull else {
            return component.isUsual || isOnInValues ? [.emptyMap] : []
        }
        let all = component.isList ? said.list : [said]
        guard let all, all.allSatisfy({ $0.map != nil }) else {
            throw InstallationError(
                "spec.\(component.section).\(component.key) is \(said.kindName), and should be "
                    + (component.isList ? "a list of maps" : "a map"))
        }
        return all.filter { isOnInValues || $0["enabled"]?.bool ?? true }
    }

    private func values(for component: Component, _ spec: Node) throws(InstallationError) -> Node {
        var values = self.values
        func set(_ name: String, _ value: Node) throws(InstallationError) {
            try values.set(value, at: SettingPath("\(component.values).\(name)"))
        }
        if component.isGateway {
            try set("name", spec["name"] ?? "")
            try set("labels", spec["label"] ?? .emptyMap)
            if let ports = spec[["k8s", "service", "ports"]], ports.list?.isEmpty == false {
                try set("ports", ports)
            }
        }
        for name in ["hub", "tag"] {
            guard let text = spec[name]?.scalarText, !text.isEmpty else { continue }
            try set(name, SettingFlag.value(text))
        }
        guard component.takesValuesFlat, let own = values[component.values], let entries = own.map else {
            return values
        }
        var flat: Node = ["global": values["global"] ?? .null]
        for entry in values.map ?? [] where entry.value.map == nil { flat.set(entry.key, entry.value) }
        for entry in entries { flat.set(entry.key, entry.value) }
        return flat
    }
}
