/// When a zone's clocks were changed, as its file in /usr/share/zoneinfo tells.
package struct TimeZoneRules: Sendable {
    private struct Change: Sendable {
        /// Seconds since 1970.
        let moment: Int64
        let offset: ZoneOffset
    }

    private let changes: [Change]
    /// What holds before the first change.
    private let first: ZoneOffset
    /// What holds after the last change, year by year.
    private let rule: TimeZoneRule?

    static let utc = TimeZoneRules(changes: [], first: .utc, rule: nil)

    private init(changes: [Change], first: ZoneOffset, rule: TimeZoneRule?) {
        self.changes = changes
        self.first = first
        self.rule = rule
    }

    /// Nil for bytes that are no such file.
    package init?(_ bytes: [UInt8]) {
        guard let header = ZoneFile(bytes, at: 0, wordSize: 4) else { return nil }
        var file = header
        if header.version > 0 {
            guard let second = ZoneFile(bytes, at: header.end, wordSize: 8) else { return nil }
            file = second
        }
        guard let offsets = file.offsets, let changes = file.changes else { return nil }
        var known: [Change] = []
        for (moment, index) in changes {
            guard index < offsets.count else { return nil }
            known.append(Change(moment: moment, offset: offsets[index].offset))
        }
        guard let first = offsets.first(where: { !$0.isSummer }) ?? offsets.first else { return nil }
        let rule = header.version > 0 ? TimeZoneRule(bytes[min(file.end, bytes.count)...]) : nil
        self.init(changes: known, first: first.offset, rule: rule)
    }

    /// What holds at a moment.
    func offset(at seconds: Int64) -> ZoneOffset {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].moment <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == changes.count, let rule { return rule.offset(at: seconds) }
        return low == 0 ? first : changes[low - 1].offset
    }

    /// The offset that has this name here, at that moment if possible.
    func offset(named name: String, at seconds: Int64) -> ZoneOffset? {
        let candidates = [offset(at: seconds)] + (rule?.offsets ?? []) + changes.map(\.offset) + [first]
        return candidates.first { candidate in
            candidate.name == name && offset(at: seconds &- candidate.seconds).name == name
        } ?? candidates.first { $0.name == name }
    }
}

/// One of the two tables of a zone's file.
private struct ZoneFile {
    let version: UInt8
    /// Where the table ends.
    let end: Int
    private let bytes: [UInt8]
    private let start: Int
    private let wordSize: Int
    private let changeCount: Int
    private let offsetCount: Int
    private let nameBytes: Int

    init?(_ bytes: [UInt8], at start: Int, wordSize: Int) {
        guard bytes.count >= start + 44, bytes[start...].starts(with: "TZif".utf8) else { return nil }
        version = bytes[start + 4]
        let counts = (0..<6).map { index in
            bytes[(start + 20 + 4 * index)..<(start + 24 + 4 * index)].reduce(0) { $0 << 8 | Int($1) }
        }
        guard counts.allSatisfy({ $0 < 1 << 20 }) else { return nil }
        self.bytes = bytes
        self.start = start + 44
        self.wordSize = wordSize
        (changeCount, offsetCount, nameBytes) = (counts[3], counts[4], counts[5])
        let leaps = counts[2] * (wordSize + 4)
        end =
            self.start + changeCount * (wordSize + 1) + offsetCount * 6 + nameBytes + leaps + counts[1]
            + counts[0]
        guard end <= bytes.count else { return nil }
    }

    /// Moments and the numbers of the offsets that begin to hold.
    var changes: [(moment: Int64, index: Int)]? {
        let indices = start + changeCount * wordSize
        return (0..<changeCount).map { number in
            (integer(at: start + number * wordSize, wordSize), Int(bytes[indices + number]))
        }
    }

    var offsets: [(offset: ZoneOffset, isSummer: Bool)]? {
        let table = start + changeCount * (wordSize + 1)
        let names = bytes[(table + offsetCount * 6)...].prefix(nameBytes)
        return (0..<offsetCount).map { number in
            let place = table + number * 6
            let name = names.dropFirst(Int(bytes[place + 5])).prefix { $0 != 0 }
            let offset = ZoneOffset(
                name: String(decoding: name, as: UTF8.self), seconds: integer(at: place, 4))
            return (offset, bytes[place + 4] != 0)
        }
    }

    /// Big-endian, with a sign.
    private func integer(at place: Int, _ size: Int) -> Int64 {
        let value = bytes[place..<(place + size)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return size == 8 ? Int64(bitPattern: value) : Int64(Int32(truncatingIfNeeded: value))
    }
}
