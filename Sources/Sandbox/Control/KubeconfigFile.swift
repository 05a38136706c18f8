import FoundationEssentials
import YAML

/// The kubeconfig that leads to a sandbox; certificate and token are inside, so that it can be copied.
enum KubeconfigFile {
    static func node(server: String, authority: String, token: String) -> Node {
        [
            "apiVersion": "v1", "kind": "Config", "preferences": .emptyMap,
            "clusters": [
                [
                    "name": "sandbox",
                    "cluster": [
                        "server": Node(server),
                        "certificate-authority-data": Node(Data(authority.utf8).base64EncodedString()),
                    ],
                ]
            ],
            "users": [["name": "sandbox", "user": ["token": Node(token)]]],
            "contexts": [
                [
                    "name": "sandbox",
                    "context": ["cluster": "sandbox", "user": "sandbox", "namespace": "default"],
                ]
            ],
            "current-context": "sandbox",
        ]
    }
}
