import Crypto
import CryptoExtras

/// A password for a site, made of one that a person remembers by the rules of Master Password.
struct MasterPassword {
    private let counter: UInt32
    private let type: Text
    private let password: Text
    private let user: Text
    private let site: Text

    private static let scope = Array("com.lyndir.masterpassword".utf8)

    /// The kinds of characters that each type of password consists of, several ways.
    private static let shapes: [Text: [String]] = [
        "maximum": ["anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"],
        "long": [
            "CvcvnoCvcvCvcv", "CvcvCvcvnoCvcv", "CvcvCvcvCvcvno", "CvccnoCvcvCvcv", "CvccCvcvnoCvcv",
            "CvccCvcvCvcvno", "CvcvnoCvccCvcv", "CvcvCvccnoCvcv", "CvcvCvccCvcvno", "CvcvnoCvcvCvcc",
            "CvcvCvcvnoCvcc", "CvcvCvcvCvccno", "CvccnoCvccCvcv", "CvccCvccnoCvcv", "CvccCvccCvcvno",
            "CvcvnoCvccCvcc", "CvcvCvccnoCvcc", "CvcvCvccCvccno", "CvccnoCvcvCvcc", "CvccCvcvnoCvcc",
            "CvccCvcvCvccno",
        ],
        "medium": ["CvcnoCvc", "CvcCvcno"], "short": ["Cvcn"],
        "basic": ["aaanaaan", "aannaaan", "aaannaaa"], "pin": ["nnnn"],
    ]

    private static let characters: [Character: [UInt8]] = {
        let (vowels, consonants, digits) = ("aeiou", "bcdfghjklmnpqrstvwxyz", "0123456789")
        let letters = vowels.uppercased() + vowels + consonants.uppercased() + consonants
        return [
            "V": vowels.uppercased(), "C": consonants.uppercased(), "v": vowels, "c": consonants,
            "A": vowels.uppercased() + consonants.uppercased(), "a": letters, "n": digits,
            "o": "@&%?,=[]_:-+*$#!'^~;()/.", "x": letters + digits + "!@#$%^&*()",
        ].mapValues { Array($0.utf8) }
    }()

    /// A counter, the type of password, the password, the user and the site.
    init(_ arguments: [Value]) {
        if case .uint(let number, _) = arguments[0] {
            counter = UInt32(truncatingIfNeeded: number)
        } else {
            counter = 0
        }
        type = arguments[1].text ?? ""
        password = arguments[2].text ?? ""
        user = arguments[3].text ?? ""
        site = arguments[4].text ?? ""
    }

    /// What is wrong with the arguments comes in the password's place.
    var text: String {
        get throws {
            guard let shapes = Self.shapes[type] else { return "cannot find password template \(type)" }
            let key = try KDF.Scrypt.deriveKey(
                from: password.bytes, salt: Self.scope + Self.bytes(user.count) + user.bytes,
                outputByteCount: 64, rounds: 32768, blockSize: 8, parallelism: 2, maxMemory: 128 << 20)
            let message = Self.scope + Self.bytes(site.count) + site.bytes + Self.bytes(Int(counter))
            let seed = Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
            let shape = shapes[Int(seed[0]) % shapes.count]
            let chosen = zip(shape, seed.dropFirst()).compactMap { kind, byte in
                Self.characters[kind].map { $0[Int(byte) % $0.count] }
            }
            return String(decoding: chosen, as: UTF8.self)
        }
    }

    /// Four bytes, the highest first.
    private static func bytes(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }
}
