import YAML

/// Functions that write and read YAML, JSON and TOML. The plain ones give nothing, or what went wrong, where
/// those with `must` fail.
enum FormatFunctions {
    /// Sprig's.
    static let json: [Function] =
        both("toJson", "mustToJson") { .string(try json($0, .compact, escapesHTML: true)) }
        + both("toPrettyJson", "mustToPrettyJson") { .string(try json($0, .indented, escapesHTML: true)) }
        + ["toRawJson", "mustToRawJson"].map { name in
            Function(name, .any, returns: .string) {
                .string(try json($0[0], .compact, escapesHTML: false))
            }
        }
        + [
            Function("fromJson", .string) { (try? JSONText.value($0[0].text ?? "")) ?? .null },
            Function("mustFromJson", .string) { try JSONText.value($0[0].text ?? "") },
        ]

    /// Helm's, some of which replace sprig's.
    static let helm: [Function] =
        both("toYaml", "mustToYaml") { .string(try yaml($0)) }
        + [Function("toYamlPretty", .any, returns: .string) { .string((try? prettyYAML($0[0])) ?? "") }]
        + toml + readers

    private static let toml = [
        Function("toToml", .any, returns: .string) { arguments in
            if arguments[0].isNull { return .string(try TOMLWriter.text(.null)) }
            do throws(FunctionError) {
                return .string(try TOMLWriter.text(arguments[0]))
            } catch {
                return .string(error.message)
            }
        },
        Function("mustToToml", .any, returns: .string) { .string(try TOMLWriter.text($0[0])) },
        reader("fromToml") { text throws(FunctionError) in try TOMLReader.value(text) },
    ]

    private static let readers = [
        reader("fromYaml") { text throws(FunctionError) in .map(try HelmYAML.map(text)) },
        listReader("fromYamlArray") { text throws(FunctionError) in .list(try HelmYAML.list(text)) },
        reader("fromJson") { text throws(FunctionError) in
            let (value, mismatch) = try JSONText.read(text)
            switch value {
            case .map(let map):
                guard let mismatch else { return value }
                let entries = map.entries.map { ($0.key, $0.value) }
                return .map(MapValue(entries + [("Error", .string(mismatch.message))]))
            case .null: return .map(MapValue(isNil: true))
            default: throw JSONText.misfit(value, "map[string]interface {}")
            }
        },
        listReader("fromJsonArray") { text throws(FunctionError) in
            let value = try JSONText.value(text)
            switch value {
            case .list: return value
            case .null: return .list(ListValue([], isNil: true))
            default: throw JSONText.misfit(value, "[]interface {}")
            }
        },
    ]

    private typealias Reading = @Sendable (Text) throws(FunctionError) -> Value

    /// What went wrong stands under the key `Error`.
    private static func reader(_ name: String, _ read: @escaping Reading) -> Function {
        Function(name, .string, returns: .anyMap) { arguments in
            do throws(FunctionError) {
                return try read(arguments[0].text ?? "")
            } catch {
                return ["Error": .string(error.message)]
            }
        }
    }

    /// What went wrong is the only element.
    private static func listReader(_ name: String, _ read: @escaping Reading) -> Function {
        Function(name, .string, returns: .anyList) { arguments in
            do throws(FunctionError) {
                return try read(arguments[0].text ?? "")
            } catch {
                return [.string(error.message)]
            }
        }
    }

    private static func both(
        _ plain: String, _ must: String, _ body: @escaping @Sendable (Value) throws -> Value
    ) -> [Function] {
        [
            Function(plain, .any, returns: .string) { (try? body($0[0])) ?? "" },
            Function(must, .any, returns: .string) { try body($0[0]) },
        ]
    }

    /// As sigs.k8s.io/yaml prints, without the last line feed: the value is written as JSON, and that is
    /// read as YAML.
    static func yaml(_ value: Value) throws -> String {
        try printed(YAMLTree(json: value.json()), .compact)
    }

    /// As goyaml 3 prints, without the last line feed.
    static func prettyYAML(_ value: Value) throws -> String {
        try printed(YAMLTree(direct: value), .pretty)
    }

    private static func printed(_ tree: YAMLTree, _ style: YAMLPrinter.Style) throws -> String {
        let text = YAMLPrinter.text(tree, style)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    static func json(_ value: Value, _ style: JSONWriter.Style, escapesHTML: Bool) throws -> String {
        let bytes = JSONWriter.bytes(
            try value.json(), style: style, escapesHTML: escapesHTML, escapesControls: false)
        return String(decoding: bytes, as: UTF8.self)
    }
}
