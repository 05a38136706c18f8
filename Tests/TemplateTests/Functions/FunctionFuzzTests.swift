import TestSupport
import Testing

@testable import Template

/// Whatever the arguments, functions give a value or complain.
@Suite struct FunctionFuzzTests {
    /// They take seconds, whatever their arguments.
    private static let slow: Set = [
        "genPrivateKey", "genCA", "genSelfSignedCert", "genSignedCert", "derivePassword",
    ]

    private static let texts: [Text] = [
        "", "a", "v1.2.3-rc.1+x", ">=1.2 <3 || ~1.x", "1.2 - 3", "(a+)|b*", "[", "$1${x}$$",
        "2006-01-02T15:04:05Z07:00",
        "Mon Jan _2 15:04:05.000 MST 2006", "2024-02-29T23:59:60Z", "-9223372036854775808", "1h2m3.5s",
        "9e18h",
        "http://u:p@[::1%25x]:80/a%20?b#c", "%zz", "aGVsbG8=", "NBSWY3DP", "/a/../b//", "é日😀", "\u{0}\u{7f}",
        "rsa", "ed25519", "[{\"name\":\"x\"}]", "{\"a\":", "America/New_York", "..", "\n\n", "- ,=<>",
        Text(bytes: [0xff, 0xfe, 0x80]),
    ]

    private static let numbers: [Int64] = [0, 1, -1, 2, 7, 64, 1 << 31, .max, .min, 253_402_300_799]

    private static func value(_ type: GoType, _ random: inout some RandomNumberGenerator) -> Value {
        let number = numbers.randomElement(using: &random) ?? 0
        switch type {
        case .string: return .text(texts.randomElement(using: &random) ?? "")
        case .int(let width): return .int(number, width)
        case .uint(let width): return .uint(UInt64(bitPattern: number), width)
        case .bool: return .bool(number > 0)
        case .float64: return .float(Double(number) * 1.5)
        case .map(let element, _):
            return .map(
                MapValue(
                    [("scheme", value(element, &random)), ("userinfo", value(.string, &random))], of: element)
            )
        case .list(let element): return .list(ListValue([value(element, &random)], of: element))
        case .named("time.Time", _): return .host(TimeValue(instant: Instant(seconds: number)))
        case .named("time.Duration", _): return .host(DurationValue(GoDuration(number)))
        case .structure(let name): return .structure(StructValue(name, []))
        case .pointer(let name): return .pointer(StructValue(name, []), isNil: number < 1)
        default:
            let types: [GoType] = [
                .string, .int(), .int(.bits64), .float64, .bool, .list(.string), .map(.string),
            ]
            return value(types.randomElement(using: &random) ?? .string, &random)
        }
    }

    @Test(arguments: [FunctionTable.helm, .injector]) func everyFunction(_ table: FunctionTable) throws {
        var random = Seeded(23)
        for name in table.names where !Self.slow.contains(name) {
            guard let function = table[name] else { continue }
            for round in 0..<Mutator.inputs(60) {
                let further = function.variadic.map { type in (0..<(round % 4)).map { _ in type } } ?? []
                let arguments = (function.parameters + further).map { Self.value($0, &random) }
                let evaluation = Evaluation(TemplateSet("fuzz", functions: table))
                do {
                    _ = Printer.text(of: try function.call(arguments, in: evaluation))
                } catch {
                    #expect(!"\(error)".isEmpty)
                }
            }
        }
    }
}
