import YAML

/// The image of the sidecar (Istio 1.30, `ProxyImage`).
enum ProxyImage {
    /// Suffixes of tags that Istio publishes.
    private static let variants = ["distroless", "debug"]

    /// `values` are those of the installation, `imageType` what the proxy's configuration asks for.
    static func name(_ values: Node, imageType: String?, _ pod: Node) -> String {
        let global = values["global"]
        var variant = imageType ?? ""
        if variant.isEmpty { variant = global?["variant"]?.string ?? "" }
        if let annotated = pod.annotation(InjectionName.imageType) { variant = annotated }
        var image = global?[["proxy", "image"]]?.string ?? ""
        if image.isEmpty { image = "proxyv2" }
        let hub = global?["hub"]?.string ?? ""
        return "\(hub)/\(image):\(tag(text(global?["tag"]), variant))"
    }

    /// A tag may be a number, too.
    private static func text(_ node: Node?) -> String {
        guard let node, !node.isNull else { return "" }
        return node.string ?? JSONWriter.text(node, style: .compact)
    }

    /// A tag with a variant in place of its own.
    private static func tag(_ tag: String, _ variant: String) -> String {
        if variant.isEmpty { return tag }
        let known = variants.first { tag.hasSuffix("-" + $0) }
        let plain = known.map { String(tag.dropLast($0.utf8.count + 1)) } ?? tag
        return variant == "default" ? plain : "\(plain)-\(variant)"
    }
}
