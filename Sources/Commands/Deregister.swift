import ArgumentParser
import Kubernetes

/// Takes a workload outside the cluster out of a service.
struct Deregister: Verb {
    static let configuration = CommandConfiguration(
        commandName: "deregister",
        abstract: "Deregister a service instance.",
        discussion: """
            Examples:
              istioctl deregister mysqldb 192.0.2.5 -n books
            """)

    @Argument(help: "The service.") var service: String
    @Argument(help: "The address of the instance.") var address: String
    @Argument(
        help: ArgumentHelp("Ports, which are not looked at: the address goes whole.", visibility: .hidden))
    var ports: [String] = []
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let connection = try world.connect(global)
        let isRemoved = try await Registration.deregister(
            address, from: service, in: connection.namespace, on: connection.cluster)
        world.note(
            isRemoved
                ? "deregistered \(address) from service \(service) in namespace \(connection.namespace)"
                : "\(address) is no endpoint of service \(service) in namespace \(connection.namespace)")
    }
}
