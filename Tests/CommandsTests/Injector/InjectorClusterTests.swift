import Injection
import Kubernetes
import Testing
import YAML

@testable import Commands

/// The commands that look at a cluster's injectors, and change who is injected.
@Suite struct InjectorClusterTests {
    private static let kubeconfig = """
        current-context: c
        contexts: [{name: c, context: {cluster: c, user: u, namespace: books}}]
        clusters: [{name: c, cluster: {server: "https://192.0.2.1"}}]
        users: [{name: u, user: {}}]
        """

    private static func world(_ objects: [String: Node], _ files: [String: String] = [:]) -> (
        TestWorld, RecordingCluster
    ) {
        let cluster = RecordingCluster(objects)
        var files = files
        files["/home/ann/.kube/config"] = kubeconfig
        return (TestWorld(files: files, cluster: cluster), cluster)
    }

    private static func namespace(_ name: String, _ labels: Node) -> Node {
        ["metadata": ["name": Node(name), "labels": labels]]
    }

    private static func hook(_ revision: String = "") -> Node {
        var registration = WebhookRegistration(
            name: "hook", place: .service(name: "s", namespace: "n", port: 443, path: "/inject"))
        registration.revision = revision
        return registration.node
    }

    // MARK: label

    @Test(
        arguments: [
            ([:], [], ["istio-injection": "enabled"]), ([:], ["--revision", "r"], ["istio.io/rev": "r"]),
            (
                ["istio-injection": "disabled"], ["--overwrite"], ["istio-injection": "enabled"]
            ),
            (
                ["istio-injection": "enabled"], ["-r", "r", "--overwrite"],
                ["istio-injection": .null, "istio.io/rev": "r"]
            ),
            (["istio.io/rev": "r"], ["--remove"], ["istio.io/rev": .null]),
            ([:], ["--disable"], ["istio-injection": "disabled"]),
        ] as [(Node, [String], Node)])
    func labels(_ before: Node, _ flags: [String], _ change: Node) async {
        let (world, cluster) = Self.world(["namespaces//books": Self.namespace("books", before)])
        #expect(await world.run(["injector", "label", "books"] + flags) == .done, "\(world.errors)")
        #expect(await cluster.bodies == [["metadata": ["labels": change]]])
        #expect(world.output.hasPrefix("namespace/books "))
    }

    @Test func labelsAreNotChangedUnasked() async {
        let (world, cluster) = Self.world([
            "namespaces//books": Self.namespace("books", ["istio.io/rev": "r"])
        ])
        #expect(await world.run("injector", "label", "books") == .failed)
        #expect(world.errors.contains("has the label istio.io/rev=r; change it with --overwrite"))
        #expect(await world.run("injector", "label", "books", "-r", "r") == .done)
        #expect(world.output == "namespace/books not labeled\n")
        #expect(await world.run("injector", "label", "books", "-r", "no good") == .usage)
        #expect(await world.run("injector", "label", "books", "--disable", "--remove") == .usage)
        #expect(await cluster.bodies.isEmpty)
    }

    // MARK: list

