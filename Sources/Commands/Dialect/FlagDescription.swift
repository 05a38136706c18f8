import ArgumentParser
import YAML

/// The flags of a command as its declaration has them, read from the description that ArgumentParser gives
/// of it: the source of `KnownCommands`.
enum FlagDescription {
    /// In the order of the declarations. A command that groups others has the global flags.
    static func flags(of command: any ParsableCommand.Type) -> [FlagTable.Flag] {
        let groups = !command.configuration.subcommands.isEmpty
        let text = groups ? GlobalFlags._dumpHelp() : command._dumpHelp()
        let dump = (try? JSONReader.node(Array(text.utf8))) ?? .null
        var flags: [FlagTable.Flag] = []
        for argument in dump[["command", "arguments"]]?.list ?? [] {
            guard let flag = flag(argument, after: flags) else { continue }
            flags.append(flag)
        }
        return flags
    }

    private static func flag(_ argument: Node, after earlier: [FlagTable.Flag]) -> FlagTable.Flag? {
        guard let kind = argument["kind"]?.string, kind != "positional" else { return nil }
        let names = argument["names"]?.list ?? []
        let long = names.filter { $0["kind"]?.string == "long" }.compactMap { $0["name"]?.string }
        guard let first = long.first, first != "help" else { return nil }
        let help = argument["abstract"]?.string ?? ""
        // The global flags are left out of each command's help, but those with a text are for people.
        let isGlobal = argument["sectionTitle"]?.string == GlobalOptions.title && !help.isEmpty
        let isShown = argument["shouldDisplay"]?.bool != false || isGlobal
        // Of a switch and its opposite the switch is enough.
        let isOpposite = first.hasPrefix("no-") && earlier.contains { $0.name == first.dropFirst(3) }
        return .init(
            name: first, aliases: Array(long.dropFirst()),
            letters: names.filter { $0["kind"]?.string == "short" }.compactMap { $0["name"]?.string }
                .joined(),
            takesValue: kind == "option", isHidden: !isShown || isOpposite, help: help,
            values: (argument["allValues"] ?? argument[["completionKind", "list", "values"]])?.list?
                .compactMap(\.string) ?? [],
            completesFiles: argument["completionKind"]?["file"] != nil)
    }
}

/// The global flags by themselves: to read a command line up to the name of its command, and to describe
/// them.
struct GlobalFlags: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "istioctl", usage: "", shouldDisplay: false, helpNames: [])
    @OptionGroup var global: GlobalOptions
}
