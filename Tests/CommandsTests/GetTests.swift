import Kubernetes
import Testing
import YAML

@testable import Commands

@Suite struct GetTests {
    private static let rule: Node = [
        "metadata": ["name": "details-fault", "namespace": "default", "resourceVersion": "7", "uid": "u"],
        "spec": ["destination": ["name": "details"], "precedence": 0],
    ]
    private static let today: Node = [
        "groups": [["name": "networking.istio.io", "versions": [["version": "v1"]]]]
    ]

    private func get(_ words: String..., on cluster: RecordingCluster) async -> (TestWorld, ExitCode) {
        let world = TestWorld(cluster: cluster)
        let code = await world.run(["get", "--server", "http://test.invalid"] + words)
        return (world, code)
    }

    @Test func classicKindsAreListedInAllNamespacesInTheOldTable() async {
        let (world, code) = await get(
            "routerules", on: RecordingCluster(["routerules//": ["items": [Self.rule]]]))
        #expect(code == .done)
        #expect(
            world.output == """
                NAME\t\tKIND\t\t\t\t\tNAMESPACE
                details-fault\tRouteRule.config.istio.io.v1alpha2\tdefault

                """)
    }

    @Test(arguments: [([], false), (["--show-managed-fields"], true)])
    func whoOwnsFieldsIsShownWhenAskedFor(_ flags: [String], _ isShown: Bool) async {
        let object: Node = ["metadata": ["name": "a", "managedFields": [["manager": "ann"]]], "spec": [:]]
        let cluster = RecordingCluster(
            ["virtualservices/default/a": object], documents: ["/apis": Self.today])
        for format in ["json", "yaml"] {
            let world = TestWorld(cluster: cluster)
            let words = ["get", "vs", "a", "--server=http://test.invalid", "-o", format] + flags
            #expect(await world.run(words) == .done)
            #expect(world.output.contains("managedFields") == isShown)
        }
    }

    @Test func classicYAMLIsWhatTheOldProgramReadAndWrote() async {
        let (world, _) = await get(
            "routerule", "details-fault", "-o", "yaml",
            on: RecordingCluster(["routerules/default/details-fault": Self.rule]))
        #expect(
            world.output == """
                apiVersion: config.istio.io/v1alpha2
                kind: RouteRule
                metadata:
                  creationTimestamp: null
                  name: details-fault
                  namespace: default
                  resourceVersion: "7"
                spec:
                  destination:
                    name: details
                ---

                """)
    }

    @Test func nothingFoundIsASentence() async {
        let (world, code) = await get("routerules", on: RecordingCluster())
        #expect(code == .done)
        #expect(world.output == "No resources found.\n")
    }

    @Test func aRefusalIsAnErrorAndNoEmptyList() async {
        let refused = ClusterError.status(APIStatus(code: 403, reason: "Forbidden", message: "not you"))
        let cluster = RecordingCluster(failing: ["get routerules/default/a": refused])
        let (world, code) = await get("routerule", "a", on: cluster)
        #expect(code == .failed)
        #expect(world.output.isEmpty)
        #expect(world.errors.contains("not you"))
    }

    @Test func todaysKindsHaveTheirColumns() async {
        let service: Node = [
            "metadata": [
                "name": "re\u{1B}views", "namespace": "default", "creationTimestamp": "2018-03-31T23:58:30Z",
            ],
            "spec": ["hosts": ["reviews"]],
        ]
        let cluster = RecordingCluster(
            ["virtualservices/default/": ["items": [service]]], documents: ["/apis": Self.today])
        let (world, code) = await get("vs", on: cluster)
        #expect(code == .done)
        #expect(
            world.output == """
                NAME          GATEWAYS   HOSTS         AGE
                re\\x1bviews              ["reviews"]   90s

                """)
    }

    @Test func todaysKindsMissingByNameAreAnError() async {
        let (world, code) = await get("vs", "nine", on: RecordingCluster(documents: ["/apis": Self.today]))
        #expect(code == .failed)
        #expect(world.errors.contains("cannot get virtualservice.networking.istio.io/nine: not found"))
    }

    @Test(arguments: [
        (["-o", "name"], "routerule.config.istio.io/details-fault\n"),
        (["-o", "jsonpath={.items[*].metadata.name}"], "details-fault"),
        (
            ["-o", "custom-columns=N:.metadata.name,P:.spec.precedence"],
            "N               P\ndetails-fault   0\n"
        ),
        (["-o", "custom-columns=N:metadata.name", "--no-headers"], "details-fault\n"),
    ])
    func formats(words: [String], text: String) async {
        let world = TestWorld(cluster: RecordingCluster(["routerules//": ["items": [Self.rule]]]))
        #expect(await world.run(["get", "--server", "http://test.invalid", "routerules"] + words) == .done)
        #expect(world.output == text)
    }

    @Test func wrongFormatsAreWrongUsage() async {
        let (world, code) = await get("routerules", "-o", "jsn", on: RecordingCluster())
        #expect(code == .usage)
        #expect(world.errors.contains("did you mean json?"))
    }
}
