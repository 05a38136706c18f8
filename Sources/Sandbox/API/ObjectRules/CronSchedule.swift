import Schema

/// Times of a CronJob: `*/5 0-6 1,15 * MON-FRI`, `@hourly`, `@every 1h30m` (robfig/cron 3, standard form).
enum CronSchedule {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    private static let words: Set = [
        "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
    ]

    /// What is wrong with a schedule, or nil.
    static func problem(_ text: String) -> String? {
        if text.contains("TZ") {
            return "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"
        }
        if text.hasPrefix("@") { return problem(word: text) }
        let fields = text.split(separator: " ", omittingEmptySubsequences: true)
        guard fields.count == 5 else {
            return "expected exactly 5 fields, found \(fields.count): [\(fields.joined(separator: " "))]"
        }
        let bounds: [(ClosedRange<Int>, [String], Int)] = [
            (0...59, [], 0), (0...23, [], 0), (1...31, [], 0), (1...12, months, 1), (0...6, days, 0),
        ]
        for (field, bound) in zip(fields, bounds) {
            for part in field.split(separator: ",", omittingEmptySubsequences: false) {
                if let problem = problem(part, bound.0, names: bound.1, from: bound.2) { return problem }
            }
        }
        return nil
    }

    private static func problem(word text: String) -> String? {
        if words.contains(text) { return nil }
        guard text.hasPrefix("@every ") else { return "unrecognized descriptor: \(text)" }
        guard let pause = Duration(goText: String(text.dropFirst(7))), pause > .zero else {
            return "failed to parse duration \(text)"
        }
        return nil
    }

    /// One of the parts between commas: `*`, `5`, `1-5`, each with a step `/2`.
    private static func problem(
        _ part: Substring, _ bounds: ClosedRange<Int>, names: [String], from first: Int
    ) -> String? {
        func number(_ text: Substring) -> Int? {
            names.firstIndex(of: text.lowercased()).map { $0 + first }
                ?? Int(text).flatMap { $0 < 0 ? nil : $0 }
        }
        let halves = part.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return "too many slashes: \(part)" }
        let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else { return "too many hyphens: \(part)" }
        if halves.count == 2, number(halves[1]).map({ $0 == 0 }) ?? true {
            return "step of range should be a positive number: \(part)"
        }
        if halves[0] == "*" || halves[0] == "?" { return nil }
        var numbers: [Int] = []
        for end in ends {
            guard let value = number(end) else { return "failed to parse int from \(end): \(part)" }
            numbers.append(value)
        }
        if let low = numbers.first, low < bounds.lowerBound {
            return "beginning of range (\(low)) below minimum (\(bounds.lowerBound)): \(part)"
        }
        if let high = numbers.last, high > bounds.upperBound {
            return "end of range (\(high)) above maximum (\(bounds.upperBound)): \(part)"
        }
        if let low = numbers.first, let high = numbers.last, low > high {
            return "beginning of range (\(low)) beyond end of range (\(high)): \(part)"
        }
        return nil
    }
}
