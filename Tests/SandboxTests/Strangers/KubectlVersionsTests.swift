import Testing
import YAML

@testable import Sandbox

/// What people do with kubectl, with the oldest and the newest that we care for.
@Suite(.serialized, .timeLimit(.minutes(3))) struct KubectlVersionsTests {
    private static let web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: web, image: "web:1", ports: [{containerPort: 80}]}
              - {name: side, image: "side:1"}
        """

    @Test(arguments: Stranger.kubectls) func listsAreAppliedAndChecked(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await Running.with { sandbox in
            let list = """
                {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "ConfigMap",
                "metadata": {"name": "a", "namespace": "default"}, "data": {"a": "b"}}]}
                """
            try await kubectl.must("apply -f -", sandbox, input: list)
            let wrong = list.replacing("data", with: "dta")
            let refused = try await kubectl.run(["apply", "-f", "-"], sandbox, input: wrong)
            #expect(refused.status == 1 && refused.text.contains(#"unknown field "dta""#), "\(refused.text)")
        }
    }

    @Test(arguments: Stranger.kubectls) func fieldsThatThereAreNotAreRefused(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await Running.with { sandbox in
            let web = Self.web.replacing("namespace: shop, ", with: "")
            let wrong = web.replacing("replicas", with: "replica")
            let refused = try await kubectl.run(["apply", "-f", "-"], sandbox, input: wrong)
            #expect(refused.status == 1, "\(refused.text)")
            #expect(
                refused.text.contains(#"strict decoding error: unknown field "spec.replica""#),
                "\(refused.text)")
            let words = ["apply", "--validate=warn", "-f", "-"]
            let warned = try await kubectl.run(words, sandbox, input: wrong)
            #expect(warned.status == 0, "\(warned.text)")
            #expect(warned.text.contains(#"Warning: unknown field "spec.replica""#), "\(warned.text)")
        }
    }

    @Test(arguments: Stranger.kubectls) func objectsLiveAndDie(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await Running.with { sandbox in
            try await kubectl.must("create namespace shop", sandbox)
            try await kubectl.must("apply -f -", sandbox, input: Self.web)
            #expect(try await kubectl.must("apply -f -", sandbox, input: Self.web).contains("unchanged"))
            try await kubectl.must("-n shop set image deployment/web side=side:2", sandbox)
            let image = "jsonpath={.spec.template.spec.containers[*].image}"
            #expect(
                try await kubectl.must("-n shop get deployment web -o \(image)", sandbox) == "web:1 side:2")
            try await kubectl.must("-n shop scale deployment web --replicas=3", sandbox)
            let replicas = "jsonpath={.spec.replicas}"
            #expect(try await kubectl.must("-n shop get deployment web -o \(replicas)", sandbox) == "3")
            try await kubectl.must("-n shop label deployment web tier=front", sandbox)
            #expect(
                try await kubectl.must("-n shop get deployments -l tier=front -o name", sandbox)
                    == "deployment.apps/web\n")
            #expect(try await kubectl.must("-n shop get all", sandbox).contains("deployment.apps/web"))
            try await kubectl.must("delete namespace shop --timeout=20s", sandbox)
            let gone = try await kubectl.run(["-n", "shop", "get", "deployment", "web"], sandbox)
            #expect(gone.status == 1 && gone.text.contains("not found"))
        }
    }

    @Test(arguments: Stranger.kubectls) func fieldsHaveOwners(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await Running.with { sandbox in
            try await kubectl.must("create namespace shop", sandbox)
            try await kubectl.must("apply --server-side --field-manager ann -f -", sandbox, input: Self.web)
            let changed = Self.web.replacing("web:1", with: "web:2")
            let apply = ["apply", "--server-side", "--field-manager", "bob", "-f", "-"]
            let refused = try await kubectl.run(apply, sandbox, input: changed)
            #expect(refused.status == 1 && refused.text.contains("conflict with \"ann\""), "\(refused.text)")
            try await kubectl.must(
                "apply --server-side --field-manager bob --force-conflicts -f -", sandbox, input: changed)
            let difference = try await kubectl.run(["diff", "-f", "-"], sandbox, input: Self.web)
            #expect(difference.status == 1 && difference.text.contains("web:2"), "\(difference.text)")
        }
    }

    @Test(arguments: Stranger.kubectls) func schemasAndQuestionsAreAnswered(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await Running.with { sandbox in
            let fields = try await kubectl.must("explain deployment.spec.template.spec.containers", sandbox)
            #expect(fields.contains("image"))
            let routes = try await kubectl.must("explain virtualservice.spec.http", sandbox)
            #expect(routes.contains("retries"))
            let answer = try await kubectl.must("auth can-i create pods", sandbox)
            #expect(answer == "yes\n")
            let user = try await kubectl.must("auth whoami", sandbox)
            #expect(user.contains("sandbox-admin"))
            let types = try await kubectl.must("api-resources", sandbox)
            #expect(types.contains("virtualservices"))
            let health = try await kubectl.must("get --raw /readyz", sandbox)
            #expect(health.hasPrefix("ok"))
        }
    }
}
