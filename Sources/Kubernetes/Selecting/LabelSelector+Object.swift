package import YAML

extension LabelSelector {
    /// The selector of an object, such as a webhook's `namespaceSelector`: `matchLabels` and
    /// `matchExpressions`, all of which must hold. None at all selects everything. nil when it has a form
    /// that Kubernetes refuses.
    package init?(object: Node?) {
        var requirements: [Requirement] = []
        for entry in object?["matchLabels"]?.map ?? [] {
            guard let value = entry.value.string else { return nil }
            requirements.append(.isIn(entry.key, [value]))
        }
        for expression in object?["matchExpressions"]?.list ?? [] {
            guard let key = expression["key"]?.string else { return nil }
            let values = (expression["values"]?.list ?? []).compactMap(\.string)
            switch expression["operator"]?.string {
            case "In": requirements.append(.isIn(key, values))
            case "NotIn": requirements.append(.notIn(key, values))
            case "Exists": requirements.append(.exists(key))
            case "DoesNotExist": requirements.append(.missing(key))
            default: return nil
            }
        }
        self.init(requirements: requirements)
    }
}
