import Schema

/// The messages and enumerations of one section of the reference.
struct MessageTable {
    struct Row: Equatable {
        let protoName: String
        let name: String
        let type: String
        let oneOf: String

        /// What the page leaves open may be declared closer.
        static func == (a: Row, b: Row) -> Bool {
            let isOpen = [a.type, b.type].contains { open.contains($0) }
            return (a.protoName, a.name, a.oneOf) == (b.protoName, b.name, b.oneOf)
                && (a.type == b.type || isOpen)
        }

        private static let open: Set = ["Struct", "list of Struct", "IntOrString", "Value"]
    }

    var messages: [String: [Row]] = [:]
    /// `ROUND_ROBIN=0, RANDOM=1` by `LoadBalancing.SimpleLBPolicy`.
    var choices: [String: String] = [:]

    static func sections(_ text: String) -> [MessageTable] {
        var sections: [MessageTable] = []
        var message = ""
        var oneOfColumn = 0
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") {
                sections.append(MessageTable())
            } else if line.hasPrefix("### ") {
                message = String(line.dropFirst(4))
                sections[sections.count - 1].messages[message] = []
            } else if line.hasPrefix("- `"), let colon = line.firstIndex(of: ":") {
                let name = line[..<colon].dropFirst(3).dropLast()
                sections[sections.count - 1].choices[String(name)] = String(
                    line[colon...].dropFirst(2))
            } else if line.hasPrefix("| "), !message.isEmpty {
                let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                    $0.drop { $0 == " " }.split(separator: " ").joined(separator: " ")
                }
                if let column = cells.firstIndex(of: "oneof") { oneOfColumn = column }
                guard cells.count > 5, cells[1] != "field" else { continue }
                sections[sections.count - 1].messages[message]?.append(
                    Row(
                        protoName: cells[1], name: cells[2], type: plainType(cells[3]),
                        oneOf: cells[oneOfColumn]))
            }
        }
        return sections
    }

    /// All sections of a page as one.
    static func page(_ text: String) -> MessageTable {
        sections(text).reduce(into: MessageTable()) { page, section in
            page.messages.merge(section.messages) { first, _ in first }
            page.choices.merge(section.choices) { first, _ in first }
        }
    }

    /// What is different in a message and those within it. Messages that the section does not list pass.
    func differences(_ fields: MessageFields, _ seen: inout Set<String>) -> [String] {
        let name = key(fields.name)
        guard seen.insert(name).inserted, let rows = messages[name] else { return [] }
        var result: [String] = []
        let own = fields.all.map { field in
            Row(
                protoName: field.protoName, name: field.name, type: Self.type(field.shape),
                oneOf: field.oneOf ?? "")
        }
        for row in own where !rows.contains(row) { result.append("\(name): ours is \(row)") }
        for row in rows where !own.contains(row) { result.append("\(name): theirs is \(row)") }
        if result.isEmpty, own != rows { result.append("\(name): another order") }
        for field in fields.all {
            switch Self.innermost(field.shape) {
            case .message(let type): result += differences(type.fields, &seen)
            case .choice(let choice):
                let cases = choice.cases.map { "\($0.name)=\($0.number)" }.joined(separator: ", ")
                if let theirs = choices[Self.relativeName(choice.name)], theirs != cases {
                    result.append("\(choice.name): \(cases), not \(theirs)")
                }
            default: break
            }
        }
        return result
    }

    /// The message as the page calls it: its whole name, or one that ends in it.
    private func key(_ name: String) -> String {
        if messages[name] != nil { return name }
        let longer = messages.keys.filter { $0.hasSuffix("." + name) }
        return longer.count == 1 ? longer[0] : Self.relativeName(name)
    }

    private static func innermost(_ shape: Shape) -> Shape {
        switch shape {
        case .list(let item), .map(let item), .wrapped(let item): innermost(item)
        default: shape
        }
    }

    /// Without the package of a type, and without a note after it.
    private static func plainType(_ text: String) -> String {
        let words = text.replacing(" (deprecated)", with: "").split(separator: " ")
        guard let last = words.last, last.contains("."), !last.contains("<") else {
            return words.joined(separator: " ")
        }
        return (words.dropLast() + [lastPart(last)[...]]).joined(separator: " ")
    }

    /// A type as the reference writes it.
    private static func type(_ shape: Shape) -> String {
        switch shape {
        case .duration: "Duration"
        case .timestamp: "Timestamp"
        case .any: "Any"
        case .wrapped(.bool): "BoolValue"
        case .wrapped(.uint32): "UInt32Value"
        case .wrapped(.int32): "Int32Value"
        case .wrapped(.int64): "Int64Value"
        case .map(.value): "Struct"
        case .value: "Value"
        case .list(let item): "list of " + type(item)
        case .map(let item): "map<string,\(type(item))>"
        case .choice(let choice): lastPart(choice.name[...])
        case .message(let message): lastPart(message.fields.name[...])
        default: "\(shape)"
        }
    }

    /// `istio.networking.v1alpha3.TLSSettings_TLSmode` as the section calls it: `TLSSettings.TLSmode`.
    private static func relativeName(_ name: String) -> String {
        String(name.split(separator: ".").last ?? "").replacing("_", with: ".")
    }

    private static func lastPart(_ name: Substring) -> String {
        String(name.split { $0 == "." || $0 == "_" }.last ?? "")
    }
}
