import Validation
import YAML

extension MeshObject {
    /// Istio's ingress gateway, its service and its pod, which count as there unless the input has its own: a
    /// repository of rules seldom holds the gateway that they are for. (Istio 1.30 assumes the same.)
    package static let assumedGateway: [MeshObject] = {
        let labels: Node = ["istio": "ingressgateway"]
        let ports: [Node] = [80, 443, 31400, 15443].map { ["name": "port-\($0)", "port": Node($0)] }
        let metadata: Node = [
            "name": "istio-ingressgateway", "namespace": "istio-system", "labels": labels,
        ]
        let service: Node = [
            "apiVersion": "v1", "kind": "Service", "metadata": metadata,
            "spec": ["ports": Node(ports), "selector": labels],
        ]
        let pod: Node = ["apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": .emptyMap]
        return [service, pod].flatMap { MeshInput(Document($0), origin: .assumed).objects }
    }()
}
