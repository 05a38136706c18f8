import ArgumentParser
import Kubernetes
import Serving
import Validation
import YAML

/// `istioctl injector create-cert`: what the webhook shows of itself to API servers.
struct InjectorCreateCert: Verb {
    static let configuration = CommandConfiguration(
        commandName: "create-cert", abstract: "Make the certificate that the injection webhook serves with.",
        discussion: """
            An authority is made, or taken from --ca-cert and --ca-key, and signs a certificate for the \
            names of the webhook's service. With --csr the cluster signs it, which needs the right to \
            approve CertificateSigningRequests. The Secret is printed; with --out-dir there are files, \
            readable by their owner alone.

            Examples:
              istioctl injector create-cert | kubectl apply -f -
              istioctl injector create-cert --service injector -n mesh --out-dir certs
              istioctl injector create-cert --csr | kubectl apply -f -
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "Service in front of the webhook.") var service = InjectorDefaults.service
    @Option(help: "Name of the Secret to print.") var secret = InjectorDefaults.secret
    @Option(help: "Directory for files in place of a Secret.", completion: .directory) var outDir: String?
    @Option(help: "For how many days the certificate is good.") var days: Int64 = 365
    @Option(help: "Further name or address that the certificate is good for; may be repeated.")
    var name: [String] = []
    @Option(help: "Certificate of an authority to sign with.", completion: .file()) var caCert: String?
    @Option(help: "Private key of that authority.", completion: .file()) var caKey: String?
    @Flag(help: "Let the cluster sign: create a CertificateSigningRequest, approve it, wait for it.")
    var csr = false
    @Option(help: "Who signs a CertificateSigningRequest.") var signer = ClusterSigning.servingSigner
    @Option(help: "How long to wait for that.") var timeout = TimeSpan(.seconds(30))

    /// A hundred years.
    private static let maximumDays: Int64 = 36_500

    func run(in world: World) async throws {
        guard (1...Self.maximumDays).contains(days) else {
            throw Failure.usage("--days \(days) is not in 1..\(Self.maximumDays)")
        }
        guard (caCert == nil) == (caKey == nil) else {
            throw Failure.usage("--ca-cert and --ca-key belong together")
        }
        guard !csr || caCert == nil else { throw Failure.usage("--csr and --ca-cert exclude each other") }
        let namespace = global.connection.namespace ?? world.controlPlaneNamespace(global)
        let names = try serverNames(namespace)
        var files =
            csr ? try await signed(names, namespace, world) : try signingAuthority.files(for: names, world)
        if let outDir {
            try write(files, to: outDir, world)
        } else {
            files.removeAll { $0.name == CertificateFile.authorityKey }
            world.output.write(YAMLWriter.text(manifest(files, namespace)))
        }
    }

    private var signingAuthority: SigningAuthority {
        SigningAuthority(certificate: caCert, key: caKey, days: days)
    }

    private func serverNames(_ namespace: String) throws(Failure) -> ServerNames {
        var hosts = ServerNames(service: service, namespace: namespace).hosts
        var addresses: [[UInt8]] = []
        for name in name {
            if let address = IPAddress(name) { addresses.append(address.bytes) } else { hosts.append(name) }
        }
        for host in hosts {
            let rest = host.hasPrefix("*.") ? String(host.dropFirst(2)) : host
            guard Name.isSubdomain(rest.lowercased()) else {
                throw Failure.usage("\"\(host)\" cannot be the name of a server")
            }
        }
        return ServerNames(hosts: hosts, addresses: addresses)
    }

    // MARK: The cluster's authority

    private func signed(_ names: ServerNames, _ namespace: String, _ world: World) async throws
        -> [CertificateFile]
    {
        let connection = try world.connect(global)
        let signing = ClusterSigning(
            cluster: connection.cluster, signer: signer, timeout: timeout.duration, days: days)
        let pair = try await signing.certificate(named: "\(service).\(namespace)", names)
        let files = [
            CertificateFile(name: InjectorDefaults.certificate, text: pair.certificatePEM),
            CertificateFile(name: InjectorDefaults.key, text: pair.keyPEM),
        ]
        guard let authority = connection.configuration.tls.certificateAuthority else { return files }
        return files + [
            CertificateFile(
                name: InjectorDefaults.authority, text: String(decoding: authority, as: UTF8.self))
        ]
    }

    // MARK: Results

    private func manifest(_ files: [CertificateFile], _ namespace: String) -> Node {
        [
            "apiVersion": "v1", "kind": "Secret",
            "metadata": ["name": Node(secret), "namespace": Node(namespace)], "type": "Opaque",
            "data": Node(files.map { Node.Entry($0.name, Node(Base64.encode(Array($0.text.utf8)))) }),
        ]
    }

    private func write(_ files: [CertificateFile], to directory: String, _ world: World) throws {
        for file in files {
            let path = "\(directory)/\(file.name)"
            do throws(FileError) {
                try world.environment.files.replace(path, with: Array(file.text.utf8))
            } catch {
                throw Failure("write \(path): \(error.reason)")
            }
            world.print(path)
        }
    }
}
