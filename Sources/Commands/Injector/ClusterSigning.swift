import Kubernetes
import Serving
import YAML

/// A certificate that a cluster's own authority signs: a CertificateSigningRequest is created, approved, and
/// waited for.
struct ClusterSigning {
    /// Signs serving certificates of nodes; the one of Kubernetes' own signers that makes certificates for
    /// servers.
    static let servingSigner = "kubernetes.io/kubelet-serving"
    private static let pause = Duration.milliseconds(250)

    let cluster: any Cluster
    let signer: String
    let timeout: Duration
    let days: Int64

    /// `name` is that of the request, which takes the place of an older one.
    func certificate(named name: String, _ names: ServerNames) async throws -> CertificateAuthority.Pair {
        let isNode = signer == Self.servingSigner
        let host = names.hosts.count > 2 ? names.hosts[2] : name
        // This signer takes only requests that look like those of nodes.
        let request = try SigningRequest(
            named: isNode ? "system:node:\(host)" : host, organization: isNode ? "system:nodes" : nil, names)
        do {
            _ = try await cluster.delete(.signingRequests, namespace: nil, name: name, WriteOptions())
        } catch ClusterError.status(let status) where status.code == 404 {
            // There is no older one.
        }
        let created = try await create(name, request)
        try await approve(created, name)
        let certificate = try await wait(for: name)
        return CertificateAuthority.Pair(certificatePEM: certificate, keyPEM: request.keyPEM)
    }

    private func create(_ name: String, _ request: SigningRequest) async throws -> Node {
        do {
            return try await cluster.create(
                .signingRequests, namespace: nil, object(name, request), WriteOptions())
        } catch ClusterError.status(let status) where status.code == 404 {
            throw Failure(
                "the cluster has no CertificateSigningRequests of certificates.k8s.io/v1 (the sandbox has "
                    + "none, either); without --csr an authority of its own is made")
        }
    }

    private func object(_ name: String, _ request: SigningRequest) -> Node {
        [
            "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest",
            "metadata": ["name": Node(name)],
            "spec": [
                "request": Node(Base64.encode(Array(request.pem.utf8))), "signerName": Node(signer),
                "usages": ["digital signature", "key encipherment", "server auth"],
                "expirationSeconds": Node(days * 86_400),
            ],
        ]
    }

    private func approve(_ created: Node, _ name: String) async throws {
        let condition: Node = [
            "type": "Approved", "status": "True", "reason": "IstioctlApproved",
            "message": "Approved by istioctl injector create-cert.",
        ]
        var approved = created
        approved.set(path: ["status", "conditions"], [condition])
        var options = WriteOptions()
        options.subresource = "approval"
        _ = try await cluster.replace(.signingRequests, namespace: nil, name: name, approved, options)
    }

    private func wait(for name: String) async throws -> String {
        let end = ContinuousClock.now + timeout
        repeat {
            let status = try await cluster.get(.signingRequests, namespace: nil, name: name)["status"]
            if let text = status?["certificate"]?.string, let pem = Base64.decode(text) {
                return String(decoding: pem, as: UTF8.self)
            }
            for condition in status?["conditions"]?.list ?? [] {
                let type = condition["type"]?.string ?? ""
                guard type == "Failed" || type == "Denied" else { continue }
                let reason = condition["message"]?.string ?? condition["reason"]?.string ?? ""
                throw Failure("CertificateSigningRequest \(name) was \(type.lowercased()): \(reason)")
            }
            try await Task.sleep(for: Self.pause)
        } while ContinuousClock.now < end
        throw Failure(
            """
            CertificateSigningRequest \(name) was approved, but \(signer) has not signed it within \(timeout)
            Is there a signer of that name? Another can be named with --signer; without --csr an authority \
            of its own is made.
            """)
    }
}
