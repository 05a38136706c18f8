import TestSupport
import Testing
import Validation
import YAML

@testable import Conversion

/// Whatever validates can be converted to other projects' objects, and these keep to their rules.
@Suite struct TargetPropertyTests {
    private static let fragments = [
        "match: [{uri: {prefix: /api/}}, {uri: {regex: '/v[0-9]+'}}]",
        "match: [{uri: {exact: /x}, queryParams: {q: {exact: '1'}}}]", "match: [{method: {exact: GET}}]",
        "match: [{withoutHeaders: {a: {exact: b}}}]", "match: [{uri: {prefix: /A}, ignoreUriCase: true}]",
        "timeout: 90s", "timeout: 1500ms",
        "retries: {attempts: 2, perTryTimeout: 1s, retryOn: gateway-error}",
        "fault: {delay: {fixedDelay: 1s, percentage: {value: 10}}}", "rewrite: {uri: /new, authority: x.com}",
        "mirror: {host: copies}", "corsPolicy: {allowOrigins: [{exact: 'https://x.com'}]}",
        "headers: {response: {add: {a: b}, remove: [c]}}", "name: some-rule",
        "mirrors: [{destination: {host: copies.shop.svc.cluster.local}, percentage: {value: 12.5}}]",
    ]
    private static let targets = [
        "route: [{destination: {host: reviews}}]", "redirect: {uri: /there, authority: other.example.com}",
        "route: [{destination: {host: a, subset: v1}, weight: 10}, {destination: {host: b}, weight: 90}]",
        "route: [{destination: {host: www.example.com, port: {number: 443}}}]",
        "directResponse: {status: 503, body: {string: no}}",
    ]

    private static func text(_ random: inout Seeded) -> String {
        let rules = (0...random.below(24)).map { _ -> String in
            var parts = [random.pick(targets)]
            for _ in 0..<random.below(4) {
                let part = random.pick(fragments)
                let key = part.prefix { $0 != ":" }
                if !parts.contains(where: { $0.hasPrefix(key) }) { parts.append(part) }
            }
            return "{\(parts.joined(separator: ", "))}"
        }
        let hosts = random.pick(["[reviews]", "[shop.example.com]", "['*']", "['*.example.com', reviews]"])
        let gateways = random.pick(["[mesh]", "[edge]", "[edge, mesh]", "[infra/edge]"])
        return """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: books}
            spec: {hosts: \(hosts), gateways: \(gateways), http: [\(rules.joined(separator: ", "))]}
            """
    }

    @Test(arguments: [ConversionTarget.gatewayAPI, .linkerd])
    func whatIsEmittedKeepsToTheRules(target: ConversionTarget) {
        var random = Seeded(11)
        var converted = 0
        for _ in 0..<Mutator.inputs(300) {
            let text = Self.text(&random)
            let documents = YAMLReader.documents(in: Source(name: "mesh.yaml", text))
            let result = Conversion.convert(documents, to: target)
            if result.diagnostics.hasErrors { continue }
            converted += 1
            for object in result.objects {
                #expect(GatewayAPIRules.problem(with: object) == nil, "\(text)")
            }
            let silent = result.outcomes.filter { $0.fate == .dropped(Ledger.unexplained) }
            #expect(silent.isEmpty, "\(silent.map(\.path)) of \(text)")
        }
        #expect(converted > 20)
    }
}
