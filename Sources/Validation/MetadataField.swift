import Diagnostics
import Schema
import YAML

/// A field of an object's metadata, and what it may hold.
struct MetadataField {
    fileprivate enum Shape {
        case text, number, texts, list
        /// A text whose form the API server insists on.
        case name, namespace
    }

    private let shape: Shape

    static func named(_ name: String) -> MetadataField? { shapes[name].map(MetadataField.init) }

    static let names: [String] = shapes.keys.sorted()

    private static let shapes: [String: Shape] = [
        "annotations": .texts, "clusterName": .text, "creationTimestamp": .text,
        "deletionGracePeriodSeconds": .number, "deletionTimestamp": .text, "finalizers": .list,
        "generateName": .text, "generation": .number, "initializers": .text, "labels": .texts,
        "managedFields": .list, "name": .name, "namespace": .namespace, "ownerReferences": .list,
        "resourceVersion": .text, "selfLink": .text, "uid": .text,
    ]

    private init(_ shape: Shape) { self.shape = shape }

    /// Turns numbers and truth values into texts where texts belong. Returns whether there were any.
    func makeTexts(_ value: inout Node, _ report: inout Report) -> Bool {
        switch shape {
        case .text, .name, .namespace: return makeText(&value, &report)
        case .texts:
            guard case .map(var entries) = value.content else { return false }
            var isChanged = false
            for index in entries.indices where makeText(&entries[index].value, &report) { isChanged = true }
            if isChanged { value.content = .map(entries) }
            return isChanged
        case .number, .list: return false
        }
    }

    private func makeText(_ value: inout Node, _ report: inout Report) -> Bool {
        let text: String
        switch value.content {
        case .int(let number): text = String(number)
        case .unsigned(let number): text = String(number)
        case .double(let number): text = Int64(exactly: number).map(String.init) ?? String(number)
        case .bool(let flag): text = String(flag)
        case .null, .string, .list, .map: return false
        }
        report.warning(
            .wrongType, "expected a string, found \(value.found), which is taken for \"\(text)\"",
            at: .value(value.mark), hint: "put the value in quotes")
        value.content = .string(text)
        return true
    }

    func check(_ entry: Node.Entry, _ report: inout Report) {
        if entry.value.isNull { return }
        switch shape {
        case .text: expect(entry.value.string != nil, "a string", entry, &report)
        case .number: expect(entry.value.int != nil, "a whole number", entry, &report)
        case .list: expect(entry.value.list != nil, "a list", entry, &report)
        case .texts:
            expect(entry.value.map != nil, "a map", entry, &report)
            for inner in entry.value.map ?? [] where !inner.value.isNull {
                expect(inner.value.string != nil, "a string", inner, &report)
            }
        case .name, .namespace:
            expect(entry.value.string != nil, "a string", entry, &report)
            if let name = entry.value.string { checkName(name, entry.value.mark, &report) }
        }
    }

    private func expect(_ condition: Bool, _ what: String, _ entry: Node.Entry, _ report: inout Report) {
        guard !condition else { return }
        report.error(
            .wrongType,
            "\"\(entry.key.escapingControls)\": expected \(what), found \(entry.value.found)",
            at: .value(entry.value.mark))
    }

    /// Kubernetes takes subdomains for names and labels for namespaces. A warning only: the API server, which
    /// 0.7.1 left this to, has the last word.
    private func checkName(_ name: String, _ mark: Mark, _ report: inout Report) {
        let isFine = shape == .name ? Name.isSubdomain(name) : Name.isLabel(name)
        guard !isFine, !name.isEmpty else { return }
        let what = shape == .name ? "name" : "namespace"
        report.warning(
            .invalidName, "\"\(name.escapingControls)\" is no valid \(what), Kubernetes will refuse it",
            at: .value(mark),
            hint: "use lower case letters, digits and \"-\", with letters or digits at both ends")
    }
}
