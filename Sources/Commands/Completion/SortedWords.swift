/// The words of an unfinished command line: arguments, and the flags that say which cluster is meant.
struct SortedWords {
    private(set) var positionals: [String] = []
    /// The flag whose value the next word is.
    private(set) var openFlag: FlagTable.Flag?
    private(set) var flagsHaveEnded = false
    private var given: [String] = []

    init(_ words: [String], _ flags: FlagTable) {
        for word in words {
            if let flag = openFlag {
                given.append("--\(flag.name)=\(word)")
                openFlag = nil
            } else if flagsHaveEnded || !word.hasPrefix("-") || word == "-" {
                positionals.append(word)
            } else if word == "--" {
                flagsHaveEnded = true
            } else {
                read(word, flags)
            }
        }
    }

    private mutating func read(_ word: String, _ flags: FlagTable) {
        guard let (flag, value) = flags.valued(in: word) else { return }
        if let value {
            given.append("--\(flag.name)=\(value)")
        } else if flag.impliedValue == nil {
            openFlag = flag
        }
    }

    /// The global flags as far as they were given; what cannot be parsed is left out.
    var globals: GlobalOptions? {
        if given.isEmpty { return try? GlobalFlags.parse([]).global }
        let parsed = given.filter { (try? GlobalFlags.parse([$0])) != nil }
        return (try? GlobalFlags.parse(parsed))?.global
    }
}
