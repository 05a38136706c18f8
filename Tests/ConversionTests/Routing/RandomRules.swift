import TestSupport
import YAML

/// Random rules of 0.7.1 about a small mesh, so that they meet each other, and requests in it.
struct RandomRules {
    var random: Seeded

    static let services = ["reviews", "ratings", "details"]
    static let namespaces = ["default", "prod"]

    init(_ seed: UInt64) { random = Seeded(seed) }

    private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

    /// Documents: route rules and policies, in half of the cases with the services.
    mutating func documents() -> [Node] {
        var all = (0..<(1 + random.below(8))).map { rule($0) }
        for index in 0..<random.below(3) { all.append(policy(index)) }
        if chance(50) {
            all += Self.namespaces.flatMap { home in Self.services.map { Self.service($0, home) } }
        }
        return all
    }

    static func service(_ name: String, _ namespace: String) -> Node {
        [
            "apiVersion": "v1", "kind": "Service",
            "metadata": ["name": Node(name), "namespace": Node(namespace)],
            "spec": ["selector": ["app": Node(name)], "ports": [["name": "http", "port": 80]]],
        ]
    }

    private mutating func object(_ kind: String, _ name: String, _ spec: Node) -> Node {
        var metadata: Node = ["name": Node(name)]
        if chance(50) { metadata.set("namespace", Node(random.pick(Self.namespaces))) }
        return [
            "apiVersion": "config.istio.io/v1alpha2", "kind": Node(kind), "metadata": metadata, "spec": spec,
        ]
    }

    private mutating func rule(_ index: Int) -> Node {
        var spec: Node = ["destination": reference(labels: 0)]
        if chance(70) { spec.set("precedence", Node(random.below(4))) }
        if chance(70) { spec.set("match", match()) }
        if chance(15) {
            spec.set("redirect", ["uri": "/moved", "authority": "elsewhere.example.com"])
        } else {
            if chance(75) { spec.set("route", routes()) }
            actions(&spec)
        }
        return object("RouteRule", "rule-\(random.below(3))-\(index)", spec)
    }

    private mutating func actions(_ spec: inout Node) {
        if chance(20) {
            spec.set(
                "rewrite",
                random.pick([
                    ["uri": "/new"], ["authority": "b.example.com"], ["uri": "/", "authority": "c"],
                ]))
        }
        if chance(25) {
            spec.set(
                "httpReqTimeout",
                ["simpleTimeout": ["timeout": random.pick(["1.5s", "1m30s", ".5s", "+2s"])]])
        }
        if chance(25) {
            spec.set(
                "httpReqRetries",
                ["simpleRetry": ["attempts": Node(random.below(4)), "perTryTimeout": "250ms"]])
        }
        if chance(25) {
            var fault = Node.emptyMap
            if chance(60) {
                fault.set("delay", ["percent": random.pick([0, 0.5, 10, 100]), "fixedDelay": "7s"])
            }
            if chance(60) {
                fault.set(
                    "abort",
                    ["percent": random.pick([0, 2.5, 100]), "httpStatus": random.pick([0, 400, 503])])
            }
            spec.set("httpFault", fault)
        }
        if chance(15) { spec.set("mirror", reference(labels: 50)) }
        if chance(15) { spec.set("appendHeaders", ["x-added": random.pick(["yes", "100%", "a%b%c"])]) }
        if chance(15) {
            spec.set("corsPolicy", ["allowOrigin": ["http://a.example", "*"], "maxAge": "300s"])
        }
        if chance(10) { spec.set("websocketUpgrade", true) }
    }

    private mutating func reference(labels percent: Int) -> Node {
        let (name, home) = (random.pick(Self.services), random.pick(Self.namespaces))
        var reference: Node
        switch random.below(5) {
        case 0: reference = ["service": Node("\(name).\(home).svc.cluster.local")]
        case 1: reference = ["name": Node(name), "namespace": Node(home)]
        case 2: reference = ["name": Node(name), "namespace": Node(home), "domain": "svc.cluster.local"]
        case 3 where percent > 0: reference = ["service": "api.example.com"]
        default: reference = ["name": Node(name)]
        }
        if chance(percent) { reference.set("labels", labels()) }
        return reference
    }

