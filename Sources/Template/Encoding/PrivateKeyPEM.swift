import Crypto
import CryptoExtras

/// New private keys in the forms that OpenSSL knows. Those of elliptic curves come from the bytes that the
/// caller has at random; RSA's from the system's generator.
enum PrivateKeyPEM {
    /// PKCS #1.
    static func rsa(_ size: _RSA.Signing.KeySize) throws -> String {
        PEM.text("RSA PRIVATE KEY", Array(try _RSA.Signing.PrivateKey(keySize: size).derRepresentation))
    }

    /// SEC 1: a version, the number, the curve's name, the point.
    static func p256(_ random: (Int) -> [UInt8]) throws -> String {
        var key: P256.Signing.PrivateKey?
        // One in 2^32 numbers is too large.
        for _ in 0..<8 where key == nil { key = try? P256.Signing.PrivateKey(rawRepresentation: random(32)) }
        let known = key ?? P256.Signing.PrivateKey()
        let curve: [UInt8] = [0xa0, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07]
        let number = [0x02, 0x01, 0x01, 0x04, 0x20] + Array(known.rawRepresentation)
        let point = [0xa1, 0x44, 0x03, 0x42, 0x00] + Array(known.publicKey.x963Representation)
        return PEM.text("EC PRIVATE KEY", [0x30, 0x77] + number + curve + point)
    }

    /// PKCS #8.
    static func ed25519(_ random: (Int) -> [UInt8]) throws -> String {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: random(32))
        let head: [UInt8] = [
            0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ]
        return PEM.text("PRIVATE KEY", head + Array(key.rawRepresentation))
    }
}
