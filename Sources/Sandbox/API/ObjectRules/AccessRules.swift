import YAML

/// Rules of roles and of who has them.
enum AccessRules {
    private static let group = "rbac.authorization.k8s.io"

    /// `isWide` for roles of the whole cluster.
    static func check(role root: FieldPlace, isWide: Bool, _ problems: inout FieldProblems) {
        for rule in root["rules"].items {
            if rule["verbs"].isEmpty {
                problems.required(rule["verbs"], "verbs must contain at least one value")
            }
            guard rule["nonResourceURLs"].isEmpty else {
                if !isWide {
                    problems.invalid(
                        rule["nonResourceURLs"], "namespaced rules cannot apply to non-resource URLs")
                }
                continue
            }
            if rule["apiGroups"].isEmpty {
                problems.required(rule["apiGroups"], "resource rules must supply at least one api group")
            }
            if rule["resources"].isEmpty {
                problems.required(rule["resources"], "resource rules must supply at least one resource")
            }
        }
    }

    /// `old` is what the binding replaces.
    static func check(
        binding root: FieldPlace, _ old: FieldPlace?, isWide: Bool, _ problems: inout FieldProblems
    ) {
        let role = root["roleRef"]
        problems.word(role["apiGroup"], oneOf: [group])
        problems.word(
            role["kind"].holding(Node(role["kind"].text)),
            oneOf: isWide ? ["ClusterRole"] : ["Role", "ClusterRole"])
        if role["name"].isEmpty { problems.required(role["name"]) }
        if let old { problems.unchanged(role, from: old["roleRef"], "cannot change roleRef") }
        for subject in root["subjects"].items {
            if subject["name"].isEmpty { problems.required(subject["name"]) }
            problems.word(
                subject["kind"].holding(Node(subject["kind"].text)),
                oneOf: ["ServiceAccount", "User", "Group"])
            if subject["kind"].text == "ServiceAccount", isWide, subject["namespace"].isEmpty {
                problems.required(subject["namespace"])
            }
        }
    }
}
