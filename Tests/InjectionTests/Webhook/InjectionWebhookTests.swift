import Kubernetes
import TestSupport
import Testing
import YAML

@testable import Injection

@Suite struct InjectionWebhookTests {
    private static let configuration = """
        policy: enabled
        defaultTemplates: [side]
        injectedAnnotations: {injected.example/by: us}
        neverInjectSelector:
        - matchLabels: {never: "yes"}
        templates:
          side: |
            metadata:
              annotations: {seen: "{{ .ObjectMeta.Namespace }}/{{ .DeploymentMeta.Name }}"}
            spec:
              containers:
              - name: istio-proxy
                image: proxy:1
          broken: |
            {{ .Nope }}
        """

    private func webhook() throws -> InjectionWebhook {
        InjectionWebhook(
            Injector(
                try InjectionConfiguration(Self.configuration, name: "config"), InjectionValues(.emptyMap),
                MeshSettings(.emptyMap)))
    }

    private static func review(
        _ object: Node?, version: String = "v1", namespace: String = "books"
    ) -> Node {
        var request: Node = [
            "uid": "42", "kind": ["group": "", "version": "v1", "kind": "Pod"], "namespace": Node(namespace),
            "operation": "CREATE",
        ]
        request.set("object", object)
        return [
            "kind": "AdmissionReview", "apiVersion": Node("admission.k8s.io/\(version)"), "request": request,
        ]
    }

    private static let pod: Node = [
        "apiVersion": "v1", "kind": "Pod",
        "metadata": ["generateName": "ledger-", "managedFields": [["manager": "m"]]],
        "spec": ["containers": [["name": "ledger", "image": "books:3", "unheard": 1]]],
    ]

    private func ask(_ review: Node, path: String = "/inject") throws -> (InjectionWebhook.Answer, Node) {
        let call = InjectionWebhook.Call(
            path: path, contentType: "application/json", body: JSONWriter.bytes(review))
        let answer = try #require(try webhook().answer(call))
        return (answer, try JSONReader.node(answer.body))
    }

    private func patch(_ answer: Node) throws -> Node {
        let text = try #require(answer["response"]?["patch"]?.string)
        return try JSONReader.node(try #require(Base64.decode(text)))
    }

    // MARK: Pods

    @Test(arguments: ["v1", "v1beta1"]) func podsGetTheirSidecars(_ version: String) throws {
        let (answer, review) = try ask(Self.review(Self.pod, version: version))
        #expect(answer.status == 200)
        #expect(answer.outcome == .injected(pod: "books/ledger-***"))
        #expect(review["kind"] == "AdmissionReview")
        #expect(review["apiVersion"]?.string == "admission.k8s.io/\(version)")
        #expect(review["response"]?["uid"] == "42")
        #expect(review["response"]?["allowed"] == true)
        #expect(review["response"]?["patchType"] == "JSONPatch")
        let pod = try PatchedNode.apply(try patch(review), to: Self.pod)
        #expect(pod[["metadata", "annotations", "seen"]] == "books/")
        #expect(pod[["metadata", "annotations", "injected.example/by"]] == "us")
        #expect(pod.container("istio-proxy", in: "containers")?["image"] == "proxy:1")
        #expect(pod.container("ledger", in: "containers")?["unheard"] == 1, "what is not known stays")
    }

    @Test func patchesNameWhatChangesOnly() throws {
        let (_, review) = try ask(Self.review(Self.pod))
        let places = try patch(review).list?.compactMap { $0["path"]?.string }
        #expect(places?.allSatisfy { !$0.contains("managedFields") && $0 != "/spec" } == true)
        #expect(places?.contains("/spec/containers") == false)
    }

    @Test func pathsNameClusterAndNetwork() throws {
        let (_, review) = try ask(
            Self.review(Self.pod), path: "/inject/cluster/one/net/a--slash--b/extra/x/odd")
        let pod = try PatchedNode.apply(try patch(review), to: Self.pod)
        let variables = pod.container("istio-proxy", in: "containers")?["env"]?.list ?? []
        #expect(
            variables == [
                ["name": "EXTRA", "value": "x"], ["name": "ISTIO_META_CLUSTER_ID", "value": "one"],
                ["name": "ISTIO_META_NETWORK", "value": "a/b"],
            ])
        #expect(pod[["metadata", "labels", "topology.istio.io/network"]] == "a/b")
    }

