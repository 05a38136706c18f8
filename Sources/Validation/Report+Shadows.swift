import Diagnostics
import Schema

extension Report {
    /// Adds what the rules found, but for echoes of what the schema already says about a value or one around
    /// it. What is said about a null item has no place.
    mutating func addUnlessShadowed(_ further: Report) {
        let earlier = diagnostics.filter { $0.severity == .error }
        for finding in further.diagnostics {
            guard let position = finding.position, position.mark.isKnown else { continue }
            let isShadowed = earlier.contains {
                position == $0.position || finding.path.steps.starts(with: $0.path.steps)
            }
            if !isShadowed { add(finding) }
        }
    }
}
