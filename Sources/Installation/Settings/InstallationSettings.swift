package import YAML

/// What is to be installed: an IstioOperator in which profile, files and flags have been put together.
package struct InstallationSettings: Sendable {
    package private(set) var root: Node
    /// What files and flags say, without profile and defaults.
    package let request: Node

    /// The default profile is at the bottom, the chosen one over it, then what `detected` adds, the files in
    /// their order, the flags in theirs. `profiles` gives a profile, already over the default one.
    package init(
        files: [Node], flags: [SettingFlag], detected: [SettingFlag] = [],
        profiles: (String) throws(InstallationError) -> Node
    ) throws(InstallationError) {
        var user: Node = [
            "apiVersion": "install.istio.io/v1alpha1", "kind": "IstioOperator", "metadata": .emptyMap,
            "spec": .emptyMap,
        ]
        for file in files {
            // A file may say `spec:` and nothing more.
            user = user.overlaid(by: file["spec"]?.isNull == true ? file.setting("spec", nil) : file)
        }
        try user.apply(flags)
        request = user
        let name = user[["spec", "profile"]]?.string ?? ""
        root = try profiles(name.isEmpty ? "default" : name)
        try root.apply(detected)
        root = root.overlaid(by: user)
        try translate()
        // What users say of charts' values has the last word.
        if let values = user[["spec", "values"]], values.map != nil {
            root = root.overlaid(by: ["spec": ["values": values]])
        }
        if let values = root[["spec", "unvalidatedValues"]], values.map != nil {
            root = root.overlaid(by: ["spec": ["values": values]])
        }
    }

    /// The values of charts.
    var values: Node { root[["spec", "values"]] ?? .emptyMap }

    /// Where the control plane is.
    package var namespace: String { root[["metadata", "namespace"]]?.string ?? "istio-system" }

    /// The mesh's revision; nil for the default one.
    package var revision: String? { values["revision"]?.string.flatMap { $0.isEmpty ? nil : $0 } }

    /// The release of Istio, as the tag of its images.
    package var release: String { root[["spec", "tag"]]?.scalarText ?? "" }

    /// The profile that it began with.
    package var profile: String {
        root[["spec", "profile"]]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? "default"
    }

    /// The network of the control plane's namespace; empty for none.
    package var network: String { values[["global", "network"]]?.string ?? "" }

    /// Whether a component is installed, by its key.
    package func isOn(_ component: String) -> Bool {
        root[["spec", "components", component, "enabled"]]?.bool ?? false
    }

    /// Whether the revision is to have a tag.
    package func hasTag(_ tag: String) -> Bool {
        values["revisionTags"]?.list?.contains { $0.string == tag } ?? false
    }

    /// Gives charts, as values, what the IstioOperator says above them.
    private mutating func translate() throws(InstallationError) {
        for (name, target) in [
            ("hub", "global.hub"), ("tag", "global.tag"), ("revision", "revision"),
            ("compatibilityVersion", "compatibilityVersion"),
        ] {
            guard let value = root[["spec", name]], let text = value.scalarText else { continue }
            try root.apply([SettingFlag("values.\(target)=\(text)")])
        }
        if let mesh = root[["spec", "meshConfig"]], mesh.map != nil {
            root = root.overlaid(by: ["spec": ["values": ["meshConfig": mesh]]])
        }
        for (component, path) in [("pilot", ["pilot", "enabled"]), ("cni", ["pilot", "cni", "enabled"])] {
            let isOn = root[["spec", "components", component, "enabled"]]?.bool ?? false
            root.set(path: ["spec", "values"] + path, Node(.bool(isOn)))
        }
        // Addons look whether the others are there.
        for entry in root[["spec", "addons"]]?.map ?? [] where entry.value.map != nil {
            let isOn = entry.value["enabled"]?.bool ?? true
            root.set(path: ["spec", "values", "addons", entry.key, "enabled"], Node(.bool(isOn)))
        }
    }
}

extension Node {
    /// Puts what flags say below the spec.
    fileprivate mutating func apply(_ flags: [SettingFlag]) throws(InstallationError) {
        var spec = self["spec"] ?? .emptyMap
        for flag in flags { try spec.set(flag.value, at: flag.path) }
        set("spec", spec)
    }

    /// A value that is neither list nor map, as it is written.
    var scalarText: String? {
        switch content {
        case .string(let text): text
        case .bool(let value): value ? "true" : "false"
        case .int(let number): String(number)
        case .unsigned(let number): String(number)
        case .double(let number): String(number)
        case .null, .list, .map: nil
        }
    }
}
