import Diagnostics
import IstioAPI
import Schema
import Validation
import YAML

/// One object of the input, checked, with numbers for marks (see `Origins`).
struct InputObject: Sendable {
    /// Nil for kinds that nobody here knows.
    let kind: Kind?
    let apiVersion: String
    let kindName: String
    /// The object's own, or the assumed one.
    let namespace: String
    let name: String
    let hasNamespace: Bool
    let node: Node

    var spec: Node? { node["spec"] }
    var isClassic: Bool { kind?.generation == .classic }

    func isOf<M: Resource>(_ type: M.Type) -> Bool {
        kind?.name == M.kind.name && kind?.generation == M.kind.generation && kind?.group == M.kind.group
    }
}

/// All that is to be converted.
struct ConversionInputs: Sendable {
    let options: ConversionOptions
    private(set) var objects: [InputObject] = []
    private(set) var origins = Origins()
    private(set) var diagnostics: [Diagnostic] = []

    init(_ options: ConversionOptions) { self.options = options }

    mutating func add(_ document: Document) {
        let verdict = Validation.check(document)
        diagnostics += verdict.problems
        for item in verdict.items.map({ Self.knowingMeshPolicies($0, document) }) {
            let findings = item.diagnostics.filter { !Self.isAboutOrigin($0, item) }
            diagnostics += findings
            if !findings.hasErrors { add(item, document.source) }
        }
    }

    /// A MeshPolicy, which came right after 0.7.1, is a Policy for everyone.
    private static func knowingMeshPolicies(_ item: CheckedItem, _ document: Document) -> CheckedItem {
        guard item.kind == nil, item.kindName == meshPolicy,
            item.apiVersion.hasPrefix(Legacy.Policy.kind.group)
        else { return item }
        let policy = item.node.setting("kind", Node(Legacy.Policy.kind.name))
            .setting("apiVersion", Node(Legacy.Policy.kind.apiVersion()))
        let verdict = Validation.check(Document(source: document.source, index: document.index, root: policy))
        guard var found = verdict.items.first else { return item }
        found.kindName = meshPolicy
        found.node = item.node
        return found
    }

    static let meshPolicy = "MeshPolicy"

    /// 0.7.1 refused ingress rules in files, since it made them itself. Here they are welcome.
    private static func isAboutOrigin(_ finding: Diagnostic, _ item: CheckedItem) -> Bool {
        item.kind?.name == Legacy.IngressRule.kind.name && finding.code == .notImplemented
            && finding.path == FieldPath().field("spec")
    }

    private mutating func add(_ item: CheckedItem, _ source: Source) {
        let node = Renaming.canonicalNames(item)
        objects.append(
            InputObject(
                kind: item.kind, apiVersion: item.apiVersion, kindName: item.kindName,
                namespace: item.namespace ?? options.assumedNamespace, name: item.name ?? "",
                hasNamespace: item.namespace != nil, node: origins.number(node, in: source)))
    }

    /// The objects of a kind, as typed views of their specs.
    func all<M: Resource>(_ type: M.Type) -> [(object: InputObject, spec: Object<M>)] {
        objects.filter { $0.isOf(type) }.map { ($0, Object<M>($0.spec)) }
    }
}
