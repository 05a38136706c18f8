import YAML

/// What a kind or one of its fields is for, in the form of `kubectl explain`.
package struct Explain {
    private var text = ""

    /// `path` is below the object, such as `spec.http.route`; empty for the kind itself. With `recursive`,
    /// the tree
    /// of all fields with their types follows instead of one level with documentation.
    package static func text(
        _ kind: Kind, _ spec: any Message.Type, path: String = "", version: String? = nil,
        recursive: Bool = false
    ) throws(UnknownPath) -> String {
        var explain = Explain()
        explain.head(kind, version)
        switch FieldWalk.names(path).filter({ !$0.isEmpty }) {
        case []: explain.object(spec.fields, recursive)
        case ["apiVersion"]: explain.leaf("apiVersion", "string", "The group and version of the API.")
        case ["kind"]: explain.leaf("kind", "string", "Always \(kind.name).")
        case ["metadata"]: explain.leaf("metadata", "ObjectMeta", metadata)
        case ["spec"]: explain.message("spec", spec.fields.name, spec.fields.doc, spec.fields, recursive)
        case let names where names.first == "spec":
            let field = try FieldWalk.field(Array(names.dropFirst()), in: spec.fields)
            explain.field(field, recursive)
        case let names:
            let known = ["apiVersion", "kind", "metadata", "spec"]
            guard let field = spec.fields.field(named: names[0]) else {
                throw UnknownPath(name: names[0], parent: kind.name, among: known)
            }
            throw UnknownPath(
                name: names[0], parent: kind.name, hint: "did you mean `spec.\(field.name)`?")
        }
        return explain.text
    }

    private static let metadata = "Name, namespace, labels and annotations, as of every Kubernetes object."

    private mutating func head(_ kind: Kind, _ version: String?) {
        if !kind.group.isEmpty { text += "GROUP:      \(kind.group)\n" }
        text += "KIND:       \(kind.name)\nVERSION:    \(version ?? kind.versions.first ?? "")\n\n"
    }

    private mutating func object(_ spec: MessageFields, _ recursive: Bool) {
        describe(spec.doc)
        text += "FIELDS:\n"
        for (name, type) in [("apiVersion", "string"), ("kind", "string"), ("metadata", "ObjectMeta")] {
            text += "  \(name)\t<\(type)>\n" + (recursive ? "" : "\n")
        }
        text += "  spec\t<\(spec.name)>\n"
        if recursive { tree(spec, indent: "    ", within: [spec.name]) }
    }

    private mutating func leaf(_ name: String, _ type: String, _ doc: String) {
        text += "FIELD: \(name) <\(type)>\n\n"
        describe(doc)
    }

    private mutating func field(_ field: AnyField, _ recursive: Bool) {
        let details = field.details.map { " " + $0 }.joined()
        guard let fields = field.shape.innermost.fields else {
            return leaf(field.name, field.shape.typeName, field.doc + details)
        }
        message(field.name, field.shape.typeName, field.doc + details, fields, recursive)
    }

    private mutating func message(
        _ name: String, _ type: String, _ doc: String, _ fields: MessageFields, _ recursive: Bool
    ) {
        leaf(name, type, doc)
        text += "FIELDS:\n"
        if recursive { return tree(fields, indent: "  ", within: [fields.name]) }
        for field in fields.all {
            text += "  \(signature(field))\n"
            text += wrapped(([field.doc] + field.details).joined(separator: " "), indent: "    ")
            if let others = others(field, fields) { text += wrapped(others, indent: "    ") }
            text += "\n"
        }
    }

    private mutating func tree(_ fields: MessageFields, indent: String, within: Set<String>) {
        for field in fields.all {
            text += indent + signature(field) + "\n"
            // A message within itself is named, not unfolded again.
            if let inner = field.shape.innermost.fields, !within.contains(inner.name) {
                tree(inner, indent: indent + "  ", within: within.union([inner.name]))
            }
        }
    }

    private func signature(_ field: AnyField) -> String {
        "\(field.name)\t<\(field.shape.typeName)>\(field.isRequired ? " -required-" : "")"
    }

    private func others(_ field: AnyField, _ fields: MessageFields) -> String? {
        guard let group = field.oneOf else { return nil }
        let others = fields.all.filter { $0 !== field && $0.oneOf == group }.map(\.name)
        return others.isEmpty ? nil : "Excludes: \(others.joined(separator: ", "))."
    }

    private mutating func describe(_ doc: String) {
        text += "DESCRIPTION:\n" + wrapped(doc, indent: "    ") + "\n"
    }

    /// Broken at spaces to 80 columns.
    private func wrapped(_ prose: String, indent: String) -> String {
        var result = ""
        var line = ""
        for word in prose.split(separator: " ") {
            if !line.isEmpty, indent.count + line.count + 1 + word.count > 80 {
                result += indent + line + "\n"
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? result : result + indent + line + "\n"
    }
}
