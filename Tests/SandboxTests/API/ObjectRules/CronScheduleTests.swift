import Testing

@testable import Sandbox

@Suite struct CronScheduleTests {
    @Test(arguments: [
        "* * * * *", "*/5 0-6 1,15 * mon-FRI", "0 0 ? jan 0", "@hourly", "@every 1h30m", "59 23 31 12 6",
        "5/15 * * * *",
    ]) func sound(text: String) {
        #expect(CronSchedule.problem(text) == nil)
    }

    @Test(arguments: [
        ("* * * *", "expected exactly 5 fields, found 4: [* * * *]"),
        ("60 * * * *", "end of range (60) above maximum (59): 60"),
        ("* * 0 * *", "beginning of range (0) below minimum (1): 0"),
        ("9-3 * * * *", "beginning of range (9) beyond end of range (3): 9-3"),
        ("*/0 * * * *", "step of range should be a positive number: */0"),
        ("a * * * *", "failed to parse int from a: a"), ("1-2-3 * * * *", "too many hyphens: 1-2-3"),
        (", * * * *", "failed to parse int from : "),
        ("TZ=UTC * * * * *", "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"),
        ("@never", "unrecognized descriptor: @never"), ("@every x", "failed to parse duration @every x"),
    ]) func unsound(text: String, problem: String) {
        #expect(CronSchedule.problem(text) == problem)
    }
}
