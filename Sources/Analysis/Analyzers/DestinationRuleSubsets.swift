import IstioAPI
import Schema

extension Analyzer {
    static let destinationRuleSubsets = Analyzer(
        "destinationrule.SubsetSelectPodAnalyzer",
        "The host of a destination rule exists, and each of its subsets has pods.",
        reads: [
            ObjectType(DestinationRule.kind), .pod, .service, ObjectType(ServiceEntry.kind), .node,
        ], codes: [.destinationRuleSubsetNotSelectPods, .unknownDestinationRuleHost]
    ) { mesh, report in
        let hosts = ServiceHosts(mesh)
        let places = WorkloadIndex(mesh.workloads.all.map { $0.placed(in: mesh) })
        for (object, rule) in mesh.all(DestinationRule.self) {
            let place = rule.place(\.host)
            let exportTo = rule.each(\.exportTo).map(\.item)
            switch hosts.find(rule.host, from: object.namespace, exportTo: exportTo, in: mesh) {
            case .unknown: report.cannotKnow("host \"\(rule.host)\"", on: object, at: place)
            case .missing:
                report(
                    .unknownDestinationRuleHost,
                    "no service or service entry has the host \"\(rule.host)\"", on: object, at: place)
            case .found(let host):
                for subset in rule.subsets {
                    let selector = host.selector.merging(subset.labels.labels) { _, new in new }
                    if places.first(selectedBy: selector) != nil { continue }
                    if mesh.showsWorkloads(in: host.object.namespace) {
                        report(
                            .destinationRuleSubsetNotSelectPods,
                            "the subset \"\(subset.name)\" (\(Labels.text(selector))) has no pods: requests to "
                                + "it fail",
                            on: object, at: subset.place(\.name))
                    } else {
                        report.cannotKnow("pods of subset \"\(subset.name)\"", on: object, at: subset.place)
                    }
                }
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: reviews, namespace: books}
                spec: {ports: [{port: 80}], selector: {app: reviews}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: reviews-1, namespace: books, labels: {app: reviews, version: v1}}
                ---
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: reviews, namespace: books}
                spec:
                  host: reviews
                  subsets:
                  - {name: v1, labels: {version: v1}}
                  - {name: 1️⃣v2, labels: {version: v2}}
                ---
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: absent, namespace: books}
                spec: {host: 2️⃣absent}
                """, .destinationRuleSubsetNotSelectPods, .unknownDestinationRuleHost)
        ]
    }
}

extension Workload {
    /// With the labels that Istio gives endpoints by the node on which the pod runs.
    fileprivate func placed(in mesh: MeshSnapshot) -> Workload {
        guard let name = spec["nodeName"]?.string, !name.isEmpty else { return self }
        var labels = labels
        labels["kubernetes.io/hostname"] = name
        if let node = mesh.object(.node, "", name)?.labels {
            for key in [
                "topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone",
            ] {
                if let value = node[key], !value.isEmpty { labels[key] = value }
            }
        }
        return Workload(object: object, labels: labels, annotations: annotations, spec: spec)
    }
}
