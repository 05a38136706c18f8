import Schema
import YAML

/// Decides which generation an object is of, where both have its kind: VirtualService, Gateway and
/// DestinationRule of `networking.istio.io/v1alpha3` exist in 0.7.1 and today, with other fields.
///
/// The generation whose schema finds less to complain about wins; on a tie the classic one, unless a value
/// makes sense today only. Versions that 0.7.1 did not have never come here.
enum GenerationChoice {
    static func of(_ candidates: [KnownKind], _ spec: Node, _ wanted: Generation?) -> KnownKind {
        guard candidates.count > 1 else { return candidates[0] }
        if let wanted, let asked = candidates.first(where: { $0.kind.generation == wanted }) { return asked }
        let classic = candidates.first { $0.kind.generation == .classic } ?? candidates[0]
        let today = candidates.first { $0.kind.generation == .today } ?? candidates[0]
        let (old, new) = (complaints(classic, spec), complaints(today, spec))
        if old != new { return old < new ? classic : today }
        return isOfToday(spec) ? today : classic
    }

    private static func complaints(_ known: KnownKind, _ spec: Node) -> Int {
        guard let resource = known.resource else { return 0 }
        var report = Report(Document(spec))
        StrictCheck.check(spec, as: resource, known.kind.generation, &report)
        return report.diagnostics.count { $0.severity == .error }
    }

    /// A gateway that serves TLS by the protocol's name: 0.7.1 knew HTTPS only.
    private static func isOfToday(_ spec: Node) -> Bool {
        spec["servers"]?.list?.contains { $0["port"]?["protocol"]?.string?.uppercased() == "TLS" } ?? false
    }
}
