/// `eq`, `lt` and the like: values of one kind are compared, integers whatever their sign.
enum Comparison {
    private enum Kind { case bool, complex, int, uint, float, string, other }

    private static func kind(_ value: Value) -> Kind {
        switch value {
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .float: .float
        case .complex: .complex
        case .text: .string
        case .host(let host): host.underlying.map(kind) ?? .other
        default: .other
        }
    }

    /// Whether the first equals any of the others.
    static func equals(_ first: Operand, _ others: ArraySlice<Operand>) throws(FunctionError) -> Bool {
        if others.isEmpty { throw FunctionError("missing argument for comparison") }
        for other in others where try equals(first.value, other.value) { return true }
        return false
    }

    private static func equals(_ a: Value, _ b: Value) throws(FunctionError) -> Bool {
        switch (basic(a), basic(b)) {
        case (.bool(let first), .bool(let second)): return first == second
        case (.int(let first, _), .int(let second, _)): return first == second
        case (.uint(let first, _), .uint(let second, _)): return first == second
        case (.int(let first, _), .uint(let second, _)): return first >= 0 && UInt64(first) == second
        case (.uint(let first, _), .int(let second, _)): return second >= 0 && UInt64(second) == first
        case (.float(let first), .float(let second)): return first == second
        case (.text(let first), .text(let second)): return first == second
        case (.complex(let real, let imaginary), .complex(let otherReal, let otherImaginary)):
            return real == otherReal && imaginary == otherImaginary
        default: return try equalsOther(a, b)
        }
    }

    /// A duration is compared by its number.
    private static func basic(_ value: Value) -> Value {
        if case .host(let host) = value, let underlying = host.underlying { return underlying }
        return value
    }

    private static func equalsOther(_ a: Value, _ b: Value) throws(FunctionError) -> Bool {
        let (first, second) = (kind(a), kind(b))
        if first != second {
            if a.isNull || b.isNull { return false }
            throw FunctionError("incompatible types for comparison: \(a.typeName) and \(b.typeName)")
        }
        guard a.kind == b.kind || a.isNull || b.isNull else {
            throw FunctionError(
                "non-comparable types \(Printer.text(of: a)): \(a.typeName), \(b.typeName): \(Printer.text(of: b))"
            )
        }
        if a.isNilLike || b.isNilLike { return a.isNilLike == b.isNilLike }
        switch (a, b) {
        case (_, .list), (_, .map), (_, .function):
            throw FunctionError("non-comparable type \(Printer.text(of: b)): \(b.typeName)")
        case (.pointer(let first, _), .pointer(let second, _)): return first === second
        case (.structure(let first), .structure(let second)): return try same(first, second)
        case (.host(let first), .host(let second)): return first.equals(second)
        default: return false
        }
    }

    private static func same(_ a: StructValue, _ b: StructValue) throws(FunctionError) -> Bool {
        guard a.typeName == b.typeName, a.fields.count == b.fields.count else { return false }
        for (first, second) in zip(a.fields, b.fields) {
            guard first.name == second.name, try equals(first.value, second.value) else { return false }
        }
        return true
    }

    static func isLess(_ a: Operand, _ b: Operand) throws(FunctionError) -> Bool {
        if kind(a.value) == .other || kind(b.value) == .other {
            throw FunctionError("invalid type for comparison")
        }
        switch (basic(a.value), basic(b.value)) {
        case (.int(let first, _), .int(let second, _)): return first < second
        case (.uint(let first, _), .uint(let second, _)): return first < second
        case (.int(let first, _), .uint(let second, _)): return first < 0 || UInt64(first) < second
        case (.uint(let first, _), .int(let second, _)): return second >= 0 && first < UInt64(second)
        case (.float(let first), .float(let second)): return first < second
        case (.text(let first), .text(let second)): return first < second
        case (.bool, .bool), (.complex, .complex): throw FunctionError("invalid type for comparison")
        default:
            throw FunctionError(
                "incompatible types for comparison: \(a.value.typeName) and \(b.value.typeName)")
        }
    }
}
