import Crypto
import CryptoExtras
import SwiftASN1
import X509

/// Sprig's functions for keys and certificates.
enum CertificateFunctions {
    static let all: [Function] =
        [
            Function("genPrivateKey", [.string], returns: .string) { arguments, evaluation in
                .string(try privateKey(arguments[0].text ?? "", evaluation.templates.surroundings.random))
            },
            Function("buildCustomCert", .string, .string, returns: type) { try custom($0) },
        ] + issuing("genCA", [.string, .int()], isAuthority: true)
        + issuing("genSelfSignedCert", [.string, .anyList, .anyList, .int()])
        + issuing("genSignedCert", [.string, .anyList, .anyList, .int(), type])

    private static let type = GoType.structure("sprig.certificate")

    private static func pair(_ certificate: String, _ key: String) -> Value {
        .structure(
            StructValue(
                "sprig.certificate", [.init("Cert", .string(certificate)), .init("Key", .string(key))]))
    }

    private static func privateKey(_ type: Text, _ random: (Int) -> [UInt8]) throws -> String {
        switch type.string {
        case "", "rsa": try PrivateKeyPEM.rsa(.bits4096)
        case "ecdsa": try PrivateKeyPEM.p256(random)
        case "ed25519": try PrivateKeyPEM.ed25519(random)
        case "dsa":
            throw FunctionError("keys of type dsa cannot be made here; there are rsa, ecdsa and ed25519")
        default: "Unknown type \(type)"
        }
    }

    /// A function that makes a key, and one that takes one as its last argument.
    private static func issuing(
        _ name: String, _ parameters: [GoType], isAuthority: Bool = false
    ) -> [Function] {
        [
            Function(name, parameters, returns: type) { arguments, evaluation in
                let request = try Request(arguments, isAuthority)
                return try issued(request, try PrivateKeyPEM.rsa(.bits2048), evaluation)
            },
            Function(name + "WithKey", parameters + [.string], returns: type) { arguments, evaluation in
                let request = try Request(Array(arguments.dropLast()), isAuthority)
                return try issued(request, arguments.last?.text?.string ?? "", evaluation)
            },
        ]
    }

    private static func issued(_ request: Request, _ keyPEM: String, _ evaluation: Evaluation) throws -> Value
    {
        let key: Certificate.PrivateKey
        do {
            key = try Certificate.PrivateKey(pemEncoded: keyPEM)
        } catch {
            throw FunctionError("parsing private key: \(error)")
        }
        let certificate = try request.certificate(key, evaluation.templates.surroundings)
        return pair(try certificate.serializeAsPEM().pemString + "\n", keyPEM)
    }

    /// A certificate and its key that the user has, in base64.
    private static func custom(_ arguments: [Value]) throws -> Value {
        guard let certificate = try? Base64.decode(arguments[0].text ?? "") else {
            throw FunctionError("unable to decode base64 certificate")
        }
        guard let key = try? Base64.decode(arguments[1].text ?? "") else {
            throw FunctionError("unable to decode base64 private key")
        }
        let texts = [certificate, key].map { String(decoding: $0, as: UTF8.self) }
        guard (try? PEMDocument(pemString: texts[0])) != nil else {
            throw FunctionError("unable to decode certificate")
        }
        do {
            _ = try Certificate(pemEncoded: texts[0])
        } catch {
            throw FunctionError("error parsing certificate: decodedCert.Bytes: \(error)")
        }
        do {
            _ = try Certificate.PrivateKey(pemEncoded: texts[1])
        } catch {
            throw FunctionError("error parsing private key: \(error)")
        }
        return pair(texts[0], texts[1])
    }
}

// MARK: Requests

extension CertificateFunctions {
    /// What a certificate is to say.
    private struct Request {
        private let name: String
        private var names: [GeneralName] = []
        private let days: Int64
        private let isAuthority: Bool
        /// The authority's certificate and key; nil for those who vouch for themselves.
        private var authority: (certificate: Certificate, key: Certificate.PrivateKey)?

