import Diagnostics
import IstioAPI
import Schema
import YAML

/// What every Kubernetes object has around its spec: `apiVersion`, `kind`, `metadata`.
enum Envelope {
    /// The object with its outer keys and those of its metadata as Kubernetes spells them (0.7.1 matched them
    /// in any case), and with the texts of its metadata as texts (0.7.1 took `name: 5` for `name: "5"`).
    static func normalized(_ object: Node, _ report: inout Report) -> Node {
        guard case .map(var entries) = object.content else { return object }
        var isChanged = respell(&entries, topLevel, &report)
        if let index = entries.firstIndex(where: { $0.key == "metadata" }),
            case .map(var inner) = entries[index].value.content
        {
            var isInnerChanged = respell(&inner, MetadataField.names, &report)
            for position in inner.indices {
                guard let field = MetadataField.named(inner[position].key) else { continue }
                if field.makeTexts(&inner[position].value, &report) { isInnerChanged = true }
            }
            if isInnerChanged {
                entries[index].value.content = .map(inner)
                isChanged = true
            }
        }
        return isChanged ? Node(.map(entries), at: object.mark) : object
    }

    private static let topLevel = ["apiVersion", "kind", "metadata", "spec", "status"]

    private static func respell(
        _ entries: inout [Node.Entry], _ names: [String], _ report: inout Report
    ) -> Bool {
        var isChanged = false
        for index in entries.indices where !names.contains(entries[index].key) {
            let written = entries[index].key
            let lowercased = written.lowercased()
            guard let name = names.first(where: { $0.lowercased() == lowercased }),
                !entries.contains(where: { $0.key == name })
            else { continue }
            report.warning(
                .unknownField, "\"\(written.escapingControls)\" is taken for \"\(name)\"",
                at: .key(written, entries[index].keyMark), hint: "write `\(name)`")
            entries[index].key = name
            isChanged = true
        }
        return isChanged
    }

    /// Whether the object says what it is, in words that can be looked up.
    static func hasTypes(_ object: Node, _ report: inout Report) -> Bool {
        for name in ["apiVersion", "kind"] {
            guard let value = object[name], !value.isNull, value.string == nil else { continue }
            report.error(
                .wrongType, "\"\(name)\": expected a string, found \(value.found)", at: .value(value.mark))
        }
        if !report.hasErrors, object["kind"]?.string?.isEmpty ?? true {
            let place = object["kind"].map { Place.value($0.mark) } ?? .missing("kind", in: object.mark)
            report.error(
                .unknownKind, "the kind is not known: \"kind\" is missing or empty", at: place,
                hint: "say what the object is, such as `kind: RouteRule`")
        }
        if !report.hasErrors, object["kind"]?.string == "List" {
            report.error(
                .missingField, "kind List is not known without a list of \"items\"", at: .value(object.mark))
        }
        return !report.hasErrors
    }

    /// Checks all but the spec of an object of a known kind.
    static func check(_ object: Node, _ kind: Kind, _ report: inout Report) {
        if kind.group.hasSuffix("istio.io") { unknownFields(object, kind, &report) }
        let isFileOnly = Catalog.isFileOnly(kind)
        guard let metadata = object["metadata"], !metadata.isNull else {
            if isFileOnly { return }
            report.error(
                .missingField, "missing \"metadata\" with the object's name",
                at: .missing("metadata", in: object.mark))
            return
        }
        guard let entries = metadata.map else {
            report.error(
                .wrongType, "\"metadata\": expected a map, found \(metadata.found)", at: .value(metadata.mark)
            )
            return
        }
        for entry in entries {
            guard let field = MetadataField.named(entry.key) else {
                report.warning(
                    .unknownField, "unknown field \"\(entry.key.escapingControls)\" in metadata is ignored",
                    at: .key(entry.key, entry.keyMark))
                continue
            }
            field.check(entry, &report)
        }
        if !isFileOnly, isBlank(metadata["name"]), isBlank(metadata["generateName"]) {
            report.error(
                .missingField, "missing \"name\" in metadata", at: .missing("name", in: metadata.mark),
                hint: "every object needs a name")
        }
    }

    /// 0.7.1 passed over what it did not know; today it is refused.
    private static func unknownFields(_ object: Node, _ kind: Kind, _ report: inout Report) {
        let entries = object.map ?? []
        for index in entries.indices where !topLevel.contains(entries[index].key) {
            let entry = entries[index]
            let place = Place.key(entry.key, entry.keyMark)
            let hint = Suggestion.nearest(to: entry.key, among: topLevel).map { "did you mean `\($0)`?" }
            let message = "unknown field \"\(entry.key.escapingControls)\""
            if kind.generation == .today {
                report.error(.unknownField, message, at: place, hint: hint)
            } else {
                report.warning(.unknownField, message + " is ignored", at: place, hint: hint)
            }
        }
    }

    private static func isBlank(_ node: Node?) -> Bool {
        guard let node, !node.isNull else { return true }
        return node.string?.isEmpty ?? false
    }
}
