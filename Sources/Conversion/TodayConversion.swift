import IstioAPI
import Schema
import YAML

/// From whatever the input is to Istio 1.30.
enum TodayConversion {
    static func convert(_ inputs: ConversionInputs, _ ledger: inout Ledger) -> [Node] {
        var work = ConversionWork(inputs, ledger)
        for step in steps { step(&work) }
        remarkRivals(&work)
        ledger = work.ledger
        return work.objects
    }

    /// Each looks for the objects that it knows. Routes come before policies, since they say which parts of
    /// services there are.
    private static let steps: [@Sendable (inout ConversionWork) -> Void] = [
        { PresentObjects.convert(&$0) }, { EgressRules.convert(&$0) }, { ExternalServices.convert(&$0) },
        { ClassicGateways.convert(&$0) }, { ClassicVirtualServices.convert(&$0) },
        { ClassicDestinationRules.convert(&$0) }, { RouteRules.convert(&$0) },
        { IngressObjects.convert(&$0) },
        { IngressRules.convert(&$0) }, { DestinationPolicies.convert(&$0) },
        { AuthenticationPolicies.convert(&$0) }, { EndUserPolicies.convert(&$0) },
        { RoleConfigs.convert(&$0) },
        { ServiceRoles.convert(&$0) }, { MixerObjects.convert(&$0) },
    ]

    /// For a host in the mesh, sidecars take one virtual service and ignore the others.
    private static func remarkRivals(_ work: inout ConversionWork) {
        var owners: [ServiceHost: String] = [:]
        for object in work.objects where object["kind"]?.string == VirtualService.kind.name {
            let spec = Object<VirtualService>(object["spec"])
            guard spec.gateways.contains("mesh") else { continue }
            let home = object[["metadata", "namespace"]]?.string ?? work.options.assumedNamespace
            let name = "\(home)/\(object[["metadata", "name"]]?.string ?? "")"
            for text in spec.hosts {
                let host = ServiceHost(full: text, from: home, work.options)
                if let other = owners[host] {
                    work.ledger.remark(
                        "\(host.full) has two virtual services, \(other) and \(name): sidecars take one of them, merge them"
                    )
                } else {
                    owners[host] = name
                }
            }
        }
    }
}
