/// A value that must never reach a log, an error or a debugger's dump by accident: it shows itself redacted.
package struct Secret<Value: Sendable>: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The value itself, for the one place that sends it.
    package let revealed: Value

    package init(_ value: Value) { revealed = value }

    package var description: String { "--- REDACTED ---" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Secret: Equatable where Value: Equatable {}
