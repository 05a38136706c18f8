import Schema
import Validation
import YAML

extension Analyzer {
    static let servicePortNames = Analyzer(
        "service.PortNameAnalyzer", "Names of a service's ports tell what protocol is spoken there.",
        reads: [.service],
        codes: [.portNameIsNotUnderNamingConvention, .externalNameServiceTypeInvalidPortName]
    ) { mesh, report in
        for object in mesh.all(.service) where !object.isControlPlane && !isManaged(object) {
            let isExternal = object.spec["type"] == "ExternalName"
            for port in object.spec["ports"]?.list ?? [] {
                let name = port["name"]?.string ?? ""
                guard ServicePortName.tellsNoProtocol(port) || (isExternal && name == "tcp") else { continue }
                let place: Place = port["name"].map { .value($0.mark) } ?? .missing("name", in: port.mark)
                if isExternal {
                    report(
                        .externalNameServiceTypeInvalidPortName,
                        "the port's name \"\(name)\" does not tell a protocol other than TCP: requests to "
                            + "other hosts may be taken for it", on: object, at: place)
                } else {
                    report(
                        .portNameIsNotUnderNamingConvention,
                        name.isEmpty
                            ? "the port has no name that tells a protocol"
                            : "the port's name \"\(name)\" tells no protocol", on: object, at: place,
                        hint: "begin it with a protocol, as in `http-web`, or set `appProtocol`")
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
                spec:
                  ports:
                  - {name: 1️⃣web, port: 80}
                  - {name: http-admin, port: 81}
                  - {name: metrics, port: 82, appProtocol: http}
                  - 2️⃣{port: 83}
                """, .portNameIsNotUnderNamingConvention, .portNameIsNotUnderNamingConvention)
        ]
    }

    /// Whether the control plane made the service for a gateway.
    private static func isManaged(_ object: MeshObject) -> Bool {
        [
            "istio.io-gateway-controller", "istio.io-mesh-controller", "istio.io-eastwest-controller",
        ].contains(object.labels["gateway.istio.io/managed"])
    }
}
