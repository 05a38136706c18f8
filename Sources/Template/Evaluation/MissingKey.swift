/// What `.x` is where a map has no key `x`: Go's option `missingkey`.
package enum MissingKey: String, CaseIterable, Sendable {
    /// Nothing, printed as `<no value>`; `default` and `invalid` are the same.
    case `default`, invalid
    /// The zero value of the map's type, which is nil for most maps.
    case zero
    /// An error.
    case error
}
