import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    mutating func authorizationOperation(_ to: Object<AuthorizationPolicy.Rule.To>) {
        let operation = to.operation
        guard to.has(\.operation), textLists.contains(where: { !operation.each($0.path).isEmpty }) else {
            return error(
                .emptyValue, "the operation says nothing about requests",
                at: to.has(\.operation) ? operation.place : to.place(\.operation),
                hint: "remove \"to\" to mean all requests")
        }
        for (name, path) in textLists { filled(operation.each(path), name) }
        textPorts(operation.each(\.ports) + operation.each(\.notPorts))
        for (path, mark) in operation.each(\.paths) + operation.each(\.notPaths) {
            guard let problem = PathTemplate.problem(with: path) else { continue }
            error(.invalidMatch, problem, at: .value(mark))
        }
    }

    /// Ports as texts.
    mutating func textPorts(_ ports: [(item: String, mark: Mark)]) {
        for (port, mark) in ports where !port.isEmpty {
            if Int(port).map((0...65_535).contains) == true { continue }
            error(
                .invalidPort, "\"\(port.escapingControls)\" is no port number", at: .value(mark),
                hint: "write a number from 1 to 65535 in quotes")
        }
    }
}

/// Paths in which `{*}` stands for one part and `{**}`, last at most once, for any number.
enum PathTemplate {
    static func problem(with path: String) -> String? {
        guard path.contains("{") || path.contains("}") else { return nil }
        let shown = "path template \(path.quoted)"
        var hasRest = false
        for part in path.split(separator: "/") {
            if hasRest, part == "{*}" || part == "{**}" {
                return "\(shown) has \"\(part)\" after \"{**}\""
            }
            switch part {
            case "{*}": continue
            case "{**}": hasRest = true
            default:
                if part.contains(where: { "{}*".contains($0) }) {
                    return "\(shown) may have braces and \"*\" only in parts that are {*} or {**}"
                }
            }
        }
        return nil
    }
}

nonisolated(unsafe) private let textLists:
    [(name: String, path: KeyPath<RequestOperation, Field<[String]>>)] = [
        ("hosts", \.hosts), ("notHosts", \.notHosts), ("ports", \.ports), ("notPorts", \.notPorts),
        ("methods", \.methods), ("notMethods", \.notMethods), ("paths", \.paths), ("notPaths", \.notPaths),
    ]
