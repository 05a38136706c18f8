/// The keys of one map while it is read. Small maps, which are nearly all, are searched; large ones are
/// hashed.
struct KeySet {
    private var indexes: [[UInt8]: Int] = [:]
    private static let searched = 16

    /// Notes a key that will follow `entries`; gives the index of the entry that has it already.
    mutating func insert(_ key: String, among entries: UnsafeBufferPointer<Node.Entry>) -> Int? {
        if entries.count < Self.searched {
            // Equal strings may differ in bytes (composed characters); such keys are two keys.
            return entries.firstIndex { $0.key == key && $0.key.utf8.elementsEqual(key.utf8) }
        }
        if indexes.isEmpty {
            for (index, entry) in entries.enumerated() { indexes[Array(entry.key.utf8)] = index }
        }
        let bytes = Array(key.utf8)
        if let first = indexes[bytes] { return first }
        indexes[bytes] = entries.count
        return nil
    }
}
