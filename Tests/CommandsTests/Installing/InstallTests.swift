import IstioAPI
import Kubernetes
import Sandbox
import Testing
import YAML

@testable import Commands

/// `install` and its kin against a sandbox in this process, which runs no pods.
@Suite(.timeLimit(.minutes(3))) struct InstallTests {
    private static let deployments = ControlPlane.deployments
    private static let definitions = ResourceType(
        group: "apiextensions.k8s.io", version: "v1", plural: "customresourcedefinitions",
        kind: "CustomResourceDefinition", isNamespaced: false)

    private func run(
        _ words: [String], on cluster: any Cluster, files: [String: String] = [:], answer: String? = nil
    ) async -> (world: TestWorld, code: ExitCode) {
        let world = TestWorld(files: files, cluster: cluster, answer: answer)
        return (world, await world.run(words + ["--server=http://test.invalid"]))
    }

    private func install(_ words: String..., on cluster: any Cluster, files: [String: String] = [:]) async
        -> TestWorld
    {
        let (world, code) = await run(["install", "-y", "--no-wait"] + words, on: cluster, files: files)
        #expect(code == .done, "\(world.errors)")
        return world
    }

    private func names(_ type: ResourceType, _ cluster: any Cluster) async throws -> [String] {
        try await Pager(cluster, type).all().compactMap { $0[["metadata", "name"]]?.string }.sorted()
    }

    @Test func aSecondRunChangesNothing() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let first = await install("--profile", "demo", on: cluster)
        #expect(first.errors.contains("Istiod") && first.errors.contains("create"))
        #expect(first.output.hasSuffix("Installation complete.\n"))
        let before = try await Pager(cluster, Self.deployments).all()
        let second = await install("--profile", "demo", on: cluster)
        #expect(second.output.hasSuffix("Nothing changed.\n"), "\(second.errors)")
        #expect(try await Pager(cluster, Self.deployments).all() == before)
    }

    @Test func aDryRunStoresNothing() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (world, code) = await run(["install", "--dry-run", "--profile", "demo"], on: cluster)
        #expect(code == .done && world.output == "Dry run: nothing was changed.\n", "\(world.errors)")
        #expect(try await names(Self.deployments, cluster) == [])
        #expect(try await names(Self.definitions, cluster) == [])
    }

    @Test func nothingHappensWithoutAYes() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (silent, refused) = await run(["install"], on: cluster)
        #expect(refused == .failed && silent.errors.contains("-y goes on without asking"))
        let (_, no) = await run(["install"], on: cluster, answer: "n")
        #expect(no == .failed)
        #expect(try await names(Self.deployments, cluster) == [])
        let (_, yes) = await run(["install", "--no-wait"], on: cluster, answer: "y")
        #expect(yes == .done)
    }

    @Test func whatIsNoLongerWantedGoes() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await install("--profile", "demo", on: cluster)
        let world = await install("--profile", "minimal", on: cluster)
        #expect(world.output.contains("Deployment istio-ingressgateway in istio-system removed"))
        #expect(try await names(Self.deployments, cluster) == ["istiod"])
    }

    @Test func addonsAreAddedAndGoBySelf() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await install("--profile", "minimal", on: cluster)
        let (added, code) = await run(
            ["install", "addons", "prometheus", "jaeger", "-y", "--no-wait"], on: cluster)
        #expect(code == .done, "\(added.errors)")
        // Istio itself is installed anew without them; they stay.
        _ = await install("--profile", "minimal", on: cluster)
        #expect(try await names(Self.deployments, cluster) == ["istiod", "jaeger", "prometheus"])
        let (_, gone) = await run(["uninstall", "--addons", "-y"], on: cluster)
        #expect(gone == .done)
        #expect(try await names(Self.deployments, cluster) == ["istiod"])
        let (wrong, usage) = await run(["install", "addons", "promtheus"], on: cluster)
        #expect(usage == .usage && wrong.errors.contains("prometheus"))
    }

    @Test func aPurgeLeavesWhatUsersHaveMade() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await install("--profile", "minimal", on: cluster)
        let rule: Node = [
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": ["name": "reviews", "namespace": "default"],
            "spec": ["hosts": ["reviews"], "http": [["route": [["destination": ["host": "reviews"]]]]]],
        ]
        let type = ResourceType(
            group: "networking.istio.io", version: "v1", plural: "virtualservices", kind: "VirtualService")
        _ = try await cluster.create(type, namespace: "default", rule, WriteOptions())
        let (world, code) = await run(["uninstall", "--purge", "-y"], on: cluster)
        #expect(code == .done, "\(world.errors)")
        #expect(
            world.errors.contains(
                "virtualservices.networking.istio.io stays: there is VirtualService reviews"))
        #expect(try await names(Self.definitions, cluster) == ["virtualservices.networking.istio.io"])
        #expect(try await names(Self.deployments, cluster) == [])
        let (again, nothing) = await run(["uninstall", "--purge", "-y"], on: cluster)
        #expect(nothing == .done && again.output == "There is nothing to remove.\n")
    }

    @Test func objectsWithCopiedLabelsAreNotOurs() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await install("--profile", "minimal", on: cluster)
        let type = ResourceType(group: "", version: "v1", plural: "configmaps", kind: "ConfigMap")
        let copy: Node = [
            "apiVersion": "v1", "kind": "ConfigMap",
            "metadata": [
                "name": "mine", "namespace": "istio-system",
                "labels": ["operator.istio.io/component": "Pilot", "istio.io/rev": "default"],
            ],
        ]
        var options = WriteOptions()
        options.fieldManager = "ann"
        _ = try await cluster.create(type, namespace: "istio-system", copy, options)
        let (_, code) = await run(["uninstall", "--purge", "-y"], on: cluster)
        #expect(code == .done)
        #expect(try await names(type, cluster).contains("mine"))
    }

    @Test func revisionsAndTagsStandBesideEachOther() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await install("--profile", "minimal", "--revision", "canary", on: cluster)
        _ = await install("--profile", "minimal", on: cluster)
        let (tags, _) = await run(["tag", "list"], on: cluster)
        #expect(tags.output.contains("default   canary"), "\(tags.output)")
        let (_, set) = await run(["tag", "set", "prod", "--revision", "default"], on: cluster)
        #expect(set == .done)
        let (moved, conflict) = await run(["tag", "set", "prod", "--revision", "canary"], on: cluster)
        #expect(conflict == .failed && moved.errors.contains("--overwrite moves it"))
        let (near, unknown) = await run(["tag", "set", "x", "--revision", "canry"], on: cluster)
        #expect(unknown == .failed && near.errors.contains("did you mean canary?"))
        let (list, _) = await run(["revision", "list"], on: cluster)
        #expect(list.output.contains("canary") && list.output.contains("prod"))
        let (_, gone) = await run(["uninstall", "--revision", "canary", "-y"], on: cluster)
        #expect(gone == .done)
        #expect(try await names(Self.deployments, cluster) == ["istiod"])
        let (left, _) = await run(["tag", "list"], on: cluster)
        #expect(left.output.contains("prod") && !left.output.contains("canary"))
        let (_, removed) = await run(["tag", "remove", "prod"], on: cluster)
        #expect(removed == .done)
    }

    @Test func noPodMeetsTwoInjectors() async throws {
        let cluster = try await SandboxCluster.inMemory()
        _ = await install("--profile", "minimal", on: cluster)
        _ = await install("--profile", "minimal", "--revision", "canary", on: cluster)
        func hooks(_ name: String) async throws -> [String] {
            let found = try await cluster.get(.mutatingWebhooks, namespace: nil, name: name)
            return (found["webhooks"]?.list ?? []).compactMap { $0["name"]?.string }
        }
        let byLabel = "namespace.sidecar-injector.istio.io"
        #expect(try await hooks("istio-sidecar-injector").contains(byLabel))
        let (world, set) = await run(["tag", "set", "default", "--revision", "canary"], on: cluster)
        #expect(set == .done, "\(world.errors)")
        #expect(try await hooks("istio-revision-tag-default").contains(byLabel))
        #expect(try await !hooks("istio-sidecar-injector").contains(byLabel))
        // Another run of install leaves it so.
        _ = await install("--profile", "minimal", on: cluster)
        #expect(try await !hooks("istio-sidecar-injector").contains(byLabel))
        let (warned, gone) = await run(["uninstall", "--revision", "canary", "-y"], on: cluster)
        #expect(gone == .done && warned.errors.contains("will have no injector"), "\(warned.errors)")
        _ = await install("--profile", "minimal", on: cluster)
        #expect(try await hooks("istio-sidecar-injector").contains(byLabel))
    }

    @Test func verifyFindsWhatIsMissingAndWhatWasChanged() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (none, nothing) = await run(["verify-install"], on: cluster)
        #expect(nothing == .failed && none.errors.contains("no installation"))
        _ = await install("--profile", "minimal", on: cluster)
        let services = ResourceType(group: "", version: "v1", plural: "services", kind: "Service")
        _ = try await cluster.delete(services, namespace: "istio-system", name: "istiod", WriteOptions())
        let (world, code) = await run(["verify-install"], on: cluster)
        #expect(code == .failed)
        #expect(world.output.contains("Service istiod in istio-system: missing"))
        // No controller works here.
        #expect(
            world.output.contains("Deployment istiod in istio-system: waiting for its controller"),
            "\(world.output)")
    }

    @Test func whatDoesNotComeUpIsExplained() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (world, code) = await run(
            ["install", "-y", "--profile", "minimal", "--readiness-timeout", "1s"], on: cluster)
        #expect(code == .failed)
        #expect(world.errors.contains("Error: Istiod: not ready in time: Deployment istiod in istio-system"))
        #expect(world.errors.contains("the same command goes on from here"))
    }

    @Test func upgradeNeedsSomethingToUpgrade() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (none, nothing) = await run(["upgrade", "-y"], on: cluster)
        #expect(nothing == .failed && none.errors.contains("istioctl install makes one"))
        _ = await install(
            "-f", "mesh.yaml", on: cluster,
            files: [
                "mesh.yaml":
                    "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {profile: minimal, meshConfig: {accessLogFile: /x}}\n"
            ])
        let (world, code) = await run(["upgrade", "-y", "--no-wait"], on: cluster)
        #expect(code == .done && world.output.hasSuffix("Nothing changed.\n"), "\(world.errors)")
        #expect(world.errors.contains("profile minimal"))
    }

    @Test func precheckIsContentWithAnEmptyCluster() async throws {
        let cluster = try await SandboxCluster.inMemory()
        let (world, code) = await run(["x", "precheck"], on: cluster)
        #expect(code == .done && world.output.contains("No issues found"), "\(world.output)\(world.errors)")
    }

    @Test func whatGoesHasToBeNamed() async throws {
        let cluster = try await SandboxCluster.inMemory()
        #expect(await run(["uninstall"], on: cluster).code == .usage)
        #expect(await run(["uninstall", "--purge", "--revision", "x"], on: cluster).code == .usage)
        let (world, code) = await run(["uninstall", "--revision", "x", "-y"], on: cluster)
        #expect(code == .failed && world.errors.contains("there is no revision \"x\""))
    }
}
