import Diagnostics
import IstioAPI
import Schema

extension Analyzer {
    /// One analyzer a kind: what `validate` says about its objects.
    static let schemaValidations: [Analyzer] = {
        let types = Dictionary(
            grouping: Catalog.resources.map { ObjectType($0.kind) } + [.meshConfig, .meshNetworks], by: \.kind
        )
        return types.sorted { $0.key < $1.key }.map(schemaValidation)
    }()

    private static func schemaValidation(_ kind: String, _ types: [ObjectType]) -> Analyzer {
        Analyzer(
            "schema.ValidationAnalyzer.\(kind)", "Objects of kind \(kind) pass validation.", reads: types,
            codes: [
                .deprecated, .schemaValidationError, .virtualServiceUnreachableRule,
                .virtualServiceIneffectiveMatch, .schemaWarning,
            ]
        ) { mesh, report in
            for object in types.flatMap({ mesh.all($0) }) {
                for finding in object.findings { report.add(finding, as: code(of: finding), on: object) }
            }
        }
    }

    /// Istio has numbers of its own for three sorts of warnings.
    static func code(of finding: Diagnostic) -> AnalysisCode {
        if finding.severity == .error { return .schemaValidationError }
        return switch finding.code {
        case .deprecatedField: .deprecated
        case .unreachableRule: .virtualServiceUnreachableRule
        case .ineffectiveMatch: .virtualServiceIneffectiveMatch
        default: .schemaWarning
        }
    }
}
