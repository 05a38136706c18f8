import Template
import Testing

@testable import Chart

@Suite struct TextFormatTests {
    @Test(arguments: [
        ("ipv4", "10.0.0.1", "10.0.0.256"), ("ipv4", "1.2.3.4", "01.2.3.4"), ("ipv6", "::1", "10.0.0.1"),
        ("ipv6", "fe80::1", "fe80::1%eth0"), ("uri", "https://a/b", "a/b"), ("uri-reference", "a/b", "a b:%"),
        ("date", "2026-02-29", "2026-02-30"), ("time", "13:00:00Z", "25:00:00Z"),
        ("date-time", "2026-11-24T10:00:00.5+02:00", "2026-11-24 10:00:00Z"), ("duration", "P1DT12H", "1D"),
        ("uuid", "6f1c36d4-14a0-4ba7-9be0-7bd1c1f6a1b2", "6f1c36d4"), ("hostname", "a-b.example.com", "-a.b"),
        ("email", "a.b@example.com", "a..b@example.com"), ("json-pointer", "/a~0/b", "a"),
        ("relative-json-pointer", "1/a", "/a"), ("semver", "1.2.3-rc.1+x", "1.2"), ("regex", "^a$", "("),
    ])
    func formats(_ format: String, _ right: String, _ wrong: String) {
        #expect(TextFormat.problem(Text(right), format) == nil)
        #expect(TextFormat.problem(Text(wrong), format) != nil)
    }

    @Test func examplesAreOfTheirFormats() {
        for (format, entry) in TextFormat.patterns {
            #expect(TextFormat.problem(Text(entry.form), format) == nil, "\(format)")
        }
    }

    @Test func nobodyMindsUnknownFormats() { #expect(TextFormat.problem("x", "colour") == nil) }
}
