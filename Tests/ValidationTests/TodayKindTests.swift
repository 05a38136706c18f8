import Diagnostics
import Testing
import YAML

@testable import Validation

/// What today's kinds are held to, each rule by a telling case; the marks show where findings stand.
@Suite struct TodayKindTests {
    @Test func portsOfServiceEntriesAreUnique() {
        expectErrors(
            today(
                "networking", "ServiceEntry",
                """
                {hosts: [a.com], resolution: DNS, ports: [{number: 80, name: http}, \
                {number: 2️⃣80, name: 1️⃣http}]}
                """), "already taken", "already defined")
    }

    @Test func endpointsUsePortsOfTheirService() {
        expectErrors(
            today(
                "networking", "ServiceEntry",
                """
                {hosts: [a.com], resolution: STATIC, ports: [{number: 80, name: http}], \
                endpoints: [{address: 1.2.3.4, ports: {1️⃣htp: 8080}}]}
                """), "no port of the service is called \"htp\"")
    }

    @Test func workloadsNeedAnAddressOrANetwork() {
        expectErrors(today("networking", "WorkloadEntry", "1️⃣{}"), "needs an address")
        #expect(!verdict(today("networking", "WorkloadEntry", "{network: a}")).hasErrors)
    }

    /// `.` and the name of the own namespace are the same place, and only there may authorities come from.
    @Test func theOwnNamespaceIsKnown() {
        func own(_ spec: String) -> String {
            "apiVersion: networking.istio.io/v1\nkind: DestinationRule\n"
                + "metadata: {name: a, namespace: books}\nspec: {host: a, \(spec)}\n"
        }
        expectErrors(own("exportTo: [., 1️⃣books]"), "duplicate entries in exportTo")
        expectErrors(own("exportTo: [., 1️⃣.]"), "duplicate entries")
        #expect(!verdict(own("exportTo: [., films]")).hasErrors)
        let selector = "workloadSelector: {matchLabels: {a: b}}"
        #expect(!verdict(own("\(selector), exportTo: [books]")).hasErrors)
        expectErrors(own("\(selector), exportTo: [1️⃣films]"), "beyond current namespace")
        func tls(_ name: String) -> String {
            own("trafficPolicy: {tls: {mode: SIMPLE, credentialName: \(name)}}")
        }
        #expect(!verdict(tls("configmap://books/ca")).hasErrors)
        expectErrors(tls("1️⃣configmap://films/ca"), "must be in the namespace of the rule")
        expectErrors(tls("1️⃣configmap://"), "does not name a ConfigMap")
    }

    @Test func probesSayHowToProbe() {
        expectErrors(
            today("networking", "WorkloadGroup", "{template: {}, probe: 1️⃣{}}"), "does not say how")
    }

    @Test func hostsOfSidecarsHaveNamespaces() {
        expectErrors(
            today("networking", "Sidecar", "{egress: [{hosts: [./a.com, 1️⃣b.com]}]}"), "lacks its namespace")
    }

    @Test func theListenerWithoutAPortComesLast() {
        expectErrors(
            today(
                "networking", "Sidecar",
                "{egress: [1️⃣{hosts: ['*/*']}, {port: {number: 80, protocol: HTTP}, hosts: ['*/*']}]}"),
            "must come last")
    }

    @Test func denyingNothingIsMeaningless() {
        expectErrors(today("security", "AuthorizationPolicy", "1️⃣{action: DENY}"), "never happens")
    }

    @Test func conditionsNameKnownAttributes() {
        expectErrors(
            today(
                "security", "AuthorizationPolicy", "{rules: [{when: [{key: 1️⃣source.ips, values: [a]}]}]}"),
            "is not known")
    }

    @Test func denyingHTTPDeniesStreams() {
        let spec = "{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}"
        let findings = verdict(today("security", "AuthorizationPolicy", spec)).diagnostics
        #expect(findings.map(\.code) == [.unusedValue])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test func portsOfPeersNeedASelector() {
        expectErrors(
            today("security", "PeerAuthentication", "{portLevelMtls: 1️⃣{'80': {mode: STRICT}}}"),
            "needs a selector")
    }

    @Test func policiesAreAttachedToKnownKinds() {
        expectErrors(
            today("security", "RequestAuthentication", "{targetRef: {kind: 1️⃣Pod, name: a}}"),
            "cannot be attached to Pod")
    }

    @Test func filtersOfLogsFollowTheGrammar() {
        #expect(
            CEL.problem(with: #"a.b['c'] >= 1.5e3 && !f(x, "y") ? [1, 2] == {k: v} : d.e(g) in h"#) == nil)
        #expect(CEL.problem(with: "has(a.b) || r'\\' == '''it's'''") == nil)
        for wrong in ["", "a >=", "(a", "a b", "'a", "a.1", "a ? b", "#", "[a", "{a}"] {
            #expect(CEL.problem(with: wrong) != nil, "\(wrong)")
        }
        #expect(CEL.problem(with: String(repeating: "(", count: 100_000)) != nil)
    }

    @Test func extensionsHoldOneFilter() {
        expectErrors(
            "apiVersion: extensions.istio.io/v1alpha1\nkind: TrafficExtension\nmetadata: {name: a}\n"
                + "spec: 1️⃣{}\n",
            "holds no filter")
    }

    @Test func laterRoutesAreReached() {
        let route = "route: [{destination: {host: a}}]"
        func codes(_ first: String, _ second: String) -> [Code] {
            let spec = "{hosts: [a], http: [{match: [\(first)], \(route)}, {match: [\(second)], \(route)}]}"
            return verdict(today("networking", "VirtualService", spec)).diagnostics.map(\.code)
        }
        #expect(codes("{uri: {prefix: /a}}", "{uri: {prefix: /a/b}}") == [.ineffectiveMatch])
        #expect(codes("{uri: {prefix: /a/b}}", "{uri: {prefix: /a}}") == [])
        #expect(codes("{uri: {prefix: /a}, port: 80}", "{uri: {prefix: /a}}") == [])
    }

    @Test func servicesTellWhatIsSpoken() {
        let service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{name: web}]}\n"
        #expect(!verdict(service).hasErrors)
        let document = YAMLReader.documents(in: Source(name: "service.yaml", service))[0]
        let strict = Validation.check(document, ValidationOptions(checksServices: true))
        #expect(strict.diagnostics.map(\.code) == [.invalidName])
    }

    private func today(_ group: String, _ kind: String, _ spec: String) -> String {
        "apiVersion: \(group).istio.io/v1\nkind: \(kind)\nmetadata: {name: a}\nspec: \(spec)\n"
    }
}
