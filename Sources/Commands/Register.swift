import ArgumentParser
import Kubernetes
import YAML

/// Adds a workload outside the cluster to a service.
struct Register: Verb {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Register a service instance, such as a virtual machine.",
        discussion: """
            Makes the service and its endpoints where there are none, and adds the address to the endpoints.

            Examples:
              istioctl register mysqldb 192.0.2.5 mysql:3306 -n books
              istioctl register web 192.0.2.6 8080 --labels tier=front
            """)

    @Argument(help: "The service.") var service: String
    @Argument(help: "The address of the instance.") var address: String
    @Argument(help: "Its ports, each as NUMBER or NAME:NUMBER.") var ports: [String]
    @Option(name: .shortAndLong, parsing: .singleValue, help: "Labels of a new service, as a=b,c=d.")
    var labels: [String] = []
    @Option(name: .shortAndLong, parsing: .singleValue, help: "Annotations of a new service, as a=b,c=d.")
    var annotations: [String] = []
    @Option(name: .shortAndLong, help: "The service account that the instance runs as.")
    var serviceaccount = "default"
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let account = "alpha.istio.io/kubernetes-serviceaccounts=\(serviceaccount)"
        let connection = try world.connect(global)
        let registration = Registration(
            service: service, namespace: connection.namespace, address: address,
            ports: try ports.map(Registration.Port.init(parsing:)),
            labels: try LabelArguments.entries(labels),
            annotations: try LabelArguments.entries([account] + annotations))
        try await registration.register(on: connection.cluster) { world.note($0) }
    }
}
