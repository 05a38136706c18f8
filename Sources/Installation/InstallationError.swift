/// Why an installation cannot be worked out from what it is to be.
package struct InstallationError: Error, Equatable {
    package let message: String

    package init(_ message: String) { self.message = message }
}