    private mutating func labels() -> Node {
        random.pick([
            ["version": "v1"], ["version": "v2"], ["version": "1.0"], ["version": "1-0"],
            ["version": "v1", "env": "a_b"],
        ])
    }

    private mutating func match() -> Node {
        var match = Node.emptyMap
        if chance(30) { match.set("source", reference(labels: 40).setting("domain", nil)) }
        var headers = Node.emptyMap
        if chance(50) {
            headers.set(
                "uri",
                random.pick([["prefix": "/"], ["prefix": "/a"], ["exact": "/a/b"], ["regex": "/[a-c]/.*"]]))
        }
        if chance(30) { headers.set("cookie", text()) }
        if chance(20) { headers.set("x-user", text()) }
        if chance(15) {
            headers.set(
                "method", random.pick([["exact": "GET"], ["regex": "P.*"], ["prefix": ""], ["exact": ""]]))
        }
        if chance(10) { headers.set("authority", ["prefix": "re"]) }
        if headers.map?.isEmpty == false { match.set("request", ["headers": headers]) }
        return match
    }

    private mutating func text() -> Node {
        random.pick([
            ["exact": "jason"], ["prefix": "ja"], ["regex": "j.*n|"], ["exact": ""], ["prefix": ""],
            ["regex": ""],
        ])
    }

    private mutating func routes() -> Node {
        let weights: [Int64] = random.pick([[100], [], [90, 10], [50, 0, 50]])
        if weights.isEmpty { return [["labels": labels()]] }
        return Node(
            weights.map { weight in
                var route: Node = ["weight": Node(weight)]
                if chance(80) { route.set("labels", labels()) }
                if chance(30) { route.set("destination", reference(labels: 10)) }
                return route
            })
    }

    private mutating func policy(_ index: Int) -> Node {
        var spec: Node = ["destination": reference(labels: 60)]
        if chance(20) { spec.set("source", reference(labels: 20)) }
        if chance(60) { spec.set("loadBalancing", ["name": random.pick(["RANDOM", "LEAST_CONN", 0])]) }
        if chance(60) {
            spec.set(
                "circuitBreaker",
                [
                    "simpleCb": [
                        "maxConnections": Node(random.below(3)),
                        "httpConsecutiveErrors": Node(random.below(3)),
                        "sleepWindow": "3m", "httpDetectionInterval": "1s",
                    ]
                ])
        }
        return object("DestinationPolicy", "policy-\(index)", spec)
    }

    mutating func request() -> Request {
        let (name, home) = (random.pick(Self.services), random.pick(Self.namespaces))
        let (caller, callerHome) = (random.pick(Self.services), random.pick(Self.namespaces))
        var labels = ["app": caller]
        if chance(70) { labels["version"] = random.pick(["v1", "v2", "1.0"]) }
        if chance(40) { labels["env"] = "a_b" }
        var headers: [String: String] = [:]
        if chance(50) { headers["cookie"] = random.pick(["jason", "jan", "", "bob"]) }
        if chance(50) { headers["x-user"] = random.pick(["jason", "x"]) }
        return Request(
            host: "\(name).\(home).svc.cluster.local",
            path: random.pick(["/", "/a", "/a/b", "/c/d", "/abc"]),
            method: random.pick(["GET", "POST"]), headers: headers,
            caller: .init(
                namespace: callerHome, labels: labels, services: ["\(caller).\(callerHome).svc.cluster.local"]
            ))
    }
}

extension [Node] {
    /// As a file.
    var text: String { map { YAMLWriter.text($0, sortsKeys: false) }.joined(separator: "---\n") }
}
