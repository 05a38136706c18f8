import Kubernetes
import YAML

/// All that happens in a sandbox by itself, beside its API.
struct StandardControllers: Sendable {
    let server: APIServer
    let node: PodNode
    let authorityPEM: String

    /// Until the task is cancelled; pods' processes have ended then.
    func run() async {
        server.runtime.withLock { $0 = node }
        await register()
        let loop = ControllerLoop(
            server,
            [
                NamespaceAccounts(authorityPEM: authorityPEM),
                TokenSecrets(authorityPEM: authorityPEM, tokens: server.tokens),
                DeploymentController(), ReplicaSetController(),
                ReplicaSetController(.replicationControllers), JobController(), EndpointsController(), node,
                EventExpiry(),
            ])
        await loop.run()
        await node.stop()
    }

    /// The node that pods are on.
    private func register() async {
        let client = LocalClient(server: server, name: node.name)
        do {
            var object =
                try client.get(.nodes, "", PodNode.nodeName)
                ?? [
                    "apiVersion": "v1", "kind": "Node",
                    "metadata": [
                        "name": Node(PodNode.nodeName),
                        "labels": [
                            "kubernetes.io/hostname": Node(PodNode.nodeName), "kubernetes.io/os": "linux",
                            "node-role.kubernetes.io/sandbox": "",
                        ],
                    ], "spec": .emptyMap,
                ]
            if object.uid.isEmpty { object = try await client.create(.nodes, object) }
            var conditions = Conditions(of: object)
            conditions.set("Ready", true, "KubeletReady", "the sandbox takes pods")
            var status: Node = [
                "conditions": conditions.node,
                "addresses": [
                    ["type": "InternalIP", "address": "127.0.0.1"],
                    ["type": "Hostname", "address": Node(PodNode.nodeName)],
                ],
                "capacity": ["pods": "1000"], "allocatable": ["pods": "1000"],
            ]
            status.set(path: ["nodeInfo", "kubeletVersion"], ServerVersion.node["gitVersion"])
            status.set(path: ["nodeInfo", "operatingSystem"], "linux")
            status.set(path: ["nodeInfo", "containerRuntimeVersion"], "process://1")
            object.set("status", status)
            try await client.replaceStatus(.nodes, object)
        } catch {
            // Pods run without the object that stands for their node; the next start tries again.
        }
    }
}
