import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    /// Annotations that decide about an object of any kind.
    mutating func annotations(_ metadata: Node?, of kind: Kind) {
        guard let annotations = metadata?["annotations"] else { return }
        if let mark = annotations[Annotation.alwaysReject] {
            error(
                .notImplemented, "annotation \(Annotation.alwaysReject) asks for the object to be refused",
                at: .value(mark.mark), hint: "remove it")
        }
        if kind.name != AuthorizationPolicy.kind.name, let mark = annotations[Annotation.dryRun] {
            error(
                .notImplemented, "annotation \(Annotation.dryRun) is for authorization policies only",
                at: .value(mark.mark), hint: "remove it")
        }
    }
}

/// Names of annotations.
enum Annotation {
    /// Tries a policy out without enforcing it.
    static let dryRun = "istio.io/dry-run"
    /// Makes Istio's own tests refuse the object.
    static let alwaysReject = "internal.istio.io/webhook-always-reject"
}
