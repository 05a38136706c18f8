import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let conditions = Analyzer(
        "conditions.ConditionAnalyzer", "No controller says of an object that it could not act on it.",
        reads: types.map(\.type), codes: [.negativeConditionStatus]
    ) { mesh, report in
        for (type, names) in types {
            for object in mesh.all(type) {
                for condition in conditions(of: object) {
                    let name = condition["type"]?.string ?? ""
                    let reason = condition["reason"]?.string ?? ""
                    let isPartial = name == "WaypointAccepted" && reason == "PartiallyInvalid"
                    guard isPartial || (names.contains(name) && condition["status"] == "False") else {
                        continue
                    }
                    report(
                        .negativeConditionStatus,
                        "\(name) is \(condition["status"]?.string ?? "unknown"): \(reason): "
                            + (condition["message"]?.string ?? ""),
                        on: object, at: .value(condition.mark))
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
                spec: {ports: [{port: 80}]}
                status:
                  conditions:
                  - 1️⃣{type: istio.io/WaypointBound, status: "False", reason: NoWaypoint, message: none}
                """, .negativeConditionStatus)
        ]
    }

    /// Of each type, the conditions that should be true.
    private static let types: [(type: ObjectType, conditions: [String])] = [
        (.service, waypoint), (ObjectType(ServiceEntry.kind), waypoint),
        (ObjectType(WorkloadEntry.kind), waypoint),
        (ObjectType(AuthorizationPolicy.kind), ["ZtunnelAccepted", "WaypointAccepted"]),
        (.kubernetesGateway, route), (.httpRoute, route), (.grpcRoute, route),
    ]
    private static let waypoint = ["istio.io/WaypointBound"]
    private static let route = ["Accepted", "Programmed", "ResolvedRefs"]

    /// Routes have conditions for each of their parents.
    private static func conditions(of object: MeshObject) -> [Node] {
        let status = object.node["status"]
        let parents = status?["parents"]?.list ?? []
        return (status?["conditions"]?.list ?? []) + parents.flatMap { $0["conditions"]?.list ?? [] }
    }
}
