/// `len`, `index` and `slice`.
enum Indexing {
    static func length(of operand: Operand) throws(FunctionError) -> Int {
        switch operand.value {
        case .text(let text): return text.count
        case .list(let list): return list.items.count
        case .map(let map): return map.count
        case .null where operand.isAbsent:
            throw FunctionError("reflect: call of reflect.Value.Type on zero Value")
        case .null, .pointer(_, isNil: true): throw FunctionError("len of nil pointer")
        case .pointer(let value, _): throw FunctionError("len of type \(value.typeName)")
        default: throw FunctionError("len of type \(operand.value.typeName)")
        }
    }

    static func element(
        of operand: Operand, _ indices: ArraySlice<Operand>
    ) throws(FunctionError) -> Operand {
        if operand.value.isNull { throw FunctionError("index of untyped nil") }
        var item = operand
        for index in indices { item = try element(of: item.value, index) }
        return item
    }

    private static func element(of value: Value, _ index: Operand) throws(FunctionError) -> Operand {
        switch value {
        case .null, .pointer(_, isNil: true): throw FunctionError("index of nil pointer")
        case .text(let text):
            let position = try position(index, upTo: text.count)
            let bytes = text.bytes
            guard position < bytes.count else { throw FunctionError("reflect: string index out of range") }
            return Operand(.uint(UInt64(bytes[position]), .bits8))
        case .list(let list):
            let position = try position(index, upTo: list.items.count)
            guard position < list.items.count else {
                throw FunctionError("reflect: slice index out of range")
            }
            return Operand(list.items[position], as: list.element)
        case .map(let map):
            let key = try prepared(index, map.keys == .string ? .string : .int())
            let text: Text
            switch key.value {
            case .text(let name): text = name
            case .int(let number, _): text = Text(String(number))
            default: return .zero(of: map.element)
            }
            return map[text].map { Operand($0, as: map.element) } ?? .zero(of: map.element)
        case .pointer(let target, _): throw FunctionError("can't index item of type \(target.typeName)")
        default: throw FunctionError("can't index item of type \(value.typeName)")
        }
    }

    /// An index between 0 and a length, both included.
    private static func position(_ index: Operand, upTo count: Int) throws(FunctionError) -> Int {
        switch index.value {
        case .int(let number, _):
            guard number >= 0, number <= count else { throw FunctionError("index out of range: \(number)") }
            return Int(number)
        case .uint(let number, _):
            guard number <= UInt64(count) else { throw FunctionError("index out of range: \(number)") }
            return Int(number)
        case .null: throw FunctionError("cannot index slice/array with nil")
        default: throw FunctionError("cannot index slice/array with type \(index.value.typeName)")
        }
    }

    static func slice(of operand: Operand, _ indices: ArraySlice<Operand>) throws(FunctionError) -> Operand {
        if operand.value.isNull { throw FunctionError("slice of untyped nil") }
        if indices.count > 3 { throw FunctionError("too many slice indexes: \(indices.count)") }
        let count: Int
        switch operand.value {
        case .text(let text):
            if indices.count == 3 { throw FunctionError("cannot 3-index slice a string") }
            count = text.count
        case .list(let list): count = list.items.count
        default: throw FunctionError("can't slice item of type \(operand.value.typeName)")
        }
        var bounds = [0, count, count]
        for (place, index) in indices.enumerated() { bounds[place] = try position(index, upTo: count) }
        if bounds[0] > bounds[1] {
            throw FunctionError("invalid slice index: \(bounds[0]) > \(bounds[1])")
        }
        if bounds[1] > bounds[2] {
            throw FunctionError("invalid slice index: \(bounds[1]) > \(bounds[2])")
        }
        switch operand.value {
        case .text(let text): return Operand(.text(Text(bytes: text.bytes[bounds[0]..<bounds[1]])))
        case .list(let list):
            return Operand(.list(ListValue(Array(list.items[bounds[0]..<bounds[1]]), of: list.element)))
        default: return operand
        }
    }

    /// An argument as a key or a parameter of some type takes it; integers change their width.
    static func prepared(_ operand: Operand, _ type: GoType) throws(FunctionError) -> Operand {
        if operand.value.isNull {
            guard type.canBeNil else { throw FunctionError("value is nil; should be of type \(type.name)") }
            return .zero(of: type)
        }
        if type == .any || type == .reflected || operand.value.type == type { return operand }
        switch (operand.value, type) {
        case (.int(let number, _), .int(let width)): return Operand(.int(number, width))
        case (.int(let number, _), .uint(let width)): return Operand(.uint(UInt64(bitPattern: number), width))
        case (.uint(let number, _), .int(let width)): return Operand(.int(Int64(bitPattern: number), width))
        case (.uint(let number, _), .uint(let width)): return Operand(.uint(number, width))
        default: throw FunctionError("value has type \(operand.value.typeName); should be \(type.name)")
        }
    }
}
