package import Diagnostics
package import YAML

/// Where in a document a finding belongs. The field path is found from it only when there is something to
/// say.
package enum Place: Sendable, Hashable {
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
    /// That of the object which is looked at; nil when it does not say one.
    package var namespace: String?
    private var findings: [(diagnostic: Diagnostic, place: Place?)] = []
    private var unlisted = 0
    package private(set) var hasErrors = false

    /// Findings beyond so many in one document are counted, not listed.
    private static let mostFindings = 1_000

    package init(_ document: Document) { self.document = document }

    /// Whether further findings are only counted, so that it is no use to look for more.
    package var isFull: Bool { findings.count >= Self.mostFindings }

    package mutating func error(_ code: Code, _ message: String, at place: Place, hint: String? = nil) {
        add(code, .error, message, at: place, hint: hint)
    }

    package mutating func warning(_ code: Code, _ message: String, at place: Place, hint: String? = nil) {
        add(code, .warning, message, at: place, hint: hint)
    }

    package mutating func info(_ code: Code, _ message: String, at place: Place, hint: String? = nil) {
        add(code, .info, message, at: place, hint: hint)
    }

    package mutating func add(_ diagnostic: Diagnostic) { add(diagnostic, at: nil) }

    /// In the order of finding, each with its field path. Computed at each call.
    package var diagnostics: [Diagnostic] {
        if findings.isEmpty { return [] }
        var search = PathSearch(findings.compactMap(\.place))
        search.visit(document.root)
        var result = findings.map { finding in
            var diagnostic = finding.diagnostic
            if let place = finding.place { diagnostic.path = search.path(to: place) }
            return diagnostic
        }
        if unlisted > 0 {
            result.append(
                Diagnostic(
                    .tooManyFindings, .error, "this document has at least \(unlisted) more problems",
                    at: document.source.position(document.root.mark)))
        }
        return result
    }

    private mutating func add(
        _ code: Code, _ severity: Severity, _ message: String, at place: Place, hint: String?
    ) {
        let position = document.source.position(place.mark)
        add(Diagnostic(code, severity, message, at: position, hint: hint), at: place)
    }

    private mutating func add(_ diagnostic: Diagnostic, at place: Place?) {
        if diagnostic.severity == .error { hasErrors = true }
        if isFull { unlisted += 1 } else { findings.append((diagnostic, place)) }
    }
}

extension Code {
    package static let tooManyFindings = Code("too-many-findings")
}
