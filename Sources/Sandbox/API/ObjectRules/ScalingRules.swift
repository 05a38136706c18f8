import YAML

/// Rules of what scales workloads, and of how many of their pods may be missing.
enum ScalingRules {
    static func check(autoscaler spec: FieldPlace, _ problems: inout FieldProblems) {
        for field in ["kind", "name"] where spec["scaleTargetRef"][field].isEmpty {
            problems.required(spec["scaleTargetRef"][field])
        }
        problems.count(spec["minReplicas"], atLeast: 1)
        guard let most = spec["maxReplicas"].int else { return problems.required(spec["maxReplicas"]) }
        problems.count(spec["maxReplicas"], atLeast: 1)
        if let least = spec["minReplicas"].int, most < least {
            problems.invalid(spec["maxReplicas"], "must be greater than or equal to `minReplicas`")
        }
        let types = ["ContainerResource", "External", "Object", "Pods", "Resource"]
        for metric in spec["metrics"].items {
            if metric["type"].isEmpty {
                problems.required(metric["type"], "must specify a metric source type")
            }
            problems.word(metric["type"], oneOf: types)
        }
    }

    static func check(budget spec: FieldPlace, _ problems: inout FieldProblems) {
        if spec["minAvailable"].isThere, spec["maxUnavailable"].isThere {
            problems.invalid(spec, "minAvailable and maxUnavailable cannot be both set")
        }
        for field in ["minAvailable", "maxUnavailable"] { WorkloadRules.share(spec[field], &problems) }
        problems.word(spec["unhealthyPodEvictionPolicy"], oneOf: ["AlwaysAllow", "IfHealthyBudget"])
    }
}
