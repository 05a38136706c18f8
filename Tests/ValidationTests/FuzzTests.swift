import TestSupport
import Testing
import YAML

@testable import Validation

/// Whatever the bytes are, the check ends with findings or without, and never with a trap.
@Suite struct FuzzTests {
    static let rules = [
        """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: a, labels: {x: "1"}}
        spec:
          destination: {name: reviews, labels: {version: v1}}
          match: {request: {headers: {uri: {prefix: /a}, cookie: {regex: "^(.*?;)?$"}}}}
          route: [{labels: {version: v1}, weight: 90}, {labels: {version: v2}, weight: 10}]
          httpReqTimeout: {simpleTimeout: {timeout: 1.5s}}
          httpFault: {abort: {percent: 50, httpStatus: 500}, delay: {percent: 1.5, fixedDelay: 7s}}
        """,
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a}
        spec:
          hosts: [reviews, "*.example.com"]
          http:
          - match: [{uri: {regex: "a+b"}, port: 80, withoutHeaders: {x: {exact: y}}}]
            route: [{destination: {host: reviews, subset: v1, port: {number: 9080}}, weight: 100}]
            retries: {attempts: 3, perTryTimeout: 2s, retryOn: 5xx}
            corsPolicy: {allowOrigins: [{exact: a}], maxAge: 24h}
          tls: [{match: [{sniHosts: [a.com]}], route: [{destination: {host: a}}]}]
        """,
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: Gateway
        metadata: {name: a}
        spec: {servers: [{port: {number: 443, name: tls, protocol: TLS}, hosts: ["ns/*.a.com"], tls: {mode: MUTUAL}}]}
        """,
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: a}
        spec:
          host: a
          trafficPolicy:
            outlierDetection: {interval: 1s}
            loadBalancer: {consistentHash: {ringHash: {}, useSourceIp: true}}
          subsets: [{name: v1, labels: {version: v1}}]
        """,
        "apiVersion: v1\nkind: List\nitems: [{kind: EgressRule, spec: {destination: {service: 1.2.3.0/24}, ports: [{port: 1}]}}]",
        "kind: Policy\nspec: {targets: [{name: a, ports: [{number: 1}]}], peers: [{mtls: null}, {jwt: {issuer: x}}]}",
    ]

    static let words = [
        "null", "-1", "9223372036854775808", "1e400", "[", "{}", "{a: b}", "~", "\"\"", "0.0.0.0/0", "1h",
        "-5ms", "*", "..",
        "\u{1F600}", "spec", "route", "&a", "*a", "<<: ",
    ]

    @Test func everyInputIsJudged() {
        var mutator = Mutator(seed: 20_180_401, texts: Self.rules, words: Self.words)
        for _ in 0..<Mutator.inputs(3_000) {
            let source = Source(name: "fuzz", text: mutator.next())
            let verdicts = YAMLReader.map(source) { Validation.check($0) }
            // Nothing that was refused may look right.
            for item in verdicts.flatMap(\.items) where item.outcome == .valid {
                #expect(!item.diagnostics.contains { $0.severity == .error })
            }
        }
    }
}
