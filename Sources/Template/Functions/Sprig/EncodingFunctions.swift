import Crypto

/// Sprig's encodings and hashes.
enum EncodingFunctions {
    static let all: [Function] = [
        function("b64enc") { .string(Base64.encode($0.bytes)) },
        function("b64dec") { decoded($0, Base64.decode) },
        function("b32enc") { .string(Base32.encode($0.bytes)) },
        function("b32dec") { decoded($0, Base32.decode) },
        function("sha1sum") { hexadecimal(Insecure.SHA1.hash(data: $0.bytes)) },
        function("sha256sum") { hexadecimal(SHA256.hash(data: $0.bytes)) },
        function("sha512sum") { hexadecimal(SHA512.hash(data: $0.bytes)) },
        function("adler32sum") { .string(String(adler32($0.bytes))) },
    ]

    private static func function(_ name: String, _ body: @escaping @Sendable (Text) -> Value) -> Function {
        Function(name, .string, returns: .string) { body($0[0].text ?? "") }
    }

    /// What was encoded; what is wrong with it comes in its place.
    private static func decoded(
        _ text: Text, _ decode: (Text) throws(FunctionError) -> [UInt8]
    ) -> Value {
        do {
            return .text(Text(bytes: try decode(text)))
        } catch {
            return .string(error.message)
        }
    }

    private static func hexadecimal(_ digest: some Sequence<UInt8>) -> Value {
        .string(digest.map { GoQuoting.hexadecimal(UInt32($0), 2) }.joined())
    }

    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65521
            b = (b + a) % 65521
        }
        return b << 16 | a
    }
}

extension FunctionTable {
    /// Encodings and hashes.
    package static let encodings = FunctionTable(EncodingFunctions.all)
}
