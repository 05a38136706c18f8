import Crypto
import CryptoExtras

/// Sprig's functions for passwords and secrets.
enum CryptoFunctions {
    static let all = [
        Function("encryptAES", [.string, .string], returns: .string) { arguments, evaluation in
            let plain = arguments[1].text ?? ""
            if plain.isEmpty { return "" }
            let start = evaluation.templates.surroundings.random(16)
            let secret = try AES._CBC.encrypt(
                plain.bytes, using: key(arguments[0]), iv: AES._CBC.IV(ivBytes: start))
            return .string(Base64.encode(start + Array(secret)))
        },
        Function("decryptAES", .string, .string, returns: .string) { arguments in
            .text(try decrypted(arguments[1].text ?? "", key(arguments[0])))
        },
        Function(
            "derivePassword", .uint(.bits32), .string, .string, .string, .string, returns: .string
        ) { .string(try MasterPassword($0).text) },
        Function("htpasswd", .string, .string, .string, returns: .string) { arguments in
            let (user, password) = (arguments[0].text ?? "", arguments[1].text ?? "")
            if user.bytes.contains(UInt8(ascii: ":")) { return .text("invalid username: " + user) }
            guard arguments[2].text == "sha" else { throw bcryptIsMissing }
            return .text(
                user + ":{SHA}" + Text(Base64.encode(Array(Insecure.SHA1.hash(data: password.bytes)))))
        },
        Function("bcrypt", .string, returns: .string) { _ in throw bcryptIsMissing },
    ]

    private static let bcryptIsMissing = FunctionError("passwords cannot be hashed by bcrypt here")

    /// The first 32 bytes of a password, zeros after it.
    private static func key(_ password: Value) -> SymmetricKey {
        let bytes = (password.text ?? "").bytes.prefix(32)
        return SymmetricKey(data: bytes + [UInt8](repeating: 0, count: 32 - bytes.count))
    }

    private static func decrypted(_ text: Text, _ key: SymmetricKey) throws -> Text {
        if text.isEmpty { return "" }
        let bytes = try Base64.decode(text)
        guard bytes.count >= 16 else {
            throw FunctionError("runtime error: slice bounds out of range [:16] with capacity \(bytes.count)")
        }
        guard bytes.count % 16 == 0 else { throw FunctionError("crypto/cipher: input not full blocks") }
        guard bytes.count > 16 else { throw FunctionError("runtime error: index out of range [-1]") }
        let start = try AES._CBC.IV(ivBytes: bytes[..<16])
        let plain = Array(try AES._CBC.decrypt(bytes[16...], using: key, iv: start, noPadding: true))
        // The last byte says how many to leave out, whatever the others are.
        let length = plain.count - Int(plain.last ?? 0)
        guard length >= 0 else {
            throw FunctionError("runtime error: slice bounds out of range [:\(length)]")
        }
        return Text(bytes: plain[..<length])
    }
}

extension FunctionTable {
    /// Passwords and secrets.
    package static let crypto = FunctionTable(CryptoFunctions.all)
}
