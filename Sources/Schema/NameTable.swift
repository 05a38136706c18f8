/// Finds the position of a name among a few; several times faster than a dictionary, whose hash resists
/// attackers.
/// Names are ours, and a lookup of whatever name looks at few slots.
package struct NameTable: Sendable {
    private let names: [String]
    /// Positions plus one, 0 for a free slot; a power of two of them, at most a quarter used.
    private let slots: [UInt16]

    /// Empty names cannot be found.
    package init(_ names: [String]) {
        self.names = names
        var size = 8
        while size < names.count * 4 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        for (index, name) in names.enumerated() where !name.isEmpty {
            var slot = Self.hash(name) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(index + 1)
        }
        self.slots = slots
    }

    package subscript(name: String) -> Int? {
        let mask = slots.count - 1
        var slot = Self.hash(name) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if names[index].isSame(as: name) { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func hash(_ name: String) -> Int {
        var name = name
        return name.withUTF8 { bytes in
            // Length, both ends and the middle tell our names apart; the comparison decides.
            guard let first = bytes.first, let last = bytes.last else { return 0 }
            let middle = Int(bytes[bytes.count / 2])
            return ((bytes.count &* 31 &+ Int(first)) &* 31 &+ middle) &* 31 &+ Int(last)
        }
    }
}
