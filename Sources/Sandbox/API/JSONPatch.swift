import YAML

/// RFC 6902: a list of operations on places named by JSON pointers; all happen or none.
enum JSONPatch {
    static func apply(_ patch: Node, to target: Node, limit: Int) throws(APIFailure) -> Node {
        guard let operations = patch.list else { throw .badRequest("a JSON patch is a list of operations") }
        guard operations.count <= limit else {
            throw APIFailure(
                413, "RequestEntityTooLarge",
                "the patch has \(operations.count) operations; \(limit) are allowed")
        }
        var result = target
        for operation in operations { try apply(operation, to: &result) }
        return result
    }

    private static func apply(_ operation: Node, to root: inout Node) throws(APIFailure) {
        let path = try pointer(operation, "path")
        switch operation["op"]?.string {
        case "add": try edit(&root, path[...], .add(value(of: operation)))
        case "replace": try edit(&root, path[...], .replace(value(of: operation)))
        case "remove": try edit(&root, path[...], .remove)
        case "test":
            guard try find(root, path) == value(of: operation) else {
                throw refused(
                    "the server rejected our request due to an error in our request: testing value \(name(path)) failed"
                )
            }
        case "copy": try edit(&root, path[...], .add(find(root, pointer(operation, "from"))))
        case "move":
            let from = try pointer(operation, "from")
            guard !(path.count > from.count && path.starts(with: from)) else {
                throw refused("a value cannot be moved into itself")
            }
            let moved = try find(root, from)
            try edit(&root, from[...], .remove)
            try edit(&root, path[...], .add(moved))
        default: throw .badRequest("unknown operation of a JSON patch")
        }
    }

    private enum Edit {
        case add(Node)
        case replace(Node)
        case remove
    }

    private static func edit(_ node: inout Node, _ path: ArraySlice<String>, _ edit: Edit) throws(APIFailure)
    {
        guard let step = path.first else {
            switch edit {
            case .add(let value), .replace(let value): node = value
            case .remove: node = .null
            }
            return
        }
        let rest = path.dropFirst()
        switch node.content {
        case .map(let entries):
            let known = entries.first { $0.key == step }
            if rest.isEmpty {
                if case .add = edit {} else if known == nil { throw missing(path) }
                switch edit {
                case .add(let value), .replace(let value): node.set(step, value)
                case .remove: node.set(step, nil)
                }
            } else {
                guard var child = known?.value else { throw missing(path) }
                try self.edit(&child, rest, edit)
                node.set(step, child)
            }
        case .list(var items):
            try editList(&items, step, rest, edit)
            node = Node(items)
        default: throw missing(path)
        }
    }

    private static func editList(
        _ items: inout [Node], _ step: String, _ rest: ArraySlice<String>, _ edit: Edit
    ) throws(APIFailure) {
        if case .add(let value) = edit, rest.isEmpty {
            guard let index = step == "-" ? items.count : index(step), index <= items.count else {
                throw missing([step])
            }
            return items.insert(value, at: index)
        }
        guard let index = index(step), index < items.count else { throw missing([step]) }
        if !rest.isEmpty { return try self.edit(&items[index], rest, edit) }
        switch edit {
        case .replace(let value), .add(let value): items[index] = value
        case .remove: items.remove(at: index)
        }
    }

    private static func find(_ root: Node, _ path: [String]) throws(APIFailure) -> Node {
        var node = root
        for step in path {
            if let child = node[step] {
                node = child
            } else if let items = node.list, let index = index(step), index < items.count {
                node = items[index]
            } else {
                throw missing(path[...])
            }
        }
        return node
    }

    private static func value(of operation: Node) throws(APIFailure) -> Node {
        guard let value = operation["value"] else {
            throw .badRequest("an operation of the JSON patch has no value")
        }
        return value
    }

    private static func pointer(_ operation: Node, _ key: String) throws(APIFailure) -> [String] {
        guard let text = operation[key]?.string, text.isEmpty || text.hasPrefix("/") else {
            throw .badRequest("an operation of the JSON patch has no \(key)")
        }
        return text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { unescaped($0) }
    }

    private static func unescaped(_ step: Substring) -> String {
        var text = ""
        var isEscape = false
        for character in step {
            if isEscape {
                text.append(character == "1" ? "/" : character == "0" ? "~" : character)
                isEscape = false
            } else if character == "~" {
                isEscape = true
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// Digits without a leading zero.
    private static func index(_ step: String) -> Int? {
        guard step == "0" || !step.hasPrefix("0"), step.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(step)
    }

    private static func name(_ path: [String]) -> String { "/" + path.joined(separator: "/") }

    private static func missing(_ path: ArraySlice<String>) -> APIFailure {
        refused("the JSON patch names a place that does not exist: \(name(Array(path)))")
    }

    private static func refused(_ message: String) -> APIFailure { APIFailure(422, "Invalid", message) }
}
