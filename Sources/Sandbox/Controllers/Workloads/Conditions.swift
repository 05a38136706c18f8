import YAML

/// The conditions of a status.
struct Conditions {
    private(set) var list: [Node]

    init(of object: Node) { list = object[["status", "conditions"]]?.list ?? [] }

    /// Says how a condition is, nil for unknown. Its time of transition changes with its status only.
    mutating func set(
        _ type: String, _ holds: Bool?, _ reason: String = "", _ message: String = "",
        hasUpdateTime: Bool = false
    ) {
        let now = Node(Timestamp.text(Timestamp.now()))
        let status: Node = holds.map { $0 ? "True" : "False" } ?? "Unknown"
        let old = list.first { $0["type"]?.string == type }
        var new: Node = ["type": Node(type), "status": status]
        if !reason.isEmpty { new.set("reason", Node(reason)) }
        if !message.isEmpty { new.set("message", Node(message)) }
        let isSame = old.map { $0["status"] == status && $0["reason"] == new["reason"] } ?? false
        if hasUpdateTime {
            new.set(
                "lastUpdateTime", isSame && old?["message"] == new["message"] ? old?["lastUpdateTime"] : now)
        }
        new.set("lastTransitionTime", old?["status"] == status ? old?["lastTransitionTime"] ?? now : now)
        if let index = list.firstIndex(where: { $0["type"]?.string == type }) {
            list[index] = new
        } else {
            list.append(new)
        }
    }

    mutating func remove(_ type: String) { list.removeAll { $0["type"]?.string == type } }

    func last(_ type: String) -> Node? { list.first { $0["type"]?.string == type } }

    var node: Node { Node(list) }
}
