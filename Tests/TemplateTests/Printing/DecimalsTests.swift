import Testing

@testable import Template

@Suite struct DecimalsTests {
    @Test(arguments: [
        (100000.0, "100000"), (1e6, "1e+06"), (1234567.891, "1.234567891e+06"), (0.0001, "0.0001"),
        (0.00001, "1e-05"), (0, "0"), (-0.0, "-0"), (123456.789, "123456.789"),
        (Double.leastNonzeroMagnitude, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
    ])
    func fewestDigits(_ value: Double, _ expected: String) {
        #expect(Decimals.text(value, "g") == expected)
    }

    @Test func precisionRoundsTheExactValueToEven() {
        #expect(Decimals.text(2.5, "f", precision: 0) == "2")
        #expect(Decimals.text(1.005, "f", precision: 2) == "1.00")
        #expect(Decimals.text(99999, "g", precision: 3) == "1e+05")
        #expect(Decimals.text(12345.678, "e", precision: 1) == "1.2e+04")
        #expect(Decimals.text(0.000123, "e", precision: 0) == "1e-04")
    }

    @Test func hexadecimalAndBinary() {
        #expect(Decimals.text(1.5, "x") == "0x1.8p+00")
        #expect(Decimals.text(-0.1, "x", precision: 2) == "-0x1.9ap-04")
        #expect(Decimals.text(1, "b") == "4503599627370496p-52")
    }
}
