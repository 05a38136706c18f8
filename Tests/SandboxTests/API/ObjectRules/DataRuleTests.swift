import Testing

@testable import Sandbox

@Suite struct DataRuleTests {
    private static let maps = "/api/v1/namespaces/default/configmaps"
    private static let secrets = "/api/v1/namespaces/default/secrets"

    @Test func keysAreNamesOfFiles() async throws {
        let refusals = try await Refusals()
        let causes = try await refusals.causes(
            Self.maps, "metadata: {name: a}\ndata: {\"a b\": x, ok.txt: z}")
        #expect(causes.count == 1)
        #expect(
            causes.first?.hasPrefix(#"data[a b]: Invalid value: "a b": a valid config key"#) == true,
            "\(causes)")
        let twice = "metadata: {name: a}\ndata: {k: x}\nbinaryData: {k: eA==}"
        #expect(
            try await refusals.causes(Self.maps, twice) == [
                #"data: Invalid value: "k": duplicate of key present in binaryData"#
            ])
    }

    @Test func oneMebibyteIsTheMost() async throws {
        let refusals = try await Refusals()
        let text = String(repeating: "x", count: 1024 * 1024)
        #expect(try await refusals.causes(Self.maps, "metadata: {name: a}\ndata: {k: \(text)}") == [])
        #expect(
            try await refusals.causes(Self.maps, "metadata: {name: b}\ndata: {k: \(text)x}") == [
                "data: Too long: may not be more than 1048576 bytes"
            ])
    }

    @Test func whatIsMadeImmutableStays() async throws {
        let refusals = try await Refusals()
        #expect(
            try await refusals.causes(Self.maps, "metadata: {name: a}\nimmutable: true\ndata: {k: x}") == [])
        #expect(
            try await refusals.causes(ofChanging: Self.maps + "/a", "data: {k: z}") == [
                "data: Forbidden: field is immutable when `immutable` is set"
            ])
        #expect(
            try await refusals.causes(ofChanging: Self.maps + "/a", "immutable: false") == [
                "immutable: Forbidden: field is immutable when `immutable` is set"
            ])
        let labels = "metadata: {labels: {a: b}}"
        #expect(try await refusals.causes(ofChanging: Self.maps + "/a", labels) == [])
    }

    @Test(arguments: [
        ("kubernetes.io/tls", "{tls.crt: eA==}", ["data[tls.key]: Required value"]),
        ("kubernetes.io/dockerconfigjson", "{}", ["data[.dockerconfigjson]: Required value"]),
        ("kubernetes.io/basic-auth", "{username: eA==}", []),
        (
            "kubernetes.io/service-account-token", "{}",
            ["metadata.annotations[kubernetes.io/service-account.name]: Required value"]
        ),
        ("example.com/own", "{}", []),
    ]) func knownTypesOfSecretsHaveTheirKeys(type: String, data: String, problems: [String]) async throws {
        let text = "metadata: {name: a}\ntype: \(type)\ndata: \(data)"
        #expect(try await Refusals().causes(Self.secrets, text) == problems)
    }

    @Test func theTypeOfASecretStays() async throws {
        let refusals = try await Refusals()
        #expect(try await refusals.causes(Self.secrets, "metadata: {name: a}\nstringData: {k: x}") == [])
        #expect(
            try await refusals.causes(ofChanging: Self.secrets + "/a", "type: example.com/own") == [
                #"type: Invalid value: "example.com/own": field is immutable"#
            ])
        let read = try await refusals.api.ask("GET", Self.secrets + "/a").body
        #expect(read["data"] == ["k": "eA=="] && read["stringData"] == nil && read["type"] == "Opaque")
    }
}
