import ArgumentParser

/// The root of the command tree.
struct Istioctl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "istioctl",
        abstract: "Drive an Istio service mesh: rules, workloads, proxies, and a sandbox to try them in.",
        discussion: """
            Rules of Istio 0.7.1 (RouteRule, DestinationPolicy …) and of today (VirtualService, \
            DestinationRule …) are \
            checked exactly, and created, read, replaced and deleted on a Kubernetes API or in the sandbox.

            Examples:
              istioctl sandbox up --detach
              istioctl create -f rules.yaml
              istioctl get virtualservices -A
              istioctl validate -f manifests/ -R --offline
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Rules",
                subcommands: [
                    Apply.self, Create.self, Replace.self, Edit.self, Delete.self, Get.self, Diff.self,
                ]),
            CommandGroup(
                name: "Repositories", subcommands: [Validate.self, Analyze.self, Convert.self]),
            CommandGroup(name: "Reference", subcommands: [ExplainCommand.self, APIResources.self]),
            CommandGroup(
                name: "Workloads",
                subcommands: [
                    KubeInject.self, Uninject.self, InjectorCommand.self, CheckInject.self, Register.self,
                    Deregister.self,
                ]),
            CommandGroup(name: "Mesh", subcommands: [DashboardCommand.self]),
            CommandGroup(
                name: "Set-up",
                subcommands: [
                    Install.self, Upgrade.self, Uninstall.self, VerifyInstall.self, TagCommand.self,
                    RevisionCommand.self, ManifestCommand.self,
                    ProfileCommand.self, GenDeploy.self, ContextCreate.self,
                    SandboxCommand.self,
                ]),
            CommandGroup(
                name: "Other",
                subcommands: [
                    Version.self, Options.self, Completion.self, GenerateManual.self,
                    GenerateCommands.self, Mixer.self, Experimental.self,
                ]),
        ])
}
