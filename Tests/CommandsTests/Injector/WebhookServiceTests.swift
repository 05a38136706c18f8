import Kubernetes
import Serving
import TestSupport
import Testing
import YAML

@testable import Commands

/// The webhook between its files and its server.
@Suite struct WebhookServiceTests {
    private static func configuration(_ image: String) -> String {
        "templates:\n  sidecar: |\n    spec: {containers: [{name: istio-proxy, image: \"\(image)\"}]}\n"
    }

    private static func world(_ image: String = "proxy:1") async throws -> TestWorld {
        let world = TestWorld(files: ["config": configuration(image), "mesh": ""])
        #expect(await world.run("injector", "create-cert", "--out-dir", "c") == .done)
        return world
    }

    private static func files(_ more: [String] = []) throws -> InjectorFiles {
        try InjectorFiles.parse(
            [
                "--injectConfig", "config", "--meshConfig", "mesh", "--tlsCertFile", "c/cert.pem",
                "--tlsKeyFile", "c/key.pem",
            ] + more)
    }

    private static func service(_ world: TestWorld) throws -> WebhookService {
        try WebhookService(
            try files(), revision: "", usesNativeSidecars: false, logsRequests: true, world.world)
    }

    private static let review = """
        {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": {"uid": "1", \
        "namespace": "books", "object": {"metadata": {"name": "a"}, "spec": {"containers": []}}}}
        """

    private static func ask(_ service: WebhookService) throws -> String {
        let answer = service.answer(
            ServedRequest(
                method: "POST", target: "/inject?timeout=10s", contentType: "application/json",
                body: Array(review.utf8)))
        #expect(answer.status == 200)
        let response = try JSONReader.node(answer.body)["response"]
        let patch = response?["patch"]?.string.flatMap(Base64.decode) ?? []
        return String(decoding: patch, as: UTF8.self)
    }

    private static func get(_ service: WebhookService, _ path: String, _ method: String = "GET") -> (
        Int, String
    ) {
        let answer = service.answer(ServedRequest(method: method, target: path))
        return (answer.status, String(decoding: answer.body, as: UTF8.self))
    }

    @Test func requestsAreAnsweredCountedAndLogged() async throws {
        let world = try await Self.world()
        let service = try Self.service(world)
        #expect(try Self.ask(service).contains("proxy:1"))
        #expect(Self.get(service, "/healthz") == (200, "ok\n"))
        #expect(Self.get(service, "/metrics").1.contains("sidecar_injection_success_total 1\n"))
        #expect(Self.get(service, "/") == (404, "404 page not found\n"))
        #expect(Self.get(service, "/metrics", "POST").0 == 404)
        #expect(Self.get(service, "/inject").0 == 400)
        #expect(Self.get(service, "/metrics").1.contains("sidecar_injection_failure_total 1\n"))
        #expect(world.errors.contains("injected books/a\n"))
    }

    @Test func changedConfigurationIsTakenUp() async throws {
        let world = try await Self.world()
        let service = try Self.service(world)
        try world.files.replace("config", with: Array(Self.configuration("proxy:2").utf8))
        #expect(try Self.ask(service).contains("proxy:1"))
        service.readAgain()
        #expect(try Self.ask(service).contains("proxy:2"))
        #expect(world.errors.contains("the configuration has changed and is in use"))
    }

    @Test func brokenFilesKeepWhatWasThere() async throws {
        let world = try await Self.world()
        let service = try Self.service(world)
        let broken = "templates: {sidecar: \"{{ .Nope\"}"
        try world.files.replace("config", with: Array(broken.utf8))
        service.readAgain()
        service.readAgain()
        #expect(try Self.ask(service).contains("proxy:1"))
        #expect(world.errors.split(separator: "\n").filter { $0.contains("stays in use") }.count == 1)
        #expect(world.errors.contains("warning: config: template: "))
        try world.files.replace("config", with: Array(Self.configuration("proxy:3").utf8))
        service.readAgain()
        #expect(try Self.ask(service).contains("proxy:3"))
        #expect(Self.get(service, "/metrics").1.contains("injector_reload_failures_total 1\n"))
    }

    @Test func certificatesAreChangedTogetherWithTheirKeys() async throws {
        let world = try await Self.world()
        let service = try Self.service(world)
        #expect(await world.run("injector", "create-cert", "--out-dir", "d") == .done)
        for name in ["cert.pem", "key.pem"] {
            try world.files.replace("c/" + name, with: Array((world.files.text("d/" + name) ?? "").utf8))
            service.readAgain()
            let isChanged = Self.get(service, "/metrics").1.contains("injector_reloads_total 1\n")
            #expect(isChanged == (name == "key.pem"))
        }
        #expect(world.errors.contains("the private key is not that of the certificate"))
    }

    @Test(arguments: [
        ("config", "open config: no such file or directory"), ("mesh", "open mesh: no such file"),
        ("c/key.pem", "open c/key.pem: no such file"),
    ])
    func missingFilesEndTheStart(_ path: String, _ message: String) async throws {
        let world = try await Self.world()
        let files = MemoryFiles([:])
        for name in ["config", "mesh", "c/cert.pem", "c/key.pem"] where name != path {
            try files.replace(name, with: Array((world.files.text(name) ?? "").utf8))
        }
        var changed = world.world
        changed.environment = Environment(variables: [:], homeDirectory: nil, files: files)
        let failure = #expect(throws: Failure.self) {
            _ = try WebhookService(
                try Self.files(), revision: "", usesNativeSidecars: false, logsRequests: false, changed)
        }
        #expect(failure?.message?.hasPrefix(message) == true)
    }
}
