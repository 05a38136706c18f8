/// A value of a Go library that functions hand around: `time.Time`, `time.Duration`, `*semver.Version`.
package protocol HostValue: Sendable {
    /// As `%T` prints it.
    var typeName: String { get }
    /// What it is made of, as reflection says: `struct`, `int64`, `ptr`.
    var kind: String { get }
    /// What String() or Error() gives; printing uses it. Nil where the type has neither.
    var text: Text? { get }
    /// The number or string that it is made of, where it is one (a duration's nanoseconds).
    var underlying: Value? { get }
    var isTrue: Bool { get }
    /// How JSON and YAML show it: as a string or a number; nil where as an empty object.
    var json: Value? { get }

    /// A field's value, or a method as a function; nil where it has no such member.
    func member(_ name: Text) -> Value?
    /// Go's `==`, and what deepEqual says.
    func equals(_ other: any HostValue) -> Bool
}

extension HostValue {
    package var underlying: Value? { nil }
    package var json: Value? { underlying }
    package var isTrue: Bool { underlying?.isTrue ?? true }
    package func member(_ name: Text) -> Value? { nil }
}
