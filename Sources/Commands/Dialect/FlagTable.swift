import ArgumentParser
import YAML

/// The flags of one command, as its declaration has them: read from the description that ArgumentParser gives of it, so
/// that no flag is named twice.
struct FlagTable {
    struct Flag {
        /// The first long name, which stands for all others.
        let name: String
        let takesValue: Bool
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
        flags.append(
            Flag(
                name: first, takesValue: takesValue, isHidden: argument["shouldDisplay"]?.bool == false,
                help: argument["abstract"]?.string ?? "",
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

/// The global flags by themselves, to read a command line up to the name of its command.
struct GlobalFlags: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "istioctl", shouldDisplay: false)
    @OptionGroup var global: GlobalOptions
}
