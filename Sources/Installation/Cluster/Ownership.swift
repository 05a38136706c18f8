package import YAML

/// How the objects of an installation are told from all others: by the labels that Istio's own installer
/// uses, so that each of the two can go on where the other has begun (Istio 1.30, operator/pkg/manifest).
package struct Ownership: Sendable, Equatable {
    /// Who writes the objects' fields.
    package static let manager = "istio-operator"

    enum Label {
        static let component = "operator.istio.io/component"
        static let managed = "operator.istio.io/managed"
        static let version = "operator.istio.io/version"
        static let owner = "install.operator.istio.io/owning-resource"
        static let ownerNamespace = "install.operator.istio.io/owning-resource-namespace"
        static let kept = "install.operator.istio.io/owning-resource-not-pruned"
        static let revision = "istio.io/rev"
        static let tag = "istio.io/tag"
    }

    /// `default` for an installation without one.
    package let revision: String
    /// The namespace of the control plane.
    package let namespace: String
    /// The name of the IstioOperator; empty where it has none.
    let name: String
    /// The release that is installed.
    let version: String

    /// The owner's name of what `install addons` makes.
    package static let addons = "addons"

    package init(_ settings: InstallationSettings) {
        revision = settings.revision ?? "default"
        namespace = settings.namespace
        name = settings.root[["metadata", "name"]]?.string ?? ""
        version = settings.release
    }

    /// An object with the labels that say whose it is.
    package func labelled(_ object: Node, as component: Component) -> Node {
        var object = object
        var labels = object[["metadata", "labels"]] ?? .emptyMap
        labels.set(Label.managed, "Reconcile")
        labels.set(Label.version, Node(version))
        labels.set(Label.component, Node(component.name))
        // What all revisions share belongs to none, unless the chart says so.
        if component.name != "Base" { labels.set(Label.revision, Node(revision)) }
        labels.set(Label.ownerNamespace, Node(namespace))
        if !name.isEmpty { labels.set(Label.owner, Node(name)) }
        object.set(path: ["metadata", "labels"], labels)
        return object
    }

    /// Whether an object was made by an installation of the same name.
    func isSame(_ object: Node) -> Bool {
        // What charts say where nobody has a name.
        let owner = object[["metadata", "labels"]]?[Label.owner]?.string ?? "unknown"
        return owner == (name.isEmpty ? "unknown" : name)
    }

    /// Selects what any installer of Istio has made.
    static let everything = Label.component

    /// Selects the objects of one revision.
    static func selector(revision: String) -> String { "\(Label.component),\(Label.revision)=\(revision)" }

    /// Whether an object with the labels was written by an installer, too, and may be taken away.
    static func isOwned(_ object: Node) -> Bool {
        let metadata = object["metadata"]
        guard metadata?["labels"]?[Label.component] != nil, metadata?["labels"]?[Label.kept]?.string != "true"
        else { return false }
        // What controllers derive of an object, its endpoints say, bears its labels and goes with it.
        guard metadata?["ownerReferences"]?.list?.isEmpty ?? true else { return false }
        let writers = (metadata?["managedFields"]?.list ?? []).compactMap { $0["manager"]?.string }
        // Servers without accounts of fields leave nothing but the labels to go by.
        return writers.isEmpty || writers.contains(manager)
    }

    /// The component that an object says it belongs to.
    static func component(of object: Node) -> Component? {
        let name = object[["metadata", "labels"]]?[Label.component]?.string
        return Component.all.first { $0.name == name }
    }
}
