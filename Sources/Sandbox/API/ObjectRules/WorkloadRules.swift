import Kubernetes
import YAML

/// Rules of objects that keep a number of pods: their selector, template and strategy.
enum WorkloadRules {
    /// `place` is group and plural, `old` what the object replaces.
    static func check(
        _ root: FieldPlace, _ old: FieldPlace?, of place: String, _ problems: inout FieldProblems
    ) {
        let spec = root["spec"]
        for field in ["replicas", "minReadySeconds", "revisionHistoryLimit"] { problems.count(spec[field]) }
        let isClassic = place == "/replicationcontrollers"
        check(selector: spec["selector"], isPlain: isClassic, against: spec["template"], of: place, &problems)
        if !isClassic, let old { problems.unchanged(spec["selector"], from: old[["spec", "selector"]]) }
        check(template: spec["template"], claims: claims(spec), &problems)
        switch place {
        case "apps/deployments": check(deployment: spec, &problems)
        case "apps/daemonsets":
            problems.word(spec[["updateStrategy", "type"]], oneOf: ["OnDelete", "RollingUpdate"])
        case "apps/statefulsets": check(statefulSet: spec, old?["spec"], &problems)
        default: break
        }
    }

    /// `isPlain` for a selector that is a map of labels.
    private static func check(
        selector: FieldPlace, isPlain: Bool, against template: FieldPlace, of place: String,
        _ problems: inout FieldProblems
    ) {
        guard selector.isThere else { return problems.required(selector) }
        if selector.isEmpty {
            let singular = place.split(separator: "/").last?.dropLast() ?? ""
            return problems.invalid(selector, "empty selector is invalid for \(singular)")
        }
        MetadataRules.check(labels: isPlain ? selector : selector["matchLabels"], &problems)
        let object = isPlain ? ["matchLabels": selector.node ?? .emptyMap] : selector.node
        guard let requirements = LabelSelector(object: object) else {
            return problems.invalid(selector, "not a valid selector operator")
        }
        let labels = template[["metadata", "labels"]]
        if !requirements.matches(template.node ?? .emptyMap) {
            problems.invalid(
                labels.holding(labels.node ?? .emptyMap), "`selector` does not match template `labels`")
        }
    }

    private static func check(
        template: FieldPlace, claims: Set<String>, _ problems: inout FieldProblems
    ) {
        MetadataRules.check(template["metadata"], &problems)
        let spec = template["spec"]
        PodRules.check(spec, claims: claims, &problems)
        if ["OnFailure", "Never"].contains(spec["restartPolicy"].text) {
            problems.word(spec["restartPolicy"], oneOf: ["Always"])
        }
        if spec["activeDeadlineSeconds"].isThere {
            problems.forbidden(
                spec["activeDeadlineSeconds"], "activeDeadlineSeconds in ReplicaSet is not Supported")
        }
    }

    private static func claims(_ spec: FieldPlace) -> Set<String> {
        Set(spec["volumeClaimTemplates"].items.map { $0[["metadata", "name"]].text })
    }

    private static func check(deployment spec: FieldPlace, _ problems: inout FieldProblems) {
        let strategy = spec["strategy"]
        problems.word(strategy["type"], oneOf: ["Recreate", "RollingUpdate"])
        if strategy["type"].text == "Recreate", strategy["rollingUpdate"].isThere {
            problems.forbidden(
                strategy["rollingUpdate"], "may not be specified when strategy `type` is 'Recreate'")
        }
        let update = strategy["rollingUpdate"]
        for field in ["maxSurge", "maxUnavailable"] { share(update[field], &problems) }
        if isNone(update["maxSurge"]), isNone(update["maxUnavailable"]) {
            problems.invalid(update["maxUnavailable"], "may not be 0 when `maxSurge` is 0")
        }
        let deadline = spec["progressDeadlineSeconds"]
        problems.count(deadline)
        if let limit = deadline.int, limit <= spec["minReadySeconds"].int ?? 0 {
            problems.invalid(deadline, "must be greater than minReadySeconds")
        }
    }

    /// A number of pods, or a percentage of them.
    static func share(_ field: FieldPlace, _ problems: inout FieldProblems) {
        problems.count(field)
        guard let text = field.node?.string else { return }
        guard text.hasSuffix("%"), text.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }), text.count > 1
        else {
            return problems.invalid(
                field, "a valid percent string must be a numeric string followed by an ending '%'")
        }
    }

    private static func isNone(_ field: FieldPlace) -> Bool {
        field.int == 0 || field.node?.string?.allSatisfy { $0 == "0" || $0 == "%" } == true
    }

    private static func check(
        statefulSet spec: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems
    ) {
        problems.word(spec["podManagementPolicy"], oneOf: ["OrderedReady", "Parallel"])
        problems.word(spec[["updateStrategy", "type"]], oneOf: ["OnDelete", "RollingUpdate"])
        guard let old, fixed(spec.node) != fixed(old.node) else { return }
        problems.forbidden(
            spec,
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                + "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
                + "'minReadySeconds' are forbidden")
    }

    /// A stateful set's spec without what may change; the selector has its own rule.
    private static func fixed(_ spec: Node?) -> Node {
        let changing: Set = [
            "replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "minReadySeconds",
            "persistentVolumeClaimRetentionPolicy", "selector",
        ]
        return Node((spec?.map ?? []).filter { !changing.contains($0.key) })
    }
}
