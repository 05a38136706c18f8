/// Says which objects of a file may be under way together. They leave in the order of the file.
struct RequestWindow: Sendable {
    /// The most requests under way: enough to keep a server busy, and less than API servers leave to one
    /// client.
    let width: Int
    /// How many objects go one by one before several may be under way: a file of a size that people read
    /// gets its revisions in the order of its objects, as 0.7.1 gave them, and a login that asks a person is
    /// done once. In a longer file revisions may differ from the order by less than the width.
    let lead: Int

    private var underWay: [Int: Intent] = [:]
    private var departed = 0

    init(width: Int = 8, lead: Int = 16) {
        self.width = max(1, width)
        self.lead = lead
    }

    /// Whether the next object may leave now.
    func admits(_ intent: Intent) -> Bool {
        guard !underWay.isEmpty else { return true }
        guard departed >= lead, underWay.count < width, !intent.isBarrier else { return false }
        return underWay.values.allSatisfy { !$0.isBarrier && !$0.concernsSameObject(as: intent) }
    }

    /// Notes that an object has left; it gets the number of its place in the file, from 0.
    mutating func depart(_ intent: Intent) -> Int {
        defer { departed += 1 }
        underWay[departed] = intent
        return departed
    }

    mutating func arrive(_ number: Int) { underWay[number] = nil }
}

extension Intent {
    /// Whether the server may want other objects before it takes this one, or this one before others: a
    /// namespace before what lies in it, a definition before its objects, an account before its pods, Mixer's
    /// handlers before the rules that name them. Istio's other kinds name each other too, but no server
    /// looks for what they name.
    fileprivate var isBarrier: Bool {
        !reference.kind.group.hasSuffix(".istio.io") || reference.isMixer
    }

    /// Versions do not tell objects apart.
    fileprivate func concernsSameObject(as other: Intent) -> Bool {
        reference.name == other.reference.name && reference.namespace == other.reference.namespace
            && type.plural == other.type.plural && type.group == other.type.group
    }
}
