import Diagnostics
package import YAML

/// Outcomes for machines:
///
///     {"apiVersion": "istioctl/v1", "kind": "ConversionReport", "target": "v1",
///      "counts": {"carried": 4, "changed": 1, "dropped": 0}, "remarks": ["…"],
///      "outcomes": [{"object": {"apiVersion": "…", "kind": "RouteRule", "namespace": "…", "name": "a"},
///          "file": "rules.yaml", "line": 7, "column": 15, "path": "spec.precedence",
///          "outcome": "changed", "reason": "…", "instead": "…",
///          "targets": [{"object": {…}, "path": "spec.http[0]"}]}]}
///
/// `namespace`, `reason`, `instead` and `targets` are there where they are known. Fields may be added within
/// `v1`.
package enum OutcomeReport {
    package static func node(_ converted: Converted, target: ConversionTarget) -> Node {
        let counts = converted.counts
        return [
            "apiVersion": "istioctl/v1", "kind": "ConversionReport", "target": Node(target.rawValue),
            "counts": [
                "carried": Node(counts.carried), "changed": Node(counts.changed),
                "dropped": Node(counts.dropped),
            ],
            "remarks": Node(converted.remarks.map { Node($0) }),
            "outcomes": Node(converted.outcomes.map(outcome)),
        ]
    }

    private static func outcome(_ outcome: Outcome) -> Node {
        var node: Node = [
            "object": name(outcome.object), "file": Node(outcome.position.file),
            "line": Node(outcome.position.mark.line), "column": Node(outcome.position.mark.column),
            "path": Node(outcome.path.description),
        ]
        switch outcome.fate {
        case .carried: node.set("outcome", "carried")
        case .changed(let how):
            node.set("outcome", "changed")
            node.set("reason", Node(how))
        case .dropped(let why):
            node.set("outcome", "dropped")
            node.set("reason", Node(why))
        }
        if let instead = outcome.instead { node.set("instead", Node(instead)) }
        if !outcome.targets.isEmpty {
            node.set(
                "targets",
                Node(
                    outcome.targets.map { target -> Node in
                        ["object": name(target.object), "path": Node(target.path.description)]
                    }))
        }
        return node
    }

    private static func name(_ name: ConvertedName) -> Node {
        var node: Node = ["apiVersion": Node(name.apiVersion), "kind": Node(name.kind)]
        if let namespace = name.namespace { node.set("namespace", Node(namespace)) }
        node.set("name", Node(name.name))
        return node
    }
}
