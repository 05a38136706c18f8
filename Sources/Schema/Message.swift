/// A message of the API, declared as a struct of `Field`s whose labels are the JSON names.
package protocol Message: FieldType, Sendable {
    /// `static let schema = Schema(Self(), "One sentence.")`
    static var schema: Schema<Self> { get }
    init()
}

extension Message {
    package static var fields: MessageFields { schema.fields }
}

/// A message that is the `spec` of a Kubernetes object.
package protocol Resource: Message {
    static var kind: Kind { get }
    /// How the kind's JSON is read; as its generation does unless the declaration says otherwise.
    static var reading: Generation { get }
    /// Whether the API server refuses an object without a spec.
    static var requiresSpec: Bool { get }
}

extension Resource {
    package static var reading: Generation { kind.generation }
    package static var requiresSpec: Bool { false }
}

/// Which of Istio's two generations an API belongs to; it decides how strictly JSON is read.
package enum Generation: String, Sendable, CaseIterable {
    /// Istio 0.7.1: protocol buffers' JSON as the Go library of then read it. Field names also in snake case,
    /// enums
    /// also by number, 64-bit integers also as strings, durations in Go's form, null as absent.
    case classic
    /// Istio 1.30: Kubernetes structural schemas. Camel case only, enums by name, integers as numbers.
    case today
}
