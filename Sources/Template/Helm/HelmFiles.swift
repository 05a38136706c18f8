/// `.Files`: the files of a chart that are no templates.
package struct HelmFiles: Sendable {
    private let files: [(path: Text, bytes: [UInt8])]

    package init(_ files: [(path: String, bytes: [UInt8])]) {
        self.files = files.map { (Text($0.path), $0.bytes) }
    }

    private init(chosen files: [(path: Text, bytes: [UInt8])]) { self.files = files }

    /// A map of byte slices with methods.
    package var value: Value {
        let entries = files.map { ($0.path, Value.list(ListValue(bytes: $0.bytes))) }
        return .map(MapValue(entries, of: .bytes, named: NamedType("engine.files", methods)))
    }

    private var methods: [Function] {
        [
            Function("Get", .string, returns: .string) { .text(Text(bytes: bytes($0[0]) ?? [])) },
            Function("GetBytes", .string, returns: .bytes) { .list(ListValue(bytes: bytes($0[0]) ?? [])) },
            Function("Lines", .string, returns: .strings) { .list(lines($0[0])) },
            Function("Glob", .string, returns: .named("engine.files", kind: "map")) { arguments in
                let glob = Glob(arguments[0].text ?? "")
                return HelmFiles(chosen: files.filter { glob?.matches($0.path) ?? false }).value
            },
            Function("AsConfig", [], returns: .string) { _, evaluation in
                try yaml(evaluation) { .text(Text(bytes: $0)) }
            },
            Function("AsSecrets", [], returns: .string) { _, evaluation in
                try yaml(evaluation) { .string(base64($0)) }
            },
        ]
    }

    private func bytes(_ path: Value) -> [UInt8]? { files.first { $0.path == path.text }?.bytes }

    private func lines(_ path: Value) -> ListValue {
        guard var bytes = bytes(path) else { return ListValue([], of: .string) }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return ListValue(lines.map { .text(Text(bytes: $0)) }, of: .string)
    }

    /// The files by their last names, as `toYaml` writes a map of strings.
    private func yaml(_ evaluation: Evaluation, _ text: ([UInt8]) -> Value) throws -> Value {
        guard let write = evaluation.templates.functions["toYaml"] else {
            throw FunctionError("toYaml is not defined")
        }
        let entries = files.map { file in
            (Text(bytes: file.path.bytes.split(separator: UInt8(ascii: "/")).last ?? []), text(file.bytes))
        }
        return try write.call([.map(MapValue(entries, of: .string))], in: evaluation)
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for byte in group { bits = bits << 8 | UInt32(byte) }
            bits <<= UInt32(8 * (3 - group.count))
            for index in 0..<4 {
                let digit = alphabet[Int(bits >> UInt32(18 - 6 * index)) & 63]
                result.append(index <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
