import YAML

/// What is wrong with the fields of an object, in the words of Kubernetes' field errors
/// (apimachinery 1.32, `field.Error`).
struct FieldProblems {
    private(set) var causes: [APIFailure.Cause] = []

    mutating func required(_ field: FieldPlace, _ why: String = "") {
        add("FieldValueRequired", "Required value" + Self.tail(why), field)
    }

    mutating func invalid(_ field: FieldPlace, _ why: String) {
        add("FieldValueInvalid", "Invalid value: \(Self.show(field.node))" + Self.tail(why), field)
    }

    mutating func forbidden(_ field: FieldPlace, _ why: String) {
        add("FieldValueForbidden", "Forbidden" + Self.tail(why), field)
    }

    mutating func duplicate(_ field: FieldPlace) {
        add("FieldValueDuplicate", "Duplicate value: \(Self.show(field.node))", field)
    }

    mutating func notFound(_ field: FieldPlace) {
        add("FieldValueNotFound", "Not found: \(Self.show(field.node))", field)
    }

    mutating func tooLong(_ field: FieldPlace, bytes: Int) {
        add("FieldValueTooLong", "Too long: may not be more than \(bytes) bytes", field)
    }

    /// A word that must be one of some; a field that is not there is right.
    mutating func word(_ field: FieldPlace, oneOf allowed: [String]) {
        guard field.isThere, !allowed.contains(field.text) else { return }
        let list = allowed.map { "\"\($0)\"" }.joined(separator: ", ")
        add(
            "FieldValueNotSupported",
            "Unsupported value: \(Self.show(field.node)): supported values: \(list)", field)
    }

    /// A number of things, which cannot be less than none; a field that is not there is right.
    mutating func count(_ field: FieldPlace, atLeast least: Int64 = 0) {
        guard let value = field.int, value < least else { return }
        invalid(field, least == 1 ? "must be greater than 0" : "must be greater than or equal to \(least)")
    }

    mutating func port(_ field: FieldPlace) {
        guard let value = field.int, !(1...65_535).contains(value) else { return }
        invalid(field, "must be between 1 and 65535, inclusive")
    }

    /// A port by its number or its name.
    mutating func portOrName(_ field: FieldPlace) {
        guard field.node?.int == nil, field.isThere else { return port(field) }
        if let problem = ObjectNames.portNameProblem(field.text) { invalid(field, problem) }
    }

    mutating func label(_ field: FieldPlace) {
        if let problem = ObjectNames.problem(field.text, as: .label) { invalid(field, problem) }
    }

    mutating func unchanged(_ field: FieldPlace, from old: FieldPlace, _ why: String = "field is immutable") {
        if (field.node ?? .null) != (old.node ?? .null) { invalid(field, why) }
    }

    /// Items whose key was there before.
    mutating func unique(_ items: [FieldPlace], by key: String? = nil) {
        var seen: Set<String> = []
        for item in items {
            let field = key.map { item[$0] } ?? item
            guard field.isThere, !field.isEmpty else { continue }
            if !seen.insert(Self.show(field.node)).inserted { duplicate(field) }
        }
    }

    private mutating func add(_ reason: String, _ message: String, _ field: FieldPlace) {
        causes.append(.init(reason: reason, message: message, field: field.path))
    }

    private static func tail(_ why: String) -> String { why.isEmpty ? "" : ": \(why)" }

    private static func show(_ node: Node?) -> String {
        guard let node else { return "null" }
        return JSONWriter.text(node, style: .compact)
    }
}
