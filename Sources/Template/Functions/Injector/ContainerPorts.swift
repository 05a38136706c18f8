/// Lists of ports, as the injector's annotations have them.
enum ContainerPorts {
    /// The TCP ports of all containers of certain names.
    static func text(_ containers: Value, of isWanted: (Text) -> Bool) -> String {
        (containers.list?.items ?? []).flatMap { container -> [String] in
            guard case .structure(let container) = container, isWanted(container["Name"]?.text ?? "") else {
                return []
            }
            return (container["Ports"]?.list?.items ?? []).compactMap { port in
                guard case .structure(let port) = port, case .int(let number, _)? = port["ContainerPort"],
                    let name = port["Protocol"]?.text, name != "UDP", name != "SCTP"
                else { return nil }
                return String(number)
            }
        }.joined(separator: ",")
    }

    /// The list with one more port, unless there is none or it is there.
    static func excluding(_ port: Text, from list: Text) -> Text {
        let wanted = trimmed(port.string[...])
        if wanted.isEmpty || wanted == "0" { return list }
        let ports = list.string.split(separator: ",", omittingEmptySubsequences: false)
        if ports.contains(wanted) { return list }
        let kept = ports.map(trimmed).filter { !$0.isEmpty }
        return Text((kept + [wanted]).joined(separator: ","))
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
