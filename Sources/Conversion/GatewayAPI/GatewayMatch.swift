import IstioAPI
import Schema
import Validation
import YAML

/// A condition of an HTTPRoute's rule.
struct GatewayMatch {
    enum Path: Equatable {
        case all
        case exact(String)
        case prefix(String)
        case expression(String)
    }

    var path = Path.all
    var pathMark: Node?
    /// Types and values by lower-case name.
    var headers: [(name: String, type: String, value: Node)] = []
    var parameters: [(name: String, type: String, value: Node)] = []
    var method: Node?

    var node: Node {
        var node = Node.emptyMap
        switch path {
        case .all: break
        case .exact(let text): node.set("path", Self.typed("Exact", text, pathMark))
        case .prefix(let text): node.set("path", Self.typed("PathPrefix", text, pathMark))
        case .expression(let text): node.set("path", Self.typed("RegularExpression", text, pathMark))
        }
        if !headers.isEmpty { node.set("headers", Node(headers.map(Self.named))) }
        if !parameters.isEmpty { node.set("queryParams", Node(parameters.map(Self.named))) }
        if let method { node.set("method", method) }
        return node
    }

    private static func typed(_ type: String, _ value: String, _ source: Node?) -> Node {
        ["type": Node(type), "value": Node(.string(value), at: source?.mark ?? .none)]
    }

    static func named(_ entry: (name: String, type: String, value: Node)) -> Node {
        var node: Node = ["name": Node(entry.name), "value": entry.value]
        if entry.type != "Exact" { node.set("type", Node(entry.type)) }
        return node
    }
}

extension TargetWork {
    /// The condition that a match of a virtual service is; nil where the Gateway API cannot say it, which the
    /// ledger then tells.
    mutating func match(_ match: Object<HTTPMatchRequest>) -> GatewayMatch? {
        for (field, why) in Self.inexpressible {
            guard let node = match.node?[field], !node.isNull, !Self.isEmpty(node) else { continue }
            ledger.dropped(
                match.mark, "the Gateway API cannot choose requests by \(why), so this match is left out",
                instead: "a workload-side policy, or keep the VirtualService for these requests")
            return nil
        }
        var result = GatewayMatch()
        if let node = match.node(\.ignoreUriCase) {
            ledger.changed(node.mark, node.bool == true ? "now an expression that ignores case" : "as always")
        }
        if match.uri.isPresent { path(match.uri, ignoresCase: match.ignoreUriCase, &result) }
        for header in match.headers {
            result.headers.append(value(header.key.lowercased(), header.value))
        }
        for parameter in match.queryParams {
            result.parameters.append(value(parameter.key, parameter.value))
        }
        if match.method.isPresent {
            guard let method = match.method.node(\.exact), Self.methods.contains(method.string ?? "") else {
                ledger.dropped(
                    match.mark,
                    "the Gateway API matches methods by their whole name only: the match is left out")
                return nil
            }
            result.method = method
        }
        return result
    }

    /// Fields that the Gateway API has nothing for.
    private static let inexpressible = [
        ("withoutHeaders", "the absence of a header"), ("sourceLabels", "labels of the caller"),
        ("sourceNamespace", "the namespace of the caller"), ("scheme", "scheme"),
        ("authority", "authority beside the hostnames"), ("port", "port"),
    ]

    private static let methods: Set = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
    ]

    private static func isEmpty(_ node: Node) -> Bool { node.map?.isEmpty == true || node.string == "" }

    private mutating func path(
        _ uri: Object<StringMatch>, ignoresCase: Bool, _ result: inout GatewayMatch
    ) {
        if let node = uri.node(\.exact), let text = node.string {
            result.pathMark = node
            result.path = ignoresCase ? .expression("(?i)" + Expression.quoted(text)) : .exact(text)
        } else if let node = uri.node(\.prefix), let text = node.string {
            result.pathMark = node
            if ignoresCase {
                result.path = .expression("(?i)" + Expression.quoted(text) + ".*")
            } else {
                prefix(text, node, &result)
            }
        } else if let node = uri.node(\.regex), let text = node.string {
            result.pathMark = node
            result.path = .expression(text)
        }
    }

    /// Istio's prefixes are of characters, the Gateway API's of whole parts of the path.
    private mutating func prefix(_ text: String, _ node: Node, _ result: inout GatewayMatch) {
        if text == "/" || text.isEmpty {
            result.path = .prefix("/")
        } else if text.hasSuffix("/") {
            result.path = .prefix(String(text.dropLast()))
            ledger.changed(
                node.mark,
                "now \(text.dropLast()) and all below: PathPrefix also takes the path without the slash")
        } else {
            result.path = .prefix(text)
            ledger.changed(
                node.mark, "PathPrefix is of whole parts of a path: \(text)more is no longer taken")
        }
    }

    private mutating func value(_ name: String, _ match: Object<StringMatch>)
        -> (name: String, type: String, value: Node)
    {
        if let node = match.node(\.exact) { return (name, "Exact", node) }
        if let node = match.node(\.regex) { return (name, "RegularExpression", node) }
        if let node = match.node(\.prefix), let text = node.string {
            ledger.changed(node.mark, "now a regular expression")
            return (name, "RegularExpression", Node(.string(Expression.quoted(text) + ".*"), at: node.mark))
        }
        // Without a value, the presence is asked for.
        return (name, "RegularExpression", Node(.string(".*"), at: match.mark))
    }
}

extension Expression {
    /// The expression that matches a text and nothing else.
    static func quoted(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\.+*?()|[]{}^$".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }
}
