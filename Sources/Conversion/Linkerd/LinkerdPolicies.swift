import Diagnostics
import IstioAPI
import Schema
import YAML

/// Istio's policies about who may call whom as Linkerd's.
enum LinkerdPolicies {
    /// A policy that allows becomes a Server for each port of its workloads, an AuthorizationPolicy for each
    /// of its rules, and what these refer to. Other actions have no counterpart.
    static func convert(_ object: Node, _ work: inout TargetWork) {
        let policy = Object<AuthorizationPolicy>(object["spec"])
        if policy.action ?? .allow != .allow {
            return work.dropMarks(
                object, "Linkerd's policies only allow: what no policy allows is denied",
                instead:
                    "policies for those who may, with the annotation config.linkerd.io/default-inbound-policy: deny"
            )
        }
        guard let problem = problem(with: policy) else { return emit(object, policy, &work) }
        work.dropMarks(object, problem.why, instead: problem.instead)
    }

    /// Mutual TLS is always on in Linkerd; whether other connections are taken is an annotation.
    static func convertPeers(_ object: Node, _ work: inout TargetWork) {
        let mode = Object<PeerAuthentication>(object["spec"]).mtls.mode
        let policy = mode == .strict ? "all-authenticated" : "all-unauthenticated"
        work.dropMarks(
            object,
            "whether connections without mutual TLS are taken is an annotation of namespaces and workloads",
            instead: "config.linkerd.io/default-inbound-policy: \(policy)")
    }

    /// What of a policy cannot be said, and would let in more or fewer than it did.
    private static func problem(with policy: Object<AuthorizationPolicy>) -> (why: String, instead: String)? {
        if policy.rules.isEmpty {
            return (
                "a policy without rules denies everything",
                "the annotation config.linkerd.io/default-inbound-policy: deny"
            )
        }
        if policy.has(\.targetRef) || policy.has(\.targetRefs) {
            return (
                "it is for a gateway or a waypoint, which Linkerd has not",
                "the ingress controller's own rules"
            )
        }
        for rule in policy.rules {
            if rule.has(\.when) {
                return ("Linkerd's policies have no conditions", "a check in the application")
            }
            for source in rule.from.map(\.source) {
                let other = (source.node?.map ?? []).first {
                    !["principals", "namespaces", "ipBlocks"].contains($0.key)
                }
                if let other { return ("Linkerd cannot tell callers by \(other.key)", "meshTLS identities") }
            }
            for operation in rule.to.map(\.operation) {
                let other = (operation.node?.map ?? []).first { $0.key != "ports" }
                if let other {
                    return (
                        "this conversion does not limit Linkerd's policies by \(other.key)",
                        "an HTTPRoute of policy.linkerd.io with the Server as its parent"
                    )
                }
            }
        }
        return nil
    }

    private static func emit(
        _ object: Node, _ policy: Object<AuthorizationPolicy>, _ work: inout TargetWork
    ) {
        let labels = policy.selector.node(\.matchLabels) ?? .emptyMap
        for (index, rule) in policy.rules.enumerated() {
            let ports = ports(rule, labels, object, work)
            if ports.isEmpty {
                work.dropMarks(
                    rule.node ?? .null,
                    "a Server is for one port, and neither the policy nor a Service names one",
                    instead: "the Service of these pods in the input")
                continue
            }
            let suffix = policy.rules.count > 1 ? "-\(index + 1)" : ""
            let authentications = authentications(rule, object, suffix, &work)
            for port in ports {
                let name = "\(object.objectName)-\(port.string ?? port.int.map(String.init) ?? "")"
                work.addServer(object, name, labels, port)
                work.add(
                    work.object(
                        "policy.linkerd.io/v1alpha1", "AuthorizationPolicy", of: object, name: name + suffix,
                        [
                            "targetRef": [
                                "group": "policy.linkerd.io", "kind": "Server", "name": Node(name),
                            ], "requiredAuthenticationRefs": Node(authentications),
                        ]))
            }
        }
        work.ledger.changed(object.mark, "now policies of policy.linkerd.io")
        work.ledger.remark(
            "Linkerd denies what no AuthorizationPolicy allows at a port that has a Server; ports without one "
                + "follow the default policy.")
    }

