package import Template

/// What the flags `--set`, `--set-string`, `--set-json`, `--set-file` and `--set-literal` of Helm say.
package enum SetFlag: Sendable {
    case set, string, json, file, literal

    package var name: String {
        switch self {
        case .set: "--set"
        case .string: "--set-string"
        case .json: "--set-json"
        case .file: "--set-file"
        case .literal: "--set-literal"
        }
    }

    /// Values with what the text of one flag sets in them. `file` gives the content of a file.
    package func applied(
        _ text: String, to values: MapValue, file: @escaping (String) throws(ChartError) -> [UInt8]
    ) throws(ChartError) -> MapValue {
        if self == .json { return try json(text, values) }
        let result = values.thawed()
        do throws(ChartError) {
            var reader = SetReader(text, self, file)
            try reader.read(into: result)
        } catch {
            throw error.during("failed parsing \(name) data")
        }
        return result
    }

    /// Either an object as a whole, or paths with JSON values.
    private func json(_ text: String, _ values: MapValue) throws(ChartError) -> MapValue {
        let trimmed = text.drop { $0.isWhitespace }
        if trimmed.hasPrefix("{") {
            guard case .map(let map)? = try? JSONText.value(Text(trimmed)) else {
                throw ChartError("failed parsing --set-json data JSON: \(text)")
            }
            return ValuesReader.merged(values, map)
        }
        let result = values.thawed()
        do throws(ChartError) {
            var reader = SetReader(text, .json) { _ throws(ChartError) in [] }
            try reader.read(into: result)
        } catch {
            throw ChartError("failed parsing --set-json data \(text)")
        }
        return result
    }
}
