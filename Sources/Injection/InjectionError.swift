/// Why a pod could not be injected, in words for its owner.
package struct InjectionError: Error, Equatable, CustomStringConvertible {
    package let message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}
