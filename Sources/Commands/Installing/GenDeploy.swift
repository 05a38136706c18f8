import ArgumentParser
import Chart
import Template
import YAML

/// `istioctl gen-deploy` of Istio 0.7.1.
struct GenDeploy: Verb {
    static let configuration = CommandConfiguration(
        commandName: "gen-deploy",
        abstract: "Write the values, or the objects, of a control plane of Istio 0.7.1.",
        discussion: """
            Without features the control plane has Pilot, Mixer, Istio-Auth and Ingress. Helm's values are \
            printed; with --out yaml, the chart of --helm-chart-dir is rendered with them, or with those \
            of --values in their place.

            Examples:
              istioctl gen-deploy --features routing,policy,sidecar-injector -o helm > values.yaml
              istioctl gen-deploy -o yaml --helm-chart-dir install/kubernetes/helm/istio | kubectl apply -f -
            """)

    @Option(name: .shortAndLong, help: "What Istio is to do: \(ClassicFeature.names).")
    var features: [String] = []
    @Option(name: .shortAndLong, help: "helm for values, yaml for objects.") var out = "helm"
    @Option(help: "Values for the chart, in the place of those of flags.", completion: .file())
    var values: String?
    @Option(help: "The folder of the chart.", completion: .directory) var helmChartDir = "."
    @Option(help: "The port of nodes at which Ingress listens; none unless given.") var ingressNodePort:
        UInt16 = 0
    @Flag(help: "Use images for debugging.") var debug = false
    @Option(help: "The registry of Hyperkube.") var hyperkubeHub = "quay.io/coreos/hyperkube"
    @Option(help: "Hyperkube's tag.") var hyperkubeTag = Self.standardTag
    @Option(help: .hidden) var hub = "gcr.io/istio-testing"
    @Option(help: .hidden) var mixerTag = Self.standardTag
    @Option(help: .hidden) var pilotTag = Self.standardTag
    @Option(help: .hidden) var caTag = Self.standardTag
    @Option(help: .hidden) var proxyTag = Self.standardTag
    @OptionGroup var global: GlobalOptions

    /// What 0.7.1 was made with.
    private static let standardTag = "0.4.0"

    func run(in world: World) async throws {
        let namespace = world.controlPlaneNamespace(global)
        let text = YAMLWriter.text(try settings(namespace), sortsKeys: false)
        switch out.lowercased() {
        case "helm": world.output.write(text)
        case "yaml": try render(text, namespace, in: world)
        default: throw Failure.usage("unsupported output \"\(out)\"; there are helm and yaml")
        }
    }

    private func settings(_ namespace: String) throws -> Node {
        let chosen = try ClassicFeature.chosen(features)
        func part(_ feature: Set<ClassicFeature>, _ tag: String) -> Node {
            [
                "enabled": Node(.bool(!chosen.isDisjoint(with: feature))), "hub": Node(hub), "tag": Node(tag),
            ]
        }
        return [
            "global": [
                "namespace": Node(namespace),
                "sidecar-injector": ["enabled": Node(.bool(chosen.contains(.sidecarInjector)))],
                "proxy": ["hub": Node(hub), "tag": Node(proxyTag), "debug": Node(.bool(debug))],
                "pilot": part([.mtls, .telemetry, .routing, .ingress, .policy], pilotTag),
                "security": part([.mtls], caTag), "mixer": part([.telemetry, .policy], mixerTag),
                "ingress": [
                    "use_nodeport": Node(.bool(ingressNodePort > 0)),
                    "nodeport_port": Node(.int(Int64(ingressNodePort))),
                ],
                "hyperkube_hub": Node(hyperkubeHub), "hyperkube_tag": Node(hyperkubeTag),
            ]
        ]
    }

    private func render(_ text: String, _ namespace: String, in world: World) throws {
        let source = try values.map { try FileOptions.read($0, in: world) }
        let chart = try ChartFolder.chart(at: helmChartDir, world.environment.files)
        let rendering = ChartRendering(
            release: HelmRelease(name: "istio", namespace: namespace),
            surroundings: Surroundings(now: Instant(seconds: world.now())))
        do {
            let user = try ValuesReader.read(source?.text ?? Array(text.utf8))
            for file in try rendering.texts(chart, values: user).sorted(by: { $0.path < $1.path }) {
                let output = String(decoding: file.text, as: UTF8.self)
                if file.path.hasSuffix("NOTES.txt") || output.allSatisfy(\.isWhitespace) { continue }
                world.output.write("---\n# Source: \(GoQuoting.quoted(Text(file.path)))\n\(output)\n")
            }
        } catch {
            throw Failure(error.message)
        }
    }
}

/// What a mesh of Istio 0.7.1 could be asked to do.
enum ClassicFeature: String, CaseIterable {
    case mtls, telemetry, routing, ingress, policy
    case sidecarInjector = "sidecar-injector"

    static let names = allCases.map(\.rawValue).joined(separator: ", ")

    /// Those of a list; without one all that 0.7.1 had on by default. One word may hold several, with commas
    /// between them; of several words each is one.
    static func chosen(_ words: [String]) throws -> Set<ClassicFeature> {
        if words.isEmpty { return Set(allCases).subtracting([.sidecarInjector]) }
        let names =
            words.count > 1
            ? words : words[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return try Set(
            names.map { name in
                guard let feature = ClassicFeature(rawValue: name.lowercased()) else {
                    throw Failure.usage("invalid feature name \"\(name)\"; there are \(Self.names)")
                }
                return feature
            })
    }
}
