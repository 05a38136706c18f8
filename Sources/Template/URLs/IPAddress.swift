/// An address of the Internet in one of its written forms.
package struct IPAddress: Hashable, Sendable {
    /// 4 or 16 of them.
    let bytes: [UInt8]

    /// Nil for what is no address. A zone after `%` does not count.
    package init?(_ text: String) {
        let main = text.utf8.contains(UInt8(ascii: ":")) ? text.prefix { $0 != "%" } : text[...]
        guard let bytes = Self.version6(main) ?? Self.version4(main) else { return nil }
        self.bytes = bytes
    }

    /// Four numbers without leading zeros.
    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let numbers = parts.compactMap { part -> UInt8? in
            guard part.utf8.allSatisfy(SemanticVersion.isDigit), part == "0" || !part.hasPrefix("0") else {
                return nil
            }
            return UInt8(part)
        }
        return numbers.count == 4 ? numbers : nil
    }

    /// Eight groups, of which `::` stands for those that are zero; the last two may be written as four
    /// numbers.
    private static func version6(_ text: Substring) -> [UInt8]? {
        let halves = String(text).separated(by: "::")
        guard text.utf8.contains(UInt8(ascii: ":")), halves.count <= 2 else { return nil }
        guard let head = groups(halves[0], isLast: halves.count == 1) else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? head : nil }
        guard let tail = groups(halves[1], isLast: true), head.count + tail.count <= 14 else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: String, isLast: Bool) -> [UInt8]? {
        if text.isEmpty { return [] }
        let words = text.split(separator: ":", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, word) in words.enumerated() {
            if isLast, index == words.count - 1, let numbers = version4(word) {
                bytes += numbers
                continue
            }
            guard (1...4).contains(word.utf8.count), word.allSatisfy(\.isHexDigit),
                let number = UInt16(word, radix: 16)
            else { return nil }
            bytes += [UInt8(number >> 8), UInt8(truncatingIfNeeded: number)]
        }
        return bytes
    }
}
