package import YAML

extension Value {
    /// What Go makes of a JSON or YAML text: every number is a `float64`, nothing else is known of types.
    package init(_ node: Node) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let number): self = .float(Double(number))
        case .unsigned(let number): self = .float(Double(number))
        case .double(let number): self = .float(number)
        case .string(let text): self = .string(text)
        case .list(let items): self = .items(items.map { Value($0) })
        case .map(let entries): self = .map(MapValue(entries.map { (Text($0.key), Value($0.value)) }))
        }
    }
}
