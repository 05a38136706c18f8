import Kubernetes
import YAML

/// What a rendered template of 0.7.1 brings: containers and volumes, other fields are passed over
/// (`SidecarInjectionSpec`).
enum ClassicOverlay {
    static let lists = ["initContainers", "containers", "volumes"]

    private static let types = [
        "initContainers": "core/v1.Container", "containers": "core/v1.Container",
        "volumes": "core/v1.Volume",
    ]

    /// The lists, read by their types.
    static func read(_ rendered: Node) throws(InjectionError) -> Node {
        if rendered.isNull { return .emptyMap }
        guard rendered.map != nil else {
            throw InjectionError(
                "the rendered template must be a map with containers and volumes, not \(rendered.kindName)")
        }
        var result = Node.emptyMap
        for list in lists {
            guard let value = rendered[list], !value.isNull else { continue }
            guard let items = value.list, let key = types[list], let type = KubernetesTypes.message(key)
            else {
                throw InjectionError(
                    "the rendered template: \(list): expected a list, found \(value.kindName)")
            }
            var read: [Node] = []
            for item in items {
                var reading = TypedObject(takingScalarsAsText: true)
                do {
                    var container = try reading.read(item, as: type, at: list)
                    // Containers had none in 2018, and the template's is meant for nothing.
                    container.set("restartPolicy", nil)
                    read.append(container)
                } catch {
                    throw InjectionError("the rendered template: \(error.problem)")
                }
            }
            result.set(list, Node(read))
        }
        return result
    }
}
