import ArgumentParser
import Diagnostics
import Kubernetes

/// Shows what `apply` would change.
struct Diff: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what apply would change.",
        discussion: """
            The server merges in a dry run and keeps nothing. What it decides itself (versions, times, \
            owners) is left out, and values of Secrets are masked. $KUBECTL_EXTERNAL_DIFF names another \
            program to compare with, such as `colordiff -N -u`.

            The exit status is 0 without a difference, 1 with one, and above 1 if it cannot be told.

            Examples:
              istioctl diff -f rules/ -R
              KUBECTL_EXTERNAL_DIFF="colordiff -N -u" istioctl diff -f reviews.yaml
            """)

    @OptionGroup var files: FileOptions
    @OptionGroup var options: ApplyOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let differs: Bool
        do {
            differs = try await compare(in: world)
        } catch let failure as Failure {
            throw failure.troubled
        } catch let error as ClusterError {
            throw error.failure.troubled
        }
        if differs { throw Failure(reported: .failed) }
    }

    private func compare(in world: World) async throws -> Bool {
        let external = world.variable("KUBECTL_EXTERNAL_DIFF").map(ExternalDiff.init)
        let input = try await PlannedFiles(.apply, files, global, .server, in: world)
        let comparing = Comparing(application: try options.application(input.connection.cluster, .server))
        var pairs: [ComparedObject] = []
        var failures = input.plan.refused.count
        let told = await Procession().run(input.plan.intents) {
            await comparing.result(of: $0)
        } tell: { intent, result in
            switch result {
            case .success(let pair):
                if let note = pair.note { world.note("note: \(note)") }
                pairs.append(pair)
            case .failure(let error):
                failures += 1
                world.note("Error: cannot compare \(intent.label): \(ApplyReport.reason(error))")
            }
        }
        failures += input.plan.intents.count - told
        let differs = try await show(pairs, external, in: world)
        if failures > 0 { throw Failure(reported: .failed) }
        return differs
    }

    private func show(_ pairs: [ComparedObject], _ external: ExternalDiff?, in world: World) async throws
        -> Bool
    {
        if let external { return try await external.run(pairs, in: world) }
        let usesColor = world.usesColor(global.color, on: world.output)
        for pair in pairs { world.output.write(pair.unifiedDiff(usesColor: usesColor)) }
        return pairs.contains { $0.before != $0.after }
    }
}

extension Failure {
    /// For `diff`, whose status 1 is no failure.
    fileprivate var troubled: Failure {
        var failure = self
        if code == .failed { failure.code = .trouble }
        return failure
    }
}
