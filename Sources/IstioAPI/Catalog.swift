package import Schema

/// Every type the program knows: Istio's kinds of both generations, Mixer's, and the core kinds.
package enum Catalog {
    /// The kinds with a declaration, today's first, each generation sorted by kind.
    package static let resources: [any Resource.Type] = [
        AuthorizationPolicy.self,
        DestinationRule.self,
        EnvoyFilter.self,
        Gateway.self,
        PeerAuthentication.self,
        ProxyConfig.self,
        RequestAuthentication.self,
        ServiceEntry.self,
        Sidecar.self,
        Telemetry.self,
        TrafficExtension.self,
        VirtualService.self,
        WasmPlugin.self,
        WorkloadEntry.self,
        WorkloadGroup.self,

        Legacy.DestinationPolicy.self,
        Legacy.DestinationRule.self,
        Legacy.EgressRule.self,
        Legacy.EndUserAuthenticationPolicySpec.self,
        Legacy.EndUserAuthenticationPolicySpecBinding.self,
        Legacy.ExternalService.self,
        Legacy.Gateway.self,
        Legacy.HTTPAPISpec.self,
        Legacy.HTTPAPISpecBinding.self,
        Legacy.IngressRule.self,
        Legacy.Policy.self,
        Legacy.QuotaSpec.self,
        Legacy.QuotaSpecBinding.self,
        Legacy.RbacConfig.self,
        Legacy.RouteRule.self,
        Legacy.ServiceRole.self,
        Legacy.ServiceRoleBinding.self,
        Legacy.VirtualService.self,
    ]

    /// The kinds with a declaration that stand in files only: no cluster serves them.
    package static let fileResources: [any Resource.Type] = [IstioOperator.self]

    /// All known kinds that clusters serve: the declared ones, then Mixer's and the core ones. No two of one
    /// generation share group and name; building the list touches no schema.
    package static let kinds: [Kind] =
        resources.map { $0.kind } + mixerKinds + coreKinds

    /// The kind that a file calls `name` in `group` (empty for the core API), by its exact name.
    ///
    /// Both generations have a `VirtualService`, a `Gateway` and a `DestinationRule` in one group;
    /// without a wish for a generation today's is meant.
    package static func kind(group: String, name: String, generation: Generation? = nil) -> Kind? {
        kindsByName[name]?.first {
            $0.group == group && (generation == nil || $0.generation == generation)
        }
    }

    /// The declaration of a kind; nil for the kinds that are known by name only.
    package static func resource(for kind: Kind) -> (any Resource.Type)? {
        resourcesByName[kind.name]?.first {
            $0.kind.group == kind.group && $0.kind.generation == kind.generation
        }
    }

    /// Whether a kind stands in files only.
    package static func isFileOnly(_ kind: Kind) -> Bool { fileResources.contains { $0.kind == kind } }

    private static let kindsByName = Dictionary(grouping: kinds, by: \.name)
    private static let resourcesByName = Dictionary(grouping: resources + fileResources) { $0.kind.name }
}
