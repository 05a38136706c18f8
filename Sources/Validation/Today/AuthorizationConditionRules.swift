import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    mutating func authorizationCondition(
        _ condition: Object<AuthorizationPolicy.Condition>, _ action: AuthorizationPolicy.Action?
    ) {
        let values = condition.each(\.values) + condition.each(\.notValues)
        if condition.key.isEmpty {
            if condition.has(\.key) {
                error(.emptyValue, "the key of the condition is empty", at: condition.place(\.key))
            }
            return
        }
        if values.isEmpty {
            error(
                .emptyValue, "the condition on \(condition.key.escapingControls) has no values",
                at: condition.place, hint: "give `values` or `notValues`")
        }
        filled(values, condition.key.escapingControls)
        attribute(condition.key, values, at: condition.place(\.key))
        if action == .custom,
            certifiedAttributes.contains(condition.key) || condition.key.hasPrefix("request.auth.")
        {
            error(
                .notImplemented,
                "conditions on \(condition.key.escapingControls) are not supported with action CUSTOM",
                at: condition.place(\.key))
        }
    }

    private mutating func attribute(_ key: String, _ values: [(item: String, mark: Mark)], at place: Place) {
        switch key {
        case "source.ip", "remote.ip", "destination.ip": subnets(values.filter { !$0.item.isEmpty })
        case "destination.port": textPorts(values)
        case "source.trustDomain": for (value, mark) in values { wildcard(value, at: .value(mark)) }
        case "source.serviceAccount": for (value, mark) in values { serviceAccount(value, at: .value(mark)) }
        case _ where plainAttributes.contains(key): break
        case _ where keyedAttributes.contains(where: { key.hasPrefix($0) }):
            let isKeyed = key.hasSuffix("]") && key.contains("[") && !key.hasSuffix("[]")
            guard !isKeyed else { break }
            error(
                .invalidName, "\"\(key.escapingControls)\" lacks a name in brackets", at: place,
                hint: "write \(key.prefix { $0 != "[" })[NAME]".escapingControls)
        default:
            let known = plainAttributes + keyedAttributes.map { $0 + "[NAME]" }
            error(
                .unknownValue, "attribute \"\(key.escapingControls)\" is not known", at: place,
                hint: Suggestion.nearest(to: key, among: known).map { "did you mean `\($0)`?" }
                    ?? "one of \(known.joined(separator: ", "))")
        }
    }
}

private let certifiedAttributes = [
    "source.namespace", "source.principal", "source.serviceAccount", "source.trustDomain",
]
private let plainAttributes = [
    "source.ip", "remote.ip", "source.namespace", "source.principal", "source.serviceAccount",
    "source.trustDomain", "request.auth.principal", "request.auth.audiences", "request.auth.presenter",
    "destination.ip",
    "destination.port", "connection.sni",
]
private let keyedAttributes = ["request.headers", "request.auth.claims", "experimental.envoy.filters."]
