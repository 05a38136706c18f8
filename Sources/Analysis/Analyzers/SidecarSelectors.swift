import IstioAPI
import Schema

extension Analyzer {
    static let sidecarSelectors = Analyzer(
        "sidecar.SelectorAnalyzer",
        "Each sidecar configuration selects pods, and no pod is selected by two.",
        reads: [ObjectType(Sidecar.kind), .pod, .namespace],
        codes: [
            .referencedResourceNotFound, .conflictingSidecarWorkloadSelectors,
            .multipleSidecarsWithoutWorkloadSelectors, .ineffectivePolicy,
        ]
    ) { mesh, report in
        var owners = SelectorOwners()
        var forNamespaces: [String: [MeshObject]] = [:]
        for (object, sidecar) in mesh.all(Sidecar.self) {
            let selector = sidecar.workloadSelector.labels.labels
            if selector.isEmpty {
                forNamespaces[object.namespace, default: []].append(object)
                continue
            }
            let pods = mesh.workloads.selected(by: selector, in: object.namespace)
            if pods.isEmpty {
                let place = sidecar.workloadSelector.place(\.labels)
                report.missingPods(selector, of: object, at: place, in: object.namespace, mesh)
            }
            if pods.contains(where: \.isAmbient) {
                report(
                    .ineffectivePolicy,
                    "the selected pods are in ambient mode and have no sidecar: this has no effect",
                    on: object)
            }
            owners.add(object, pods.filter { !$0.isAmbient })
        }
        owners.reportConflicts(.conflictingSidecarWorkloadSelectors, &report)
        for (namespace, sidecars) in forNamespaces {
            if mesh.object(.namespace, "", namespace)?.isAmbientNamespace == true {
                for sidecar in sidecars {
                    report(
                        .ineffectivePolicy,
                        "the namespace is in ambient mode and has no sidecars: this has no "
                            + "effect", on: sidecar)
                }
            } else if sidecars.count > 1 {
                report.several(
                    sidecars, .multipleSidecarsWithoutWorkloadSelectors,
                    "several sidecar configurations are for the whole namespace \(namespace)")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: reviews-1, namespace: books, labels: {app: reviews}}
                ---
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: 1️⃣a, namespace: books}
                spec: {workloadSelector: {labels: {app: reviews}}, egress: [{hosts: ["*/*"]}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: 2️⃣b, namespace: books}
                spec: {workloadSelector: {labels: {app: reviews}}, egress: [{hosts: ["*/*"]}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: c, namespace: books}
                spec: {workloadSelector: {labels: 3️⃣{app: absent}}, egress: [{hosts: ["*/*"]}]}
                """, .conflictingSidecarWorkloadSelectors, .conflictingSidecarWorkloadSelectors,
                .referencedResourceNotFound),
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: 1️⃣a, namespace: books}
                spec: {egress: [{hosts: ["./*"]}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: 2️⃣b, namespace: books}
                spec: {egress: [{hosts: ["*/*"]}]}
                """, .multipleSidecarsWithoutWorkloadSelectors, .multipleSidecarsWithoutWorkloadSelectors),
        ]
    }
}

extension MeshObject {
    /// Whether pods of this namespace are served by the ambient data plane.
    fileprivate var isAmbientNamespace: Bool {
        let labels = labels
        if labels["istio-injection"] == "enabled" || !(labels["istio.io/rev"] ?? "").isEmpty { return false }
        return labels["istio.io/dataplane-mode"] == "ambient"
    }
}
