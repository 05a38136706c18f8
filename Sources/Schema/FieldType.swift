package import YAML

/// What can stand between the angle brackets of `Field<…>`, and what reading such a field gives.
///
/// Reads never fail: what is absent, null or of the wrong type reads as the type's empty value, as in proto3.
/// `StrictCheck` has said before what is wrong.
package protocol FieldType {
    associatedtype View
    static var shape: Shape { get }
    static func read(_ node: Node?) -> View
}

extension String: FieldType {
    package static var shape: Shape { .string }
    package static func read(_ node: Node?) -> String { node?.string ?? "" }
}

extension Bool: FieldType {
    package static var shape: Shape { .bool }
    package static func read(_ node: Node?) -> Bool { node?.bool ?? false }
}

extension Int32: FieldType {
    package static var shape: Shape { .int32 }
    package static func read(_ node: Node?) -> Int { readInteger(node) }
}

extension UInt32: FieldType {
    package static var shape: Shape { .uint32 }
    package static func read(_ node: Node?) -> Int { readInteger(node) }
}

extension Int64: FieldType {
    package static var shape: Shape { .int64 }
    package static func read(_ node: Node?) -> Int { readInteger(node) }
}

extension UInt64: FieldType {
    package static var shape: Shape { .uint64 }
    package static func read(_ node: Node?) -> Int { readInteger(node) }
}

/// 64-bit integers may be spelled as strings in protocol buffers' JSON.
private func readInteger(_ node: Node?) -> Int {
    node?.int.map(Int.init) ?? node?.string.flatMap { Int($0) } ?? 0
}

extension Float: FieldType {
    package static var shape: Shape { .float }
    package static func read(_ node: Node?) -> Double { Double.read(node) }
}

extension Double: FieldType {
    package static var shape: Shape { .double }
    package static func read(_ node: Node?) -> Double { node?.double ?? 0 }
}

extension Node: FieldType {
    package static var shape: Shape { .value }
    package static func read(_ node: Node?) -> Node { node ?? .null }
}

extension Duration: FieldType {
    package static var shape: Shape { .duration }
    /// Nil when absent or not a duration.
    package static func read(_ node: Node?) -> Duration? { node?.string.flatMap(Duration.init(goText:)) }
}

/// Marker for `google.protobuf.Timestamp`.
package enum Timestamp: FieldType {
    package static var shape: Shape { .timestamp }
    package static func read(_ node: Node?) -> String { node?.string ?? "" }
}

/// Marker for `google.protobuf.BoolValue`: nil when absent, so that false can be told from nothing.
package enum BoolValue: FieldType {
    package static var shape: Shape { .wrapped(.bool) }
    package static func read(_ node: Node?) -> Bool? { node?.bool }
}

/// Marker for `google.protobuf.UInt32Value`: nil when absent, so that zero can be told from nothing.
package enum UInt32Value: FieldType {
    package static var shape: Shape { .wrapped(.uint32) }
    package static func read(_ node: Node?) -> Int? { node?.int.map(Int.init) }
}

/// Marker for `google.protobuf.Int32Value`: nil when absent, so that zero can be told from nothing.
package enum Int32Value: FieldType {
    package static var shape: Shape { .wrapped(.int32) }
    package static func read(_ node: Node?) -> Int? { node?.int.map(Int.init) }
}

/// Marker for `google.protobuf.Int64Value`: nil when absent, so that zero can be told from nothing.
package enum Int64Value: FieldType {
    package static var shape: Shape { .wrapped(.int64) }
    package static func read(_ node: Node?) -> Int? { node?.int.map(Int.init) }
}

/// Marker for `google.protobuf.Any`.
package enum AnyMessage: FieldType {
    package static var shape: Shape { .any }
    package static func read(_ node: Node?) -> Node? { node }
}

/// Marker for base64 text.
package enum Base64: FieldType {
    package static var shape: Shape { .bytes }
    package static func read(_ node: Node?) -> String { node?.string ?? "" }
}

extension Array: FieldType where Element: FieldType {
    package static var shape: Shape { .list(Element.shape) }
    package static func read(_ node: Node?) -> Items<Element> { Items(node) }
}

extension Dictionary: FieldType where Key == String, Value: FieldType {
    package static var shape: Shape { .map(Value.shape) }
    /// In the order of the text.
    package static func read(_ node: Node?) -> Pairs<Value> { Pairs(node) }
}

extension Message {
    package static var shape: Shape { .message(Self.self) }
    package static func read(_ node: Node?) -> Object<Self> { Object(node) }
}

extension Enumeration {
    /// Nil when absent or not one of the cases.
    package static func read(_ node: Node?) -> Self? {
        switch node?.content {
        case .string(let name): Self(rawValue: name)
        case .int(let number): allCases.first { Int64($0.number) == number }
        default: nil
        }
    }
}
