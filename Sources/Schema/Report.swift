package import Diagnostics
package import YAML

/// Where in a document a finding belongs. The field path is found from it only when there is something to say.
package enum Place: Sendable {
    /// The value that starts at the mark.
    case value(Mark)
    /// The key that starts at the mark.
    case key(String, Mark)
    /// A field that the map starting at the mark lacks.
    case missing(String, in: Mark)

    package var mark: Mark {
        switch self {
        case .value(let mark), .key(_, let mark), .missing(_, in: let mark): mark
        }
    }
}

/// Collects the findings about one document.
package struct Report {
    package let document: Document
    package private(set) var diagnostics: [Diagnostic] = []

    package init(_ document: Document) { self.document = document }

    package mutating func error(_ code: Code, _ message: String, at place: Place, hint: String? = nil) {
        add(code, .error, message, at: place, hint: hint)
    }

    package mutating func warning(_ code: Code, _ message: String, at place: Place, hint: String? = nil) {
        add(code, .warning, message, at: place, hint: hint)
    }

    package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    package var hasErrors: Bool { diagnostics.hasErrors }

    private mutating func add(
        _ code: Code, _ severity: Severity, _ message: String, at place: Place, hint: String?
    ) {
        diagnostics.append(
            Diagnostic(
                code, severity, message, at: document.source.position(place.mark),
                path: document.root.path(to: place),
                hint: hint))
    }
}

extension Node {
    /// The way to a place. Where an alias repeats a part of the tree, the way to its first use.
    package func path(to place: Place) -> FieldPath {
        guard place.mark.isKnown else {
            if case .missing(let name, _) = place { return FieldPath([.field(name)]) }
            return FieldPath()
        }
        var steps: [FieldPath.Step] = []
        return search(place, &steps) ? FieldPath(steps) : FieldPath()
    }

    private func search(_ place: Place, _ steps: inout [FieldPath.Step]) -> Bool {
        switch place {
        case .value(let mark) where mark == self.mark: return true
        case .missing(let name, let mark) where mark == self.mark:
            if case .map = content {
                steps.append(.field(name))
                return true
            }
        default: break
        }
        switch content {
        case .map(let entries):
            for entry in entries {
                steps.append(entry.key.isFieldName ? .field(entry.key) : .key(entry.key))
                if case .key(entry.key, entry.keyMark) = place { return true }
                if entry.value.search(place, &steps) { return true }
                steps.removeLast()
            }
        case .list(let items):
            for (index, item) in items.enumerated() {
                steps.append(.index(index))
                if item.search(place, &steps) { return true }
                steps.removeLast()
            }
        default: break
        }
        return false
    }
}

extension String {
    /// Whether the key can stand in a path without brackets.
    fileprivate var isFieldName: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "@"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
