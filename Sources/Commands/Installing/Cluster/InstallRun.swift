import ArgumentParser
import Diagnostics
import Installation

/// How an installation is carried out.
struct InstallRunOptions: ParsableArguments {
    @Flag(
        name: [.customShort("y"), .customLong("skip-confirmation"), .customLong("yes")], help: "Do not ask.")
    var yes = false
    @Flag(help: "Only say what would be done; nothing is stored.") var dryRun = false
    /// Istio 1.30's, which has no effect there either: `verify-install` is the command.
    @Flag(help: .private) var verify = false
    @Flag(inversion: .prefixedNo, help: "Wait until the components are ready.") var wait = true
    @Option(
        name: [.customLong("readiness-timeout"), .customLong("timeout")],
        help: "How long all of it may take, such as 5m.")
    var timeout = TimeSpan(.seconds(300))
}

/// Shows a plan, asks, carries it out and tells how that went.
struct InstallRun {
    let options: InstallRunOptions
    let world: World

    func run(_ installation: ClusterInstallation, what: String) async throws {
        try installation.checkRefusals(world)
        let plan = installation.plan
        world.note("\(what) into the namespace \(installation.settings.namespace):")
        world.errors.write(PlanReport(plan: plan).text)
        if options.dryRun {
            return world.print(
                plan.changesNothing ? "Nothing would change." : "Dry run: nothing was changed.")
        }
        if plan.changesNothing {
            world.note("nothing has to change")
        } else if !options.yes {
            try Confirmation.ask("Proceed?", else: "nothing was installed", in: world)
        }
        try await carryOut(plan, installation)
        world.print(plan.changesNothing ? "Nothing changed." : "Installation complete.")
    }

    private func carryOut(_ plan: InstallationPlan, _ installation: ClusterInstallation) async throws {
        let progress = InstallationProgress(world)
        let installer = Installer(
            installation.cluster, limit: options.timeout.duration, waits: options.wait
        ) { progress.tell($0) }
        do {
            try await installer.install(plan)
            progress.end()
        } catch let trouble as Installer.Trouble {
            progress.end()
            for line in trouble.evidence { world.note(line) }
            throw Failure(
                "\(trouble.component.title): \(trouble.reason.escapingControls)\n"
                    + "What was applied stays; the same command goes on from here.")
        }
    }
}
