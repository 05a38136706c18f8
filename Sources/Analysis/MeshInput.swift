package import Diagnostics
import Dispatch
import IstioAPI
import Synchronization
import Validation
package import YAML

/// What was read for an analysis: objects, and what in the texts could not be read as such.
package struct MeshInput: Sendable {
    package var objects: [MeshObject] = []
    /// Syntax errors, and what has no kind.
    package var problems: [Diagnostic] = []

    package init() {}

    /// The objects of a document. `namespace` is for those that name none; empty leaves them without.
    package init(_ document: Document, namespace: String = "", origin: MeshObject.Origin = .file) {
        let verdict = Validation.check(document)
        problems = verdict.problems
        for item in verdict.items {
            // No analyzer passes on what validation finds about kinds without a declaration.
            let isDeclared = item.kind.map { Catalog.resource(for: $0) != nil } ?? false
            if !isDeclared, item.outcome == .invalid { problems += item.diagnostics }
            guard item.node.map != nil, !item.kindName.isEmpty else { continue }
            objects.append(MeshObject(item, of: document, namespace: namespace, origin: origin))
        }
    }

    /// Reads sources on all cores; in the order of the sources. The result is the same on any machine.
    package init(_ sources: [Source], namespace: String = "") {
        let parts = Self.parallel(sources.count) { index in
            YAMLReader.map(sources[index]) { MeshInput($0, namespace: namespace) }
        }
        for part in parts { add(part) }
    }

    package mutating func add(_ other: MeshInput) {
        objects += other.objects
        problems += other.problems
    }

    /// Everything but what kubectl's system namespaces hold, which is nobody's to mend.
    package var withoutSystem: MeshInput {
        var input = self
        input.objects.removeAll { Self.systemNamespaces.contains($0.namespace) }
        return input
    }

    package static let systemNamespaces: Set = [
        "kube-system", "kube-public", "kube-node-lease", "local-path-storage",
    ]

    private static func parallel(_ count: Int, _ work: @Sendable (Int) -> [MeshInput]) -> [MeshInput] {
        let parts = Mutex([[MeshInput]](repeating: [], count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let part = work(index)
            parts.withLock { $0[index] = part }
        }
        return parts.withLock { Array($0.joined()) }
    }
}
