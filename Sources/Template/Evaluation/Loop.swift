/// The state of a `range`.
final class Loop {
    private enum Items {
        case list(ListValue)
        case map([MapValue.Entry], MapValue)
        case integers(Int64, GoType)
    }

    private let items: Items
    private let pipeline: Pipeline
    private var index = 0
    /// The variables that a turn starts with.
    let variableCount: Int

    init(over value: Value, _ pipeline: Pipeline, _ evaluation: Evaluation) throws {
        self.pipeline = pipeline
        variableCount = evaluation.variables.count
        switch value {
        case .list(let list): items = .list(list)
        case .map(let map): items = .map(map.entries, map)
        case .null: items = .list(ListValue([]))
        case .pointer(_, let isNil) where isNil: items = .list(ListValue([]))
        case .int(let end, let width): items = .integers(end, .int(width))
        case .uint(let end, let width): items = .integers(Int64(clamping: end), .uint(width))
        default:
            throw evaluation.failure("range can't iterate over \(Printer.text(of: value).string)")
        }
        guard case .integers(let end, _) = items else { return }
        if pipeline.variables.count > 1 {
            throw evaluation.failure("can't use \(end) to iterate over more than one variable")
        }
        if end > Limits.listCount {
            throw evaluation.failure("range over \(end) is longer than \(Limits.listCount)")
        }
    }

    /// The next element, after the loop's variables were set to it.
    func next(_ evaluation: Evaluation) -> Operand? {
        let key: Operand
        let element: Operand
        switch items {
        case .list(let list):
            guard index < list.items.count else { return nil }
            key = Operand(.int(Int64(index)))
            element = Operand(list.items[index], as: list.element)
        case .map(let entries, let map):
            guard index < entries.count else { return nil }
            key = Operand(
                map.keys == .string ? .text(entries[index].key) : .int(Int64(entries[index].key.string) ?? 0))
            element = Operand(entries[index].value, as: map.element)
        case .integers(let end, let type):
            guard index < end else { return nil }
            key = .absent
            if case .uint(let width) = type {
                element = Operand(.uint(UInt64(index), width))
            } else if case .int(let width) = type {
                element = Operand(.int(Int64(index), width))
            } else {
                return nil
            }
        }
        index += 1
        set(key, element, evaluation)
        return element
    }

    private func set(_ key: Operand, _ element: Operand, _ evaluation: Evaluation) {
        let names = pipeline.variables
        guard let last = names.last else { return }
        if pipeline.assigns {
            evaluation.assign(last.number, element)
            if names.count > 1, let first = names.first { evaluation.assign(first.number, key) }
            return
        }
        evaluation.variables[variableCount - 1].operand = element
        if names.count > 1 { evaluation.variables[variableCount - 2].operand = key }
    }
}
