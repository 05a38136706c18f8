/// What a value must satisfy beyond its type. `StrictCheck` enforces every rule but those marked as
/// documentation.
package enum Rule: Sendable {
    /// The field must be given and not be null.
    case required
    /// Documentation: the API's text asks for the field, but a validator decides (the classic generation does
    /// so).
    case expected
    /// A string, list or map must have at least so many characters, items or entries.
    case atLeast(Int)
    /// A string, list or map must have at most so many characters, items or entries.
    case atMost(Int)
    /// Every item of a list of texts, or value of a map of texts, must have at most so many characters.
    case eachAtMost(Int)
    /// Every item of a list of texts must have at least so many characters.
    case eachAtLeast(Int)
    /// A number must lie in the range.
    case range(ClosedRange<Double>)
    /// A duration must not be shorter than so many milliseconds.
    case minimumMilliseconds(Int)
    /// At most one field with the same group name may be given.
    case oneOf(String)
    /// The name in the proto file, where it is not the JSON name in snake case.
    case protoName(String)
    /// Items of a list of messages are known by this field, so that server-side apply merges them one by one.
    case listKey(String)
    /// Documentation: an RE2 expression that the API server holds a text against; a rule of validation checks
    /// it too, with a better message.
    case pattern(String)
    /// Documentation: the first release that has the field.
    case since(String)
    /// Documentation: what to use instead, or why it goes.
    case deprecated(String)
}

extension Rule {
    /// Whether the rule limits a value, so that every value must be looked at.
    var isBound: Bool {
        switch self {
        case .atLeast, .atMost, .eachAtMost, .eachAtLeast, .range, .minimumMilliseconds: true
        case .required, .expected, .oneOf, .protoName, .listKey, .pattern, .since, .deprecated: false
        }
    }
}
