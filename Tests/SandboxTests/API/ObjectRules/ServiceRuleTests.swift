import Testing

@testable import Sandbox

@Suite struct ServiceRuleTests {
    private static let services = "/api/v1/namespaces/default/services"

    @Test(arguments: [
        "{ports: [{port: 80}]}", "{clusterIP: None}", "{type: ExternalName, externalName: example.com}",
        "{ports: [{name: a, port: 80, targetPort: http}, {name: b, port: 81}]}",
    ]) func sound(spec: String) async throws {
        let text = "metadata: {name: web}\nspec: \(spec)"
        #expect(try await Refusals().causes(Self.services, text) == [])
    }

    @Test(arguments: [
        ("{}", "spec.ports: Required value"),
        ("{ports: [{port: 80}, {name: b, port: 81}]}", "spec.ports[0].name: Required value"),
        ("{ports: [{name: a, port: 80}, {name: a, port: 81}]}", #"spec.ports[1].name: Duplicate value: "a""#),
        (
            "{ports: [{port: 70000}]}",
            "spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive"
        ),
        ("{ports: [{}]}", "spec.ports[0].port: Required value"),
        (
            "{type: Open, ports: [{port: 80}]}",
            #"spec.type: Unsupported value: "Open": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort""#
        ),
        ("{type: ExternalName}", "spec.externalName: Required value"),
        (
            "{clusterIP: here, ports: [{port: 80}]}",
            #"spec.clusterIP: Invalid value: "here": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"#
        ),
    ]) func unsound(spec: String, problem: String) async throws {
        let text = "metadata: {name: web}\nspec: \(spec)"
        let causes = try await Refusals().causes(Self.services, text)
        #expect(causes.first == problem)
    }

    @Test func namesBeginWithALetter() async throws {
        let causes = try await Refusals().causes(
            Self.services, "metadata: {name: 1web}\nspec: {ports: [{port: 80}]}")
        #expect(
            causes.first?.hasPrefix(#"metadata.name: Invalid value: "1web": a DNS-1035 label must"#) == true)
    }

    @Test func theAddressStays() async throws {
        let refusals = try await Refusals()
        let text = "metadata: {name: web}\nspec: {ports: [{port: 80}]}"
        #expect(try await refusals.causes(Self.services, text) == [])
        let path = Self.services + "/web"
        #expect(
            try await refusals.causes(ofChanging: path, "spec: {clusterIP: 127.64.9.9}") == [
                #"spec.clusterIP: Invalid value: "127.64.9.9": may not change once set"#
            ])
        #expect(try await refusals.causes(ofChanging: path, "spec: {selector: {app: web}}") == [])
    }
}
