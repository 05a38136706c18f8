import FoundationEssentials
import X509
import YAML

/// Secrets that hold a certificate and its key, under the names that Istio 1.30 reads.
enum TLSSecret {
    /// What keeps a gateway from using the secret, as the end of a sentence about it; nil when nothing does.
    /// Nothing of the secret's content is told.
    static func problem(with secret: Node, at now: Date?) -> String? {
        guard
            let pair = pairs.first(where: {
                value($0.certificate, secret) != nil && value($0.key, secret) != nil
            })
        else {
            return "lacks a certificate with its key: it needs tls.crt and tls.key, or cert and key"
        }
        guard let bytes = value(pair.certificate, secret),
            let certificate = try? Certificate(pemEncoded: String(decoding: bytes, as: UTF8.self))
        else {
            return "holds no certificate in PEM form under \(pair.certificate)"
        }
        guard let now else { return nil }
        if now > certificate.notValidAfter { return "holds a certificate that has expired" }
        return now < certificate.notValidBefore ? "holds a certificate that is not valid yet" : nil
    }

    private static let pairs = [(certificate: "cert", key: "key"), (certificate: "tls.crt", key: "tls.key")]

    private static func value(_ key: String, _ secret: Node) -> [UInt8]? {
        if let text = secret["stringData"]?[key]?.string, !text.isEmpty { return Array(text.utf8) }
        guard let text = secret["data"]?[key]?.string, !text.isEmpty,
            let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters)
        else { return nil }
        return data.isEmpty ? nil : Array(data)
    }
}
