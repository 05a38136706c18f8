import YAML

/// Rules of the registrations of admission webhooks.
enum WebhookRules {
    static func check(_ root: FieldPlace, _ problems: inout FieldProblems) {
        problems.unique(root["webhooks"].items, by: "name")
        for hook in root["webhooks"].items { check(hook: hook, &problems) }
    }

    private static func check(hook: FieldPlace, _ problems: inout FieldProblems) {
        let name = hook["name"]
        if name.isEmpty {
            problems.required(name)
        } else if name.text.split(separator: ".", omittingEmptySubsequences: false).count < 3 {
            problems.invalid(name, "should be a domain with at least three segments separated by dots")
        }
        if hook["sideEffects"].isEmpty {
            problems.required(hook["sideEffects"], "must specify one of None, NoneOnDryRun")
        }
        problems.word(hook["sideEffects"], oneOf: ["None", "NoneOnDryRun"])
        let versions = hook["admissionReviewVersions"]
        if versions.isEmpty { problems.required(versions, "must specify one of v1, v1beta1") }
        if !versions.isEmpty, !versions.items.contains(where: { ["v1", "v1beta1"].contains($0.text) }) {
            problems.invalid(versions, "must include at least one of v1, v1beta1")
        }
        problems.word(hook["failurePolicy"], oneOf: ["Fail", "Ignore"])
        problems.word(hook["matchPolicy"], oneOf: ["Equivalent", "Exact"])
        problems.word(hook["reinvocationPolicy"], oneOf: ["IfNeeded", "Never"])
        if let seconds = hook["timeoutSeconds"].int, !(1...30).contains(seconds) {
            problems.invalid(hook["timeoutSeconds"], "the timeout value must be between 1 and 30 seconds")
        }
        check(client: hook["clientConfig"], &problems)
        for rule in hook["rules"].items {
            for operation in rule["operations"].items {
                problems.word(operation, oneOf: ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"])
            }
            for field in ["operations", "apiGroups", "apiVersions", "resources"] where rule[field].isEmpty {
                problems.required(rule[field])
            }
        }
    }

    private static func check(client: FieldPlace, _ problems: inout FieldProblems) {
        guard client["url"].isThere != client["service"].isThere else {
            return problems.required(
                client.holding(client.node ?? .emptyMap), "exactly one of url or service is required")
        }
        let url = client["url"]
        if url.isThere, !url.text.hasPrefix("https://") {
            problems.invalid(url, "'https' is the only allowed URL scheme")
        }
        for field in ["name", "namespace"] where client["service"].isThere {
            if client["service"][field].isEmpty { problems.required(client["service"][field]) }
        }
    }
}
