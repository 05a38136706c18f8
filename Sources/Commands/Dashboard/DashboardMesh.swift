import ArgumentParser
import Kubernetes

/// Which pods of the mesh are meant: by name, by labels, or of the control plane.
struct DashboardTarget: ParsableArguments {
    @Argument(help: "NAME, NAME.NAMESPACE or deployment/NAME.") var pod: String?
    @Option(name: [.customShort("l"), .long], help: "Labels of the pods.") var selector: String?

    func find(
        orOf standard: String?, _ global: GlobalOptions, in world: World
    ) async throws -> ReadyPod.Name {
        let connection = try world.connect(global)
        let finder = ReadyPod(cluster: connection.cluster)
        switch (pod, selector ?? standard) {
        case (let pod?, _):
            guard selector == nil else { throw Failure.usage("name a pod or --selector, not both") }
            do {
                return try await finder.named(pod, namespace: connection.namespace)
            } catch let error as ClusterError {
                throw error.failure
            }
        case (nil, let labels?):
            let place =
                standard == nil || selector != nil
                ? connection.namespace : world.controlPlaneNamespace(global)
            if let found = try await finder.first(labels, namespace: place) { return found }
            throw Failure("no ready pod with \(labels) is in \(place)")
        case (nil, nil): throw Failure.usage("name a pod, or its labels with --selector")
        }
    }
}

/// `istioctl dashboard proxy`.
struct DashboardProxy: Verb {
    static let configuration = CommandConfiguration(
        commandName: "proxy", abstract: "Open the admin pages of a pod's Envoy or of a ztunnel.",
        discussion: """
            Examples:
              istioctl dashboard proxy reviews-v2-5d8f8b6774-z6n5d.default
              istioctl dashboard proxy deployment/istio-ingressgateway -n istio-system
              istioctl dashboard proxy -l app=reviews
            """, aliases: ["envoy"])

    @Option(help: "Port of the admin pages.") var uiPort = 15_000
    @OptionGroup var target: DashboardTarget
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let pod = try await target.find(orOf: nil, global, in: world)
        try await DashboardPage(title: "the proxy", port: uiPort).show(pod, options, global, in: world)
    }
}

/// `istioctl dashboard controlz`.
struct DashboardControlZ: Verb {
    static let configuration = CommandConfiguration(
        commandName: "controlz", abstract: "Open ControlZ, the pages about an istiod itself.",
        discussion: """
            Examples:
              istioctl dashboard controlz
              istioctl dashboard controlz istiod-7f5c4d9b5-xk2mf.istio-system
            """)

    @Option(
        name: [.customLong("ctrlz-port"), .customLong("ctrlz_port")], help: "Port of ControlZ.")
    var port = 9876
    @Option(name: .shortAndLong, help: "The revision of the control plane.") var revision: String?
    @OptionGroup var target: DashboardTarget
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let pod = try await target.find(orOf: ControlPlane.selector(revision), global, in: world)
        try await DashboardPage(title: "istiod", port: port).show(pod, options, global, in: world)
    }
}

/// `istioctl dashboard istiod-debug`.
struct DashboardIstiodDebug: Verb {
    static let configuration = CommandConfiguration(
        commandName: "istiod-debug", abstract: "Open the debug pages of an istiod.",
        discussion: """
            Examples:
              istioctl dashboard istiod-debug
              istioctl dashboard istiod-debug --revision canary
            """)

    @Option(help: "Port of the debug pages.") var uiPort = 15_014
    @Option(name: .shortAndLong, help: "The revision of the control plane.") var revision: String?
    @OptionGroup var target: DashboardTarget
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let pod = try await target.find(orOf: ControlPlane.selector(revision), global, in: world)
        try await DashboardPage(title: "istiod", port: uiPort, path: "/debug")
            .show(pod, options, global, in: world)
    }
}
