import Testing
import YAML

@testable import Injection

/// Streams of documents go through as they are, but for the workloads.
@Suite struct StreamInjectorTests {
    /// Adds a container to everything that is not in the namespace `left`.
    private struct Marker: PodInjector {
        let form = PodForm.own
        let webhook: (any PodInjection)? = nil

        func decide(_ pod: Node) -> InjectionDecision {
            pod[["metadata", "labels", "leave"]] == nil ? .inject : .skip(.disabled)
        }

        func inject(_ pod: Node, of workload: Workload) throws(InjectionError) -> Node {
            if workload.name == "broken" { throw InjectionError("no") }
            var pod = pod
            pod.append(["name": Node("\(workload.kind)-\(workload.name)")], to: ["spec", "containers"])
            return pod
        }
    }

    private static func inject(_ text: String) throws -> (text: String, reports: [StreamInjector.Report]) {
        let result = try StreamInjector(.inject(Marker())).inject(Source(name: "app.yaml", text))
        return (String(decoding: result.text, as: UTF8.self), result.reports)
    }

    static let untouched = [
        "kind: Service   # of ours\nmetadata: {name: a}\n", "# only words\n", "{\"kind\": \"ConfigMap\"}\n",
        "kind: Service\r\nmetadata: {name: a}\r\n", "kind: Deployment\napiVersion: example.org/v1\n",
        "apiVersion: v1\nkind: List\nitems:\n- null\n- {kind: Service}\n",
        "apiVersion: v1\nkind: Pod\nmetadata: {labels: {leave: here}}\n",
    ]

    @Test(arguments: untouched) func whatMakesNoPodsStaysByteForByte(_ document: String) throws {
        #expect(try Self.inject(document).text == document + "---\n")
        let twice = document + "---\n" + document
        #expect(try Self.inject(twice).text == twice + "---\n")
    }

    static let kinds = [
        ("v1", "ReplicationController"), ("apps/v1", "Deployment"), ("extensions/v1beta1", "DaemonSet"),
        ("apps/v1beta2", "StatefulSet"), ("apps/v1", "ReplicaSet"), ("batch/v1", "Job"),
        ("apps.openshift.io/v1", "DeploymentConfig"),
    ]

    @Test(arguments: kinds) func workloadsOfAllKindsAreFound(_ version: String, _ kind: String) throws {
        let (text, reports) = try Self.inject(
            """
            apiVersion: \(version)
            kind: \(kind)
            metadata: {name: a}
            spec: {template: {spec: {containers: [{name: own}]}}}
            """)
        #expect(text.contains("- name: own\n      - name: \(kind)-a\n"))
        #expect(reports.map(\.outcome) == [.injected])
    }

    @Test func cronJobsPodsAndListsToo() throws {
        let (text, reports) = try Self.inject(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: batch/v1, kind: CronJob, metadata: {name: c},
               spec: {jobTemplate: {spec: {template: {spec: {containers: []}}}}}}
            - {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}
            - {apiVersion: v1, kind: Service, metadata: {name: s}}
            """)
        #expect(text.contains("- name: CronJob-c\n") && text.contains("- name: Pod-p\n"))
        #expect(reports.map(\.outcome) == [.injected, .injected, .noPods])
    }

    static let broken = [
        ("kind: Pod\napiVersion: v1\n---\n\n a: [\n", "app.yaml:6:1: "),
        ("- 1\n", "the document: expected an object, found a list"),
        ("apiVersion: v1\nkind: List\nitems: [{}, 1]\n", "items[1]: expected an object"),
        ("apiVersion: v1\nkind: Pod\nmetadata: {name: broken, namespace: x}\n", "Pod \"x/broken\": no"),
        ("apiVersion: v1\nkind: ReplicationController\nmetadata: {name: r}\nspec: {}\n", "no pod template"),
    ]

    @Test(arguments: broken) func aComplaintSaysWhere(_ text: String, _ message: String) {
        let error = #expect(throws: InjectionError.self) { _ = try Self.inject(text) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "none")")
    }
}
