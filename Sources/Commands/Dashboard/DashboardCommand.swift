import ArgumentParser

/// `istioctl dashboard`: programs with pages, reached through the API server.
struct DashboardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Open the pages of addons, proxies and the control plane.",
        discussion: """
            A port of this machine leads to the pod until Ctrl-C. Its address is printed, and on a terminal \
            opened in a browser.

            Examples:
              istioctl dashboard grafana
              istioctl dashboard prometheus --browser=false --local-port 9090
              istioctl dashboard proxy productpage-v1-6b7f6db4d-xk2mf.default
            """,
        subcommands: [
            DashboardPrometheus.self, DashboardGrafana.self, DashboardJaeger.self, DashboardZipkin.self,
            DashboardKiali.self, DashboardSkywalking.self, DashboardProxy.self,
            DashboardControlZ.self, DashboardIstiodDebug.self,
        ], aliases: ["dash", "d"])
}

/// How pages are shown.
struct DashboardOptions: ParsableArguments {
    @Option(
        name: [.customLong("local-port"), .customLong("port")],
        help: "Port of this machine; the pod's own if it is free, unless given.")
    var localPort: Int?
    @Flag(inversion: .prefixedNo, help: "Open a browser, where a person watches.") var browser = true
    @Option(help: .private) var address: String?
}

/// The pages of one program.
struct DashboardPage {
    let title: String
    /// What finds its pods.
    var selector = ""
    let port: Int
    var path = ""
    /// How to get it, for people who have not.
    var hint = ""

    /// Shows the pages of the first ready pod.
    func show(_ options: DashboardOptions, _ global: GlobalOptions, in world: World) async throws {
        let connection = try world.connect(global)
        let namespace = world.controlPlaneNamespace(global)
        let finder = ReadyPod(cluster: connection.cluster)
        var pod = try await finder.first(selector, namespace: namespace)
        if pod == nil { pod = try await finder.first(selector, namespace: connection.namespace) }
        guard let pod else {
            throw Failure(
                "no ready pod of \(title) (\(selector)) is in \(namespace)"
                    + (connection.namespace == namespace ? "" : " or \(connection.namespace)") + hint)
        }
        try await show(pod, options, global, in: world)
    }

    /// Shows the pages of a pod until a signal comes.
    func show(
        _ pod: ReadyPod.Name, _ options: DashboardOptions, _ global: GlobalOptions, in world: World
    ) async throws {
        if let address = options.address, address != "localhost", address != "127.0.0.1" {
            throw Failure.usage("--address \(address): pages are shown on localhost only")
        }
        try await PortForwarding(world: world, global: global).run(pod, port: port, local: options.localPort)
        {
            local in
            let address = "http://localhost:\(local)\(path)"
            world.print(address)
            if options.browser, world.output.isTerminal { await Browser.open(address, in: world) }
        }
    }
}
