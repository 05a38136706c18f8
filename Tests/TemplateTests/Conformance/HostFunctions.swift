import Template

/// The functions that cases of kind `text` count on.
enum HostFunctions {
    static let table = FunctionTable(strings + lists + failures + numbers + wants)

    private static let strings = [
        Function("upper", .string, returns: .string) { .string($0[0].text?.string.uppercased() ?? "") },
        Function("hello", .string, returns: .string) { .string("hello " + ($0[0].text?.string ?? "")) },
        Function("noargs", returns: .string) { _ in "noargs" },
        Function("zero", returns: .int()) { _ in 0 },
        Function("join", .string, rest: .string, returns: .string) { arguments in
            let pieces = arguments.compactMap { $0.text?.string }
            return .string(pieces.dropFirst().joined(separator: pieces[0]))
        },
        Function("echo", .any) { $0[0] },
        Function("typeof", .any, returns: .string) { .string($0[0].typeName) },
        Function("nilv") { _ in .null },
    ]

    private static let lists = [
        Function("list", rest: .any, returns: .anyList) { .items($0) },
        Function("dict", rest: .any, returns: .anyMap) { arguments in
            let map = MapValue()
            var rest = arguments[...]
            while rest.count > 1 {
                let key = rest.removeFirst()
                try map.set(key.text ?? Text("\(key)"), rest.removeFirst())
            }
            return .map(map)
        },
    ]

    private static let failures = [
        Function("boom", returns: .string) { _ in throw FunctionError("boom") },
        Function("fail", .string, returns: .string) { throw FunctionError($0[0].text?.string ?? "") },
        Function("panics", returns: .string) { _ in throw FunctionError("argh") },
    ]

    private static let numbers = [
        Function("add", .int(), .int(), returns: .int()) { .int(number($0[0]) + number($0[1])) },
        Function("mkadd", .int(), returns: .function("func(int) int")) { outer in
            .function(Function("", .int(), returns: .int()) { .int(number(outer[0]) + number($0[0])) })
        },
        Function("toInt64", .int(), returns: .int(.bits64)) { .int(number($0[0]), .bits64) },
        Function("toUint", .int(), returns: .uint()) { .uint(UInt64(number($0[0]))) },
        Function("toFloat", .int(), returns: .float64) { .float(Double(number($0[0]))) },
    ]

    private static let wants = [
        Function("wantInt", .int(), returns: .string) { .string(String(number($0[0]))) },
        Function("wantStr", .string, returns: .string) { .string("<\($0[0].text?.string ?? "")>") },
        Function("wantBool", .bool, returns: .bool) { .bool($0[0].bool == false) },
        Function("wantFloat", .float64, returns: .float64) { arguments in
            if case .float(let value) = arguments[0] { .float(value * 2) } else { .null }
        },
        Function("wantMap", .anyMap, returns: .int()) { .number($0[0].map?.count ?? -1) },
        Function("wantList", .anyList, returns: .int()) { .number($0[0].list?.items.count ?? -1) },
    ]

    private static func number(_ value: Value) -> Int64 {
        if case .int(let number, _) = value { number } else { 0 }
    }
}
