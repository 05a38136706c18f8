import FoundationEssentials
import Testing
import YAML

@testable import Sandbox

/// helm installs, upgrades, rolls back and removes a chart.
@Suite(.timeLimit(.minutes(2))) struct HelmTests {
    private static let files = [
        "Chart.yaml": "apiVersion: v2\nname: shop\nversion: 0.1.0\n",
        "values.yaml": "replicas: 1\nweight: 10\n",
        "templates/web.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: {{ .Release.Name }}-web}
        spec:
          replicas: {{ .Values.replicas }}
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: {{ .Release.Name }}-web}
        spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: {{ .Release.Name }}-web}
        spec:
          hosts: [{{ .Release.Name }}-web]
          http:
          - route:
            - {destination: {host: {{ .Release.Name }}-web}, weight: {{ .Values.weight }}}
            - {destination: {host: other}, weight: {{ sub 100 .Values.weight }}}
        """,
        "crds/boats.yaml": """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: boats.sea.example.org}
        spec:
          group: sea.example.org
          scope: Namespaced
          names: {plural: boats, kind: Boat}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """,
    ]

    @Test func aChartComesAndGoes() async throws {
        let helm = Stranger(name: "helm-4")
        guard helm.isThere else { return }
        try await Running.with(.standard) { sandbox in
            let chart = sandbox.directory.path + "/chart"
            for (name, text) in Self.files {
                let file = URL(filePath: "\(chart)/\(name)")
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            try await helm.must("install one \(chart)", sandbox)
            #expect(try await replicas(sandbox) == "1")
            try await helm.must("upgrade one \(chart) --set replicas=3,weight=50", sandbox)
            #expect(try await replicas(sandbox) == "3")
            try await helm.must("rollback one 1", sandbox)
            #expect(try await replicas(sandbox) == "1")
            #expect(try await helm.must("history one -o json", sandbox).contains("Rollback to 1"))
            let wrong = try await helm.run(["upgrade", "one", chart, "--set", "weight=-5"], sandbox)
            #expect(wrong.status == 1 && wrong.text.contains("denied the request"), "\(wrong.text)")
            try await helm.must("uninstall one", sandbox)
            let left = try await Stranger.kubectls[1].must("get all,virtualservices,secrets -o name", sandbox)
            #expect(left == "" || left.contains("No resources"), "\(left)")
        }
    }

    private func replicas(_ sandbox: Running) async throws -> String {
        try await Stranger.kubectls[1].must(
            "get deployment one-web -o jsonpath={.spec.replicas}", sandbox)
    }
}
