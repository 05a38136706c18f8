import YAML

/// A command's man page, in roff, from the description that ArgumentParser gives of the command tree.
struct ManualPage {
    /// `istioctl-sandbox-up`.
    let name: String
    let text: String

    /// The page of a command and those of the commands below it; hidden ones have none.
    static func pages(of command: Node, below parents: [String] = []) -> [ManualPage] {
        guard let name = command["commandName"]?.string, command["shouldDisplay"]?.bool != false else {
            return []
        }
        let children = (command["subcommands"]?.list ?? []).filter { $0["commandName"]?.string != "help" }
        return [ManualPage(command, parents, children)]
            + children.flatMap { pages(of: $0, below: parents + [name]) }
    }

    private init(_ command: Node, _ parents: [String], _ children: [Node]) {
        let path = parents + [command["commandName"]?.string ?? ""]
        name = path.joined(separator: "-")
        var text = ".TH \(name.uppercased()) 1 \"\" \"istioctl \(Build.version)\"\n"
        text += ".SH NAME\n\(name) \\- \(Self.roff(command["abstract"]?.string ?? ""))\n"
        text += ".SH SYNOPSIS\n.B \(path.joined(separator: " "))\n"
        text += children.isEmpty ? "[flags] [arguments]\n" : "command [flags]\n"
        if let discussion = command["discussion"]?.string {
            text += ".SH DESCRIPTION\n\(Self.paragraphs(discussion))"
        }
        let shown = children.filter { $0["shouldDisplay"]?.bool != false }
        if !shown.isEmpty { text += ".SH COMMANDS\n" + shown.map { Self.item($0, "commandName") }.joined() }
        let options = (command["arguments"]?.list ?? []).filter { $0["shouldDisplay"]?.bool != false }
        if !options.isEmpty { text += ".SH OPTIONS\n" + options.map(Self.option).joined() }
        text += parents.isEmpty ? Self.globals : ".SH SEE ALSO\n.BR istioctl (1)\nhas the global flags.\n"
        text +=
            ".SH EXIT STATUS\n0 done; 1 failed; 64 wrong usage; 65 bad input data; 69 cluster unavailable.\n"
        self.text = text
    }

    /// The flags that every command takes, on the page of the root.
    private static var globals: String {
        let dump = (try? JSONReader.node(Array(GlobalFlags._dumpHelp().utf8))) ?? .null
        let flags = (dump[["command", "arguments"]]?.list ?? []).filter { $0["abstract"] != nil }
        return ".SH GLOBAL FLAGS\n" + flags.map(option).joined()
    }

    private static func item(_ node: Node, _ key: String) -> String {
        ".TP\n.B \(roff(node[key]?.string ?? ""))\n\(roff(node["abstract"]?.string ?? ""))\n"
    }

    private static func option(_ argument: Node) -> String {
        let names = (argument["names"]?.list ?? []).map { name in
            (name["kind"]?.string == "short" ? "-" : "--") + (name["name"]?.string ?? "")
        }
        let value = argument["kind"]?.string == "flag" ? "" : " <\(argument["valueName"]?.string ?? "value")>"
        let title = names.isEmpty ? String(value.dropFirst()) : names.joined(separator: ", ") + value
        return ".TP\n.B \(roff(title))\n\(roff(argument["abstract"]?.string ?? ""))\n"
    }

    /// Prose, which is filled, and indented lines, which stay as they are.
    private static func paragraphs(_ text: String) -> String {
        var result = ""
        var isVerbatim = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  ") != isVerbatim {
                isVerbatim.toggle()
                result += isVerbatim ? ".nf\n" : ".fi\n"
            }
            result += line.isEmpty ? ".PP\n" : "\(roff(String(line)))\n"
        }
        return result + (isVerbatim ? ".fi\n" : "")
    }

    /// Text that roff does not take for requests.
    private static func roff(_ text: String) -> String {
        var result = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !result.isEmpty { result += "\n" }
            if line.hasPrefix(".") || line.hasPrefix("'") { result += "\\&" }
            for character in line {
                result += character == "\\" ? "\\e" : character == "-" ? "\\-" : String(character)
            }
        }
        return result
    }
}
