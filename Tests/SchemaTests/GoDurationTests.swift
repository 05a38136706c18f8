import Testing

@testable import Schema

struct GoDurationTests {
    @Test(
        arguments: [
            ("0", 0), ("+0", 0), ("-0", 0), ("5s", 5_000_000_000), ("1h30m", 5_400_000_000_000),
            (".5s", 500_000_000),
            ("1.s", 1_000_000_000), ("+2s", 2_000_000_000), ("-1.5s", -1_500_000_000),
            ("1m0.25s", 60_250_000_000),
            ("3ms", 3_000_000), ("7us", 7_000), ("7\u{B5}s", 7_000), ("7\u{3BC}s", 7_000), ("9ns", 9),
            ("1.0000000001s", 1_000_000_000), ("0.9ns", 0), ("0.100000000000000000000h", 360_000_000_000),
            ("9223372036854775807ns", Int64.max), ("2562047h47m16.854775807s", Int64.max),
            ("1.000000001s", 1_000_000_001),
            ("0.333333333333333333333s", 333_333_333),
        ] as [(String, Int64)]) func reads(text: String, nanoseconds: Int64)
    {
        #expect(Duration(goText: text)?.nanoseconds == nanoseconds)
    }

    @Test(arguments: [
        "", "+", "-", "5", ".", ".s", "s", "1x", "1 s", " 1s", "1s ", "1s2", "1.2.3s", "--1s", "+-1s", "1S",
        "1d",
        "1h-30m", "9223372036854775808ns", "2562048h", "99999999999999999999s", "\u{663}s", "1µ", "1e3s", "-",
    ]) func refuses(text: String) {
        #expect(Duration(goText: text) == nil)
    }

    @Test(
        arguments: [
            (0, "0.000s"), (5_400_000_000_000, "5400.000s"), (1_000_000, "0.001s"), (1_000, "0.000001s"),
            (1_000_000_001, "1.000000001s"), (-1_500_000_000, "-1.500s"), (-1, "-0.000000001s"),
            (Int64.max, "9223372036.854775807s"),
        ] as [(Int64, String)]) func writesThreeSixOrNineDecimals(nanoseconds: Int64, text: String)
    {
        #expect(Duration.nanoseconds(nanoseconds).protoText == text)
    }
}
