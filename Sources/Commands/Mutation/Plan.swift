import Diagnostics
import IstioAPI
import Kubernetes
import Schema
import Validation
import YAML

/// What is to be done with the objects of a manifest, or why nothing can be done with some.
struct Plan: Sendable {
    /// In the order of the files, but Mixer's kinds last, as 0.7.1 did it.
    private(set) var intents: [Intent] = []
    /// What makes the whole manifest unfit to be sent.
    private(set) var problems: [Diagnostic] = []
    /// Sentences about objects of Mixer kinds that the cluster does not have; the others can go on.
    private(set) var refused: [String] = []

    /// - Parameters:
    ///   - namespace: what `--namespace` says; objects of other namespaces are refused.
    ///   - fallback: the namespace of objects that name none.
    ///   - served: plurals of the kinds of `config.istio.io` that the cluster has; nil if it was not asked.
    init(
        _ manifest: Manifest, operation: Operation, namespace: String?, fallback: String,
        served: [String: String]? = nil
    ) {
        for item in manifest.items {
            guard let kind = item.checked.kind ?? Self.servedKind(item.checked, served),
                !Catalog.isFileOnly(kind)
            else {
                problems.append(Self.unknown(item, operation))
                continue
            }
            let own = item.checked.namespace.flatMap { $0.isEmpty ? nil : $0 }
            if let own, let namespace, own != namespace, kind.isNamespaced {
                problems.append(Self.conflict(item, own, namespace))
                continue
            }
            let reference = ObjectReference(
                kind, namespace: kind.isNamespaced ? own ?? namespace ?? fallback : nil,
                name: item.checked.name ?? "")
            let intent = Intent(
                reference: reference, type: ResourceType(kind, version: Self.version(item.checked, kind)),
                object: item.checked.node)
            if reference.isMixer, let served, served[kind.name] == nil {
                let reason = "kind \(kind.name) is not known to the cluster"
                refused.append(Outcome.failure(operation, intent, reason))
            } else {
                intents.append(intent)
            }
        }
        intents = intents.filter { !$0.reference.isMixer } + intents.filter(\.reference.isMixer)
    }

    /// Today's kinds are sent in the version in which they were written; 0.7.1's have but one.
    private static func version(_ item: CheckedItem, _ kind: Kind) -> String? {
        guard kind.generation == .today else { return nil }
        let written = item.apiVersion.split(separator: "/").last.map(String.init)
        return kind.versions.first { $0 == written }
    }

    private static func servedKind(_ item: CheckedItem, _ served: [String: String]?) -> Kind? {
        guard item.apiVersion == MixerKinds.apiVersion, let plural = served?[item.kindName] else {
            return nil
        }
        return Kind(
            MixerKinds.group, MixerKinds.version, name: item.kindName, plural: plural, generation: .classic)
    }

    private static func unknown(_ item: Manifest.Item, _ operation: Operation) -> Diagnostic {
        let kinds = Catalog.kinds.map(\.name)
        let near = Suggestion.nearest(to: item.checked.kindName, among: kinds).map { "did you mean `\($0)`?" }
        let version = item.checked.apiVersion.isEmpty ? "" : " (\(item.checked.apiVersion))"
        return Diagnostic(
            .unknownKind, .error, "kind \(item.checked.kindName) is not known\(version)", at: item.position,
            hint: near ?? "what is not Istio's, kubectl knows: kubectl \(operation.rawValue) -f")
    }

    private static func conflict(_ item: Manifest.Item, _ own: String, _ namespace: String) -> Diagnostic {
        Diagnostic(
            .namespaceConflict, .error,
            "the object's namespace \"\(own)\" is not \"\(namespace)\", which --namespace asks for",
            at: item.position, hint: "leave --namespace out, or say --namespace=\(own)")
    }
}

extension Code {
    static let namespaceConflict = Code("namespace-conflict")
}
