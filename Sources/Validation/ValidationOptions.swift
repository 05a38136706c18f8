package import Schema

/// What a caller may ask of validation.
package struct ValidationOptions: Sendable {
    /// The generation to read a document as that could be of both; nil lets the document decide.
    package var generation: Generation?

    package init(generation: Generation? = nil) { self.generation = generation }
}
