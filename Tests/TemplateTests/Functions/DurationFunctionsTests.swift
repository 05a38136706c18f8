import Testing

@Suite struct DurationFunctionsTests {
    @Test(arguments: [
        ("{{ mustToDuration `1h2m3.004s` }} {{ mustToDuration ` 7 ` }}", "1h2m3.004s 7s"),
        ("{{ durationMinutes 150 }} {{ durationHours `90m` }} {{ durationWeeks `168h` }}", "2.5 1.5 1"),
        ("{{ durationMilliseconds `1.5ms` }} {{ durationMicroseconds `1.5ms` }}", "1 1500"),
        ("{{ durationSeconds `soon` }} {{ durationNanoseconds (list) }}", "0 0"),
        ("{{ durationRoundTo `7m31s` `1m` }} {{ durationRoundTo `-90s` `1m` }}", "8m0s -2m0s"),
        ("{{ durationTruncateTo `7m31s` 60 }} {{ durationTruncateTo `7m31s` `x` }}", "7m0s 7m31s"),
        ("{{ mustToDuration `1500us` }} {{ mustToDuration `-0.000000001s` }}", "1.5ms -1ns"),
        (
            "{{ (mustToDuration `-90s`).Abs }} {{ (mustToDuration `90s`).Truncate (mustToDuration `1m`) }}",
            "1m30s 1m0s"
        ),
    ]) func followHelm(_ template: String, _ expected: String) throws {
        var rendering = Rendering()
        rendering.functions = rendering.functions.adding([.init("list", returns: .anyList) { .items($0) }])
        #expect(try rendering.text(template) == expected)
    }

    @Test(arguments: [
        ("9223372037", "duration seconds overflow: 9223372037"), ("``", "empty duration"),
        ("true", "unsupported duration type bool"), ("`1e400`", "could not parse duration \"1e400\""),
        ("`inf`", "invalid duration seconds: +Inf"), ("1e300", "duration seconds overflow: 1e+300"),
    ]) func complaints(_ argument: String, _ expected: String) {
        #expect(
            Rendering().complaint("{{ mustToDuration \(argument) }}")
                == "error calling mustToDuration: \(expected)")
    }
}
