import Testing

@testable import Sandbox

/// Metadata, and kinds with few rules.
@Suite struct OtherRuleTests {
    @Test(arguments: [
        ("labels: {\"a b\": x}", #"metadata.labels: Invalid value: "a b": a qualified name must"#),
        ("labels: {a: \"-\"}", #"metadata.labels: Invalid value: "-": a valid label must"#),
        (
            "annotations: {\"a b\": any text}",
            #"metadata.annotations: Invalid value: "a b": a qualified name must"#
        ),
        (
            "finalizers: [\"no name\"]",
            #"metadata.finalizers[0]: Invalid value: "no name": a qualified name must"#
        ),
        (
            "ownerReferences: [{apiVersion: v1, kind: Pod, name: a}]",
            "metadata.ownerReferences[0].uid: Required value"
        ),
    ]) func metadata(line: String, problem: String) async throws {
        let refusals = try await Refusals()
        for path in ["/api/v1/namespaces/default/configmaps", Asking.rules] {
            let causes = try await refusals.causes(path, "metadata:\n  name: a\n  \(line)")
            #expect(causes.count == 1 && causes.first?.hasPrefix(problem) == true, "\(causes)")
        }
    }

    @Test func annotationsHaveALimit() async throws {
        let text = String(repeating: "x", count: 256 * 1024)
        #expect(
            try await Refusals().causes(
                "/api/v1/namespaces/default/configmaps", "metadata: {name: a, annotations: {a: \(text)}}")
                == [
                    "metadata.annotations: Too long: may not be more than 262144 bytes"
                ])
    }

    @Test func rolesHaveNamesOfTheirOwn() async throws {
        let refusals = try await Refusals()
        let roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles"
        #expect(try await refusals.causes(roles, "metadata: {name: \"system:Reader\"}") == [])
        #expect(
            try await refusals.causes(roles, "metadata: {name: a}\nrules: [{apiGroups: [\"\"]}]") == [
                "rules[0].verbs: Required value: verbs must contain at least one value",
                "rules[0].resources: Required value: resource rules must supply at least one resource",
            ])
    }

    @Test func bindingsKeepTheirRole() async throws {
        let refusals = try await Refusals()
        let path = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings"
        let text = """
            metadata: {name: a}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
            subjects: [{kind: ServiceAccount, name: web, namespace: default}]
            """
        #expect(try await refusals.causes(path, text) == [])
        let refused = try await refusals.causes(ofChanging: path + "/a", "roleRef: {name: edit}")
        #expect(refused.count == 1 && refused.first?.hasSuffix("cannot change roleRef") == true)
        let nowhere = text.replacing(", namespace: default", with: "").replacing("name: a}", with: "name: b}")
        #expect(try await refusals.causes(path, nowhere) == ["subjects[0].namespace: Required value"])
    }

    @Test(arguments: [
        ("{}", "spec: Invalid value: {}: either `defaultBackend` or `rules` must be specified"),
        (
            "{rules: [{http: {paths: [{path: /, backend: {service: {name: a, port: {number: 80}}}}]}}]}",
            "spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified"
        ),
        (
            "{rules: [{http: {paths: [{path: x, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}]}}]}",
            #"spec.rules[0].http.paths[0].path: Invalid value: "x": must be an absolute path"#
        ),
        (
            "{defaultBackend: {service: {name: a}}}",
            "spec.defaultBackend.service.port: Required value: port name or number is required"
        ),
    ]) func ingresses(spec: String, problem: String) async throws {
        let path = "/apis/networking.k8s.io/v1/namespaces/default/ingresses"
        #expect(try await Refusals().causes(path, "metadata: {name: a}\nspec: \(spec)") == [problem])
    }

    @Test func scaling() async throws {
        let refusals = try await Refusals()
        let scalers = "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers"
        #expect(
            try await refusals.causes(scalers, "metadata: {name: a}\nspec: {minReplicas: 3, maxReplicas: 2}")
                == [
                    "spec.scaleTargetRef.kind: Required value", "spec.scaleTargetRef.name: Required value",
                    "spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`",
                ])
        let budgets = "/apis/policy/v1/namespaces/default/poddisruptionbudgets"
        let both = "metadata: {name: a}\nspec: {minAvailable: 1, maxUnavailable: 10%}"
        #expect(
            try await refusals.causes(budgets, both).first?.hasSuffix(
                "minAvailable and maxUnavailable cannot be both set") == true)
    }

    @Test func claims() async throws {
        let path = "/api/v1/namespaces/default/persistentvolumeclaims"
        #expect(
            try await Refusals().causes(path, "metadata: {name: a}\nspec: {accessModes: [Any]}") == [
                #"spec.accessModes[0]: Unsupported value: "Any": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod""#,
                "spec.resources.requests.storage: Required value",
            ])
    }

    @Test func webhooks() async throws {
        let path = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations"
        let text = """
            metadata: {name: a}
            webhooks:
            - name: short
              sideEffects: Some
              timeoutSeconds: 60
              clientConfig: {url: "http://example.com"}
            """
        #expect(
            try await Refusals().causes(path, text) == [
                #"webhooks[0].name: Invalid value: "short": should be a domain with at least three segments separated by dots"#,
                #"webhooks[0].sideEffects: Unsupported value: "Some": supported values: "None", "NoneOnDryRun""#,
                "webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1",
                "webhooks[0].timeoutSeconds: Invalid value: 60: the timeout value must be between 1 and 30 seconds",
                #"webhooks[0].clientConfig.url: Invalid value: "http://example.com": 'https' is the only allowed URL scheme"#,
            ])
    }
}
