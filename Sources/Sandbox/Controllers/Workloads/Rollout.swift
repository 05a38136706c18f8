import YAML

/// The numbers of a Deployment's rolling update: how many pods of which ReplicaSet there may be next.
struct Rollout {
    /// How many pods a ReplicaSet wants and has.
    struct Size: Equatable, Sendable {
        var wanted: Int
        var available: Int
    }

    let replicas: Int
    let maxSurge: Int
    let maxUnavailable: Int

    init(replicas: Int, maxSurge: Int, maxUnavailable: Int) {
        self.replicas = replicas
        self.maxSurge = maxSurge
        // If neither allowed anything, nothing could ever change.
        self.maxUnavailable = maxSurge == 0 && maxUnavailable == 0 ? 1 : min(maxUnavailable, replicas)
    }

    init(of deployment: Node) {
        let replicas = Int(clamping: deployment[["spec", "replicas"]]?.int ?? 1)
        let settings = deployment[["spec", "strategy", "rollingUpdate"]]
        self.init(
            replicas: replicas, maxSurge: Self.share(settings?["maxSurge"], of: replicas, roundsUp: true),
            maxUnavailable: Self.share(settings?["maxUnavailable"], of: replicas, roundsUp: false))
    }

    /// A number, or a percentage of the replicas.
    static func share(_ node: Node?, of replicas: Int, roundsUp: Bool) -> Int {
        if let number = node?.int { return max(0, Int(clamping: number)) }
        guard let text = node?.string, text.hasSuffix("%"), let percent = Int(text.dropLast()),
            (0...1_000_000).contains(percent)
        else { return 0 }
        let product = percent.multipliedReportingOverflow(by: replicas)
        guard !product.overflow else { return replicas }
        return (product.partialValue + (roundsUp ? 99 : 0)) / 100
    }

    /// What the new ReplicaSet should want, given what all want together.
    func growth(of new: Size, total: Int) -> Int {
        if new.wanted >= replicas { return replicas }
        let room = replicas + maxSurge - total
        return room <= 0 ? new.wanted : min(replicas, new.wanted + room)
    }

    /// What the old ReplicaSets, oldest first, should want: pods that do not work go first, then as many as
    /// leave enough that do.
    func shrinking(_ old: [Size], new: Size) -> [Int] {
        var wanted = old.map(\.wanted)
        let total = wanted.reduce(new.wanted, +)
        let minimum = replicas - maxUnavailable
        var spare = total - minimum - max(0, new.wanted - new.available)
        guard spare > 0 else { return wanted }
        for index in old.indices where spare > 0 {
            let broken = min(spare, max(0, old[index].wanted - old[index].available))
            wanted[index] -= broken
            spare -= broken
        }
        var surplus = old.reduce(new.available) { $0 + min($1.available, $1.wanted) } - minimum
        for index in old.indices where surplus > 0 {
            let less = min(surplus, wanted[index])
            wanted[index] -= less
            surplus -= less
        }
        return wanted
    }
}
