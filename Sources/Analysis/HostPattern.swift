/// Hosts with and without a wildcard in front.
enum HostPattern {
    /// Whether two patterns have a host in common. (Istio 1.30 compares hosts in this way.)
    static func covers(_ a: String, _ b: String) -> Bool {
        switch (a.hasPrefix("*"), b.hasPrefix("*")) {
        case (true, true):
            a.utf8.count < b.utf8.count
                ? b.dropFirst().hasSuffix(a.dropFirst()) : a.dropFirst().hasSuffix(b.dropFirst())
        case (true, false): b.hasSuffix(a.dropFirst())
        case (false, true): a.hasSuffix(b.dropFirst())
        case (false, false): a == b
        }
    }
}
