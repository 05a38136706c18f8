import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let proxyImages = Analyzer(
        "injection.ImageAnalyzer", "The proxies of running pods are those that the injector gives new pods.",
        reads: [.namespace, .pod, .configMap, ObjectType(ProxyConfig.kind)],
        codes: [.podsIstioProxyImageMismatchInNamespace]
    ) { mesh, report in
        let injectors = mesh.all(.configMap).filter { $0.name.hasPrefix(MeshSnapshot.injectorPrefix) }
        let images = Dictionary(
            injectors.map { ($0.name, image($0.injectorValues)) }, uniquingKeysWith: { _, last in last })
        if images.isEmpty { return }
        let types = ImageTypes(mesh)
        var outdated: [String: [String]] = [:]
        for pod in mesh.all(.pod).map({ Workload(pod: $0) }) {
            guard let revision = injectingRevision(mesh.object(.namespace, "", pod.namespace)),
                let expected = images[MeshSnapshot.injectorName(revision: revision)],
                (pod.annotations["sidecar.istio.io/proxyImage"] ?? "").isEmpty
            else { continue }
            let variant = "\(expected)-\(types.type(of: pod))"
            for container in pod.containers + pod.initContainers where container["name"] == "istio-proxy" {
                let image = container["image"]?.string ?? ""
                if image != expected, image != variant {
                    outdated[pod.namespace, default: []].append(pod.object.name)
                }
            }
        }
        for (namespace, pods) in outdated {
            guard let object = mesh.object(.namespace, "", namespace) else { continue }
            let names = pods.sorted().prefix(mostNames).joined(separator: ", ")
            report(
                .podsIstioProxyImageMismatchInNamespace,
                "\(pods.count) pods run another proxy image than new pods get: \(names)", on: object,
                hint: "restart them, for instance after an upgrade of Istio")
        }
    } examples: {
        [
            Example(
                #"""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio-sidecar-injector, namespace: istio-system}
                data: {values: '{"global": {"hub": "example.com", "tag": "2", "proxy": {"image": "proxyv2"}}}'}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: 1️⃣books, labels: {istio-injection: enabled}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: reviews-1, namespace: books}
                spec: {containers: [{name: istio-proxy, image: "example.com/proxyv2:1"}]}
                """#, .podsIstioProxyImageMismatchInNamespace)
        ]
    }

    /// The revision whose injector serves a namespace; nil when none does.
    private static func injectingRevision(_ namespace: MeshObject?) -> String? {
        guard let labels = namespace?.labels else { return nil }
        return labels["istio.io/rev"] ?? (labels["istio-injection"] == "enabled" ? "default" : nil)
    }

    /// Hub, image and tag put together, unless the image names its registry itself.
    private static func image(_ values: Node?) -> String {
        let global = values?["global"]
        let image = global?["proxy"]?["image"]?.string ?? ""
        if image.contains("/") { return image }
        let tag = global?["tag"]
        let version = tag?.string ?? tag?.int.map(String.init) ?? tag?.double.map { "\($0)" } ?? ""
        return "\(global?["hub"]?.string ?? "")/\(image):\(version)"
    }
}

/// The variant of the proxy's image that a pod gets: the closest configuration that names one wins.
private struct ImageTypes {
    private let meshWide: String
    private var byNamespace: [String: String] = [:]
    private var byWorkload: [String: [(labels: [String: String], type: String)]] = [:]

    init(_ mesh: MeshSnapshot) {
        var meshWide = mesh.meshConfig["defaultConfig"]?["image"]?["imageType"]?.string ?? ""
        for (object, config) in mesh.all(ProxyConfig.self) {
            let type = config.image.imageType
            if type.isEmpty { continue }
            if object.namespace == mesh.rootNamespace {
                meshWide = type
            } else if config.has(\.selector) {
                byWorkload[object.namespace, default: []].append((config.selector.selected, type))
            } else {
                byNamespace[object.namespace] = type
            }
        }
        self.meshWide = meshWide
    }

    func type(of pod: Workload) -> String {
        var type = byNamespace[pod.namespace] ?? meshWide
        for config in byWorkload[pod.namespace] ?? [] where Labels.match(config.labels, pod.labels) {
            type = config.type
        }
        if let text = pod.annotations["proxy.istio.io/config"],
            let config = YAMLReader.documents(in: Source(name: "", text)).first?.root,
            let own = config["image"]?["imageType"]?.string, !own.isEmpty
        {
            type = own
        }
        return type == "default" ? "" : type
    }
}
