package import Diagnostics

/// Why a text is no JSON that can be used, and where.
package struct JSONError: Error, Sendable, Equatable {
    package let code: Code
    package let message: String
    package let mark: Mark
    /// The first of two equal keys, for `duplicate-key`.
    package let first: Mark?

    package init(_ code: Code, _ message: String, at mark: Mark, first: Mark? = nil) {
        self.code = code
        self.message = message
        self.mark = mark
        self.first = first
    }

    func diagnostic(in source: Source) -> Diagnostic {
        let notes = first.map { [Diagnostic.Note("the key stands here first", at: source.position($0))] }
        return Diagnostic(code, .error, message, at: source.position(mark), notes: notes ?? [])
    }
}
