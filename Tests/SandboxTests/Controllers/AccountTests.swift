import Kubernetes
import Testing
import YAML

@testable import Sandbox

@Suite(.timeLimit(.minutes(5))) struct AccountTests {
    private static let claims = AccountTokens.Claims(
        namespace: "default", account: "ann", accountUID: "1", audiences: [AccountTokens.issuer],
        expires: 2_000)

    @Test func aTokenSaysWhoseItIs() throws {
        let tokens = AccountTokens()
        let token = try tokens.token(for: Self.claims, now: 1_000)
        #expect(tokens.claims(in: token, now: 1_500) == Self.claims)
    }

    @Test func oldForeignAndSpoiledTokensSayNothing() throws {
        let tokens = AccountTokens()
        let token = try tokens.token(for: Self.claims, now: 1_000)
        #expect(tokens.claims(in: token, now: 2_000) == nil)
        #expect(AccountTokens().claims(in: token, now: 1_500) == nil)
        var parts = token.split(separator: ".").map(String.init)
        parts[1] = Base64URL.encode(Array(#"{"iss":"\#(AccountTokens.issuer)","sub":"root"}"#.utf8))
        #expect(tokens.claims(in: parts.joined(separator: "."), now: 1_500) == nil)
        for text in ["", ".", "..", "a.b.c", token + ".", String(token.dropLast())] {
            #expect(tokens.claims(in: text, now: 1_500) == nil)
        }
    }

    @Test func everyNamespaceHasAnAccountAndTheCertificate() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            let client = world.client
            try await client.create(
                .namespaces,
                ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "books"]])
            try await Controlled.eventually {
                try client.get(.serviceAccounts, "books", "default") != nil
                    && client.get(.configMaps, "books", "kube-root-ca.crt")?[["data", "ca.crt"]]
                        == "authority"
            }
            // What is taken away comes back.
            try await client.delete(.serviceAccounts, "books", "default")
            try await Controlled.eventually { try client.get(.serviceAccounts, "books", "default") != nil }
        }
    }

    @Test func aTokenEndsWithItsAccount() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            let account = try await Controlled.eventually {
                try world.client.get(.serviceAccounts, "default", "default")
            }
            let path = "/api/v1/namespaces/default/serviceaccounts/default/token"
            let request = APIRequest(method: "POST", target: path, body: Array("{}".utf8))
            let response = await world.api.respond(to: request)
            guard case .bytes(let bytes) = response.body else { return }
            let token = try JSONReader.node(bytes)[["status", "token"]]?.string ?? ""
            #expect(response.status == 201)
            #expect(world.api.account(of: token)?.accountUID == account.uid)
            try await world.client.delete(.serviceAccounts, "default", "default")
            #expect(world.api.account(of: token) == nil)
        }
    }

    @Test func secretsForAccountsAreFilled() async throws {
        try await Controlled.with { (world: Controlled) async throws in
            try await world.client.create(
                .secrets,
                [
                    "apiVersion": "v1", "kind": "Secret", "type": "kubernetes.io/service-account-token",
                    "metadata": [
                        "name": "ann", "namespace": "default",
                        "annotations": ["kubernetes.io/service-account.name": "default"],
                    ],
                ])
            let secret = try await Controlled.eventually {
                let secret = try world.client.get(.secrets, "default", "ann")
                return secret?[["data", "token"]] == nil ? nil : secret
            }
            let token = Base64.decode(secret[["data", "token"]]?.string ?? "") ?? []
            #expect(world.api.account(of: String(decoding: token, as: UTF8.self))?.account == "default")
        }
    }
}
