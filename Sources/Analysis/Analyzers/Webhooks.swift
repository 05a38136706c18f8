import Schema
import YAML

extension Analyzer {
    static let webhooks = Analyzer(
        "webhook.Analyzer",
        "At most one of Istio's injectors sees a pod, and the service that it leads to exists.",
        reads: [.mutatingWebhookConfiguration, .service], codes: [.invalidWebhook]
    ) { mesh, report in
        let hooks = mesh.all(.mutatingWebhookConfiguration).filter(isIstio).flatMap { object in
            (object.node["webhooks"]?.list ?? []).map { Hook(object: object, node: $0) }
        }
        let revisions = Set(hooks.flatMap(\.revisions)).sorted()
        var overlaps: [Int: Set<Int>] = [:]
        for namespace in labels(namespaceChoice, revisions) {
            for pod in labels(podChoice, revisions) {
                let seeing = hooks.indices.filter { hooks[$0].sees(namespace, pod) }
                if seeing.count < 2 { continue }
                for index in seeing { overlaps[index, default: []].formUnion(seeing.filter { $0 != index }) }
            }
        }
        for (index, others) in overlaps {
            let names = others.sorted().prefix(mostNames).map { hooks[$0].fullName }.joined(separator: ", ")
            report(
                .invalidWebhook,
                "the webhook \"\(hooks[index].name)\" sees pods that others see too, so they may be injected "
                    + "twice: \(names)", on: hooks[index].object, at: hooks[index].place)
        }
        for hook in hooks { hook.checkService(mesh, &report) }
    } examples: {
        [
            Example(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingWebhookConfiguration
                metadata: {name: istio-sidecar-injector}
                webhooks:
                - name: 1️⃣a.sidecar-injector.istio.io
                  clientConfig: {service: {name: 2️⃣istiod, namespace: istio-system}}
                - name: 3️⃣b.sidecar-injector.istio.io
                  clientConfig: {url: "https://istiod.example.com/inject"}
                """, .invalidWebhook, .invalidWebhook, .invalidWebhook)
        ]
    }

    private static let namespaceChoice = ["istio-injection": ["enabled", "disabled"]]
    private static let podChoice = ["sidecar.istio.io/inject": ["true", "false"]]

    /// All that a namespace or a pod may say: nothing, either value, each with and without a revision.
    private static func labels(_ choice: [String: [String]], _ revisions: [String]) -> [[String: String]] {
        let plain = [[:]] + choice.flatMap { key, values in values.map { [key: $0] } }
        return plain
            + revisions.flatMap { revision in
                plain.map { $0.merging([Hook.revision: revision]) { first, _ in first } }
            }
    }

    private static func isIstio(_ object: MeshObject) -> Bool {
        if object.labels[Hook.revision] != nil { return true }
        let hooks = (object.node["webhooks"]?.list ?? []).map { Hook(object: object, node: $0) }
        return hooks.contains { $0.name.hasSuffix("istio.io") || !$0.revisions.isEmpty }
    }
}

/// One webhook of a configuration.
private struct Hook {
    let object: MeshObject
    let node: Node

    static let revision = "istio.io/rev"

    var name: String { node["name"]?.string ?? "" }
    var fullName: String { "\(object.name)/\(name)" }
    var place: Place { .value(node["name"]?.mark ?? node.mark) }

    /// Revisions that its selectors, or the labels of its configuration, name.
    var revisions: [String] {
        let selectors = [node["namespaceSelector"], node["objectSelector"]].compactMap { $0 }
        return [object.labels[Self.revision]].compactMap { $0 }
            + selectors.flatMap { selector -> [String] in
                let expressions = (selector["matchExpressions"]?.list ?? []).filter {
                    $0["key"]?.string == Self.revision
                }
                return [selector["matchLabels"]?[Self.revision]?.string].compactMap { $0 }
                    + expressions.flatMap { $0["values"]?.list?.compactMap(\.string) ?? [] }
            }
    }

    func sees(_ namespace: [String: String], _ pod: [String: String]) -> Bool {
        Labels.match(selector: node["namespaceSelector"], namespace)
            && Labels.match(selector: node["objectSelector"], pod)
    }

    func checkService(_ mesh: MeshSnapshot, _ report: inout AnalysisReport) {
        guard let service = node["clientConfig"]?["service"], !service.isNull else { return }
        let namespace = service["namespace"]?.string ?? ""
        let serviceName = service["name"]?.string ?? ""
        let place = Place.value(service["name"]?.mark ?? service.mark)
        switch mesh.find(.service, namespace, serviceName) {
        case .found: break
        case .unknown: report.cannotKnow("service \"\(namespace)/\(serviceName)\"", on: object, at: place)
        case .missing:
            report(
                .invalidWebhook,
                "the webhook \"\(name)\" leads to the service \"\(namespace)/\(serviceName)\", which is not there",
                on: object, at: place)
        }
    }
}
