/// What a command's help says beyond what ArgumentParser knows.
enum HelpText {
    /// The flags that every command takes, and the variables that stand for some of them.
    static var globals: String {
        """
        \(GlobalFlags.helpMessage(includeHidden: true).trimmingEnd)

        ENVIRONMENT:
          KUBECONFIG                 Kubeconfig files, in place of --kubeconfig.
          ISTIOCTL_NAMESPACE         In place of --namespace.
          ISTIOCTL_ISTIONAMESPACE    In place of --istioNamespace.
          ISTIOCTL_TRANSPORT         In place of --transport.
          NO_COLOR, CLICOLOR_FORCE   Never, or always, use colour unless --color is given.
        """
    }

    /// The help as it is printed: the root's with the global flags, all others with the way to them.
    static func complete(_ text: String, isRoot: Bool) -> String {
        let end = isRoot ? globals : "Use `istioctl options` for the flags that every command takes."
        return "\(text.trimmingEnd)\n\n\(end)"
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
