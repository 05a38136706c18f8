import YAML

/// The user that the sidecar runs as, where the pod's owner chose one: whoever sets up redirection must know
/// of it (Istio 1.30, `adjustInitContainerUser`).
enum ProxyUser {
    /// `mode` is how traffic is intercepted by the proxy's configuration.
    static func apply(to pod: inout Node, original: Node, mode: String) {
        guard let list = original.listOfContainer(ContainerName.proxy),
            let context = original.container(ContainerName.proxy, in: list)?["securityContext"],
            context["runAsUser"] != nil || context["runAsGroup"] != nil
        else { return }
        let names = [ContainerName.setUp, ContainerName.validation]
        guard let name = names.first(where: { pod.container($0, in: "initContainers") != nil }) else {
            return
        }
        let isTransparent =
            mode == "TPROXY" || pod.annotation(InjectionName.interceptionMode) == "TPROXY"
        if isTransparent, context["runAsUser"] != nil {
            // Transparent interception is root's.
            pod.changeContainer(ContainerName.proxy) { $0.set(path: ["securityContext", "runAsUser"], 0) }
        }
        pod.changeContainer(name) { container in
            if !isTransparent, name == ContainerName.validation {
                for field in ["runAsUser", "runAsGroup"] {
                    if let id = context[field] { container.set(path: ["securityContext", field], id) }
                }
            }
            if let user = context["runAsUser"]?.int, user != 0 { spare(user, in: &container) }
        }
    }

    /// Traffic of this user is not redirected.
    private static func spare(_ user: Int64, in container: inout Node) {
        guard var words = container["args"]?.list,
            let index = words.firstIndex(where: { $0.string == "-u" }), index + 1 < words.count
        else { return }
        words[index + 1] = Node(String(user))
        container.set("args", Node(words))
    }
}
