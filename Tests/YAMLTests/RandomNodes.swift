import TestSupport

@testable import YAML

/// Trees of every kind of value, with texts that are hard to write.
struct RandomNodes {
    var random: Seeded

    static let pieces = [
        "", " ", "a", "yes", "1", "1.", "1e3", "0x1F", "07", "-", "- ", "?", ":", ": ", "#", " #", "\n",
        "\n\n", "\t",
        "'", "\"", "\\", "---", "...", "<<", "=", "~", "null", "&", "*", "!", "|", ">", "%", "@", "`", "{",
        "}", "[",
        "]", ",", "é", "漢", "😀", "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7F}", "\u{0}", "\u{1B}",
        "\r",
        "12:30", "2018-04-01",
        "word word word word word word word word word word word word word word word word ",
        "longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglong",
    ]

    mutating func text() -> String { (0..<random.below(5)).map { _ in random.pick(Self.pieces) }.joined() }

    mutating func node(depth: Int = 0) -> Node {
        switch random.below(depth > 4 ? 7 : 10) {
        case 0: return .null
        case 1: return Node(random.below(2) == 0)
        case 2: return Node(Int64(bitPattern: random.next()) >> Int64(random.below(64)))
        case 3: return Node(.double(Double(random.below(1_000_000)) / Double(1 + random.below(1000))))
        case 4...6: return Node(text())
        case 7: return Node((0..<random.below(5)).map { _ in node(depth: depth + 1) })
        default:
            var keys: Set<String> = []
            for _ in 0..<random.below(5) { keys.insert(text()) }
            return Node(keys.sorted().map { Node.Entry($0, node(depth: depth + 1)) })
        }
    }
}
