import Diagnostics
import YAML

/// What is wrong with a scalar, without the name of the field and the value found.
struct ScalarProblem {
    var code = Code.wrongType
    var message: String
    var hint: String?
}

/// Decides whether a single value is of a scalar shape, as its generation reads JSON.
struct ScalarCheck {
    let generation: Generation

    func problem(with node: Node, as shape: Shape) -> ScalarProblem? {
        switch shape {
        case .string: node.string == nil ? quoteHint(node, "expected a string") : nil
        case .bytes: bytes(node)
        case .wrapped(let scalar): problem(with: node, as: scalar)
        case .bool: node.bool == nil ? ScalarProblem(message: "expected true or false") : nil
        case .int32:
            integer(node, Double(Int32.min)...Double(Int32.max), "a 32-bit whole number", allowsText: false)
        case .uint32:
            integer(node, 0...Double(UInt32.max), "a whole number from 0 to 4294967295", allowsText: false)
        case .int64: integer(node, -0x1p63...0x1p63, "a 64-bit whole number", allowsText: true)
        case .uint64: integer(node, 0...0x1p64, "a whole number from 0", allowsText: true)
        case .float, .double: number(node)
        case .duration: duration(node)
        case .timestamp:
            node.string.flatMap(Timestamp.normalized) == nil
                ? ScalarProblem(message: "expected a time such as 2018-04-01T00:00:00Z") : nil
        case .any: anyMessage(node)
        case .choice(let choice): name(node, choice)
        case .value, .list, .map, .message: nil
        }
    }

    private func quoteHint(_ node: Node, _ message: String) -> ScalarProblem {
        switch node.content {
        case .int, .unsigned, .double, .bool: ScalarProblem(message: message, hint: "put the value in quotes")
        default: ScalarProblem(message: message)
        }
    }

    private func bytes(_ node: Node) -> ScalarProblem? {
        guard let text = node.string else { return quoteHint(node, "expected base64 text") }
        return text.isBase64 ? nil : ScalarProblem(message: "expected base64 text")
    }

    private func integer(
        _ node: Node, _ range: ClosedRange<Double>, _ what: String, allowsText: Bool
    ) -> ScalarProblem? {
        if allowsText, generation == .classic, let text = node.string, Int64(text) != nil { return nil }
        guard let number = node.double else { return ScalarProblem(message: "expected \(what)") }
        guard number.rounded() == number else { return ScalarProblem(message: "expected \(what)") }
        return range.contains(number) ? nil : ScalarProblem(code: .outOfRange, message: "expected \(what)")
    }

    private func number(_ node: Node) -> ScalarProblem? {
        if node.double != nil { return nil }
        if generation == .classic, let text = node.string, ["NaN", "Infinity", "-Infinity"].contains(text) {
            return nil
        }
        return ScalarProblem(message: "expected a number")
    }

    private func duration(_ node: Node) -> ScalarProblem? {
        if let text = node.string, Duration(goText: text) != nil { return nil }
        return ScalarProblem(
            message: "expected a duration", hint: "write it with a unit, such as 1.5s, 100ms or 1h30m")
    }

    private func anyMessage(_ node: Node) -> ScalarProblem? {
        guard node.map != nil else { return ScalarProblem(message: "expected a map with \"@type\"") }
        return node["@type"]?.string == nil ? ScalarProblem(message: "expected \"@type\" in it") : nil
    }

    private func name(_ node: Node, _ choice: Choice) -> ScalarProblem? {
        if let text = node.string {
            if choice.cases.contains(where: { $0.name == text }) { return nil }
            return ScalarProblem(
                code: .unknownValue, message: "expected one of \(choice.names.joined(separator: ", "))",
                hint: Suggestion.nearest(to: text, among: choice.names).map { "did you mean `\($0)`?" })
        }
        // Any number passes in the classic generation, also one without a name.
        if generation == .classic, case .int(let number) = node.content, Int32(exactly: number) != nil {
            return nil
        }
        return ScalarProblem(message: "expected one of \(choice.names.joined(separator: ", "))")
    }
}

extension String {
    /// Standard alphabet with padding; line ends are ignored, as in Go's decoder.
    fileprivate var isBase64: Bool {
        var letters = 0
        var padding = 0
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
            case UInt8(ascii: "="): padding += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                if padding > 0 { return false }
                letters += 1
            default: return false
            }
        }
        return padding <= 2 && (letters + padding) % 4 == 0
    }
}
