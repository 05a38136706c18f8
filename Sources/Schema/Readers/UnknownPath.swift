import Diagnostics

/// A path names a field that is not declared.
package struct UnknownPath: Error, Sendable, Equatable, CustomStringConvertible {
    package let name: String
    /// The message or field that lacks it.
    package let parent: String
    /// Such as "did you mean `retries`?".
    package let hint: String?

    init(name: String, parent: String, hint: String?) {
        self.name = name
        self.parent = parent
        self.hint = hint
    }

    init(name: String, parent: String, among names: [String]) {
        self.init(
            name: name, parent: parent,
            hint: Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" })
    }

    package var description: String { "no field \"\(name.escapingControls)\" in \(parent)" }
}
