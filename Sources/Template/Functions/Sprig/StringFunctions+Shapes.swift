/// Texts made longer, broken into lines, or split.
extension StringFunctions {
    static let shapes: [Function] = [
        Function("repeat", .int(), .string, returns: .string) { arguments in
            .text(Text(bytes: try repeated(arguments[1].text?.bytes ?? [], arguments[0])))
        },
        Function("indent", .int(), .string, returns: .string) { .text(try indented($0)) },
        Function("nindent", .int(), .string, returns: .string) { .text("\n" + (try indented($0))) },
        Function("plural", .string, .string, .int(), returns: .string) {
            Conversion.integer($0[2]) == 1 ? $0[0] : $0[1]
        },
        Function("wrap", .int(), .string, returns: .string) { arguments in
            .text(wrapped(arguments[1], Conversion.integer(arguments[0]), "\n", breaksWords: false))
        },
        Function("wrapWith", .int(), .string, .string, returns: .string) { arguments in
            let end = arguments[1].text ?? ""
            return .text(
                wrapped(
                    arguments[2], Conversion.integer(arguments[0]), end.isEmpty ? "\n" : end,
                    breaksWords: true))
        },
        Function("splitList", .string, .string, returns: .strings) { arguments in
            let parts = split(arguments[1], at: arguments[0])
            return .list(ListValue(parts.map { .text($0) }, of: .string))
        },
        Function("split", .string, .string, returns: .stringMap) {
            numbered(split($0[1], at: $0[0]))
        },
        Function("splitn", .string, .int(), .string, returns: .stringMap) { arguments in
            let most = Conversion.integer(arguments[1])
            return numbered(split(arguments[2], at: arguments[0], most: most))
        },
    ]

    private static func repeated(_ bytes: [UInt8], _ count: Value) throws -> [UInt8] {
        let count = Conversion.integer(count)
        guard count >= 0 else { throw FunctionError("strings: negative Repeat count") }
        let (size, overflow) = Int64(bytes.count).multipliedReportingOverflow(by: count)
        guard !overflow, size <= Int64(Limits.stringBytes) else {
            throw FunctionError("the text would be longer than \(Limits.stringBytes) bytes")
        }
        if bytes.isEmpty { return [] }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * Int(count))
        for _ in 0..<Int(count) { result += bytes }
        return result
    }

    private static func indented(_ arguments: [Value]) throws -> Text {
        let pad = try repeated([UInt8(ascii: " ")], arguments[0])
        let bytes = arguments[1].text?.bytes ?? []
        let breaks = bytes.count { $0 == UInt8(ascii: "\n") }
        guard breaks < Limits.stringBytes / max(pad.count, 1) else {
            throw FunctionError("the text would be longer than \(Limits.stringBytes) bytes")
        }
        var result = pad
        result.reserveCapacity(bytes.count + (breaks + 1) * pad.count)
        for byte in bytes {
            result.append(byte)
            if byte == UInt8(ascii: "\n") { result += pad }
        }
        return Text(bytes: result)
    }

    private static func split(_ text: Value, at separator: Value, most: Int64 = -1) -> [Text] {
        let (text, separator) = (text.text ?? "", separator.text ?? "")
        if most == 0 { return [] }
        if separator.isEmpty {
            let scalars = text.string.unicodeScalars.map { Text(String($0)) }
            guard most > 0, Int64(scalars.count) > most else { return scalars }
            let head = scalars.prefix(Int(most) - 1)
            return head + [scalars.dropFirst(Int(most) - 1).reduce("", +)]
        }
        let wanted = separator.bytes
        var parts: [Text] = []
        var rest = text.bytes[...]
        while most < 0 || Int64(parts.count) < most - 1, let range = rest.firstOccurrence(of: wanted) {
            parts.append(Text(bytes: rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [Text(bytes: rest)]
    }

    private static func numbered(_ parts: [Text]) -> Value {
        let entries = parts.enumerated().map { (Text("_\($0.offset)"), Value.text($0.element)) }
        return .map(MapValue(entries, of: .string))
    }

    /// Lines of at most so many bytes, broken at blanks; longer words go on, or are broken, too.
    private static func wrapped(
        _ text: Value, _ width: Int64, _ end: Text, breaksWords: Bool
    ) -> Text {
        let bytes = text.text?.bytes ?? []
        let width = Int(clamping: max(width, 1))
        let blank = UInt8(ascii: " ")
        var result: [UInt8] = []
        var offset = 0
        while bytes.count - offset > width {
            if bytes[offset] == blank {
                offset += 1
            } else if let place = bytes[offset...(offset + width)].lastIndex(of: blank) {
                result += bytes[offset..<place] + end.bytes
                offset = place + 1
            } else if breaksWords {
                result += bytes[offset..<(offset + width)] + end.bytes
                offset += width
            } else if let place = bytes[(offset + width)...].firstIndex(of: blank) {
                result += bytes[offset..<place] + end.bytes
                offset = place + 1
            } else {
                result += bytes[offset...]
                offset = bytes.count
            }
        }
        return Text(bytes: result + bytes[offset...])
    }
}
