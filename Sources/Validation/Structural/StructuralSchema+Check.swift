package import YAML

extension StructuralSchema {
    /// What is wrong at one place, as the API server of Kubernetes says it.
    package struct Problem: Sendable, Equatable {
        /// `FieldValueInvalid`, `FieldValueRequired`, `FieldValueNotSupported`, `FieldValueTooLong`,
        /// `FieldValueTooMany` or `FieldValueDuplicate`.
        package let reason: String
        /// Such as `spec.ports[0].name`.
        package let path: String
        package let message: String

        static func invalid(_ path: String, _ found: Node, _ what: String) -> Problem {
            Problem(
                reason: "FieldValueInvalid", path: path,
                message: "Invalid value: \(Self.shown(found)): \(path) in body \(what)")
        }

        /// A value in a message: long ones only by their beginning.
        static func shown(_ node: Node) -> String {
            if node.map != nil { return "\"object\"" }
            let text = JSONWriter.text(node, style: .compact)
            return text.utf8.count <= 200 ? text : String(text.prefix(200)) + "…"
        }
    }

    /// Everything that is wrong with a value, in the order of the value. At most `limit` problems.
    package func problems(of node: Node, at path: String = "", limit: Int = 100) -> [Problem] {
        var found: [Problem] = []
        collect(node, path, limit, &found)
        return found
    }

    private func collect(_ node: Node, _ path: String, _ limit: Int, _ found: inout [Problem]) {
        guard found.count < limit else { return }
        if node.isNull {
            if !isNullable { found.append(typeProblem(node, path)) }
            return
        }
        guard hasRightType(node) else { return found.append(typeProblem(node, path)) }
        found += valueProblems(node, path)
        switch node.content {
        case .map(let entries):
            for name in required where node[name] == nil {
                found.append(
                    Problem(
                        reason: "FieldValueRequired", path: Self.joined(path, name), message: "Required value"
                    ))
            }
            for entry in entries {
                guard let schema = property(entry.key) ?? additional.first else { continue }
                schema.collect(entry.value, Self.joined(path, entry.key), limit, &found)
            }
        case .list(let values):
            guard let schema = items.first else { break }
            for (index, value) in values.enumerated() {
                schema.collect(value, "\(path)[\(index)]", limit, &found)
            }
        default: break
        }
        collectJunctors(node, path, limit, &found)
    }

    private func collectJunctors(_ node: Node, _ path: String, _ limit: Int, _ found: inout [Problem]) {
        for schema in allOf { schema.collect(node, path, limit, &found) }
        func matches(_ schema: StructuralSchema) -> Bool {
            schema.problems(of: node, at: path, limit: 1).isEmpty
        }
        if !anyOf.isEmpty, !anyOf.contains(where: matches) {
            found.append(.invalid(path, node, "must validate at least one schema (anyOf)"))
        }
        if !oneOf.isEmpty {
            let count = oneOf.filter(matches).count
            if count == 0 {
                found.append(
                    .invalid(path, node, "must validate one and only one schema (oneOf). Found none valid"))
            } else if count > 1 {
                let text = "must validate one and only one schema (oneOf). Found \(count) valid alternatives"
                found.append(.invalid(path, node, text))
            }
        }
        if let schema = not.first, matches(schema) {
            found.append(.invalid(path, node, "must not validate the schema (not)"))
        }
    }

    private func hasRightType(_ node: Node) -> Bool {
        if isIntOrString { return node.string != nil || node.int != nil }
        return switch type {
        case nil: true
        case .object: node.map != nil
        case .array: node.list != nil
        case .string: node.string != nil
        case .boolean: node.bool != nil
        case .integer: node.isWhole
        case .number: node.double != nil
        }
    }

    private func typeProblem(_ node: Node, _ path: String) -> Problem {
        let wanted = isIntOrString ? "integer,string" : type?.rawValue ?? "object"
        let shown = node.isNull ? "null" : node.map != nil ? "object" : node.list != nil ? "array" : nil
        let found = shown.map { "\"\($0)\"" } ?? Problem.shown(node)
        return Problem(
            reason: "FieldValueTypeInvalid", path: path,
            message: "Invalid value: \(found): \(path) in body must be of type \(wanted): \(found)")
    }

    static func joined(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}

extension Node {
    /// A whole number of any size, also one written with a point and no fraction.
    fileprivate var isWhole: Bool { if case .unsigned = content { true } else { int != nil } }
}