    /// The ports of the rule, or those to which services lead that select the same pods.
    private static func ports(
        _ rule: Object<AuthorizationPolicy.Rule>, _ labels: Node, _ object: Node, _ work: TargetWork
    ) -> [Node] {
        let named = rule.to.flatMap { $0.operation.each(\.ports) }.compactMap { port in
            Int64(port.item).map { Node(.int($0), at: port.mark) }
        }
        if !named.isEmpty { return named }
        let namespace = object.namespaceName(work.options)
        let services = work.services.sorted { $0.key < $1.key }.map(\.value).filter { service in
            service.namespaceName(work.options) == namespace
                && (labels.map ?? []).allSatisfy { service["spec"]?["selector"]?[$0.key] == $0.value }
        }
        var ports: [Node] = []
        for port in services.flatMap({ $0["spec"]?["ports"]?.list ?? [] }) {
            guard let target = port["targetPort"] ?? port["port"] else { continue }
            let plain = Node(target.content)
            if !ports.contains(plain) { ports.append(plain) }
        }
        return ports
    }

    /// References to what a caller must show: an identity, or an address.
    private static func authentications(
        _ rule: Object<AuthorizationPolicy.Rule>, _ object: Node, _ suffix: String, _ work: inout TargetWork
    ) -> [Node] {
        let name = object.objectName + suffix
        let identities = rule.from.flatMap { from -> [Node] in
            let source = from.source
            return source.each(\.principals).map { identity(ofPrincipal: $0.item, at: $0.mark) }
                + source.each(\.namespaces).map {
                    Node(.string("*.\($0.item).serviceaccount.identity.linkerd.cluster.local"), at: $0.mark)
                }
        }
        let blocks = rule.from.flatMap { $0.source.each(\.ipBlocks) }
        var references: [Node] = []
        if !identities.isEmpty || blocks.isEmpty {
            let all: [Node] = identities.isEmpty && rule.from.isEmpty ? ["*"] : identities
            references.append(reference("MeshTLSAuthentication", name))
            work.add(
                work.object(
                    "policy.linkerd.io/v1alpha1", "MeshTLSAuthentication", of: object, name: name,
                    ["identities": Node(all)]))
        }
        if !blocks.isEmpty {
            let networks = blocks.map { block -> Node in
                ["cidr": Node(.string(block.item), at: block.mark)]
            }
            references.append(reference("NetworkAuthentication", name))
            work.add(
                work.object(
                    "policy.linkerd.io/v1alpha1", "NetworkAuthentication", of: object, name: name,
                    ["networks": Node(networks)]))
        }
        return references
    }

    private static func reference(_ kind: String, _ name: String) -> Node {
        ["group": "policy.linkerd.io", "kind": Node(kind), "name": Node(name)]
    }

    /// `cluster.local/ns/books/sa/reviews` as Linkerd names it; `*` stays.
    private static func identity(ofPrincipal principal: String, at mark: Mark) -> Node {
        let parts = principal.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[1] == "ns", parts[3] == "sa" else {
            return Node(.string(principal), at: mark)
        }
        let name = "\(parts[4]).\(parts[2]).serviceaccount.identity.linkerd.cluster.local"
        return Node(.string(name), at: mark)
    }
}

extension TargetWork {
    /// A Server, unless the same one is there already.
    fileprivate mutating func addServer(_ object: Node, _ name: String, _ labels: Node, _ port: Node) {
        let isThere = outputs.contains { $0["kind"] == "Server" && $0.objectName == name }
        if isThere { return }
        add(
            self.object(
                "policy.linkerd.io/v1beta3", "Server", of: object, name: name,
                ["podSelector": ["matchLabels": labels], "port": port]))
    }
}
