import ArgumentParser

/// Where a webhook keeps the authority of its certificate known to the cluster, as 1.0's sidecar-injector
/// did.
struct BundleOptions: ParsableArguments {
    @Option(
        name: [.customLong("ca-cert-file"), .customLong("caCertFile")],
        help: "Authority of the certificate: it is kept in the webhook's configuration in the cluster.",
        completion: .file())
    var authority: String?
    @Option(
        name: [.customLong("webhook-config-name"), .customLong("webhookConfigName")],
        help: "Name of that configuration.")
    var configuration = "istio-sidecar-injector"
    @Option(
        name: [.customLong("webhook-name"), .customLong("webhookName")],
        help: "The webhook in it; all of them unless given.")
    var webhook: String?
}
