import Diagnostics
import Kubernetes
import YAML

/// What the user is told about applied objects.
enum ApplyReport {
    static func line(_ intent: Intent, _ applied: Application.Applied, _ dryRun: DryRun) -> String {
        "\(intent.reference.text) \(applied.effect.rawValue)\(dryRun.note)"
    }

    /// A conflict field by field, with who owns what.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? ClusterError, case .status(let status) = error, status.code == 409 else {
            return ErrorText.of(error)
        }
        let causes = (status.body?["details"]?["causes"]?.list ?? [])
            .filter { $0["reason"]?.string == "FieldManagerConflict" }
        let isOwned = !causes.isEmpty || status.message.hasPrefix("Apply failed with")
        guard isOwned else { return error.text }
        let fields = causes.map { cause in
            let field = cause["field"]?.string ?? ""
            return "\n  \(field.escapingControls): \((cause["message"]?.string ?? "").escapingControls)"
        }
        let what = fields.isEmpty ? status.message.escapingControlsKeepingLines : fields.joined()
        let advice = "\n  Leave these fields to their owners, or take them over with --force-conflicts."
        return fields.isEmpty ? what + advice : "others own fields that would change:" + what + advice
    }

    static let fallback =
        "note: the server does not do server-side apply; objects are merged here, as by kubectl apply"

    static func lacksHistory(_ intent: Intent) -> String {
        "\(intent.reference.text) has no annotation \(ThreeWayMerge.annotation) of an earlier apply: nothing "
            + "is taken away from it this time"
    }
}
