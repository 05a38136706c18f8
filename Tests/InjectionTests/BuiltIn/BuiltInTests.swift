import Testing
import YAML

@testable import Injection

/// The injector of this program's own gives a sidecar that works.
@Suite struct BuiltInTests {
    private static func inject(
        _ pod: Node, values: Node = BuiltIn.values, mesh: Node = BuiltIn.mesh, native: Bool = false
    ) throws -> Node {
        let injector = Injector(
            try InjectionConfiguration(BuiltIn.configuration, name: "built-in"), InjectionValues(values),
            MeshSettings(mesh), usesNativeSidecars: native)
        return try injector.inject(
            pod, of: Workload(apiVersion: "apps/v1", kind: "Deployment", name: "web", namespace: "shop"))
    }

    private static func pod(_ annotations: Node = .emptyMap) -> Node {
        [
            "metadata": ["labels": ["app": "web", "version": "v2"], "annotations": annotations],
            "spec": ["containers": [["name": "web", "image": "web:1", "ports": [["containerPort": 80]]]]],
        ]
    }

    private static func variable(_ name: String, of pod: Node) -> String? {
        let proxy = pod.container("istio-proxy", in: "containers")
        return proxy?["env"]?.list?.first { $0["name"]?.string == name }?["value"]?.string
    }

    @Test func theSidecarKnowsItsWorkload() throws {
        let pod = try Self.inject(Self.pod())
        #expect(Self.variable("ISTIO_META_WORKLOAD_NAME", of: pod) == "web")
        #expect(
            Self.variable("ISTIO_META_OWNER", of: pod)
                == "kubernetes://apis/apps/v1/namespaces/shop/deployments/web")
        #expect(Self.variable("ISTIO_META_POD_PORTS", of: pod) == "[{\"containerPort\":80}]")
        #expect(Self.variable("CA_ADDR", of: pod) == "istiod.istio-system.svc:15012")
        #expect(pod.label("service.istio.io/canonical-name") == "web")
        #expect(pod.label("service.istio.io/canonical-revision") == "v2")
    }

    @Test func trafficIsRedirectedAsAnnotationsSay() throws {
        let pod = try Self.inject(
            Self.pod([
                "traffic.sidecar.istio.io/excludeOutboundPorts": "5432",
                "traffic.sidecar.istio.io/includeOutboundIPRanges": "10.0.0.0/8",
            ]))
        let words = pod.container("istio-init", in: "initContainers")?["args"]?.list?.compactMap(\.string)
        let all = words?.joined(separator: " ") ?? ""
        #expect(
            all.contains("-i 10.0.0.0/8") && all.contains("-o 5432") && all.contains("-d 15090,15021,15020"))
    }

    @Test func resourcesAreTheAnnotationsIfThereAreSome() throws {
        let asked = try Self.inject(Self.pod(["sidecar.istio.io/proxyCPU": "50m"]))
        let proxy = asked.container("istio-proxy", in: "containers")
        #expect(proxy?["resources"] == ["requests": ["cpu": "50m"]])
        let usual = try Self.inject(Self.pod()).container("istio-proxy", in: "containers")
        #expect(usual?[["resources", "limits", "cpu"]] == "2000m")
    }

    @Test func aNativeSidecarIsAnInitContainerThatStays() throws {
        let pod = try Self.inject(Self.pod(), native: true)
        #expect(pod.containers("containers").count == 1)
        #expect(pod.container("istio-proxy", in: "initContainers")?["restartPolicy"] == "Always")
    }

    @Test(arguments: [
        ("concurrency: many", "concurrency: "), ("proxyMetadata: [a]", "proxyMetadata: "), ("a: [", ""),
        ("statusPort: 1e9", "statusPort: "),
    ])
    func wrongSettingsOfTheProxyAreNamed(_ text: String, _ place: String) {
        #expect {
            try Self.inject(Self.pod(["proxy.istio.io/config": Node(text)]))
        } throws: { error in
            (error as? InjectionError)?.message.hasPrefix(
                "invalid value for annotation 'proxy.istio.io/config': \(place)") ?? false
        }
    }

    /// Istio's injector passes over what it does not know, too.
    @Test func unknownSettingsOfTheProxyAreNone() throws {
        let pod = try Self.inject(Self.pod(["proxy.istio.io/config": "concurrency: 3\nfuture: 1\n"]))
        #expect(Self.variable("PROXY_CONFIG", of: pod)?.contains("\"concurrency\":3") == true)
    }

    @Test func interceptionCanBeOff() throws {
        let pod = try Self.inject(Self.pod(["sidecar.istio.io/interceptionMode": "NONE"]))
        #expect(pod.containers("initContainers").isEmpty)
    }

    @Test func theApplicationCanWait() throws {
        var mesh = BuiltIn.mesh
        mesh.set(path: ["defaultConfig", "holdApplicationUntilProxyStarts"], true)
        let pod = try Self.inject(Self.pod(), mesh: mesh)
        #expect(pod.containers("containers").first?["name"] == "istio-proxy")
        #expect(pod.container("istio-proxy", in: "containers")?[["lifecycle", "postStart"]] != nil)
    }

    @Test func aGatewayIsTheOwnersContainer() throws {
        var pod = Self.pod(["inject.istio.io/templates": "gateway"])
        pod.set(path: ["spec", "containers"], [["name": "istio-proxy", "image": "auto"]])
        let proxy = try Self.inject(pod).container("istio-proxy", in: "containers")
        #expect(proxy?["args"]?.list?[1] == "router")
        #expect(proxy?["image"] == "registry.istio.io/release/proxyv2:1.30.3")
    }
}
