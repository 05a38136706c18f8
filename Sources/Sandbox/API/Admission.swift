package import Diagnostics
import Schema
package import YAML

/// What the sandbox's API server lets in: Istio's kinds by the rules of `validate`.
package struct Admission: Sendable {
    /// The findings about an object; one of severity error keeps it out.
    package typealias Check = @Sendable (Document) -> [Diagnostic]

    let check: Check

    package init(_ check: @escaping Check) { self.check = check }

    /// Everything is let in.
    package static let none = Admission { _ in [] }

    func admit(_ object: Node, of kind: Kind, named name: String) throws(APIFailure) {
        guard kind.group.hasSuffix(".istio.io") else { return }
        let errors = check(Document(object, name: "request")).filter { $0.severity == .error }
        guard !errors.isEmpty else { return }
        throw .denied(
            kind, name,
            errors.map {
                APIFailure.Cause(
                    reason: "FieldValueInvalid", message: $0.message, field: $0.path.description)
            })
    }
}
