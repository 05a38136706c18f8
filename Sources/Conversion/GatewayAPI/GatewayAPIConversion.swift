import IstioAPI
import Schema
import YAML

/// From today's Istio to the Gateway API, with Istio as its implementation: routes and gateways. Policies and
/// what else the Gateway API has nothing for stay Istio's, which go on to hold.
enum GatewayAPIConversion {
    static func convert(_ objects: [Node], _ options: ConversionOptions, _ ledger: inout Ledger) -> [Node] {
        var work = TargetWork(objects, options, .gatewayAPI, ledger)
        for object in objects {
            switch TargetKind(object) {
            case .virtualService:
                HTTPRoutes.convert(object, &work)
                StreamRoutes.convert(object, &work)
                work.finish(object, "routes of the Gateway API")
            case .gateway:
                Gateways.convert(object, &work)
                work.finish(object, "a Gateway of the Gateway API")
            case .destinationRule: keepPolicies(object, &work)
            case .other: work.add(object)
            }
        }
        ledger = work.ledger
        return GatewayAPIRules.keepValid(work.outputs, &ledger)
    }

    /// Destination rules hold for the services behind routes of any kind; only their subsets have no use.
    private static func keepPolicies(_ object: Node, _ work: inout TargetWork) {
        let rule = Object<DestinationRule>(object["spec"])
        for subset in rule.subsets {
            if let policy = subset.node(\.trafficPolicy) {
                work.dropMarks(
                    policy, "a service for a subset has no policies of its own",
                    instead: "a DestinationRule for that service")
            }
            work.ledger.changed(subset.mark, "a service of its own, if routes lead to it")
        }
        guard rule.has(\.trafficPolicy) else {
            if let host = rule.node(\.host) { work.ledger.changed(host.mark, "services for its subsets") }
            return work.finish(object, "services, one for each subset")
        }
        var kept = object
        var spec = object["spec"] ?? .emptyMap
        spec.set("subsets", nil)
        kept.set("spec", spec)
        work.add(kept)
    }
}

/// Which conversion an object of today's needs.
enum TargetKind {
    case virtualService, gateway, destinationRule, other

    init(_ object: Node) {
        let isNetworking = object["apiVersion"]?.string?.hasPrefix("networking.istio.io/") == true
        switch object["kind"]?.string {
        case "VirtualService" where isNetworking: self = .virtualService
        case "Gateway" where isNetworking: self = .gateway
        case "DestinationRule" where isNetworking: self = .destinationRule
        default: self = .other
        }
    }
}

extension TargetWork {
    /// Says of an object's outer fields what became of them.
    mutating func finish(_ object: Node, _ what: String) {
        for key in ["apiVersion", "kind"] {
            if let node = object[key], node.mark.isKnown { ledger.changed(node.mark, "now \(what)") }
        }
        for key in ["name", "namespace"] {
            if let node = object["metadata"]?[key], node.mark.isKnown {
                ledger.changed(node.mark, "part of \(what)")
            }
        }
        if let exportTo = object["spec"]?["exportTo"], exportTo.mark.isKnown {
            dropMarks(
                exportTo, "routes of the Gateway API are seen by their parents only",
                instead: "allowedRoutes of the Gateway, or the namespace of the route")
        }
    }
}
