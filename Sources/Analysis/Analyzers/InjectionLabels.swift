import Schema
import YAML

extension Analyzer {
    static let injection = Analyzer(
        "injection.Analyzer",
        "Namespaces say once whether their pods get sidecars, and pods that should have one do.",
        reads: [.namespace, .pod, .configMap],
        codes: [
            .namespaceNotInjected, .namespaceMultipleInjectionLabels, .namespaceInjectionEnabledByDefault,
            .podMissingProxy,
        ]
    ) { mesh, report in
        var injected: Set<String> = []
        for object in mesh.all(.namespace) where object.name != "istio-system" {
            let labels = object.labels
            let choices = choices(labels)
            if choices.count > 1 {
                report(
                    .namespaceMultipleInjectionLabels,
                    "several labels decide about sidecars: \(choices.joined(separator: ", "))", on: object,
                    at: labelPlace(object), hint: "keep one of them")
            }
            if labels[dataplaneMode] == "ambient" { continue }
            if (labels[injectionLabel] ?? "").isEmpty, labels[revision] == nil {
                reportUnlabelled(
                    object, isDefault: mesh.injectsByDefault(revision: labels[revision]), &report)
            } else if labels[injectionLabel] == "enabled" {
                injected.insert(object.name)
            }
        }
        for pod in mesh.all(.pod) where injected.contains(pod.namespace) && lacksProxy(Workload(pod: pod)) {
            report(
                .podMissingProxy, "the pod has no Istio proxy, though its namespace asks for one", on: pod,
                hint: "restart it, for instance with kubectl rollout restart")
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: 1️⃣books}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, labels: 2️⃣{istio-injection: enabled, istio.io/rev: canary}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: 3️⃣cart-1, namespace: shop}
                spec: {containers: [{name: cart}]}
                """, .namespaceNotInjected, .namespaceMultipleInjectionLabels, .podMissingProxy)
        ]
    }

    private static let injectionLabel = "istio-injection"
    private static let revision = "istio.io/rev"
    private static let dataplaneMode = "istio.io/dataplane-mode"

    /// The labels of a namespace that each ask for a data plane. One that switches injection off rules alone.
    private static func choices(_ labels: [String: String]) -> [String] {
        let injection = labels[injectionLabel]
        let others = injection == nil || injection == "enabled" ? [revision, dataplaneMode] : []
        return ([injectionLabel] + others).compactMap { key in labels[key].map { "\(key)=\($0)" } }
    }

    private static func labelPlace(_ object: MeshObject) -> Place {
        .value(object.metadata["labels"]?.mark ?? object.node.mark)
    }

    private static func reportUnlabelled(
        _ object: MeshObject, isDefault: Bool, _ report: inout AnalysisReport
    ) {
        if isDefault {
            report(
                .namespaceInjectionEnabledByDefault,
                "pods of this namespace get sidecars, since Istio injects by default", on: object)
        } else {
            report(
                .namespaceNotInjected, "pods of this namespace get no sidecar", on: object,
                hint:
                    "label it istio-injection=enabled, or istio-injection=disabled to say that this is meant")
        }
    }

    private static func lacksProxy(_ pod: Workload) -> Bool {
        let inject = pod.labels["sidecar.istio.io/inject"] ?? pod.annotations["sidecar.istio.io/inject"]
        if inject?.lowercased() == "false" || pod.spec["hostNetwork"] == true { return false }
        return !(pod.containers + pod.initContainers).contains {
            $0["name"] == "istio-proxy" && $0["image"]?.string?.isEmpty == false
        }
    }
}
