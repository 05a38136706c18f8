import ArgumentParser
import YAML

/// The flags of one command, as its declaration has them: read from the description that ArgumentParser
/// gives of it, so that no flag is named twice.
struct FlagTable {
    struct Flag {
        /// The first long name, which stands for all others.
        let name: String
        let takesValue: Bool
        /// Not to be offered: a flag for old scripts.
        let isHidden: Bool
        let help: String
        /// The allowed values; empty when any will do.
        let values: [String]
        let completesFiles: Bool

        /// What the flag means without a value, where it may stand alone.
        var impliedValue: String? { Self.implied[name] }

        private static let implied = ["dry-run": "client", "color": "always"]
    }

    private(set) var flags: [Flag] = []
    private var byName: [String: Int] = [:]
    private var byLetter: [Character: Int] = [:]

    /// The table for reading the given words; an empty one when no flag is among them, since making one
    /// costs time.
    init(of command: any ParsableCommand.Type, toRead words: [String]) {
        let needsNone = words.allSatisfy { !$0.hasPrefix("-") || ["-", "--", "-h", "--help"].contains($0) }
        if !needsNone { self.init(of: command) } else { self.init() }
    }

    private init() {}

    init(of command: any ParsableCommand.Type) {
        let dump = (try? JSONReader.node(Array(Self.description(of: command).utf8))) ?? .null
        for argument in dump[["command", "arguments"]]?.list ?? [] {
            guard let kind = argument["kind"]?.string, kind != "positional" else { continue }
            add(argument, takesValue: kind == "option")
        }
    }

    /// A command without its subcommands: their flags are asked for when one of them is called.
    private static func description(of command: any ParsableCommand.Type) -> String {
        command.configuration.subcommands.isEmpty ? command._dumpHelp() : GlobalFlags._dumpHelp()
    }

    private mutating func add(_ argument: Node, takesValue: Bool) {
        let names = argument["names"]?.list ?? []
        let long = names.filter { $0["kind"]?.string == "long" }.compactMap { $0["name"]?.string }
        guard let first = long.first, first != "help" else { return }
        let index = flags.count
        let help = argument["abstract"]?.string ?? ""
        // The global flags are left out of each command's help, but those with a text are for people.
        let isGlobal = argument["sectionTitle"]?.string == GlobalOptions.title && !help.isEmpty
        let isShown = argument["shouldDisplay"]?.bool != false || isGlobal
        // Of a switch and its opposite the switch is enough.
        let isOpposite = first.hasPrefix("no-") && byName[String(first.dropFirst(3))] != nil
        flags.append(
            Flag(
                name: first, takesValue: takesValue, isHidden: !isShown || isOpposite, help: help,
                values: (argument["allValues"]?.list ?? []).compactMap(\.string),
                completesFiles: argument["completionKind"]?["file"] != nil))
        for name in long { byName[name] = index }
        for name in names where name["kind"]?.string == "short" {
            if let letter = name["name"]?.string?.first { byLetter[letter] = index }
        }
    }

    func named(_ name: String) -> Flag? { byName[name].map { flags[$0] } }
    func named(short letter: Character) -> Flag? { byLetter[letter].map { flags[$0] } }
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

/// The global flags by themselves: to read a command line up to the name of its command, and to describe
/// them.
struct GlobalFlags: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "istioctl", usage: "", shouldDisplay: false, helpNames: [])
    @OptionGroup var global: GlobalOptions
}
