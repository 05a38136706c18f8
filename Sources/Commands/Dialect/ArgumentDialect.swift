import ArgumentParser
import Diagnostics

/// Rewrites a command line from cobra's habits, which istioctl's and kubectl's users have, into
/// ArgumentParser's: flags of the root anywhere, `-ojson`, `-sh`, `--flag=false`, `help create`. Says in
/// cobra's words what is wrong.
enum ArgumentDialect {
    /// A command line whose command is found.
    struct Call {
        let path: CommandPath
        /// The words for the command itself.
        let words: [String]
        let wantsHelp: Bool
    }

    static func translate(_ arguments: [String]) throws -> Call {
        let (path, rest) = try CommandPath.resolve(arguments)
        let flags = FlagTable(of: path)
        var line = CommandLine(flags: flags)
        try line.read(rest)
        if line.wantsHelp { return Call(path: path, words: [], wantsHelp: true) }
        if path.children == nil {
            let words = line.options + (line.positionals.isEmpty ? [] : ["--"] + line.positionals)
            return Call(path: path, words: words, wantsHelp: false)
        }
        if let word = line.positionals.first { throw CommandPath.unknown(word, below: path) }
        // A command that only groups others shows what they are.
        return Call(path: path, words: [], wantsHelp: true)
    }
}

/// The flags and arguments of one command, sorted out.
private struct CommandLine {
    let flags: FlagTable
    private(set) var options: [String] = []
    private(set) var positionals: [String] = []
    private(set) var wantsHelp = false

    init(flags: FlagTable) { self.flags = flags }

    mutating func read(_ words: [String]) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                positionals += rest
                return
            } else if word.hasPrefix("--") {
                try readLong(word, &rest)
            } else if word.hasPrefix("-"), word.count > 1 {
                try readShort(word, &rest)
            } else {
                positionals.append(word)
            }
        }
    }

    private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) throws {
        let body = word.dropFirst(2)
        let name = String(body.prefix { $0 != "=" })
        let value = body.count > name.count ? String(body.dropFirst(name.count + 1)) : nil
        if name == "help" {
            wantsHelp = wantsHelp || value != "false"
            return
        }
        guard let flag = flags.named(name) else { throw unknownFlag("--\(name)", name) }
        try add(flag, value, &rest, missing: "flag needs an argument: --\(name)")
    }

    /// `-n books`, `-nbooks`, `-n=books`, and several flags without values in one word.
    private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) throws {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            if letter == "h" {
                wantsHelp = true
                continue
            }
            guard let flag = flags.named(short: letter) else {
                throw Failure.usage("unknown shorthand flag: '\(letter)' in \(word)")
            }
            if letters.first == "=" {
                try add(flag, String(letters.dropFirst()), &rest, missing: "")
                return
            }
            if flag.takesValue, !letters.isEmpty {
                try add(flag, String(letters), &rest, missing: "")
                return
            }
            try add(flag, nil, &rest, missing: "flag needs an argument: '\(letter)' in \(word)")
        }
    }

    private mutating func add(
        _ flag: FlagTable.Flag, _ value: String?, _ rest: inout ArraySlice<String>, missing: String
    ) throws {
        guard flag.takesValue else { return try addSwitch(flag, value) }
        guard let value = value ?? flag.value(before: rest.first) ?? rest.popFirst() else {
            throw Failure.usage(missing)
        }
        // ArgumentParser takes `--name=` for a flag without a value.
        options += value.isEmpty ? ["--\(flag.name)", ""] : ["--\(flag.name)=\(value)"]
    }

    private mutating func addSwitch(_ flag: FlagTable.Flag, _ value: String?) throws {
        switch value?.lowercased() {
        case nil, "true", "t", "1": options.append("--\(flag.name)")
        case "false", "f", "0":
            // ArgumentParser's negations: of `in-place` and of `coreDump`.
            let negations = [
                "no-\(flag.name)", "no\(flag.name.prefix(1).uppercased())\(flag.name.dropFirst())",
            ]
            if let negation = negations.first(where: { flags.named($0) != nil }) {
                options.append("--\(negation)")
            }
        default:
            throw Failure.usage(
                "invalid argument \"\(value ?? "")\" for \"--\(flag.name)\" flag: use true or false")
        }
    }

    private func unknownFlag(_ shown: String, _ name: String) -> Failure {
        let nearest = Suggestion.nearest(to: name, among: flags.visibleNames).map {
            "\nDid you mean --\($0)?"
        }
        return .usage("unknown flag: \(shown)\(nearest ?? "")")
    }
}
