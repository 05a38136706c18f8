import YAML

/// Rules of pods and of what pods are made from.
enum PodRules {
    /// A pod by itself; `old` is what it replaces.
    static func check(pod: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems) {
        let count = problems.causes.count
        check(pod["spec"], &problems)
        guard let old, problems.causes.count == count else { return }
        if changeable(pod["spec"].node) != changeable(old["spec"].node, since: pod["spec"].node) {
            problems.forbidden(
                pod["spec"],
                "pod updates may not change fields other than `spec.containers[*].image`, "
                    + "`spec.initContainers[*].image`, `spec.activeDeadlineSeconds`, `spec.tolerations` (only "
                    + "additions to existing tolerations), `spec.terminationGracePeriodSeconds` (allow it to be set "
                    + "to 1 if it was previously negative)")
        }
    }

    /// A pod's spec; `claims` are volumes that come from elsewhere.
    static func check(_ spec: FieldPlace, claims: Set<String> = [], _ problems: inout FieldProblems) {
        let volumes = VolumeRules.check(spec["volumes"], &problems).union(claims)
        if spec["containers"].isEmpty { problems.required(spec["containers"]) }
        var rules = ContainerRules(volumes: volumes)
        for container in spec["initContainers"].items { rules.check(container, isFirst: true, &problems) }
        for container in spec["containers"].items { rules.check(container, isFirst: false, &problems) }
        problems.word(spec["restartPolicy"], oneOf: ["Always", "OnFailure", "Never"])
        problems.word(
            spec["dnsPolicy"], oneOf: ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"])
        problems.count(spec["terminationGracePeriodSeconds"])
        problems.count(spec["activeDeadlineSeconds"], atLeast: 1)
        for field in ["hostname", "subdomain"] where !spec[field].isEmpty { problems.label(spec[field]) }
        check(scheduling: spec, &problems)
    }

    private static func check(scheduling spec: FieldPlace, _ problems: inout FieldProblems) {
        MetadataRules.check(labels: spec["nodeSelector"], &problems)
        for toleration in spec["tolerations"].items {
            problems.word(toleration["operator"], oneOf: ["Equal", "Exists"])
            problems.word(toleration["effect"], oneOf: ["NoExecute", "NoSchedule", "PreferNoSchedule"])
            let exists = toleration["operator"].text == "Exists"
            if exists, !toleration["value"].isEmpty {
                problems.invalid(toleration["value"], "value must be empty when `operator` is 'Exists'")
            }
            if toleration["key"].isEmpty, !exists {
                problems.invalid(toleration["operator"], "operator must be Exists when `key` is empty")
            }
        }
        for spread in spec["topologySpreadConstraints"].items {
            if spread["topologyKey"].isEmpty { problems.required(spread["topologyKey"], "can not be empty") }
            problems.count(spread["maxSkew"], atLeast: 1)
            problems.word(spread["whenUnsatisfiable"], oneOf: ["DoNotSchedule", "ScheduleAnyway"])
        }
    }

    /// A spec without what may change. `next` takes the place of `spec`: a toleration that it adds, a node
    /// that it names first, and images, which stand in each of its containers, are no change.
    private static func changeable(_ spec: Node?, since next: Node? = nil) -> Node {
        var spec = spec ?? .emptyMap
        for list in ["containers", "initContainers"] where spec[list] != nil {
            spec.changeEach([list]) { $0.set("image", nil) }
        }
        spec.set("activeDeadlineSeconds", nil)
        spec.set("ephemeralContainers", nil)
        if let next {
            let old = spec["tolerations"]?.list ?? []
            let new = next["tolerations"]?.list ?? []
            if old.allSatisfy(new.contains) { spec.set("tolerations", next["tolerations"]) }
            if spec["nodeName"] == nil { spec.set("nodeName", next["nodeName"]) }
            let grace = "terminationGracePeriodSeconds"
            if spec[grace]?.int ?? 0 < 0, next[grace]?.int == 1 { spec.set(grace, next[grace]) }
        }
        return spec
    }
}
