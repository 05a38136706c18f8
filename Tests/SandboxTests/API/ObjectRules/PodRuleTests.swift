import Testing

@testable import Sandbox

@Suite struct PodRuleTests {
    private static let pods = "/api/v1/namespaces/default/pods"

    /// A pod whose container has more lines.
    private static func pod(_ lines: String, spec: String = "") -> String {
        let more = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
        let rest = spec.split(separator: "\n").map { "  \($0)\n" }.joined()
        return "metadata: {name: web}\nspec:\n  containers:\n  - name: web\n    image: web:1\n\(more)\(rest)"
    }

    private func causes(_ lines: String, spec: String = "") async throws -> [String] {
        try await Refusals().causes(Self.pods, Self.pod(lines, spec: spec))
    }

    @Test func aPlainPodIsTaken() async throws {
        #expect(try await causes("") == [])
        #expect(
            try await causes(
                """
                ports: [{containerPort: 80, name: http}]
                env: [{name: A, value: "1"}, {name: B, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
                volumeMounts: [{name: cache, mountPath: /cache}]
                readinessProbe: {httpGet: {port: http}, successThreshold: 2}
                resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {cpu: 1, example.com/gpu: 2}}
                """, spec: "volumes: [{name: cache}]") == [])
    }

    @Test func whatMustBeThere() async throws {
        let refusals = try await Refusals()
        let empty = "metadata: {name: web}\nspec: {}"
        #expect(try await refusals.causes(Self.pods, empty) == ["spec.containers: Required value"])
        let bare = "metadata: {name: web}\nspec: {containers: [{}]}"
        #expect(
            try await refusals.causes(Self.pods, bare) == [
                "spec.containers[0].name: Required value", "spec.containers[0].image: Required value",
            ])
    }

    @Test(arguments: [
        (
            "ports: [{containerPort: 0}]",
            "ports[0].containerPort: Invalid value: 0: must be between 1 and 65535, inclusive"
        ),
        (
            "ports: [{containerPort: 80, protocol: HTTP}]",
            #"ports[0].protocol: Unsupported value: "HTTP": supported values: "SCTP", "TCP", "UDP""#
        ),
        (
            "ports: [{containerPort: 80, name: a}, {containerPort: 81, name: a}]",
            #"ports[1].name: Duplicate value: "a""#
        ),
        (
            "ports: [{containerPort: 80, name: a-very-long-name}]",
            #"ports[0].name: Invalid value: "a-very-long-name": must be no more than 15 characters"#
        ),
        (
            "imagePullPolicy: Sometimes",
            #"imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never""#
        ),
        ("volumeMounts: [{name: gone, mountPath: /x}]", #"volumeMounts[0].name: Not found: "gone""#),
        ("env: [{value: x}]", "env[0].name: Required value"),
        (
            "env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]",
            #"env[0].valueFrom: Invalid value: "": may not be specified when `value` is not empty"#
        ),
        ("livenessProbe: {periodSeconds: 3}", "livenessProbe: Required value: must specify a handler type"),
        (
            "livenessProbe: {exec: {command: [ls]}, successThreshold: 2}",
            "livenessProbe.successThreshold: Invalid value: 2: must be 1"
        ),
        (
            "readinessProbe: {tcpSocket: {port: 80}, exec: {command: [ls]}}",
            "readinessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type"
        ),
        (
            "resources: {requests: {cpu: 2}, limits: {cpu: 500m}}",
            #"resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 500m"#
        ),
        (
            "resources: {requests: {gpu: 1}}",
            #"resources.requests[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified"#
        ),
    ]) func containers(lines: String, problem: String) async throws {
        #expect(try await causes(lines) == ["spec.containers[0]." + problem])
    }

    @Test(arguments: [
        (
            "restartPolicy: Sometimes",
            #"restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never""#
        ),
        ("volumes: [{name: a}, {name: a}]", #"volumes[1].name: Duplicate value: "a""#),
        (
            "volumes: [{name: a, emptyDir: {}, hostPath: {path: /x}}]",
            "volumes[0].hostPath: Forbidden: may not specify more than 1 volume type"
        ),
        ("volumes: [{name: a, secret: {}}]", "volumes[0].secret.secretName: Required value"),
        ("activeDeadlineSeconds: 0", "activeDeadlineSeconds: Invalid value: 0: must be greater than 0"),
        (
            "tolerations: [{value: x}]",
            #"tolerations[0].operator: Invalid value: null: operator must be Exists when `key` is empty"#
        ),
        ("initContainers: [{name: web, image: a}]", #"containers[0].name: Duplicate value: "web""#),
    ]) func specs(lines: String, problem: String) async throws {
        #expect(try await causes("", spec: lines) == ["spec." + problem])
    }

    @Test func aPodKeepsItsSpec() async throws {
        let refusals = try await Refusals()
        #expect(try await refusals.causes(Self.pods, Self.pod("")) == [])
        let path = Self.pods + "/web"
        let image = "spec: {containers: [{name: web, image: web:2}]}"
        let patch = "application/strategic-merge-patch+json"
        let changed = try await refusals.api.ask(
            "PATCH", path, ["spec": ["containers": [["name": "web", "image": "web:2"]]]], type: patch)
        #expect(changed.status == 200, "\(image)")
        let refused = try await refusals.causes(ofChanging: path, "spec: {hostNetwork: true}")
        #expect(refused.count == 1)
        #expect(
            refused.first?.hasPrefix("spec: Forbidden: pod updates may not change fields other than") == true)
    }
}
