import ArgumentParser

/// `istioctl injector`: the group of commands about the webhook that gives pods their sidecars.
struct InjectorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "injector",
        abstract: "Serve the webhook that injects sidecars, set it up, and see whom it injects.",
        discussion: """
            Examples:
              istioctl injector create-cert | kubectl apply -f -
              istioctl injector webhook-config --ca-secret sidecar-injector-certs | kubectl apply -f -
              istioctl injector label books
              istioctl injector list
            """,
        subcommands: [
            InjectorServe.self, InjectorCreateCert.self, InjectorWebhookConfig.self, InjectorLabel.self,
            InjectorList.self,
        ])
}
