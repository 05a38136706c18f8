import YAML

/// A column of `-o custom-columns=NAME:.metadata.name,HOSTS:.spec.hosts`.
struct CustomColumn: Sendable {
    let title: String
    let path: JSONPath

    /// Reads the columns; commas and colons within brackets belong to the path.
    static func list(_ text: String) throws(OutputFormatError) -> [CustomColumn] {
        var columns: [CustomColumn] = []
        for part in pieces(of: text) {
            guard let colon = part.firstIndex(of: ":"), colon != part.startIndex else {
                throw OutputFormatError(message: "a custom column is written TITLE:.path, not \"\(part)\"")
            }
            do {
                let path = try JSONPath(relaxed: String(part[part.index(after: colon)...]))
                columns.append(CustomColumn(title: String(part[..<colon]), path: path))
            } catch {
                throw OutputFormatError(message: "wrong JSONPath in column \(part[..<colon]): \(error)")
            }
        }
        return columns
    }

    private static func pieces(of text: String) -> [String] {
        var pieces = [""]
        var depth = 0
        for character in text {
            if "[({".contains(character) { depth += 1 }
            if "])}".contains(character) { depth -= 1 }
            if character == ",", depth <= 0 {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    /// The cell for an object: all values with commas between, `<none>` where there is none.
    func cell(of node: Node) throws(JSONPathError) -> String {
        let values = try path.values(in: node)
        return values.isEmpty ? "<none>" : values.map(\.jsonPathText).joined(separator: ",")
    }
}
