import Diagnostics
import Schema
import YAML

extension Report {
    /// Where an object is visible. Only service entries may be hidden from all (`~`).
    mutating func exportTo(_ targets: [(item: String, mark: Mark)], allowsNone: Bool = false) {
        var seen: Set<String> = []
        for (target, mark) in targets {
            // `.` is the namespace of the object.
            let meant = target == "." ? namespace ?? target : target
            if !seen.insert(meant).inserted {
                let entry =
                    meant == target
                    ? "for entry \(target.escapingControls)" : "for . and \(meant.escapingControls)"
                error(.duplicateValue, "duplicate entries in exportTo \(entry)", at: .value(mark))
            } else if target == "~", !allowsNone {
                error(
                    .invalidReference, "exportTo ~ (none) is not allowed for Istio configuration objects",
                    at: .value(mark))
            } else if ![".", "*", "~"].contains(target), !HostName.isLabel(target) {
                error(
                    .invalidName, "only .,*, or a valid DNS 1123 label is allowed as exportTo entry",
                    at: .value(mark))
            }
        }
        guard let first = targets.first, seen.count > 1 else { return }
        if seen.contains("*") {
            error(
                .exclusiveFields, "cannot have both public (*) and non-public exportTo values for a resource",
                at: .value(first.mark))
        }
        if allowsNone, seen.contains("~") {
            error(
                .exclusiveFields, "cannot export service entry to no one (~) and someone",
                at: .value(first.mark))
        }
    }
}
