package import Diagnostics
package import YAML

/// The result of a conversion.
package struct Converted: Sendable {
    /// What validation says about the input. With an error among it, there is nothing else.
    package var diagnostics: [Diagnostic]
    /// The new objects, and those that need no change, in a fixed order.
    package var objects: [Node]
    /// What became of each field of the input, in reading order.
    package var outcomes: [Outcome]
    /// What is worth knowing although no field says it, such as defaults that have changed.
    package var remarks: [String]

    init(
        diagnostics: [Diagnostic], objects: [Node] = [], outcomes: [Outcome] = [], remarks: [String] = []
    ) {
        self.diagnostics = diagnostics
        self.objects = objects
        self.outcomes = outcomes
        self.remarks = remarks
    }
}

/// What became of one field of the input.
package struct Outcome: Sendable, Equatable {
    package enum Fate: Sendable, Equatable {
        /// The value stands in the output.
        case carried
        /// The output says the same in another way; the text says how.
        case changed(String)
        /// The output lacks it; the text says why.
        case dropped(String)
    }

    /// A field of the output.
    package struct Target: Sendable, Hashable {
        package let object: ConvertedName
        package let path: FieldPath
    }

    package let object: ConvertedName
    package let position: Position
    package let path: FieldPath
    package let fate: Fate
    /// What to use in place of a dropped field.
    package let instead: String?
    /// Where the value stands now; empty for what is dropped, and for what the order of routes or a name
    /// says.
    package let targets: [Target]
}

/// The names by which reports call an object.
package struct ConvertedName: Sendable, Hashable, CustomStringConvertible {
    package let apiVersion: String
    package let kind: String
    package let namespace: String?
    package let name: String

    package init(_ object: Node) {
        apiVersion = object["apiVersion"]?.string ?? ""
        kind = object["kind"]?.string ?? ""
        namespace = object[["metadata", "namespace"]]?.string
        name = object[["metadata", "name"]]?.string ?? ""
    }

    /// `RouteRule/reviews` or `RouteRule/default/reviews`, with control characters escaped.
    package var description: String {
        [kind, namespace, name].compactMap { $0 }.joined(separator: "/").escapingControls
    }
}
