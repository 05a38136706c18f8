import Schema
import YAML

/// Addresses of services: 127.64.0.1 to 127.127.255.254, so that every service can have its real ports on
/// this machine.
enum ClusterAddresses {
    private static let first = 1
    private static let last = 64 * 65_536 - 2

    /// Gives a service that wants one the lowest free address.
    static func allocate(for node: inout Node, of kind: Kind, in transaction: StoreTransaction) throws {
        guard kind.group.isEmpty, kind.plural == "services" else { return }
        let wanted = node["spec"]?["clusterIP"]?.string ?? ""
        if node["spec"]?["type"]?.string == "ExternalName" || wanted == "None" { return }
        let scope = StateQuery.Scope(group: "", plural: "services", namespace: nil)
        let used = Set(
            try transaction.list(scope).compactMap {
                try JSONReader.node($0.body)["spec"]?["clusterIP"]?.string
            })
        guard wanted.isEmpty else {
            guard !used.contains(wanted) else {
                throw APIFailure.invalid(
                    kind, node["metadata"]?["name"]?.string ?? "",
                    [
                        .init(
                            reason: "FieldValueInvalid",
                            message: "Invalid value: \"\(wanted)\": provided IP is already allocated",
                            field: "spec.clusterIP")
                    ])
            }
            return
        }
        guard let address = (first...last).lazy.map(text).first(where: { !used.contains($0) }) else {
            throw APIFailure(500, "InternalError", "no cluster address is free")
        }
        node.set(path: ["spec", "clusterIP"], Node(address))
        node.set(path: ["spec", "clusterIPs"], [Node(address)])
    }

    private static func text(_ number: Int) -> String {
        "127.\(64 + number / 65_536).\(number / 256 % 256).\(number % 256)"
    }
}
