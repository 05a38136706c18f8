import IstioAPI
import Schema
import YAML

/// The value that names a service: `name`, or the full `service`.
func nameNode(_ service: Object<Legacy.IstioService>) -> Node? {
    service.service.isEmpty ? service.node(\.name) : service.node(\.service)
}

extension ConversionWork {
    /// A host as an object in `home` names it, its origin being the reference.
    mutating func hostNode(_ service: Object<Legacy.IstioService>, _ host: ServiceHost, in home: String)
        -> Node
    {
        let written = host.written(in: home)
        for part in [service.node(\.namespace), service.node(\.domain)] {
            guard let part, part.string != "" else { continue }
            ledger.changed(part.mark, "the host is \(written)")
        }
        return Node(.string(written), at: nameNode(service)?.mark ?? .none)
    }

    /// A destination of today's for pods of a host with the given labels, any if there are none.
    mutating func destination(
        _ service: Object<Legacy.IstioService>, _ host: ServiceHost, labels: Node?, in home: String,
        order: Int
    ) -> Node {
        var node: Node = ["host": hostNode(service, host, in: home)]
        let entries = labels?.map ?? []
        guard let labels, !entries.isEmpty else { return node }
        let subset = subsets.name(of: entries, at: host, order: order)
        node.set("subset", Node(.string(subset), at: labels.mark))
        ledger.changed(labels.mark, "the labels of subset \(subset) of the destination rule for \(host.full)")
        return node
    }
}

/// Labels that a pod can carry, as Kubernetes 1.30 sees it: 0.7.1 took others too, which no pod ever bore.
func isPossible(labels: [Node.Entry]) -> Bool {
    if labels.isEmpty { return true }
    let probe: Node = [
        "apiVersion": "networking.istio.io/v1", "kind": "DestinationRule", "metadata": ["name": "a"],
        "spec": [
            "host": "a",
            "subsets": [["name": "a", "labels": Node(labels.map { .init($0.key, Node($0.value.content)) })]],
        ],
    ]
    return OutputCheck.problem(with: probe) == nil
}

/// A duration as today's API spells it: `5400s`, `1.5s`; simple spellings stay.
func durationNode(_ node: Node) -> Node {
    guard let text = node.string, let duration = Duration(goText: text) else { return node }
    let isSimple = text.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    if isSimple, text != "0" { return node }
    var short = duration.protoText.dropLast()
    while short.hasSuffix("0") { short.removeLast() }
    if short.hasSuffix(".") { short.removeLast() }
    return Node(.string("\(short)s"), at: node.mark)
}
