import Kubernetes
import Testing
import YAML

@testable import Commands

@Suite struct APIResourcesTests {
    private static let documents: [String: Node] = [
        "/api": ["versions": ["v1"]],
        "/api/v1": [
            "resources": [
                ["name": "pods", "kind": "Pod", "namespaced": true, "shortNames": ["po"], "verbs": ["get"]],
                ["name": "pods/log", "kind": "Pod", "namespaced": true, "verbs": ["get"]],
            ]
        ],
        "/apis": [
            "groups": [
                [
                    "name": "x.io", "versions": [["version": "v2beta1"], ["version": "v1"]],
                    "preferredVersion": ["version": "v1"],
                ]
            ]
        ],
        "/apis/x.io/v1": [
            "resources": [
                [
                    "name": "things", "kind": "Thing", "namespaced": false, "verbs": ["get", "list"],
                    "categories": ["all"],
                ]
            ]
        ],
        "/apis/x.io/v2beta1": [
            "resources": [
                ["name": "things", "kind": "Thing", "namespaced": false, "verbs": ["get"]],
                ["name": "n\u{1B}ew", "kind": "New", "namespaced": true, "verbs": ["get"]],
            ]
        ],
    ]

    private func list(_ words: String..., without: String? = nil) async -> (world: TestWorld, code: ExitCode)
    {
        let cluster = RecordingCluster(documents: Self.documents.filter { $0.key != without })
        let world = TestWorld(cluster: cluster)
        return (world, await world.run(["api-resources", "--server", "http://test.invalid"] + words))
    }

    @Test func eachTypeIsListedOnceInItsPreferredVersion() async {
        let (world, code) = await list()
        #expect(code == .done)
        #expect(
            world.output == """
                NAME      SHORTNAMES   APIVERSION     NAMESPACED   KIND
                pods      po           v1             true         Pod
                n\\x1bew                x.io/v2beta1   true         New
                things                 x.io/v1        false        Thing

                """)
        #expect(world.errors.isEmpty)
    }

    @Test(arguments: [
        (["--namespaced=false"], ["things.x.io"]), (["--namespaced"], ["pods", "n\\x1bew.x.io"]),
        (["--api-group=x.io", "--verbs=get,list"], ["things.x.io"]), (["--api-group="], ["pods"]),
        (["--api-group=core"], ["pods"]), (["--sort-by=kind"], ["n\\x1bew.x.io", "pods", "things.x.io"]),
    ])
    func typesAreChosen(_ flags: [String], _ names: [String]) async {
        let cluster = RecordingCluster(documents: Self.documents)
        let world = TestWorld(cluster: cluster)
        _ = await world.run(["api-resources", "--server=http://test.invalid", "-o", "name"] + flags)
        #expect(world.output.split(separator: "\n").map(String.init) == names)
    }

    @Test func wideShowsVerbsAndCategories() async {
        let (world, _) = await list("-o", "wide", "--no-headers", "--verbs=list")
        #expect(world.output == "things      x.io/v1   false   Thing   get,list   all\n")
    }

    @Test func aGroupThatDoesNotAnswerHidesNoOther() async {
        let (world, code) = await list(without: "/apis/x.io/v1")
        #expect(code == .failed)
        #expect(world.output.contains("pods"))
        #expect(world.errors.contains("Error: cannot list the types of x.io/v1: not found"))
    }

    @Test func withoutAClusterTheCatalogIsListedAndSaysSo() async {
        let world = TestWorld()
        #expect(await world.run("api-resources", "--api-group=networking.istio.io", "-o", "name") == .done)
        #expect(world.output.contains("virtualservices.networking.istio.io\n"))
        #expect(world.errors.contains("no cluster is configured"))
    }

    @Test func offlineNoClusterIsAsked() async {
        let cluster = RecordingCluster(documents: Self.documents)
        let world = TestWorld(cluster: cluster)
        #expect(await world.run("api-resources", "--offline", "--server", "http://test.invalid") == .done)
        #expect(world.output.contains("routerules"))
        #expect(await cluster.requests.isEmpty)
    }
}