    @Test func podsThatTakeNoPartStayAsTheyAre() throws {
        let network = Self.pod.setting("spec", ["hostNetwork": true, "containers": []])
        let cases: [(Node, String, InjectionDecision.Reason)] = [
            (network, "books", .hostNetwork),
            (Self.pod, "kube-system", .namespace("kube-system")),
            (Self.pod.setting("metadata", ["labels": ["never": "yes"]]), "books", .neverSelected),
            (
                Self.pod.setting("metadata", ["labels": ["sidecar.istio.io/inject": "false"]]), "books",
                .disabled
            ),
        ]
        for (pod, namespace, reason) in cases {
            let (answer, review) = try ask(Self.review(pod, namespace: namespace))
            guard case .skipped(_, reason) = answer.outcome else {
                Issue.record("\(answer.outcome) instead of \(reason)")
                continue
            }
            #expect(review["response"] == ["uid": "42", "allowed": true])
        }
    }

    // MARK: What goes wrong

    @Test func podsThatCannotBeInjectedAreRefusedWithTheReason() throws {
        let broken = Self.pod.setting("metadata", ["annotations": ["inject.istio.io/templates": "broken"]])
        let (answer, review) = try ask(Self.review(broken))
        #expect(answer.status == 200)
        #expect(review["response"]?["allowed"] == false)
        let message = review[["response", "status", "message"]]?.string ?? ""
        #expect(message.contains("can't evaluate field Nope"))
        let wrong = Self.pod.setting("spec", ["containers": 5])
        let text = try ask(Self.review(wrong)).1[["response", "status", "message"]]?.string ?? ""
        #expect(text.contains("spec.containers: expected a list"))
    }

    @Test func objectsThatAreNoPodsAreRefused() throws {
        for (object, message) in [
            (nil, "unexpected end of JSON input"),
            ([], "json: cannot unmarshal array into Go value of type v1.Pod"),
            ("x", "json: cannot unmarshal string into Go value of type v1.Pod"),
        ] as [(Node?, String)] {
            let (_, review) = try ask(Self.review(object))
            #expect(review[["response", "status", "message"]]?.string == message)
            #expect(review["response"]?["uid"] == "42")
        }
    }

    @Test(arguments: [
        ("null", "expected an AdmissionReview, found null"),
        ("[]", "expected an AdmissionReview, found a list"),
        ("{}", "found an object without a kind"), ("{\"kind\": ", "no AdmissionReview"),
        (#"{"kind": "Pod", "apiVersion": "v1"}"#, "found Pod of \"v1\""),
        (#"{"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1"}"#, "has no request"),
        (
            #"{"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": 7}"#,
            "has no request"
        ),
        ("a: [b", "no AdmissionReview"),
    ])
    func bodiesThatAreNoReviews(_ body: String, _ message: String) throws {
        let answer = try webhook().answer(Array(body.utf8))
        let review = try JSONReader.node(answer.body)
        #expect(answer.status == 200)
        #expect(review["response"]?["allowed"] == false)
        #expect(review[["response", "status", "message"]]?.string?.contains(message) == true)
    }

    @Test func bodiesMayBeYAML() throws {
        let answer = try webhook().answer(Array(YAMLWriter.text(Self.review(Self.pod)).utf8))
        #expect(answer.outcome == .injected(pod: "books/ledger-***"))
    }

    @Test func requestsOfOtherForms() throws {
        func call(_ path: String, _ type: String, _ body: String) throws -> InjectionWebhook.Answer? {
            try webhook().answer(.init(path: path, contentType: type, body: Array(body.utf8)))
        }
        #expect(try call("/", "application/json", "{}") == nil)
        #expect(try call("/injector", "application/json", "{}") == nil)
        #expect(try call("/inject", "application/json", "")?.status == 400)
        #expect(try call("/inject", "text/plain", "{}")?.status == 415)
        #expect(try call("/inject/", "application/json", "{}")?.status == 200)
    }

    @Test func injectingTheInjectedChangesNothing() throws {
        let (_, first) = try ask(Self.review(Self.pod))
        let pod = try PatchedNode.apply(try patch(first), to: Self.pod)
        let (_, second) = try ask(Self.review(pod))
        #expect(try PatchedNode.apply(try patch(second), to: pod) == pod)
    }
}
