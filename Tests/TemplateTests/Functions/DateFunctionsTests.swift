import TestSupport
import Testing

@testable import Template

@Suite struct DateFunctionsTests {
    @Test(arguments: [
        ("{{ now | date `2006-01-02 15:04:05` }}", "2023-07-22 04:26:40"),
        ("{{ now }}", "2023-07-22 04:26:40 +0000 UTC"),
        ("{{ htmlDate 86400 }}", "1970-01-02"),
        ("{{ ago 1689999940 }}", "1m0s"),
        ("{{ date `Monday, January _2 2006 3:04PM` 951826500 }}", "Tuesday, February 29 2000 12:15PM"),
        ("{{ date `Jan 2 '06 .000 MST Z0700` 0 }}", "Jan 1 '70 .000 UTC Z"),
        ("{{ date `__2 002 _2006 Monthly` 0 }}", "  1 001 _1970 Monthly"),
        ("{{ toDate `02/01/2006` `31/12/1999` }}", "1999-12-31 00:00:00 +0000 UTC"),
        ("{{ toDate `2006-01-02` `nonsense` }}", "0001-01-01 00:00:00 +0000 UTC"),
        (
            "{{ mustToDate `2006-01-02 15:04:05 -0700` `2024-02-29 12:00:00.25 +0530` }}",
            "2024-02-29 12:00:00.25 +0530 +0530"
        ),
        ("{{ mustToDate `3:04 pm MST` `11:30 pm CEST` }}", "0000-01-01 23:30:00 +0000 CEST"),
        ("{{ mustToDate `2006 002` `2024 060` | date `01-02` }}", "02-29"),
        ("{{ (now.AddDate 0 1 10).Format `2006-01-02` }} {{ now.YearDay }}", "2023-09-01 203"),
        ("{{ now.Month }} {{ printf `%d` now.Weekday }} {{ now.UnixMilli }}", "July 6 1690000000000"),
        ("{{ unixEpoch (now | dateModify `-1h`) }}", "1689996400"),
        ("{{ durationRound `36h` }} {{ durationRound (now | dateModify `-49h`) }}", "1d 2d"),
        ("{{ duration `3661` }} {{ duration 3661 }}", "1h1m1s 0s"),
        ("{{ now.Sub (now | dateModify `-90m`) }}", "1h30m0s"),
    ]) func dates(_ template: String, _ expected: String) throws {
        #expect(try Rendering().text(template) == expected, "\(template)")
    }

    @Test(arguments: [
        (
            "{{ mustToDate `2006-01-02` `2023-02-30` }}",
            "error calling mustToDate: parsing time \"2023-02-30\": day out of range"
        ),
        (
            "{{ mustToDate `2006-01-02` `2023-13-01` }}",
            "error calling mustToDate: parsing time \"2023-13-01\": month out of range"
        ),
        (
            "{{ mustToDate `2006-01-02` `2023/01/01` }}",
            "error calling mustToDate: parsing time \"2023/01/01\" as \"2006-01-02\": "
                + "cannot parse \"/01/01\" as \"-\""
        ),
        (
            "{{ mustToDate `2006` `2023x` }}",
            "error calling mustToDate: parsing time \"2023x\": extra text: \"x\""
        ),
        (
            "{{ now | mustDateModify `1 day` }}",
            "error calling mustDateModify: time: unknown unit \" day\" in duration \"1 day\""
        ),
    ]) func complaints(_ template: String, _ expected: String) {
        #expect(Rendering().complaint(template) == expected)
    }

    /// A zone of one's own making: an hour east of Greenwich, two from April to September.
    @Test func zonesComeFromTheCaller() throws {
        var rendering = Rendering()
        rendering.surroundings.zone = { $0 == "Mars/Olympus" ? Self.zone : nil }
        let template =
            "{{ dateInZone `15:04 -07 MST` 1700000000 .z }} {{ dateInZone `15:04 MST` 1690000000 .z }}"
        rendering.data = ["z": "Mars/Olympus"]
        #expect(try rendering.text(template) == "23:13 +01 ONE 06:26 TWO")
        rendering.data = ["z": "Mars/Elsewhere"]
        #expect(try rendering.text(template) == "22:13 +00 UTC 04:26 UTC")
    }

    /// A file without changes, whose last line has the rule.
    private static let zone: [UInt8] = {
        let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
        let table: [UInt8] = [0, 0, 0x0e, 0x10, 0, 0] + Array("ONE".utf8) + [0]
        let part = header + counts + table
        return part + part + Array("\nONE-1TWO,M4.1.0,M9.5.0/3\n".utf8)
    }()

    @Test func spoiledZonesAreUTC() {
        var mutator = Mutator(
            seed: 11, texts: [String(decoding: Self.zone, as: UTF8.self)], words: ["\0", "M"])
        for _ in 0..<Mutator.inputs(500) {
            let rules = TimeZoneRules(mutator.next())
            _ = rules?.offset(at: 1_700_000_000)
            _ = rules?.offset(at: .min)
        }
    }
}
