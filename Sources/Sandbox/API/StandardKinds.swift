import IstioAPI
import Validation

extension KindRegistry {
    /// All kinds that the program knows.
    package static let standard = KindRegistry(Catalog.kinds)
}

extension Admission {
    /// The rules of `validate`.
    package static let standard = Admission { Validation.check($0).diagnostics }
}
