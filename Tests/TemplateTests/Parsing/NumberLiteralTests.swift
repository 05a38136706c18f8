import Testing

@testable import Template

@Suite struct NumberLiteralTests {
    private func printed(_ text: String) -> String {
        let kind: Token.Kind = text.hasPrefix("'") ? .characterConstant : .number
        guard let value = try? NumberLiteral(Text(text), kind).value else { return "refused" }
        return "\(value.typeName) \(Printer.text(of: value).string)"
    }

    @Test(arguments: [
        ("0x1F", "int 31"), ("0o17", "int 15"), ("017", "int 15"), ("0b101", "int 5"), ("1_000", "int 1000"),
        ("-5", "int -5"), ("'a'", "int 97"), ("'\\n'", "int 10"), ("1e3", "float64 1000"),
        ("1.0", "float64 1"),
        ("0x1p-2", "float64 0.25"), ("3i", "complex128 (0+3i)"),
        ("9223372036854775807", "int 9223372036854775807"),
    ])
    func readAsGoReadsThem(_ text: String, _ expected: String) {
        #expect(printed(text) == expected)
    }

    @Test(arguments: ["1__0", "_1", "0x", "1e400", "9223372036854775808", "0b12", "1e_3"])
    func refused(_ text: String) {
        #expect(printed(text) == "refused")
    }
}
