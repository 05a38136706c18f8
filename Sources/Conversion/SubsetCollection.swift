import YAML

/// The parts of services that rules pick by labels, collected for one destination rule a host.
struct SubsetCollection {
    struct Subset {
        let name: String
        let labels: [Node.Entry]
    }

    struct Host {
        let host: ServiceHost
        /// Where the first object that speaks of the host stands in the input.
        var order: Int
        var subsets: [Subset] = []
        fileprivate var namesByLabels: [[String]: String] = [:]
    }

    private(set) var hosts: [ServiceHost: Host] = [:]

    /// The name of the subset of a host with the given labels, which is made where it is new.
    mutating func name(of labels: [Node.Entry], at host: ServiceHost, order: Int) -> String {
        var entry = hosts[host] ?? Host(host: host, order: order)
        entry.order = min(entry.order, order)
        defer { hosts[host] = entry }
        let sorted = labels.sorted { $0.key < $1.key }
        let key = sorted.flatMap { [$0.key, $0.value.string ?? ""] }
        if let known = entry.namesByLabels[key] { return known }
        let words = sorted.flatMap { [$0.key, $0.value.string ?? ""] }.joined(separator: "-")
        let taken = Set(entry.subsets.map(\.name))
        let name = ObjectNaming.free(ObjectNaming.label(words), taken.contains)
        entry.subsets.append(Subset(name: name, labels: labels))
        entry.namesByLabels[key] = name
        return name
    }
}
