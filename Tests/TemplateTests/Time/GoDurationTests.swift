import Testing

@testable import Template

@Suite struct GoDurationTests {
    @Test(arguments: [
        ("1h", 3_600_000_000_000), (".5s", 500_000_000), ("1.h", 3_600_000_000_000), ("-1us", -1000),
        ("1µs2ns", 1002), ("+0", 0), ("2562047h47m16.854775807s", .max), ("-2562047h47m16.854775808s", .min),
        ("0.3333333333333333333333s", 333_333_333),
    ]) func reads(_ text: String, _ nanoseconds: Int64) throws {
        #expect(try GoDuration(text).nanoseconds == nanoseconds, "\(text)")
    }

    @Test(arguments: [
        "", "-", ".s", "1", "1.2", "3x", "2562047h47m16.854775808s", "9223372036854775808h", "1h-1m",
    ])
    func refuses(_ text: String) {
        #expect(throws: FunctionError.self) { try GoDuration(text) }
    }

    @Test(arguments: [
        (0, "0s"), (1, "1ns"), (1_100, "1.1µs"), (-2_200_000, "-2.2ms"), (61_000_000_000, "1m1s"),
        (3_600_000_000_000, "1h0m0s"), (.min, "-2562047h47m16.854775808s"),
    ]) func prints(_ nanoseconds: Int64, _ text: String) {
        #expect(GoDuration(nanoseconds).description == text)
    }
}
