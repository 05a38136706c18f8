import Schema

extension Kind.Column {
    /// The age of the object, which nearly every table ends with.
    static let age = Kind.Column("Age", ".metadata.creationTimestamp", isDate: true)
}
