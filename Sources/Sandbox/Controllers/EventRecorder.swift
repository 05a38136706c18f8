import Crypto
import Kubernetes
import YAML

/// Tells people what a controller did to an object, as `kubectl describe` shows it. The same again counts up.
struct EventRecorder: Sendable {
    let client: LocalClient

    enum Weight: String, Sendable {
        case normal = "Normal"
        case warning = "Warning"
    }

    init(_ client: LocalClient) { self.client = client }

    /// What cannot be told is lost: an event is never a reason to fail.
    func tell(_ object: Node, _ weight: Weight, _ reason: String, _ message: String) async {
        let namespace = object.namespace.isEmpty ? "default" : object.namespace
        let name = "\(object.name.prefix(220)).\(Self.mark(object.uid + reason + message))"
        let now = Node(Timestamp.text(Timestamp.now()))
        if let last = try? client.get(.events, namespace, name) {
            let count = last["count"]?.int ?? 1
            _ = try? await client.merge(
                .events, namespace, name,
                ["count": Node(count < .max ? count + 1 : count), "lastTimestamp": now])
            return
        }
        _ = try? await client.create(
            .events,
            [
                "apiVersion": "v1", "kind": "Event",
                "metadata": ["name": Node(name), "namespace": Node(namespace)],
                "involvedObject": [
                    "apiVersion": object["apiVersion"] ?? "", "kind": object["kind"] ?? "",
                    "namespace": Node(object.namespace), "name": Node(object.name), "uid": Node(object.uid),
                    "resourceVersion": object[["metadata", "resourceVersion"]] ?? "",
                ],
                "type": Node(weight.rawValue), "reason": Node(reason), "message": Node(message),
                "source": ["component": Node(client.name)], "reportingComponent": Node(client.name),
                "reportingInstance": "sandbox", "firstTimestamp": now, "lastTimestamp": now, "count": 1,
            ])
    }

    /// Sixteen hexadecimal digits that are the same for the same text.
    private static func mark(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
