import ArgumentParser

/// `istioctl dashboard prometheus`.
struct DashboardPrometheus: Verb {
    static let configuration = CommandConfiguration(
        commandName: "prometheus", abstract: "Open Prometheus: metrics.",
        discussion: """
            Examples:
              istioctl dashboard prometheus
            """)

    @Option(help: "Port of Prometheus in its pod.") var uiPort = 9090
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let page = DashboardPage(
            title: "Prometheus", selector: "app.kubernetes.io/name=prometheus", port: uiPort,
            hint: "; istioctl install addons prometheus")
        try await page.show(options, global, in: world)
    }
}

/// `istioctl dashboard grafana`.
struct DashboardGrafana: Verb {
    static let configuration = CommandConfiguration(
        commandName: "grafana", abstract: "Open Grafana: dashboards.",
        discussion: """
            Examples:
              istioctl dashboard grafana
            """)

    @Option(help: "Port of Grafana in its pod.") var uiPort = 3000
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let page = DashboardPage(
            title: "Grafana", selector: "app.kubernetes.io/name=grafana", port: uiPort,
            hint: "; istioctl install addons grafana")
        try await page.show(options, global, in: world)
    }
}

/// `istioctl dashboard jaeger`.
struct DashboardJaeger: Verb {
    static let configuration = CommandConfiguration(
        commandName: "jaeger", abstract: "Open Jaeger: traces.",
        discussion: """
            Examples:
              istioctl dashboard jaeger
            """)

    @Option(help: "Port of Jaeger in its pod.") var uiPort = 16_686
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let page = DashboardPage(
            title: "Jaeger", selector: "app=jaeger", port: uiPort,
            hint: "; istioctl install addons jaeger")
        try await page.show(options, global, in: world)
    }
}

/// `istioctl dashboard zipkin`.
struct DashboardZipkin: Verb {
    static let configuration = CommandConfiguration(
        commandName: "zipkin", abstract: "Open Zipkin: traces.",
        discussion: """
            Examples:
              istioctl dashboard zipkin
            """)

    @Option(help: "Port of Zipkin in its pod.") var uiPort = 9411
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let page = DashboardPage(
            title: "Zipkin", selector: "app=zipkin", port: uiPort,
            hint: "; istioctl install addons zipkin")
        try await page.show(options, global, in: world)
    }
}

/// `istioctl dashboard kiali`.
struct DashboardKiali: Verb {
    static let configuration = CommandConfiguration(
        commandName: "kiali", abstract: "Open Kiali: the mesh as a graph.",
        discussion: """
            Examples:
              istioctl dashboard kiali
            """)

    @Option(help: "Port of Kiali in its pod.") var uiPort = 20_001
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let page = DashboardPage(
            title: "Kiali", selector: "app=kiali", port: uiPort, path: "/kiali",
            hint: "; istioctl install addons kiali")
        try await page.show(options, global, in: world)
    }
}

/// `istioctl dashboard skywalking`.
struct DashboardSkywalking: Verb {
    static let configuration = CommandConfiguration(
        commandName: "skywalking", abstract: "Open SkyWalking: traces.",
        discussion: """
            Examples:
              istioctl dashboard skywalking
            """)

    @Option(help: "Port of SkyWalking in its pod.") var uiPort = 8080
    @OptionGroup var options: DashboardOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let page = DashboardPage(
            title: "SkyWalking", selector: "app=skywalking-ui", port: uiPort)
        try await page.show(options, global, in: world)
    }
}
