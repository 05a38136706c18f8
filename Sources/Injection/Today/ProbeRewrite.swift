import Kubernetes
import YAML

/// The probes of applications, which the kubelet could not reach through the sidecar: the agent answers them
/// at `/app-health/CONTAINER/KIND` and asks the application (Istio 1.30, `app_probe.go`).
struct ProbeRewrite {
    /// Where the agent listens, by the mesh's default.
    let meshPort: Int64

    /// Fields of a container that hold a probe or a handler, and the last word of their paths.
    static let places: [(field: [String], word: String)] = [
        (["readinessProbe"], "readyz"), (["livenessProbe"], "livez"), (["startupProbe"], "startupz"),
        (["lifecycle", "preStop"], "prestopz"), (["lifecycle", "postStart"], "poststartz"),
    ]
    /// Of the sidecar: the probes of the application, as JSON.
    static let variable = "ISTIO_KUBE_APP_PROBERS"

    /// Whether annotations ask for it, or else the values of the installation.
    static func isWanted(_ pod: Node, byDefault: Bool) -> Bool {
        pod.annotation(InjectionName.rewriteProbes).flatMap(GoBoolean.parse) ?? byDefault
    }

    func apply(to pod: inout Node) {
        guard pod.listOfContainer(ContainerName.proxy) != nil else { return }
        if let probes = probes(of: pod) {
            let isAgain = pod.annotation(InjectionName.status) != nil
            pod.changeContainer(ContainerName.proxy) { Self.tell(probes, to: &$0, isAgain: isAgain) }
        }
        let port = pod.annotation(InjectionName.statusPort).map { Int64($0) ?? 0 } ?? meshPort
        for list in Node.containerLists where pod[["spec", list]] != nil {
            pod.changeEach(["spec", list]) { container in
                guard let name = container["name"]?.string, name != ContainerName.proxy else { return }
                for place in Self.places {
                    container.change(place.field) { handler in
                        Self.redirect(&handler, to: "/app-health/\(name)/\(place.word)", port: port)
                    }
                }
            }
        }
    }

    // MARK: For the agent

    /// What the agent must ask, by its path; nil for nothing.
    private func probes(of pod: Node) -> Node? {
        var found: [Node.Entry] = []
        for container in pod.containers("initContainers") + pod.containers("containers") {
            guard let name = container["name"]?.string, name != ContainerName.proxy else { continue }
            var ports: [String: Int64] = [:]
            for port in container["ports"]?.list ?? [] {
                if let name = port["name"]?.string { ports[name] = port["containerPort"]?.int }
            }
            for place in Self.places {
                guard let handler = container[place.field], let probe = probe(handler, ports) else {
                    continue
                }
                found.append(.init("/app-health/\(name)/\(place.word)", probe))
            }
        }
        return found.isEmpty ? nil : Node(found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    }

    /// One handler with its named port resolved; nil for one that the agent cannot ask.
    private func probe(_ handler: Node, _ ports: [String: Int64]) -> Node? {
        guard let kind = ["httpGet", "tcpSocket", "grpc"].first(where: { handler[$0]?.map != nil }),
            var action = handler[kind], let type = Self.types[kind].flatMap(KubernetesTypes.message)
        else { return nil }
        action = GoForm(writesZeroTimes: false).part(action, as: type)
        if kind != "grpc" {
            if let name = action["port"]?.string {
                guard let port = ports[name] else { return nil }
                action.set("port", Node(port))
            } else if action["port"]?.int == meshPort {
                return nil
            }
        } else if action["service"] == nil {
            action.set("service", .null)
        }
        var probe = Node([.init(kind, action)])
        if let seconds = handler["timeoutSeconds"], seconds.int != 0 { probe.set("timeoutSeconds", seconds) }
        return probe
    }

    private static let types = [
        "httpGet": "core/v1.HTTPGetAction", "tcpSocket": "core/v1.TCPSocketAction",
        "grpc": "core/v1.GRPCAction",
    ]

    private static func tell(_ probes: Node, to sidecar: inout Node, isAgain: Bool) {
        var variables = sidecar["env"]?.list ?? []
        if isAgain, let index = variables.firstIndex(where: { $0["name"]?.string == variable }) {
            guard let text = variables[index]["value"]?.string,
                let known = try? JSONReader.node(Array(text.utf8))
            else { return }
            // What was told before stays: the probes of the pod ask the agent by now.
            var all = probes
            for entry in known.map ?? [] { all.set(entry.key, entry.value) }
            let sorted = (all.map ?? []).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            variables[index] = value(Node(sorted))
        } else {
            variables.append(value(probes))
        }
        sidecar.set("env", Node(variables))
    }

    private static func value(_ probes: Node) -> Node {
        let bytes = JSONWriter.bytes(probes, style: .compact, escapesHTML: true)
        return ["name": Node(variable), "value": Node(String(decoding: bytes, as: UTF8.self))]
    }

    // MARK: For the kubelet

    /// Points a handler at the agent.
    private static func redirect(_ handler: inout Node, to path: String, port: Int64) {
        var action: Node
        if let get = handler["httpGet"], get.map != nil {
            action = get
        } else if handler["tcpSocket"]?.map != nil || handler["grpc"]?.map != nil {
            action = .emptyMap
        } else {
            return
        }
        action.set("port", Node(port))
        action.set("path", Node(path))
        if action["scheme"]?.string == "HTTPS" { action.set("scheme", "HTTP") }
        handler.set("tcpSocket", nil)
        handler.set("grpc", nil)
        handler.set("httpGet", action)
    }
}
