/// The flags of one command and those that every command has, to read a command line with.
///
/// ArgumentParser describes its declarations only through reflection and JSON, which takes longer than
/// most commands do: the flags stand in `KnownCommands`, which `make commands` writes from that description.
struct FlagTable {
    struct Flag: Equatable {
        /// The first long name, which stands for all others.
        let name: String
        /// Other long names.
        var aliases: [String] = []
        /// One-letter names.
        var letters = ""
        var takesValue = false
        /// Not to be offered: a flag for old scripts.
        var isHidden = false
        var help = ""
        /// The allowed values; empty when any will do.
        var values: [String] = []
        var completesFiles = false

        /// What the flag means without a value, where it may stand alone.
        var impliedValue: String? { Self.implied[name] }

        /// What the flag means before a word that cannot be its value: `-v` alone is the lowest level.
        func value(before next: String?) -> String? {
            if name == "v", next.flatMap({ Int($0) }) == nil { return "1" }
            return impliedValue
        }

        private static let implied = ["dry-run": "client", "color": "always"]
    }

    let flags: [Flag]

    /// The flags of the command at the end of a path; of one that groups others, those of every command.
    init(of path: CommandPath) {
        self.init(KnownCommands.own(path.names.joined(separator: " ")) + KnownCommands.global)
    }

    init(_ flags: [Flag]) { self.flags = flags }

    func named(_ name: String) -> Flag? { flags.first { $0.name == name || $0.aliases.contains(name) } }
    func named(short letter: Character) -> Flag? { flags.first { $0.letters.contains(letter) } }
    var visibleNames: [String] { flags.filter { !$0.isHidden }.map(\.name) }
}

extension FlagTable {
    /// The flag in a word that takes a value, and the value if it stands in the same word.
    func valued(in word: String) -> (flag: Flag, value: String?)? {
        if word.hasPrefix("--") {
            let name = word.dropFirst(2).prefix { $0 != "=" }
            guard let flag = named(String(name)), flag.takesValue else { return nil }
            let rest = word.dropFirst(2 + name.count)
            return (flag, rest.isEmpty ? nil : String(rest.dropFirst()))
        }
        guard word.hasPrefix("-") else { return nil }
        // Of letters in one word the first that takes a value has all that follows.
        var letters = word.dropFirst()
        while let letter = letters.popFirst(), let flag = named(short: letter) {
            guard flag.takesValue else { continue }
            if letters.isEmpty { return (flag, nil) }
            return (flag, String(letters.first == "=" ? letters.dropFirst() : letters))
        }
        return nil
    }

    /// Whether a word is a flag whose value is the next word; nil when there is no such flag.
    func takesNextWord(_ word: String) -> Bool? {
        if word.contains("=") { return false }
        if let found = valued(in: word) { return found.value == nil && found.flag.impliedValue == nil }
        let isKnown =
            word.hasPrefix("--")
            ? named(String(word.dropFirst(2))) != nil
            : word.dropFirst().allSatisfy { named(short: $0) != nil }
        return isKnown ? false : nil
    }
}
