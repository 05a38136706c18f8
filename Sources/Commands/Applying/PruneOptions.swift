import ArgumentParser
import IstioAPI
import Kubernetes
import Schema

/// Flags of `apply --prune`.
struct PruneOptions: ParsableArguments {
    @Flag(help: "Delete what was applied before and is in no file any more; needs --selector or --all.")
    var prune = false
    @Option(name: [.customShort("l"), .long], help: "With --prune: only objects with these labels.")
    var selector: String?
    @Flag(help: "With --prune: objects with any labels.") var all = false
    @Option(
        name: [.customLong("prune-allowlist")],
        help: "With --prune: only this type, as networking.istio.io/v1/VirtualService; may be repeated.")
    var allowlist: [String] = []
    @Flag(name: .shortAndLong, help: "With --prune: delete without asking.") var yes = false

    /// Nil when nothing is to be pruned.
    func rule() throws -> PruneRule? {
        guard prune else {
            guard selector == nil, !all, allowlist.isEmpty else {
                throw Failure.usage("--selector, --all and --prune-allowlist are of use with --prune only")
            }
            return nil
        }
        guard (selector?.isEmpty ?? true) == all else {
            throw Failure.usage("--prune needs either --selector, or --all for objects with any labels")
        }
        return PruneRule(
            selector: all ? nil : selector, types: try allowlist.isEmpty ? nil : allowlist.map(Self.type))
    }

    private static func type(_ text: String) throws -> PruneRule.Named {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            throw Failure.usage(
                "\"\(text)\" is not GROUP/VERSION/KIND, such as networking.istio.io/v1/VirtualService or "
                    + "core/v1/Service")
        }
        let group = parts[0] == "core" ? "" : parts[0]
        guard let kind = Catalog.kinds.first(where: { $0.group == group && $0.name == parts[2] }),
            Catalog.kinds.contains(where: {
                $0.group == group && $0.name == parts[2] && $0.versions.contains(parts[1])
            })
        else {
            let near = Catalog.suggestion(forType: parts[2]).map { "; did you mean \($0)?" } ?? ""
            throw Failure.usage("\"\(text)\" is no type that istioctl knows\(near)")
        }
        return PruneRule.Named(kind: kind, type: ResourceType(kind, version: parts[1]))
    }
}

/// Which objects `--prune` may delete.
struct PruneRule: Sendable {
    struct Named: Sendable {
        let kind: Kind
        let type: ResourceType
    }

    /// Nil for objects with any labels.
    let selector: String?
    /// Nil for Istio's kinds and those of the files.
    let types: [Named]?
}
