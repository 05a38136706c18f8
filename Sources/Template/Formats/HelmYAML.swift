/// Reads YAML as sigs.k8s.io/yaml does: by the rules of goyaml 2, then as JSON, whose numbers are `float64`.
package enum HelmYAML {
    /// The first document, which must be a map; without one, and for null, an empty map.
    package static func map(_ text: Text) throws(FunctionError) -> MapValue {
        switch try value(text) {
        case .null: return MapValue()
        case .map(let map): return map
        case let other: throw misfit(other, "map[string]interface {}")
        }
    }

    /// The first document, which must be a list.
    static func list(_ text: Text) throws(FunctionError) -> ListValue {
        switch try value(text) {
        case .null: return ListValue([])
        case .list(let list): return list
        case let other: throw misfit(other, "[]interface {}")
        }
    }

    private static func misfit(_ value: Value, _ type: String) -> FunctionError {
        let misfit = JSONText.misfit(value, type).message
        return FunctionError("error unmarshaling JSON: while decoding JSON: \(misfit)")
    }

    private static func value(_ text: Text) throws(FunctionError) -> Value {
        if let value = PlainJSON.value(text) { return value }
        do throws(FunctionError) {
            var reader = YAMLGraphReader(text.bytes)
            guard let document = try reader.document() else { return .null }
            if let value = document.plainValue { return value }
            var resolver = YAMLResolver()
            return try resolver.value(document).jsonValue()
        } catch {
            throw FunctionError("error converting YAML to JSON: \(error.message)")
        }
    }
}
