/// A value on its way through an expression, with what Go's reflection knows beyond the value.
struct Operand: Sendable {
    enum Form: UInt8, Sendable {
        /// There is no value, not even nil: a key that a map does not have.
        case absent
        /// The type that messages name is the value's own.
        case plain
        /// It came out of an `interface {}`: an element of a list or map, the result of most functions.
        case interface
    }

    var value: Value
    var form: Form

    static let absent = Operand(.null, .absent)

    init(_ value: Value, _ form: Form) {
        self.value = value
        self.form = form
    }

    init(_ value: Value) { self.init(value, value.isNull ? .interface : .plain) }

    /// A value that was kept where values of this type are.
    init(_ value: Value, as type: GoType) {
        self.init(value, type == .any || value.isNull ? .interface : .plain)
    }

    /// What a pipeline makes of the result of each command: the value itself, and nothing of nil.
    var unwrapped: Operand { Operand(value, value.isNull ? .absent : .plain) }

    var isAbsent: Bool { form == .absent }
    var isNilInterface: Bool { form == .interface && value.isNull }

    /// As messages name it.
    var typeName: String { form == .interface ? GoType.any.name : value.typeName }

    /// The zero value of a type.
    static func zero(of type: GoType) -> Operand {
        switch type {
        case .any: Operand(.null, .interface)
        case .reflected: .absent
        case .bool: Operand(.bool(false))
        case .int(let width): Operand(.int(0, width))
        case .uint(let width): Operand(.uint(0, width))
        case .float64: Operand(.float(0))
        case .complex128: Operand(.complex(0, 0))
        case .string: Operand(.text(""))
        case .list(let element): Operand(.list(ListValue([], of: element, isNil: true)))
        case .map(let element, let keys): Operand(.map(MapValue(of: element, keys: keys, isNil: true)))
        case .structure, .pointer, .function, .named: Operand(.null, .interface)
        }
    }
}
