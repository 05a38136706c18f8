/// A type of Go as far as templates can tell types apart: by `printf "%T"`, in messages, and where a function
/// checks its arguments.
package indirect enum GoType: Hashable, Sendable {
    /// `interface {}`: a value whose own type counts.
    case any
    case bool
    case int(SignedWidth = .word)
    case uint(UnsignedWidth = .word)
    case float64
    case complex128
    case string
    case list(GoType)
    /// A map with keys of type string, or of type int.
    case map(GoType, keys: MapValue.Keys = .string)
    case structure(String)
    case pointer(String)
    case function(String)
    /// A type of a library (`time.Duration`), and the kind of type that it is made of (`int64`).
    case named(String, kind: String)
    /// `reflect.Value`: Go's built-in functions take anything, even nothing.
    case reflected

    package enum SignedWidth: UInt8, Sendable { case word, bits8, bits16, bits32, bits64 }
    package enum UnsignedWidth: UInt8, Sendable { case word, bits8, bits16, bits32, bits64 }

    package static let anyMap = GoType.map(.any)
    package static let stringMap = GoType.map(.string)
    package static let anyList = GoType.list(.any)
    package static let strings = GoType.list(.string)
    package static let bytes = GoType.list(.uint(.bits8))

    /// As `%T` prints it.
    package var name: String {
        switch self {
        case .any: "interface {}"
        case .bool: "bool"
        case .int(let width): width == .word ? "int" : "int\(4 << width.rawValue)"
        case .uint(let width): width == .word ? "uint" : "uint\(4 << width.rawValue)"
        case .float64: "float64"
        case .complex128: "complex128"
        case .string: "string"
        case .list(let element): "[]" + element.name
        case .map(let value, let keys): "map[\(keys.rawValue)]" + value.name
        case .structure(let name), .function(let name), .named(let name, _): name
        case .pointer(let name): "*" + name
        case .reflected: "reflect.Value"
        }
    }

    /// The kind of type, as sprig's `kindOf` and reflection call it.
    package var kind: String {
        switch self {
        case .any: "interface"
        case .bool, .int, .uint, .float64, .complex128, .string: name
        case .list: "slice"
        case .map: "map"
        case .structure, .reflected: "struct"
        case .pointer: "ptr"
        case .function: "func"
        case .named(_, let kind): kind
        }
    }

    /// Whether a parameter of this type takes `nil`.
    package var canBeNil: Bool {
        switch self {
        case .any, .list, .map, .pointer, .function, .reflected: true
        case .named(_, let kind): ["ptr", "interface", "map", "slice", "func"].contains(kind)
        default: false
        }
    }
}
