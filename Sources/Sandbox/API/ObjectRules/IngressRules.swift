import YAML

/// Rules of ingresses and network policies.
enum IngressRules {
    static func check(_ spec: FieldPlace, _ problems: inout FieldProblems) {
        if spec["rules"].isEmpty, !spec["defaultBackend"].isThere {
            problems.invalid(
                spec.holding(spec.node ?? .emptyMap), "either `defaultBackend` or `rules` must be specified")
        }
        if spec["defaultBackend"].isThere { check(backend: spec["defaultBackend"], &problems) }
        for rule in spec["rules"].items {
            let host = rule["host"]
            let name = host.text.hasPrefix("*.") ? String(host.text.dropFirst(2)) : host.text
            if !host.isEmpty, let problem = ObjectNames.problem(name, as: .subdomain) {
                problems.invalid(host, problem)
            }
            guard rule["http"].isThere else { continue }
            if rule["http"]["paths"].isEmpty { problems.required(rule["http"]["paths"]) }
            for path in rule["http"]["paths"].items { check(path: path, &problems) }
        }
    }

    private static func check(path: FieldPlace, _ problems: inout FieldProblems) {
        let type = path["pathType"]
        if type.isEmpty { problems.required(type, "pathType must be specified") }
        problems.word(type, oneOf: ["Exact", "ImplementationSpecific", "Prefix"])
        if type.text == "Exact" || type.text == "Prefix", !path["path"].text.hasPrefix("/") {
            problems.invalid(path["path"].holding(Node(path["path"].text)), "must be an absolute path")
        }
        check(backend: path["backend"], &problems)
    }

    private static func check(backend: FieldPlace, _ problems: inout FieldProblems) {
        let service = backend["service"]
        switch (service.isThere, backend["resource"].isThere) {
        case (false, false): problems.required(backend, "must specify a service or a resource")
        case (true, true): problems.invalid(backend, "cannot set both resource and service backends")
        case (false, true): return
        case (true, false):
            if service["name"].isEmpty { problems.required(service["name"]) }
            let port = service["port"]
            if port["name"].isEmpty, !port["number"].isThere {
                problems.required(port, "port name or number is required")
            }
            problems.port(port["number"])
        }
    }

    static func check(policy spec: FieldPlace, _ problems: inout FieldProblems) {
        for type in spec["policyTypes"].items { problems.word(type, oneOf: ["Ingress", "Egress"]) }
        for (direction, peers) in [("ingress", "from"), ("egress", "to")] {
            for rule in spec[direction].items {
                for port in rule["ports"].items {
                    problems.word(port["protocol"], oneOf: ["SCTP", "TCP", "UDP"])
                    problems.portOrName(port["port"])
                }
                for peer in rule[peers].items
                where peer["ipBlock"].isThere
                    && (peer["podSelector"].isThere || peer["namespaceSelector"].isThere)
                {
                    problems.forbidden(peer, "may not specify both ipBlock and another peer")
                }
            }
        }
    }
}
