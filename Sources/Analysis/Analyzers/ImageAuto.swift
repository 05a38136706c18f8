import Schema
import YAML

extension Analyzer {
    static let imageAuto = Analyzer(
        "injection.ImageAutoAnalyzer",
        "Where a proxy's image is left to the injector, the injector will see the pods.",
        reads: [.namespace, .pod, .deployment, .mutatingWebhookConfiguration],
        codes: [.imageAutoWithoutInjectionWarning, .imageAutoWithoutInjectionError]
    ) { mesh, report in
        for pod in mesh.all(.pod) {
            guard let place = autoImage(Workload(pod: pod)) else { continue }
            report(
                .imageAutoWithoutInjectionError,
                "the image `auto` was not replaced: no injector has seen this pod", on: pod, at: place)
        }
        let webhooks = mesh.all(.mutatingWebhookConfiguration).flatMap { $0.node["webhooks"]?.list ?? [] }
            .filter { $0["name"]?.string?.hasSuffix("istio.io") == true }
        for object in mesh.all(.deployment) {
            guard let workload = Workload(templateOf: object), let place = autoImage(workload) else {
                continue
            }
            let namespace = object.namespace.isEmpty ? "default" : object.namespace
            let labels = mesh.object(.namespace, "", namespace)?.labels ?? [:]
            let isSeen = webhooks.contains {
                Labels.match(selector: $0["namespaceSelector"], labels)
                    && Labels.match(selector: $0["objectSelector"], workload.labels)
            }
            if isSeen { continue }
            if mesh.shows(.mutatingWebhookConfiguration) {
                report(
                    .imageAutoWithoutInjectionWarning,
                    "the image `auto` will not be replaced: no injector selects these pods", on: object,
                    at: place)
            } else {
                report.cannotKnow("injector that replaces the image `auto`", on: object, at: place)
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: gateway-1, namespace: books}
                spec: {containers: [{name: istio-proxy, image: 1️⃣auto}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: gateway, namespace: books}
                spec: {template: {spec: {containers: [{name: istio-proxy, image: 2️⃣auto}]}}}
                """, .imageAutoWithoutInjectionError, .imageAutoWithoutInjectionWarning)
        ]
    }

    private static func autoImage(_ workload: Workload) -> Place? {
        let proxy = workload.containers.first { $0["name"] == "istio-proxy" && $0["image"] == "auto" }
        return proxy?["image"].map { .value($0.mark) }
    }
}
