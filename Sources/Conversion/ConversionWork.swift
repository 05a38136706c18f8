import Diagnostics
import IstioAPI
import Schema
import YAML

/// What the conversions of single kinds share: the input, what has been made so far, and the ledger.
struct ConversionWork {
    let inputs: ConversionInputs
    var ledger: Ledger
    private var outputs: [(order: Int, rank: Int, node: Node)] = []
    private var taken: Set<String> = []
    /// Parts of services that routes and policies speak of.
    var subsets = SubsetCollection()
    let workloads: WorkloadIndex

    var options: ConversionOptions { inputs.options }

    init(_ inputs: ConversionInputs, _ ledger: Ledger) {
        self.inputs = inputs
        self.ledger = ledger
        workloads = WorkloadIndex(inputs)
        // Objects that stay have a right to their names.
        for object in inputs.objects where !object.isClassic {
            taken.insert(Self.key(object.kindName, object.namespace, object.name))
        }
    }

    /// The new objects: in the order of what they were made of, destination rules before the routes that need
    /// them.
    var objects: [Node] {
        outputs.enumerated().sorted { a, b in
            (a.element.order, a.element.rank, a.offset) < (b.element.order, b.element.rank, b.offset)
        }.map(\.element.node)
    }

    mutating func add(_ node: Node, order: Int, rank: Int = 0) { outputs.append((order, rank, node)) }

    /// Makes an object of today's and returns it without adding it. The name is changed where it is taken;
    /// the namespace is left out where it was assumed, and `silentLike` (the sources unless given) name none.
    mutating func make<M: Resource>(
        _ type: M.Type, name: String, in namespace: String, from sources: [InputObject], _ spec: Node,
        silentLike: [InputObject]? = nil
    ) -> Node {
        let free = ObjectNaming.free(name) { taken.contains(Self.key(M.kind.name, namespace, $0)) }
        taken.insert(Self.key(M.kind.name, namespace, free))
        let namesNamespace =
            options.namespace != nil || namespace != options.assumedNamespace
            || (silentLike ?? sources).contains(where: \.hasNamespace)
        let metadata = MergedMetadata.node(
            kind: M.kind.name, name: free, namespace: namespace, isWritten: namesNamespace, from: sources,
            &ledger)
        return [
            "apiVersion": Node(M.kind.apiVersion()), "kind": Node(M.kind.name), "metadata": metadata,
            "spec": spec,
        ]
    }

    /// Drops all of an object, its metadata included.
    mutating func drop(_ object: InputObject, _ why: String, instead: String? = nil) {
        ledger.dropped(object.node.mark, why, instead: instead)
    }

    private static func key(_ kind: String, _ namespace: String, _ name: String) -> String {
        "\(kind)/\(namespace)/\(name)"
    }
}