    @Test func listsWhoIsInjectedAndWhoIsOutdated() async {
        func pod(_ name: String, _ namespace: String, _ annotations: Node, _ labels: Node = [:]) -> Node {
            [
                "metadata": [
                    "name": Node(name), "namespace": Node(namespace), "annotations": annotations,
                    "labels": labels,
                ]
            ]
        }
        let (world, _) = Self.world([
            "namespaces//": [
                "items": [
                    Self.namespace("shop", [:]), Self.namespace("kube-system", [:]),
                    Self.namespace("books", ["istio-injection": "enabled"]),
                    Self.namespace("lost", ["istio.io/rev": "gone"]), Self.namespace("istio-system", [:]),
                ]
            ],
            "mutatingwebhookconfigurations//": ["items": [Self.hook()]],
            "pods//": [
                "items": [
                    pod("a", "books", ["sidecar.istio.io/status": "{\"revision\":\"default\"}"]),
                    pod("b", "books", [:]),
                    pod("c", "books", [:], ["sidecar.istio.io/inject": "false"]), pod("d", "shop", [:]),
                    pod("e", "shop", ["istio.io/rev": "default"], ["sidecar.istio.io/inject": "true"]),
                ]
            ],
            "configmaps//": [
                "items": [
                    [
                        "metadata": ["labels": ["istio.io/rev": "default"]],
                        "data": [
                            "values": #"{"global": {"hub": "h", "tag": "1", "proxy": {"image": "proxyv2"}}}"#
                        ],
                    ]
                ]
            ],
        ])
        #expect(await world.run("injector", "list") == .done, "\(world.errors)")
        #expect(
            world.output == """
                NAMESPACE   ISTIO-REVISION   POD-REVISIONS
                books       default          <non-Istio>: 2 (injection disabled: 1) NEEDS RESTART: 1
                books       default          default: 1
                lost        MISSING/gone     <no pods>
                shop                         <non-Istio>: 1
                shop                         default: 1

                NAMESPACES   INJECTOR-HOOK   ISTIO-REVISION   SIDECAR-IMAGE
                books        hook            default          h/proxyv2:1

                """)
    }

    @Test func emptyClusters() async {
        let (world, _) = Self.world([:])
        #expect(await world.run("x", "injector", "list") == .done)
        let expected = "No Istio injected namespaces present.\n\nNo Istio injection hooks present.\n"
        #expect(world.output == expected)
    }

    // MARK: check-inject

    @Test func workloadsAreCheckedByTheirPodsLabels() async {
        let (world, _) = Self.world([
            "namespaces//books": Self.namespace("books", ["istio-injection": "enabled"]),
            "mutatingwebhookconfigurations//": ["items": [Self.hook()]],
            "deployments/books/ledger": [
                "spec": ["template": ["metadata": ["labels": ["a": "b"]], "spec": ["hostNetwork": true]]]
            ],
        ])
        #expect(await world.run("check-inject", "deploy/ledger") == .done, "\(world.errors)")
        #expect(
            world.output.contains("hook      default    ✔          Namespace label istio-injection=enabled"))
        #expect(world.output.contains("leave the pod as it is: it uses the network of its node."))
        #expect(await world.run("x", "check-inject", "-l", "sidecar.istio.io/inject=false") == .done)
        #expect(world.output.contains("✘          Pod has sidecar.istio.io/inject=false label"))
    }

    @Test(arguments: [
        ([], "name one workload"), (["a", "-l", "b=c"], "name one workload"),
        (["service/a"], "unknown type \"service\" of workload; allowed: pod, deployment"),
        (["deploy/"], "names no workload"), (["-l", "a in (b,c)"], "--labels takes pairs"),
    ])
    func wrongWorkloads(_ words: [String], _ message: String) async {
        let (world, _) = Self.world([:])
        #expect(await world.run(["check-inject"] + words) == .usage)
        #expect(world.errors.contains(message), "\(world.errors)")
    }

    // MARK: webhook-config

    @Test func theAuthorityComesFromTheSecret() async throws {
        let pem = "-----BEGIN CERTIFICATE-----\n"
        let (world, _) = Self.world([
            "secrets/mesh/certs": ["data": ["ca-cert.pem": Node(Base64.encode(Array(pem.utf8)))]]
        ])
        #expect(
            await world.run("injector", "webhook-config", "--ca-secret", "certs", "-n", "mesh", "-r", "x")
                == .done, "\(world.errors)")
        let made = try #require(YAMLReader.documents(in: .init(name: "o", world.output)).first?.root)
        #expect(made[["metadata", "name"]] == "istio-sidecar-injector-x")
        let client = made["webhooks"]?.list?.first?["clientConfig"]
        #expect(client?["caBundle"]?.string == Base64.encode(Array(pem.utf8)))
        #expect(client?["service"]?["namespace"] == "mesh")
    }

    @Test(arguments: [
        (["--port", "0"], ExitCode.usage, "--port 0 is not in"),
        (["--path", "inject"], .usage, "does not begin with /"),
        (["--timeout", "31"], .usage, "--timeout 31 is not in 1..30"),
        (["--url", "http://192.0.2.1"], .usage, "is not the address of a webhook"),
        (["--ca-file", "a", "--ca-kubeconfig"], .usage, "exclude each other"),
        (["--ca-file", "missing"], .failed, "open missing: no such file"),
        (["--ca-file", "text"], .badInput, "text: there is no certificate in PEM"),
        ([], .failed, "no kubeconfig names an authority to trust"),
    ])
    func wrongSettings(_ flags: [String], _ code: ExitCode, _ message: String) async {
        let (world, _) = Self.world([:], ["text": "x"])
        #expect(await world.run(["injector", "webhook-config"] + flags) == code)
        #expect(world.errors.contains(message), "\(world.errors)")
    }
}
