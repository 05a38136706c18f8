import Diagnostics
import Schema
import YAML

/// Kubernetes' own deployments, whose labels name the workload in metrics and traces.
enum DeploymentLabelRules {
    static func check(_ deployment: Node, _ report: inout Report) {
        guard deployment["metadata"]?["namespace"]?.string != systemNamespace,
            let template = deployment["spec"]?["template"], template.map != nil
        else { return }
        let labels = template["metadata"]?["labels"]
        for names in [serviceLabels, revisionLabels] where !names.contains(where: { labels?[$0] != nil }) {
            report.info(
                .missingLabel,
                "pods without a label `\(names[0])` are harder to tell apart in metrics and traces",
                at: .value((labels ?? template).mark),
                hint: "label the pods with one of \(names.map { "`\($0)`" }.joined(separator: ", "))")
        }
    }

    private static let systemNamespace = "istio-system"
    private static let serviceLabels = [
        "app", "app.kubernetes.io/name", "service.istio.io/canonical-name",
    ]
    private static let revisionLabels = [
        "version", "app.kubernetes.io/version", "service.istio.io/canonical-revision",
    ]
}