        init(_ arguments: [Value], _ isAuthority: Bool) throws {
            name = arguments[0].text?.string ?? ""
            self.isAuthority = isAuthority
            days = arguments[isAuthority ? 1 : 3].integer
            if isAuthority { return }
            if arguments.count > 4 { authority = try Self.authority(arguments[4]) }
            names = try Self.hosts(arguments[2]).map { .dnsName($0) } + Self.addresses(arguments[1])
        }

        private static func authority(_ value: Value) throws -> (Certificate, Certificate.PrivateKey) {
            guard case .structure(let pair) = value, let certificate = pair["Cert"]?.text?.string,
                let key = pair["Key"]?.text?.string, (try? PEMDocument(pemString: certificate)) != nil
            else { throw FunctionError("unable to decode certificate") }
            do {
                return (try Certificate(pemEncoded: certificate), try Certificate.PrivateKey(pemEncoded: key))
            } catch {
                throw FunctionError("error parsing certificate: decodedSignerCert.Bytes: \(error)")
            }
        }

        private static func addresses(_ value: Value) throws(FunctionError) -> [GeneralName] {
            var names: [GeneralName] = []
            for item in value.list?.items ?? [] {
                guard let text = item.text else {
                    throw FunctionError("error parsing ip: \(Printer.text(of: item)) is not a string")
                }
                guard let address = IPAddress(text.string) else {
                    throw FunctionError("error parsing ip: \(text)")
                }
                names.append(.ipAddress(ASN1OctetString(contentBytes: address.bytes[...])))
            }
            return names
        }

        private static func hosts(_ value: Value) throws(FunctionError) -> [String] {
            var hosts: [String] = []
            for item in value.list?.items ?? [] {
                guard let text = item.text else {
                    let shown = Printer.text(of: item)
                    throw FunctionError("error processing alternate dns name: \(shown) is not a string")
                }
                hosts.append(text.string)
            }
            return hosts
        }

        func certificate(_ key: Certificate.PrivateKey, _ surroundings: Surroundings) throws -> Certificate {
            let subject = try DistinguishedName { CommonName(name) }
            let start = Double(surroundings.now.seconds)
            let end = start + Double(days) * 86400
            // Certificates have no more than four digits for the year.
            guard abs(end) < 253_402_300_800, abs(start) < 253_402_300_800 else {
                throw FunctionError("error creating certificate: cannot represent time as GeneralizedTime")
            }
            let signer = authority?.key ?? key
            return try Certificate(
                version: .v3, serialNumber: .init(bytes: surroundings.random(16)), publicKey: key.publicKey,
                notValidBefore: .init(timeIntervalSince1970: start),
                notValidAfter: .init(timeIntervalSince1970: end),
                issuer: authority?.certificate.subject ?? subject, subject: subject,
                extensions: try extensions(key), issuerPrivateKey: signer)
        }

        private func extensions(_ key: Certificate.PrivateKey) throws -> Certificate.Extensions {
            let issuerKey = try authority?.certificate.extensions.subjectKeyIdentifier?.keyIdentifier
            return try Certificate.Extensions {
                Critical(KeyUsage(digitalSignature: true, keyEncipherment: true, keyCertSign: isAuthority))
                try ExtendedKeyUsage([.serverAuth, .clientAuth])
                Critical(
                    isAuthority
                        ? BasicConstraints.isCertificateAuthority(maxPathLength: nil)
                        : .notCertificateAuthority)
                if isAuthority { SubjectKeyIdentifier(hash: key.publicKey) }
                if let issuerKey { AuthorityKeyIdentifier(keyIdentifier: issuerKey) }
                if !names.isEmpty { SubjectAlternativeNames(names) }
            }
        }
    }
}

extension FunctionTable {
    /// Keys and certificates.
    package static let certificates = FunctionTable(CertificateFunctions.all)
}
