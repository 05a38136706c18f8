import ArgumentParser
import Diagnostics

/// A command in the tree: the names on the way to it, below the program's.
struct CommandPath {
    let type: any ParsableCommand.Type
    let names: [String]

    /// What it offers when it groups others; nil for a command that does something itself. Asking the
    /// declaration would touch those of all its children, which is felt at every start.
    var children: [CompletionRequest.Candidate]? { KnownCommands.children(names.joined(separator: " ")) }

    /// Finds the command that a line calls, wherever root flags stand, and the words that are left for it.
    static func resolve(_ words: [String]) throws -> (CommandPath, [String]) {
        let globals = FlagTable(KnownCommands.global)
        var path = CommandPath(type: Istioctl.self, names: [])
        var rest: [String] = []
        var flagsHaveEnded = false
        var at = words.startIndex
        while at < words.endIndex, path.children != nil {
            let word = words[at]
            at += 1
            if !flagsHaveEnded, word == "--" {
                flagsHaveEnded = true
                continue
            }
            if !flagsHaveEnded, word.hasPrefix("-"), word.count > 1 {
                rest.append(word)
                if globals.takesNextWord(word) ?? commandTakesNextWord(word), at < words.endIndex {
                    rest.append(words[at])
                    at += 1
                }
                continue
            }
            // `help create` is `create --help`, also below a group: `sandbox help up`.
            if word == "help" {
                rest.append("--help")
                continue
            }
            guard let child = path.child(word) else { throw unknown(word, below: path) }
            path = CommandPath(type: child, names: path.names + [child._commandName])
        }
        return (path, rest + (flagsHaveEnded ? ["--"] : []) + words[at...])
    }

    /// Whether any command has the flag and takes the next word for its value: `-f rules.yaml create`.
    private static func commandTakesNextWord(_ word: String) -> Bool {
        Istioctl.configuration.subcommands.contains {
            FlagTable(KnownCommands.own($0._commandName)).takesNextWord(word) == true
        }
    }

    private func child(_ word: String) -> (any ParsableCommand.Type)? {
        if let known = KnownCommands.command((names + [word]).joined(separator: " ")) { return known }
        return type.configuration.subcommands.first {
            $0._commandName == word || $0.configuration.aliases.contains(word)
        }
    }

    /// In cobra's words, with the nearest commands: those spelled alike, and those that start with the word.
    static func unknown(_ word: String, below path: CommandPath) -> Failure {
        let full = (["istioctl"] + path.names).joined(separator: " ")
        let known = (path.children ?? []).map(\.text)
        let lowered = word.lowercased()
        var near = known.filter { !word.isEmpty && $0.hasPrefix(lowered) }
        if let close = Suggestion.nearest(to: word, among: known), !near.contains(close) {
            near.append(close)
        }
        let hint = near.isEmpty ? "" : "\n\nDid you mean this?\n" + near.map { "\t\($0)\n" }.joined()
        return .usage("unknown command \"\(word)\" for \"\(full)\"\(hint)\nRun '\(full) --help' for usage.")
    }
}
