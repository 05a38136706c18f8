import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let authorizationPolicies = Analyzer(
        "auth.AuthorizationPoliciesAnalyzer",
        "Authorization policies have workloads in the mesh, and the namespaces that they name exist.",
        reads: [ObjectType(AuthorizationPolicy.kind), .namespace, .pod],
        codes: [.noMatchingWorkloadsFound, .referencedResourceNotFound]
    ) { mesh, report in
        let inMesh = WorkloadIndex(mesh.workloads.all.filter { $0.isAmbient || mesh.isInMesh($0) })
        let namespaces = mesh.all(.namespace).map(\.name)
        for (object, policy) in mesh.all(AuthorizationPolicy.self) {
            checkWorkloads(object, policy, inMesh, mesh, &report)
            for source in policy.rules.flatMap(\.from).map(\.source) {
                let named = source.each(\.namespaces) + source.each(\.notNamespaces)
                for (pattern, mark) in named where !namespaces.contains(where: { matches($0, pattern) }) {
                    if pattern == "*" { continue }
                    if mesh.shows(.namespace) {
                        report(
                            .referencedResourceNotFound, "there is no namespace \"\(pattern)\"", on: object,
                            at: .value(mark))
                    } else {
                        report.cannotKnow("namespace \"\(pattern)\"", on: object, at: .value(mark))
                    }
                }
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: books}
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: allow, namespace: books}
                spec:
                  selector: {matchLabels: 1️⃣{app: absent}}
                  rules: [{from: [{source: {namespaces: [books, 2️⃣boks]}}]}]
                """, .noMatchingWorkloadsFound, .referencedResourceNotFound)
        ]
    }

    private static func checkWorkloads(
        _ object: MeshObject, _ policy: Object<AuthorizationPolicy>, _ inMesh: WorkloadIndex,
        _ mesh: MeshSnapshot, _ report: inout AnalysisReport
    ) {
        let isMeshWide = object.namespace == mesh.rootNamespace
        let namespace = isMeshWide ? nil : object.namespace
        let hasSelector = policy.has(\.selector)
        if isMeshWide && !hasSelector { return }
        let selector = policy.selector.selected
        if inMesh.first(selectedBy: selector, in: namespace) != nil { return }
        let place = hasSelector ? policy.selector.place(\.matchLabels) : object.place
        if mesh.showsWorkloads(in: namespace) {
            let labels = selector.isEmpty ? "" : " with the labels \(Labels.text(selector))"
            report(
                .noMatchingWorkloadsFound, "no workload of the mesh\(labels) is there", on: object, at: place)
        } else {
            report.cannotKnow("workloads with \(Labels.text(selector))", on: object, at: place)
        }
    }

    /// With a `*` at the beginning or at the end, in any case.
    private static func matches(_ namespace: String, _ pattern: String) -> Bool {
        if pattern.hasPrefix("*") { return namespace.hasSuffix(pattern.dropFirst()) }
        if pattern.hasSuffix("*") { return namespace.hasPrefix(pattern.dropLast()) }
        return namespace.lowercased() == pattern.lowercased()
    }
}
