import Glibc

/// Spoils texts for fuzzing: flips, removes, repeats and splices bytes, and inserts words of the language.
package struct Mutator {
    private var random: Seeded
    private let seeds: [[UInt8]]
    private let words: [[UInt8]]

    package init(seed: UInt64, texts: [String], words: [String]) {
        random = Seeded(seed)
        seeds = texts.map { Array($0.utf8) }
        self.words = words.map { Array($0.utf8) }
    }

    /// How many inputs to try: the variable FUZZ_INPUTS, else the number given.
    package static func inputs(_ usual: Int) -> Int {
        getenv("FUZZ_INPUTS").flatMap { Int(String(cString: $0)) } ?? usual
    }

    /// The next spoiled text, at most 64 KB.
    package mutating func next() -> [UInt8] {
        var text = random.pick(seeds)
        for _ in 0...random.below(6) { change(&text) }
        return Array(text.prefix(64 << 10))
    }

    private mutating func change(_ text: inout [UInt8]) {
        let at = random.below(text.count + 1)
        let end = min(text.count, at + random.below(12))
        switch random.below(8) {
        case 0 where at < text.count: text[at] ^= 1 << UInt8(random.below(8))
        case 1: text.removeSubrange(at..<end)
        case 2: text.insert(contentsOf: text[at..<end], at: at)
        case 3: text.insert(UInt8(random.below(256)), at: at)
        case 4: text.insert(contentsOf: random.pick(seeds).prefix(random.below(200)), at: at)
        case 5:
            let word = random.pick(words)
            for _ in 0...random.below(random.below(20) == 0 ? 400 : 3) {
                text.insert(contentsOf: word, at: at)
            }
        case 6: text.removeSubrange(at..<text.count)
        default: text.insert(contentsOf: random.pick(words), at: at)
        }
    }
}
