import ArgumentParser
import Installation
import YAML

/// `istioctl manifest images`.
struct ManifestImages: Verb {
    static let configuration = CommandConfiguration(
        commandName: "images",
        abstract: "List the images of an installation.",
        discussion: """
            All images that pods of the installation run, sidecars included: what a registry needs that has \
            no way to the outside. With --hub each line has the image and its name in that registry, for \
            programs that copy images.

            Examples:
              istioctl manifest images -d istio-1.30.3/manifests --profile ambient
              istioctl manifest images -d manifests --hub registry.example.com/istio | xargs -n2 crane copy
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: "The registry, and the folder in it, that images are to be copied to.") var hub: String?
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let settings = try installation.request.settings(in: world, global)
        let manifest = try InstallationManifest(
            settings, try ChartSource(installation.manifests, in: world), in: world)
        var images: Set<String> = []
        for object in manifest.objects {
            Self.collect(object, into: &images)
            if let sidecar = Self.sidecar(object) { images.insert(sidecar) }
            images.formUnion(Self.written(in: object))
        }
        let target = hub.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        for image in images.sorted() {
            world.print(target.map { "\(image) \($0)/\(image.split(separator: "/").last ?? "")" } ?? image)
        }
    }

    /// The image that a ConfigMap with the injector's values has for sidecars, which no pod names yet.
    private static func sidecar(_ object: Node) -> String? {
        guard object["kind"]?.string == "ConfigMap", let text = object[["data", "values"]]?.string,
            object[["data", "config"]] != nil, let values = try? JSONReader.node(Array(text.utf8)),
            let global = values["global"], let hub = global["hub"]?.string
        else { return nil }
        let name = global[["proxy", "image"]]?.string ?? "proxyv2"
        if name.contains("/") { return name }
        let tag = global["tag"].flatMap { $0.string ?? $0.int.map(String.init) } ?? ""
        let variant = global["variant"]?.string.flatMap { $0.isEmpty ? nil : "-\($0)" } ?? ""
        return "\(hub)/\(name):\(tag)\(variant)"
    }

    /// Images that the templates of a ConfigMap name outright, as those of 0.7.1 do.
    private static func written(in object: Node) -> [String] {
        guard object["kind"]?.string == "ConfigMap", let text = object[["data", "config"]]?.string else {
            return []
        }
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").filter { $0 != "-" }
            guard words.count == 2, words[0] == "image:", !words[1].contains("{{") else { return nil }
            return words[1].trimmingPrefix("\"").split(separator: "\"").first.map(String.init)
        }
    }

    /// The images of all containers in an object. `auto` stands for the sidecar's.
    private static func collect(_ node: Node, into images: inout Set<String>) {
        for entry in node.map ?? [] {
            if ["containers", "initContainers"].contains(entry.key) {
                let names = (entry.value.list ?? []).compactMap { $0["image"]?.string }
                images.formUnion(names.filter { !$0.isEmpty && $0 != "auto" })
            }
            collect(entry.value, into: &images)
        }
        for item in node.list ?? [] { collect(item, into: &images) }
    }
}
