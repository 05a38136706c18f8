/// The type of a field, as protocol buffers' JSON form and OpenAPI know it. Every reader of a schema switches
/// on
/// this and nothing else.
package indirect enum Shape: Sendable {
    case string, bool
    /// Base64 text.
    case bytes
    case int32, uint32, int64, uint64
    case float, double
    /// A text such as `1.5s` or `1h30m`.
    case duration
    /// A text as in RFC 3339.
    case timestamp
    /// `google.protobuf.Any`: a map whose `@type` says what the rest is.
    case any
    /// Whatever JSON can hold.
    case value
    case choice(Choice)
    /// A scalar in a wrapper message, written bare: absent and zero differ.
    case wrapped(Shape)
    case list(Shape)
    case map(Shape)
    /// Lazy by nature (a metatype), so messages may contain themselves.
    case message(any Message.Type)
}

/// An enumeration: its name in the API and its values in the order of declaration.
package struct Choice: Sendable {
    package struct Case: Sendable {
        package let name: String
        /// The protocol buffers number, which the classic generation accepts in place of the name.
        package let number: Int32
        package let doc: String
    }

    /// As upstream names it, such as `istio.routing.v1alpha1.LoadBalancing_SimpleLBPolicy`.
    package let name: String
    package let cases: [Case]

    package var names: [String] { cases.map(\.name) }
}

/// An enumeration of the API declared as a Swift enum whose raw values are the API's names.
package protocol Enumeration: FieldType, RawRepresentable, CaseIterable, Sendable where RawValue == String {
    /// As upstream names it in its messages.
    static var name: String { get }
    /// The protocol buffers number; the position among the cases unless overridden.
    var number: Int32 { get }
    /// One sentence; empty where the name says it all.
    var doc: String { get }
}

extension Enumeration {
    package var number: Int32 { Int32(Self.allCases.map(\.rawValue).firstIndex(of: rawValue) ?? 0) }
    package var doc: String { "" }

    package static var shape: Shape {
        .choice(
            Choice(
                name: name, cases: allCases.map { .init(name: $0.rawValue, number: $0.number, doc: $0.doc) }))
    }
}
