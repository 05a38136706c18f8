#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A string of Go: bytes, which are nearly always UTF-8. Equal and ordered byte by byte, unlike Swift's
/// strings, which take two spellings of `é` for the same.
package struct Text: Sendable {
    private enum Storage: Sendable {
        case string(String)
        /// Only what is not UTF-8, so that every text has one representation.
        case bytes([UInt8])
    }

    private var storage: Storage

    package init(_ string: String) { storage = .string(string) }
    package init(_ substring: Substring) { storage = .string(String(substring)) }

    /// What functions such as `b64dec` make, UTF-8 or not.
    package init(bytes: some Collection<UInt8>) {
        if let string = String(validating: bytes, as: UTF8.self) {
            storage = .string(string)
        } else {
            storage = .bytes(Array(bytes))
        }
    }

    /// For people and for functions on characters; every byte that is not UTF-8 reads as U+FFFD.
    package var string: String {
        switch storage {
        case .string(let string): string
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }

    package var isUTF8: Bool { if case .string = storage { true } else { false } }

    package var bytes: [UInt8] {
        switch storage {
        case .string(let string): Array(string.utf8)
        case .bytes(let bytes): bytes
        }
    }

    /// The number of bytes, Go's `len`.
    package var count: Int {
        switch storage {
        case .string(let string): string.utf8.count
        case .bytes(let bytes): bytes.count
        }
    }

    package var isEmpty: Bool {
        switch storage {
        case .string(let string): string.isEmpty
        case .bytes: false
        }
    }

    /// The bytes without a copy.
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        switch storage {
        case .string(let string):
            if let result = try string.utf8.withContiguousStorageIfAvailable(body) { return result }
            return try Array(string.utf8).withUnsafeBufferPointer(body)
        case .bytes(let bytes):
            return try bytes.withUnsafeBufferPointer(body)
        }
    }

    package static func + (a: Text, b: Text) -> Text {
        if case .string(let first) = a.storage, case .string(let second) = b.storage {
            return Text(first + second)
        }
        return Text(bytes: a.bytes + b.bytes)
    }
}

extension Text: Hashable, Comparable {
    package static func == (a: Text, b: Text) -> Bool {
        a.withBytes { first in
            b.withBytes { second in
                first.count == second.count && compare(first, second, first.count) == 0
            }
        }
    }

    package static func < (a: Text, b: Text) -> Bool {
        a.withBytes { first in
            b.withBytes { second in
                let order = compare(first, second, min(first.count, second.count))
                return order < 0 || order == 0 && first.count < second.count
            }
        }
    }

    private static func compare(
        _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ count: Int
    ) -> Int32 {
        guard count > 0, let first = a.baseAddress, let second = b.baseAddress else { return 0 }
        return memcmp(first, second, count)
    }

    package func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension Text: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, CustomStringConvertible {
    package init(stringLiteral value: String) { self.init(value) }
    package var description: String { string }
}
