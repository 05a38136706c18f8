import Diagnostics
import IstioAPI
import Schema

/// Istio 1.30, what it refuses in the networks of a mesh.
extension Report {
    mutating func networks(_ networks: Object<MeshNetworks>) {
        for network in networks.networks {
            for endpoints in network.value.endpoints { self.endpoints(endpoints) }
            for gateway in network.value.gateways { self.gateway(gateway) }
        }
    }

    private mutating func endpoints(_ endpoints: Object<MeshNetworks.Network.NetworkEndpoints>) {
        if endpoints.has(\.fromCidr), !Address.isSubnet(endpoints.fromCidr) {
            error(
                .invalidAddress, "\(endpoints.fromCidr.quoted) is no subnet",
                at: endpoints.place(\.fromCidr), hint: "write it as ADDRESS/LENGTH, such as 10.0.0.0/8")
        }
        if endpoints.has(\.fromRegistry), !HostName.isLabel(endpoints.fromRegistry) {
            error(
                .invalidName, "\(endpoints.fromRegistry.quoted) is no name of a cluster",
                at: endpoints.place(\.fromRegistry), hint: "write letters, digits and dashes")
        }
    }

    private mutating func gateway(_ gateway: Object<MeshNetworks.Network.IstioNetworkGateway>) {
        if gateway.has(\.registryServiceName),
            let problem = HostName.problem(with: gateway.registryServiceName)
        {
            error(.invalidHost, problem, at: gateway.place(\.registryServiceName))
        }
        if gateway.has(\.address), !Address.isAddress(gateway.address),
            HostName.problem(with: gateway.address) != nil
        {
            error(
                .invalidAddress, "\(gateway.address.quoted) is neither an IP address nor a host name",
                at: gateway.place(\.address))
        }
        if !gateway.has(\.port) { gap("the gateway's port", at: gateway.place(\.port)) }
    }
}
