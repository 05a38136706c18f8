import YAML

/// What an object in a cluster has beside what is applied.
enum LiveFields {
    /// Whether an apply would change an object: bookkeeping does not count.
    static func differ(_ live: Node, _ applied: Node) -> Bool { content(live) != content(applied) }

    private static func content(_ object: Node) -> Node {
        var object = object
        for field in ["managedFields", "resourceVersion", "generation"] {
            object.set(path: ["metadata", field], nil)
        }
        object.set("status", nil)
        return object
    }

    /// An object with what the control plane itself has set since: once it is up, it makes its webhooks fail
    /// closed and hands them its authority, and must not be set back.
    static func kept(of live: Node, in object: Node) -> Node {
        guard object["kind"]?.string?.hasSuffix("WebhookConfiguration") == true,
            var webhooks = object["webhooks"]?.list
        else { return object }
        for at in webhooks.indices {
            let name = webhooks[at]["name"]
            guard let known = live["webhooks"]?.list?.first(where: { $0["name"] == name }) else { continue }
            if known["failurePolicy"]?.string == "Fail" { webhooks[at].set("failurePolicy", "Fail") }
            let bundle = ["clientConfig", "caBundle"]
            if webhooks[at][bundle]?.string ?? "" == "", let authority = known[bundle] {
                webhooks[at].set(path: bundle, authority)
            }
        }
        var object = object
        object.set("webhooks", Node(webhooks))
        return object
    }
}
