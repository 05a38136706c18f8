import Diagnostics

/// Outcomes as lines for people: `rules.yaml:7:15: RouteRule/a spec.precedence changed: …`.
package enum OutcomeText {
    /// Every field.
    package static func all(_ converted: Converted) -> String {
        text(converted.outcomes.map { ($0, $0.path) }, converted, showsTargets: true)
    }

    /// What a reader should look at: the fields that were changed or dropped, those with one reason together.
    package static func losses(_ converted: Converted) -> String {
        var groups: [(outcome: Outcome, path: FieldPath)] = []
        for outcome in converted.outcomes where outcome.fate != .carried {
            if outcome.isAboutKind { continue }
            if let last = groups.last, last.outcome.object == outcome.object,
                last.outcome.fate == outcome.fate
            {
                groups[groups.count - 1].path = common(last.path, outcome.path)
            } else {
                groups.append((outcome, outcome.path))
            }
        }
        return text(groups, converted, showsTargets: false)
    }

    private static func text(
        _ items: [(outcome: Outcome, path: FieldPath)], _ converted: Converted, showsTargets: Bool
    ) -> String {
        var lines = items.map { line($0.outcome, $0.path, showsTargets: showsTargets) }
        lines += converted.remarks.map { "note: \($0.escapingControls)" }
        let counts = converted.counts
        lines.append("\(counts.carried) fields carried, \(counts.changed) changed, \(counts.dropped) dropped")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ outcome: Outcome, _ path: FieldPath, showsTargets: Bool) -> String {
        let place = path.steps.isEmpty ? "\(outcome.object)" : "\(outcome.object) \(path)"
        var text = "\(outcome.position): \(place) "
        switch outcome.fate {
        case .carried: text += "carried"
        case .changed(let how): text += "changed: \(how.escapingControls)"
        case .dropped(let why): text += "dropped: \(why.escapingControls)"
        }
        if let instead = outcome.instead { text += "; use instead: \(instead.escapingControls)" }
        if showsTargets, let target = outcome.targets.first {
            let more = outcome.targets.count > 1 ? " and \(outcome.targets.count - 1) more" : ""
            text += " -> \(target.object) \(target.path)\(more)"
        }
        return text
    }

    private static func common(_ a: FieldPath, _ b: FieldPath) -> FieldPath {
        FieldPath(zip(a.steps, b.steps).prefix { $0.0 == $0.1 }.map(\.0))
    }
}

extension Outcome {
    /// `apiVersion` and `kind` of an object that others stand for: nobody needs to be told.
    fileprivate var isAboutKind: Bool {
        guard case .changed = fate else { return false }
        return path.steps == [.field("apiVersion")] || path.steps == [.field("kind")]
    }
}

extension Converted {
    /// How many fields had which fate.
    var counts: (carried: Int, changed: Int, dropped: Int) {
        var counts = (carried: 0, changed: 0, dropped: 0)
        for outcome in outcomes {
            switch outcome.fate {
            case .carried: counts.carried += 1
            case .changed: counts.changed += 1
            case .dropped: counts.dropped += 1
            }
        }
        return counts
    }
}
