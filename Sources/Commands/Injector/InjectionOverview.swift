import Injection
import Kubernetes
import YAML

/// What the webhooks, namespaces and pods of a cluster say together about injection, as rows of tables.
struct InjectionOverview {
    let namespaces: [Node]
    let hooks: [Node]
    let pods: [Node]
    /// Those of control planes, which name the image of their sidecars.
    let configMaps: [Node]

    init(namespaces: [Node], hooks: [Node], pods: [Node], configMaps: [Node]) {
        self.namespaces = namespaces.sorted { Self.name($0) < Self.name($1) }
        self.hooks = hooks.sorted { Self.name($0) < Self.name($1) }
        self.pods = pods
        self.configMaps = configMaps
    }

    private static let injection = "istio-injection"
    private static let revision = "istio.io/rev"
    /// Webhooks that act on all of a namespace; others want labels of pods.
    private static let namespaceHooks: Set = [
        "rev.namespace.sidecar-injector.istio.io", "namespace.sidecar-injector.istio.io",
        "auto.sidecar-injector.istio.io",
    ]

    static func name(_ object: Node) -> String { object[["metadata", "name"]]?.string ?? "" }

    /// Whether nodes' own proxies serve the namespace, without sidecars.
    static func isAmbient(_ namespace: Node) -> Bool {
        label("istio.io/dataplane-mode", namespace) == "ambient"
    }

    private static func label(_ key: String, _ object: Node) -> String? {
        object[["metadata", "labels", key]]?.string
    }

    // MARK: Namespaces

    /// Namespace, its revision, and how many pods there are of each revision.
    var namespaceRows: [[String]] {
        let grouped = Dictionary(grouping: pods) { $0[["metadata", "namespace"]]?.string ?? "" }
        return namespaces.flatMap { namespace -> [[String]] in
            let name = Self.name(namespace)
            let revision = injectedRevision(of: namespace)
            let counts = counts(grouped[name] ?? [], in: namespace)
            if counts.isEmpty { return revision.isEmpty ? [] : [[name, revision, "<no pods>"]] }
            return counts.sorted { $0.key < $1.key }.map { [name, revision, "\($0.key): \($0.value.text)"] }
        }
    }

    private struct Count {
        var pods = 0
        var disabled = 0
        /// Injected by another revision than their namespace's, or not at all.
        var outdated = 0

        var text: String {
            "\(pods)" + (disabled > 0 ? " (injection disabled: \(disabled))" : "")
                + (outdated > 0 ? " NEEDS RESTART: \(outdated)" : "")
        }
    }

    private func counts(_ pods: [Node], in namespace: Node) -> [String: Count] {
        var counts: [String: Count] = [:]
        for pod in pods {
            let revision = InjectionDecision.revision(of: pod)
            var count = counts[revision ?? "<non-Istio>"] ?? Count()
            count.pods += 1
            if Self.isDisabled(pod) {
                count.disabled += 1
            } else if revision ?? "" != expectedRevision(of: pod, in: namespace) {
                count.outdated += 1
            }
            counts[revision ?? "<non-Istio>"] = count
        }
        return counts
    }

    private static func isDisabled(_ pod: Node) -> Bool {
        let key = "sidecar.istio.io/inject"
        let said = label(key, pod) ?? pod[["metadata", "annotations", key]]?.string
        return said?.lowercased() == "false"
    }

    /// The revision that a pod would get if it were made now; empty for none.
    private func expectedRevision(of pod: Node, in namespace: Node) -> String {
        let verdicts = InjectorVerdict.all(
            of: hooks, podLabels: pod[["metadata", "labels"]] ?? .emptyMap,
            namespaceLabels: namespace[["metadata", "labels"]] ?? .emptyMap)
        return verdicts.first(where: \.injects)?.revision ?? ""
    }

    /// The revision whose injector acts on all of a namespace; empty for none.
    private func injectedRevision(of namespace: Node) -> String {
        if let hook = hooks.first(where: { Self.actsOn($0, namespace) }) {
            return Self.label(Self.revision, hook) ?? ""
        }
        if let wanted = Self.label(Self.revision, namespace), !wanted.isEmpty { return "MISSING/\(wanted)" }
        let old = Self.label(Self.injection, namespace)
        return old == nil || old == "disabled" ? "" : "MISSING/\(Self.injection)"
    }

    private static func actsOn(_ hook: Node, _ namespace: Node) -> Bool {
        (hook["webhooks"]?.list ?? []).contains { webhook in
            namespaceHooks.contains(webhook["name"]?.string ?? "")
                // An empty or missing selector selects everything.
                && LabelSelector(object: webhook["namespaceSelector"])?.matches(namespace) == true
        }
    }

    // MARK: Injectors

    /// Namespace, injector, its revision and the image of its sidecars.
    var hookRows: [[String]] {
        let images = images
        return hooks.flatMap { hook -> [[String]] in
            let revision = Self.label(Self.revision, hook) ?? ""
            let matching = namespaces.filter { Self.actsOn(hook, $0) }.map(Self.name)
            return (matching.isEmpty ? ["DOES NOT AUTOINJECT"] : matching).map {
                [$0, Self.name(hook), revision, images[revision] ?? ""]
            }
        }
    }

    /// By revision.
    private var images: [String: String] {
        var images: [String: String] = [:]
        for map in configMaps {
            guard let revision = Self.label(Self.revision, map), let text = map[["data", "values"]]?.string,
                let values = try? JSONReader.node(Array(text.utf8)), let global = values["global"],
                let image = global[["proxy", "image"]]?.string
            else { continue }
            images[revision] =
                image.contains("/")
                ? image : "\(global["hub"]?.string ?? "")/\(image):\(global["tag"]?.string ?? "")"
        }
        return images
    }
}
