import Template

/// What templates say with some functions, on a day in 2023 and with bytes that are no secret.
struct Rendering {
    var functions = FunctionTable.helm
    var data: Value = [:]
    var surroundings = Surroundings(
        now: Instant(seconds: 1_690_000_000), random: { count in (0..<count).map { UInt8($0 % 251) } })

    func text(_ template: String) throws(TemplateError) -> String {
        var set = TemplateSet("t", functions: functions)
        set.surroundings = surroundings
        set.stepLimit = 10_000
        try set.parse("t", Text(template))
        return String(decoding: try set.render("t", data), as: UTF8.self)
    }

    /// What is wrong with a template, without its place.
    func complaint(_ template: String) -> String {
        do {
            return "no complaint: " + (try text(template))
        } catch {
            guard let range = error.message.utf8.firstRange(of: ">: ".utf8) else { return error.message }
            return String(error.message[range.upperBound...])
        }
    }
}
