import YAML

/// Who owns which fields of an object: `metadata.managedFields`.
struct ManagedFields: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        var manager: FieldManager
        /// The version in which the fields are named.
        var apiVersion: String
        /// When the fields were last changed, as the API writes times.
        var time: String
        var fields: FieldTree
    }

    private(set) var entries: [Entry] = []

    /// The most entries of updates; what is older is kept together.
    private static let updateLimit = 10
    private static let ancient = "ancient-changes"

    init() {}

    /// What an object says; nil when that cannot be understood.
    init?(_ node: Node?) {
        for item in node?.list ?? [] {
            guard let entry = Entry(item) else { return nil }
            entries.append(entry)
        }
    }

    /// Whether somebody asks for a fresh start: a list that is there and says nothing.
    static func isReset(_ node: Node?) -> Bool {
        guard let list = node?.list else { return false }
        return list.isEmpty || list == [.emptyMap]
    }

    subscript(manager: FieldManager) -> FieldTree {
        entries.first { $0.manager == manager }?.fields ?? FieldTree()
    }

    /// The fields that a manager has from now on. The time stays where nothing changes.
    mutating func set(_ fields: FieldTree, of manager: FieldManager, in apiVersion: String, at time: String) {
        let index = entries.firstIndex { $0.manager == manager }
        if fields.isEmpty {
            if let index { entries.remove(at: index) }
        } else if let index {
            let isSame = entries[index].fields == fields && entries[index].apiVersion == apiVersion
            if isSame { return }
            entries[index] = Entry(manager: manager, apiVersion: apiVersion, time: time, fields: fields)
        } else {
            entries.append(Entry(manager: manager, apiVersion: apiVersion, time: time, fields: fields))
        }
    }

    /// Takes fields away from everybody but one manager.
    mutating func take(_ fields: FieldTree, fromAllBut manager: FieldManager) {
        for index in entries.indices where entries[index].manager != manager {
            entries[index].fields = entries[index].fields.subtracting(fields)
        }
        entries.removeAll { $0.fields.isEmpty }
    }

    /// All owned fields.
    var all: FieldTree { entries.reduce(FieldTree()) { $0.union($1.fields) } }

    /// Keeps the number of entries bounded, however many clients update an object.
    mutating func join() {
        let updates = entries.filter { $0.manager.operation == .update && $0.manager.name != Self.ancient }
            .sorted { $0.time < $1.time }
        guard updates.count > Self.updateLimit else { return }
        for old in updates.prefix(updates.count - Self.updateLimit) {
            entries.removeAll { $0.manager == old.manager }
            let manager = FieldManager(
                name: Self.ancient, operation: .update, updatedVersion: old.apiVersion,
                subresource: old.manager.subresource)
            set(self[manager].union(old.fields), of: manager, in: old.apiVersion, at: old.time)
        }
    }

    /// Applied fields first, then by time and name.
    var node: Node {
        Node(
            entries.sorted { a, b in
                (a.manager.operation.rawValue, a.time, a.manager.name, a.apiVersion)
                    < (b.manager.operation.rawValue, b.time, b.manager.name, b.apiVersion)
            }.map(\.node))
    }
}

/// Who owns fields. Somebody who applies is the same in every version of the API.
struct FieldManager: Hashable, Sendable {
    enum Operation: String, Sendable {
        case apply = "Apply"
        case update = "Update"
    }

    var name: String
    var operation: Operation
    /// Of an update only.
    var updatedVersion: String?
    /// Such as `status`; empty for the object itself.
    var subresource = ""

    static func applying(_ name: String) -> FieldManager { FieldManager(name: name, operation: .apply) }

    static func updating(_ name: String, _ apiVersion: String) -> FieldManager {
        FieldManager(name: name, operation: .update, updatedVersion: apiVersion)
    }

    /// As conflicts name it.
    var shown: String {
        let subresource = subresource.isEmpty ? "" : " with subresource \"\(subresource)\""
        return "\"\(name)\"\(subresource)" + (updatedVersion.map { " using \($0)" } ?? "")
    }
}

extension ManagedFields.Entry {
    init?(_ node: Node) {
        guard let operation = FieldManager.Operation(rawValue: node["operation"]?.string ?? ""),
            node["fieldsType"]?.string ?? "FieldsV1" == "FieldsV1",
            let fields = FieldTree(fieldsV1: node["fieldsV1"] ?? .emptyMap)
        else { return nil }
        apiVersion = node["apiVersion"]?.string ?? ""
        manager = FieldManager(
            name: node["manager"]?.string ?? "", operation: operation,
            updatedVersion: operation == .update ? apiVersion : nil,
            subresource: node["subresource"]?.string ?? "")
        time = node["time"]?.string ?? ""
        self.fields = fields
    }

    var node: Node {
        var node: Node = [
            "manager": Node(manager.name), "operation": Node(manager.operation.rawValue),
            "apiVersion": Node(apiVersion),
        ]
        if !time.isEmpty { node.set("time", Node(time)) }
        node.set("fieldsType", "FieldsV1")
        node.set("fieldsV1", fields.fieldsV1)
        if !manager.subresource.isEmpty { node.set("subresource", Node(manager.subresource)) }
        return node
    }
}
