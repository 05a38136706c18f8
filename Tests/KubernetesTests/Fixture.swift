import TestSupport

@testable import Kubernetes

/// Configurations and clusters for tests.
enum Fixture {
    static func environment(_ variables: [String: String] = [:], files: [String: String] = [:]) -> Environment
    {
        Environment(
            variables: variables, homeDirectory: "/home/ann", files: MemoryFiles(files),
            processes: NoProcesses())
    }

    static func configuration(port: Int = 6443, tls: Bool = false) -> ClusterConfiguration {
        let server = ServerURL(isSecure: tls, host: "127.0.0.1", port: port)
        var configuration = ClusterConfiguration(server: server, origin: .flags)
        if tls { configuration.tls.certificateAuthority = Array(TestCertificates.authority.utf8) }
        return configuration
    }

    static func settings(tries: Int = 10) -> RESTSettings {
        var settings = RESTSettings()
        settings.retries.firstWait = .milliseconds(1)
        settings.retries.limit = tries
        return settings
    }

    static func cluster(_ transport: any HTTPTransport, _ settings: RESTSettings = settings()) -> RESTCluster
    {
        RESTCluster(configuration(), in: environment(), transport: transport, settings)
    }
}
