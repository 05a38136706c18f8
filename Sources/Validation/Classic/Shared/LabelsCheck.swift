import Schema

extension Report {
    /// Labels that select pods: letters, digits and `-_./` in keys and values, also none at all.
    mutating func checkLabels(_ labels: Pairs<String>) {
        for label in labels {
            if !isTag(label.key) {
                error(
                    .invalidLabel, "invalid tag key: \(label.key.quoted)",
                    at: .key(label.key, label.node.keyMark))
            }
            if !isTag(label.value) {
                error(
                    .invalidLabel, "invalid tag value: \(label.value.quoted)",
                    at: .value(label.node.value.mark))
            }
        }
    }
}

private func isTag(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
