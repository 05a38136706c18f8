import ArgumentParser
import Installation
import YAML

/// `istioctl manifest translate`.
struct ManifestTranslate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        abstract: "Turn the settings of an installation into values for Helm's charts of Istio.",
        discussion: """
            A folder is filled with the values of each component, a script that hands its objects over to \
            Helm and installs the chart that Istio publishes, and a README.md. What the IstioOperator lays \
            over charts cannot be said in values: then both results are there to be compared.

            Examples:
              istioctl manifest translate -f mesh.yaml -d istio-1.30.3/manifests -o helm/
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(name: .shortAndLong, help: "The folder.", completion: .directory) var output = "istio-helm"
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let settings = try installation.request.settings(in: world, global)
        let manifest = try InstallationManifest(
            settings, try ChartSource(installation.manifests, in: world), in: world)
        var pages: [String] = []
        for part in manifest.parts {
            let name = part.release.title
            guard part.component.published != nil else {
                pages.append(
                    "- `\(name)`: Istio publishes no chart that makes the same gateway; see its chart `gateway`."
                )
                continue
            }
            try write(YAMLWriter.text(part.release.values), "\(name)-values.yaml", world)
            try write(script(part, name), "install-\(name).sh", world)
            var page =
                "- `\(name)`: values in `\(name)-values.yaml`; `bash install-\(name).sh` installs with them."
            let (rendered, wanted) = (
                InstallationManifest.text(part.rendered), InstallationManifest.text(part.objects)
            )
            if rendered != wanted {
                try write(rendered, "diff-\(name)-helm.yaml", world)
                try write(wanted, "diff-\(name)-istioctl.yaml", world)
                page +=
                    " **Values cannot say all of it**: compare `diff-\(name)-helm.yaml` with `diff-\(name)-istioctl.yaml`."
            }
            pages.append(page)
        }
        let text = "# From istioctl to Helm\n\nRead the scripts before you run them, in this order.\n\n"
        try write(text + pages.joined(separator: "\n") + "\n", "README.md", world)
        world.print("wrote \(output)/README.md")
    }

    private func write(_ text: String, _ name: String, _ world: World) throws {
        let path = "\(output)/\(name)"
        do {
            try world.environment.files.publish(path, Array(text.utf8))
        } catch {
            throw Failure("\(path): \(error.reason)")
        }
    }

    /// Marks what is there as Helm's, then installs.
    private func script(_ part: InstallationManifest.Part, _ name: String) -> String {
        let (release, namespace) = (Self.quoted(name), Self.quoted(part.release.namespace))
        var lines = [
            "#!/usr/bin/env bash", "set -euo pipefail", "# What is there becomes part of the release.",
        ]
        for object in part.rendered {
            let version = object["apiVersion"]?.string ?? ""
            let group = version.contains("/") ? ".\(version.prefix { $0 != "/" })" : ""
            let metadata = object["metadata"]
            let kind = Self.quoted((object["kind"]?.string ?? "") + group)
            let place = metadata?["namespace"]?.string.map { " --namespace=\(Self.quoted($0))" } ?? ""
            let words = "\(kind)\(place) \(Self.quoted(metadata?["name"]?.string ?? ""))"
            lines.append(
                "kubectl annotate --overwrite \(words) meta.helm.sh/release-name=\(release) "
                    + "meta.helm.sh/release-namespace=\(namespace)")
            lines.append("kubectl label --overwrite \(words) app.kubernetes.io/managed-by=Helm")
        }
        let chart = "oci://registry.istio.io/release/charts/\(part.component.published ?? "")"
        lines.append(
            "helm upgrade --install \(release) --namespace \(namespace) -f \(Self.quoted("\(name)-values.yaml")) \(chart)"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    /// A word of the shell that means just itself.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-_./:".utf8.contains(byte)
        }
        if isPlain, !text.isEmpty { return text }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}
