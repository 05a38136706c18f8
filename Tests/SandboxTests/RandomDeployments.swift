import YAML

/// Deployments that differ at random, the same ones for the same seed.
struct RandomDeployments {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func some<T>(_ items: [T]) -> [T] { items.filter { _ in below(2) == 0 } }

    mutating func container(_ name: String) -> Node {
        var node: Node = ["name": Node(name), "image": Node("\(name):\(below(3))")]
        let env = some(["A", "B", "C"]).map { key -> Node in
            ["name": Node(key), "value": Node("v\(below(3))")]
        }
        if !env.isEmpty { node.set("env", Node(env)) }
        let ports = some([80, 443]).map { number -> Node in
            ["containerPort": Node(number), "name": Node("p\(number)"), "protocol": "TCP"]
        }
        if !ports.isEmpty { node.set("ports", Node(ports)) }
        if below(2) == 0 { node.set("args", Node(some(["a", "b"]).map { Node($0) })) }
        return node
    }

    mutating func deployment(_ name: String) -> Node {
        let names = ["web", "side", "log"].filter { $0 == "web" || below(2) == 0 }
        var spec: Node = ["containers": Node(names.map { container($0) })]
        if below(2) == 0 {
            spec.set("volumes", [["name": "cache", "emptyDir": .emptyMap]])
        }
        return [
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": ["name": Node(name), "labels": ["app": "web", "team": Node("t\(below(3))")]],
            "spec": [
                "replicas": Node(below(5)), "selector": ["matchLabels": ["app": "web"]],
                "template": ["metadata": ["labels": ["app": "web"]], "spec": spec],
            ],
        ]
    }
}
