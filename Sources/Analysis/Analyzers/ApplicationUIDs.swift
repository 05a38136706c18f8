import Schema
import YAML

extension Analyzer {
    static let applicationUIDs = Analyzer(
        "applicationUID.Analyzer", "No application runs as the user whose traffic the sidecar lets pass.",
        reads: [.pod, .deployment], codes: [.invalidApplicationUID]
    ) { mesh, report in
        let workloads =
            mesh.all(.pod).map { Workload(pod: $0) }
            + mesh.all(.deployment).compactMap { Workload(templateOf: $0) }
        for workload in workloads where !workload.object.isControlPlane {
            let applications = workload.containers.filter {
                !["istio-proxy", "istio-operator"].contains($0["name"]?.string)
            }
            for part in [workload.spec] + applications {
                guard let user = part["securityContext"]?["runAsUser"], user.int == sidecarUser else {
                    continue
                }
                report(
                    .invalidApplicationUID,
                    "user \(sidecarUser) is the sidecar's: traffic of an application that runs as it bypasses "
                        + "the sidecar",
                    on: workload.object, at: .value(user.mark), hint: "run as another user")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: reviews, namespace: books}
                spec:
                  template:
                    spec:
                      containers: [{name: reviews, securityContext: {runAsUser: 1️⃣1337}}]
                """, .invalidApplicationUID)
        ]
    }

    private static let sidecarUser: Int64 = 1337
}

extension MeshObject {
    /// Whether the object is part of Istio itself.
    var isControlPlane: Bool { labels["istio"] != nil || labels["release"] == "istio" }
}
