import IstioAPI
import Schema
import YAML

/// Authentication policies, which were for peers and users both, as peer authentications, request
/// authentications and, where a token is a must, authorization policies.
enum AuthenticationPolicies {
    private typealias Policy = Object<Legacy.Policy>

    static func convert(_ work: inout ConversionWork) {
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.Policy.self) {
            let policy = Object<Legacy.Policy>(object.spec)
            let isForMesh = object.kindName == ConversionInputs.meshPolicy
            let home = isForMesh ? work.options.rootNamespace : object.namespace
            let targets = targets(policy, home, &work)
            if targets.isEmpty {
                work.drop(object, "nothing is left that it is for")
                continue
            }
            for target in targets {
                let name = targets.count > 1 ? "\(object.name)-\(target.suffix)" : object.name
                add(policy, target, name, home, object, order, &work)
            }
            explain(policy, &work)
        }
    }

    private static func add(
        _ policy: Policy, _ target: PolicyTarget, _ name: String, _ home: String, _ object: InputObject,
        _ order: Int, _ work: inout ConversionWork
    ) {
        let peers = work.make(
            PeerAuthentication.self, name: name, in: home, from: [object], peerSpec(policy, target, &work))
        work.add(peers, order: order, rank: Rank.policies)
        let rules = policy.origins.filter { $0.jwt.isPresent }.map { tokenRule($0.jwt) }
        guard !rules.isEmpty else { return }
        var spec: Node = ["jwtRules": Node(Array(rules))]
        if let selector = target.selectorNode { spec.set("selector", selector) }
        let users = work.make(RequestAuthentication.self, name: name, in: home, from: [object], spec)
        work.add(users, order: order, rank: Rank.policies)
        guard !policy.originIsOptional else { return }
        let must = work.make(
            AuthorizationPolicy.self, name: "\(name)-token", in: home, from: [object], mustHaveToken(target))
        work.add(must, order: order, rank: Rank.policies)
    }

    /// Without a word about peers, 0.7.1 took plain text; mutual TLS is welcome too.
    private static func peerSpec(_ policy: Policy, _ target: PolicyTarget, _ work: inout ConversionWork)
        -> Node
    {
        let method = policy.peers.first { $0.has(\.mtls) || $0.node?["mtls"] != nil }
        let isStrict = method != nil && !policy.peerIsOptional && !(method?.mtls.lateCertCheck ?? false)
        var mark = method?.node?["mtls"]?.mark ?? .none
        if let late = method?.mtls.node(\.lateCertCheck) { mark = late.mark }
        let mode: Node = ["mode": Node(.string(isStrict ? "STRICT" : "PERMISSIVE"), at: mark)]
        if method == nil {
            work.ledger.remark(
                "a Policy without mutual TLS becomes PERMISSIVE: plain text as before, mutual TLS too")
        }
        var spec = Node.emptyMap
        if let selector = target.selectorNode { spec.set("selector", selector) }
        if target.ports.isEmpty {
            spec.set("mtls", mode)
        } else {
            spec.set("portLevelMtls", Node(target.ports.sorted().map { Node.Entry("\($0)", mode) }))
        }
        return spec
    }

    private static func tokenRule(_ jwt: Object<Legacy.Policy.Jwt>) -> Node {
        var rule = Node.emptyMap
        for (key, node) in [("issuer", jwt.node(\.issuer)), ("jwksUri", jwt.node(\.jwksUri))] {
            if let node { rule.set(key, node) }
        }
        if let audiences = jwt.node(\.audiences), audiences.list?.isEmpty == false {
            rule.set("audiences", audiences)
        }
        let headers = jwt.node(\.jwtHeaders)?.list ?? []
        if !headers.isEmpty { rule.set("fromHeaders", Node(headers.map { ["name": $0] as Node })) }
        if let params = jwt.node(\.jwtParams), params.list?.isEmpty == false {
            rule.set("fromParams", params)
        }
        return rule
    }

    /// Today a request without any token passes unless it is denied.
    private static func mustHaveToken(_ target: PolicyTarget) -> Node {
        var rule: Node = ["from": [["source": ["notRequestPrincipals": ["*"]]]]]
        if !target.ports.isEmpty {
            rule.set("to", [["operation": ["ports": Node(target.ports.sorted().map { Node("\($0)") })]]])
        }
        var spec: Node = ["action": "DENY", "rules": [rule]]
        if let selector = target.selectorNode { spec.set("selector", selector) }
        return spec
    }

    private static func targets(_ policy: Policy, _ home: String, _ work: inout ConversionWork)
        -> [PolicyTarget]
    {
        if policy.targets.isEmpty { return [PolicyTarget(suffix: "", selector: [], ports: [])] }
        return policy.targets.compactMap { target(for: $0, home, &work) }
    }

    private static func target(
        for target: Object<Legacy.Policy.TargetSelector>, _ home: String, _ work: inout ConversionWork
    ) -> PolicyTarget? {
        guard let name = target.node(\.name) else { return nil }
        let host = ServiceHost(full: target.name, from: home, work.options)
        guard host.namespace == home else {
            work.ledger.dropped(target.mark, "\(host.full) is no service of the policy's namespace")
            return nil
        }
        var labels: [Node.Entry] = []
        if let subset = target.node(\.subset), subset.string != "" {
            guard let found = work.labels(ofSubset: target.subset, of: host) else {
                work.ledger.dropped(
                    target.mark,
                    "no DestinationRule of the input says which pods are in subset \(target.subset)")
                return nil
            }
            work.ledger.changed(subset.mark, "selected by the labels of the subset")
            labels = found
        }
        guard let selector = work.selector(host, named: name.mark, and: labels) else {
            work.ledger.dropped(target.mark, "no labels are known that select the pods of \(host.full)")
            return nil
        }
        guard let ports = ports(target, host, &work) else { return nil }
        let suffix = [host.objectName, target.subset].filter { !$0.isEmpty }.joined(separator: "-")
        return PolicyTarget(suffix: suffix, selector: selector, ports: ports)
    }

    /// Ports are those of the pods today. Nil when all that are given are unknown.
    private static func ports(
        _ target: Object<Legacy.Policy.TargetSelector>, _ host: ServiceHost, _ work: inout ConversionWork
    ) -> [Int]? {
        if target.ports.isEmpty { return [] }
        var numbers: Set<Int> = []
        for port in target.ports {
            let number = port.has(\.number) ? port.number : nil
            if let found = work.workloads.targetPort(of: number, named: port.name, of: host) {
                work.ledger.changed(port.mark, "port \(found) of the pods")
                numbers.insert(found)
            } else if let number, (1...65_535).contains(number) {
                work.ledger.changed(
                    port.mark, "taken for port \(number) of the pods, since the Service is not in the input")
                numbers.insert(number)
            } else {
                work.ledger.dropped(port.mark, "the input lacks the Service that knows this port's number")
            }
        }
        if numbers.isEmpty {
            work.ledger.dropped(target.mark, "the input lacks the Service that knows its ports' numbers")
            return nil
        }
        return Array(numbers)
    }

    private static func explain(_ policy: Policy, _ work: inout ConversionWork) {
        for peer in policy.peers {
            if let jwt = peer.node(\.jwt) {
                work.ledger.dropped(
                    jwt.mark, "tokens do not prove who a calling service is", instead: "RequestAuthentication"
                )
            }
        }
        if let flag = policy.node(\.peerIsOptional), flag.bool == true {
            work.ledger.changed(flag.mark, "mode PERMISSIVE")
        }
        if let flag = policy.node(\.originIsOptional), flag.bool == true {
            work.ledger.changed(flag.mark, "no authorization policy insists on a token")
        }
        if let binding = policy.node(\.principalBinding) {
            work.ledger.changed(
                binding.mark,
                "both identities are known: `principals` for peers, `requestPrincipals` for users")
        }
    }
}
