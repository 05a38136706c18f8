import Crypto
import Kubernetes
import YAML

/// The tokens of ServiceAccounts: JSON Web Tokens (RFC 7519) that the sandbox signs with a key of its own
/// (ES256) and knows again.
struct AccountTokens: Sendable {
    static let issuer = "https://kubernetes.default.svc.cluster.local"
    /// Bounds on how long a token may be good, in seconds; what is asked for beyond them becomes the bound.
    static let lifetimes: ClosedRange<Int64> = 600...(1 << 32)

    private let key: P256.Signing.PrivateKey

    /// Whose a token is.
    struct Claims: Sendable, Equatable {
        var namespace: String
        var account: String
        /// The identifier of the account: another of the same name has other tokens.
        var accountUID: String
        var audiences: [String]
        /// In seconds since 1970; tokens in Secrets never end.
        var expires: Int64?
        /// What the token ends with, such as a pod: its kind, name and identifier.
        var bound: Bound?

        struct Bound: Sendable, Equatable {
            var kind: String
            var name: String
            var uid: String
        }

        var username: String { "system:serviceaccount:\(namespace):\(account)" }

        /// As TokenReview and AdmissionReview show a user.
        var user: Node {
            [
                "username": Node(username), "uid": Node(accountUID),
                "groups": [
                    "system:serviceaccounts", Node("system:serviceaccounts:\(namespace)"),
                    "system:authenticated",
                ],
            ]
        }
    }

    /// A key that nobody keeps.
    init() { key = P256.Signing.PrivateKey() }

    /// The key of a data directory, made where it is missing.
    init(_ directory: SandboxDirectory) throws {
        if let pem = try? PrivateFile.read(directory.accountsKey, limit: 64 << 10),
            let key = try? P256.Signing.PrivateKey(pemRepresentation: String(decoding: pem, as: UTF8.self))
        {
            self.key = key
            return
        }
        key = P256.Signing.PrivateKey()
        try PrivateFile.write(key.pemRepresentation + "\n", to: directory.accountsKey)
    }

    func token(for claims: Claims, now: Int64 = Timestamp.now()) throws -> String {
        var inner: Node = [
            "namespace": Node(claims.namespace),
            "serviceaccount": ["name": Node(claims.account), "uid": Node(claims.accountUID)],
        ]
        if let bound = claims.bound {
            inner.set(bound.kind.lowercased(), ["name": Node(bound.name), "uid": Node(bound.uid)])
        }
        var body: Node = [
            "iss": Node(Self.issuer), "sub": Node(claims.username),
            "aud": Node(claims.audiences.map { Node($0) }), "iat": Node(now), "nbf": Node(now),
            "jti": Node(ObjectNames.uid()), "kubernetes.io": inner,
        ]
        if let expires = claims.expires { body.set("exp", Node(expires)) }
        let head: Node = ["alg": "ES256", "typ": "JWT", "kid": Node(keyID)]
        let text = [head, body].map { Base64URL.encode(JSONWriter.bytes($0)) }.joined(separator: ".")
        let signature = try key.signature(for: Array(text.utf8))
        return text + "." + Base64URL.encode(Array(signature.rawRepresentation))
    }

    /// What a token says; nil for one that was not signed here, or is no longer good.
    func claims(in token: String, now: Int64 = Timestamp.now()) -> Claims? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, token.utf8.count < 16 << 10, let signed = Base64URL.decode(parts[2]),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signed),
            key.publicKey.isValidSignature(signature, for: Array("\(parts[0]).\(parts[1])".utf8)),
            let body = Base64URL.decode(parts[1]).flatMap({ try? JSONReader.node($0) }),
            body["iss"]?.string == Self.issuer, body["nbf"]?.int ?? 0 <= now + 60
        else { return nil }
        let expires = body["exp"]?.int
        if let expires, expires <= now { return nil }
        let inner = body["kubernetes.io"]
        var bound: Claims.Bound?
        for kind in ["Pod", "Secret"] {
            guard let named = inner?[kind.lowercased()] else { continue }
            bound = .init(kind: kind, name: named["name"]?.string ?? "", uid: named["uid"]?.string ?? "")
        }
        return Claims(
            namespace: inner?["namespace"]?.string ?? "",
            account: inner?[["serviceaccount", "name"]]?.string ?? "",
            accountUID: inner?[["serviceaccount", "uid"]]?.string ?? "",
            audiences: body["aud"]?.list?.compactMap(\.string) ?? [], expires: expires, bound: bound)
    }

    // MARK: The public key, with which others know tokens again

    private var point: (x: [UInt8], y: [UInt8]) {
        let raw = Array(key.publicKey.rawRepresentation)
        return (Array(raw.prefix(32)), Array(raw.suffix(32)))
    }

    private var keyID: String {
        Base64URL.encode(Array(SHA256.hash(data: key.publicKey.rawRepresentation)))
    }

    /// The document at `/openid/v1/jwks` (RFC 7517).
    var keySet: Node {
        [
            "keys": [
                [
                    "kty": "EC", "use": "sig", "alg": "ES256", "crv": "P-256", "kid": Node(keyID),
                    "x": Node(Base64URL.encode(point.x)), "y": Node(Base64URL.encode(point.y)),
                ]
            ]
        ]
    }

    /// The document at `/.well-known/openid-configuration`.
    static let discovery: Node = [
        "issuer": Node(issuer), "jwks_uri": Node(issuer + "/openid/v1/jwks"),
        "response_types_supported": ["id_token"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    ]
}

/// RFC 4648 base64url without padding, as tokens are written.
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        String(
            Base64.encode(bytes).filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }

    static func decode(_ text: Substring) -> [UInt8]? {
        guard !text.contains(where: { "+/=\r\n".contains($0) }) else { return nil }
        let plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        return Base64.decode(plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
