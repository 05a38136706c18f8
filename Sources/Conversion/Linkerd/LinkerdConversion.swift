import IstioAPI
import Schema
import YAML

/// From today's Istio to Linkerd: routes inside the mesh as HTTPRoutes with Linkerd's annotations, circuit
/// breaking as annotations of services, authorization as Linkerd's policies.
enum LinkerdConversion {
    static func convert(_ objects: [Node], _ options: ConversionOptions, _ ledger: inout Ledger) -> [Node] {
        var work = TargetWork(objects, options, .linkerd, ledger)
        var breakers = CircuitBreakers()
        for object in objects {
            switch (TargetKind(object), object["kind"]?.string) {
            case (.virtualService, _):
                HTTPRoutes.convert(object, &work)
                StreamRoutes.convert(object, &work)
                work.finish(object, "routes for Linkerd")
            case (.destinationRule, _): breakers.add(object, &work)
            case (.gateway, _):
                work.dropMarks(
                    object, "Linkerd has no gateways", instead: "any ingress controller, in the mesh itself")
            case (_, "AuthorizationPolicy"): LinkerdPolicies.convert(object, &work)
            case (_, "PeerAuthentication"): LinkerdPolicies.convertPeers(object, &work)
            case (_, "Service"): continue
            default: other(object, &work)
            }
        }
        for object in objects where object["kind"]?.string == "Service" {
            work.add(breakers.annotated(object, options))
        }
        breakers.tellUnused(&work)
        ledger = work.ledger
        return GatewayAPIRules.keepValid(work.outputs, &ledger)
    }

    /// Istio's other kinds have no counterpart; what is not Istio's stays.
    private static func other(_ object: Node, _ work: inout TargetWork) {
        guard object["apiVersion"]?.string?.contains(".istio.io/") == true else { return work.add(object) }
        let kind = object["kind"]?.string ?? ""
        work.dropMarks(object, "Linkerd has nothing for a \(kind)", instead: counterparts[kind])
    }

    private static let counterparts = [
        "ServiceEntry": "EgressNetwork, or a Service of type ExternalName",
        "Sidecar": "nothing: Linkerd's proxies learn hosts when they are asked for",
        "RequestAuthentication": "a check of tokens in the ingress controller or the application",
        "Telemetry": "Linkerd's viz and jaeger extensions",
        "EnvoyFilter": "nothing: Linkerd's proxy is not Envoy",
        "WasmPlugin": "nothing: Linkerd's proxy has no plug-ins",
        "WorkloadEntry": "ExternalWorkload", "WorkloadGroup": "ExternalWorkload",
        "ProxyConfig": "annotations config.linkerd.io/… of namespaces and workloads",
    ]
}
