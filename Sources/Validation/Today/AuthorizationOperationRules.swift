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
            if UInt16(port) != nil, !port.hasPrefix("+") { continue }
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
        let isTemplate = path.contains("{*}") || path.contains("{**}")
        let shown = "path template \(path.quoted)"
        var hasRest = false
        let inner = path.drop { $0 == "/" }
        let trimmed = inner.prefix(inner.count - inner.reversed().prefix { $0 == "/" }.count)
        for part in trimmed.split(separator: "/", omittingEmptySubsequences: false) {
            if hasRest, part == "{*}" || part == "{**}" {
                return "\(shown) has \"\(part)\" after \"{**}\""
            }
            switch part {
            case "{*}": continue
            case "{**}": hasRest = true
            default:
                if part.contains(where: { "{}".contains($0) }) {
                    return "\(shown) may have braces only in parts that are {*} or {**}"
                }
                if isTemplate, !isLiteral(part) {
                    return "\(shown) has the part \(String(part).quoted), which is no plain text"
                }
            }
        }
        return nil
    }

    /// What may stand in a path without being encoded, but for `*`.
    private static func isLiteral(_ part: Substring) -> Bool {
        !part.isEmpty
            && part.utf8.allSatisfy {
                Name.isLowerOrDigit($0 | 0x20) || Name.isLowerOrDigit($0) || literals.contains($0)
            }
    }

    private static let literals = Set("-._~%!$&'()+,;:@=".utf8)
}

nonisolated(unsafe) private let textLists:
    [(name: String, path: KeyPath<RequestOperation, Field<[String]>>)] = [
        ("hosts", \.hosts), ("notHosts", \.notHosts), ("ports", \.ports), ("notPorts", \.notPorts),
        ("methods", \.methods), ("notMethods", \.notMethods), ("paths", \.paths), ("notPaths", \.notPaths),
    ]
