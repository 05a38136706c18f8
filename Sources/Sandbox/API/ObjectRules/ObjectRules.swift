import Schema
import YAML

/// What Kubernetes demands of objects beyond their types: fields that must be there, words that are allowed,
/// what cannot change (validation of Kubernetes 1.32).
enum ObjectRules {
    /// `old` is what the object replaces.
    static func causes(_ object: Node, of kind: Kind, replacing old: Node?) -> [APIFailure.Cause] {
        var problems = FieldProblems()
        let root = FieldPlace(object)
        MetadataRules.check(root["metadata"], &problems)
        check(root, old.map { FieldPlace($0) }, of: "\(kind.group)/\(kind.plural)", &problems)
        return problems.causes
    }

    private static func check(
        _ root: FieldPlace, _ old: FieldPlace?, of place: String, _ problems: inout FieldProblems
    ) {
        switch place {
        case "/pods": PodRules.check(pod: root, old, &problems)
        case "/podtemplates": PodRules.check(root[["template", "spec"]], &problems)
        case "/services": ServiceRules.check(root, old, &problems)
        case "/configmaps": DataRules.check(configMap: root, old, &problems)
        case "/secrets": DataRules.check(secret: root, old, &problems)
        case "/persistentvolumeclaims": ClaimRules.check(root, old, &problems)
        case "/replicationcontrollers", "apps/replicasets", "apps/deployments", "apps/daemonsets",
            "apps/statefulsets":
            WorkloadRules.check(root, old, of: place, &problems)
        case "batch/jobs": JobRules.check(job: root["spec"], old?["spec"], &problems)
        case "batch/cronjobs": JobRules.check(cronJob: root, &problems)
        case "networking.k8s.io/ingresses": IngressRules.check(root["spec"], &problems)
        case "networking.k8s.io/networkpolicies": IngressRules.check(policy: root["spec"], &problems)
        case "autoscaling/horizontalpodautoscalers": ScalingRules.check(autoscaler: root["spec"], &problems)
        case "policy/poddisruptionbudgets": ScalingRules.check(budget: root["spec"], &problems)
        case "rbac.authorization.k8s.io/roles", "rbac.authorization.k8s.io/clusterroles":
            AccessRules.check(role: root, isWide: place.hasSuffix("clusterroles"), &problems)
        case "rbac.authorization.k8s.io/rolebindings", "rbac.authorization.k8s.io/clusterrolebindings":
            AccessRules.check(binding: root, old, isWide: place.hasSuffix("clusterrolebindings"), &problems)
        case "admissionregistration.k8s.io/mutatingwebhookconfigurations",
            "admissionregistration.k8s.io/validatingwebhookconfigurations":
            WebhookRules.check(root, &problems)
        default: break
        }
    }
}
