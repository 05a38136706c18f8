import YAML

extension AnyField {
    /// What the declaration says beyond type and sentence, each as a sentence: values, bounds, default, age.
    var details: [String] {
        var details: [String] = []
        if case .choice(let choice) = shape.innermost {
            details.append("One of: \(choice.names.joined(separator: ", ")).")
        }
        details += rules.compactMap(\.sentence)
        if let fallback { details.append("Default: \(fallback.inline).") }
        return details
    }
}

extension Rule {
    fileprivate var sentence: String? {
        switch self {
        case .required, .oneOf, .protoName, .pattern: nil
        case .listKey(let name): "Items are known by their \(name)."
        case .expected: "Must be given."
        case .atLeast(let count): "At least \(count)."
        case .atMost(let count): "At most \(count)."
        case .eachAtMost(let count): "Each at most \(count)."
        case .eachAtLeast(let count): "Each at least \(count)."
        case .range(let range): "From \(range.lowerBound.shown) to \(range.upperBound.shown)."
        case .minimumMilliseconds(let least): "At least \(least)ms."
        case .since(let release): "Since \(release)."
        case .deprecated(let text): "Deprecated: \(text)\(text.hasSuffix(".") ? "" : ".")"
        }
    }
}

extension Double {
    /// Without a fraction where there is none.
    var shown: String { Int64(exactly: self).map(String.init) ?? String(self) }
}

extension Node {
    /// A default on one line, as YAML's flow style has it.
    fileprivate var inline: String {
        switch content {
        case .null: "null"
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .unsigned(let value): String(value)
        case .double(let value): value.shown
        case .string(let value): value.isEmpty ? "\"\"" : value
        case .list(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", ") + "}"
        }
    }
}
