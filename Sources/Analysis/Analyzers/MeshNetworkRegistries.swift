import Schema
import YAML

extension Analyzer {
    static let meshNetworkRegistries = Analyzer(
        "meshnetworks.MeshNetworksAnalyzer",
        "The registries from which networks take their endpoints are known clusters.",
        reads: [.meshNetworks, .secret], codes: [.unknownMeshNetworksServiceRegistry]
    ) { mesh, report in
        let remote = mesh.all(.secret).filter { $0.labels["istio/multiCluster"] == "true" }
        let clusters = remote.flatMap { $0.node["data"]?.map?.map(\.key) ?? [] }
        let known = Set(builtIn + clusters)
        for object in mesh.all(.meshNetworks) {
            for network in object.node["networks"]?.map ?? [] {
                for endpoint in network.value["endpoints"]?.list ?? [] {
                    guard let registry = endpoint["fromRegistry"], let name = registry.string,
                        !known.contains(name)
                    else { continue }
                    report(
                        .unknownMeshNetworksServiceRegistry,
                        "network \"\(network.key)\" takes endpoints from the unknown registry \"\(name)\"",
                        on: object, at: .value(registry.mark),
                        hint: "known are \(known.sorted().joined(separator: ", "))")
                }
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: MeshNetworks
                metadata: {name: meshnetworks, namespace: istio-system}
                networks:
                  north: {endpoints: [{fromRegistry: 1️⃣absent}, {fromRegistry: Kubernetes}]}
                """, .unknownMeshNetworksServiceRegistry)
        ]
    }

    private static let builtIn = ["External", "Kubernetes", "Mock"]
}
