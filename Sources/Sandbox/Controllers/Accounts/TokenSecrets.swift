import Kubernetes
import YAML

/// Fills Secrets of type `kubernetes.io/service-account-token` with a token of the account that they name.
struct TokenSecrets: Controller {
    let name = "token-controller"
    let type = ResourceType.secrets
    let dependents = [ResourceType.serviceAccounts]
    let authorityPEM: String
    let tokens: AccountTokens

    private static let secretType = "kubernetes.io/service-account-token"
    private static let account = "kubernetes.io/service-account.name"
    private static let accountUID = "kubernetes.io/service-account.uid"

    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] {
        try client.list(.secrets, dependent.key.namespace)
            .filter {
                $0["type"]?.string == Self.secretType && $0.annotation(Self.account) == dependent.key.name
            }
            .map { key($0.namespace, $0.name) }
    }

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        guard var secret = try client.get(type, key.namespace, key.name), !secret.isEnding,
            secret["type"]?.string == Self.secretType, let name = secret.annotation(Self.account)
        else { return nil }
        let known = secret.annotation(Self.accountUID)
        guard let account = try client.get(.serviceAccounts, key.namespace, name) else {
            // Its account is gone, and the token with it.
            if known != nil { try await client.delete(type, key.namespace, key.name, uid: secret.uid) }
            return nil
        }
        guard known != account.uid || secret[["data", "token"]] == nil else { return nil }
        let token = try tokens.token(
            for: .init(
                namespace: key.namespace, account: name, accountUID: account.uid,
                audiences: [AccountTokens.issuer], expires: nil,
                bound: .init(kind: "Secret", name: secret.name, uid: secret.uid)))
        for (field, text) in [("token", token), ("ca.crt", authorityPEM), ("namespace", key.namespace)] {
            secret.set(path: ["data", field], Node(Base64.encode(Array(text.utf8))))
        }
        secret.set(path: ["metadata", "annotations", Self.accountUID], Node(account.uid))
        try await client.replace(type, secret)
        return nil
    }
}
