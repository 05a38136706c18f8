/// Where templates stop that would never end or take all memory. Far above what real ones need.
package enum Limits {
    /// Bytes of one string that a function makes (`repeat`, `indent`, a width of `printf`).
    package static let stringBytes = 64 << 20
    /// Elements of a list that a function makes (`until`, `concat`), and turns of a `range` over an integer.
    package static let listCount = 1_000_000
    /// Bytes of the whole output.
    package static let outputBytes = 512 << 20
    /// Actions evaluated in one render.
    package static let steps = 50_000_000
    /// Templates that call templates by `template`, as in Go.
    package static let callDepth = 100_000
    /// Parentheses, and functions that render templates (`include`, `tpl`), inside each other at run time.
    package static let evaluationDepth = 20_000
    /// Texts of `tpl` that expand texts.
    package static let expansionDepth = 1_000
    /// Bytes of an error's message, to which each template that is left adds its place.
    package static let messageBytes = 256 << 10
    /// Branches of one `if`.
    package static let branches = 1_000
    /// Blocks and parentheses inside each other in a template's text, and values inside each other.
    package static let nesting = 100
}
