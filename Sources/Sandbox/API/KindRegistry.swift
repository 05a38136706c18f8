package import Schema

/// The kinds that a sandbox serves: by place in the API, and in the order in which discovery lists them.
///
/// Two generations may have a kind of one group and plural (0.7.1's VirtualService and today's); its objects
/// are the same objects, so the versions of both are served as one kind.
package struct KindRegistry: Sendable {
    package let kinds: [Kind]
    private let byPlace: [String: Kind]
    /// Kinds that definitions of the user declare, by group and plural.
    private var customs: [String: CustomKind] = [:]

    package init(_ kinds: [Kind]) {
        var merged: [Kind] = []
        for kind in kinds {
            if let index = merged.firstIndex(where: { $0.group == kind.group && $0.plural == kind.plural }) {
                merged[index] = Self.merged(merged[index], kind)
            } else {
                merged.append(kind)
            }
        }
        self.kinds = merged
        byPlace = Dictionary(
            merged.map { ("\($0.group)/\($0.plural)", $0) }, uniquingKeysWith: { first, _ in first })
    }

    func kind(_ group: String, _ version: String, plural: String) -> Kind? {
        guard let kind = byPlace["\(group)/\(plural)"], kind.versions.contains(version) else { return nil }
        return customs["\(group)/\(plural)"]?.kind(in: version) ?? kind
    }

    /// With kinds of the user's. A definition of a kind that the program has itself changes nothing.
    func adding(_ customs: [CustomKind]) -> KindRegistry {
        let new = customs.filter { byPlace[Self.place($0.kind)] == nil }
        var registry = KindRegistry(kinds + new.map(\.kind))
        registry.customs = Dictionary(
            new.map { (Self.place($0.kind), $0) }, uniquingKeysWith: { first, _ in first })
        return registry
    }

    /// What the user's definition says of a kind; nil for a kind of the program's own.
    func custom(_ kind: Kind) -> CustomKind? { customs[Self.place(kind)] }

    private static func place(_ kind: Kind) -> String { "\(kind.group)/\(kind.plural)" }

    /// Groups in the order of first use, the core group first.
    var groups: [String] {
        var groups = [""]
        for kind in kinds where !groups.contains(kind.group) { groups.append(kind.group) }
        return groups
    }

    /// Versions of a group, preferred ones first.
    func versions(of group: String) -> [String] {
        var versions: [String] = []
        for kind in kinds where kind.group == group {
            for version in kind.versions where !versions.contains(version) { versions.append(version) }
        }
        return versions.sorted { Self.rank($0) > Self.rank($1) }
    }

    func kinds(of group: String, _ version: String) -> [Kind] {
        kinds.filter { $0.group == group && $0.versions.contains(version) }
    }

    /// Whether a version stands before another in discovery.
    static func isBetter(_ version: String, than other: String) -> Bool { rank(version) > rank(other) }

    /// Stable versions before beta before alpha, and higher numbers first, as Kubernetes orders them.
    private static func rank(_ version: String) -> [Int] {
        let digits = version.dropFirst().prefix { $0.isNumber }
        let rest = version.dropFirst(1 + digits.count)
        let stage = rest.isEmpty ? 3 : rest.hasPrefix("beta") ? 2 : 1
        return [stage, Int(digits) ?? 0, Int(rest.filter(\.isNumber)) ?? 0]
    }

    private static func merged(_ a: Kind, _ b: Kind) -> Kind {
        let (today, other) = a.generation == .today ? (a, b) : (b, a)
        return Kind(
            today.group, versions: today.versions + other.versions.filter { !today.versions.contains($0) },
            name: today.name, plural: today.plural, short: today.shortNames, namespaced: today.isNamespaced,
            generation: today.generation, classicType: today.classicType ?? other.classicType,
            columns: today.columns)
    }
}

private func > (a: [Int], b: [Int]) -> Bool { b.lexicographicallyPrecedes(a) }
