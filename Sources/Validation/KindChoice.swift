import Diagnostics
import Schema
import YAML

/// Which kinds an object's `apiVersion` and `kind` can mean.
///
/// 0.7.1 ignores the `apiVersion` of a kind it knows. Here a wrong one gets a warning, unless it plainly
/// names the API of another project that has a kind of the same name (Kubernetes' own `Gateway`).
enum KindChoice {
    /// One kind, or a kind as both generations have it.
    case known([KnownKind])
    case unknown(reason: String)
    /// The report says why.
    case wrong

    static func of(_ object: Node, _ report: inout Report) -> KindChoice {
        let (name, version) = (object["kind"]?.string ?? "", object["apiVersion"]?.string ?? "")
        let named = KindIndex.kinds(named: name)
        let group = Group(version)
        let exact = named.filter { $0.kind.group == group.name && $0.kind.versions.contains(group.version) }
        if !exact.isEmpty { return .known(exact) }
        let istios = named.filter(\.kind.isIstios)
        guard !istios.isEmpty, !group.isForeign else { return .unknown(reason: reason(name, group, named)) }
        let classic = istios.filter { $0.kind.generation == .classic }
        let place =
            object["apiVersion"].map { Place.value($0.mark) } ?? .missing("apiVersion", in: object.mark)
        let right = istios.flatMap { known in known.kind.versions.map { known.kind.apiVersion($0) } }
        let hint = Suggestion.nearest(to: version, among: right) ?? right[0]
        let message = "\"\(version.escapingControls)\" is not an apiVersion of \(name)"
        if classic.isEmpty {
            report.error(.wrongVersion, message, at: place, hint: "did you mean `\(hint)`?")
            return .wrong
        }
        report.warning(.wrongVersion, message, at: place, hint: "did you mean `\(hint)`?")
        let sameGroup = istios.filter { $0.kind.group == group.name }
        return .known(sameGroup.contains { $0.kind.generation == .today } ? istios : classic)
    }

    private static func reason(_ name: String, _ group: Group, _ named: [KnownKind]) -> String {
        let shown = name.escapingControls
        if !named.isEmpty { return "kind \(shown) is not known in \(group.shown)" }
        guard let nearest = Suggestion.nearest(to: name, among: KindIndex.names) else {
            return "kind \(shown) is not known"
        }
        return "kind \(shown) is not known, did you mean `\(nearest)`?"
    }
}

/// An `apiVersion` in its two parts.
private struct Group {
    let name: String
    let version: String

    init(_ apiVersion: String) {
        let bytes = apiVersion.utf8
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
            (name, version) = ("", apiVersion)
            return
        }
        name = String(apiVersion[..<slash])
        version = String(apiVersion[bytes.index(after: slash)...])
    }

    /// A domain, and none that looks like one of Istio's.
    var isForeign: Bool { name.utf8.contains(UInt8(ascii: ".")) && !name.hasSuffix("istio.io") }

    var shown: String { (name.isEmpty ? version : "\(name)/\(version)").escapingControls }
}

extension Kind {
    /// Of either generation, the Mixer kinds included, as opposed to Kubernetes' own.
    fileprivate var isIstios: Bool { group.hasSuffix("istio.io") }
}
