/// What opens and closes an action.
package struct Delimiters: Equatable, Sendable {
    package var left: String
    package var right: String

    /// Go's own where a text is empty.
    package init(_ left: String = "", _ right: String = "") {
        self.left = left.isEmpty ? "{{" : left
        self.right = right.isEmpty ? "}}" : right
    }
}
