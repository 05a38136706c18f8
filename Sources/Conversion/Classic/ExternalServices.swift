import IstioAPI
import Schema
import YAML

/// External services of 0.7.1's new API, which became service entries.
enum ExternalServices {
    static func convert(_ work: inout ConversionWork) {
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.ExternalService.self)
        {
            let service = Object<Legacy.ExternalService>(object.spec)
            var spec: Node = ["location": "MESH_EXTERNAL"]
            hosts(service, object, &spec, &work)
            spec.set("resolution", resolution(service))
            spec.set(
                "ports", Node(PortNames.unique(service.ports.map { ($0.node, $0.node(\.protocol)) }, &work)))
            if let endpoints = service.node(\.endpoints), endpoints.list?.isEmpty == false {
                spec.set("endpoints", endpoints)
            }
            let node = work.make(
                ServiceEntry.self, name: object.name, in: object.namespace, from: [object], spec)
            work.add(node, order: order, rank: Rank.entries)
        }
    }

    /// Addresses among the hosts are not hosts today.
    private static func hosts(
        _ service: Object<Legacy.ExternalService>, _ object: InputObject, _ spec: inout Node,
        _ work: inout ConversionWork
    ) {
        let all = service.node(\.hosts)?.list ?? []
        let addresses = all.filter { $0.string?.utf8.allSatisfy { ($0 >= 0x2E && $0 <= 0x39) } ?? false }
        var names = all.filter { host in !addresses.contains { $0.mark == host.mark } }
        if names.isEmpty { names = [Node("\(ObjectNaming.label(object.name)).external.local")] }
        spec.set("hosts", Node(names))
        if !addresses.isEmpty { spec.set("addresses", Node(addresses)) }
    }

    private static func resolution(_ service: Object<Legacy.ExternalService>) -> Node {
        let mark = service.node(\.discovery)?.mark ?? .none
        let word =
            switch service.discovery {
            case .fixed: "STATIC"
            case .dns: "DNS"
            case .some(.none), nil: "NONE"
            }
        return Node(.string(word), at: mark)
    }
}

/// Ports of today's: the protocol in capitals, the name never left out and never twice.
enum PortNames {
    static func unique(_ ports: [(port: Node?, spoken: Node?)], _ work: inout ConversionWork) -> [Node] {
        var taken: Set<String> = []
        return ports.map { port, spoken in
            var node = Node.emptyMap
            for entry in port?.map ?? [] where !entry.value.isNull { node.set(entry.key, entry.value) }
            let word = spoken?.string?.uppercased() ?? "TCP"
            node.set("protocol", Node(.string(word), at: spoken?.mark ?? .none))
            let number = node["number"]?.int.map { "\($0)" } ?? "0"
            let given = node["name"]?.string ?? ""
            let name = ObjectNaming.free(given.isEmpty ? "\(ObjectNaming.label(word))-\(number)" : given) {
                taken.contains($0)
            }
            taken.insert(name)
            if name != given { node.set("name", Node(.string(name), at: node["name"]?.mark ?? .none)) }
            return node
        }
    }
}
