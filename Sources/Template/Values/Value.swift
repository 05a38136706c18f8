/// A value that templates work with, of the type that Go's reflection would show.
///
/// Strings, lists and structs are values that never change; a map is an object, because sprig's `set` and
/// `merge` change the one that they are given.
package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64, GoType.SignedWidth = .word)
    case uint(UInt64, GoType.UnsignedWidth = .word)
    case float(Double)
    case complex(Double, Double)
    case text(Text)
    case list(ListValue)
    case map(MapValue)
    case structure(StructValue)
    /// A pointer to a struct; nil ones still know their type, and methods that can do without a receiver.
    case pointer(StructValue, isNil: Bool = false)
    case function(Function)
    /// A value of a library that the host brings: a time, a duration. Boxed, so that all others stay small.
    indirect case host(any HostValue)

    package static func string(_ string: String) -> Value { .text(Text(string)) }
    package static func string(_ string: Substring) -> Value { .text(Text(string)) }
    /// An `int` of Go.
    package static func number(_ number: Int) -> Value { .int(Int64(number)) }
    /// `[]interface {}`.
    package static func items(_ items: [Value]) -> Value { .list(ListValue(items)) }
    /// `[]string`.
    package static func strings(_ strings: [String]) -> Value {
        .list(ListValue(strings.map { .string($0) }, of: .string))
    }
}

extension Value {
    /// The type that reflection shows; nil for nil.
    package var type: GoType? {
        switch self {
        case .null: nil
        case .bool: .bool
        case .int(_, let width): .int(width)
        case .uint(_, let width): .uint(width)
        case .float: .float64
        case .complex: .complex128
        case .text: .string
        case .list(let list): list.named.map { .named($0.name, kind: "slice") } ?? .list(list.element)
        case .map(let map):
            map.named.map { .named($0.name, kind: "map") } ?? .map(map.element, keys: map.keys)
        case .structure(let value): .structure(value.typeName)
        case .pointer(let value, _): .pointer(value.typeName)
        case .function(let function): .function(function.typeName)
        case .host(let value): .named(value.typeName, kind: value.kind)
        }
    }

    /// As `%T` prints it: `<nil>` for nil.
    package var typeName: String { type?.name ?? "<nil>" }

    /// As sprig's `kindOf` says it: `invalid` for nil.
    package var kind: String { type?.kind ?? "invalid" }

    package var isNull: Bool { if case .null = self { true } else { false } }

    /// nil itself, and a nil list, map or pointer.
    package var isNilLike: Bool {
        switch self {
        case .null: true
        case .list(let list): list.isNil
        case .map(let map): map.isNil
        case .pointer(_, let isNil): isNil
        default: false
        }
    }

    package var text: Text? { if case .text(let text) = self { text } else { nil } }
    package var list: ListValue? { if case .list(let list) = self { list } else { nil } }
    package var map: MapValue? { if case .map(let map) = self { map } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// What `if` asks of a value, and sprig's `empty` the opposite of (numbers but zero, texts, lists and
    /// maps that are not empty, structs always).
    package var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .int(let value, _): value != 0
        case .uint(let value, _): value != 0
        case .float(let value): value != 0
        case .complex(let real, let imaginary): real != 0 || imaginary != 0
        case .text(let text): !text.isEmpty
        case .list(let list): !list.items.isEmpty
        case .map(let map): map.count > 0
        case .structure, .function: true
        case .pointer(_, let isNil): !isNil
        case .host(let value): value.isTrue
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(floatLiteral value: Double) { self = .float(value) }
    package init(arrayLiteral elements: Value...) { self = .items(elements) }
    package init(dictionaryLiteral elements: (String, Value)...) {
        self = .map(MapValue(elements.map { (Text($0.0), $0.1) }))
    }
}
