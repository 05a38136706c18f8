import YAML

/// The addresses and ports behind a Service.
struct ServiceAddresses {
    private let service: Node
    private let pods: [Node]
    private let ports: [Node]

    init(_ service: Node, _ pods: [Node]) {
        self.service = service
        self.pods = pods
        ports = (service[["spec", "ports"]]?.list ?? []).compactMap { Self.port($0, pods) }
    }

    /// Where pods listen for a port of the service; nil when none of them has the port that it names.
    private static func port(_ port: Node, _ pods: [Node]) -> Node? {
        let target = port["targetPort"] ?? port["port"] ?? .null
        guard let number = target.int ?? pods.lazy.compactMap({ Self.number(of: target, in: $0) }).first
        else {
            return nil
        }
        var node: Node = ["name": port["name"] ?? "", "port": Node(number)]
        node.set("protocol", port["protocol"] ?? "TCP")
        node.set("appProtocol", port["appProtocol"])
        return node
    }

    private static func number(of name: Node, in pod: Node) -> Int64? {
        for list in ["containers", "initContainers"] {
            for container in pod[["spec", list]]?.list ?? [] {
                let named = container["ports"]?.list?.first { $0["name"] == name }
                if let number = named?["containerPort"]?.int { return number }
            }
        }
        return nil
    }

    private func isReady(_ pod: Node) -> Bool {
        pod.isReadyPod || service[["spec", "publishNotReadyAddresses"]]?.bool ?? false
    }

    func slice(managedBy name: String) -> Node {
        let endpoints = pods.map { pod -> Node in
            var endpoint: Node = [
                "addresses": [pod[["status", "podIP"]] ?? ""],
                "conditions": [
                    "ready": Node(isReady(pod) && !pod.isEnding), "serving": Node(isReady(pod)),
                    "terminating": Node(pod.isEnding),
                ],
                "nodeName": pod[["spec", "nodeName"]] ?? "", "targetRef": Self.reference(to: pod),
            ]
            endpoint.set("hostname", pod[["spec", "hostname"]])
            return endpoint
        }
        var labels = service[["metadata", "labels"]] ?? .emptyMap
        labels.set(EndpointsController.serviceLabel, Node(service.name))
        labels.set("endpointslice.kubernetes.io/managed-by", Node(name))
        return [
            "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice",
            "metadata": [
                "name": Node("\(service.name)-sandbox"), "namespace": Node(service.namespace),
                "labels": labels, "ownerReferences": [service.asController],
            ],
            "addressType": "IPv4", "endpoints": Node(endpoints), "ports": Node(ports),
        ]
    }

    func endpoints(managedBy name: String) -> Node {
        func addresses(_ pods: [Node]) -> Node {
            Node(
                pods.map { pod in
                    [
                        "ip": pod[["status", "podIP"]] ?? "", "nodeName": pod[["spec", "nodeName"]] ?? "",
                        "targetRef": Self.reference(to: pod),
                    ]
                })
        }
        let ready = pods.filter { isReady($0) && !$0.isEnding }
        let others = pods.filter { !isReady($0) && !$0.isEnding }
        var subset: Node = [:]
        if !ready.isEmpty { subset.set("addresses", addresses(ready)) }
        if !others.isEmpty { subset.set("notReadyAddresses", addresses(others)) }
        if !ports.isEmpty {
            subset.set(
                "ports",
                Node(
                    ports.map { port in
                        var port = port
                        if port["name"]?.string == "" { port.set("name", nil) }
                        return port
                    }))
        }
        var object: Node = [
            "apiVersion": "v1", "kind": "Endpoints",
            "metadata": [
                "name": Node(service.name), "namespace": Node(service.namespace),
                "labels": [EndpointsController.managed: Node(name)],
            ],
        ]
        if !ready.isEmpty || !others.isEmpty { object.set("subsets", [subset]) }
        return object
    }

    private static func reference(to pod: Node) -> Node {
        [
            "kind": "Pod", "namespace": Node(pod.namespace), "name": Node(pod.name), "uid": Node(pod.uid),
        ]
    }
}
