import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Analysis

/// A reference is found, missing, or cannot be known from what the input shows.
@Suite struct CoverageTests {
    private func result(_ text: String, _ coverage: MeshSnapshot.Coverage) -> Analysis.Result {
        let input = MeshInput([Source(name: "mesh.yaml", text)])
        return Analysis.run(MeshSnapshot(input.objects + MeshObject.assumedGateway, coverage: coverage))
    }

    private let route = """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: books}
        spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}}]}]}
        ---

        """

    private let otherService = """
        apiVersion: v1
        kind: Service
        metadata: {name: ratings, namespace: books}
        spec: {ports: [{name: http, port: 80}]}
        """

    @Test func aServiceThatOnlyTheClusterCouldHaveIsNotKnown() {
        let result = result(route, .files)
        #expect(result.findings.isEmpty)
        #expect(result.unresolved.map(\.reference) == [#"host "reviews""#])
    }

    @Test func aServiceIsMissingWhereFilesHoldOthersOfItsNamespace() {
        let result = result(route + otherService, .files)
        #expect(result.findings.map(\.code.name) == ["IST0101"])
        #expect(result.unresolved.isEmpty)
    }

    @Test func aServiceIsMissingFromAClusterThatWasRead() {
        #expect(result(route, .cluster(unreadable: [])).findings.map(\.code.name) == ["IST0101"])
    }

    @Test func aKindThatMayNotBeReadIsNotKnown() {
        let result = result(route, .cluster(unreadable: [.service]))
        #expect(result.findings.isEmpty && result.unresolved.count == 1)
    }

    @Test func istiosOwnKindsAreAllInTheFiles() {
        let text = route.replacing("hosts: [reviews]", with: "hosts: [reviews.com], gateways: [absent]")
        #expect(result(text, .files).findings.map(\.code.name) == ["IST0101", "IST0132"])
    }

    @Test func deploymentsInFilesStandForTheirPods() {
        let sidecar = """
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: a, namespace: books}
            spec: {workloadSelector: {labels: {app: reviews}}, egress: [{hosts: ["*/*"]}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: reviews, namespace: books}
            spec: {template: {metadata: {labels: {app: reviews}}}}
            """
        #expect(result(sidecar, .files).findings.isEmpty)
        #expect(result(sidecar, .everything).findings.map(\.code.name) == ["IST0101"])
    }

    @Test func findingsOfValidationAreAmongThoseOfAnalysis() {
        let text = route.replacing("host: reviews}", with: "host: reviews, subste: v1}")
        let finding = result(text, .files).findings.first
        #expect(finding?.code.name == "IST0106" && finding?.rule?.name == "unknown-field")
        #expect(finding?.subject?.description == "VirtualService books/reviews")
    }

    @Test func systemNamespacesAreLeftOut() {
        let text = otherService.replacing("namespace: books", with: "namespace: kube-system")
        #expect(MeshInput([Source(name: "a.yaml", text)]).withoutSystem.objects.isEmpty)
    }
}
