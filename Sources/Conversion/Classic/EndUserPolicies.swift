import IstioAPI
import Schema
import YAML

/// Policies for tokens of users and their bindings to services, as one request authentication a service.
enum EndUserPolicies {
    private typealias Spec = Legacy.EndUserAuthenticationPolicySpec
    private typealias Binding = Legacy.EndUserAuthenticationPolicySpecBinding

    static func convert(_ work: inout ConversionWork) {
        var bound: Set<String> = []
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Binding.self) {
            convert(object, order, &bound, &work)
        }
        for object in work.inputs.objects where object.isOf(Spec.self) && !bound.contains(key(object)) {
            work.drop(object, "no binding of the input names it")
        }
    }

    private static func convert(
        _ object: InputObject, _ order: Int, _ bound: inout Set<String>, _ work: inout ConversionWork
    ) {
        let binding = Object<Binding>(object.spec)
        var rules: [Node] = []
        var sources = [object]
        for reference in binding.policies {
            let home = reference.namespace.isEmpty ? object.namespace : reference.namespace
            let wanted = "\(home)/\(reference.name)"
            guard let spec = work.inputs.objects.first(where: { $0.isOf(Spec.self) && key($0) == wanted })
            else {
                work.ledger.dropped(reference.mark, "the input lacks the policy \(wanted)")
                continue
            }
            work.ledger.changed(reference.mark, "its tokens are part of the request authentication")
            bound.insert(wanted)
            sources.append(spec)
            rules += Object<Spec>(spec.spec).jwts.map { rule($0, &work) }
        }
        guard !rules.isEmpty else { return work.drop(object, "none of its policies is in the input") }
        let isShared = binding.services.count > 1
        for service in binding.services {
            let host = ServiceHost(
                service.viewed(as: Legacy.IstioService.self), from: object.namespace, work.options)
            let mark = nameNode(service.viewed(as: Legacy.IstioService.self))?.mark ?? .none
            guard let home = host.namespace,
                let selector = work.selector(host, named: mark, and: service.node(\.labels)?.map ?? [])
            else {
                work.ledger.dropped(service.mark, "no labels are known that select the pods of \(host.full)")
                continue
            }
            for part in [service.node(\.namespace), service.node(\.domain)] {
                if let part {
                    work.ledger.changed(part.mark, "the object is in the namespace of the service")
                }
            }
            let node = work.make(
                RequestAuthentication.self,
                name: isShared ? "\(object.name)-\(host.objectName)" : object.name,
                in: home, from: sources,
                ["selector": ["matchLabels": Node(selector)], "jwtRules": Node(rules)])
            work.add(node, order: order, rank: Rank.policies)
        }
    }

    private static func rule(_ jwt: Object<Spec.JWT>, _ work: inout ConversionWork) -> Node {
        var rule = Node.emptyMap
        for (key, node) in [("issuer", jwt.node(\.issuer)), ("jwksUri", jwt.node(\.jwksUri))] {
            if let node { rule.set(key, node) }
        }
        if let audiences = jwt.node(\.audiences), audiences.list?.isEmpty == false {
            rule.set("audiences", audiences)
        }
        if let forward = jwt.node(\.forwardJwt), forward.bool == true {
            rule.set("forwardOriginalToken", forward)
        }
        let headers = jwt.locations.compactMap { $0.node(\.header) }.filter { $0.string != "" }
        if !headers.isEmpty { rule.set("fromHeaders", Node(headers.map { ["name": $0] as Node })) }
        let params = jwt.locations.compactMap { $0.node(\.query) }.filter { $0.string != "" }
        if !params.isEmpty { rule.set("fromParams", Node(params)) }
        if let time = jwt.node(\.publicKeyCacheDuration) {
            work.ledger.dropped(
                time.mark, "Istio fetches keys itself", instead: "istiod's PILOT_JWT_PUB_KEY_REFRESH_INTERVAL"
            )
        }
        if let cluster = jwt.node(\.jwksUriEnvoyCluster) {
            work.ledger.dropped(
                cluster.mark, "Istio fetches keys itself, no cluster of the proxy's is needed")
        }
        return rule
    }

    private static func key(_ object: InputObject) -> String { "\(object.namespace)/\(object.name)" }
}
