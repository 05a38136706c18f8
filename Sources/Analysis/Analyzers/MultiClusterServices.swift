import Schema
import YAML

extension Analyzer {
    static let multiClusterServices = Analyzer(
        "services.MultiClusterServiceAnalyzer",
        "A service that several clusters have is the same in each.", reads: [.service],
        codes: [.multiClusterInconsistentService]
    ) { mesh, report in
        for group in mesh.clusterServices where group.count > 1 {
            let first = group[0]
            let others = group.dropFirst()
            var reasons: [String] = []
            if others.contains(where: { isHeadless($0) != isHeadless(first) }) {
                reasons.append("only some are headless")
            }
            if others.contains(where: { type($0) != type(first) }) { reasons.append("their types differ") }
            if others.contains(where: { ports($0) != ports(first) }) { reasons.append("their ports differ") }
            if reasons.isEmpty { continue }
            let clusters = group.compactMap(\.cluster).sorted().joined(separator: ", ")
            report(
                .multiClusterInconsistentService,
                "the services of the clusters \(clusters) are not the same: \(reasons.joined(separator: ", "))",
                on: first)
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: reviews, namespace: books}
                spec: {ports: [{port: 80, name: http}]}
                """)
        ]
    }

    private static func isHeadless(_ service: MeshObject) -> Bool { service.spec["clusterIP"] == "None" }
    private static func type(_ service: MeshObject) -> String {
        service.spec["type"]?.string ?? "ClusterIP"
    }
    private static func ports(_ service: MeshObject) -> [Node] {
        (service.spec["ports"]?.list ?? []).sorted {
            ($0["name"]?.string ?? "") < ($1["name"]?.string ?? "")
        }
    }
}
