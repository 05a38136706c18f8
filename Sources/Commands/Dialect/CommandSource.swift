import ArgumentParser
import IstioAPI
import Schema

/// Renders `KnownCommands` from the declarations of all commands.
enum CommandSource {
    static var text: String {
        let global = FlagDescription.flags(of: Istioctl.self)
        let cases = leaves.map { names, type in
            let own = FlagDescription.flags(of: type).filter { !global.contains($0) }
            let list = own.map { "\n                \(source($0))," }.joined()
            return
                "        case \"\(names.joined(separator: " "))\": [\(list.isEmpty ? "" : list + "\n            ")]\n"
        }
        let types = all(below: Istioctl.self).map { names, type in
            "        case \"\(names.joined(separator: " "))\": \(type).self\n"
        }
        return """
            // swift-format-ignore-file
            // Written by `make commands`; KnownCommandsTests compares it with the declarations.

            import ArgumentParser

            /// All commands and their flags, known without asking every declaration for its name and
            /// ArgumentParser for its flags.
            enum KnownCommands {
                /// The command at a path, such as `sandbox up`.
                static func command(_ path: String) -> (any ParsableCommand.Type)? {
                    switch path {
            \(types.joined())        default: nil
                    }
                }

                /// What a group offers, as shells are told of it; nil for a command that does
                /// something itself.
                static func children(_ path: String) -> [CompletionRequest.Candidate]? {
                    switch path {
            \(groups.map(source).joined())        default: nil
                    }
                }

                /// The flags of the command at a path, such as `sandbox up`, that not every command has.
                static func own(_ path: String) -> [FlagTable.Flag] {
                    switch path {
            \(cases.joined())        default: []
                    }
                }

                /// The flags that every command has.
                static let global: [FlagTable.Flag] = [
            \(global.map { "        \(source($0)),\n" }.joined())    ]
            }

            /// The kinds as shells are told of them, known without a look at every declaration.
            enum KnownKinds {
                static let candidates: [CompletionRequest.Candidate] = [
            \(kinds.map { "        .init(text: \(quoted($0.text)), help: \(quoted($0.help))),\n" }.joined())    ]
            }

            """
    }

    /// By plural, each once.
    static var kinds: [CompletionRequest.Candidate] {
        var seen: Set<String> = []
        return Catalog.kinds.filter { seen.insert($0.plural).inserted }.map { kind in
            let shorts = kind.shortNames.isEmpty ? "" : " (\(kind.shortNames.joined(separator: ", ")))"
            return .init(text: kind.plural, help: "\(kind.name), \(kind.apiVersion())\(shorts)")
        }
    }

    typealias Command = (names: [String], type: any ParsableCommand.Type)

    /// All commands with their paths.
    static func all(below type: any ParsableCommand.Type, _ names: [String] = []) -> [Command] {
        type.configuration.subcommands.flatMap { child in
            let path = names + [child._commandName]
            return [(path, child)] + all(below: child, path)
        }
    }

    /// The commands that do something, as opposed to those that group others.
    static var leaves: [Command] {
        all(below: Istioctl.self).filter { $0.type.configuration.subcommands.isEmpty }
    }

    /// The commands that group others, the root first.
    private static var groups: [Command] {
        [([], Istioctl.self)]
            + all(below: Istioctl.self).filter { !$0.type.configuration.subcommands.isEmpty }
    }

    private static func source(_ group: Command) -> String {
        let shown = group.type.configuration.subcommands.filter { $0.configuration.shouldDisplay }
        let list = shown.map {
            "\n                .init(text: \(quoted($0._commandName)), help: \(quoted($0.configuration.abstract))),"
        }
        return "        case \"\(group.names.joined(separator: " "))\": [\(list.joined())\n            ]\n"
    }

    private static func source(_ flag: FlagTable.Flag) -> String {
        var parts = ["name: \(quoted(flag.name))"]
        if !flag.aliases.isEmpty {
            parts.append("aliases: [\(flag.aliases.map(quoted).joined(separator: ", "))]")
        }
        if !flag.letters.isEmpty { parts.append("letters: \(quoted(flag.letters))") }
        if flag.takesValue { parts.append("takesValue: true") }
        if flag.isHidden { parts.append("isHidden: true") }
        if !flag.help.isEmpty { parts.append("help: \(quoted(flag.help))") }
        if !flag.values.isEmpty {
            parts.append("values: [\(flag.values.map(quoted).joined(separator: ", "))]")
        }
        if flag.completesFiles { parts.append("completesFiles: true") }
        return ".init(\(parts.joined(separator: ", ")))"
    }

    private static func quoted(_ text: String) -> String { text.debugDescription }
}
