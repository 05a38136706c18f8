import ArgumentParser
import Injection
import Kubernetes
import YAML

/// `istioctl check-inject`: whether a pod is or will be injected, by whom, and why.
struct CheckInject: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check-inject", abstract: "Say which injector acts on a workload, and why.",
        discussion: """
            The workload is a pod, TYPE/NAME of something that makes pods, or labels that pods will have.

            Examples:
              istioctl check-inject details-v1-fcff6c49c-kqnfk.books
              istioctl check-inject deployment/details-v1 -n books
              istioctl check-inject -n books -l app=details,version=v1
            """)

    @Argument(help: "[TYPE/]NAME[.NAMESPACE].") var workload: String?
    @OptionGroup var global: GlobalOptions
    @Option(name: .shortAndLong, help: "Labels of pods to be, such as app=details,version=v1.")
    var labels: String?

    func run(in world: World) async throws {
        guard (workload == nil) != (labels == nil) else {
            throw Failure.usage("name one workload, as [TYPE/]NAME[.NAMESPACE], or labels with --labels")
        }
        let connection = try world.connect(global)
        let target =
            if let workload {
                try await InjectionTarget(workload, connection)
            } else {
                InjectionTarget(
                    namespace: connection.namespace, pod: ["metadata": ["labels": try givenLabels()]])
            }
        let namespace = try await connection.cluster.get(.namespaces, namespace: nil, name: target.namespace)
        let verdicts = InjectorVerdict.all(
            of: try await Pager(connection.cluster, .mutatingWebhooks).all(),
            podLabels: target.pod[["metadata", "labels"]] ?? .emptyMap,
            namespaceLabels: namespace[["metadata", "labels"]] ?? .emptyMap)
        print(verdicts, target.pod, world)
    }

    private func givenLabels() throws(Failure) -> Node {
        let selector: LabelSelector
        do throws(LabelSelector.Problem) {
            selector = try LabelSelector(labels ?? "")
        } catch {
            throw Failure.usage(error.message)
        }
        var map = Node.emptyMap
        for requirement in selector.requirements {
            guard case .isIn(let key, let values) = requirement, values.count == 1 else {
                throw Failure.usage("--labels takes pairs such as app=details,version=v1")
            }
            map.set(key, Node(values[0]))
        }
        return map
    }

    private func print(_ verdicts: [InjectorVerdict], _ pod: Node, _ world: World) {
        guard !verdicts.isEmpty else {
            world.print("ERROR: no Istio injection hooks present.")
            return
        }
        let rows = verdicts.map { [$0.name, $0.revision, $0.injects ? "✔" : "✘", $0.reason] }
        world.output.write(ColumnTable.text([["WEBHOOK", "REVISION", "INJECTED", "REASON"]] + rows))
        let acting = verdicts.filter(\.injects)
        if acting.count > 1 {
            world.print("ERROR: multiple webhooks will inject, which can lead to errors")
        }
        // The webhook is asked, and leaves the pod as it is.
        if !acting.isEmpty, case .skip(let reason) = InjectionDecision.ofItself(pod) {
            world.print("The injector will leave the pod as it is: \(reason.sentence)")
        }
        if let revision = InjectionDecision.revision(of: pod) {
            world.print("The pod has a sidecar, from revision \(revision.isEmpty ? "default" : revision).")
        }
    }
}
