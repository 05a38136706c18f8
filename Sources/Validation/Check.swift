package import Schema
package import YAML

/// One rule of a kind that its schema cannot express: a stable name, and the function that reports
/// violations.
package struct Check<M: Message>: Sendable {
    package let name: String
    package let run: @Sendable (Object<M>, inout Report) -> Void

    package init(_ name: String, _ run: @escaping @Sendable (Object<M>, inout Report) -> Void) {
        self.name = name
        self.run = run
    }
}

/// A kind with rules beyond its schema.
package protocol Validated: Resource {
    /// In the order of reporting.
    static var checks: [Check<Self>] { get }
    /// Checks what the object's labels and annotations have to do with its spec.
    static func checkMetadata(_ metadata: Node?, _ object: Object<Self>, _ report: inout Report)
}

extension Validated {
    package static func checkMetadata(_ metadata: Node?, _ object: Object<Self>, _ report: inout Report) {}

    /// Runs every check over a spec.
    static func runChecks(_ spec: Node, _ metadata: Node?, _ report: inout Report) {
        let object = Object<Self>(spec)
        for check in checks { check.run(object, &report) }
        if kind.generation == .today { report.annotations(metadata, of: kind) }
        checkMetadata(metadata, object, &report)
    }
}
