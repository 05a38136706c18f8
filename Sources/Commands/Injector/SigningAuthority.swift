import Kubernetes
import Serving

/// A file of `create-cert`, or a key of its Secret.
struct CertificateFile {
    let name: String
    let text: String

    /// Whoever has this one can be anybody; no Secret for a server contains it.
    static let authorityKey = "ca-key.pem"
}

/// The authority that signs a webhook's certificate: the user's, or a new one.
struct SigningAuthority {
    /// Paths of the user's; both or none.
    let certificate: String?
    let key: String?
    /// For how many days its certificates are good.
    let days: Int64

    private static let name = "istioctl injector authority"
    /// Bytes of a common name (X.520); the names that count are elsewhere.
    private static let longestName = 64
    /// Of a new authority; longer if its certificates are.
    private static let ownDays: Int64 = 3_650
    private static let secondsOfDay: Int64 = 86_400
    private static let sizeLimit = 1 << 20

    /// A certificate for a server, its key, the authority, and the key of an authority that is new.
    func files(for names: ServerNames, _ world: World) throws -> [CertificateFile] {
        let now = world.now()
        let given = try given(world)
        let authority =
            try given
            ?? CertificateAuthority(
                named: Self.name, now: now, lifetime: max(days, Self.ownDays) * Self.secondsOfDay)
        if !authority.isGood(at: now + days * Self.secondsOfDay) {
            world.warn("the authority ends before the certificate does")
        }
        let subject = names.hosts.last { $0.utf8.count <= Self.longestName && $0.hasSuffix(".svc") }
        let pair = try authority.certificate(
            named: subject ?? "istioctl injector", names, now: now, lifetime: days * Self.secondsOfDay)
        let files = [
            CertificateFile(name: InjectorDefaults.certificate, text: pair.certificatePEM),
            CertificateFile(name: InjectorDefaults.key, text: pair.keyPEM),
            CertificateFile(name: InjectorDefaults.authority, text: authority.certificatePEM),
        ]
        guard given == nil else { return files }
        return files + [CertificateFile(name: CertificateFile.authorityKey, text: authority.keyPEM)]
    }

    private func given(_ world: World) throws(Failure) -> CertificateAuthority? {
        guard let certificate, let key else { return nil }
        let texts = (try read(certificate, world), try read(key, world))
        guard let authority = CertificateAuthority(certificatePEM: texts.0, keyPEM: texts.1) else {
            throw Failure(
                "\(certificate) and \(key) are not the certificate of an authority and its key, in PEM",
                code: .badInput)
        }
        return authority
    }

    private func read(_ path: String, _ world: World) throws(Failure) -> [UInt8] {
        do throws(FileError) {
            return try world.environment.files.read(path, limit: Self.sizeLimit)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
    }
}
